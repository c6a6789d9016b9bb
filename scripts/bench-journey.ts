import { licenceAnswers, licencePapers } from '../server/tests/support/applications.ts';
import { onPaper } from '../simulator/applicant.ts';
import type { Client, Office } from '../simulator/office.ts';
import { personOf } from '../simulator/person.ts';
import { getPost, readPosts } from '../simulator/posts.ts';
import { crowd } from './bench-rounds.ts';

/** The writes of one licence from the counter to the delivered decision, in order. */
export const acts = ['take-in', 'accept', 'sign-for', 'review', 'decide', 'deliver'] as const;
export type Act = (typeof acts)[number];

/** A seat in every office that the journey passes; the clerks sit in different townships. */
export interface Desk {
  readonly clerk: Client;
  readonly reviewer: Client;
  readonly decider: Client;
}

export interface Workplace {
  readonly itemId: string;
  /** One desk a client, sessions of their own; more clients than townships share the townships' posts. */
  readonly desks: readonly Desk[];
}

/** The licence that `licenceAnswers` and `licencePapers` complete. */
const licenceName = '公共场所卫生许可';

export async function sitDown(office: Office, clients: number): Promise<Workplace> {
  const posts = await readPosts(office.visitor);
  const clerks = posts.filter(({ role, level }) => role === 'windowClerk' && level === 'TOWNSHIP');
  const { items } = await office.visitor.call('GET /items', { q: licenceName });
  const item = items.find(({ name }) => name.zh.startsWith(licenceName));
  if (item === undefined) throw new Error(`The demo district does not offer ${licenceName}.`);
  const organ = item.decidedBy.zh;
  const reviewer = getPost(
    posts,
    `reviewer of ${organ}`,
    (post) => post.role === 'reviewer' && post.organ.zh === organ,
  );
  const decider = getPost(
    posts,
    `decider of ${organ}`,
    ({ role, organId }) => role === 'decider' && organId === reviewer.organId,
  );
  const desks = await Promise.all(
    Array.from({ length: clients }, async (_, seat): Promise<Desk> => {
      const clerk = clerks[seat % clerks.length];
      if (clerk === undefined) throw new Error('The demo has no clerk of a township.');
      return {
        clerk: await office.become(clerk.appointmentId),
        reviewer: await office.become(reviewer.appointmentId),
        decider: await office.become(decider.appointmentId),
      };
    }),
  );
  return { itemId: item.itemId, desks };
}

let people = 0;

/** Another person at the window with each call; returns the case. */
export async function takeIn({ clerk }: Desk, itemId: string): Promise<string> {
  people += 1;
  const { name, residentNumber } = personOf(people);
  const taken = await clerk.call('POST /cases/take-in', {
    itemId,
    applicant: { name, residentNumber },
    answers: licenceAnswers,
    materials: onPaper(licencePapers),
    deliveryWish: 'WINDOW',
  });
  return taken.caseId;
}

/** Every later act on a case, each by whoever does it. */
export const later: Record<Exclude<Act, 'take-in'>, (desk: Desk, caseId: string) => Promise<unknown>> = {
  accept: ({ clerk }, caseId) => clerk.call('POST /cases/:caseId/accept', { caseId }),
  'sign-for': ({ reviewer }, caseId) => reviewer.call('POST /cases/:caseId/sign-for', { caseId }),
  review: ({ reviewer }, caseId) =>
    reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '材料齐全，布局合理。' }),
  decide: ({ decider }, caseId) => decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' }),
  deliver: ({ clerk }, caseId) =>
    clerk.call('POST /cases/:caseId/deliver', { caseId, method: 'DIRECT', receiver: 'applicant' }),
};

/** Takes in, for each client, as many cases as he then accepts, one a turn. */
export async function acceptOf(
  { itemId, desks }: Workplace,
  { clients, count }: { clients: number; count: number },
): Promise<(client: number) => Promise<unknown>> {
  const cases: string[][] = Array.from({ length: clients }, () => []);
  let taken = 0;
  await crowd(8, count, async () => {
    const client = taken++ % clients;
    cases[client]?.push(await takeIn(desks[client] as Desk, itemId));
  });
  return (client) => later.accept(desks[client] as Desk, cases[client]?.pop() ?? '');
}

/** Each client brings one case after another from the counter to its end, an act a turn. */
export function journeyOf({ itemId, desks }: Workplace): (client: number, turn: number) => Promise<void> {
  const cases: string[] = [];
  return async (client, turn) => {
    const desk = desks[client] as Desk;
    const act: Act = acts[turn % acts.length] ?? 'take-in';
    if (act === 'take-in') cases[client] = await takeIn(desk, itemId);
    else await later[act](desk, cases[client] ?? '');
  };
}
