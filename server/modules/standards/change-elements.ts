import type { UniformElement } from '../../../contract/standards.ts';
import { type elementRules, uniformElements } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import type { ElementSet } from './deviation.rules.ts';
import { insertElementSet } from './element-set.store.ts';

/** Changes which elements are compared and which block, for what is published and checked from now on. Refuses `invalid_input` where one is missing. */
export async function changeElements(
  tx: Tx,
  {
    elements,
    reason,
  }: { elements: readonly { element: UniformElement; rule: (typeof elementRules)[number] }[]; reason: string },
  call: StaffCall,
): Promise<{ done: true }> {
  const set = Object.fromEntries(elements.map(({ element, rule }) => [element, rule])) as ElementSet;
  const missing = uniformElements.filter((element) => set[element] === undefined);
  if (missing.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      missing.map((element) => ({ field: `elements.${element}`, code: 'required' })),
    );
  if (reason.trim() === '') throw new Refusal('reason_missing');
  const setId = await insertElementSet(tx, call, set, reason.trim());
  append(tx, call, {
    subject: { kind: 'uniformElements', id: setId },
    act: 'uniformElements.changed',
    facts: {
      locked: uniformElements.filter((element) => set[element] === 'locked'),
      warning: uniformElements.filter((element) => set[element] === 'warning'),
    },
  });
  return { done: true };
}
