import { tidy } from '../../../contract/typing.ts';

/** A case number as people copy it: with gaps, in lower case, in full-width digits. */
export function caseNoOf(text: string): string {
  return tidy(text).replace(/\s/g, '').toUpperCase();
}
