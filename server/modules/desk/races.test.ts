import { expect, test } from 'vitest';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { bringToDecision, submitLicence, takeInLicence, takeInSenior } from '../../tests/support/filing.ts';
import { openTown, password, Refused } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

/** What a crowd of requests came to: how many were done, and the refusals of the others. */
async function outcomes(requests: readonly Promise<unknown>[]): Promise<{ done: number; refused: Refused[] }> {
  const settled = await Promise.allSettled(requests);
  const refused = settled.flatMap((each) => {
    if (each.status === 'fulfilled') return [];
    if (!(each.reason instanceof Refused)) throw each.reason;
    return [each.reason];
  });
  return { done: settled.length - refused.length, refused };
}

/** Numbers of one organ, 字 and year, in order. */
async function numbersOf(word: string, year = 2026): Promise<number[]> {
  const { rows } = await town.db.pool.query<{ number: number }>(
    `select number from documents where word = $1 and year = $2 order by number`,
    [word, year],
  );
  return rows.map(({ number }) => number);
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('twenty acceptances at once, and refused ones between them, leave the numbers of one 字 without a gap', async () => {
  const complete = await Promise.all(Array.from({ length: 20 }, () => takeInLicence(town, town.clerk)));
  const incomplete = await Promise.all(
    Array.from({ length: 6 }, () => takeInLicence(town, town.secondClerk, { papers: ['idCard'] })),
  );
  const clerks = [town.clerk, town.secondClerk];
  const { done, refused } = await outcomes(
    [...complete, ...incomplete]
      .toSorted((a, b) => (a.caseNo ?? '').localeCompare(b.caseNo ?? ''))
      .map(
        ({ caseId }, index) => clerks[index % 2]?.call('POST /cases/:caseId/accept', { caseId }) ?? Promise.reject(),
      ),
  );
  expect([done, refused.map(({ code }) => code)]).toEqual([20, Array(6).fill('materials_missing')]);
  expect(await numbersOf('许受')).toEqual(oneTo(20));

  const [next] = await Promise.all([takeInLicence(town, town.clerk)]);
  const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId: next?.caseId ?? '' });
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId: accepted.caseId });
  expect(documents.at(-1)?.number).toBe('区卫健许受〔2026〕21号');
});

test('every organ and every 字 counts by itself', async () => {
  const seniors = await Promise.all([
    ...Array.from({ length: 3 }, () => takeInSenior(town, town.clerk)),
    ...Array.from({ length: 2 }, () => takeInSenior(town, town.neighbour)),
  ]);
  await Promise.all(
    seniors.map(({ caseId }, index) =>
      (index < 3 ? town.clerk : town.neighbour).call('POST /cases/:caseId/accept', { caseId }),
    ),
  );
  const { rows } = await town.db.pool.query(
    `select o.short_code as code, array_agg(d.number order by d.number) as numbers
     from documents d join organisations o on o.id = d.organisation_id where d.word = '服受' group by 1 order by 2`,
  );
  expect(rows).toEqual([
    { code: '乙镇', numbers: [1, 2] },
    { code: '甲镇', numbers: [1, 2, 3] },
  ]);
});

test('thirty submissions at once get thirty case numbers', async () => {
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeInSenior(town, town.secondClerk)));
  expect(new Set(taken.map(({ caseNo }) => caseNo)).size).toBe(30);
});

test('two clerks accept the same case at once: one wins, the other is told who and when', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  const { done, refused } = await outcomes(
    [town.clerk, town.secondClerk].map((clerk) => clerk.call('POST /cases/:caseId/accept', { caseId })),
  );
  expect(done).toBe(1);
  const { story } = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(refused[0]).toMatchObject({
    status: 409,
    code: 'case_moved_on',
    facts: { state: 'ACCEPTED', act: 'case.accepted', who: story[0]?.actor.name, at: '2026-03-02T01:00:00Z' },
  });
  expect(story.map(({ act }) => act)).toEqual(['case.accepted', 'case.takenIn']);
});

test('accepting, correcting, refusing and withdrawing at once: one happens, and the others leave no trace', async () => {
  const resident = await town.resident();
  const { caseId } = await submitLicence(town, resident);
  const before = await town.db.pool.query('select count(*)::int as count from documents');
  const { done, refused } = await outcomes([
    town.clerk.call('POST /cases/:caseId/accept', { caseId }),
    town.secondClerk.call('POST /cases/:caseId/correct', {
      caseId,
      defects: [{ key: 'airConditioning', kind: 'missing', howToFix: '请提交' }],
    }),
    town.secondClerk.call('POST /cases/:caseId/refuse', { caseId, ground: 'notRequired', reason: '不需要' }),
    resident.call('POST /my/cases/:caseId/withdraw', { caseId }),
  ]);
  const after = await town.db.pool.query('select count(*)::int as count from documents');
  const { story, state } = await resident.call('GET /my/cases/:caseId', { caseId });
  // An accepted or a returned case may still be withdrawn, so that at most two acts find their state.
  expect([done, refused.every(({ code }) => code === 'case_moved_on')]).toEqual([story.length - 1, true]);
  expect(done).toBeLessThanOrEqual(state === 'WITHDRAWN' ? 2 : 1);
  expect(after.rows[0].count - before.rows[0].count).toBe(
    story.filter(({ act }) => ['case.accepted', 'case.corrected', 'case.notRequired', 'case.withdrawn'].includes(act))
      .length,
  );
});

test('two deciders at once: one decision, one document', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  await bringToDecision(town, caseId);
  const { done, refused } = await outcomes([
    town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' }),
    town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '不合格' }),
  ]);
  expect([done, refused.map(({ code }) => code)]).toEqual([1, ['case_moved_on']]);
  const { documents } = await town.decider.call('GET /cases/:caseId', { caseId });
  expect(documents.filter(({ kind }) => kind.endsWith('Decision'))).toHaveLength(1);
});

test('a second officer confirms twice at once: one decision', async () => {
  const { caseId } = await takeInSenior(town, town.clerk);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const { done, refused } = await outcomes(
    [town.clerk, town.secondClerk].map((clerk) =>
      clerk.call('POST /cases/:caseId/decide-at-desk', {
        caseId,
        outcome: 'GRANTED',
        officer: { username: 'town-decider', password },
      }),
    ),
  );
  expect([done, refused.map(({ code }) => code)]).toEqual([1, ['case_moved_on']]);
});

test('one person at two windows at once becomes one verified resident', async () => {
  const who = { name: '样例·郑某', residentNumber: '431302190001010084', phone: '13000000301' };
  await Promise.all([town.clerk, town.secondClerk, town.neighbour].map((clerk) => takeInSenior(town, clerk, who)));
  const { rows } = await town.db.pool.query(
    `select count(distinct p.resident_id)::int as residents, count(*)::int as cases
     from case_parties p join residents r on r.id = p.resident_id and r.assurance = 'verified'
     where p.number_index = (select number_index from case_parties order by id desc limit 1)`,
  );
  expect(rows).toEqual([{ residents: 1, cases: 3 }]);
});

test('after all of it every number is there once, and the ledger is whole', async () => {
  await town.settle();
  for (const word of ['许受', '许准', '服受', '服准']) {
    const { rows } = await town.db.pool.query<{ numbers: number[] }>(
      `select array_agg(number order by number) as numbers from documents where word = $1 group by organisation_id`,
      [word],
    );
    for (const { numbers } of rows) expect([word, numbers]).toEqual([word, oneTo(numbers.length)]);
  }
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});
