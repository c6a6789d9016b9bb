import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineJob, plan } from '../../platform/jobs/index.ts';
import { tell } from '../notices/index.ts';
import { everywhere, getCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';

type Telling = Omit<Parameters<typeof tell>[1], 'phone' | 'key' | 'subjectId'>;
/** A message to the applicant, without what the case itself knows. */
export type Told = { readonly template: Telling['template']; readonly facts: Readonly<Record<string, string | number>> };

/** Plans a message to the applicant in the act's transaction. */
export function planTelling(tx: Tx, call: Call, caseId: string, told: Told): void {
  plan(tx, call, { kind: 'cases.tell', payload: { caseId, ...told } });
}

/** Tells the applicant by text message; who left no number is told at the window and by the paper alone. */
export const tellApplicant = defineJob<Told & { caseId: string }>({
  kind: 'cases.tell',
  async run(tx, { caseId, template, facts }, call) {
    const theCase = await getCase(tx, call.district, caseId, everywhere);
    const { applicant, version } = await getMatter(tx, call, theCase);
    if (applicant.phone === null) return;
    const all = { ...facts, item: version.content.name.zh, caseNo: theCase.caseNo ?? '' } as unknown as Telling['facts'];
    await tell(tx, { template, facts: all, phone: applicant.phone, key: theCase.key, subjectId: caseId }, call);
  },
});
