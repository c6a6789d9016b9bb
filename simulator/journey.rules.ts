import type { CaseType, DeliveryWish } from '../contract/values.ts';
import { type Arrival, isAccepted, officeHours, type RunDay } from './arrivals.rules.ts';
import type { Draws } from './draw.rules.ts';
import type { Fate, Scenario } from './scenario.ts';

/** One task between acceptance and delivery, and whose it is. */
export interface MatterTask {
  readonly kind: string;
  /** The organ's id, or `township` for that of the applicant's. */
  readonly organ: string;
  /** Working days of its own; a public notice is open so long. `isLimited`: the guide says so. */
  readonly days: number;
  readonly isLimited: boolean;
}

/** What people need to know of an item; all of it stands in its guide. */
export interface Matter {
  readonly key: string;
  readonly itemId: string;
  readonly caseType: CaseType;
  readonly promisedDays: number;
  readonly online: boolean;
  readonly wishes: readonly DeliveryWish[];
  /** Materials of the sample applicant that must be there. */
  readonly required: readonly string[];
  /** Those that may follow, and those that a commitment may stand for. */
  readonly tolerated: readonly string[];
  readonly committable: readonly string[];
  readonly stages: readonly (readonly MatterTask[])[];
}

/** Kinds of tasks that the people of a simulation know how to do. */
export const playedTasks: readonly string[] = [
  ...['INTAKE', 'ACCEPTANCE', 'REVIEW', 'PUBLIC_NOTICE', 'DECISION', 'CERTIFICATION', 'DELIVERY'],
];

export type Act =
  | 'apply'
  | 'takeIn'
  | 'refuse'
  | 'correct'
  | 'supplement'
  | 'accept'
  | 'acceptTolerated'
  | 'supplyOwed'
  | 'signFor'
  | 'review'
  | 'postNotice'
  | 'closeNotice'
  | 'decide'
  | 'certify'
  | 'withdraw'
  | 'assignDelivery'
  | 'deliver'
  | 'carry'
  | 'mail'
  | 'receiveResult';

/** One act of a journey: in which hour of the run (24 a day), and for a task whose. */
export interface Step {
  readonly act: Act;
  readonly at: number;
  readonly organ?: string;
}

export type Delivery = DeliveryWish | 'MAIL';

/** The life of one application, planned from its arrival to its end. */
export interface Journey extends Arrival {
  readonly matter: Matter;
  readonly villageId: string;
  readonly delivery: Delivery;
  readonly leavesPhone: boolean;
  readonly steps: readonly Step[];
}

/** The office hours of a run, in order, as hours from its first midnight. */
export interface OfficeTime {
  /** The office hour that is `count` after the first one from `at` on; past the end of the run, its last. */
  after(at: number, count: number): number;
  readonly last: number;
  /** Office hours from `at` to the end. */
  left(at: number): number;
}

