import { expect, test } from 'vitest';
import { checkAnswers } from '../../contract/answers.ts';
import { checkUscc } from '../../contract/identifiers.ts';
import { type About, askedFields, partsOf } from '../../contract/questions.ts';
import type { levels } from '../../contract/words.ts';
import { faultsOf } from '../modules/catalogue/item.rules.ts';
import { createCalendar, loadCalendar } from '../modules/deadlines/index.ts';
import { transact } from '../platform/database/index.ts';
import { systemCall } from '../platform/http/call.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { answersOne } from './items/answers-one.ts';
import { sampleAnswers } from './items/sample-answers.ts';
import { demoItems, foundItems } from './items.ts';
import { foundPlaces, type OrganKey, organKeys } from './places.ts';

const today = '2026-03-02';
const db = await createTestDatabase();
const call = systemCall({
  district: 'louxing',
  demo: true,
  now: Temporal.Instant.from(`${today}T02:30:00Z`),
  today: Temporal.PlainDate.from(today),
});
const { calendar, founded } = await transact(db, async (tx) => {
  await createCalendar(tx, {}, call);
  const { organs } = await foundPlaces(tx, call);
  return { calendar: await loadCalendar(tx, call.district), founded: await foundItems(tx, organs, call) };
});

const items = demoItems.map((item) => [item.key, item] as const);

test('Every item is published, under a key and a code of its own.', () => {
  expect(Object.keys(founded)).toEqual(demoItems.map(({ key }) => key));
  expect(new Set(demoItems.map(({ key }) => key)).size).toBe(demoItems.length);
  expect(new Set(demoItems.map(({ code }) => code)).size).toBe(demoItems.length);
});

test('There are at least 120 items of 20 departments and the townships, immediate and promised.', () => {
  expect(demoItems.length).toBeGreaterThanOrEqual(122);
  expect(new Set(demoItems.map(({ organ }) => organ)).size).toBeGreaterThanOrEqual(21);
  expect(new Set(demoItems.map(({ caseType }) => caseType))).toEqual(new Set(['IMMEDIATE', 'PROMISED']));
  for (const profile of ['LICENSE', 'PUBLIC_SERVICE', 'BENEFIT', 'FILING'])
    expect(demoItems.map((item) => item.profile)).toContain(profile);
  for (const type of ['LICENSE', 'PAYMENT', 'CONFIRMATION', 'REWARD', 'OTHER_POWER', 'PUBLIC_SERVICE'])
    expect(demoItems.map(({ content }) => content.elements.itemType)).toContain(type);
  expect(demoItems.filter(({ content }) => content.guideOnly !== undefined).length).toBeGreaterThanOrEqual(3);
});

test('106 items are offered at townships and 60 at villages, and what a village takes in the township does too.', () => {
  const at = (level: (typeof levels)[number]) => demoItems.filter(({ content }) => content.offeredAt.includes(level));
  expect(at('TOWNSHIP')).toHaveLength(106);
  expect(at('VILLAGE')).toHaveLength(60);
  expect(at('VILLAGE').filter((item) => !at('TOWNSHIP').includes(item))).toEqual([]);
  // The figure of the mission's third district: 94 of 100 can be done online.
  const online = demoItems.filter(({ content }) => content.online).length;
  expect(Math.round((100 * online) / demoItems.length)).toBe(94);
});

const elementsAre = (fits: (elements: (typeof demoItems)[number]['content']['elements']) => boolean) => () =>
  demoItems.filter(({ content }) => fits(content.elements)).length;
const materialIs = (fits: (material: (typeof demoItems)[number]['content']['materials'][number]) => boolean) => () =>
  demoItems.filter(({ content }) => content.materials.some(fits)).length;

