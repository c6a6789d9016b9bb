import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sql, transact } from '../../platform/database/index.ts';
import { type Call, systemCall } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { statutoryHolidays } from './calendar.rules.ts';
import { licensingLimits } from './clock.rules.ts';
import { dueColumns } from './clock.store.ts';
import {
  type ClocksMoved,
  createCalendar,
  explainClock,
  extendClock,
  getClock,
  getClocks,
  getRecomputation,
  importCalendar,
  type Limits,
  loadCalendar,
  pauseClock,
  previewDeadline,
  resumeClock,
  startClock,
  stopClock,
} from './index.ts';
import { recomputeClocks } from './recompute-clocks.ts';

const db = await createTestDatabase();
const on = (day: string) => Temporal.PlainDate.from(day);
const guide = { guide: '样例事项办事指南' };
const limits: Limits = {
  statutory: licensingLimits.decision,
  promised: { amount: 10, unit: 'workingDays', basis: guide },
};

function callOf(district: string): Call {
  return systemCall({ district, demo: true, now: Temporal.Instant.from('2026-11-21T02:00Z'), today: on('2026-11-21') });
}

/** A district of the test's own, with the calendar of an installation. */
async function newDistrict(): Promise<Call> {
  const call = callOf(`district-${newId()}`);
  await transact(db, (tx) => createCalendar(tx, {}, call));
  return call;
}

async function startDecision({ district }: Call, startDay: string) {
  const subject = { kind: 'case', id: newId() };
  const clock = { subject, purpose: 'decision' };
  const view = await transact(db, (tx) => startClock(tx, { district, ...clock, limits, startDay }));
  return { subject, clock, view };
}

/** Days of a made-up notice for 2027: the statutory holidays, and two working days more of Spring Festival. */
const notice2027 = {
  year: 2027,
  notice: '样例通知',
  days: [
    ...statutoryHolidays(2027),
    ...['2027-02-09', '2027-02-10'].map((day) => ({
      day,
      kind: 'holiday' as const,
      name: { zh: '春节', en: 'Spring Festival' },
    })),
  ],
};

/** Runs the recount's jobs, and gives back what it told the modules above. */
async function runRecount(call: Call): Promise<ClocksMoved['moved']> {
  const told: ClocksMoved['moved'][number][] = [];
  for (;;) {
    const { rows } = await sql<{ kind: string; payload: never }>`
      delete from jobs where district = ${call.district} and id = (
        select id from jobs where district = ${call.district} order by run_at, id limit 1) returning kind, payload
    `.execute(db);
    const [job] = rows;
    if (job === undefined) return told;
    if (job.kind === 'deadlines.moved.case') told.push(...(job.payload as ClocksMoved).moved);
    else await transact(db, (tx) => recomputeClocks(tx, job.payload, call));
  }
}

