import type { CaseReply, HandedIn } from '../contract/cases.ts';
import type { District } from './district.ts';
import { type Journey, wishOf } from './journey.rules.ts';
import type { Client } from './office.ts';
import { personOf } from './person.ts';

/** What the people of one application know: its plan, its number at the office, the papers of its result. */
export interface Applicant {
  readonly journey: Journey;
  caseId: string;
  /** The decision, once it is made. */
  resultId: string;
}

/** What every program of a person is handed. */
export interface Scene {
  readonly district: District;
  readonly applicant: Applicant;
  /** The one id of this request of this person, in this run and in every one that takes it up again. */
  readonly requestId: (part?: string) => string;
  /** Who is signed in at a post; of somebody away, his substitute. */
  readonly at: (post: Parameters<District['seat']>[0]) => Promise<Client>;
  /** The account of an online applicant. */
  readonly account: () => Promise<Client>;
  /** ISO day of an hour of the run. */
  readonly dayOf: (at: number) => string;
}

export type Reply = Pick<CaseReply, 'caseId' | 'state' | 'actions' | 'documentIds'>;

/** What is short at first: all that may follow, what a commitment stands for, or one paper. */
function absent({ fate, matter, channel }: Journey): readonly string[] {
  switch (fate) {
    case 'tolerated':
      return matter.tolerated;
    case 'committed':
      return matter.committable;
    case 'corrected':
    case 'abandoned':
      return channel === 'ONLINE' ? [] : matter.required.slice(-1);
    default:
      return [];
  }
}

/** The paper that a correction is about. */
export const defective = ({ matter }: Journey): string => matter.required.at(-1) ?? '';

export const onPaper = (keys: readonly string[]): HandedIn[] =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));

/** What somebody at a counter, or an agent for him, hands over. */
export async function handOver(
  { district, applicant: { journey }, requestId }: Scene,
  counter: Client,
): Promise<Reply> {
  const { matter, villageId, delivery, leavesPhone, fate } = journey;
  const { phone, ...identity } = personOf(journey.person);
  const missing = absent(journey);
  const letter =
    fate === 'committed'
      ? await district.letterFor(counter, { itemId: matter.itemId, materials: matter.committable })
      : undefined;
  return counter.call(
    'POST /cases/take-in',
    {
      itemId: matter.itemId,
      applicant: {
        ...identity,
        regionId: villageId,
        ...(leavesPhone && { phone }),
      },
      answers: district.answers(matter, villageId),
      materials: onPaper(matter.required.filter((key) => !missing.includes(key))),
      deliveryWish: wishOf(delivery),
      ...(letter !== undefined && { commitment: { whole: false, materials: [...matter.committable], signed: letter } }),
    },
    requestId(),
  );
}