test.each([
  ['a process of its own with tasks side by side', 8, parallel],
  ['situations that decide materials', 10, materialIs(({ when }) => when !== undefined)],
  ['materials that may follow', 12, materialIs(({ tolerated }) => tolerated !== undefined)],
  ['materials for which a commitment is enough', 12, materialIs(({ commitment }) => commitment !== undefined)],
  ['proofs with the office that issues them', 12, materialIs(({ kind, issuer }) => kind === 'proof' && !!issuer)],
  ['certificates that are shared', 6, materialIs(({ licence }) => licence !== undefined)],
  ['intermediary services', 5, elementsAre(({ intermediary }) => intermediary !== undefined)],
  ['service outside office hours', 40, elementsAre(({ offHours }) => offHours)],
  ['help at home', 10, elementsAre(({ assistance }) => assistance.includes('HOME_VISIT'))],
  ['a reason not to be in the hall', 2, elementsAre(({ outsideHall }) => outsideHall !== undefined)],
  ['the whole country, province or city', 25, elementsAre(({ handlingArea }) => wide.includes(handlingArea))],
  ['approval in one stage', 6, elementsAre(({ simpleApproval }) => simpleApproval)],
  ['terminals', 12, elementsAre(({ selfService }) => selfService)],
  ['powers that were devolved', 2, elementsAre(({ powerSource }) => powerSource === 'DEVOLVED')],
  ['powers that were entrusted', 2, elementsAre(({ bodyNature }) => bodyNature === 'ENTRUSTED')],
  ['bodies that were authorised', 2, elementsAre(({ bodyNature }) => bodyNature === 'AUTHORIZED')],
  ['joint bodies', 4, elementsAre(({ jointBodies }) => jointBodies.length > 0)],
  ['what it cost before it was simplified', 80, () => demoItems.filter(({ content }) => content.baseline).length],
  ['no visit at all', 40, () => demoItems.filter(({ content }) => content.visits === 0).length],
  ['a fee', 3, () => demoItems.filter(({ content }) => content.fee.fen > 0).length],
] as const)('The lists have entries: %s.', (_, atLeast, countOf) => {
  expect(countOf()).toBeGreaterThanOrEqual(atLeast);
});

test('R-1.3: at least four items are split into handling items, each with a sequence and a name of its own.', () => {
  const families = [...Map.groupBy(demoItems, ({ code }) => code.slice(0, 31)).values()].filter(
    ({ length }) => length > 1,
  );
  expect(families.length).toBeGreaterThanOrEqual(4);
  for (const items of families) {
    const handlings = items.map(({ content }) => content.handling?.zh);
    expect(handlings).not.toContain(undefined);
    expect(new Set(handlings).size).toBe(items.length);
  }
});

test('What is simplified takes less than half as long as before, over the whole district.', () => {
  const promised = demoItems.filter(({ content }) => content.baseline && content.promisedLimit.unit === 'workingDays');
  const now = promised.reduce((sum, { content }) => sum + content.promisedLimit.amount, 0);
  const before = promised.reduce((sum, { content }) => sum + (content.baseline?.days ?? 0), 0);
  expect(now / before).toBeLessThan(0.5);
});

test('One organ has one credit code, and no two organs share one.', () => {
  const organs = new Map<string, Set<string>>();
  for (const { code, organ } of demoItems)
    organs.set(code.slice(0, 18), (organs.get(code.slice(0, 18)) ?? new Set()).add(organ));
  expect([...organs].filter(([, of]) => of.size > 1)).toEqual([]);
  expect(organs.size).toBe(new Set(demoItems.map(({ organ }) => organ)).size);
});

test('The forms of at least eight items differ in what they are made of.', () => {
  const shapes = demoItems.map(({ content: { form } }) => form.map(({ key, kind }) => `${key}:${kind}`).join());
  expect(new Set(shapes.filter(Boolean)).size).toBeGreaterThanOrEqual(8);
});

test('No word leads to many items at once, and each item has words that lead to it alone.', () => {
  const owners = new Map<string, number>();
  for (const { content } of demoItems)
    for (const alias of new Set(content.aliases)) owners.set(alias, (owners.get(alias) ?? 0) + 1);
  expect([...owners].filter(([, count]) => count > 2)).toEqual([]);
  for (const { key, content } of demoItems)
    expect(content.aliases.filter((alias) => owners.get(alias) === 1).length, key).toBeGreaterThanOrEqual(12);
});

const fewMaterials = demoItems.filter(({ content }) => content.baseline !== undefined);

