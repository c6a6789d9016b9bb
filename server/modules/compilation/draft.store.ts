import type { LegalBasis } from '../../../contract/catalogue.ts';
import type { DraftOrigin, DraftState } from '../../../contract/compilation.ts';
import type { CaseType, Level, ProcedureProfile } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, type ItemContent, type ItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { DraftDeed, DraftFacts } from './draft.rules.ts';

/** A draft as it is kept. Null organs: the township government of the intake centre. */
export interface Draft extends DraftFacts {
  readonly id: string;
  readonly itemId: string | null;
  readonly baseVersionId: string | null;
  readonly itemVersionId: string | null;
  readonly origin: DraftOrigin;
  readonly code: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly level: Level;
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  readonly effectiveDay: string | null;
  readonly content: ItemContent;
  readonly missing: readonly string[];
  readonly faultCount: number;
  readonly revision: number;
  readonly reason: string | null;
  readonly burdenBasis: LegalBasis | null;
  readonly changedBy: string;
  readonly changedAt: string;
}

type DraftRow = Omit<Draft, 'deeds'>;

const draftRows = sql`
  select id, item_id, base_version_id, item_version_id, organ_id, origin, state, code, procedure_profile as profile, case_type,
    level, accepting_organ_id, deciding_organ_id, effective_day, content, missing, fault_count, revision, round, reason,
    burden_basis, approvals_needed, compilers, changed_by, changed_at
  from item_drafts
`;

/** A draft whole; undefined where there is none. */
export async function findDraft(read: Read, district: string, draftId: string): Promise<Draft | undefined> {
  const { rows } = await sql<DraftRow>`
    ${draftRows} where district = ${district} and id = ${draftId}
  `.execute(read);
  return withDeeds(read, district, rows[0]);
}

/** A draft under its row's lock. */
export async function lockDraft(tx: Tx, district: string, draftId: string): Promise<Draft | undefined> {
  const { rows } = await sql<DraftRow>`
    ${draftRows} where district = ${district} and id = ${draftId} for update
  `.execute(tx);
  return withDeeds(tx, district, rows[0]);
}

async function withDeeds(read: Read, district: string, row: DraftRow | undefined): Promise<Draft | undefined> {
  if (row === undefined) return undefined;
  return { ...row, deeds: (await getDeeds(read, district, [row.id])).get(row.id) ?? [] };
}

/** What was done with some drafts, by draft, oldest first. */
export async function getDeeds(
  read: Read,
  district: string,
  draftIds: readonly string[],
): Promise<Map<string, DraftDeed[]>> {
  if (draftIds.length === 0) return new Map();
  const { rows } = await sql<DraftDeed & { draftId: string }>`
    select draft_id, act, round, staff_id, note, acted_at from item_draft_acts
    where district = ${district} and draft_id = any(${draftIds}::uuid[]) order by draft_id, id
  `.execute(read);
  return Map.groupBy(rows, ({ draftId }) => draftId);
}

export type NewDraft = Omit<
  DraftRow,
  | 'id'
  | 'itemVersionId'
  | 'state'
  | 'revision'
  | 'round'
  | 'reason'
  | 'burdenBasis'
  | 'approvalsNeeded'
  | 'compilers'
  | 'changedBy'
  | 'changedAt'
>;

