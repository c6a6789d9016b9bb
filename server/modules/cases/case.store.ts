import type { Prefilled } from '../../../contract/cases.ts';
import type {
  CaseState,
  CaseType,
  Channel,
  DeliveryWish,
  Outcome,
  ProcedureProfile,
} from '../../../contract/values.ts';
import type { partyRoles } from '../../../contract/words.ts';
import { type Read, send, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal, vault } from '../../platform/vault/index.ts';
import { calendarOf, editionColumn } from '../deadlines/index.ts';
import { nameIndex, numberIndex, type Scope } from '../people/index.ts';
import { concerns, noteOpenWork, type Task, tasksColumn } from '../tasks/index.ts';
import type { AwaitedHead, Examiner, Related } from './case.data.ts';
import { recusalColumns } from './recusal.store.ts';

/** A case with its key opened. Days are ISO days, instants ISO instants. */
export interface Case {
  readonly id: string;
  readonly caseNo: string | null;
  readonly itemId: string;
  readonly itemVersionId: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly state: CaseState;
  readonly channel: Channel;
  readonly round: number;
  readonly deliveryWish: DeliveryWish;
  readonly accountId: string | null;
  /** Whom the account acts for, and by which mandate. */
  readonly principalId: string | null;
  readonly mandateId: string | null;
  readonly prefilled: Readonly<Record<string, Prefilled>>;
  readonly maskedApplicant: string;
  readonly applicantAssurance: 'none' | 'declared' | 'verified';
  readonly applicantRegionId: string | null;
  readonly intakeCenterId: string | null;
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  /** In whose name the papers speak, where it is not the organ that decides: power was entrusted (ALL 24). */
  readonly issuingOrganId: string | null;
  readonly deliveryPostId: string | null;
  readonly takenInBy: string | null;
  readonly acceptedBy: string | null;
  readonly decidedBy: string | null;
  readonly receivedAt: string | null;
  readonly receivedDay: string | null;
  readonly acceptedAt: string | null;
  readonly acceptedDay: string | null;
  readonly deemedAccepted: boolean;
  readonly decidedAt: string | null;
  readonly completedAt: string | null;
  readonly outcome: Outcome | null;
  readonly noticeSentDay: string | null;
  readonly openDefects: number;
  readonly duePurpose: 'answer' | 'correction' | 'decision' | 'delivery' | null;
  readonly dueDay: string | null;
  readonly dueProvisional: boolean;
  readonly statutoryDueDay: string | null;
  readonly promisedDueDay: string | null;
  readonly sealedAnswers: Buffer;
  readonly sealedQueryCode: Buffer | null;
  readonly queryIndex: Buffer | null;
  readonly savedAt: string;
  /** 特别程序 during which the whole case stands still. */
  readonly procedureId: string | null;
  /** Whose procedure it is, while it runs. */
  readonly procedureOrganId: string | null;
  /** 延期: whose answer a request for more time waits for. */
  readonly awaitedHead: AwaitedHead | null;
  /** 转报: when it was sent to the upper organ. */
  readonly reportedUpAt: string | null;
  /** What the upper organ decided. */
  readonly upperOutcome: Outcome | null;
  /** 容缺: how many materials are still owed, and until which day. */
  readonly owedMaterials: number;
  readonly supplyDueDay: string | null;
  /** 告知承诺: the letter under which it was filed. */
  readonly commitmentId: string | null;
  /** 退件: when the deciding organ gave the accepted file back to the window; that can be once. */
  readonly returnedAt: string | null;
  /** The last of the five days of the round that was accepted; nothing before that. */
  readonly answerLastDay: string | null;
  /** 回避: officers who may do nothing more on it, and those who are related to a party. */
  readonly recusedIds: readonly string[];
  readonly related: readonly Related[];
  /** Who examined something of it, in whatever round. */
  readonly examiners: readonly Examiner[];
  /** The process of its version, as it runs here; empty before acceptance. */
  readonly tasks: readonly Task[];
  readonly key: DataKey;
}

type CaseRow = Omit<Case, 'key' | 'profile'> & {
  procedureProfile: ProcedureProfile;
  dataKeyId: string;
  wrapped: Buffer;
};

