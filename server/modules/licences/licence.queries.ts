import type { DocumentCheck } from '../../../contract/documents.ts';
import type { LicenceRow, LicenceState, LicenceView, MyLicence } from '../../../contract/licences.ts';
import { tidy } from '../../../contract/typing.ts';
import type { LocalText } from '../../../contract/values.ts';
import { licenceActs } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getDataKeys, openJson, vault } from '../../platform/vault/index.ts';
import { findDocument, findDocumentByToken, getDocumentViews, getPdf, printedNumber } from '../documents/index.ts';
import { getStaffNames, nameIndex, numberIndex, permissionsOf, type StaffCall, tidyNumber } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import {
  groundsFor,
  type LicenceStanding,
  licenceActsFrom,
  licenceSinceDay,
  licenceStateOn,
  organsInRegister,
} from './licence.rules.ts';
import { findRecusal, getLicenceChanges, type LicenceNumber } from './licence.store.ts';

interface StandingRow extends LicenceNumber, LicenceStanding {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  readonly shortCode: string;
  readonly organZh: string;
  readonly organEn: string;
  readonly fromDay: string;
  readonly maskedHolder: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly documentId: string;
  readonly dataKeyId: string;
  readonly holderKind: 'person' | 'firm';
  readonly holderNumberIndex: Buffer | null;
  readonly renewedByLaw: boolean;
  readonly safetyMatter: boolean;
  readonly imported: boolean;
}

const standingRows = sql`
  select l.id, l.title, l.word, l.year, l.number, l.version, l.state, l.state_day, l.from_day, l.until_day, l.masked_holder, l.item_id, l.item_name,
    l.case_id, l.case_no, l.document_id, l.data_key_id, l.holder_kind, l.holder_number_index, l.renewed_by_law, l.safety_matter, l.imported,
    l.organisation_id, o.short_code, o.name_zh as organ_zh, o.name_en as organ_en
  from licences l join organisations o on o.district = l.district and o.id = l.organisation_id
`;

/** State today, since when, and validity: what register, holder and stranger read alike. */
function stateOf(row: LicenceStanding & { fromDay: string }, today: Temporal.PlainDate) {
  const state = licenceStateOn(row, today.toString());
  return {
    state,
    ...(state !== 'valid' && { sinceDay: licenceSinceDay(row, today.toString()) }),
    validity: { fromDay: row.fromDay, ...(row.untilDay !== null && { untilDay: row.untilDay }) },
  };
}

function standingOf(row: StandingRow, today: Temporal.PlainDate) {
  return {
    licenceId: row.id,
    title: row.title,
    number: printedNumber(row) ?? '',
    version: row.version,
    organ: { zh: row.organZh, en: row.organEn } satisfies LocalText,
    renewedByLaw: row.renewedByLaw,
    ...stateOf(row, today),
  };
}

/** How the licence behind a certificate stands today: what the public check adds to the paper. */
export async function findLicenceStanding(
  read: Read,
  documentId: string,
  call: Call,
): Promise<Pick<DocumentCheck, 'state' | 'sinceDay' | 'validity' | 'renewedByLaw'> | undefined> {
  const { rows } = await sql<LicenceStanding & { fromDay: string; renewedByLaw: boolean }>`
    select state, state_day, from_day, until_day, renewed_by_law from licences
    where district = ${call.district} and document_id = ${documentId}
  `.execute(read);
  return rows[0] && { ...stateOf(rows[0], call.today), ...(rows[0].renewedByLaw && { renewedByLaw: true }) };
}

/** The licences that came out of some cases, newest first. */
export async function getLicenceViews(
  read: Read,
  call: Call,
  caseIds: readonly string[],
): Promise<(MyLicence & { readonly organisationId: string })[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<StandingRow>`
    ${standingRows} where l.district = ${call.district} and l.case_id = any(${caseIds}::uuid[]) order by l.id desc
  `.execute(read);
  return rows.map((row) => ({
    ...standingOf(row, call.today),
    caseId: row.caseId,
    documentId: row.documentId,
    earlier: [],
    organisationId: row.organisationId,
  }));
}

