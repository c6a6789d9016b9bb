import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitTaskAct, type CaseReference, getMatter, planTelling, saveTaskDueDays } from '../cases/index.ts';
import { processOf } from '../catalogue/index.ts';
import { addFactToClocks, startClocks } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { namesParty } from './procedure.rules.ts';
import { printedLimit, publicNotice } from './procedure-paper.rules.ts';
import { findOpenNotice, insertNotice } from './public-notice.store.ts';

export interface PostNotice {
  readonly caseId: string;
  readonly taskId?: string;
  readonly content: string;
  /** From which day everybody can read it; today when absent. */
  readonly fromDay?: string;
  /** Working days, where the guide does not say how many. */
  readonly days?: number;
}

/** How far ahead a notice may be announced. */
const latestStart = { days: 30 };

/**
 * 公示: posts what everybody may object to until its last day, counted as the guide says from the day after it was posted
 * (Civil Code 201). It names nobody. Refuses notice_posted, backdated, notice_names_party, and invalid_input where nobody says how many days.
 */
export async function postNotice(
  tx: Tx,
  { caseId, taskId, content, fromDay, days }: PostNotice,
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, task } = await admitTaskAct(tx, 'postNotice', { caseId, taskId }, call);
  if ((await findOpenNotice(tx, call.district, task.id)) !== undefined) throw new Refusal('notice_posted');
  const from = fromDay ?? call.today.toString();
  if (from < call.today.toString())
    throw new Refusal('backdated', { day: from, today: call.today.toString() }, [
      { field: 'fromDay', code: 'backdated' },
    ]);
  const latest = call.today.add(latestStart).toString();
  if (from > latest)
    throw new Refusal('invalid_input', {}, [
      { field: 'fromDay', code: 'day_out_of_range', facts: { from: call.today.toString(), to: latest } },
    ]);
  const named = processOf(version)
    .stages.flatMap(({ tasks }) => tasks)
    .find(({ key }) => key === task.key)?.limit;
  const length = named ?? (days === undefined ? undefined : ({ amount: days, unit: 'workingDays' } as const));
  if (length === undefined) throw new Refusal('invalid_input', {}, [{ field: 'days', code: 'required' }]);
  const matter = await getMatter(tx, call, theCase);
  if (namesParty(content, matter.parties))
    throw new Refusal('notice_names_party', {}, [{ field: 'content', code: 'notice_names_party' }]);
  const noticeId = newId();
  const limit = { ...length, basis: { guide: version.content.name.zh } };
  const taskSubject = { kind: 'task', id: task.id };
  await addFactToClocks(
    tx,
    call.district,
    { subjects: [taskSubject], purposes: ['task'] },
    { kind: 'stop', day: call.today, at: call.now },
  );
  const [posted, ending] = await startClocks(tx, call.district, [
    { subject: { kind: 'publicNotice', id: noticeId }, purpose: 'notice', limits: { promised: limit }, startDay: from },
    // The unit's own time lasts as long as the notice and one day more, to close it.
    {
      subject: taskSubject,
      purpose: 'task',
      limits: { promised: { ...limit, amount: limit.amount + 1 } },
      startDay: from,
    },
  ]);
  if (posted === undefined || ending === undefined) throw new Error('A notice has its clock.');
  await saveTaskDueDays(tx, call.district, [{ taskId: task.id, clock: ending }]);
  const [untilDay, { provisional }] = [posted.dueDay, posted];
  const paper = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: caseId },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: publicNotice(matter, { content, fromDay: from, untilDay, period: printedLimit(length), provisional }),
    },
    call,
  );
  await insertNotice(
    tx,
    call.district,
    {
      ...{ id: noticeId, caseId, taskId: task.id, content, fromDay: from, untilDay, provisional },
      organisationId: matter.issuingOrgan.id,
      itemName: version.content.name,
      maskedApplicant: theCase.maskedApplicant,
      postedBy: call.staff.id,
      documentId: paper.documentId,
    },
    call.now,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.noticePosted',
    place: task.organisationId,
    facts: {
      ...{ noticeId, taskId: task.id, fromDay: from, untilDay },
      documents: [paper.documentId],
      number: paper.number,
      digest: paper.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'noticePosted', facts: { untilDay } });
  return { caseId, documentIds: [paper.documentId] };
}
