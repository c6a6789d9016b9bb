import type { ChannelDifference, Deviation, StandardCheck } from '../../../contract/standards.ts';
import type { Level, LocalText } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import type { ElementSet } from './deviation.rules.ts';

export type CheckKind = StandardCheck['kind'];

/** A run over everything in force. */
export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  readonly state: StandardCheck['state'];
  readonly elements: ElementSet;
  readonly done: number;
  readonly total: number;
  readonly clean: number;
  readonly startedAt: string;
  readonly startedBy: string | null;
  readonly endedAt: string | null;
}

/** How many runs of a kind keep their rows. */
const keptRuns = 10;

/** The run of a kind that goes on, if one does. */
export async function findRunning(read: Read, district: string, kind: CheckKind): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from standard_checks where district = ${district} and kind = ${kind} and state = 'RUNNING'
  `.execute(read);
  return rows[0]?.id;
}

/** A new run; undefined where one of its kind goes on. */
export async function insertCheck(
  tx: Tx,
  call: Call,
  { kind, elements, total }: { kind: CheckKind; elements: ElementSet; total: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into standard_checks (district, id, kind, state, elements, done, total, clean, started_by, started_at)
    values (${call.district}, ${newId()}, ${kind}, 'RUNNING', ${JSON.stringify(elements)}::jsonb, 0, ${total}, 0,
      ${call.actor.kind === 'staff' ? call.actor.id : null}, ${call.now})
    on conflict (district, kind) where state = 'RUNNING' do nothing returning id
  `.execute(tx);
  return rows[0]?.id;
}

/** The run behind a batch, locked; undefined where the batch was done already. */
export async function lockCheck(
  tx: Tx,
  district: string,
  { checkId, done }: { checkId: string; done: number },
): Promise<Check | undefined> {
  const { rows } = await sql<Check>`
    select id, kind, state, elements, done, total, clean, started_at, null as started_by, ended_at from standard_checks
    where district = ${district} and id = ${checkId} and state = 'RUNNING' and done = ${done} for update
  `.execute(tx);
  return rows[0];
}

/** The newest run of each kind, or one run by its id. */
export async function getChecks(read: Read, district: string, checkId?: string): Promise<Check[]> {
  const { rows } = await sql<Check>`
    select distinct on (c.kind) c.id, c.kind, c.state, c.elements, c.done, c.total, c.clean, c.started_at, c.ended_at,
      s.name as started_by
    from standard_checks c left join staff s on s.district = c.district and s.id = c.started_by
    where c.district = ${district} and (${checkId ?? null}::uuid is null or c.id = ${checkId ?? null})
    order by c.kind, c.id desc
  `.execute(read);
  return rows;
}

/** A batch is done: how far the run is, and whether that was the last. */
export async function advanceCheck(
  tx: Tx,
  call: Call,
  check: Check,
  { items, clean, isLast }: { items: number; clean: number; isLast: boolean },
): Promise<void> {
  const done = check.done + items;
  await sql`
    update standard_checks set done = ${done}, clean = clean + ${clean},
      total = ${isLast ? done : Math.max(check.total, done)}, state = ${isLast ? 'DONE' : 'RUNNING'},
      ended_at = ${isLast ? call.now : null}
    where district = ${call.district} and id = ${check.id}
  `.execute(tx);
  if (isLast) await forgetOldRuns(tx, call.district, check.kind);
}

async function forgetOldRuns(tx: Tx, district: string, kind: CheckKind): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from standard_checks where district = ${district} and kind = ${kind} order by id desc offset ${keptRuns}
  `.execute(tx);
  const old = rows.map(({ id }) => id);
  if (old.length === 0) return;
  await sql`delete from standard_deviations where district = ${district} and check_id = any(${old}::uuid[])`.execute(
    tx,
  );
  await sql`delete from channel_differences where district = ${district} and check_id = any(${old}::uuid[])`.execute(
    tx,
  );
  await sql`delete from standard_checks where district = ${district} and id = any(${old}::uuid[])`.execute(tx);
}

/** Whose a finding is. */
export interface FoundItem {
  readonly itemId: string;
  readonly itemVersionId: string;
  readonly name: LocalText;
  readonly code: string;
  readonly organId: string | null;
  readonly level: Level;
}

export async function insertDeviations(
  tx: Tx,
  district: string,
  checkId: string,
  found: readonly { readonly item: FoundItem; readonly deviation: Deviation }[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ item, deviation }) => ({
    id: newId(),
    item_id: item.itemId,
    item_version_id: item.itemVersionId,
    item_name_zh: item.name.zh,
    item_name_en: item.name.en,
    code: item.code,
    organ_id: item.organId,
    level: item.level,
    element: deviation.element,
    locked: deviation.locked,
    against: deviation.against,
    own_zh: deviation.own.zh,
    own_en: deviation.own.en,
    other_zh: deviation.other.zh,
    other_en: deviation.other.en,
    other_code: deviation.otherCode,
  }));
  await sql`
    insert into standard_deviations (district, check_id, id, item_id, item_version_id, item_name_zh, item_name_en, code,
      organ_id, level, element, locked, against, own_zh, own_en, other_zh, other_en, other_code)
    select ${district}::text, ${checkId}::uuid, id, item_id, item_version_id, item_name_zh, item_name_en, code, organ_id,
      level, element, locked, against, own_zh, own_en, other_zh, other_en, other_code
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, item_id uuid, item_version_id uuid,
      item_name_zh text, item_name_en text, code text, organ_id uuid, level text, element text, locked boolean,
      against text, own_zh text, own_en text, other_zh text, other_en text, other_code text)
  `.execute(tx);
}

export async function insertDifferences(
  tx: Tx,
  district: string,
  checkId: string,
  found: readonly {
    readonly item: FoundItem;
    readonly channel: ChannelDifference['channel'];
    readonly part: string;
    readonly published: string;
    readonly shown: string;
  }[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ item, channel, part, published, shown }) => ({
    id: newId(),
    item_id: item.itemId,
    item_version_id: item.itemVersionId,
    item_name_zh: item.name.zh,
    item_name_en: item.name.en,
    code: item.code,
    shown_in: channel,
    part,
    published_digest: published,
    shown_digest: shown,
  }));
  await sql`
    insert into channel_differences (district, check_id, id, item_id, item_version_id, item_name_zh, item_name_en, code,
      shown_in, part, published_digest, shown_digest)
    select ${district}::text, ${checkId}::uuid, id, item_id, item_version_id, item_name_zh, item_name_en, code, shown_in,
      part, published_digest, shown_digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, item_id uuid, item_version_id uuid,
      item_name_zh text, item_name_en text, code text, shown_in text, part text, published_digest text, shown_digest text)
  `.execute(tx);
}
