import type { Process, ProcessStage, ProcessTask } from '../../../contract/catalogue.ts';
import { licensingPauseGrounds } from '../../../contract/deadlines.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { CaseType, LocalText, Role } from '../../../contract/values.ts';
import type { processTaskKinds } from '../../../contract/words.ts';
import { officeDayHours, type WorkCalendar } from '../deadlines/index.ts';
import type { StaffedOrgans } from '../people/index.ts';
import type { Places } from '../places/index.ts';

type Kind = (typeof processTaskKinds)[number];

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** The usual way: front window takes in, back office decides, one window hands out (domain §3.1). */
const usual: Readonly<Record<'intake' | 'acceptance' | 'review' | 'decision' | 'delivery', ProcessStage>> = {
  intake: stage('intake', text('收件', 'Intake'), 'INTAKE', 'INTAKE', text('综合窗口收件岗', 'Comprehensive window')),
  acceptance: stage(
    'acceptance',
    text('受理', 'Acceptance'),
    'ACCEPTANCE',
    'INTAKE',
    text('综合窗口受理岗', 'Comprehensive window'),
  ),
  review: stage('review', text('审查', 'Review'), 'REVIEW', 'DECIDING', text('审查岗', 'Reviewer')),
  decision: stage('decision', text('决定', 'Decision'), 'DECISION', 'DECIDING', text('决定岗', 'Decider')),
  delivery: stage('delivery', text('出件', 'Handing out'), 'DELIVERY', 'INTAKE', text('出件窗口', 'Exit window')),
};

function stage(key: string, name: LocalText, kind: Kind, organ: 'INTAKE' | 'DECIDING', post: LocalText): ProcessStage {
  return { key, name, tasks: [{ key, name, kind, organ, post }] };
}

/**
 * 办理流程 of a version: its own, or the usual one of its case type. An immediate matter has no review of its own, and
 * neither has one whose steps are fused 极简审批: what was examined in several is decided in one.
 */
export function processOf({
  content,
  caseType,
}: {
  readonly content: ItemContent;
  readonly caseType: CaseType;
}): Process {
  if (content.process !== undefined) return content.process;
  const { intake, acceptance, review, decision, delivery } = usual;
  const isReviewed = caseType === 'PROMISED' && !content.elements.simpleApproval;
  return { stages: [intake, acceptance, ...(isReviewed ? [review] : []), decision, delivery] };
}

/** Tasks that an organ alone may do: at a village centre they are nobody's (domain §1.6). */
const ofAnOrgan: readonly Kind[] = [
  'REVIEW',
  'JOINT_REVIEW',
  'HEARING',
  'INSPECTION',
  'EXPERT_PANEL',
  'PUBLIC_NOTICE',
  'CERTIFICATION',
];

/** What prepares or carries out a result, and so comes after it. */
const ofAResult: readonly Kind[] = ['CERTIFICATION', 'DELIVERY'];

/** What a limit does not count: time before acceptance, and what ALL 45 takes out of it. */
const uncounted: readonly Kind[] = ['INTAKE', 'ACCEPTANCE', 'HEARING', 'EXPERT_PANEL', 'INSPECTION', ...ofAResult];

const decides = ({ tasks }: ProcessStage) => tasks.some(({ kind }) => kind === 'DECISION');

/**
 * Why a process could not run, each with its place: a key twice, a name or post that is missing in one language, no
 * decision or two, a decision beside something else or by another organ than the one that decides, something on the wrong
 * side of the decision, a named organ that is not named, a higher organ without its name or law (ALL 43), some of n where all must have their say, tasks that together outlast the promise, in whichever units.
 */