describe('a stored clock', () => {
  it('keeps both due days of 24 September 2026 in step through pause, extension and stop', async () => {
    const call = await newDistrict();
    const { district } = call;
    const { clock, view } = await startDecision(call, '2026-09-24');
    expect(view).toMatchObject({ statutoryDueDay: '2026-10-29', promisedDueDay: '2026-10-15', dueDay: '2026-10-15' });

    const act = { district, clock };
    await transact(db, (tx) => pauseClock(tx, { ...act, day: on('2026-10-13'), ground: 'expertReview' }));
    const resumed = await transact(db, (tx) => resumeClock(tx, { ...act, day: on('2026-10-16') }));
    expect(resumed).toMatchObject({ state: 'running', statutoryDueDay: '2026-11-03', promisedDueDay: '2026-10-20' });

    const extension = {
      amount: 10,
      unit: 'workingDays',
      basis: { law: '行政许可法', article: '第四十二条第一款' },
    } as const;
    const extended = await transact(db, (tx) => extendClock(tx, { ...act, day: on('2026-11-03'), ...extension }));
    expect(extended).toMatchObject({ statutoryDueDay: '2026-11-17', promisedDueDay: '2026-11-03' });

    const stopped = await transact(db, (tx) => stopClock(tx, { ...act, day: on('2026-11-04') }));
    expect(stopped).toMatchObject({ state: 'stopped', dueDay: '2026-11-03' });
    const late = transact(db, (tx) => resumeClock(tx, { ...act, day: on('2026-11-05') }));
    await expect(late).rejects.toMatchObject({ code: 'clock_stopped' });
  });

  it('explains itself from what is stored', async () => {
    const call = await newDistrict();
    const { clock } = await startDecision(call, '2026-09-24');
    const why = await explainClock(db, { district: call.district, clock, today: on('2026-10-01') });
    expect(why.first.dueDay).toBe('2026-10-15');
    expect(why.statutory?.days.at(-1)).toMatchObject({ day: '2026-10-29', nth: 20 });
  });

  it('is not found in another district, and a refused act leaves no fact behind', async () => {
    const call = await newDistrict();
    const { subject, clock } = await startDecision(call, '2026-09-24');
    await expect(getClock(db, 'elsewhere', clock)).rejects.toMatchObject({ code: 'not_found' });
    const early = transact(db, (tx) => resumeClock(tx, { district: call.district, clock, day: on('2026-09-28') }));
    await expect(early).rejects.toMatchObject({ code: 'clock_not_paused' });
    const [only] = await getClocks(db, call.district, subject);
    expect(only?.facts).toHaveLength(1);
  });

  it('is paused by one of two clerks who try at once', async () => {
    const call = await newDistrict();
    const { clock } = await startDecision(call, '2026-09-24');
    const tries = await Promise.allSettled(
      [1, 2, 3, 4].map(() =>
        transact(db, (tx) =>
          pauseClock(tx, { district: call.district, clock, day: on('2026-10-13'), ground: 'hearing' }),
        ),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of tries.filter((each) => each.status === 'rejected')) {
      expect(lost.reason).toMatchObject({ code: 'clock_paused' });
    }
  });

  it('has the due days that its facts replay to, after any sequence of acts', async () => {
    const call = await newDistrict();
    const { district } = call;
    const calendar = await loadCalendar(db, district);
    const step = fc.record({ act: fc.constantFrom('pause', 'resume', 'extend', 'stop'), after: fc.nat(12) });
    await fc.assert(
      fc.asyncProperty(fc.nat(2_500), fc.array(step, { maxLength: 6 }), async (offset, steps) => {
        let day = on('2019-06-01').add({ days: offset });
        const { clock } = await startDecision(call, day.toString());
        for (const { act, after } of steps) {
          day = day.add({ days: after });
          const on = { district, clock, day };
          const extension = { amount: 10, unit: 'workingDays', basis: { law: '行政许可法' } } as const;
          await transact(db, (tx) => {
            if (act === 'pause') return pauseClock(tx, { ...on, ground: 'testing', neededDays: after });
            if (act === 'resume') return resumeClock(tx, on);
            return act === 'extend' ? extendClock(tx, { ...on, ...extension }) : stopClock(tx, on);
          }).catch((refusal) => expect(refusal).toBeInstanceOf(Refusal));
        }
        const stored = await getClock(db, district, clock);
        const replayed = dueColumns(stored.limits, stored.facts, calendar);
        expect(stored).toMatchObject(
          Object.fromEntries(Object.entries(replayed).filter(([, value]) => value !== null)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a year is imported', () => {
  it('and open clocks move, stopped ones stay, the modules above are told, and progress is kept', async () => {
    const call = await newDistrict();
    const { district } = call;
    const moving = await startDecision(call, '2027-02-04');
    const still = await startDecision(call, '2026-11-02');
    const stopped = await startDecision(call, '2027-02-04');
    await transact(db, (tx) => stopClock(tx, { district, clock: stopped.clock, day: on('2027-02-05') }));
    expect(moving.view).toMatchObject({ dueDay: '2027-02-22', provisional: true });

    const { recomputationId } = await transact(db, (tx) => importCalendar(tx, notice2027, call));
    const told = await runRecount(call);

    expect(await getClock(db, district, moving.clock)).toMatchObject({ dueDay: '2027-02-24', provisional: false });
    expect(await getClock(db, district, stopped.clock)).toMatchObject({ dueDay: '2027-02-22', provisional: true });
    expect(told).toEqual([
      expect.objectContaining({ subjectId: moving.subject.id, purpose: 'decision', dueDay: '2027-02-24' }),
    ]);
    expect(await getClock(db, district, still.clock)).toMatchObject(still.view);
    expect(await getRecomputation(db, district, recomputationId)).toMatchObject({ total: 2, done: 2, moved: 1 });
  });

  it('and a clock started right after it counts by the new notice', async () => {
    const call = await newDistrict();
    await startDecision(call, '2027-02-04');
    await transact(db, (tx) => importCalendar(tx, notice2027, call));
    const { view } = await startDecision(call, '2027-02-04');
    expect(view).toMatchObject({ dueDay: '2027-02-24', provisional: false });
  });

  it('and what was imported before for that year is gone', async () => {
    const call = await newDistrict();
    await transact(db, (tx) => importCalendar(tx, notice2027, call));
    await transact(db, (tx) => importCalendar(tx, { ...notice2027, days: statutoryHolidays(2027) }, call));
    const calendar = await loadCalendar(db, call.district);
    expect(calendar.kindOf(on('2027-02-09'))).toEqual({ kind: 'workday', provisional: false });
  });

  it('and a table that lacks a statutory holiday is refused, with the day', async () => {
    const call = await newDistrict();
    const days = notice2027.days.filter(({ day }) => day !== '2027-10-02');
    const refused = transact(db, (tx) => importCalendar(tx, { ...notice2027, days }, call));
    await expect(refused).rejects.toMatchObject({
      code: 'calendar_invalid',
      facts: { fault: 'statutory_holiday_missing', day: '2027-10-02' },
    });
  });
});

describe('the preview', () => {
  it('answers with the days, and says that next year is provisional', async () => {
    const call = await newDistrict();
    const preview = await previewDeadline(db, { start: '2026-12-28', limit: 4, unit: 'workingDays' }, call);
    expect(preview).toMatchObject({ dueDay: '2027-01-04', provisional: true });
    expect(preview.days.map(({ day, counted, reason }) => [day, counted, reason])).toEqual([
      ['2026-12-28', false, 'startDay'],
      ['2026-12-29', true, 'workday'],
      ['2026-12-30', true, 'workday'],
      ['2026-12-31', true, 'workday'],
      ['2027-01-01', false, 'holiday'],
      ['2027-01-02', false, 'weekend'],
      ['2027-01-03', false, 'weekend'],
      ['2027-01-04', true, 'lastDay'],
    ]);
  });

  it.each([
    [{ start: '2027-02-29', limit: 1 }, 'start'],
    [{ start: '1989-12-31', limit: 1 }, 'start'],
    [{ start: '2101-01-01', limit: 1 }, 'start'],
    [{ start: '2026-01-01', limit: -1 }, 'limit'],
    [{ start: '2026-01-01', limit: 3651 }, 'limit'],
    [{ start: '2026-01-01', limit: 1.5 }, 'limit'],
  ])('refuses %j at the field', async (input, field) => {
    const asked = previewDeadline(db, { ...input, unit: 'calendarDays' }, callOf('nowhere'));
    await expect(asked).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field }] });
  });

  it('answers the longest limits from the last day of 2100', async () => {
    const call = await newDistrict();
    const preview = await previewDeadline(db, { start: '2100-12-31', limit: 3650, unit: 'workingDays' }, call);
    expect(preview.provisional).toBe(true);
    expect(preview.days.filter(({ counted }) => counted)).toHaveLength(3650);
  });
});
