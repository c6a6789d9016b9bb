import type { Heard, LicenceAct, LicenceGround } from '../../../contract/licences.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal, vault, type WrappedKey } from '../../platform/vault/index.ts';
import { findRelation, type RelationKind, relatedColumnOf, type StaffCall } from '../people/index.ts';
import type { StoredLicenceState } from './licence.rules.ts';

/** To whom a licence was given; sealed in the row, found by keyed indexes. */
export interface LicenceHolder {
  readonly name: string;
  /** Resident identity number, or unified social credit code. */
  readonly number: string | null;
  readonly kind: 'person' | 'firm';
  /** Where he is told of his licence; none where nobody knows one. */
  readonly phones: readonly string[];
}

export interface LicenceNumber {
  readonly word: string;
  readonly year: number;
  readonly number: number;
  readonly version: number;
}

export interface NewLicence extends LicenceNumber {
  readonly id: string;
  readonly title: string;
  readonly organId: string;
  readonly item: { readonly id: string; readonly name: string };
  readonly caseId: string;
  readonly caseNo: string;
  readonly documentId: string;
  readonly day: Temporal.PlainDate;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly key: DataKey;
  readonly holder: LicenceHolder;
  readonly maskedHolder: string;
  readonly nameIndex: Buffer;
  readonly numberIndex: Buffer | null;
  readonly renewedByLaw: boolean;
  readonly safetyMatter: boolean;
  readonly imported: boolean;
  readonly filedOnline: boolean;
  readonly agreedElectronic: boolean;
  readonly at: Temporal.Instant;
}

export async function insertLicence(tx: Tx, district: string, licence: NewLicence): Promise<void> {
  const { holder } = licence;
  await sql`
    insert into licences (district, id, title, organisation_id, item_id, item_name, case_id, case_no, document_id, word, year, number, version,
      state, state_day, from_day, until_day, data_key_id, sealed_holder, masked_holder, holder_kind, holder_name_index, holder_number_index,
      renewed_by_law, safety_matter, imported, filed_online, agreed_electronic, registered_at)
    values (${district}, ${licence.id}, ${licence.title}, ${licence.organId}, ${licence.item.id}, ${licence.item.name}, ${licence.caseId},
      ${licence.caseNo}, ${licence.documentId}, ${licence.word}, ${licence.year}, ${licence.number}, ${licence.version},
      'valid', ${licence.day}, ${licence.fromDay}, ${licence.untilDay}, ${licence.key.id},
      ${seal(licence.key, JSON.stringify({ name: holder.name, number: holder.number, phones: holder.phones }))}, ${licence.maskedHolder}, ${holder.kind},
      ${licence.nameIndex}, ${licence.numberIndex}, ${licence.renewedByLaw}, ${licence.safetyMatter}, ${licence.imported},
      ${licence.filedOnline}, ${licence.agreedElectronic}, ${licence.at})
  `.execute(tx);
}

/** The next number of an organ, 字 and year, gap-free like that of every document; its lock lasts until the commit. */
export async function takeLicenceNumber(
  tx: Tx,
  district: string,
  { organId, word, year }: { organId: string; word: string; year: number },
): Promise<LicenceNumber> {
  const { rows } = await sql<{ number: number }>`
    insert into document_counters (district, organisation_id, word, year, last_number)
    values (${district}, ${organId}, ${word}, ${year}, 1)
    on conflict (district, organisation_id, word, year) do update set last_number = document_counters.last_number + 1
    returning last_number as number
  `.execute(tx);
  return { word, year, number: rows[0]?.number ?? 1, version: 1 };
}

/** The licences that a holder's number has from an organ under a title, in these states. */
export interface HeldBy {
  readonly organId: string;
  readonly title: string;
  readonly numberIndex: Buffer;
  readonly states: readonly StoredLicenceState[];
}

export interface HeldLicence extends LicenceNumber {
  readonly id: string;
  readonly shortCode: string;
  readonly state: StoredLicenceState;
  readonly stateDay: string;
  readonly untilDay: string | null;
  readonly holderName: string;
}

/** The one that ends first comes first; none is locked. */
export async function getHeldLicences(read: Read, district: string, of: HeldBy): Promise<HeldLicence[]> {
  const { rows } = await sql<
    Omit<HeldLicence, 'holderName'> & { sealedHolder: Buffer; dataKeyId: string; wrapped: WrappedKey['wrapped'] }
  >`
    select l.id, l.word, l.year, l.number, l.version, l.state, l.state_day, l.until_day, l.sealed_holder, o.short_code,
      l.data_key_id, k.wrapped
    from licences l
    join organisations o on o.district = l.district and o.id = l.organisation_id
    join data_keys k on k.district = l.district and k.id = l.data_key_id
    where l.district = ${district} and l.holder_number_index = ${of.numberIndex} and l.organisation_id = ${of.organId}
      and l.title = ${of.title} and l.state = any(${of.states}::text[])
    order by l.until_day nulls last, l.id
  `.execute(read);
  return rows.map(({ dataKeyId, wrapped, sealedHolder, ...row }) => ({
    ...row,
    holderName: openJson<{ name: string }>(vault().unwrap({ id: dataKeyId, wrapped }), sealedHolder).name,
  }));
}