export function processFaults(
  { stages, reportUp }: Process,
  {
    content,
    calendar,
  }: { readonly content: Pick<ItemContent, 'promisedLimit'>; readonly calendar: Pick<WorkCalendar, 'officeHours'> },
): FieldFault[] {
  const faults: FieldFault[] = [];
  const stageKeys = new Set<string>();
  const taskKeys = new Set<string>();
  const fault = (field: string, code: string, facts?: FieldFault['facts']) =>
    faults.push({ field, code, ...(facts === undefined ? {} : { facts }) });
  const worded = (place: string, { zh, en }: LocalText) => {
    if (zh.trim() === '') fault(`${place}.zh`, 'required');
    if (en.trim() === '') fault(`${place}.en`, 'required');
  };
  const once = (place: string, key: string, keys: Set<string>) => {
    if (keys.has(key)) fault(`${place}.key`, 'key_twice', { key });
    keys.add(key);
  };
  const decision = stages.findIndex(decides);
  let decisions = 0;
  for (const [at, stage] of stages.entries()) {
    const spot = `process.stages.${at}`;
    once(spot, stage.key, stageKeys);
    worded(`${spot}.name`, stage.name);
    // What waits for more than there is never goes on.
    if (stage.join !== undefined && stage.join > stage.tasks.length)
      fault(`${spot}.join`, 'too_many', { max: stage.tasks.length });
    // Whom the others' opinions must not cut off: a veto, who is to be heard, what the public was told.
    if (stage.join !== undefined && stage.tasks.some(({ kind, veto }) => kind !== 'REVIEW' || veto === true))
      fault(`${spot}.join`, 'join_needs_all');
    for (const [index, task] of stage.tasks.entries()) {
      const { key, name, post, kind, organ, organId } = task;
      const place = `${spot}.tasks.${index}`;
      once(place, key, taskKeys);
      worded(`${place}.name`, name);
      worded(`${place}.post`, post);
      if ((organ === 'NAMED') !== (organId !== undefined))
        fault(`${place}.organId`, organ === 'NAMED' ? 'required' : 'out_of_place');
      faults.push(...ruleFaults(task, place));
      if (kind === 'DECISION') {
        decisions += 1;
        if (organ !== 'DECIDING') fault(`${place}.organ`, 'decided_elsewhere');
        if (decisions > 1) fault(`${place}.kind`, 'decision_twice');
        else if (stage.tasks.length > 1) fault(`${place}.kind`, 'decision_not_alone');
        continue;
      }
      if (decision >= 0 && at > decision && ![...ofAResult, 'PUBLIC_NOTICE'].includes(kind))
        fault(`${place}.kind`, 'after_decision');
      if (at < decision && ofAResult.includes(kind)) fault(`${place}.kind`, 'before_decision');
      if (organ === 'INTAKE' && ofAnOrgan.includes(kind)) fault(`${place}.organ`, 'not_at_intake');
    }
  }
  if (decision < 0) fault('process', 'decision_missing');
  if (reportUp !== undefined) {
    worded('process.reportUp.organ', reportUp.organ);
    if (reportUp.basis.law.trim() === '') fault('process.reportUp.basis.law', 'required');
  }
  const { amount, unit } = content.promisedLimit;
  // What is promised at once is done within the day.
  const atOnce = unit === 'officeHours' ? officeDayHours(calendar) : 1;
  const days = lengthOf({ stages }, { unit, calendar });
  if (days > (amount > 0 ? amount : atOnce))
    fault('process', 'longer_than_promised', { days: Math.ceil(days * 10) / 10, max: amount });
  return faults;
}

/** What several units do together, and so may name who takes part. */
const together: readonly Kind[] = ['JOINT_REVIEW', 'JOINT_SITE_VISIT', 'EXPERT_PANEL', 'HEARING'];

/**
 * What is wrong with the rules of one task: silence or a veto where nobody gives an opinion, partners in what one unit does
 * alone, time that stands still without the article that says so (ALL 45 names eight procedures; any other needs the
 * item's own law).
 */
function ruleFaults({ kind, participants, silence, veto, pause }: ProcessTask, place: string): FieldFault[] {
  const isNamed = (licensingPauseGrounds as readonly string[]).includes(pause?.ground ?? '');
  return [
    ...(silence !== undefined && kind !== 'REVIEW' ? [{ field: `${place}.silence`, code: 'out_of_place' }] : []),
    ...(veto === true && kind !== 'REVIEW' ? [{ field: `${place}.veto`, code: 'out_of_place' }] : []),
    ...(participants !== undefined && !together.includes(kind)
      ? [{ field: `${place}.participants`, code: 'out_of_place' }]
      : []),
    ...(kind === 'JOINT_SITE_VISIT' && participants === undefined
      ? [{ field: `${place}.participants`, code: 'required' }]
      : []),
    ...(pause !== undefined && !isNamed && pause.basis === undefined
      ? [{ field: `${place}.pause.basis`, code: 'required' }]
      : []),
  ];
}

/** The organs that a process names and the district does not have, or that are none where only an organ may act. */
export function namedOrganFaults(
  content: Pick<ItemContent, 'process'>,
  places: Pick<Places, 'organById'>,
): FieldFault[] {
  return (content.process?.stages ?? []).flatMap(({ tasks }, at) =>
    tasks.flatMap(({ organId, kind, participants = [] }, index): FieldFault[] => {
      const place = `content.process.stages.${at}.tasks.${index}`;
      const isFit = (id: string) => {
        const organ = places.organById(id);
        return organ !== undefined && (organ.isAdministrativeOrgan || !ofAnOrgan.includes(kind));
      };
      return [
        ...(organId === undefined || isFit(organId) ? [] : [{ field: `${place}.organId`, code: 'not_an_organ' }]),
        ...participants.flatMap((id, number) =>
          isFit(id) ? [] : [{ field: `${place}.participants.${number}`, code: 'not_an_organ' }],
        ),
      ];
    }),
  );
}

