import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tx, transact } from '../../platform/database/index.ts';
import { systemCall } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { licensingLimits } from './clock.rules.ts';
import {
  addFactToClocks,
  type ClockView,
  createCalendar,
  getClocks,
  getClocksOf,
  type Limits,
  pauseClock,
  resumeClock,
  type StartClock,
  startClock,
  startClocks,
  stopClock,
} from './index.ts';

const db = await createTestDatabase();
const district = 'sets';
const on = (day: string) => Temporal.PlainDate.from(day);
const limits: Limits = {
  statutory: licensingLimits.decision,
  promised: { amount: 10, unit: 'workingDays', basis: { guide: '样例事项办事指南' } },
};
await transact(db, (tx) =>
  createCalendar(
    tx,
    {},
    systemCall({ district, demo: true, now: Temporal.Instant.from('2026-03-02T02:00Z'), today: on('2026-03-02') }),
  ),
);

/** Runs an act in its transaction and counts the statements it sends. */
async function counted<T>(run: (tx: Tx) => Promise<T>): Promise<{ made: T; statements: number }> {
  let statements = 0;
  const made = await transact(db, (tx) =>
    run({
      ...tx,
      getExecutor() {
        statements += 1;
        return tx.getExecutor();
      },
    }),
  );
  return { made, statements };
}

const task = (startDay: string, purpose = 'task'): StartClock => ({
  subject: { kind: 'task', id: newId() },
  purpose,
  limits,
  startDay,
});
const tasks = (many: number, startDay = '2026-03-05') => Array.from({ length: many }, () => task(startDay));
const daysOf = ({ state, startDay, statutoryDueDay, promisedDueDay, dueDay, provisional }: ClockView) => ({
  ...{ state, startDay, statutoryDueDay, promisedDueDay, dueDay, provisional },
});

describe('clocks of many subjects at once', () => {
  it('are started in one statement beside the calendar’s, eight as one, with the same due days as one by one', async () => {
    const eight = [...tasks(4), ...tasks(4, '2026-09-24')];
    // Where the days of the calendar are known: of it only the edition is asked.
    await transact(db, (tx) => startClocks(tx, district, tasks(1)));
    const { statements: ofOne } = await counted((tx) => startClocks(tx, district, tasks(1)));
    const { made, statements } = await counted((tx) => startClocks(tx, district, eight));
    expect([statements, ofOne]).toEqual([2, 2]);
    const single = await transact(db, (tx) =>
      Promise.all(eight.map((clock) => startClock(tx, { ...clock, district, subject: { kind: 'task', id: newId() } }))),
    );
    expect(made.map(daysOf)).toEqual(single.map(daysOf));
    const stored = await getClocksOf(
      db,
      district,
      eight.map(({ subject }) => subject),
    );
    expect(stored.map(daysOf)).toEqual(made.map(daysOf));
  });

  it.each([0, 1, 8, 40])('take a pause, a resumption and a stop in three statements, %i of them', async (many) => {
    const all = tasks(many);
    await transact(db, (tx) => startClocks(tx, district, all));
    const which = { subjects: all.map(({ subject }) => subject) };
    const expected = many === 0 ? 0 : 3;
    const paused = await counted((tx) =>
      addFactToClocks(tx, district, which, { kind: 'pause', day: on('2026-03-10'), ground: 'testing', neededDays: 3 }),
    );
    const resumed = await counted((tx) =>
      addFactToClocks(tx, district, which, { kind: 'resume', day: on('2026-03-12') }),
    );
    const stopped = await counted((tx) =>
      addFactToClocks(tx, district, which, { kind: 'stop', day: on('2026-03-13') }),
    );
    expect([paused.statements, resumed.statements, stopped.statements]).toEqual([expected, expected, expected]);
    expect(stopped.made).toHaveLength(many);
    for (const clock of stopped.made) expect(clock).toMatchObject({ state: 'stopped', dueDay: '2026-03-23' });
  });

  it('have the due days that single acts would have given them, after any sequence', async () => {
    const step = fc.record({ kind: fc.constantFrom('pause', 'resume', 'stop'), after: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const [together, apart] = [tasks(3), tasks(3)];
        await transact(db, (tx) => startClocks(tx, district, [...together, ...apart]));
        let day = on('2026-03-05');
        for (const { kind, after } of steps) {
          day = day.add({ days: after });
          const fact = kind === 'pause' ? ({ kind, day, ground: 'testing' } as const) : { kind, day };
          const subjects = together.map(({ subject }) => subject);
          await transact(db, (tx) => addFactToClocks(tx, district, { subjects }, fact));
          for (const clock of apart) {
            const act = { district, clock, day };
            await transact(db, (tx) => {
              if (kind === 'pause') return pauseClock(tx, { ...act, ground: 'testing' });
              return kind === 'resume' ? resumeClock(tx, act) : stopClock(tx, act);
            }).catch(() => undefined);
          }
        }
        const [joint, single] = await Promise.all(
          [together, apart].map((clocks) =>
            getClocksOf(
              db,
              district,
              clocks.map(({ subject }) => subject),
            ),
          ),
        );
        const plain = (clocks: typeof joint) => clocks?.map((clock) => ({ ...daysOf(clock), facts: clock.facts }));
        expect(plain(joint)).toEqual(plain(single));
      }),
      { numRuns: 20 },
    );
  });

  it('leave out other purposes, other subjects, and clocks that cannot take the fact', async () => {
    const [first, second] = tasks(2);
    if (first === undefined || second === undefined) throw new Error('two tasks');
    await transact(db, (tx) => startClocks(tx, district, [first, { ...first, purpose: 'signFor' }, second]));
    const pause = { kind: 'pause', day: on('2026-03-10'), ground: 'hearing' } as const;
    const subjects = [first.subject];
    const paused = await transact(db, (tx) => addFactToClocks(tx, district, { subjects, purposes: ['task'] }, pause));
    expect(paused.map(({ purpose }) => purpose)).toEqual(['task']);
    const again = await transact(db, (tx) => addFactToClocks(tx, district, { subjects }, pause));
    expect(again.map(({ purpose }) => purpose)).toEqual(['signFor']);
    expect(await getClocks(db, district, second.subject)).toMatchObject([{ state: 'running' }]);
  });

  it('refuse a fact before their last one, and none of them has it then', async () => {
    const all = [task('2026-03-05'), task('2026-03-11')];
    await transact(db, (tx) => startClocks(tx, district, all));
    const which = { subjects: all.map(({ subject }) => subject) };
    const early = transact(db, (tx) => addFactToClocks(tx, district, which, { kind: 'stop', day: on('2026-03-10') }));
    await expect(early).rejects.toMatchObject({ code: 'invalid_input', fields: [{ code: 'before_last_fact' }] });
    expect(await getClocksOf(db, district, which.subjects)).toMatchObject([{ state: 'running' }, { state: 'running' }]);
  });
});