export interface ListLicences {
  readonly title?: string;
  readonly state?: LicenceState;
  readonly organId?: string;
  readonly q?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** The register as a post sees it, newest first. */
export async function listLicences(
  read: Read,
  input: ListLicences,
  call: StaffCall,
): Promise<{ licences: LicenceRow[]; next?: string }> {
  const limit = input.limit ?? 20;
  const seen = await seenOrganIds(read, call);
  const organIds = input.organId === undefined ? seen : seen.filter((id) => id === input.organId);
  const words = (input.q ?? '').trim();
  const { rows } = await sql<StandingRow>`
    ${standingRows}
    where l.district = ${call.district} and l.organisation_id = any(${organIds}::uuid[])
      ${input.title === undefined ? sql`` : sql`and l.title = ${input.title}`}
      ${input.state === undefined ? sql`` : inState(input.state, call.today)}
      ${words === '' ? sql`` : matching(words)}
      ${input.after === undefined ? sql`` : sql`and l.id < ${input.after}::uuid`}
    order by l.id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    licences: page.map((row) => ({ ...standingOf(row, call.today), holder: row.maskedHolder })),
    ...(rows.length > limit && last && { next: last.id }),
  };
}

/** The stored states behind a state of today, as `licenceStateOn` derives it. */
function inState(state: LicenceState, today: Temporal.PlainDate) {
  if (state === 'expired') return sql`and l.state in ('valid', 'suspended') and l.until_day < ${today}`;
  if (state === 'valid' || state === 'suspended')
    return sql`and l.state = ${state} and (l.until_day is null or l.until_day >= ${today})`;
  return sql`and l.state = ${state}`;
}

/** By its printed number, or by the exact name or number of its holder through the keyed indexes. */
function matching(words: string) {
  const printed = /^(.+)〔(\d{4})〕(\d{1,9})号?$/u.exec(words.replace(/\s/g, ''));
  if (printed !== null) {
    const [, coded = '', year = '', number = ''] = printed;
    return sql`and o.short_code || l.word = ${coded} and l.year = ${Number(year)} and l.number = ${Number(number)}`;
  }
  return sql`and (l.holder_name_index = ${nameIndex(tidy(words))} or l.holder_number_index = ${numberIndex(tidyNumber(words))})`;
}

/** What the register can be narrowed to: every kind that was ever given, and the organs that the post sees. */
export async function getLicenceFilters(
  read: Read,
  _: object,
  call: StaffCall,
): Promise<{ titles: string[]; organs: { organId: string; name: LocalText }[] }> {
  const [seen, places, { rows }] = await Promise.all([
    seenOrganIds(read, call),
    loadPlaces(read, call.district),
    // Walks the index from kind to kind: the register is long, its kinds are few.
    sql<{ title: string }>`
      with recursive kinds as (
        (select title from licences where district = ${call.district} order by title limit 1)
        union all
        select (select l.title from licences l where l.district = ${call.district} and l.title > kinds.title order by l.title limit 1)
        from kinds where kinds.title is not null
      )
      select title from kinds where title is not null
    `.execute(read),
  ]);
  return {
    titles: rows.map(({ title }) => title),
    organs: places.organs.filter(({ id }) => seen.includes(id)).map(({ id, name }) => ({ organId: id, name })),
  };
}

/** One licence of the register, with its versions, changes, and what this post may do to it now. */
export async function getLicence(
  read: Read,
  { licenceId }: { licenceId: string },
  call: StaffCall,
): Promise<LicenceView> {
  const row = await getSeenLicence(read, licenceId, call);
  const permissions = permissionsOf(call.staff.post?.role);
  const [serves, changesIt] = [permissions.includes('licences.serve'), permissions.includes('licences.change')];
  const [versions, changes, documents, recusal] = await Promise.all([
    getVersions(read, row, call),
    getChanges(read, row, call),
    getDocumentViews(read, call.district, licenceId),
    serves || changesIt ? findRecusal(read, row, call) : undefined,
  ]);
  const standing = standingOf(row, call.today);
  return {
    ...standing,
    holder: row.maskedHolder,
    holderKind: row.holderKind,
    safetyMatter: row.safetyMatter,
    itemName: row.itemName,
    caseNo: row.caseNo,
    imported: row.imported,
    ...(permissions.includes('cases.read') && !row.imported && { caseId: row.caseId }),
    versions,
    changes,
    documents,
    ...(recusal !== undefined && { blocked: recusal.code }),
    serves: serves && recusal === undefined,
    actions: changesIt && recusal === undefined ? licenceActsFrom(standing.state) : [],
    grounds: Object.fromEntries(
      licenceActs.map((act) => [act, groundsFor(act, { state: standing.state, holderKind: row.holderKind })]),
    ) as LicenceView['grounds'],
  };
}

/** The certificate of a licence in the register. That staff read it is remembered. */
export async function getLicencePdf(
  read: Read,
  { licenceId }: { licenceId: string },
  call: StaffCall,
): Promise<FileReply> {
  const { documentId } = await getSeenLicence(read, licenceId, call);
  call.effects.log.push({ kind: 'read', subjectId: licenceId, code: 'licence.documentRead' });
  return getPdf(read, call, documentId);
}

/** A decision on a licence in the register, or the receipt of its service. That staff read it is remembered. */
export async function getLicenceDocumentPdf(
  read: Read,
  { licenceId, documentId }: { licenceId: string; documentId: string },
  call: StaffCall,
): Promise<FileReply> {
  await getSeenLicence(read, licenceId, call);
  const document = await findDocument(read, call.district, documentId);
  if (document?.subjectId !== licenceId) throw new Refusal('not_found');
  call.effects.log.push({ kind: 'read', subjectId: licenceId, code: 'licence.documentRead' });
  return getPdf(read, call, documentId);
}

async function seenOrganIds(read: Read, call: StaffCall): Promise<readonly string[]> {
  return organsInRegister(call.staff, await loadPlaces(read, call.district));
}

async function getSeenLicence(read: Read, licenceId: string, call: StaffCall): Promise<StandingRow> {
  const { rows } = await sql<StandingRow>`
    ${standingRows}
    where l.district = ${call.district} and l.id = ${licenceId} and l.organisation_id = any(${await seenOrganIds(read, call)}::uuid[])
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

async function getVersions(read: Read, row: StandingRow, call: Call): Promise<LicenceView['versions']> {
  const { rows } = await sql<StandingRow>`
    ${standingRows}
    where l.district = ${call.district} and l.organisation_id = ${row.organisationId} and l.word = ${row.word} and l.year = ${row.year}
      and l.number = ${row.number}
    order by l.version desc
  `.execute(read);
  return rows.map((each) => {
    const { renewedByLaw, caseNo, imported } = each;
    return { licenceId: each.id, version: each.version, ...stateOf(each, call.today), renewedByLaw, caseNo, imported };
  });
}

async function getChanges(read: Read, { id, dataKeyId }: StandingRow, call: Call): Promise<LicenceView['changes']> {
  const rows = await getLicenceChanges(read, call.district, id);
  if (rows.length === 0) return [];
  const [keys, names] = await Promise.all([
    getDataKeys(read, call.district, [dataKeyId]),
    getStaffNames(read, call.district, [...new Set(rows.map(({ staffId }) => staffId))]),
  ]);
  const key = keys.get(dataKeyId);
  return rows.map(({ act, day, ground, heard, toldDay, staffId, sealedReason }) => {
    const { text, compensation } =
      key === undefined
        ? { text: '', compensation: undefined }
        : openJson<{ text: string; compensation?: string }>(key, sealedReason);
    return {
      act,
      day,
      by: names.get(staffId) ?? '',
      reason: text,
      ...(ground !== null && { ground }),
      ...(heard !== null && toldDay !== null && { heard: { how: heard, toldDay } }),
      ...(compensation !== undefined && { compensation }),
    };
  });
}

/**
 * Is this paper ours, and if it is a licence, does it still hold? The token of its QR code finds it; a number alone finds
 * nothing.
 */
export async function checkDocument(read: Read, { token }: { token: string }, call: Call): Promise<DocumentCheck> {
  const row = await findDocumentByToken(read, call.district, vault().blindIndex('documentToken', token));
  if (row === undefined) return { state: 'unknown', demo: call.demo };
  const number = printedNumber(row);
  const licence = row.kind === 'certificate' ? await findLicenceStanding(read, row.id, call) : undefined;
  return {
    ...(licence ?? { state: 'valid' }),
    demo: call.demo,
    title: row.title,
    organ: row.organ,
    day: row.day,
    holder: row.maskedHolder,
    digest: row.digest.toString('hex'),
    ...(number !== null && { number }),
  };
}
