import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Telling, tellPeople } from '../notices/index.ts';
import type { Told } from './plan-telling.ts';
import { getToldCases } from './told-case.queries.ts';

/**
 * Tells applicants, and who acts for them while he may, by text message; who left no number is told at the window and by the paper
 * alone. Refuses `not_found`.
 */
export async function tellApplicants(
  tx: Tx,
  told: readonly (Told & { readonly caseId: string })[],
  call: Call,
): Promise<void> {
  const cases = await getToldCases(tx, [...new Set(told.map(({ caseId }) => caseId))], call);
  const tellings = told.flatMap(({ caseId, template, facts }) => {
    const theCase = cases.get(caseId);
    if (theCase === undefined) throw new Refusal('not_found');
    const all = { ...facts, ...theCase.facts } as unknown as Telling['facts'];
    return theCase.phones.map(
      (phone): Telling => ({ template, facts: all, phone, key: theCase.key, subjectId: caseId }),
    );
  });
  await tellPeople(tx, tellings, call);
}