export function officeTimeOf(days: readonly RunDay[]): OfficeTime {
  const open = days.flatMap(({ isWorking }, day) => (isWorking ? officeHours.map((hour) => day * 24 + hour) : []));
  const last = open.at(-1) ?? 0;
  const from = (at: number) => {
    let low = 0;
    let high = open.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((open[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { last, after: (at, count) => open[from(at) + count] ?? last, left: (at) => open.length - from(at) };
}

const day = officeHours.length;
/** Office hours before the end of a run after which nothing begins that waits for a public notice. */
const noticeEnds = 25 * day;

export const hasNotice = ({ stages }: Matter) =>
  stages.some((tasks) => tasks.some(({ kind }) => kind === 'PUBLIC_NOTICE'));

/** Whether a fate can befall an application for this. */
export function suits(
  fate: Fate,
  { caseType, stages, required, tolerated, committable, promisedDays }: Matter,
): boolean {
  switch (fate) {
    case 'tolerated':
      return tolerated.length > 0 && promisedDays > 1;
    case 'committed':
      return committable.length > 0;
    case 'corrected':
    case 'abandoned':
      return required.length > 0;
    case 'withdrawn':
      // While somebody examines it.
      return caseType === 'PROMISED' && stages.some((tasks) => tasks.some(({ kind }) => kind === 'REVIEW'));
    default:
      return true;
  }
}

/** The item that somebody comes for: one that his counter takes in and that his fate can befall. */
export function matterOf(
  { items }: Pick<Scenario, 'items'>,
  {
    arrival,
    matters,
    isTakenIn,
  }: { arrival: Arrival; matters: readonly Matter[]; isTakenIn: (matter: Matter) => boolean },
  { draws, time }: { draws: Draws; time: OfficeTime },
): Matter {
  const isLate = time.left(arrival.slot.day * 24) < noticeEnds;
  const offered = matters.filter(
    (matter) => (arrival.channel !== 'ONLINE' || matter.online) && isTakenIn(matter) && !(isLate && hasNotice(matter)),
  );
  const fitting = offered.filter((matter) => suits(arrival.fate, matter));
  const chosen = fitting.length > 0 ? fitting : offered;
  const key = draws.weighted(
    Object.fromEntries(chosen.map((matter) => [matter.key, items[matter.key] ?? 0])),
    arrival.person,
    'item',
  );
  return chosen.find((matter) => matter.key === key) as Matter;
}

/** A journey as it is planned: where it stands, and what is done there. */
interface Course {
  readonly steps: Step[];
  at: number;
  /** An act now. */
  go(act: Act, organ?: string): void;
  /** Goes on by so many office hours, at least to the next one. */
  wait(count: number): void;
  below(count: number, question: string): number;
  share(question: string): number;
}

function courseFrom(at: number, person: number, { draws, time }: Planning): Course {
  return {
    steps: [],
    at,
    go(act, organ) {
      this.steps.push({ act, at: this.at, ...(organ !== undefined && { organ }) });
    },
    wait(count) {
      this.at = time.after(this.at, count);
    },
    below: (count, question) => draws.below(count, person, question),
    share: (question) => draws.share(person, question),
  };
}

interface Planning {
  readonly draws: Draws;
  readonly time: OfficeTime;
}

/** Where a fate cannot befall a matter. How many are accepted was counted before anybody chose what he comes for, and stays. */
const simplest = (fate: Fate): Fate => (isAccepted(fate) ? 'plain' : 'refused');

/** Plans every act of an application, each in its hour. */
export function journeyOf(
  scenario: Scenario,
  { arrival, matter, villageId }: { arrival: Arrival; matter: Matter; villageId: string },
  planning: Planning,
): Journey {
  const { person, slot, channel } = arrival;
  const fate = suits(arrival.fate, matter) ? arrival.fate : simplest(arrival.fate);
  const course = courseFrom(slot.day * 24 + slot.hour, person, planning);
  const journey = {
    ...arrival,
    fate,
    matter,
    villageId,
    delivery: deliveryOf(scenario, { ...arrival, fate }, matter, planning.draws),
    leavesPhone: course.share('phone') < scenario.phones,
    steps: course.steps,
  };
  course.go(channel === 'ONLINE' ? 'apply' : 'takeIn');
  if (!answer(course, scenario, journey)) return journey;
  examine(course, scenario, journey);
  if (fate !== 'withdrawn') deliver(course, journey, planning.time);
  course.steps.sort((a, b) => a.at - b.at);
  return journey;
}

/** The clerk's answer; false where the matter ends with it. */
function answer(course: Course, { officers }: Scenario, { channel, fate, matter }: Omit<Journey, 'steps'>): boolean {
  const isSlow = fate === 'plain' && channel !== 'WINDOW' && course.share('slow') < officers.slowAnswers;
  if (isSlow) course.wait(6 * day);
  else if (channel !== 'WINDOW') course.wait(1 + course.below(day, 'check'));
  else course.wait(matter.caseType === 'IMMEDIATE' ? 0 : course.below(3, 'check'));
  if (fate === 'refused') {
    course.go('refuse');
    return false;
  }
  if (fate === 'corrected' || fate === 'abandoned') {
    course.go('correct');
    if (fate === 'abandoned') return false;
    course.wait(day + course.below(2 * day, 'supplement'));
    course.go('supplement');
    course.wait(course.below(4, 'again'));
  }
  course.go(fate === 'tolerated' ? 'acceptTolerated' : 'accept');
  return true;
}

/** From acceptance to the decision and what is made of it, or to the withdrawal. */
function examine(course: Course, { officers }: Scenario, { channel, fate, matter }: Omit<Journey, 'steps'>): void {
  if (matter.caseType === 'IMMEDIATE') {
    if (channel !== 'WINDOW') course.wait(course.below(3, 'decide'));
    course.go('decide', matter.stages.flat().find(({ kind }) => kind === 'DECISION')?.organ);
    return;
  }
  const accepted = course.at;
  if (fate === 'tolerated') {
    course.wait(day);
    course.go('supplyOwed');
  }
  const supplied = course.at;
  const [least, most] = officers.pace;
  const isLate = fate === 'plain' && course.share('late') < officers.late;
  const days = isLate
    ? matter.promisedDays + 1 + course.below(3, 'lateness')
    : matter.promisedDays * (least + (most - least) * course.share('pace'));
  const part = Math.max(1, Math.round((days * day) / (matter.stages.length + 1)));
  course.at = accepted;
  course.wait(Math.round(days * day));
  const decided = Math.max(course.at, supplied);
  course.at = accepted;
  for (const [number, tasks] of matter.stages.entries()) {
    const begun = course.at;
    let ended = begun;
    for (const task of tasks) {
      course.at = begun;
      const { kind, organ } = task;
      if (kind === 'REVIEW') {
        course.wait(course.below(Math.min(day, part), `sign${number}${organ}`));
        course.go('signFor', organ);
        if (fate === 'withdrawn') {
          course.go('withdraw');
          return;
        }
        course.wait(part);
        course.go('review', organ);
      } else if (kind === 'PUBLIC_NOTICE') {
        course.go('postNotice', organ);
        course.wait((task.days + 2) * day);
        course.go('closeNotice', organ);
      } else if (kind === 'CERTIFICATION') {
        course.wait(1 + course.below(day, 'certify'));
        course.go('certify', organ);
      } else if (kind === 'DECISION') {
        course.at = Math.max(course.at, decided);
        course.go('decide', organ);
      }
      ended = Math.max(ended, course.at);
    }
    course.at = ended;
  }
}

/** How the result reaches the applicant. */
function deliver(course: Course, { channel, matter, delivery }: Omit<Journey, 'steps'>, { last }: OfficeTime): void {
  switch (delivery) {
    case 'ELECTRONIC': {
      const evening = Math.floor(course.at / 24) * 24 + 20;
      course.at = Math.max(course.at, Math.min(evening < course.at ? evening + 24 : evening, last));
      course.go('receiveResult');
      return;
    }
    case 'MAIL':
      course.wait(2 * day + course.below(2 * day, 'mail'));
      course.go('mail');
      return;
    case 'AGENT':
      course.wait(1);
      course.go('assignDelivery');
      course.wait(day + course.below(2 * day, 'carry'));
      course.go('carry');
      return;
    default:
      course.wait(channel === 'WINDOW' && matter.caseType === 'IMMEDIATE' ? 0 : course.below(3 * day, 'fetch'));
      course.go('deliver');
  }
}

function deliveryOf(
  { delivery }: Scenario,
  { person, channel, fate }: Arrival,
  { wishes, caseType }: Matter,
  draws: Draws,
): Delivery {
  // Whoever stands at the counter takes it home with him.
  if (channel === 'WINDOW' && caseType === 'IMMEDIATE' && fate !== 'corrected') return 'WINDOW';
  const shares: Partial<Record<Delivery, number>> = channel === 'ONLINE' ? delivery.online : delivery.counter;
  const offered = Object.entries(shares).filter(([way]) => wishes.includes(wishOf(way as Delivery)));
  if (offered.length === 0) return wishes[0] ?? 'WINDOW';
  return draws.weighted(Object.fromEntries(offered), person, 'delivery') as Delivery;
}

/** What stands in the application: a letter is what the window does with a result that nobody fetches. */
export const wishOf = (delivery: Delivery): DeliveryWish => (delivery === 'MAIL' ? 'WINDOW' : delivery);