/** The state of a licence that still stands so, locked; nothing where somebody was quicker. */
export async function lockState(
  tx: Tx,
  district: string,
  id: string,
  states: readonly StoredLicenceState[],
): Promise<StoredLicenceState | undefined> {
  const { rows } = await sql<{ state: StoredLicenceState }>`
    select state from licences where district = ${district} and id = ${id} and state = any(${states}::text[]) for update
  `.execute(tx);
  return rows[0]?.state;
}

export interface StoredLicence {
  readonly id: string;
  readonly state: StoredLicenceState;
  readonly stateDay: string;
  readonly untilDay: string | null;
  readonly organisationId: string;
  readonly itemId: string;
  readonly title: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly maskedHolder: string;
  readonly holderKind: 'person' | 'firm';
  readonly holderNumberIndex: Buffer | null;
  readonly safetyMatter: boolean;
  readonly fromDay: string;
  readonly registeredAt: string;
  /** Its holder applied for it online: what comes later is served to his account too. */
  readonly filedOnline: boolean;
  /** He agreed to electronic service, online or at the window. */
  readonly agreedElectronic: boolean;
  readonly key: DataKey;
}

/** A licence of these organs. */
export async function findLicence(
  read: Read,
  district: string,
  id: string,
  organIds: readonly string[],
): Promise<StoredLicence | undefined> {
  const { rows } = await sql<StoredRow>`${storedRows(district, id, organIds)}`.execute(read);
  return rows[0] && withKey(rows[0]);
}

/** A licence of these organs, locked for an act. */
export async function lockLicence(
  tx: Tx,
  district: string,
  id: string,
  organIds: readonly string[],
): Promise<StoredLicence | undefined> {
  const { rows } = await sql<StoredRow>`${storedRows(district, id, organIds)} for update of l`.execute(tx);
  return rows[0] && withKey(rows[0]);
}

type StoredRow = Omit<StoredLicence, 'key'> & { dataKeyId: string; wrapped: WrappedKey['wrapped'] };

const storedRows = (district: string, id: string, organIds: readonly string[]) => sql`
  select l.id, l.state, l.state_day, l.until_day, l.organisation_id, l.item_id, l.title, l.case_id, l.document_id, l.masked_holder,
    l.holder_kind, l.holder_number_index, l.safety_matter, l.from_day, l.registered_at, l.filed_online, l.agreed_electronic,
    l.data_key_id, k.wrapped
  from licences l join data_keys k on k.district = l.district and k.id = l.data_key_id
  where l.district = ${district} and l.id = ${id} and l.organisation_id = any(${organIds}::uuid[])
`;

function withKey({ dataKeyId, wrapped, ...licence }: StoredRow): StoredLicence {
  return { ...licence, key: vault().unwrap({ id: dataKeyId, wrapped }) };
}

/**
 * Why an officer keeps away from the holder of a licence 回避: withdrawn from its case, or related to a party of it or,
 * as no case may be behind it, to the holder himself.
 */
export async function findRecusal(
  read: Read,
  licence: Pick<StoredLicence, 'caseId' | 'itemId' | 'holderNumberIndex'>,
  { district, staff, today }: StaffCall,
): Promise<{ code: 'recused' | 'recusal_needed'; facts: { relation?: string } } | undefined> {
  const { rows } = await sql<{ isRecused: boolean; related: readonly { readonly relation: RelationKind | 'agent' }[] }>`
    select exists (
      select from case_recusals r where r.district = c.district and r.case_id = c.id and r.staff_id = ${staff.id}
    ) as is_recused, ${relatedColumnOf(staff.id)}
    from cases c where c.district = ${district} and c.id = ${licence.caseId}
  `.execute(read);
  if (rows[0]?.isRecused === true) return { code: 'recused', facts: {} };
  const { holderNumberIndex: numberIndex, itemId } = licence;
  const relation =
    rows[0]?.related[0]?.relation ??
    (numberIndex === null
      ? undefined
      : await findRelation(read, district, { staffId: staff.id, numberIndex, itemId, today }));
  return relation && { code: 'recusal_needed', facts: { relation } };
}

export async function saveLicenceState(
  tx: Tx,
  district: string,
  licence: { id: string; state: StoredLicenceState; stateDay: Temporal.PlainDate },
): Promise<void> {
  await sql`
    update licences set state = ${licence.state}, state_day = ${licence.stateDay} where district = ${district} and id = ${licence.id}
  `.execute(tx);
}

