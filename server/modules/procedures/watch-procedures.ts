import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { lockCases, saveAwaitedHead } from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getLapsing, lapseExtensions } from './extension.store.ts';
import { expectedDayOf } from './procedure.rules.ts';
import { getUnescalated, markOverlong } from './procedure.store.ts';

/** Rows that one transaction looks at of each kind. */
const batchSize = 500;

/** Where each list goes on; absent: from its beginning, `null`: it is through. */
export interface WatchProcedures {
  readonly day: string;
  readonly procedures?: string | null;
  readonly extensions?: string | null;
}

/**
 * A procedure that takes longer than the applicant was told is reported to the organ's head; requests for more time that
 * nobody answered before the limit ended lapse (ALL 42), each under the lock of its case. One batch a transaction, and the
 * next is planned until all are through.
 */
export async function watchProcedures(
  tx: Tx,
  { day, procedures, extensions }: WatchProcedures,
  call: Call,
): Promise<void> {
  const next: WatchProcedures = {
    day,
    procedures: procedures === null ? null : await reportOverlong(tx, procedures, call),
    extensions: extensions === null ? null : await lapseUnanswered(tx, extensions, call),
  };
  if (next.procedures === null && next.extensions === null) return;
  plan(tx, call, {
    kind: 'procedures.watch-on',
    key: [day, next.procedures, next.extensions].join(':'),
    payload: { ...next },
  });
}

async function reportOverlong(tx: Tx, after: string | undefined, call: Call): Promise<string | null> {
  const [open, calendar] = await Promise.all([
    getUnescalated(tx, call.district, { today: call.today, after, limit: batchSize }),
    loadCalendar(tx, call.district),
  ]);
  const expected = new Map(open.map((one) => [one.id, expectedDayOf(one, calendar)]));
  const late = open.filter(({ id }) => (expected.get(id) ?? '') < call.today.toString()).map(({ id }) => id);
  for (const { id, caseId, ground } of await markOverlong(tx, call.district, { ids: late, at: call.now }))
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.procedureOverlong',
      facts: { procedureId: id, ground, expectedDay: expected.get(id) ?? '' },
    });
  return open.length === batchSize ? (open.at(-1)?.id ?? null) : null;
}

async function lapseUnanswered(tx: Tx, after: string | undefined, call: Call): Promise<string | null> {
  const found = await getLapsing(tx, call.district, { today: call.today, after, limit: batchSize });
  await lockCases(
    tx,
    call.district,
    found.map(({ caseId }) => caseId),
  );
  // Under the locks: what was answered meanwhile, or whose limit moved, stays.
  const ids = found.map(({ id }) => id);
  const lapsed = await lapseExtensions(tx, call.district, { ids, today: call.today });
  await saveAwaitedHead(
    tx,
    call.district,
    lapsed.map(({ caseId }) => caseId),
    null,
  );
  for (const { id, caseId } of lapsed)
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.extensionLapsed',
      facts: { extensionId: id },
    });
  return found.length === batchSize ? (found.at(-1)?.id ?? null) : null;
}
