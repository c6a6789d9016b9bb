import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import type { Case } from './case.store.ts';
import { handlingOf, isRenewedByLaw } from './ending.rules.ts';

/**
 * The last day of the licence that the law has renewed already, where a renewal that came in time was not decided by then
 * (R-2.16, ALL 50(2)): whether or not the job that writes it down has run, nobody decides otherwise any more.
 */
export async function findRenewedByLaw(
  read: Read,
  { id, state }: Pick<Case, 'id' | 'state'>,
  version: Pick<ItemVersion, 'profile' | 'content'>,
  call: Pick<Call, 'district' | 'today'>,
): Promise<string | undefined> {
  if (handlingOf(version.profile, version.content) !== 'renewal') return undefined;
  const { rows } = await sql<{ inTime: boolean; untilDay: string | null; licence: string }>`
    select cl.in_time, l.until_day, l.state as licence
    from case_licences cl join licences l on l.district = cl.district and l.id = cl.licence_id
    where cl.district = ${call.district} and cl.case_id = ${id} and cl.handling = 'renewal'
  `.execute(read);
  const [of] = rows;
  return of !== undefined && isRenewedByLaw({ ...of, state }, call.today.toString())
    ? (of.untilDay ?? undefined)
    : undefined;
}
