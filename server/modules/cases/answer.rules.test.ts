import { expect, test } from 'vitest';
import type { FormField } from '../../../contract/form.ts';
import { answerWords, type FilledForm, filledText, formParts, placeFaults, statedAnswers } from './answer.rules.ts';

const field = (key: string, kind: FormField['kind'], zh: string, more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: { zh, en: key },
  required: true,
  privacy: 'plain',
  ...more,
});
const form: FormField[] = [
  field('shop', 'text', '店名'),
  field('family', 'yesNo', '是家庭经营吗？'),
  field('home', 'address', '住址'),
  field('members', 'rows', '家庭成员', {
    fields: [field('name', 'text', '姓名') as never, field('capital', 'money', '出资') as never],
    when: [{ field: 'family', is: ['yes'] }],
  }),
  field('sum', 'computed', '出资总额', {
    compute: { kind: 'sum', of: 'members.capital' },
    unit: { zh: '元', en: 'yuan' },
  }),
  field('since', 'date', '开业日期', { page: { zh: '经营情况', en: 'business' } }),
];
const answers = {
  shop: '样例·𬭚记',
  family: 'yes',
  'home.place': 'v1',
  'home.detail': '3组',
  'members.0.name': '甲',
  'members.0.capital': '1,000',
  'members.1.name': '乙',
  'members.1.capital': '500.5',
  since: '2026-03-01',
};
const filled: FilledForm = {
  form,
  answers,
  about: { today: '2026-03-12' },
  placeName: (id) => (id === 'v1' ? '乐坪街道月塘社区' : ''),
};

test('An application prints its blocks and tables under their headings and plain questions together, in words.', () => {
  expect(formParts(filled)).toEqual([
    {
      heading: null,
      rows: [
        { label: '店名', text: '样例·𬭚记' },
        { label: '是家庭经营吗', text: '是' },
      ],
    },
    {
      heading: '住址',
      rows: [
        { label: '村（社区）', text: '乐坪街道月塘社区' },
        { label: '门牌号、组、楼栋', text: '3组' },
      ],
    },
    {
      heading: '家庭成员',
      columns: ['姓名', '出资'],
      table: [
        ['甲', '1000元'],
        ['乙', '500.5元'],
      ],
    },
    { heading: null, rows: [{ label: '出资总额', text: '1500.5元' }] },
    { heading: '经营情况', rows: [{ label: '开业日期', text: '2026年3月1日' }] },
  ]);
});

test('What was answered under a condition that no longer holds is not printed.', () => {
  const parts = formParts({ ...filled, answers: { ...answers, family: 'no' } });
  expect(JSON.stringify(parts)).not.toContain('甲');
});

test('A decision states blocks in one line and rows by their first column.', () => {
  expect(statedAnswers(['shop', 'home', 'members', 'sum', 'gone'], filled)).toEqual([
    '店名：样例·𬭚记',
    '住址：乐坪街道月塘社区3组',
    '家庭成员：甲、乙',
    '出资总额：1500.5元',
  ]);
});

test('Placeholders are filled by values given, by paths and by whole entries; what nobody answered leaves nothing.', () => {
  expect(
    filledText('{organ}准予{shop}（{home}，{home.detail}），{members}共{sum}{nothing}。', filled, { organ: '样例局' }),
  ).toBe('样例局准予样例·𬭚记（乐坪街道月塘社区3组，3组），甲、乙共1500.5元。');
});

test('A text that looks like a placeholder inside an answer stays a text.', () => {
  const tricky = { ...filled, answers: { ...answers, shop: '{applicant.number}' } };
  expect(filledText('{shop}', tricky, { 'applicant.number': '431302' })).toBe('{applicant.number}');
});

test('A place that is none of the district is a fault at its path.', () => {
  const places = { regionById: (id: string) => (id === 'v1' ? {} : undefined) };
  expect(placeFaults(form, answers, filled.about, places)).toEqual([]);
  expect(placeFaults(form, { ...answers, 'home.place': 'v2' }, filled.about, places)).toEqual([
    { field: 'home.place', code: 'not_an_option' },
  ]);
});

test('An option that the version no longer has is shown as it was chosen.', () => {
  expect(answerWords({ kind: 'choice', options: [] }, 'old', () => '')).toBe('old');
});
