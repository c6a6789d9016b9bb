import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { filedBy, lockCase } from '../cases/index.ts';
import { findMandateForAct, type ResidentCall } from '../people/index.ts';
import { answerHearing } from './answer-hearing.ts';
import type { HearingAnswer } from './hearing.rules.ts';
import { findHearingOfCase } from './hearing.store.ts';

/** The applicant's own word, or his agent's while the mandate stands. Refuses not_found where no right was notified. */
export async function answerOwnHearing(
  tx: Tx,
  { caseId, answer }: { caseId: string; answer: HearingAnswer },
  call: ResidentCall,
): Promise<{ caseId: string }> {
  const theCase = await lockCase(tx, call.district, caseId, filedBy(call.resident.id));
  const { principalId, accountId, itemId } = theCase;
  if (principalId !== null && accountId === call.resident.id) {
    const acting = { principalId, agentId: accountId, itemId, caseId };
    if ((await findMandateForAct(tx, call.district, { ...acting, today: call.today })) === undefined)
      throw new Refusal('mandate_ended');
  }
  const hearing = await findHearingOfCase(tx, call.district, caseId);
  const own = hearing?.parties.find(({ role }) => role === 'applicant');
  if (hearing === undefined || own === undefined) throw new Refusal('not_found');
  await answerHearing(tx, { theCase, hearing, partyId: own.id, answer }, call);
  return { caseId };
}
