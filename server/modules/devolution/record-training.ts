import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getOfficePosts, getStaffNames, type StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { dayWithin } from './day.rules.ts';
import { insertTraining, type TrainingRow } from './devolution.store.ts';
import { officesOf } from './office.rules.ts';
import { recordStep } from './record-step.ts';

/**
 * A training by a handing department before go-live, or later for those who come new. The batch is trained when each
 * department has trained somebody of every office that receives its items. Refuses `not_found` for another's department,
 * `invalid_input` for a day before the list was published.
 */
export async function recordTraining(
  tx: Tx,
  {
    batchId,
    organId,
    day,
    hours,
    section,
    staffIds,
    note,
  }: Inputs['POST /devolution-batches/:batchId/record-training'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, places, organId: ownOrganId } = await admitBatch(tx, 'recordTraining', batchId, call);
  const mayForAll = call.staff.post?.role === 'itemPublisher';
  if ((!mayForAll && ownOrganId !== organId) || !batch.items.some((item) => item.organId === organId))
    throw new Refusal('not_found');
  dayWithin('day', day, {
    ...(batch.publishedDay !== null && { from: Temporal.PlainDate.from(batch.publishedDay) }),
    until: call.today,
  });
  if (section.trim() === '') throw new Refusal('invalid_input', {}, [{ field: 'section', code: 'required' }]);
  const known = await getStaffNames(tx, call.district, staffIds);
  const strangers = staffIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ field: `staffIds.${index}`, code: 'not_an_option' }],
  );
  if (strangers.length > 0) throw new Refusal('invalid_input', {}, strangers);
  const training: TrainingRow = {
    id: newId(),
    organId,
    day,
    minutes: Math.round(hours * 60),
    section: section.trim(),
    note: note?.trim() || null,
    staffIds: [...new Set(staffIds)],
  };
  await insertTraining(tx, call.district, batchId, training);
  const trainings = [...batch.trainings, training];
  const offices = officesOf({ ...batch, trainings }, await getOfficePosts(tx, call), places);
  const isTrained = offices.every(({ untrainedBy }) => untrainedBy.length === 0);
  return recordStep(
    tx,
    {
      batch,
      act: 'recordTraining',
      step: batch.step === 'PUBLISHED' && isTrained ? 'TRAINED' : batch.step,
      note,
      facts: { organId, day, minutes: training.minutes, attendees: training.staffIds.length },
    },
    call,
  );
}
