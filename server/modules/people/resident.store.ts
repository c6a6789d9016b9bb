import type { Assurance } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openJson, openText, seal, vault } from '../../platform/vault/index.ts';
import type { Identity } from './identity.rules.ts';

/** A resident with what is sealed opened: never leaves the server unmasked but to the resident's own case. */
export interface Resident {
  readonly id: string;
  readonly key: DataKey;
  readonly phone: string | undefined;
  readonly identity: Identity | undefined;
  readonly assurance: Assurance;
  readonly regionId: string | undefined;
}

interface ResidentRow {
  readonly id: string;
  readonly dataKeyId: string;
  readonly wrapped: Buffer;
  readonly sealedPhone: Buffer | null;
  readonly sealedIdentity: Buffer | null;
  readonly assurance: Assurance;
  readonly regionId: string | null;
}

const select = sql`
  select r.id, r.data_key_id, k.wrapped, r.sealed_phone, r.sealed_identity, r.assurance, r.region_id
  from residents r join data_keys k on k.district = r.district and k.id = r.data_key_id
`;

function opened(row: ResidentRow): Resident {
  const key = vault().unwrap({ id: row.dataKeyId, wrapped: row.wrapped });
  return {
    id: row.id,
    key,
    phone: row.sealedPhone === null ? undefined : openText(key, row.sealedPhone),
    identity: row.sealedIdentity === null ? undefined : openJson<Identity>(key, row.sealedIdentity),
    assurance: row.assurance,
    regionId: row.regionId ?? undefined,
  };
}

export const phoneIndex = (phone: string) => vault().blindIndex('phone', phone);
export const numberIndex = (residentNumber: string) => vault().blindIndex('residentNumber', residentNumber);
export const nameIndex = (name: string) => vault().blindIndex('name', name);

export async function getResident(read: Read, district: string, id: string): Promise<Resident | undefined> {
  const { rows } = await sql<ResidentRow>`${select} where r.district = ${district} and r.id = ${id}`.execute(read);
  return rows[0] && opened(rows[0]);
}

/** The resident's row, locked: for acts that change who he is. */
export async function lockResident(tx: Tx, district: string, id: string): Promise<Resident | undefined> {
  const { rows } =
    await sql<ResidentRow>`${select} where r.district = ${district} and r.id = ${id} for update of r`.execute(tx);
  return rows[0] && opened(rows[0]);
}

export async function findResidentByPhone(tx: Tx, district: string, phone: string): Promise<Resident | undefined> {
  const { rows } =
    await sql<ResidentRow>`${select} where r.district = ${district} and r.phone_index = ${phoneIndex(phone)} for update of r`.execute(
      tx,
    );
  return rows[0] && opened(rows[0]);
}

export async function findVerifiedResident(
  read: Read,
  district: string,
  residentNumber: string,
): Promise<Resident | undefined> {
  const { rows } = await sql<ResidentRow>`
    ${select} where r.district = ${district} and r.number_index = ${numberIndex(residentNumber)} and r.assurance = 'verified'
  `.execute(read);
  return rows[0] && opened(rows[0]);
}

/** A new resident; nothing happens when the phone or the verified number is taken at the same moment. */
export async function insertResident(
  tx: Tx,
  district: string,
  resident: {
    id: string;
    key: DataKey;
    phone?: string | undefined;
    identity?: Identity;
    maskedName?: string;
    assurance: Assurance;
    regionId?: string | undefined;
    at: Temporal.Instant;
  },
): Promise<boolean> {
  const { phone, identity, key } = resident;
  const { numAffectedRows } = await sql`
    insert into residents (district, id, data_key_id, phone_index, sealed_phone, number_index, sealed_identity, masked_name, assurance, region_id, created_at)
    values (${district}, ${resident.id}, ${key.id}, ${phone === undefined ? null : phoneIndex(phone)}, ${phone === undefined ? null : seal(key, phone)},
      ${identity === undefined ? null : numberIndex(identity.residentNumber)}, ${identity === undefined ? null : seal(key, JSON.stringify(identity))},
      ${resident.maskedName ?? null}, ${resident.assurance}, ${resident.regionId ?? null}, ${resident.at})
    on conflict do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

export async function saveIdentity(
  tx: Tx,
  district: string,
  resident: Resident,
  change: { identity: Identity; maskedName: string; assurance: Assurance },
): Promise<void> {
  await sql`
    update residents set number_index = ${numberIndex(change.identity.residentNumber)},
      sealed_identity = ${seal(resident.key, JSON.stringify(change.identity))}, masked_name = ${change.maskedName}, assurance = ${change.assurance}
    where district = ${district} and id = ${resident.id}
  `.execute(tx);
}

export async function saveRegion(tx: Tx, district: string, residentId: string, regionId: string): Promise<void> {
  await sql`update residents set region_id = ${regionId} where district = ${district} and id = ${residentId}`.execute(
    tx,
  );
}

export async function savePhoneCode(
  tx: Tx,
  district: string,
  code: { phone: string; code: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into phone_codes (district, phone_index, code_hash, sent_at, expires_at)
    values (${district}, ${phoneIndex(code.phone)}, ${codeHash(code.phone, code.code)}, ${code.at}, ${code.expiresAt})
    on conflict (district, phone_index) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at
  `.execute(tx);
}

/** Takes the code of a phone out: a code works once. */
export async function takePhoneCode(
  tx: Tx,
  district: string,
  phone: string,
): Promise<{ codeHash: Buffer; expiresAt: string } | undefined> {
  const { rows } = await sql<{ codeHash: Buffer; expiresAt: string }>`
    delete from phone_codes where district = ${district} and phone_index = ${phoneIndex(phone)} returning code_hash, expires_at
  `.execute(tx);
  return rows[0];
}

export function codeHash(phone: string, code: string): Buffer {
  return vault().blindIndex('phoneCode', `${phone}:${code}`);
}
