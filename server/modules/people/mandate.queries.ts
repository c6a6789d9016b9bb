import { maskResidentId } from '../../../contract/identifiers.ts';
import type { MandateView } from '../../../contract/mandates.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson, vault } from '../../platform/vault/index.ts';
import type { ResidentCall } from './caller.store.ts';
import type { Identity } from './identity.rules.ts';
import { mandateState } from './mandate.rules.ts';
import type { Mandate } from './mandate.store.ts';

interface MandateRow extends Mandate {
  /** Of the other side. */
  readonly dataKeyId: string;
  readonly wrapped: Buffer;
  readonly sealedIdentity: Buffer;
}

/** A resident's mandates, from either side, with the person on the other side. */
const mandatesOf = ({ district, resident }: ResidentCall) => sql`
  select m.id, m.principal_id, m.agent_id, m.item_ids, m.from_day, m.until_day, m.given_at, m.channel, m.scope, m.case_id, m.revoked_at,
    m.revoked_by, m.ended_at, r.data_key_id, k.wrapped, r.sealed_identity
  from mandates m
  join residents r on r.district = m.district
    and r.id = case when m.principal_id = ${resident.id} then m.agent_id else m.principal_id end
  join data_keys k on k.district = r.district and k.id = r.data_key_id
  where m.district = ${district} and (m.principal_id = ${resident.id} or m.agent_id = ${resident.id})
`;

/** Mandates of the caller, newest first. With `actFor`, only those by which he may now act in that item. */
export async function getMandates(
  read: Read,
  { actFor, after, limit = 20 }: { actFor?: string; after?: string; limit?: number },
  call: ResidentCall,
): Promise<{ mandates: MandateView[]; next?: string }> {
  const { rows } = await sql<MandateRow>`
    ${mandatesOf(call)} and m.id < coalesce(${after ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      and (${actFor ?? null}::uuid is null or (m.agent_id = ${call.resident.id} and m.revoked_at is null and m.case_id is null
        and m.from_day <= ${call.today} and m.until_day >= ${call.today}
        and (m.item_ids is null or ${actFor ?? null}::uuid = any(m.item_ids))))
    order by m.id desc limit ${limit + 1}
  `.execute(read);
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    mandates: kept.map((row) => viewOf(row, call)),
    ...(rows.length > limit && last && { next: last.id }),
  };
}

/** One mandate of the caller. Refuses: not_found, also where it is between two others. */
export async function getMandate(read: Read, mandateId: string, call: ResidentCall): Promise<MandateView> {
  const { rows } = await sql<MandateRow>`${mandatesOf(call)} and m.id = ${mandateId}`.execute(read);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  return viewOf(row, call);
}

function viewOf(row: MandateRow, call: ResidentCall): MandateView {
  const { wrapped, dataKeyId, sealedIdentity, itemIds, caseId, revokedAt, revokedBy } = row;
  const other = openJson<Identity>(vault().unwrap({ id: dataKeyId, wrapped }), sealedIdentity);
  const state = mandateState(row, call.today);
  return {
    mandateId: row.id,
    side: row.principalId === call.resident.id ? 'principal' : 'agent',
    other: { name: other.name, residentNumber: maskResidentId(other.residentNumber) },
    ...(itemIds && { itemIds: [...itemIds] }),
    fromDay: row.fromDay,
    untilDay: row.untilDay,
    givenAt: row.givenAt,
    channel: row.channel,
    scope: row.scope,
    ...(caseId !== null && { caseId }),
    state,
    ...(revokedAt && revokedBy && { revokedAt, revokedBy }),
    actions: state === 'valid' || state === 'coming' ? ['revoke'] : [],
  };
}
