import { expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { licenceAnswers, licencePapers } from '../../tests/support/applications.ts';
import { acceptedCase, publishParallel, reviewPart, tasksOf } from '../../tests/support/parallel.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const limit = { amount: 2, unit: 'workingDays' } as const;
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Counts the statements of an act, and its flights: how often something is sent while nothing is awaited. */
let counted = { statements: 0, flights: 0 };
const watched = new WeakSet<object>();
town.db.pool.on('acquire', (client) => {
  if (watched.has(client)) return;
  watched.add(client);
  let awaited = 0;
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
  client.query = ((...given: unknown[]) => {
    counted.statements += 1;
    if (awaited === 0) counted.flights += 1;
    awaited += 1;
    const sent = send(...given);
    sent.then(
      () => (awaited -= 1),
      () => (awaited -= 1),
    );
    return sent;
  }) as never;
});

async function costOf(act: () => Promise<unknown>): Promise<typeof counted> {
  counted = { statements: 0, flights: 0 };
  await act();
  return { ...counted };
}

test('the acts of a journey cost no more statements and round trips than these', async () => {
  const most = {
    takeIn: { statements: 29, flights: 6 },
    accept: { statements: 22, flights: 4 },
    signFor: { statements: 14, flights: 4 },
    review: { statements: 13, flights: 3 },
    decide: { statements: 23, flights: 5 },
    deliver: { statements: 19, flights: 4 },
  };
  const handed = (key: string) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] });
  const journey = async (nth: number) => {
    const at = { caseId: '' };
    const takeIn = await costOf(async () => {
      const { caseId } = await town.clerk.call('POST /cases/take-in', {
        itemId: town.items.hygieneLicence,
        applicant: { name: '样例·张某某', residentNumber: sampleNumber(nth) },
        answers: licenceAnswers,
        materials: licencePapers.map(handed),
        deliveryWish: 'WINDOW',
      });
      at.caseId = caseId;
    });
    const opinion = { opinion: 'agree', text: '符合条件。' } as const;
    const served = { method: 'DIRECT', receiver: 'applicant' } as const;
    return {
      takeIn,
      accept: await costOf(() => town.clerk.call('POST /cases/:caseId/accept', at)),
      signFor: await costOf(() => town.reviewer.call('POST /cases/:caseId/sign-for', at)),
      review: await costOf(() => town.reviewer.call('POST /cases/:caseId/review', { ...at, ...opinion })),
      decide: await costOf(() => town.decider.call('POST /cases/:caseId/decide', { ...at, outcome: 'GRANTED' })),
      deliver: await costOf(() => town.clerk.call('POST /cases/:caseId/deliver', { ...at, ...served })),
    };
  };
  // The first of them fills what is kept in memory.
  await journey(900);
  const cost = await journey(901);
  for (const [act, { statements, flights }] of Object.entries(most)) {
    const is = cost[act as keyof typeof cost];
    expect([act, is.statements, is.statements <= statements]).toEqual([act, is.statements, true]);
    expect([act, is.flights, is.flights > 0 && is.flights <= flights]).toEqual([act, is.flights, true]);
  }
});

/** What signing, reviewing and reopening cost on a case with so many tasks at once; each the second time, when all is prepared. */
async function costs(many: number) {
  const tasks = Object.fromEntries(keys.slice(0, many).map((key) => [key, { organ: 'bureau', limit }] as const));
  await publishParallel(town, [{ tasks }]);
  let cost = {};
  for (let times = 0; times < 2; times += 1) {
    const caseId = await acceptedCase(town);
    const ids = Object.values(await tasksOf(town, caseId)).flatMap(({ kind, taskId }) =>
      kind === 'REVIEW' ? taskId : [],
    );
    for (const taskId of ids.slice(1)) await reviewPart(town, { caseId, taskId });
    const taskId = ids[0] ?? '';
    const reason = '样例理由。';
    const opinion = { opinion: 'agree', text: '符合条件。' } as const;
    cost = {
      signFor: await costOf(() => town.reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId })),
      // The last of them opens the decision, with its clock.
      review: await costOf(() => town.reviewer.call('POST /cases/:caseId/review', { caseId, taskId, ...opinion })),
      reopen: await costOf(() => town.decider.call('POST /cases/:caseId/reopen-task', { caseId, taskId, reason })),
    };
  }
  return cost as Record<'signFor' | 'review' | 'reopen', typeof counted>;
}

test('an act on a case with eight tasks costs at most one round trip more than on one with a single task', async () => {
  const [one, eight] = [await costs(1), await costs(8)];
  for (const act of ['signFor', 'review', 'reopen'] as const) {
    expect([act, one[act].flights > 0, eight[act].flights - one[act].flights <= 1]).toEqual([act, true, true]);
    expect([act, eight[act].statements - one[act].statements]).toEqual([act, 0]);
  }
});
