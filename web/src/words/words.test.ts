import i18next from 'i18next';
import { expect, test } from 'vitest';
import { refusalStatus } from '../../../contract/words.ts';
import * as enDraws from './en/draws.ts';
import * as enEntry from './en/entry.ts';
import * as enGuide from './en/guide.ts';
import * as enLists from './en/lists.ts';
import * as enPages from './en/pages.ts';
import * as enPublicNotices from './en/public-notices.ts';
import * as enRefusals from './en/refusals.ts';
import * as enResident from './en/resident.ts';
import * as enStaff from './en/staff.ts';
import * as enStates from './en/states.ts';
import * as enWhy from './en/why.ts';
import * as zhDraws from './zh-CN/draws.ts';
import * as zhEntry from './zh-CN/entry.ts';
import * as zhGuide from './zh-CN/guide.ts';
import * as zhLists from './zh-CN/lists.ts';
import * as zhPages from './zh-CN/pages.ts';
import * as zhPublicNotices from './zh-CN/public-notices.ts';
import * as zhRefusals from './zh-CN/refusals.ts';
import * as zhResident from './zh-CN/resident.ts';
import * as zhStaff from './zh-CN/staff.ts';
import * as zhStates from './zh-CN/states.ts';
import * as zhWhy from './zh-CN/why.ts';

const chinese = {
  ...zhDraws,
  ...zhEntry,
  ...zhGuide,
  ...zhLists,
  ...zhPages,
  ...zhPublicNotices,
  ...zhRefusals,
  ...zhResident,
  ...zhStaff,
  ...zhStates,
  ...zhWhy,
};
const english = {
  ...enDraws,
  ...enEntry,
  ...enGuide,
  ...enLists,
  ...enPages,
  ...enPublicNotices,
  ...enRefusals,
  ...enResident,
  ...enStaff,
  ...enStates,
  ...enWhy,
};
const catalogues = Object.keys(chinese) as (keyof typeof chinese)[];

/** Every sentence of a catalogue by its key: `fields.required`. */
function sentencesOf(words: object, path = ''): [key: string, sentence: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? sentencesOf(value, `${path}${name}.`)
      : [[`${path}${name}`, String(value)] as [string, string]],
  );
}

/** Plural forms are the grammar of one language, not keys of both. */
const keysOf = (words: object) =>
  [...new Set(sentencesOf(words).map(([key]) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();

/** Facts that only one language needs: Chinese counts its months. */
const ofOneLanguage = ['{{monthName}}'];

/** The facts that a sentence takes. */
const factsOf = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort();

const han = '\\p{Script=Han}';
/** How a Chinese sentence is never written. */
const faults: Record<string, RegExp> = {
  'half-width punctuation between Chinese characters': new RegExp(`[${han}》）”][,?!:;][${han}《（“]`, 'u'),
  'half-width punctuation at the end of a Chinese phrase': new RegExp(`${han}[,?!:;]( |$)`, 'u'),
  'half-width brackets around Chinese': new RegExp(`[(]${han}|${han}[)]`, 'u'),
  'a space between digits and Chinese': new RegExp(`${han} +\\d|\\d +${han}`, 'u'),
};

test.each(catalogues)('%s: both languages have the same keys', (name) => {
  expect(keysOf(english[name])).toEqual(keysOf(chinese[name]));
});

test.each(catalogues)('%s: no sentence is empty, in either language', (name) => {
  const empty = [chinese, english].flatMap((words) =>
    sentencesOf(words[name]).filter(([, sentence]) => sentence.trim() === ''),
  );
  expect(empty).toEqual([]);
});

test.each(catalogues)('%s: a sentence takes no fact that its Chinese sentence does not know', (name) => {
  const known = new Map(sentencesOf(chinese[name]));
  const strange = sentencesOf(english[name]).filter(([key, sentence]) => {
    const model = known.get(key);
    return (
      model !== undefined && factsOf(sentence).some((fact) => ![...factsOf(model), ...ofOneLanguage].includes(fact))
    );
  });
  expect(strange).toEqual([]);
});

test.each(catalogues)('%s: Chinese is set with full-width punctuation and without spaces around digits', (name) => {
  const found = sentencesOf(chinese[name]).flatMap(([key, sentence]) =>
    Object.entries(faults)
      .filter(([, pattern]) => pattern.test(sentence.replace(/<\/?b>/g, '')))
      .map(([fault]) => `${key}: ${fault}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

test.each(Object.keys(refusalStatus))('the refusal %s has a sentence in both languages', (code) => {
  expect(chinese.refusals).toHaveProperty(code, expect.any(String));
  expect(english.refusals).toHaveProperty(code, expect.any(String));
});

test.each([
  ['zh-CN', chinese.refusals, '这份放假安排没有导入：10月1日是法定节日，漏写了。'],
  ['en', english.refusals, 'This holiday calendar was not imported: 10月1日 is a public holiday and is not listed.'],
])('a calendar that is refused says which day is at fault (%s)', async (lng, refusals, sentence) => {
  const words = i18next.createInstance({ lng, resources: { [lng]: { refusals } } });
  await words.init();
  expect(words.t('refusals:calendar_invalid', { fault: 'statutory_holiday_missing', day: '10月1日' })).toBe(sentence);
});
