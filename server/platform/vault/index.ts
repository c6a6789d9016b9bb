import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type Read, send, sql, type Tx } from '../database/index.ts';
import { newId } from '../ids.ts';

/** A data key in the clear: 32 bytes that never leave memory. */
export interface DataKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** A data key as the database keeps it: under the master key. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Buffer;
}

const format = 1;

function encrypt(secret: Buffer, keyId: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  cipher.setAAD(keyId);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), keyId, nonce, cipher.getAuthTag(), body]);
}

function decrypt(secret: Buffer, keyId: Buffer, sealed: Buffer): Buffer {
  if (sealed[0] !== format || !sealed.subarray(1, 17).equals(keyId))
    throw new Error('This text was sealed under another key.');
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(17, 29));
  decipher.setAAD(keyId);
  decipher.setAuthTag(sealed.subarray(29, 45));
  return Buffer.concat([decipher.update(sealed.subarray(45)), decipher.final()]);
}

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const masterId = Buffer.alloc(16);

/** AES-256-GCM; the key's id stands in the ciphertext and is bound to it. */
export function seal(key: DataKey, plain: string | Buffer): Buffer {
  return encrypt(key.secret, idBytes(key.id), typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain);
}

/** The text as it was sealed; throws when one bit of it was changed. */
export function open(key: DataKey, sealed: Buffer): Buffer {
  return decrypt(key.secret, idBytes(key.id), sealed);
}

export function openText(key: DataKey, sealed: Buffer): string {
  return open(key, sealed).toString('utf8');
}

export function openJson<T>(key: DataKey, sealed: Buffer): T {
  return JSON.parse(openText(key, sealed)) as T;
}

/** The vault: wraps data keys under the master key, and makes blind indexes that only its holder can compute. */
export interface Vault {
  newKey(): { key: DataKey; wrapped: Buffer };
  unwrap(wrapped: WrappedKey): DataKey;
  /** A keyed digest of a searchable extract: finds the same text again, tells nothing else. */
  blindIndex(purpose: string, text: string): Buffer;
}

export function openVault(master: Buffer): Vault {
  const wrapping = Buffer.from(hkdfSync('sha256', master, '', 'doorstep data keys', 32));
  const indexing = Buffer.from(hkdfSync('sha256', master, '', 'doorstep blind indexes', 32));
  return {
    newKey() {
      const key = { id: newId(), secret: randomBytes(32) };
      return { key, wrapped: encrypt(wrapping, masterId, key.secret) };
    },
    unwrap: ({ id, wrapped }) => ({ id, secret: decrypt(wrapping, masterId, wrapped) }),
    blindIndex: (purpose, text) => createHmac('sha256', indexing).update(`${purpose}:${text}`).digest().subarray(0, 16),
  };
}

let opened: Vault | undefined;

/** The vault of this process, opened once at start with the master key. */
export function setVault(vault: Vault): void {
  opened = vault;
}

export function vault(): Vault {
  if (opened === undefined) throw new Error('The vault is not open.');
  return opened;
}

/** A new data key for a case, a resident or a message, kept in this transaction. */
export function createDataKey(tx: Tx, district: string): DataKey {
  const { key, wrapped } = vault().newKey();
  send(tx, sql`insert into data_keys (district, id, wrapped) values (${district}, ${key.id}, ${wrapped})`);
  return key;
}

/** Several data keys at once, by id. */
export async function getDataKeys(read: Read, district: string, ids: readonly string[]): Promise<Map<string, DataKey>> {
  const { rows } =
    await sql<WrappedKey>`select id, wrapped from data_keys where district = ${district} and id = any(${ids}::uuid[])`.execute(
      read,
    );
  return new Map(rows.map((row) => [row.id, vault().unwrap(row)]));
}