/** Who does each kind of task; what is done at a window is done at the centre where a matter comes in, whichever that is. */
const doneBy: Readonly<Record<Kind, readonly Role[]>> = {
  INTAKE: [],
  ACCEPTANCE: [],
  REVIEW: ['reviewer'],
  JOINT_REVIEW: ['reviewer'],
  SITE_VISIT: ['reviewer'],
  JOINT_SITE_VISIT: ['reviewer'],
  HEARING: ['reviewer'],
  INSPECTION: ['reviewer'],
  EXPERT_PANEL: ['reviewer'],
  PUBLIC_NOTICE: ['reviewer'],
  DECISION: ['decider', 'organHead'],
  CERTIFICATION: ['reviewer'],
  DELIVERY: [],
};

/**
 * Tasks that are nobody's: the organ has no post today whose holder could do them, each with the place where the organ is
 * chosen. A district is founded with its offices and items before its people; as long as nobody holds a post, nothing is
 * judged. Where the township decides, it is the one of the intake centre, and where only the guide is shown nobody works.
 */
export function postFaults(
  version: {
    readonly content: ItemContent;
    readonly caseType: CaseType;
    readonly acceptingOrganId: string | null;
    readonly decidingOrganId: string | null;
  },
  { places, staffed }: { readonly places: Pick<Places, 'organById'>; readonly staffed: StaffedOrgans },
): FieldFault[] {
  const { content, acceptingOrganId, decidingOrganId } = version;
  if (staffed.size === 0 || content.guideOnly !== undefined) return [];
  const missing = (field: string, organId: string | null | undefined, kind: Kind): FieldFault[] => {
    const roles = doneBy[kind];
    // Of an organ that is none something else was said.
    if (!organId || places.organById(organId) === undefined || roles.length === 0) return [];
    if (roles.some((role) => staffed.get(organId)?.has(role))) return [];
    return [{ field, code: kind === 'DECISION' ? 'no_decider' : 'no_reviewer' }];
  };
  const faults = processOf(version).stages.flatMap(({ tasks }, at) =>
    tasks.flatMap(({ organ, organId, kind, participants = [] }, index) => {
      const place = `content.process.stages.${at}.tasks.${index}`;
      return [
        ...(organ === 'NAMED' ? missing(`${place}.organId`, organId, kind) : []),
        ...(organ === 'DECIDING' ? missing('decidingOrganId', decidingOrganId, kind) : []),
        ...(organ === 'ACCEPTING' ? missing('acceptingOrganId', acceptingOrganId, kind) : []),
        ...participants.flatMap((id, number) => missing(`${place}.participants.${number}`, id, kind)),
      ];
    }),
  );
  return [...new Map(faults.map((fault) => [`${fault.field} ${fault.code}`, fault])).values()];
}

type TaskLimit = NonNullable<ProcessTask['limit']>;

/**
 * How long a process takes from acceptance to the decision, in one unit: of each stage its longest task, as all of them
 * run side by side. What the limit does not count is left out, and so is whatever comes after the decision. Unlike units
 * are compared as they fall at the worst in weeks without a holiday: 3 calendar days are Monday to Thursday.
 */
export function lengthOf(
  { stages }: Process,
  { unit, calendar }: { readonly unit: TaskLimit['unit']; readonly calendar: Pick<WorkCalendar, 'officeHours'> },
): number {
  const hours = officeDayHours(calendar);
  const inDays = (limit: TaskLimit) => {
    if (limit.unit === 'workingDays') return limit.amount;
    return limit.unit === 'officeHours' ? limit.amount / hours : workingDaysWithin(limit.amount);
  };
  const decision = stages.findIndex(decides);
  const sums = { workingDays: 0, calendarDays: 0, officeHours: 0 };
  for (const { tasks } of stages.slice(0, decision < 0 ? stages.length : decision + 1)) {
    const limits = tasks.flatMap(({ kind, limit }) => (limit === undefined || uncounted.includes(kind) ? [] : limit));
    const [longest] = limits.toSorted((one, other) => inDays(other) - inDays(one));
    if (longest !== undefined) sums[longest.unit] += longest.amount;
  }
  if (unit === 'calendarDays')
    return sums.calendarDays + calendarDaysFor(Math.ceil(sums.workingDays + sums.officeHours / hours));
  const days = sums.workingDays + workingDaysWithin(sums.calendarDays);
  return unit === 'workingDays' ? days + sums.officeHours / hours : days * hours + sums.officeHours;
}

/** Most working days that a limit of calendar days can last; its last day is a working day (Civil Code art. 203). */
const workingDaysWithin = (calendarDays: number): number =>
  5 * Math.floor(calendarDays / 7) + Math.min(calendarDays % 7, 5);

/** Calendar days that always hold so many working days, whatever the day of the week; the first may run over a weekend. */
function calendarDaysFor(workingDays: number): number {
  const rest = workingDays % 5;
  return 7 * Math.floor(workingDays / 5) + (rest > 1 ? rest + 2 : rest);
}
