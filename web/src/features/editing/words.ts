import i18next from 'i18next';
import { useMemo } from 'react';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { inLanguage, type Language } from '../../ui/day.ts';
import type { editors } from '../../words/zh-CN/editors.ts';

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? (K extends `${infer Stem}_other` ? Stem : K) : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

export type EditorWord = Leaf<typeof editors>;
export type Facts = Readonly<Record<string, string | number | undefined>>;

export interface EditorWords {
  readonly language: Language;
  t(word: EditorWord, facts?: Facts): string;
  /** A word that is only known when the page runs, or what stands in for it. */
  find(word: string, otherwise: string): string;
  text(text: LocalText): string;
  /** What is wrong with something that is called so. */
  fault(fault: FieldFault, label: string): string;
}

const translate = i18next.t as unknown as (key: string | string[], facts?: Facts) => string;

/** The words of the editors in the reader's language; it never changes while the page lives. */
export function useEditorWords(): EditorWords {
  return useMemo(() => wordsIn(i18next.language === 'en' ? 'en' : 'zh-CN'), []);
}

function wordsIn(language: Language): EditorWords {
  return {
    language,
    t: (word, facts = {}) => translate(`staff:editors.${word}`, facts),
    find: (word, otherwise) =>
      i18next.exists(`staff:editors.${word}`) ? translate(`staff:editors.${word}`) : otherwise,
    text: (text) => inLanguage(text, language),
    fault: ({ code, facts }, label) =>
      translate([`refusals:fields.${code}`, 'refusals:fields.format'], { ...facts, label }),
  };
}
