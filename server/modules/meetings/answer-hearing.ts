import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case } from '../cases/index.ts';
import { isLive } from '../tasks/index.ts';
import { endHearing } from './end-hearing.ts';
import { type HearingAnswer, judgeAnswer, stateOfAnswers } from './hearing.rules.ts';
import { type Hearing, saveAnswer, saveHearing } from './hearing.store.ts';

/**
 * A party asks for the hearing or gives it up. The first request starts the twenty working days (ALL 47); when everybody
 * gave it up there is none. Refuses hearing_request_late, hearing_answered, task_moved_on.
 */
export async function answerHearing(
  tx: Tx,
  { theCase, hearing, partyId, answer }: { theCase: Case; hearing: Hearing; partyId: string; answer: HearingAnswer },
  call: Call,
): Promise<void> {
  const party = hearing.parties.find(({ id }) => id === partyId);
  if (party === undefined) throw new Refusal('not_found');
  const objection = judgeAnswer({ ...hearing, answer: party.answer }, answer, call.today.toString());
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  const task = theCase.tasks.find(({ id }) => id === hearing.taskId);
  if (task === undefined || task.round !== hearing.taskRound || !isLive(task))
    throw new Refusal('task_moved_on', { state: task?.state ?? 'cancelled' });
  const state = stateOfAnswers(hearing.parties.map((each) => (each.id === partyId ? answer : each.answer)));
  await saveAnswer(tx, call.district, { id: partyId, answer, at: call.now });
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: answer === 'REQUESTED' ? 'case.hearingRequested' : 'case.hearingWaived',
    facts: { task: task.key, role: party.role },
  });
  if (state === 'WAIVED') return endHearing(tx, { theCase, hearing, state }, call);
  if (state === 'REQUESTED' && hearing.state !== 'REQUESTED') {
    await saveHearing(tx, call.district, {
      id: hearing.id,
      state,
      requestedDay: call.today.toString(),
    });
  }
}
