import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openText } from '../../platform/vault/index.ts';
import { type Telling, tellPerson } from '../notices/index.ts';
import { agentReaches } from './agent-reach.queries.ts';
import { everywhere, getCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';
import { phonesToTell } from './party.rules.ts';
import type { Told } from './plan-telling.ts';

/** Tells the applicant, and who acts for him while he may, by text message; who left no number is told at the window and by the paper alone. */
export async function tellApplicant(
  tx: Tx,
  { caseId, template, facts }: Told & { caseId: string },
  call: Call,
): Promise<void> {
  const theCase = await getCase(tx, call.district, caseId, everywhere);
  const { parties, version } = await getMatter(tx, call, theCase);
  const queryCode = theCase.sealedQueryCode === null ? '' : openText(theCase.key, theCase.sealedQueryCode);
  const all = {
    ...facts,
    queryCode,
    item: version.content.name.zh,
    caseNo: theCase.caseNo ?? '',
  } as unknown as Telling['facts'];
  // What ended the case was still the agent's to do or to wait for.
  const heardAt = theCase.completedAt === null ? call.now : Temporal.Instant.from(theCase.completedAt);
  const reaches = await agentReaches(tx, theCase, heardAt, call);
  const told = parties.filter(({ role }) => role !== 'agent' || reaches);
  for (const phone of phonesToTell(told))
    await tellPerson(tx, { template, facts: all, phone, key: theCase.key, subjectId: caseId }, call);
}