/** Keeps a new draft. Refuses `draft_open` where its item has one already, with its id, `code_in_draft`. */
export async function insertDraft(tx: Tx, call: StaffCall, draft: NewDraft): Promise<string> {
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into item_drafts (district, id, item_id, base_version_id, organ_id, origin, state, code, name_zh, name_en,
      procedure_profile, case_type, level, accepting_organ_id, deciding_organ_id, effective_day, content, missing,
      fault_count, revision, round, approvals_needed, compilers, changed_by, changed_at)
    values (${call.district}, ${id}, ${draft.itemId}, ${draft.baseVersionId}, ${draft.organId}, ${draft.origin}, 'DRAFT',
      ${draft.code}, ${draft.content.name.zh}, ${draft.content.name.en}, ${draft.profile}, ${draft.caseType},
      ${draft.level}, ${draft.acceptingOrganId}, ${draft.decidingOrganId}, ${draft.effectiveDay},
      ${JSON.stringify(draft.content)}::jsonb, ${draft.missing}, ${draft.faultCount}, 0, 0, 1,
      ${[call.staff.id]}::uuid[], ${call.staff.id}, ${call.now})
    on conflict do nothing returning id
  `.execute(tx);
  if (rows.length > 0) return id;
  if (draft.itemId === null) throw new Refusal('code_in_draft', { code: draft.code });
  const open = await findOpenDraft(tx, call.district, draft.itemId);
  throw new Refusal('draft_open', { draftId: open?.draftId ?? '', state: open?.state ?? '' });
}

/** Of a draft `d`: it is not over; in the words of the index that lets an item have one such draft. */
export const isOpen = sql`d.state in ('DRAFT', 'PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED', 'RETURNED')`;

/** The draft of an item that is not over. */
export async function findOpenDraft(
  read: Read,
  district: string,
  itemId: string,
): Promise<{ draftId: string; state: DraftState } | undefined> {
  const { rows } = await sql<{ draftId: string; state: DraftState }>`
    select id as draft_id, state from item_drafts d
    where district = ${district} and item_id = ${itemId} and ${isOpen}
  `.execute(read);
  return rows[0];
}

/** What the database says of a second row where only one may be. */
const uniqueViolation = '23505';

/** Overwrites what a draft says; its revision grows. Refuses `code_in_draft` where another open draft has its code. */
export async function updateDraft(tx: Tx, call: StaffCall, draft: Draft): Promise<void> {
  await sql`
    update item_drafts set code = ${draft.code}, base_version_id = ${draft.baseVersionId},
      name_zh = ${draft.content.name.zh}, name_en = ${draft.content.name.en},
      procedure_profile = ${draft.profile}, case_type = ${draft.caseType}, level = ${draft.level},
      accepting_organ_id = ${draft.acceptingOrganId}, deciding_organ_id = ${draft.decidingOrganId},
      effective_day = ${draft.effectiveDay}, content = ${JSON.stringify(draft.content)}::jsonb,
      missing = ${draft.missing}, fault_count = ${draft.faultCount}, revision = ${draft.revision},
      compilers = ${draft.compilers}::uuid[], changed_by = ${call.staff.id}, changed_at = ${call.now}
    where district = ${call.district} and id = ${draft.id}
  `
    .execute(tx)
    .catch((error: { code?: string }) => {
      throw error.code === uniqueViolation ? new Refusal('code_in_draft', { code: draft.code }) : error;
    });
}

/** What an act other than a save changes of a draft. */
export type DraftMove = Pick<Draft, 'id' | 'state' | 'round'> &
  Partial<Pick<Draft, 'reason' | 'burdenBasis' | 'approvalsNeeded' | 'compilers' | 'itemId' | 'itemVersionId'>>;

/** Moves a draft to its next state, and records who did it. */
export async function moveDraft(
  tx: Tx,
  call: StaffCall,
  deed: Pick<DraftDeed, 'act' | 'note'>,
  move: DraftMove,
): Promise<void> {
  await sql`
    update item_drafts set state = ${move.state}, round = ${move.round}, changed_at = ${call.now},
      reason = coalesce(${move.reason ?? null}, reason),
      burden_basis = ${move.burdenBasis === undefined ? sql`burden_basis` : sql`${jsonOf(move.burdenBasis)}::jsonb`},
      approvals_needed = coalesce(${move.approvalsNeeded ?? null}::integer, approvals_needed),
      compilers = coalesce(${move.compilers ?? null}::uuid[], compilers),
      item_id = coalesce(${move.itemId ?? null}::uuid, item_id),
      item_version_id = coalesce(${move.itemVersionId ?? null}::uuid, item_version_id)
    where district = ${call.district} and id = ${move.id}
  `.execute(tx);
  await sql`
    insert into item_draft_acts (district, id, draft_id, round, act, staff_id, note, acted_at)
    values (${call.district}, ${newId()}, ${move.id}, ${move.round}, ${deed.act}, ${call.staff.id}, ${deed.note}, ${call.now})
  `.execute(tx);
}

const jsonOf = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** The newest version of an item, in force or not. Refuses `not_found`. */
export async function getLatestVersion(read: Read, district: string, itemId: string): Promise<ItemVersion> {
  const { rows } = await sql<{ id: string }>`
    select id from item_versions where district = ${district} and item_id = ${itemId} order by version desc limit 1
  `.execute(read);
  const [latest] = rows;
  if (latest === undefined) throw new Refusal('not_found');
  return getItemVersion(read, district, latest.id);
}

/** The item that has a code, whatever became of it. */
export async function findItemByCode(read: Read, district: string, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from items where district = ${district} and code = ${code}
  `.execute(read);
  return rows[0]?.id;
}

/** Who last saved or moved a draft: for whoever came too late. */
export async function getLastHand(
  read: Read,
  call: Pick<Call, 'district'>,
  draft: Pick<Draft, 'changedBy' | 'changedAt' | 'deeds'>,
): Promise<{ who: string; at: string }> {
  const last = draft.deeds.at(-1);
  const staffId = last?.actedAt === draft.changedAt ? last.staffId : draft.changedBy;
  const { rows } = await sql<{ name: string }>`
    select name from staff where district = ${call.district} and id = ${staffId}
  `.execute(read);
  return { who: rows[0]?.name ?? '', at: draft.changedAt };
}
