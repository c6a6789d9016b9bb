import type { MaterialRequirement } from './catalogue.ts';
import type { Answers, FormField } from './form.ts';
import { type About, askedFields, knownOf, meets } from './questions.ts';

/** 情形: the questions whose answers decide which materials are needed. They can be asked before anybody applies. */
export function situationQuestions(form: readonly FormField[]): FormField[] {
  return form.filter(({ situation }) => situation === true);
}

/**
 * The materials that this person needs, given what was answered: those without conditions, and those whose conditions
 * hold. The same code draws the guide, the upload page, the clerk's list and the check of what is missing.
 */
export function neededMaterials(
  materials: readonly MaterialRequirement[],
  form: readonly FormField[],
  answers: Answers,
  about: About,
): MaterialRequirement[] {
  if (materials.every(({ when }) => when === undefined)) return [...materials];
  const known = knownOf(askedFields(form, answers, about), answers, about);
  return materials.filter(({ when }) => meets(when, known));
}

/** While a question is open: what may still be needed, so that nobody is told too little. */
export function maybeNeeded(
  materials: readonly MaterialRequirement[],
  form: readonly FormField[],
  answers: Answers,
  about: About,
): MaterialRequirement[] {
  const known = knownOf(askedFields(form, answers, about), answers, about);
  const isOpen = (path: string) =>
    !known.has(path) && (path.startsWith('applicant.') ? about.applicant === undefined : true);
  return materials.filter(({ when }) =>
    meets(
      (when ?? []).filter(({ field }) => !isOpen(field)),
      known,
    ),
  );
}
