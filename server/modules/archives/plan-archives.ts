import { dayOf } from '../../platform/clock.ts';
import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { getItemVersions } from '../catalogue/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { insertArchives } from './archive.store.ts';
import { getEndedCases, getUnbuilt } from './ended.queries.ts';
import { retentionOf } from './retention.data.ts';
import { lastDayToArchive, retentionFrom } from './retention.rules.ts';

const page = 500;

/**
 * Every night: each case that ended so many working days ago gets its archive, and each archive that is not built yet
 * its job, those too whose check failed, since what was missing may have come.
 */
export async function planArchives(tx: Tx, _: { day: string }, call: Call): Promise<void> {
  const { district } = call;
  const calendar = await loadCalendar(tx, district);
  const before = lastDayToArchive(call.today, config().archiveAfterDays, calendar).add({ days: 1 });
  for (;;) {
    const ended = await getEndedCases(tx, district, { before, limit: page });
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
    if (ended.length < page) break;
  }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const unbuilt = await getUnbuilt(tx, district, { after, limit: page });
    for (const archiveId of unbuilt) plan(tx, call, { kind: 'archives.build', key: archiveId, payload: { archiveId } });
    const last = unbuilt.at(-1);
    if (last === undefined || unbuilt.length < page) return;
    after = last;
  }
}