const ownColumns = sql`
  c.id, c.case_no, c.item_id, c.item_version_id, c.procedure_profile, c.case_type, c.state, c.channel, c.round, c.delivery_wish,
  c.account_id, c.principal_id, c.mandate_id, c.prefilled, c.masked_applicant, c.applicant_assurance, c.applicant_region_id, c.intake_center_id, c.accepting_organ_id, c.deciding_organ_id, c.issuing_organ_id,
  c.delivery_post_id, c.taken_in_by, c.accepted_by, c.decided_by, c.received_at, c.received_day, c.accepted_at,
  c.accepted_day, c.deemed_accepted, c.decided_at, c.completed_at, c.outcome, c.notice_sent_day, c.open_defects, c.due_purpose,
  c.due_day, c.due_provisional, c.statutory_due_day, c.promised_due_day, c.sealed_answers, c.sealed_query_code, c.query_index,
  c.saved_at, c.procedure_id, c.procedure_organ_id, c.awaited_head, c.reported_up_at, c.upper_outcome, c.owed_materials, c.supply_due_day, c.commitment_id, c.returned_at, c.answer_last_day
`;

const columns = sql`${ownColumns}, c.data_key_id, k.wrapped, ${recusalColumns}, ${tasksColumn}`;

const from = sql`from cases c join data_keys k on k.district = c.district and k.id = c.data_key_id`;

function opened({ procedureProfile, dataKeyId, wrapped, ...row }: CaseRow): Case {
  return { ...row, profile: procedureProfile, key: vault().unwrap({ id: dataKeyId, wrapped }) };
}

/** The cases that a scope reads: those that it works on, and what others decide in its name (ALL 24). */
export function readableTo(scope: Scope) {
  const inItsName = sql`(c.issuing_organ_id = any(${scope.organIds}::uuid[]) and c.accepted_day is not null)`;
  return scope.organIds.length === 0 ? visibleTo(scope) : sql`(${visibleTo(scope)} or ${inItsName})`;
}

/** Whether a scope works on a case that it reads: `visibleTo` of a case at hand. */
export function worksOn(
  { whole, centerIds, organIds, postIds }: Scope,
  theCase: Pick<Case, 'intakeCenterId' | 'decidingOrganId' | 'deliveryPostId' | 'tasks'>,
): boolean {
  return (
    whole ||
    centerIds.includes(theCase.intakeCenterId ?? '') ||
    organIds.includes(theCase.decidingOrganId ?? '') ||
    theCase.tasks.some(
      ({ openedAt, organisationId, participantIds }) =>
        openedAt !== null && [organisationId, ...participantIds].some((organId) => organIds.includes(organId)),
    ) ||
    postIds.includes(theCase.deliveryPostId ?? '')
  );
}

/**
 * The cases that a scope works on, as a plain predicate on `cases c`: no LIKE, no function per row. Drafts belong to
 * their writers alone.
 */
export function visibleTo(scope: Scope) {
  const ofItems = scope.itemIds === null ? sql`` : sql` and c.item_id = any(${scope.itemIds}::uuid[])`;
  const parts = [
    ...(scope.centerIds.length > 0 ? [sql`(c.intake_center_id = any(${scope.centerIds}::uuid[])${ofItems})`] : []),
    ...(scope.organIds.length > 0
      ? [
          sql`(c.accepted_day is not null and (c.deciding_organ_id = any(${scope.organIds}::uuid[]) or ${concerns(scope.organIds)}))`,
        ]
      : []),
    // Whoever carries a result sees it while he does, and what he carried.
    ...(scope.postIds.length > 0
      ? [
          sql`(c.delivery_post_id = any(${scope.postIds}::uuid[]) and c.state in ('DELIVERING', 'COMPLETED', 'ARCHIVED'))`,
        ]
      : []),
  ];
  if (scope.whole) return sql`c.state <> 'DRAFT'`;
  return parts.length === 0 ? sql`false` : sql`c.state <> 'DRAFT' and (${sql.join(parts, sql` or `)})`;
}

/** The cases `c` that somebody still has to do something with: word for word as in the partial indexes, which are not used otherwise. */
export const openCase = sql`c.state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING')`;

/** The cases of one resident: those of his account, and those that somebody filed for him by a mandate. */
export function filedBy(accountId: string) {
  return sql`(c.account_id = ${accountId} or c.principal_id = ${accountId})`;
}

export type Visible = ReturnType<typeof visibleTo>;

/** The case, locked for an act. What lies outside the caller's scope is not found, like what does not exist. */
export async function lockCase(tx: Tx, district: string, caseId: string, visible: Visible): Promise<Case> {
  // Read after the lock: what a locking statement reads of other tables could be older than what it waited for.
  const [{ rows }, theCase] = await Promise.all([
    sql`select c.id from cases c where c.district = ${district} and c.id = ${caseId} and ${visible} for update`.execute(
      tx,
    ),
    getCase(tx, district, caseId, everywhere),
  ]);
  if (rows.length === 0) throw new Refusal('not_found');
  return theCase;
}

