import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { loadCalendar } from './calendar.store.ts';
import { recountClocks } from './clock.store.ts';
import { type ClocksMoved, getRecomputation, movedJob, saveProgress } from './recomputation.store.ts';

/** Clocks recounted in one transaction. */
const batchSize = 500;
/** A clock started by an act that was still open during the import is found in a second pass. */
const stragglersAfter = { minutes: 5 };

export interface RecomputeClocks {
  readonly recomputationId: string;
  /** The last clock of the batch before. */
  readonly after?: string;
  readonly pass?: 'stragglers';
}

/**
 * Recounts one batch of open clocks by the imported calendar, tells the owners of those that moved, and plans the next.
 * Repeatable: a clock already counted by this edition is left out; a newer import ends it, for that has its own.
 */
export async function recomputeClocks(
  tx: Tx,
  { recomputationId, after, pass }: RecomputeClocks,
  call: Call,
): Promise<void> {
  const { district } = call;
  const recomputation = await getRecomputation(tx, district, recomputationId);
  const calendar = await loadCalendar(tx, district);
  if (calendar.edition !== recomputation.edition) {
    await saveProgress(tx, district, recomputationId, { counted: 0, moved: 0, finishedAt: call.now });
    return;
  }
  const { counted, moved, lastId } = await recountClocks(tx, district, calendar, {
    recomputationId,
    size: batchSize,
    today: call.today,
    ...(after !== undefined && { after }),
  });
  for (const [kind, clocks] of Map.groupBy(moved, ({ subject }) => subject.kind)) {
    const told = clocks.map(({ subject, ...clock }) => ({ subjectId: subject.id, ...clock }));
    plan(tx, call, { kind: movedJob(kind), payload: { year: recomputation.year, moved: told } satisfies ClocksMoved });
  }
  const isOver = lastId === undefined;
  await saveProgress(tx, district, recomputationId, {
    counted,
    moved: moved.length,
    ...(isOver && { finishedAt: call.now }),
  });
  const next = { recomputationId, ...(pass && { pass }) };
  if (!isOver) plan(tx, call, { kind: 'deadlines.recompute', payload: { ...next, after: lastId } });
  if (isOver && pass === undefined) {
    const runAt = call.now.add(stragglersAfter);
    plan(tx, call, { kind: 'deadlines.recompute', payload: { ...next, pass: 'stragglers' }, runAt });
  }
}