test.each(fewMaterials.map((item) => [item.key, item] as const))(
  '%s asks for no more than before.',
  (_, { content }) => {
    const { materials, visits, fee, baseline } = content;
    expect(materials.filter(({ necessity }) => necessity === 'required').length).toBeLessThanOrEqual(
      baseline?.materials ?? 0,
    );
    expect(visits).toBeLessThanOrEqual(baseline?.visits ?? 0);
    expect(fee.fen).toBeLessThanOrEqual(baseline?.fen ?? 0);
  },
);

test.each(items)('%s: form and limits have no fault.', (_, item) => {
  expect(faultsOf(item, calendar)).toEqual([]);
});

test.each(items)('R-1.1, R-1.2: %s has the code of its organ, level and province.', (_, { code, level, profile }) => {
  expect(code).toMatch(/^[0-9A-Z]{33}$/);
  expect(checkUscc(code.slice(0, 18))).toEqual({ ok: true });
  expect(code[18]).toBe(level === 'TOWNSHIP' ? '5' : '4');
  expect(code.slice(19, 21)).toBe('43');
  expect(code.slice(21, 23) === '01').toBe(profile === 'LICENSE');
});

test.each(items)('%s says everything in both languages.', (_, { content }) => {
  expect(untranslated(content)).toEqual([]);
});

test.each(items)('%s cites no article that nobody has read.', (_, { content }) => {
  for (const { mark, article } of basesOf(content)) expect(article === undefined).toBe(mark === 'sample');
});

test.each(items)('%s can be found in everyday words of both languages.', (_, { content: { aliases } }) => {
  expect(aliases.length).toBeGreaterThanOrEqual(12);
  expect(new Set(aliases).size).toBe(aliases.length);
  expect(aliases.some((alias) => /[a-z]/.test(alias))).toBe(true);
  expect(aliases.some((alias) => /\p{Script=Han}/u.test(alias))).toBe(true);
});

test.each(items)('%s: silence accepts a licence (R-2.5), real estate on the very day, and nothing else.', (_, item) => {
  const { content, profile } = item;
  expect(content.deemedAcceptance).toBe(profile === 'LICENSE' || profile === 'REAL_ESTATE');
  // 不动产登记暂行条例, art. 17: what is not refused in writing on the spot.
  if (profile === 'REAL_ESTATE') expect(content.answerLimit.amount).toBe(0);
  // A special law may set another limit (行政许可法, art. 42 para. 1), and none of theirs was read.
  if (profile === 'LICENSE') expect(content.limitMarks.statutory).toBe('sample');
});

test.each(items)('%s: what certificate and decision state is asked for.', (_, { content }) => {
  const { form, decisionAnswers, result } = content;
  const known = new Set([
    ...['applicant.name', 'applicant.number', 'organ', 'issueDay', 'fromDay', 'untilDay'],
    ...form.flatMap((field) => [field.key, ...partsOf(field).map(({ key }) => `${field.key}.${key}`)]),
  ]);
  const rows = result.certificate?.rows.map(({ value }) => value) ?? [];
  const named = rows.flatMap((value) => [...value.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ''));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  expect((decisionAnswers ?? []).filter((key) => !known.has(key))).toEqual([]);
  if (rows.some((value) => value.includes('untilDay'))) expect(result.validity).toBeDefined();
});

test.each(items)('%s: a village hands in and never decides.', (_, { content, level }) => {
  expect(level).not.toBe('VILLAGE');
  if (content.offeredAt.includes('VILLAGE')) expect(JSON.stringify(content.steps)).toMatch(/村.*交到/);
});

/** Forms are filled by people of any age; a sample of 1900 is what the tests of whole cases use. */
const people: readonly (About['applicant'] | undefined)[] = [
  { age: 126, sex: 'male' },
  { age: 71, sex: 'female' },
  { age: 36, sex: 'male' },
  undefined,
];

test.each(Object.entries(answersOne))('%s: its sample form can be filed as it stands.', (key, answers) => {
  const form = demoItems.find((item) => item.key === key)?.content.form ?? [];
  for (const applicant of people) {
    expect(checkAnswers(form, answers, { today, applicant })).toEqual([]);
    const asked = askedFields(form, answers, { today, applicant });
    const paths = new Set(
      asked.flatMap(({ questions, rows }) => [...questions, ...rows.flat()].map(({ path }) => path)),
    );
    expect(Object.keys(answers).filter((path) => !paths.has(path))).toEqual([]);
  }
});

