import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type DataKey, openJson, openText, vault } from '../../platform/vault/index.ts';
import { getItemVersions } from '../catalogue/index.ts';
import { findMandateReach, getMandateReaches } from '../people/index.ts';
import { actingOf } from './acting.rules.ts';
import type { Case, Party, PartySnapshot } from './case.store.ts';
import { phonesToTell } from './party.rules.ts';

/** Until when the agent of a case may know of it: with his mandate the news ends (CC 173). Nothing when none ever did. */
export async function findReach(read: Read, theCase: Case, call: Call): Promise<Temporal.Instant | undefined> {
  const acting = actingOf(theCase);
  return acting && findMandateReach(read, call.district, { ...acting, today: call.today });
}

/** Whether the agent of a case may know what came at an instant; what was there before stays his to read. */
export async function agentReaches(read: Read, theCase: Case, at: Temporal.Instant, call: Call): Promise<boolean> {
  const reach = await findReach(read, theCase, call);
  return reach !== undefined && Temporal.Instant.compare(at, reach) <= 0;
}

/** What a message needs of a filed case. */
export interface ToldCase {
  readonly key: DataKey;
  /** Its names, as templates ask for them. */
  readonly facts: { readonly queryCode: string; readonly item: string; readonly caseNo: string };
  /** Of who came or applied, and of who acts for him as long as he may know of it. */
  readonly phones: readonly string[];
}

type Row = Pick<
  Case,
  'id' | 'caseNo' | 'itemId' | 'itemVersionId' | 'accountId' | 'principalId' | 'completedAt' | 'sealedQueryCode'
> & { readonly dataKeyId: string; readonly wrapped: Buffer };
type PartyRow = Pick<Party, 'role' | 'residentId'> & { readonly caseId: string; readonly sealedSnapshot: Buffer };

/** Filed cases by their ids, so many in as many statements as one. */
export async function getToldCases(read: Read, caseIds: readonly string[], call: Call): Promise<Map<string, ToldCase>> {
  const { district, now, today } = call;
  const [{ rows: cases }, { rows: parties }] = await Promise.all([
    sql<Row>`
      select c.id, c.case_no, c.item_id, c.item_version_id, c.account_id, c.principal_id, c.completed_at, c.sealed_query_code, c.data_key_id, k.wrapped
      from cases c join data_keys k on k.district = c.district and k.id = c.data_key_id
      where c.district = ${district} and c.id = any(${caseIds}::uuid[])
    `.execute(read),
    sql<PartyRow>`
      select case_id, role, resident_id, sealed_snapshot from case_parties
      where district = ${district} and case_id = any(${caseIds}::uuid[]) order by case_id, position, id
    `.execute(read),
  ]);
  const [versions, reaches] = await Promise.all([
    getItemVersions(read, district, [...new Set(cases.map(({ itemVersionId }) => itemVersionId))]),
    getMandateReaches(read, district, { actings: cases.flatMap((row) => actingOf(row) ?? []), today }),
  ]);
  const names = new Map(versions.map(({ id, content }) => [id, content.name.zh]));
  const partiesOf = Map.groupBy(parties, ({ caseId }) => caseId);
  return new Map(
    cases.map((row) => {
      const key = vault().unwrap({ id: row.dataKeyId, wrapped: row.wrapped });
      // What ended the case was still the agent's to do or to wait for.
      const heardAt = row.completedAt === null ? now : Temporal.Instant.from(row.completedAt);
      const reach = reaches.get(row.id);
      const reaching = reach !== undefined && Temporal.Instant.compare(heardAt, reach) <= 0;
      const told = (partiesOf.get(row.id) ?? [])
        .filter(({ role }) => role !== 'agent' || reaching)
        .map((party) => ({ ...party, phone: openJson<PartySnapshot>(key, party.sealedSnapshot).phone }));
      const facts = {
        queryCode: row.sealedQueryCode === null ? '' : openText(key, row.sealedQueryCode),
        item: names.get(row.itemVersionId) ?? '',
        caseNo: row.caseNo ?? '',
      };
      return [row.id, { key, facts, phones: phonesToTell(told) }];
    }),
  );
}
