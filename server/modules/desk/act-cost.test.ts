import { expect, test } from 'vitest';
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
