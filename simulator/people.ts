import { actAsAgent } from './agent.ts';
import type { Applicant, Reply, Scene } from './applicant.ts';
import type { Standing } from './book.ts';
import { actAsClerk } from './clerk.ts';
import type { Deputies } from './deputies.ts';
import type { District } from './district.ts';
import type { Journey, Step } from './journey.rules.ts';
import { type Client, Refused } from './office.ts';
import { actAsOfficer } from './officer.ts';
import { openAccount } from './open-account.ts';
import type { Progress } from './progress.ts';
import { actAsResident } from './resident.ts';

/** Refusals that say that a matter stands elsewhere by now, since the law acts without being asked. */
const movedOn = ['case_moved_on', 'five_days_over', 'decision_made', 'task_moved_on'];

export interface PeopleOptions {
  readonly district: District;
  readonly deputies: Deputies;
  readonly progress: Progress;
  /** Accounts from which online applications come. */
  readonly accounts: number;
  /** Of the run: ids of its requests begin so. */
  readonly tag: string;
  /** First day of the run, ISO. */
  readonly from: string;
  /** What was refused before this run was taken up again. */
  readonly late: Standing['late'];
  readonly failed: Standing['failed'];
}

export interface People {
  /** Lets somebody do those of his steps, by their numbers, one after the other. */
  live(journey: Journey, steps: readonly number[]): Promise<void>;
  /** Acts that were refused since the law or somebody else was first; and those that nobody expected. */
  refused(): Pick<Standing, 'late' | 'failed'>;
}

/** The people of a run: each lives through his steps, and what he knows is kept while his matter is open. */
export function peopleOf({ district, deputies, progress, accounts, tag, from, ...before }: PeopleOptions): People {
  const applicants = new Map<number, Applicant>();
  const clients = new Map<number, Promise<Client>>();
  const filing = new Map<number, Promise<unknown>>();
  const late = new Map(Object.entries(before.late));
  const failed = new Map(Object.entries(before.failed));
  const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const dayOf = (at: number) =>
    Temporal.PlainDate.from(from)
      .add({ days: Math.floor(at / 24) })
      .toString();

  function accountOf(person: number): Promise<Client> {
    const number = person % accounts;
    const known = clients.get(number) ?? openAccount(district.office, number);
    clients.set(number, known);
    return known;
  }

  function sceneOf(applicant: Applicant, step: number): Scene {
    const { person } = applicant.journey;
    return {
      district,
      applicant,
      dayOf,
      at: (post) => district.seat(deputies.of(post)),
      account: () => accountOf(person),
      requestId: (part) => `${tag}-${person}-${step}${part === undefined ? '' : `-${part}`}`,
    };
  }

  /** One hand holds a phone: applications of an account are filed one after the other. */
  function inTurn<T>(account: number, file: () => Promise<T>): Promise<T> {
    const turn = (filing.get(account) ?? Promise.resolve()).then(file, file);
    filing.set(
      account,
      turn.catch(() => {}),
    );
    return turn;
  }

  function act(scene: Scene, step: Step): Promise<Reply> {
    const { channel, person } = scene.applicant.journey;
    switch (step.act) {
      case 'apply':
        return inTurn(person % accounts, () => actAsResident(scene, step));
      case 'receiveResult':
        return actAsResident(scene, step);
      case 'withdraw':
      case 'supplement':
        return channel === 'ONLINE' ? actAsResident(scene, step) : actAsClerk(scene, step);
      case 'takeIn':
        return channel === 'AGENT' ? actAsAgent(scene, step) : actAsClerk(scene, step);
      case 'carry':
        return actAsAgent(scene, step);
      case 'signFor':
      case 'review':
      case 'postNotice':
      case 'closeNotice':
      case 'decide':
      case 'certify':
        return actAsOfficer(scene, step);
      default:
        return actAsClerk(scene, step);
    }
  }

  /** Does a step; nothing comes back where the law or somebody else was first. */
  async function take(applicant: Applicant, number: number, step: Step): Promise<Reply | undefined> {
    try {
      const reply = await act(sceneOf(applicant, number), step);
      applicant.caseId = reply.caseId;
      return reply;
    } catch (error) {
      if (error instanceof Refused && movedOn.includes(error.code)) return undefined;
      throw error;
    }
  }

  /** Who began before this run was taken up again asks once more under the same ids, and is told the same. */
  async function recall(journey: Journey, before: number): Promise<Applicant> {
    const applicant: Applicant = { journey, caseId: '', resultId: '' };
    for (const [number, step] of journey.steps.slice(0, before).entries())
      if (number === 0 || (step.act === 'decide' && journey.delivery === 'MAIL')) await take(applicant, number, step);
    return applicant;
  }

  return {
    refused: () => ({ late: Object.fromEntries(late), failed: Object.fromEntries(failed) }),
    async live(journey, numbers) {
      const [first = 0] = numbers;
      const { person } = journey;
      try {
        const applicant = applicants.get(person) ?? (await recall(journey, first));
        applicants.set(person, applicant);
        for (const number of numbers) {
          const step = journey.steps[number];
          if (step === undefined) continue;
          if ((await take(applicant, number, step)) === undefined) count(late, step.act);
          else progress.done(step.act);
        }
        if (numbers.at(-1) === journey.steps.length - 1) applicants.delete(person);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const what = `${journey.matter.key} (${journey.fate}, ${journey.channel}): ${error.message.slice(0, 300)}`;
        if (!failed.has(what)) progress.tell(`Unexpectedly refused: ${what}`);
        count(failed, what);
      }
    },
  };
}
