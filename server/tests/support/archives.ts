import { insertArchives } from '../../modules/archives/archive.store.ts';
import { retentionFrom } from '../../modules/archives/retention.rules.ts';
import { everywhere, getCase } from '../../modules/cases/index.ts';
import { transact } from '../../platform/database/index.ts';
import type { Client, Town } from './town.ts';

/** The archive of a licence application that this resident took back, collected and not built yet. */
export async function collectedArchive(town: Town, resident: Client, caseId: string): Promise<string> {
  await resident.call('POST /my/cases/:caseId/withdraw', { caseId });
  const theCase = await getCase(town.db, town.district, caseId, everywhere);
  const call = town.systemCall();
  const endedDay = call.today.toString();
  const retention = retentionFrom({ class: 'TEN_YEARS', basis: '样例' }, endedDay);
  await transact(town.db, (tx) =>
    insertArchives(
      tx,
      town.district,
      [
        {
          caseId,
          caseNo: theCase.caseNo ?? '',
          itemVersionId: theCase.itemVersionId,
          organisationId: theCase.decidingOrganId ?? '',
          maskedApplicant: theCase.maskedApplicant,
          ending: 'WITHDRAWN',
          endedDay,
          retention: retention.class,
          disposalDay: retention.disposalDay ?? null,
        },
      ],
      call.now,
    ),
  );
  const { archives } = await town.archivist.call('GET /archives', { q: theCase.caseNo ?? '' });
  return archives[0]?.archiveId ?? '';
}

/** The same, packed and kept. */
export async function keptArchive(town: Town, resident: Client, caseId: string): Promise<string> {
  const archiveId = await collectedArchive(town, resident, caseId);
  await town.archivist.call('POST /archives/:archiveId/build', { archiveId });
  return archiveId;
}
