import type { MyLicence } from '../../../contract/licences.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { withRenewals } from '../decisions/index.ts';
import { drawCode, getDocumentViews } from '../documents/index.ts';
import { getLicenceViews } from '../licences/index.ts';
import { mandateStands, type ResidentCall } from '../people/index.ts';

/**
 * The cases whose licences a resident has: his own, those that others filed for him, and those that he filed for another
 * while his mandate stands.
 */
function casesOf({ district, resident, today }: ResidentCall) {
  const acting = { principalId: sql`c.principal_id`, agentId: resident.id, itemId: sql`c.item_id`, caseId: sql`c.id` };
  return sql`
    select c.id from cases c where c.district = ${district} and c.principal_id = ${resident.id}
    union all
    select c.id from cases c
    where c.district = ${district} and c.account_id = ${resident.id}
      and (c.principal_id is null or ${mandateStands(sql`c.district`, acting, today)})
  `;
}

/** Licences of one number, whatever the version. */
const sameNumber = sql`(e.district, e.organisation_id, e.word, e.year, e.number) = (l.district, l.organisation_id, l.word, l.year, l.number)`;

/** The licences that came out of these cases, each with the versions before it that this resident has too. */
async function getWithEarlier(read: Read, caseIds: readonly string[], call: ResidentCall) {
  const { rows } = await sql<{ caseId: string }>`
    select distinct e.case_id from licences l
    join licences e on ${sameNumber} and e.version < l.version
    join (${casesOf(call)}) c on c.id = e.case_id
    where l.district = ${call.district} and l.case_id = any(${caseIds}::uuid[])
  `.execute(read);
  const all = await getLicenceViews(read, call, [...new Set([...caseIds, ...rows.map(({ caseId }) => caseId)])]);
  return all
    .filter(({ caseId }) => caseIds.includes(caseId))
    .map((licence) => ({
      ...licence,
      earlier: all
        .filter(({ number, version }) => number === licence.number && version < licence.version)
        .toSorted((one, other) => other.version - one.version)
        .map(({ licenceId, state, sinceDay, validity }) => ({
          licenceId,
          state,
          validity,
          ...(sinceDay !== undefined && { sinceDay }),
        })),
    }));
}

/** The licences that came out of cases of this resident, newest case first; one that was replaced stands under the newer one. */
export async function listMyLicences(
  read: Read,
  input: { after?: string; limit?: number },
  call: ResidentCall,
): Promise<{ licences: MyLicence[]; next?: string }> {
  const limit = input.limit ?? 20;
  const { rows } = await sql<{ id: string }>`
    select c.id from (${casesOf(call)}) c
    where exists (
      select from licences l where l.district = ${call.district} and l.case_id = c.id and not exists (
        select from licences e join (${casesOf(call)}) m on m.id = e.case_id
        where ${sameNumber} and e.version > l.version
      )
    )
      ${input.after === undefined ? sql`` : sql`and c.id < ${input.after}::uuid`}
    order by c.id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    licences: await withRenewals(
      read,
      await getWithEarlier(
        read,
        page.map(({ id }) => id),
        call,
      ),
      call,
    ),
    ...(rows.length > limit && last && { next: last.id }),
  };
}

/** A licence of a case of this resident; another's does not exist. */
export async function getMyLicence(
  read: Read,
  { licenceId }: { licenceId: string },
  call: ResidentCall,
): Promise<MyLicence> {
  const { rows } = await sql<{ id: string }>`
    select c.id from licences l join (${casesOf(call)}) c on c.id = l.case_id
    where l.district = ${call.district} and l.id = ${licenceId}
  `.execute(read);
  const licences = await getWithEarlier(
    read,
    rows.map(({ id }) => id),
    call,
  );
  const found = licences.filter((each) => each.licenceId === licenceId);
  const [licence] = await withRenewals(read, found, call);
  if (licence === undefined) throw new Refusal('not_found');
  return { ...licence, documents: await getDocumentViews(read, call.district, licenceId) };
}

/** The QR code that its holder shows to whoever checks it. */
export async function getMyLicenceCode(
  read: Read,
  input: { licenceId: string },
  call: ResidentCall,
): Promise<FileReply> {
  const { documentId } = await getMyLicence(read, input, call);
  return drawCode(read, documentId, call);
}
