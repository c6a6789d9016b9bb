import { dayOf } from '../../platform/clock.ts';
import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { getItemVersions } from '../catalogue/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { insertArchives } from './archive.store.ts';
import { type AfterEnded, getEndedCases, getUnbuilt } from './ended.queries.ts';
import { retentionOf } from './retention.data.ts';
import { lastDayToArchive, retentionFrom } from './retention.rules.ts';

const page = 500;

/** How far the night has come: first the cases that ended, then the archives that are not built. */
export interface PlanArchives {
  readonly afterEnded?: AfterEnded;
  readonly afterArchive?: string;
}

/**
 * Every night: each case that ended so many working days ago gets its archive, and each archive that is not built yet
 * its job, those too whose check failed, since what was missing may have come. So many in one transaction; what is left
 * is a job of its own behind whatever else is due.
 */
export async function planArchives(tx: Tx, { afterEnded, afterArchive }: PlanArchives, call: Call): Promise<void> {
  if (afterArchive !== undefined) return planBuilding(tx, afterArchive, call);
  const last = await collectEnded(tx, afterEnded, call);
  if (last === undefined) return planBuilding(tx, '00000000-0000-0000-0000-000000000000', call);
  planOn(tx, call, last.id, { afterEnded: last });
}

function planOn(tx: Tx, call: Call, last: string, payload: PlanArchives): void {
  plan(tx, call, { kind: 'archives.plan-more', key: `${call.today}:${last}`, payload: { ...payload } });
}

/** The last case of a full page; nothing when there are no more. */
async function collectEnded(tx: Tx, after: AfterEnded | undefined, call: Call): Promise<AfterEnded | undefined> {
  const { district } = call;
  const calendar = await loadCalendar(tx, district);
  const before = lastDayToArchive(call.today, config().archiveAfterDays, calendar).add({ days: 1 });
  const ended = await getEndedCases(tx, district, { before, after, limit: page });
  const versions = await getItemVersions(tx, district, [...new Set(ended.map(({ itemVersionId }) => itemVersionId))]);
  const byId = new Map(versions.map((version) => [version.id, version]));
  await insertArchives(
    tx,
    district,
    ended.flatMap((each) => {
      const version = byId.get(each.itemVersionId);
      if (version === undefined) return [];
      const endedDay = dayOf(Temporal.Instant.from(each.completedAt)).toString();
      const retention = retentionFrom(retentionOf(version, each.ending), endedDay);
      return {
        caseId: each.id,
        caseNo: each.caseNo,
        itemVersionId: each.itemVersionId,
        organisationId: each.organisationId,
        maskedApplicant: each.maskedApplicant,
        ending: each.ending,
        endedDay,
        retention: retention.class,
        disposalDay: retention.disposalDay ?? null,
      };
    }),
    call.now,
  );
  const last = ended.at(-1);
  return ended.length === page && last ? { completedAt: last.completedAt, id: last.id } : undefined;
}

async function planBuilding(tx: Tx, after: string, call: Call): Promise<void> {
  const unbuilt = await getUnbuilt(tx, call.district, { after, limit: page });
  // Of this day: a job that failed for good one night is tried again the next.
  for (const archiveId of unbuilt)
    plan(tx, call, { kind: 'archives.build', key: `${archiveId}:${call.today}`, payload: { archiveId } });
  const last = unbuilt.at(-1);
  if (last !== undefined && unbuilt.length === page) planOn(tx, call, last, { afterArchive: last });
}
