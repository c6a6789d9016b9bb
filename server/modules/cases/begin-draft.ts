import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import { getVersionInForce } from '../catalogue/index.ts';
import { getResident, type ResidentCall } from '../people/index.ts';
import type { CaseReference } from './case.queries.ts';
import { findDraft, insertDraft } from './case.store.ts';

/** Begins an application, or opens the draft of the same item that is there. Refuses: item_not_offered. */
export async function beginDraft(tx: Tx, { itemId }: { itemId: string }, call: ResidentCall): Promise<CaseReference> {
  const version = await getVersionInForce(tx, call, itemId);
  if (!version.content.online) throw new Refusal('item_not_offered');
  const [found, resident] = await Promise.all([
    findDraft(tx, call.district, call.resident.id, itemId),
    getResident(tx, call.district, call.resident.id),
  ]);
  if (found !== undefined) return { caseId: found.id };
  const caseId = newId();
  const made = await insertDraft(tx, call.district, {
    id: caseId,
    itemId,
    itemVersionId: version.id,
    profile: version.profile,
    caseType: version.caseType,
    channel: 'ONLINE',
    deliveryWish: version.content.deliveryWishes[0] ?? 'WINDOW',
    accountId: call.resident.id,
    regionId: resident?.regionId ?? null,
    key: await createDataKey(tx, call.district),
    answers: {},
    at: call.now,
  });
  if (made) return { caseId };
  const other = await findDraft(tx, call.district, call.resident.id, itemId);
  if (other === undefined) throw new Refusal('busy');
  return { caseId: other.id };
}
