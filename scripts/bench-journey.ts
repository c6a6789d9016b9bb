import { licenceAnswers, licencePapers } from '../server/tests/support/applications.ts';
import type { Client, Office } from './bench-clients.ts';

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

const material = (key: string) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] });
export async function sitDown(office: Office, clients: number): Promise<Workplace> {
  const { posts } = await office.visitor.call('GET /dev/people', {});
  const clerks = posts.filter(({ role, level }) => role === 'windowClerk' && level === 'TOWNSHIP');
  const { items } = await office.visitor.call('GET /items', { q: licenceName });
  const item = items.find(({ name }) => name.zh.startsWith(licenceName));
  if (item === undefined) throw new Error(`The demo district does not offer ${licenceName}.`);
  const { decidedBy } = item;
  const reviewer = posts.find(({ role, organ }) => role === 'reviewer' && organ.zh === decidedBy.zh);
  const decider = posts.find(({ role, organId }) => role === 'decider' && organId === reviewer?.organId);
  if (clerks.length === 0 || reviewer === undefined || decider === undefined)
    throw new Error('The demo district has no longer the posts that the bench sits on.');
  const desks = await Promise.all(
    Array.from({ length: clients }, async (_, seat): Promise<Desk> => {
      const clerk = clerks[seat % clerks.length] ?? reviewer;
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

/** A well-formed number of the years from 1900 on, which no living person holds; another one with each call. */
function nextNumber(): string {
  people += 1;
  const born = Temporal.PlainDate.from('1900-01-02')
    .add({ days: Math.floor(people / 1000) })
    .toString()
    .replaceAll('-', '');
  const body = `431302${born}${String(people % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11];
}

/** A person at the window; returns the case. */
export async function takeIn({ clerk }: Desk, itemId: string): Promise<string> {
  const taken = await clerk.call('POST /cases/take-in', {
    itemId,
    applicant: { name: '样例·张某某', residentNumber: nextNumber() },
    answers: licenceAnswers,
    materials: licencePapers.map(material),
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
