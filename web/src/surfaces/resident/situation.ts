import { useSearch } from 'wouter';
import type { MaterialRequirement, ServiceGuide } from '../../../../contract/catalogue.ts';
import type { Answers } from '../../../../contract/form.ts';
import { type AskedField, askedFields } from '../../../../contract/questions.ts';
import { situationIn, situationSearch } from '../../../../contract/situation-address.ts';
import { maybeNeeded, neededMaterials, situationQuestions } from '../../../../contract/situations.ts';
import { useDistrict } from '../../ui/resident/district.tsx';

export interface Situation {
  /** The questions that are asked now; none where the item has no situations. */
  readonly asked: readonly AskedField[];
  readonly answers: Answers;
  /** As the address carries it, with its `?`; empty while nothing is answered. */
  readonly search: string;
  /** What may be needed, in the order of the guide. */
  readonly materials: readonly MaterialRequirement[];
  /** Whether it is certain that this one is needed. */
  readonly isCertain: (material: MaterialRequirement) => boolean;
}

/** 情形: which one the address names, and what that leaves of the materials. */
export function useSituation({ form, materials }: Pick<ServiceGuide, 'form' | 'materials'>): Situation {
  const { today } = useDistrict();
  return situationOf({ form, materials }, situationIn(form, useSearch()), today);
}

/** The same for answers that somebody is about to give; what is not asked any more is let go. */
export function situationOf(
  { form, materials }: Pick<ServiceGuide, 'form' | 'materials'>,
  given: Answers,
  today: string,
): Situation {
  const about = { today };
  const asked = askedFields(situationQuestions(form), given, about);
  const answers = Object.fromEntries(
    asked.flatMap(({ field: { key } }) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
  const certain = new Set(neededMaterials(materials, form, answers, about));
  const search = situationSearch(answers);
  return {
    asked,
    answers,
    search: search === '' ? '' : `?${search}`,
    materials: maybeNeeded(materials, form, answers, about),
    isCertain: (material) => certain.has(material),
  };
}

/** The printable guide, for the same situation. */
export const printAddress = (itemId: string, size: 'simple' | 'full', { search }: Pick<Situation, 'search'>): string =>
  `/items/${itemId}/print?size=${size}${search.replace('?', '&')}`;
