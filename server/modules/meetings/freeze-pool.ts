import type { Answers } from '../../../contract/form.ts';
import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson } from '../../platform/vault/index.ts';
import { type Case, getParties } from '../cases/index.ts';
import { type StaffCall, sameName } from '../people/index.ts';
import { poolDigest, standingOf, ticketOf } from './draw.rules.ts';
import { getExperts, insertPanel } from './expert.store.ts';
import type { Meeting } from './meeting.store.ts';

/**
 * Freezes the expert pool as it stands for a panel, related experts marked, and returns its digest: the ledger row of the
 * arrangement keeps it, so that the seed that follows from that row is drawn over this pool and no other. Refuses
 * experts_too_few.
 */
export async function freezePool(
  tx: Tx,
  {
    meeting,
    theCase,
    asked,
  }: { meeting: Meeting; theCase: Case; asked: Inputs['POST /cases/:caseId/tasks/:taskId/meetings']['experts'] },
  call: StaffCall,
): Promise<string> {
  if (asked === undefined) throw new Refusal('invalid_input', {}, [{ field: 'experts', code: 'required' }]);
  const [experts, isNamed] = await Promise.all([getExperts(tx, call.district), namesOf(tx, theCase, call)]);
  const fields = [...new Set(asked.fields)].toSorted();
  const pool = experts.map((expert) => ({
    expertId: expert.id,
    ticket: ticketOf(meeting, expert.id),
    standing: standingOf(expert, { fields, day: meeting.day, isNamed }),
  }));
  const eligible = pool.filter(({ standing }) => standing === 'eligible').length;
  if (eligible < asked.count) throw new Refusal('experts_too_few', { eligible, count: asked.count });
  const digest = poolDigest(pool, { fields, count: asked.count });
  await insertPanel(tx, call.district, meeting, {
    day: call.today.toString(),
    fields,
    count: asked.count,
    poolDigest: digest,
    pool,
  });
  return digest;
}

/** Whether a name is one of the case: of a party, or of somebody or some firm that the form tells of. */
async function namesOf(tx: Tx, theCase: Case, call: StaffCall): Promise<(name: string) => boolean> {
  const parties = await getParties(tx, call.district, theCase.id, theCase.key);
  const names = [
    ...parties.map(({ name }) => name),
    ...Object.values(openJson<Answers>(theCase.key, theCase.sealedAnswers)),
  ].filter((name) => name.trim() !== '');
  return (name) => name.trim() !== '' && names.some((known) => sameName(known, name));
}