export async function insertLicenceChange(
  tx: Tx,
  district: string,
  change: {
    id: string;
    licenceId: string;
    act: LicenceAct;
    day: Temporal.PlainDate;
    at: Temporal.Instant;
    ground: LicenceGround | undefined;
    heard: Heard | undefined;
    /** Salt, text and compensation of the reason, under the licence's key. */
    sealedReason: Buffer;
    staffId: string;
    postId: string;
  },
): Promise<void> {
  await sql`
    insert into licence_changes (district, id, licence_id, act, day, ground, heard, told_day, sealed_reason, staff_id, post_id, changed_at)
    values (${district}, ${change.id}, ${change.licenceId}, ${change.act}, ${change.day}, ${change.ground ?? null}, ${change.heard?.how ?? null},
      ${change.heard?.toldDay ?? null}, ${change.sealedReason}, ${change.staffId}, ${change.postId}, ${change.at})
  `.execute(tx);
}

export interface LicenceChangeRow {
  readonly act: LicenceAct;
  readonly day: string;
  readonly ground: LicenceGround | null;
  readonly heard: Heard['how'] | null;
  readonly toldDay: string | null;
  readonly staffId: string;
  readonly sealedReason: Buffer;
}

/** What was done to a licence, newest first. */
export async function getLicenceChanges(read: Read, district: string, licenceId: string): Promise<LicenceChangeRow[]> {
  const { rows } = await sql<LicenceChangeRow>`
    select act, day, ground, heard, told_day, staff_id, sealed_reason from licence_changes
    where district = ${district} and licence_id = ${licenceId} order by id desc
  `.execute(read);
  return rows;
}

/** The licence that an act is about, as another module asks for it. */
export interface LicenceTerm {
  readonly id: string;
  readonly printed: LicenceNumber & { readonly shortCode: string };
  readonly title: string;
  readonly state: StoredLicenceState;
  readonly stateDay: string;
  readonly untilDay: string | null;
  readonly documentId: string;
}

/** A licence by its id, whoever gave it. */
export async function findLicenceTerm(read: Read, district: string, id: string): Promise<LicenceTerm | undefined> {
  const { rows } = await sql<Omit<LicenceTerm, 'printed'> & LicenceTerm['printed']>`
    select l.id, l.title, l.state, l.state_day, l.until_day, l.document_id, l.word, l.year, l.number, l.version, o.short_code
    from licences l join organisations o on o.district = l.district and o.id = l.organisation_id
    where l.district = ${district} and l.id = ${id}
  `.execute(read);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { word, year, number, version, shortCode, ...term } = row;
  return { ...term, printed: { word, year, number, version, shortCode } };
}

/** Where the holder of a licence is told of it, and the key under which what he is told is kept. */
export interface HolderContact {
  readonly phones: readonly string[];
  /** `online`: he finds the licence and its papers in his account. */
  readonly filed: 'online' | 'otherwise';
  /** The case behind it; none behind what was given before the system. */
  readonly caseId: string | null;
  readonly key: DataKey;
}

export async function getHolderContact(read: Read, district: string, licenceId: string): Promise<HolderContact> {
  const { rows } = await sql<{
    sealedHolder: Buffer;
    filedOnline: boolean;
    caseId: string | null;
    dataKeyId: string;
    wrapped: WrappedKey['wrapped'];
  }>`
    select l.sealed_holder, l.filed_online, case when not l.imported then l.case_id end as case_id, l.data_key_id, k.wrapped
    from licences l join data_keys k on k.district = l.district and k.id = l.data_key_id
    where l.district = ${district} and l.id = ${licenceId}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  const { sealedHolder, filedOnline, caseId, dataKeyId, wrapped } = rows[0];
  const key = vault().unwrap({ id: dataKeyId, wrapped });
  // Who was registered before the register kept phones left none.
  const { phones = [] } = openJson<Partial<LicenceHolder>>(key, sealedHolder);
  return { phones, filed: filedOnline ? 'online' : 'otherwise', caseId, key };
}

/** A licence that ends soon, of whose end its holder was not told yet. */
export interface EndingLicence {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  readonly untilDay: string;
  readonly remindedDays: number | null;
}

/** Valid licences that end within so many days from today and whose holder was not reminded at that distance. */
export async function getEndingLicences(
  read: Read,
  district: string,
  { today, within, limit }: { today: Temporal.PlainDate; within: number; limit: number },
): Promise<EndingLicence[]> {
  const { rows } = await sql<EndingLicence>`
    select id, title, organisation_id, until_day, reminded_days from licences
    where district = ${district} and state = 'valid' and until_day >= ${today} and until_day <= ${today.add({ days: within })}
      and (reminded_days is null or reminded_days > ${within})
    order by until_day, id limit ${limit}
  `.execute(read);
  return rows;
}

export async function saveReminded(
  tx: Tx,
  district: string,
  licenceIds: readonly string[],
  days: number,
): Promise<void> {
  await sql`
    update licences set reminded_days = ${days} where district = ${district} and id = any(${licenceIds}::uuid[])
  `.execute(tx);
}
