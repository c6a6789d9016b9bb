import { expect, test } from 'vitest';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { arrivalFacts, readArrival } from './arrival.rules.ts';

const calendar = workCalendar({ edition: 'first', years: [] });
const on = (day: string) => Temporal.PlainDate.from(day);
// Monday 2026-03-16; five working days before it are over for what arrived on Friday the 6th, and run for Monday the 9th.
const today = on('2026-03-16');
const read = (arrivedDay: string, more: { lateReason?: string; earliest?: string } = {}) =>
  readArrival(
    { by: 'LETTER', arrivedDay, ...(more.lateReason !== undefined && { lateReason: more.lateReason }) },
    { today, calendar, ...(more.earliest !== undefined && { earliest: on(more.earliest) }) },
  );
const faultOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { fields: readonly { field: string; code: string }[] }).fields[0];
  }
  return undefined;
};

test('ALL 29, R-2.5: what arrived on a day whose five working days still run is entered without a word', () => {
  expect(read('2026-03-09')).toMatchObject({ by: 'LETTER', lateReason: null });
  expect(read('2026-03-16').day.toString()).toBe('2026-03-16');
});

test('R-2.5: after the five working days the law has spoken, and the day is confirmed by a reason', () => {
  expect(faultOf(() => read('2026-03-06'))).toMatchObject({ field: 'sent.lateReason', code: 'arrived_long_ago' });
  expect(faultOf(() => read('2026-03-06', { lateReason: ' ' }))).toMatchObject({ code: 'arrived_long_ago' });
  expect(read('2026-03-06', { lateReason: ' 信在收发室压了一周。 ' }).lateReason).toBe('信在收发室压了一周。');
});

test('Nothing arrives tomorrow, or before what it answers', () => {
  expect(faultOf(() => read('2026-03-17'))).toMatchObject({ field: 'sent.arrivedDay', code: 'too_late' });
  expect(faultOf(() => read('2026-03-10', { earliest: '2026-03-11' }))).toMatchObject({ code: 'too_early' });
});

test('The ledger says the day where it is not its own, and never the reason', () => {
  expect(arrivalFacts(undefined, today)).toEqual({});
  expect(arrivalFacts(read('2026-03-16'), today)).toEqual({});
  expect(arrivalFacts(read('2026-03-09'), today)).toEqual({ receivedDay: '2026-03-09' });
  expect(arrivalFacts(read('2026-03-06', { lateReason: '压在收发室。' }), today)).toEqual({
    receivedDay: '2026-03-06',
    enteredLate: true,
  });
});