/** A case, and with it the calendar that its days are counted by: an act goes by the one that held under the lock. */
export async function getCase(read: Read, district: string, caseId: string, visible: Visible): Promise<Case> {
  const { rows } = await sql<CaseRow & { edition: string }>`
    select ${columns}, ${editionColumn(district)} ${from}
    where c.district = ${district} and c.id = ${caseId} and ${visible}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  const { edition, ...row } = rows[0];
  await calendarOf(read, district, edition);
  return opened(row);
}

/** For jobs, which act in nobody's scope. */
export const everywhere: Visible = sql`true`;

export async function findCaseByNumber(read: Read, district: string, caseNo: string): Promise<Case | undefined> {
  const { rows } =
    await sql<CaseRow>`select ${columns} ${from} where c.district = ${district} and c.case_no = ${caseNo}`.execute(
      read,
    );
  return rows[0] && opened(rows[0]);
}

export async function findDraft(
  read: Read,
  district: string,
  { accountId, itemId, principalId }: { accountId: string; itemId: string; principalId: string | null },
): Promise<Case | undefined> {
  const { rows } = await sql<CaseRow>`
    select ${columns} ${from}
    where c.district = ${district} and c.account_id = ${accountId} and c.item_id = ${itemId} and c.state = 'DRAFT'
      and c.principal_id is not distinct from ${principalId}::uuid
  `.execute(read);
  return rows[0] && opened(rows[0]);
}

/** The latest filed cases of a resident's account, newest first. */
export async function getCasesOf(read: Read, district: string, accountId: string, limit: number): Promise<Case[]> {
  const { rows } = await sql<CaseRow>`
    select ${columns} ${from}
    where c.district = ${district} and c.account_id = ${accountId} and c.principal_id is null and c.state <> 'DRAFT'
    order by c.created_at desc, c.id desc limit ${limit}
  `.execute(read);
  return rows.map(opened);
}

export interface NewCase {
  readonly id: string;
  readonly itemId: string;
  readonly itemVersionId: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly channel: Channel;
  readonly deliveryWish: DeliveryWish;
  readonly accountId: string | null;
  readonly principalId?: string;
  readonly mandateId?: string;
  readonly prefilled?: Readonly<Record<string, Prefilled>>;
  readonly regionId: string | null;
  readonly key: DataKey;
  readonly answers: Readonly<Record<string, string>>;
  readonly at: Temporal.Instant;
}

/** A new draft. Nothing is made when this account has one of the same item for the same person already. */
export async function insertDraft(tx: Tx, district: string, draft: NewCase): Promise<Case | undefined> {
  const { rows } = await sql<Omit<CaseRow, 'dataKeyId' | 'wrapped'>>`
    insert into cases as c (district, id, item_id, item_version_id, procedure_profile, case_type, state, channel, delivery_wish, account_id,
      principal_id, mandate_id, prefilled, masked_applicant, applicant_region_id, data_key_id, sealed_answers, created_at, saved_at)
    values (${district}, ${draft.id}, ${draft.itemId}, ${draft.itemVersionId}, ${draft.profile}, ${draft.caseType}, 'DRAFT', ${draft.channel},
      ${draft.deliveryWish}, ${draft.accountId}, ${draft.principalId ?? null}, ${draft.mandateId ?? null}, ${JSON.stringify(draft.prefilled ?? {})}::jsonb, '', ${draft.regionId}, ${draft.key.id}, ${seal(draft.key, JSON.stringify(draft.answers))}, ${draft.at}, ${draft.at})
    on conflict (district, account_id, item_id, principal_id) where state = 'DRAFT' and account_id is not null do nothing
    returning ${ownColumns}
  `.execute(tx);
  if (rows[0] === undefined) return undefined;
  const { procedureProfile, ...row } = rows[0];
  return { ...row, profile: procedureProfile, key: draft.key, recusedIds: [], related: [], examiners: [], tasks: [] };
}

/** A draft goes on under the mandate that was just proven. */
export async function saveMandate(tx: Tx, district: string, caseId: string, mandateId: string): Promise<void> {
  await sql`
    update cases set mandate_id = ${mandateId} where district = ${district} and id = ${caseId} and state = 'DRAFT'
  `.execute(tx);
}

/** Writes a case as it is after an act: one statement for every act, so that none forgets a column. */
export function saveCase(tx: Tx, district: string, after: Case): void {
  if (after.state !== 'DRAFT') noteOpenWork(tx, district, [after.id]);
  send(
    tx,
    sql`
    update cases set
      account_id = ${after.accountId}, principal_id = ${after.principalId}, mandate_id = ${after.mandateId}, case_no = ${after.caseNo}, query_index = ${after.queryIndex}, item_version_id = ${after.itemVersionId},
      procedure_profile = ${after.profile}, case_type = ${after.caseType}, state = ${after.state}, channel = ${after.channel}, round = ${after.round},
      delivery_wish = ${after.deliveryWish}, masked_applicant = ${after.maskedApplicant}, applicant_assurance = ${after.applicantAssurance}, applicant_region_id = ${after.applicantRegionId},
      matter_region_id = ${after.applicantRegionId}, intake_center_id = ${after.intakeCenterId}, accepting_organ_id = ${after.acceptingOrganId},
      deciding_organ_id = ${after.decidingOrganId}, issuing_organ_id = ${after.issuingOrganId}, delivery_post_id = ${after.deliveryPostId}, taken_in_by = ${after.takenInBy},
      accepted_by = ${after.acceptedBy}, decided_by = ${after.decidedBy}, received_at = ${after.receivedAt},
      received_day = ${after.receivedDay}, accepted_at = ${after.acceptedAt}, accepted_day = ${after.acceptedDay},
      deemed_accepted = ${after.deemedAccepted}, decided_at = ${after.decidedAt}, completed_at = ${after.completedAt}, outcome = ${after.outcome},
      notice_sent_day = ${after.noticeSentDay}, open_defects = ${after.openDefects}, due_purpose = ${after.duePurpose}, due_day = ${after.dueDay},
      due_provisional = ${after.dueProvisional}, statutory_due_day = ${after.statutoryDueDay}, promised_due_day = ${after.promisedDueDay},
      sealed_answers = ${after.sealedAnswers}, prefilled = ${JSON.stringify(after.prefilled)}::jsonb, sealed_query_code = ${after.sealedQueryCode}, saved_at = ${after.savedAt},
      procedure_id = ${after.procedureId}, procedure_organ_id = ${after.procedureOrganId}, reported_up_at = ${after.reportedUpAt}, upper_outcome = ${after.upperOutcome}, owed_materials = ${after.owedMaterials},
      supply_due_day = ${after.supplyDueDay}, commitment_id = ${after.commitmentId},
      returned_at = ${after.returnedAt}, answer_last_day = ${after.answerLastDay}
    where district = ${district} and id = ${after.id}
  `,
  );
}

/** A request for more time was made of this head, or waits no more. The cases are locked. */
export async function saveAwaitedHead(
  tx: Tx,
  district: string,
  caseIds: readonly string[],
  head: AwaitedHead | null,
): Promise<void> {
  const awaited = head === null ? null : JSON.stringify(head);
  await sql`
    update cases set awaited_head = ${awaited}::jsonb where district = ${district} and id = any(${caseIds}::uuid[])
  `.execute(tx);
}

/** The next case number of a day. Sixteen stripes share the day, so that intake at many windows does not queue for one row. */
export async function takeCaseNumber(
  tx: Tx,
  district: string,
  regionCode: string,
  day: Temporal.PlainDate,
): Promise<string> {
  const stripe = Math.floor(Math.random() * 16);
  const { rows } = await sql<{ lastNumber: number }>`
    insert into case_number_counters (district, day, stripe, last_number) values (${district}, ${day}, ${stripe}, 1)
    on conflict (district, day, stripe) do update set last_number = case_number_counters.last_number + 1 returning last_number
  `.execute(tx);
  const sequence = ((rows[0]?.lastNumber ?? 1) - 1) * 16 + stripe + 1;
  return `BJ${regionCode.slice(0, 6)}${day.toString().replaceAll('-', '')}${String(sequence).padStart(6, '0')}`;
}

/** A party as filed: a snapshot that later changes of name or number never alter. */
export interface PartySnapshot {
  readonly name: string;
  readonly number: string | null;
  readonly phone: string | null;
}

export interface Party extends PartySnapshot {
  readonly id: string;
  readonly role: (typeof partyRoles)[number];
  readonly kind: 'person' | 'firm';
  readonly residentId: string | null;
  readonly assurance: 'none' | 'declared' | 'verified';
}

/** Keeps everybody who takes part in a case, in one statement and in the order given. */
export function insertParties(
  tx: Tx,
  district: string,
  caseId: string,
  key: DataKey,
  parties: readonly Omit<Party, 'id'>[],
): void {
  send(
    tx,
    sql`
    insert into case_parties (district, id, case_id, role, kind, resident_id, sealed_snapshot, name_index, number_index, assurance, position)
    select ${district}, p.id, ${caseId}, p.role, p.kind, p.resident_id, p.sealed_snapshot, p.name_index, p.number_index, p.assurance, p.position
    from unnest(${parties.map(() => newId())}::uuid[], ${parties.map(({ role }) => role)}::text[], ${parties.map(({ kind }) => kind)}::text[],
      ${parties.map(({ residentId }) => residentId)}::uuid[],
      ${parties.map(({ name, number, phone }) => seal(key, JSON.stringify({ name, number, phone })))}::bytea[],
      ${parties.map(({ name }) => nameIndex(name))}::bytea[], ${parties.map(({ number }) => (number === null ? null : numberIndex(number)))}::bytea[],
      ${parties.map(({ assurance }) => assurance)}::text[]) with ordinality
      as p (id, role, kind, resident_id, sealed_snapshot, name_index, number_index, assurance, position)
  `,
  );
}

type SealedParty = Omit<Party, keyof PartySnapshot> & { readonly sealedSnapshot: Buffer };

/** Everybody who takes part in a case, still sealed: asked for before its key is known. */
export async function getSealedParties(read: Read, district: string, caseId: string): Promise<SealedParty[]> {
  const { rows } = await sql<SealedParty>`
    select id, role, kind, resident_id, sealed_snapshot, assurance from case_parties
    where district = ${district} and case_id = ${caseId} order by position, id
  `.execute(read);
  return rows;
}

export function openParties(key: DataKey, sealed: readonly SealedParty[]): Party[] {
  return sealed.map(({ sealedSnapshot, ...party }) => ({ ...party, ...openJson<PartySnapshot>(key, sealedSnapshot) }));
}

export async function getParties(read: Read, district: string, caseId: string, key: DataKey): Promise<Party[]> {
  return openParties(key, await getSealedParties(read, district, caseId));
}

export async function setPartyVerified(tx: Tx, district: string, partyId: string, residentId: string): Promise<void> {
  await sql`
    update case_parties set assurance = 'verified', resident_id = ${residentId} where district = ${district} and id = ${partyId}
  `.execute(tx);
}

export function insertReceipt(
  tx: Tx,
  district: string,
  { id, key }: Pick<Case, 'id' | 'key'>,
  {
    round,
    at,
    day,
    lateReason,
  }: {
    round: number;
    at: Temporal.Instant;
    day: Temporal.PlainDate;
    /** Why what was sent is entered more than five working days after it arrived. */
    lateReason: string | null;
  },
): void {
  send(
    tx,
    sql`
    insert into case_receipts (district, case_id, round, received_at, received_day, sealed_late_reason)
    values (${district}, ${id}, ${round}, ${at}, ${day}, ${lateReason === null ? null : seal(key, JSON.stringify(lateReason))})
  `,
  );
}

/** Of the receipts of a case, why those were entered late that were, by round. */
export async function getLateReasons(
  read: Read,
  district: string,
  { id, key }: Pick<Case, 'id' | 'key'>,
): Promise<Map<number, string>> {
  const { rows } = await sql<{ round: number; sealedLateReason: Buffer }>`
    select round, sealed_late_reason from case_receipts
    where district = ${district} and case_id = ${id} and sealed_late_reason is not null
  `.execute(read);
  return new Map(rows.map(({ round, sealedLateReason }) => [round, openJson<string>(key, sealedLateReason)]));
}

/** What finds a case by number and query code, and tells neither. */
export function queryIndex(caseNo: string, queryCode: string): Buffer {
  return vault().blindIndex('queryCode', `${caseNo}:${queryCode}`);
}

/** Deletes drafts last saved before an instant, and the keys that alone could open them. */
export async function deleteDrafts(tx: Tx, district: string, before: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string; dataKeyId: string }>`
    select id, data_key_id from cases where district = ${district} and state = 'DRAFT' and saved_at < ${before}
    order by id limit 1000 for update skip locked
  `.execute(tx);
  const ids = rows.map((row) => row.id);
  const keys = rows.map((row) => row.dataKeyId);
  await sql`delete from case_material_files where district = ${district} and case_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from case_materials where district = ${district} and case_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from case_commitments where district = ${district} and case_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from cases where district = ${district} and id = any(${ids}::uuid[]) and state = 'DRAFT'`.execute(
    tx,
  );
  await sql`delete from data_keys where district = ${district} and id = any(${keys}::uuid[])`.execute(tx);
}
