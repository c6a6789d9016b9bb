import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { advanceCase, type Case, runOf } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { finish } from '../tasks/index.ts';
import { type Hearing, saveHearing } from './hearing.store.ts';

/** There is no hearing: everybody gave it up, or nobody asked in time. Its task is done without anybody's opinion. */
export async function endHearing(
  tx: Tx,
  { theCase, hearing, state }: { theCase: Case; hearing: Hearing; state: 'WAIVED' | 'NOT_REQUESTED' },
  call: Call,
): Promise<void> {
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  const run = finish(runOf(theCase, version), hearing.taskId, { opinion: null, by: null });
  await saveHearing(tx, call.district, { ...hearing, state });
  await advanceCase(tx, { theCase, version, run }, call);
  const task = theCase.tasks.find(({ id }) => id === hearing.taskId);
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.hearingNotRequested',
    facts: { taskId: hearing.taskId, task: task?.key ?? '', waived: state === 'WAIVED' },
  });
}
