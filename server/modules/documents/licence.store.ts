import type { LicenceAct } from '../../../contract/licences.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, seal, vault, type WrappedKey } from '../../platform/vault/index.ts';
import type { StoredLicenceState } from './licence.rules.ts';

/** To whom a licence was given; sealed in the row, found by keyed indexes. */
export interface LicenceHolder {
  readonly name: string;
  /** Resident identity number, or unified social credit code. */
  readonly number: string | null;
  readonly kind: 'person' | 'firm';
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
  readonly at: Temporal.Instant;
}

export async function insertLicence(tx: Tx, district: string, licence: NewLicence): Promise<void> {
  const { holder } = licence;
  await sql`
    insert into licences (district, id, title, organisation_id, item_id, item_name, case_id, case_no, document_id, word, year, number, version,
      state, state_day, from_day, until_day, data_key_id, sealed_holder, masked_holder, holder_kind, holder_name_index, holder_number_index, registered_at)
    values (${district}, ${licence.id}, ${licence.title}, ${licence.organId}, ${licence.item.id}, ${licence.item.name}, ${licence.caseId},
      ${licence.caseNo}, ${licence.documentId}, ${licence.word}, ${licence.year}, ${licence.number}, ${licence.version},
      'valid', ${licence.day}, ${licence.fromDay}, ${licence.untilDay}, ${licence.key.id},
      ${seal(licence.key, JSON.stringify({ name: holder.name, number: holder.number }))}, ${licence.maskedHolder}, ${holder.kind},
      ${licence.nameIndex}, ${licence.numberIndex}, ${licence.at})
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

/** Which licences a renewal may replace: the holder's, of this organ and title, in these states. */
export interface Predecessor {
  readonly organId: string;
  readonly title: string;
  readonly numberIndex: Buffer;
  readonly states: readonly StoredLicenceState[];
}

/**
 * The licence that a renewal takes the place of, locked: the holder's own of this kind and organ, and of several the one
 * that ends first.
 */
export async function lockPredecessor(
  tx: Tx,
  district: string,
  of: Predecessor,
): Promise<(LicenceNumber & { id: string }) | undefined> {
  const { rows } = await sql<LicenceNumber & { id: string }>`
    select id, word, year, number, version from licences
    where district = ${district} and holder_number_index = ${of.numberIndex} and organisation_id = ${of.organId}
      and title = ${of.title} and state = any(${of.states}::text[])
    order by until_day nulls last, id limit 1 for update
  `.execute(tx);
  return rows[0];
}

/** Whether there is a licence that a renewal could replace, seen without its lock. */
export async function hasPredecessor(tx: Tx, district: string, of: Predecessor): Promise<boolean> {
  const { rows } = await sql`
    select 1 from licences
    where district = ${district} and holder_number_index = ${of.numberIndex} and organisation_id = ${of.organId}
      and title = ${of.title} and state = any(${of.states}::text[])
    limit 1
  `.execute(tx);
  return rows.length > 0;
}

export interface LockedLicence {
  readonly id: string;
  readonly state: StoredLicenceState;
  readonly stateDay: string;
  readonly untilDay: string | null;
  readonly organisationId: string;
  readonly key: DataKey;
}

/** A licence of these organs, locked for an act. */
export async function lockLicence(
  tx: Tx,
  district: string,
  id: string,
  organIds: readonly string[],
): Promise<LockedLicence | undefined> {
  const { rows } = await sql<Omit<LockedLicence, 'key'> & { dataKeyId: string; wrapped: WrappedKey['wrapped'] }>`
    select l.id, l.state, l.state_day, l.until_day, l.organisation_id, l.data_key_id, k.wrapped
    from licences l join data_keys k on k.district = l.district and k.id = l.data_key_id
    where l.district = ${district} and l.id = ${id} and l.organisation_id = any(${organIds}::uuid[])
    for update of l
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { dataKeyId, wrapped, ...licence } = row;
  return { ...licence, key: vault().unwrap({ id: dataKeyId, wrapped }) };
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
    /** Salt and text of the reason, under the licence's key. */
    sealedReason: Buffer;
    staffId: string;
    postId: string;
  },
): Promise<void> {
  await sql`
    insert into licence_changes (district, id, licence_id, act, day, sealed_reason, staff_id, post_id, changed_at)
    values (${district}, ${change.id}, ${change.licenceId}, ${change.act}, ${change.day}, ${change.sealedReason}, ${change.staffId},
      ${change.postId}, ${change.at})
  `.execute(tx);
}

export interface LicenceChangeRow {
  readonly act: LicenceAct;
  readonly day: string;
  readonly staffId: string;
  readonly sealedReason: Buffer;
}

/** What was done to a licence, newest first. */
export async function getLicenceChanges(read: Read, district: string, licenceId: string): Promise<LicenceChangeRow[]> {
  const { rows } = await sql<LicenceChangeRow>`
    select act, day, staff_id, sealed_reason from licence_changes
    where district = ${district} and licence_id = ${licenceId} order by id desc
  `.execute(read);
  return rows;
}
