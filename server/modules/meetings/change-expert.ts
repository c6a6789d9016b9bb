import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getExpert, updateExpert } from './expert.store.ts';
import { readExpert } from './read-expert.ts';

/** Changes what the pool knows of an expert; panels that are arranged keep the pool as it was. */
export async function changeExpert(
  tx: Tx,
  { expertId, ...input }: Inputs['POST /experts/:expertId/save'],
  call: StaffCall,
): Promise<{ expertId: string }> {
  const { id, key } = await getExpert(tx, call.district, expertId);
  const expert = readExpert(input);
  await updateExpert(tx, call.district, { id, key, ...expert });
  append(tx, call, {
    subject: { kind: 'expert', id },
    act: 'expert.changed',
    facts: {
      fields: expert.fields,
      fromDay: expert.fromDay,
      untilDay: expert.untilDay,
      awayUntilDay: expert.awayUntilDay,
    },
  });
  return { expertId };
}