test.each([
  [{ age: 69, sex: 'female' } as const, '69', '还没满70周岁'],
  [{ age: 70, sex: 'female' } as const, '70', '每月50元'],
  [{ age: 86, sex: 'male' } as const, '86', '每月100元'],
  [{ age: 100, sex: 'male' } as const, '100', '每月600元'],
])('The old-age allowance tells the amount by age: %o.', (applicant, age, words) => {
  const form = demoItems.find(({ key }) => key === 'seniorAllowance')?.content.form ?? [];
  const field = askedFields(form, {}, { today, applicant }).find((each) => each.field.key === 'age');
  expect(field?.computed).toBe(age);
  expect(field?.notes.map(({ zh }) => zh).join()).toContain(words);
});

const card = { residence: 'registered', phone: '13000000009' };
test.each([
  ['seniorCard', { ...card, busCard: 'no' }, 59, 'residence'],
  ['seniorCard', { ...card, busCard: 'no' }, 60, undefined],
  ['seniorCard', { ...card, busCard: 'yes' }, 64, 'busCard'],
  ['seniorCard', { ...card, busCard: 'yes' }, 65, undefined],
  ['treeFelling', { ...sampleAnswers('treeFelling', 'v'), promise: 'no' }, 40, 'promise'],
  ['company', { ...sampleAnswers('company', 'v'), companyType: 'single' }, 40, 'shareholders'],
  ['disabilityCard', { ...sampleAnswers('disabilityCard', 'v'), forWhom: 'child' }, 40, 'holderAge'],
] as const)('%s refuses what cannot be granted: %o at %i.', (key, answers, age, refused) => {
  const form = demoItems.find((item) => item.key === key)?.content.form ?? [];
  const stopped = askedFields(form, answers, { today, applicant: { age, sex: 'female' } }).filter(({ stops }) => stops);
  expect(stopped.map(({ field }) => field.key)).toEqual(refused === undefined ? [] : [refused]);
});

test.each([
  ['medicalEnrolment', { people: '3', total: '1200' }],
  ['studentAid', { people: '3', income: '26400.5' }],
  ['publicRental', { people: '2', income: '7000', yearlyIncome: '84000' }],
  ['pensionEnrolment', { backPay: '800', shares: '100' }],
  ['childcareSubsidy', { amount: '3600' }],
  ['labourDispatch', { capitalYuan: '3000000', managerCount: '2' }],
] as const)('%s reckons what the applicant need not.', (key, expected) => {
  const form = demoItems.find((item) => item.key === key)?.content.form ?? [];
  const asked = askedFields(form, answersOne[key] ?? {}, { today });
  const computed = Object.fromEntries(
    asked.flatMap(({ field, computed }) => (computed === undefined ? [] : [[field.key, computed]])),
  );
  expect(computed).toMatchObject(expected);
});

const wide: readonly string[] = ['NATION', 'PROVINCE', 'CITY'];

/** How many items have a process of their own in which several do something at the same time. */
function parallel(): number {
  const organs = Object.fromEntries(organKeys.map((key) => [key, key])) as Record<OrganKey, string>;
  return demoItems.filter(({ process }) => process?.(organs).stages.some(({ tasks }) => tasks.length > 1)).length;
}

/** Every pair of texts in it that is not whole, or that mixes the languages. */
function untranslated(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) {
    const { zh, en } = value as { zh: string; en: string };
    const isWhole = zh.trim() !== '' && en.trim() !== '' && !/\p{Script=Han}/u.test(en) && !/[,;!?]/.test(zh);
    return isWhole ? [] : [`${path}: ${zh} | ${en}`];
  }
  return Object.entries(value).flatMap(([key, part]) => untranslated(part, `${path}.${key}`));
}

/** Every legal basis in it, wherever it stands. */
function basesOf(value: unknown): { mark: string; article?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('law' in value && 'mark' in value) return [value as { mark: string; article?: string }];
  return Object.values(value).flatMap((part) => basesOf(part));
}
