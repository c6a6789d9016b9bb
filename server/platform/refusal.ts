import type { FieldFault } from '../../contract/refusals.ts';
import type { RefusalCode } from '../../contract/words.ts';

type Facts = Record<string, string | number>;

/** The subject of an attempt that is counted, and what was attempted, without personal data. */
export interface Counted {
  readonly subjectId: string;
  readonly detail: string;
}

/** The one way to say no: a code of the closed list, its facts, and the fields at fault. It rolls everything back. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Facts;
  readonly fields: readonly FieldFault[];
  /** Where the attempt itself is counted, whatever its status: what it was about, in the access log. */
  readonly counted: Counted | undefined;

  constructor(code: RefusalCode, facts: Facts = {}, fields: readonly FieldFault[] = [], counted?: Counted) {
    super(code);
    this.counted = counted;
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}
