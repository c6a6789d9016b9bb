import type { DaySeal } from '../../../contract/operations.ts';
import { type Read, sql } from '../database/index.ts';
import type { Call } from '../http/call.ts';

export interface Seal {
  readonly number: number;
  readonly day: string;
  readonly sealedAt: string;
  readonly subjects: number;
  readonly root: Buffer;
  readonly previousRoot: Buffer;
  readonly signature: Buffer;
  readonly publicKey: Buffer;
}

const columns = sql.raw('number, day, sealed_at, subjects, root, previous_root, signature, public_key');

/** The newest seal, if any day was sealed yet. */
export async function getLastSeal(read: Read, district: string): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`
    select ${columns} from ledger_seals where district = ${district} order by number desc limit 1
  `.execute(read);
  return rows[0];
}

/** Every seal, oldest first. */
export async function getAllSeals(read: Read, district: string): Promise<Seal[]> {
  const { rows } = await sql<Seal>`
    select ${columns} from ledger_seals where district = ${district} order by number
  `.execute(read);
  return rows;
}

/** A page of seals as the public reads them, newest first; `after` is the number of the last one seen. */
export async function getSeals(
  read: Read,
  call: Call,
  { after, limit = 20 }: { after?: string; limit?: number },
): Promise<{ seals: DaySeal[]; next?: string }> {
  const below = after !== undefined && /^\d{1,9}$/.test(after) ? Number(after) : null;
  const { rows } = await sql<Seal>`
    select ${columns} from ledger_seals
    where district = ${call.district} and (${below}::integer is null or number < ${below})
    order by number desc limit ${limit + 1}
  `.execute(read);
  const seals = rows.slice(0, limit).map(toDaySeal);
  const last = seals.at(-1);
  return rows.length > limit && last !== undefined ? { seals, next: String(last.number) } : { seals };
}

function toDaySeal({ number, day, sealedAt, subjects, root, signature, publicKey }: Seal): DaySeal {
  return {
    number,
    day,
    sealedAt,
    subjects,
    root: root.toString('hex'),
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
  };
}

/** The district whose ledger this database keeps. Refuses a database without an installation. */
export async function getDistrict(read: Read): Promise<string> {
  const { rows } = await sql<{ district: string }>`select district from installation`.execute(read);
  if (rows[0] === undefined) throw new Error('This database holds no installation yet.');
  return rows[0].district;
}
