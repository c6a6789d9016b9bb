import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { getVersionsInForce } from '../catalogue/index.ts';
import { type CheckKind, findRunning, insertCheck } from './check.store.ts';
import { getElements } from './element-set.store.ts';

/** Starts a run over everything in force, which goes on as jobs, batch by batch. A run of the kind that goes on already is answered instead. */
export async function startCheck(tx: Tx, { kind }: { kind: CheckKind }, call: Call): Promise<{ checkId: string }> {
  const [elements, versions] = await Promise.all([getElements(tx, call.district), getVersionsInForce(tx, call)]);
  const checkId = await insertCheck(tx, call, { kind, elements, total: versions.length });
  if (checkId === undefined) return { checkId: (await findRunning(tx, call.district, kind)) ?? '' };
  plan(tx, call, { kind: 'standards.check', key: `${checkId}:0`, payload: { checkId, done: 0, after: '' } });
  append(tx, call, { subject: { kind: 'standardCheck', id: checkId }, act: 'standardCheck.started', facts: { kind } });
  return { checkId };
}
