import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { type Case, findDraft, insertDraft, saveMandate } from '../cases/index.ts';
import { getVersionInForce } from '../catalogue/index.ts';
import { getMandateForAct, getResident, type ResidentCall } from '../people/index.ts';
import { getPrefill } from './prefill.queries.ts';

/**
 * Begins an application for oneself, or by a mandate for another; the draft of the same item for the same person is opened
 * again, under the mandate of now. Refuses: item_guide_only, item_not_offered, mandate_missing, mandate_ended, mandate_not_for_this.
 */
export async function beginDraft(
  tx: Tx,
  { itemId, mandateId }: { itemId: string; mandateId?: string },
  call: ResidentCall,
): Promise<CaseReference> {
  const version = await getVersionInForce(tx, call, itemId);
  const { content } = version;
  if (content.guideOnly !== undefined) throw new Refusal('item_guide_only');
  if (!content.online) throw new Refusal('item_not_offered');
  const accountId = call.resident.id;
  const mandate =
    mandateId === undefined
      ? undefined
      : await getMandateForAct(tx, call.district, mandateId, { agentId: accountId, itemId, today: call.today });
  const principalId = mandate?.principalId ?? null;
  const [found, person] = await Promise.all([
    findDraft(tx, call.district, { accountId, itemId, principalId }),
    getResident(tx, call.district, principalId ?? accountId),
  ]);
  const goOn = async (draft: Case) => {
    if (mandate !== undefined) await saveMandate(tx, call.district, draft.id, mandate.id);
    return { caseId: draft.id };
  };
  if (found !== undefined) return goOn(found);
  // What the account knows is its holder's; of a principal nothing is told beyond the mandate.
  const { answers, prefilled } =
    principalId === null
      ? await getPrefill(tx, call.district, content.form, {
          id: accountId,
          phone: person?.phone,
          regionId: person?.regionId,
        })
      : { answers: {}, prefilled: {} };
  const caseId = newId();
  const made = await insertDraft(tx, call.district, {
    id: caseId,
    itemId,
    itemVersionId: version.id,
    profile: version.profile,
    caseType: version.caseType,
    channel: 'ONLINE',
    deliveryWish: content.deliveryWishes[0] ?? 'WINDOW',
    accountId,
    ...(mandate && { principalId: mandate.principalId, mandateId: mandate.id }),
    regionId: principalId === null ? (person?.regionId ?? null) : null,
    key: createDataKey(tx, call.district),
    answers,
    prefilled,
    at: call.now,
  });
  if (made !== undefined) return { caseId };
  const other = await findDraft(tx, call.district, { accountId, itemId, principalId });
  if (other === undefined) throw new Refusal('busy');
  return goOn(other);
}
