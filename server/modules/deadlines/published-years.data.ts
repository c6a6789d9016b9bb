import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { holidayNames, type PublishedDay, type PublishedYear } from './calendar.rules.ts';

/** The years whose notices this release knows; later ones come by import. */
export const knownYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026] as const;

/** The notices of the known years, with holidays and make-up days named our way. */
export function publishedYears(): PublishedYear[] {
  return knownYears.map((year) => ({
    year,
    notice: `国务院办公厅关于${year}年部分节假日安排的通知`,
    days: [...daysOf(year, 'holiday', published.holidays), ...daysOf(year, 'makeup', published.workdays)],
  }));
}

function daysOf(year: number, kind: PublishedDay['kind'], days: Readonly<Record<string, string>>): PublishedDay[] {
  return Object.entries(days)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([day, description]) => ({ day, kind, name: nameIn(description) }));
}

/** The package writes `Mid-autumn Festival,中秋,1`. */
function nameIn(description: string): { zh: string; en: string } {
  const [en = '', zh = ''] = description.split(',');
  return holidayNames.find((name) => name.zh.startsWith(zh)) ?? { zh, en };
}
