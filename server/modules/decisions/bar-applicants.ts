import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Matter } from '../cases/index.ts';
import { applicantsOf, isSafetyMatter } from '../cases/index.ts';
import { barHolder } from '../licences/index.ts';
import { numberIndex, tidyNumber } from '../people/index.ts';

/**
 * ALL 78: who hid something or handed in something false may not apply for the same licence again for a year, where it
 * directly concerns public safety, health, life or property. Answers with the last day, or nothing where no bar follows.
 */
export async function barApplicants(
  tx: Tx,
  { theCase, version, parties }: Matter,
  call: Call,
): Promise<string | undefined> {
  if (version.profile !== 'LICENSE' || !isSafetyMatter(version.content)) return undefined;
  const numberIndexes = applicantsOf(parties).flatMap(({ number }) =>
    number === null ? [] : [numberIndex(tidyNumber(number))],
  );
  const title = version.content.result.certificate?.title ?? null;
  const { itemId } = version;
  return barHolder(tx, { numberIndexes, title, itemId, caseId: theCase.id, licenceId: null, article: 78 }, call);
}
