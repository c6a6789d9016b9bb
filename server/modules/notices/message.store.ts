import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openText, seal, vault } from '../../platform/vault/index.ts';

export interface NewMessage {
  readonly id: string;
  readonly channel: 'sms' | 'inSite';
  readonly template: string;
  readonly key: DataKey;
  readonly receiver: string;
  readonly maskedReceiver: string;
  readonly text: string;
  readonly subjectId: string | null;
}

export async function insertMessages(
  tx: Tx,
  district: string,
  messages: readonly NewMessage[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into messages (district, id, channel, template, data_key_id, sealed_receiver, masked_receiver, sealed_text, subject_id, state, planned_at)
    select ${district}, m.id, m.channel, m.template, m.data_key_id, m.sealed_receiver, m.masked_receiver, m.sealed_text, m.subject_id, 'planned', ${at}
    from unnest(${messages.map(({ id }) => id)}::uuid[], ${messages.map(({ channel }) => channel)}::text[],
      ${messages.map(({ template }) => template)}::text[], ${messages.map(({ key }) => key.id)}::uuid[],
      ${messages.map(({ key, receiver }) => seal(key, receiver))}::bytea[], ${messages.map(({ maskedReceiver }) => maskedReceiver)}::text[],
      ${messages.map(({ key, text }) => seal(key, text))}::bytea[], ${messages.map(({ subjectId }) => subjectId)}::uuid[])
      as m (id, channel, template, data_key_id, sealed_receiver, masked_receiver, sealed_text, subject_id)
  `.execute(tx);
}

export interface MessageRow {
  readonly id: string;
  readonly channel: 'sms' | 'inSite';
  readonly receiver: string;
  readonly maskedReceiver: string;
  readonly text: string;
  readonly state: 'planned' | 'sent' | 'failed';
  readonly subjectId: string | null;
  readonly plannedAt: string;
}

interface SealedRow extends Omit<MessageRow, 'receiver' | 'text'> {
  readonly dataKeyId: string;
  readonly wrapped: Buffer;
  readonly sealedReceiver: Buffer;
  readonly sealedText: Buffer;
}

const select = sql`
  select m.id, m.channel, m.masked_receiver, m.state, m.subject_id, m.planned_at, m.data_key_id, k.wrapped, m.sealed_receiver, m.sealed_text
  from messages m join data_keys k on k.district = m.district and k.id = m.data_key_id
`;

function opened(row: SealedRow): MessageRow {
  const key = vault().unwrap({ id: row.dataKeyId, wrapped: row.wrapped });
  return { ...row, receiver: openText(key, row.sealedReceiver), text: openText(key, row.sealedText) };
}

/** Messages that were not sent yet, by their ids. */
export async function getUnsent(
  read: Read,
  district: string,
  ids: readonly string[],
): Promise<Map<string, MessageRow>> {
  const { rows } = await sql<SealedRow>`
    ${select} where m.district = ${district} and m.id = any(${ids}::uuid[]) and m.state <> 'sent'
  `.execute(read);
  return new Map(rows.map((row) => [row.id, opened(row)]));
}

/** Messages, newest first; `after` is the cursor of the page before. */
export async function getMessages(
  read: Read,
  district: string,
  page: { after?: string; limit: number },
): Promise<{ rows: MessageRow[]; next?: string }> {
  const [at, id] = (page.after ?? '').split('~');
  const { rows } = await sql<SealedRow>`
    ${select} where m.district = ${district}
      and (m.planned_at, m.id) < (coalesce(${at || null}::timestamptz, 'infinity'), coalesce(${id || null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by m.planned_at desc, m.id desc limit ${page.limit + 1}
  `.execute(read);
  const kept = rows.slice(0, page.limit).map(opened);
  const last = kept.at(-1);
  return { rows: kept, ...(rows.length > page.limit && last && { next: `${last.plannedAt}~${last.id}` }) };
}

export async function noteSent(tx: Tx, district: string, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`
    update messages set state = 'sent', sent_at = ${at} where district = ${district} and id = any(${ids}::uuid[])
  `.execute(tx);
}

export async function deleteMessages(
  tx: Tx,
  district: string,
  { codesBefore, othersBefore }: { codesBefore: Temporal.Instant; othersBefore: Temporal.Instant },
): Promise<void> {
  const { rows } = await sql<{ dataKeyId: string }>`
    delete from messages where district = ${district} and template = 'phoneCode' and planned_at < ${codesBefore}
    returning data_key_id
  `.execute(tx);
  const keys = rows.map((row) => row.dataKeyId);
  await sql`delete from data_keys where district = ${district} and id = any(${keys}::uuid[])`.execute(tx);
  await sql`
    delete from messages where district = ${district} and template <> 'phoneCode' and planned_at < ${othersBefore}
  `.execute(tx);
}
