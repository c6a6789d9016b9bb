import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { BasicContent, BasicItemView, PowerType, StandardHandling } from '../../../../contract/standards.ts';
import type { LocalText } from '../../../../contract/values.ts';

/** A basic item as it is being written. */
export interface BasicDraft {
  readonly code: string;
  readonly type: PowerType;
  readonly content: BasicContent;
  readonly note: string;
}

export const blankText: LocalText = { zh: '', en: '' };
export const blankBasis: LegalBasis = { law: '', mark: 'sample' };

export const blankHandling: StandardHandling = {
  name: blankText,
  serviceObjects: ['PERSON'],
  conditions: [],
  materials: [],
  fen: 0,
  result: blankText,
};

export const blankDraft: BasicDraft = {
  code: '',
  type: 'LICENSE',
  content: {
    name: blankText,
    exerciseLevels: ['DISTRICT'],
    bases: [blankBasis],
    handlings: [blankHandling],
    responsibilities: [],
    accountability: [],
  },
  note: '',
};

export function draftOf({ code, type, content }: BasicItemView): BasicDraft {
  return { code, type, content, note: '' };
}

/** Nobody applies for what a department does of its own accord. */
export function isOnApplication(type: PowerType): boolean {
  return !['PENALTY', 'COERCION', 'COLLECTION', 'INSPECTION'].includes(type);
}

/** What is sent: rows that were added and left empty are nobody's words, and what nobody applies for has no 办理项. */
export function sentOf(draft: BasicDraft): Omit<BasicDraft, 'note'> {
  const { code, type, content } = draft;
  return {
    code: code.trim(),
    type,
    content: {
      ...content,
      bases: content.bases.filter(({ law }) => law.trim() !== '').map(basisOf),
      handlings: isOnApplication(type) ? content.handlings.map(handlingSent) : [],
      responsibilities: content.responsibilities
        .filter(({ duty }) => duty.zh.trim() !== '')
        .map(({ basis, ...duty }) => ({ ...duty, ...withBasis(basis) })),
      accountability: content.accountability
        .filter(({ text }) => text.zh.trim() !== '')
        .map(({ basis, text }) => ({ text, ...withBasis(basis) })),
    },
  };
}

function handlingSent({ handling, ...rest }: StandardHandling): StandardHandling {
  return {
    ...rest,
    ...(handling && handling.zh.trim() !== '' && { handling }),
    conditions: rest.conditions.filter(({ zh }) => zh.trim() !== ''),
    materials: rest.materials.filter(({ name }) => name.zh.trim() !== ''),
  };
}

function basisOf({ law, article, mark }: LegalBasis): LegalBasis {
  return { law: law.trim(), mark, ...(article !== undefined && article.trim() !== '' && { article: article.trim() }) };
}

function withBasis(basis: LegalBasis | undefined): { basis?: LegalBasis } {
  return basis === undefined || basis.law.trim() === '' ? {} : { basis: basisOf(basis) };
}

/** Entries with one of them changed, added at the end or taken out. */
export const changedAt = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((each, index) => (index === at ? { ...each, ...change } : each));
export const withoutAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
