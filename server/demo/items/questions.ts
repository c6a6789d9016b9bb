import type { FormField } from '../../../contract/form.ts';
import { accountFields, ask, both, choose, homeAddress, phone } from './pieces.ts';

/** Questions of short forms, each by its key and its words in both languages. */

type More = Omit<Partial<FormField>, 'kind'>;
type Options = readonly (readonly [value: string, zh: string, en: string])[];

export const line = (key: string, zh: string, en: string, more: More = {}) =>
  ask('text', key, both(zh, en), { maxLength: 200, ...more });

export const story = (key: string, zh: string, en: string, more: More = {}) =>
  ask('longText', key, both(zh, en), { maxLength: 1000, ...more });

/** A day up to today. */
export const pastDay = (key: string, zh: string, en: string, more: More = {}) =>
  ask('date', key, both(zh, en), { latest: 'today', ...more });

/** A day from today on. */
export const comingDay = (key: string, zh: string, en: string, more: More = {}) =>
  ask('date', key, both(zh, en), { earliest: 'today', ...more });

export const count = (key: string, zh: string, en: string, unit: readonly [string, string], more: More = {}) =>
  ask('number', key, both(zh, en), { minimum: 1, maximum: 100_000, unit: both(...unit), ...more });

export const yuan = (key: string, zh: string, en: string, more: More = {}) =>
  ask('money', key, both(zh, en), { minimum: 0, unit: both('元', 'yuan'), ...more });

export const whether = (key: string, zh: string, en: string, more: More = {}) => ask('yesNo', key, both(zh, en), more);

export const pick = (key: string, zh: string, en: string, options: Options, more: More = {}) =>
  choose(key, both(zh, en), options, more);

/** 情形: what is chosen decides which materials are needed. */
export const situation = (key: string, zh: string, en: string, options: Options, more: More = {}) =>
  choose(key, both(zh, en), options, { situation: true, ...more });

/** Only where this question was answered so. */
export const only = (field: string, ...is: readonly string[]) => ({ when: [{ field, is: [...is] }] });

/** A person who is not the applicant. */
export const person = (key: string, zh: string, en: string, more: More = {}) =>
  ask('person', key, both(zh, en), { asks: ['number'], privacy: 'identifier', ...more });

/** The firm that applies, through whoever hands it in. */
export const firm: FormField = ask('firm', 'firm', both('申请的单位', 'Who applies'), {
  hint: both('照营业执照或者登记证填。您是经办人。', 'As on its licence or registration. You act as its handler.'),
  asks: ['uscc', 'representative', 'phone'],
  party: 'applicant',
  signer: 'handler',
  page: both('单位', 'The applicant'),
});

export const spot = (key: string, zh: string, en: string, more: More = {}) => ask('address', key, both(zh, en), more);

/** Where one lives and how one is reached. */
export const contact: readonly FormField[] = [{ ...homeAddress, page: both('怎么找到您', 'How to reach you') }, phone];

/** Where the money goes. */
export const account: readonly FormField[] = accountFields(both('钱打到哪里', 'Where the money goes'));

/** Refuses what cannot be granted, and says why. */
export const stops = (field: string, is: readonly string[], zh: string, en: string) => ({
  notes: [{ when: [{ field, is: [...is] }], text: both(zh, en), stops: true }],
});

/** A hint that appears with an answer. */
export const hints = (field: string, is: readonly string[], zh: string, en: string) => ({
  notes: [{ when: [{ field, is: [...is] }], text: both(zh, en) }],
});

export const people = ['人', 'people'] as const;
export const squareMetres = ['平方米', 'm²'] as const;
export const acres = ['亩', 'mu'] as const;
