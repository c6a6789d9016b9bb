import type { MaterialRequirement } from './catalogue.ts';
import type { Answers, Computation, Condition, FormField } from './form.ts';
import { type About, askedFields, isBlock, knownOf, meets, partsOf } from './questions.ts';
import { tidyAnswer } from './typing.ts';

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

/**
 * While questions are open: what may still be needed, so that nobody is told too little. Whatever is answered later, the
 * materials needed then are among these. A question that can no longer be asked opens nothing.
 */
export function maybeNeeded(
  materials: readonly MaterialRequirement[],
  form: readonly FormField[],
  answers: Answers,
  about: About,
): MaterialRequirement[] {
  const standing = standingOf(form, answers, about);
  return materials.filter(({ when }) => mayMeet(when, standing));
}

/** What conditions may read one day, by path: what it is for good, or `open`. What is not there can never be asked. */
type Standing = ReadonlyMap<string, string | typeof open>;
const open = Symbol('open');

function standingOf(form: readonly FormField[], answers: Answers, about: About): Standing {
  const { applicant } = about;
  const standing = new Map<string, string | typeof open>([
    ['applicant.age', applicant === undefined ? open : String(applicant.age)],
    ['applicant.sex', applicant?.sex ?? open],
  ]);
  const computedNow = new Map(askedFields(form, answers, about).map(({ field, computed }) => [field.key, computed]));
  for (const field of form) {
    if (!mayMeet(field.when, standing)) continue;
    for (const part of partsOf(field)) {
      const path = isBlock(field) ? `${field.key}.${part.key}` : part.key;
      const value = tidyAnswer(part, answers[path] ?? '').trim();
      standing.set(path, value === '' ? open : value);
    }
    // One more row may always come.
    if (field.kind === 'rows') standing.set(field.key, open);
    if (field.compute !== undefined) {
      const sources = sourcesOf(field.compute);
      if (sources?.every((path) => standing.get(path) !== open) !== true) standing.set(field.key, open);
      else if (sources.some((path) => standing.has(path))) standing.set(field.key, computedNow.get(field.key) ?? open);
    }
  }
  return standing;
}

/** What a computed value follows from; nothing settles sums and numbers of rows. */
function sourcesOf({ kind, of }: Computation): string[] | undefined {
  if (kind === 'sum' || kind === 'count') return undefined;
  if (kind === 'times') return [of];
  return of === 'applicant' ? ['applicant.age'] : [of, `${of}.number`, `${of}.birthDay`];
}

function mayMeet(conditions: readonly Condition[] | undefined, standing: Standing): boolean {
  return (conditions ?? []).every((condition) => {
    const value = standing.get(condition.field);
    return value === open || (value !== undefined && meets([condition], new Map([[condition.field, value]])));
  });
}
