import type { ResidentCase } from '../../../../../contract/cases.ts';
import type { FormField } from '../../../../../contract/form.ts';

/** As many questions as fit one page of a phone. */
const perPage = 3;

export interface Step {
  /** The last part of the address. */
  name: string;
  kind: 'place' | 'form' | 'materials' | 'delivery' | 'check';
  fields: readonly FormField[];
  /** Of the pages of questions, this is the n-th. */
  part: number;
}

/** What each page of an application is given. */
export interface StepProps {
  matter: ResidentCase;
  step: Step;
  steps: readonly Step[];
}

/** The pages of an application, in order; the last is the check. */
export function stepsOf({ form, materials }: Pick<ResidentCase, 'form' | 'materials'>): Step[] {
  const plain = (name: Exclude<Step['kind'], 'form'>): Step => ({ name, kind: name, fields: [], part: 1 });
  const pages = Math.ceil(form.length / perPage);
  const size = Math.ceil(form.length / Math.max(1, pages));
  const questions = Array.from(
    { length: pages },
    (_, page): Step => ({
      name: `form-${page + 1}`,
      kind: 'form',
      fields: form.slice(page * size, (page + 1) * size),
      part: page + 1,
    }),
  );
  return [
    plain('place'),
    ...questions,
    ...(materials.length === 0 ? [] : [plain('materials')]),
    plain('delivery'),
    plain('check'),
  ];
}
