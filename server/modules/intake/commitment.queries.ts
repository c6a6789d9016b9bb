import { knownAnswers } from '../../../contract/answers.ts';
import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type {
  CaseCommitment,
  CheckState,
  CommitmentCheck,
  CommitmentLetter,
  MyCommitment,
} from '../../../contract/commitments.ts';
import type { Answers } from '../../../contract/form.ts';
import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import { excludedFields } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson } from '../../platform/vault/index.ts';
import {
  actsFrom,
  type Case,
  filedBy,
  getCase,
  getMaterials,
  getMatter,
  isVillageAgent,
  lastSupplyDay,
  missingOf,
  requirementsOf,
  seesOnlyResult,
  toleratedCommitment,
  visibleTo,
} from '../cases/index.ts';
import { getItemVersions, getVersionInForce, type ItemVersion, organName } from '../catalogue/index.ts';
import { dueDay, light, loadCalendar } from '../deadlines/index.ts';
import {
  type Choice,
  committable,
  findCommitment,
  getOwed,
  isNormal,
  judgeChoice,
  letterOf,
  listChecks,
  stillOffered,
  verificationOf,
} from '../decisions/index.ts';
import { previewDocument } from '../documents/index.ts';
import { getResident, type ResidentCall, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { digestLetter } from './digest-letter.ts';

/** The letter for a choice under a version, with its digest. It names who decides, which the version alone says. */
export function letterFor(
  version: ItemVersion,
  needed: readonly MaterialRequirement[],
  choice: Choice,
  places: Places,
): CommitmentLetter {
  const organ = organName(version.decidingOrganId, places);
  return digestLetter(letterOf(choice, { content: version.content, organ, needed }));
}

/** What the draft of a matter needs as far as it was answered. */
export async function neededOfDraft(
  read: Read,
  theCase: Case,
  version: ItemVersion,
  answers: Answers,
  call: Call,
): Promise<MaterialRequirement[]> {
  const holder = await getResident(read, call.district, theCase.principalId ?? theCase.accountId ?? '');
  const today = call.today.toString();
  const applicant = holder?.identity && aboutHolder(holder.identity.residentNumber, today);
  const { form, materials } = version.content;
  return neededMaterials(materials, form, knownAnswers(form, answers), { today, applicant });
}

interface Situation {
  readonly version: ItemVersion;
  readonly needed: readonly MaterialRequirement[];
  readonly places: Places;
}

async function situationOf(read: Read, theCase: Case, call: Call): Promise<Situation> {
  const places = await loadPlaces(read, call.district);
  if (theCase.state !== 'DRAFT') {
    const matter = await getMatter(read, call, theCase);
    return { version: matter.version, needed: requirementsOf(matter), places };
  }
  const version = await getVersionInForce(read, call, theCase.itemId);
  const answers = openJson<Answers>(theCase.key, theCase.sealedAnswers);
  return { version, needed: await neededOfDraft(read, theCase, version, answers, call), places };
}

async function viewOf(
  read: Read,
  theCase: Case,
  { version, needed, places }: Situation,
  call: Call,
): Promise<MyCommitment> {
  const [stored, owed] = await Promise.all([
    findCommitment(read, call.district, theCase.id, theCase.key),
    getOwed(read, call.district, theCase.id),
  ]);
  const { fields, commitment, materials } = version.content;
  const isOpen = !(fields ?? []).some((field) => excludedFields.includes(field));
  const choice = stored && stillOffered({ whole: stored.kind === 'ITEM', materials: stored.materialKeys }, needed);
  // What the form asks now may have left nothing of a choice.
  const letter =
    choice && !isNormal(choice) && judgeChoice(choice, version.content, needed) === undefined
      ? letterFor(version, needed, choice, places)
      : undefined;
  const names = new Map(materials.map(({ key, name }) => [key, name]));
  return {
    materials: isOpen ? committable(needed).map(({ key, name }) => ({ key, name })) : [],
    ...(isOpen && commitment && { whole: { atOnce: commitment.decideAtOnce === true } }),
    ...(stored &&
      letter && {
        chosen: {
          kind: stored.kind,
          materialKeys: [...stored.materialKeys],
          state: stored.state,
          signed: stored.letterDigest === letter.digest,
          letter,
        },
      }),
    ...(stored?.checkState != null &&
      stored.checkDueDay !== null && {
        check: {
          state: stored.checkState,
          dueDay: stored.checkDueDay,
          ...(stored.findings !== null && { findings: stored.findings }),
          ...(stored.checkedAt !== null && { checkedAt: stored.checkedAt }),
        },
      }),
    mayWithdraw:
      stored?.state === 'SIGNED' && (actsFrom.withdrawCommitment as readonly string[]).includes(theCase.state),
    owed: owed.map(({ key, method, dueDay: day }) => ({
      key,
      name: names.get(key) ?? { zh: key, en: key },
      ...(method !== null && { method }),
      ...(day !== null && { day }),
    })),
    ...(theCase.supplyDueDay !== null && { supplyDueDay: theCase.supplyDueDay }),
  };
}

/** What may be committed to in a matter of the resident's own, what was, and what is owed. */
export async function getMyCommitment(
  read: Read,
  { caseId }: { caseId: string },
  call: ResidentCall,
): Promise<MyCommitment> {
  const theCase = await getCase(read, call.district, caseId, filedBy(call.resident.id));
  return viewOf(read, theCase, await situationOf(read, theCase, call), call);
}

/** The same for staff, with what is missing and whether it may follow. */
export async function getCaseCommitment(
  read: Read,
  { caseId }: { caseId: string },
  call: StaffCall,
): Promise<CaseCommitment> {
  const theCase = await getCase(read, call.district, caseId, visibleTo(call.staff.scope));
  if (seesOnlyResult(call, theCase) || isVillageAgent(call)) throw new Refusal('not_found');
  const [situation, materials, calendar] = await Promise.all([
    situationOf(read, theCase, call),
    getMaterials(read, call.district, caseId),
    loadCalendar(read, call.district),
  ]);
  const received = new Set(materials.filter((material) => material.received).map(({ key }) => key));
  const { promisedLimit } = situation.version.content;
  const promised = dueDay(promisedLimit, [{ kind: 'start', day: call.today, at: call.now }], calendar);
  const about = { today: call.today, promisedDueDay: promised.dueDay.toString() };
  return {
    ...(await viewOf(read, theCase, situation, call)),
    missing: missingOf({ needed: situation.needed, received }).map((material) => {
      const lastDay = lastSupplyDay(material, about, calendar);
      return {
        key: material.key,
        name: material.name,
        ...(material.tolerated && { tolerated: { workingDays: material.tolerated.workingDays } }),
        ...(lastDay !== undefined && { lastDay }),
      };
    }),
  };
}

/** The letter for somebody at the window, before there is a case. Nothing is done. */
export async function getWindowLetter(
  read: Read,
  { itemId, whole, materials }: { itemId: string; whole: boolean; materials: readonly string[] },
  call: StaffCall,
): Promise<CommitmentLetter> {
  if (call.staff.post?.itemIds.includes(itemId) !== true) throw new Refusal('item_not_authorised');
  const [version, places] = await Promise.all([getVersionInForce(read, call, itemId), loadPlaces(read, call.district)]);
  const objection = judgeChoice({ whole, materials }, version.content, version.content.materials);
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  return letterFor(version, version.content.materials, { whole, materials }, places);
}

/** The commitment that a tolerated acceptance would have the applicant sign, to be printed. Nothing is done. */
export async function previewTolerated(
  read: Read,
  input: { caseId: string; materials: string; supplyDay: string; method: 'WINDOW' | 'ONLINE' | 'MAIL' },
  call: StaffCall,
): Promise<{ title: string; lines: string[]; organ: string; day: string }> {
  if (isVillageAgent(call)) throw new Refusal('not_found');
  const theCase = await getCase(read, call.district, input.caseId, visibleTo(call.staff.scope));
  const matter = await getMatter(read, call, theCase);
  const content = toleratedCommitment(matter, {
    materials: input.materials.split(',').filter(Boolean),
    supplyDay: input.supplyDay,
    method: input.method,
    signedAt: null,
  });
  const draft = await previewDocument(read, { content, organ: matter.acceptingOrgan }, call);
  return { title: draft.title, lines: draft.lines, organ: matter.acceptingOrgan.name.zh, day: call.today.toString() };
}

export interface ListChecks {
  readonly state?: CheckState;
  readonly after?: string;
  readonly limit?: number;
}

/** 承诺核查: the commitments that the post's organ verifies, by day. */
export async function listCommitmentChecks(
  read: Read,
  { state, after, limit = 20 }: ListChecks,
  call: StaffCall,
): Promise<{ checks: CommitmentCheck[]; next?: string }> {
  const organIds = call.staff.post === undefined ? [] : [call.staff.post.organId];
  const cursor = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '');
  if (after !== undefined && cursor === null)
    throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  const rows = await listChecks(read, call.district, {
    organIds,
    states: state === undefined ? ['WAITING', 'DUE'] : [state],
    after: cursor === null ? undefined : { day: cursor[1] ?? '', id: cursor[2] ?? '' },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const [versions, calendar] = await Promise.all([
    getItemVersions(read, call.district, [...new Set(page.map(({ itemVersionId }) => itemVersionId))]),
    loadCalendar(read, call.district),
  ]);
  const byId = new Map(versions.map((version) => [version.id, version]));
  const checks = page.flatMap((row): CommitmentCheck[] => {
    const content = byId.get(row.itemVersionId)?.content;
    if (content === undefined) return [];
    const choice = { whole: row.kind === 'ITEM', materials: row.materialKeys };
    return [
      {
        caseId: row.caseId,
        caseNo: row.caseNo,
        applicant: row.maskedApplicant,
        itemName: content.name,
        kind: row.kind,
        replaces: content.materials.flatMap(({ key, name }) => (row.materialKeys.includes(key) ? [name] : [])),
        method: verificationOf(choice, content, content.materials).method,
        state: row.checkState,
        dueDay: row.checkDueDay,
        light:
          row.checkState === 'KEPT' || row.checkState === 'FALSE'
            ? 'none'
            : light(Temporal.PlainDate.from(row.checkDueDay), call.today, calendar).light,
      },
    ];
  });
  return { checks, ...(rows.length > limit && last && { next: `${last.checkDueDay}~${last.id}` }) };
}
