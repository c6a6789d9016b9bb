import { expect, test } from 'vitest';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { light } from '../deadlines/light.rules.ts';
import { publishedYears } from '../deadlines/published-years.data.ts';
import { greenFrom } from './light.rules.ts';

const calendar = workCalendar({ edition: 'first', years: publishedYears() });

test('a due day is green from the day on which the light of deadlines turns green, in every week of 2026', () => {
  for (
    let today = Temporal.PlainDate.from('2026-01-01');
    today.year === 2026 && today.month < 12;
    today = today.add({ days: 1 })
  ) {
    const green = greenFrom(today, calendar);
    expect(light(green, today, calendar).light, `${today}`).toBe('green');
    expect(light(green.subtract({ days: 1 }), today, calendar).light, `${today}`).toBe('yellow');
  }
});
