import type { ServiceCenter } from '../../../../contract/places.ts';
import { type Language, weekdayName } from '../../ui/day.ts';

type Hours = ServiceCenter['hours'][number];

/** 星期一至星期五 9:00–17:00; separate days are joined by 、. */
export function hoursLine({ weekdays, opens, closes }: Hours, language: Language): string {
  const [to, and] = language === 'en' ? [' to ', ', '] : ['至', '、'];
  const days = [...weekdays].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const said = runs.map((run) => {
    const [first = 1, last = first] = [run[0], run[run.length - 1]];
    if (run.length < 3) return run.map((day) => weekdayName(day, 'long', language)).join(and);
    return `${weekdayName(first, 'long', language)}${to}${weekdayName(last, 'long', language)}`;
  });
  return `${said.join(and)} ${clock(opens)}–${clock(closes)}`;
}

const clock = (time: string) => time.replace(/^0/, '');
