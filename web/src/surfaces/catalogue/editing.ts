import i18next from 'i18next';
import { createContext, useContext } from 'react';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { faultSentence, useWords, type Words } from '../staff/words.ts';
import { valueAt } from './content-path.ts';
import { entriesOf, isAt, wordsOf } from './sections.ts';

/** What the parts of the editor share: the draft as it is typed, what is wrong with it, and the way to change it. */
export interface Editing {
  /** The draft whole; paths begin in it: `content.name.zh`, `code`. */
  whole: object;
  faults: readonly FieldFault[];
  /** Puts a value at a path. `typing`: letter by letter, so that one word is one step to take back. */
  put(path: string, value: unknown, how?: 'typing'): void;
  /** The field that somebody wants to see: what is folded around it opens. */
  wanted?: string | undefined;
}

export const EditingContext = createContext<Editing>({ whole: {}, faults: [], put: () => undefined });

export function useEditing(): Editing {
  return useContext(EditingContext);
}

/** One element: what stands there, what is wrong with it, and how it is called. */
export function useElement(path: string) {
  const { whole, faults, put } = useEditing();
  const words = useWords();
  const here = faults.filter((fault) => isAt(fault, path));
  const label = elementWord(path, words);
  return {
    ...words,
    value: valueAt(whole, path),
    put: (value: unknown, how?: 'typing') => put(path, value, how),
    label,
    hint: elementHint(path, words),
    isWrong: here.length > 0,
    /** Ids of what is said about the field, for those who hear it. */
    about: [here.length > 0 && `${path}-fault`, elementHint(path, words) !== undefined && `${path}-hint`]
      .filter(Boolean)
      .join(' '),
  };
}

/** The standard's word for an element, by its path. */
export function elementWord(path: string, { find }: Words): string {
  const word = wordsOf(path).find((each) => i18next.exists(`staff:compilation.field.${each}`));
  return find(`compilation.field.${word}`, 'compilation.element');
}

function elementHint(path: string, { t, find }: Words): string | undefined {
  const [exact = ''] = wordsOf(path);
  return i18next.exists(`staff:compilation.hint.${exact}`)
    ? find(`compilation.hint.${exact}`, 'compilation.element') || t('none')
    : undefined;
}

/** The word for the element of a fault, with the language where it is of one. */
function faultWord({ field }: FieldFault, words: Words): string {
  const language = /\.(zh|en)$/.exec(field)?.[1] as 'zh' | 'en' | undefined;
  const word = elementWord(field, words);
  return language === undefined ? word : words.t(`compilation.in.${language}`, { label: word });
}

/** What is wrong with one element, as a sentence that says how to put it right. */
export function faultWords(fault: FieldFault, words: Words): string {
  const label = faultWord(fault, words);
  const facts = { ...fault.facts, label };
  return i18next.exists(`staff:compilation.fault.${fault.code}`)
    ? words.find(`compilation.fault.${fault.code}`, 'compilation.element', facts)
    : faultSentence(fault, label);
}

/** Where a fault stands, as one says it: 第3样材料，材料名称. */
export function faultPlace(fault: FieldFault, words: Words): string {
  const entries = entriesOf(fault.field).flatMap(({ list, at }) =>
    i18next.exists(`staff:compilation.entry.${list}`)
      ? [words.find(`compilation.entry.${list}`, 'compilation.element', { number: at + 1 })]
      : [],
  );
  const word = faultWord(fault, words);
  return [...entries, ...(/\.\d+$/.test(fault.field) && entries.length > 0 ? [] : [word])].join(words.t('comma'));
}
