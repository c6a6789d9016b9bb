import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { dayWithin } from './day.rules.ts';
import { insertMeeting } from './devolution.store.ts';
import { recordStep } from './record-step.ts';
import { refuseForeignFiles } from './refuse-foreign-files.ts';

/** 联席会议: who sat together on which day, with the minutes. A batch may need several. */
export async function holdMeeting(
  tx: Tx,
  { batchId, day, organIds, minutesFileId, note }: Inputs['POST /devolution-batches/:batchId/hold-meeting'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, places } = await admitBatch(tx, 'holdMeeting', batchId, call);
  dayWithin('day', day, { until: call.today });
  const strangers = organIds.flatMap((id, index) =>
    places.organById(id) === undefined ? [{ field: `organIds.${index}`, code: 'not_an_option' }] : [],
  );
  if (strangers.length > 0) throw new Refusal('invalid_input', {}, strangers);
  const minutes = { fileId: minutesFileId ?? null, field: 'minutesFileId' };
  await refuseForeignFiles(tx, { batchId, files: [minutes] }, call);
  await insertMeeting(tx, call.district, batchId, {
    id: newId(),
    day,
    organIds: [...new Set(organIds)],
    minutesFileId: minutesFileId ?? null,
    note: note?.trim() || null,
  });
  return recordStep(
    tx,
    { batch, act: 'holdMeeting', step: 'JOINT_MEETING', note, facts: { day, organs: organIds } },
    call,
  );
}
