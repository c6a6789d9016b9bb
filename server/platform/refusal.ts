import type { FieldFault } from '../../contract/refusals.ts';
import type { RefusalCode } from '../../contract/words.ts';

type Facts = Record<string, string | number>;

/** The one way to say no: a code of the closed list, its facts, and the fields at fault. It rolls everything back. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Facts;
  readonly fields: readonly FieldFault[];

  constructor(code: RefusalCode, facts: Facts = {}, fields: readonly FieldFault[] = []) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}
