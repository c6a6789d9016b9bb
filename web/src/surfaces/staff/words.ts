import i18next from 'i18next';
import { useMemo } from 'react';
import type { CaseAct } from '../../../../contract/cases.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { CaseState, LocalText, Outcome, ProcedureProfile } from '../../../../contract/values.ts';
import { dayOfInstant, inLanguage, type Language, shortDay, timeOf } from '../../ui/day.ts';
import type { staff } from '../../words/zh-CN/staff.ts';

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? (K extends `${infer Stem}_other` ? Stem : K) : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** Every word of the staff screens, by its path. */
export type StaffWord = Leaf<typeof staff>;
export type Facts = Record<string, string | number>;

export interface Words {
  language: Language;
  t(word: StaffWord, facts?: Facts): string;
  /** A word that is only known when the page runs; `otherwise` when there is none. */
  find(word: string, otherwise: StaffWord, facts?: Facts): string;
  local(text: LocalText): string;
  /** 3月12日 周四 / Thu 12 Mar */
  day(day: string): string;
  /** 3月12日 周四 09:30 */
  at(instant: string): string;
  /** A state by itself, as a filter names it. */
  stateName(state: CaseState): string;
  /** A state in a list, where the light already says how long. */
  shortState(row: { state: CaseState; openDefects: number; profile: ProcedureProfile; outcome?: Outcome }): string;
  /** The next act as one short word on a button. */
  nextWord(act: CaseAct | undefined): string;
  state(row: { state: CaseState; openDefects: number; profile: ProcedureProfile; outcome?: Outcome }): string;
}

const translate = i18next.t as unknown as (key: string | string[], facts?: Facts) => string;

/** The words of this surface in the reader's language; it never changes while the page lives. */
export function useWords(): Words {
  return useMemo(() => wordsIn(i18next.language === 'en' ? 'en' : 'zh-CN'), []);
}

function wordsIn(language: Language): Words {
  const t = (word: StaffWord, facts: Facts = {}) => translate(`staff:${word}`, facts);
  const find: Words['find'] = (word, otherwise, facts = {}) =>
    translate([`staff:${word}`, `staff:${otherwise}`], facts);
  const state: Words['state'] = ({ state, openDefects, profile, outcome }) =>
    outcome !== undefined && (state === 'GRANTED' || state === 'DENIED')
      ? translate(`outcomes:${profile}.${outcome}`)
      : translate(`states:${state}`, { openDefects, count: openDefects });
  return {
    language,
    t,
    find,
    stateName: (each) => t(`shortState.${each}`),
    shortState: (row) =>
      row.outcome && (row.state === 'GRANTED' || row.state === 'DENIED') ? state(row) : t(`shortState.${row.state}`),
    nextWord: (act) => find(`nextWord.${act}`, 'nextWord.open'),
    local: (text) => inLanguage(text, language),
    day: (day) => shortDay(day, language),
    at: (instant) => `${shortDay(dayOfInstant(instant), language)} ${timeOf(instant)}`,
    state,
  };
}

/** 原件1份，复印件2份: how many of a paper; nothing is said of none. */
export function sheets({ originals, copies }: { originals: number; copies: number }, { t }: Words): string {
  return [
    ...(originals > 0 ? [t('intake.needOriginals', { originals })] : []),
    ...(copies > 0 ? [t('intake.needCopies', { copies })] : []),
  ].join(t('comma'));
}

/** What is wrong with one field, with its label in the sentence. */
export function faultSentence(fault: FieldFault, label: string): string {
  return translate([`refusals:fields.${fault.code}`, 'refusals:fields.format'], { ...fault.facts, label });
}

/** The sentence of a refusal; a code without a sentence of its own gets the general one. */
export function refusalSentence(code: string, facts: Facts = {}): string {
  return translate([`refusals:${code}`, 'refusals:gone_wrong'], facts);
}
