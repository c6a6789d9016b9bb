import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitTaskAct, type CaseReference } from '../cases/index.ts';
import { tellPerson } from '../notices/index.ts';
import type { StaffCall } from '../people/index.ts';
import { findOpenNotice, findTaskOfObjection, getObjections, saveObjectionAnswer } from './public-notice.store.ts';

export interface AnswerObjection {
  readonly caseId: string;
  readonly objectionId: string;
  readonly text: string;
}

/**
 * The unit whose notice it is answers an objection; who left a phone is told that it did. Refuses not_found, also for another
 * unit's notice, and objection_answered.
 */
export async function answerObjection(
  tx: Tx,
  { caseId, objectionId, text }: AnswerObjection,
  call: StaffCall,
): Promise<CaseReference> {
  const taskId = await findTaskOfObjection(tx, call.district, { caseId, objectionId });
  if (taskId === undefined) throw new Refusal('not_found');
  const { theCase, version, task } = await admitTaskAct(tx, 'closeNotice', { caseId, taskId }, call);
  const notice = await findOpenNotice(tx, call.district, task.id);
  if (notice === undefined) throw new Refusal('not_found');
  const objections = await getObjections(tx, call.district, { noticeIds: [notice.id] }, theCase.key);
  const objection = objections.find(({ id }) => id === objectionId);
  if (objection === undefined) throw new Refusal('not_found');
  if (objection.answeredAt !== null) throw new Refusal('objection_answered');
  await saveObjectionAnswer(tx, call.district, theCase.key, {
    ...{ id: objectionId, by: call.staff.id, at: call.now, answer: text },
  });
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.objectionAnswered',
    facts: { noticeId: objection.noticeId, objectionId },
  });
  if (objection.phone !== null)
    await tellPerson(
      tx,
      {
        template: 'objectionAnswered',
        facts: { item: version.content.name.zh },
        phone: objection.phone,
        key: theCase.key,
        subjectId: caseId,
      },
      call,
    );
  return { caseId };
}
