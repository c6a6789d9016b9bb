import { recordCredit } from '../modules/credit/index.ts';
import { actingAs, appointSubstitute, recordAbsence, type StaffCall } from '../modules/people/index.ts';
import { type Database, type Tx, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import type { FoundedPeople } from './people.ts';
import { sampleNumber } from './residents.ts';

/** What happens in offices beside the matters: somebody is away and another acts for him, and bad credit is on record. */
export async function foundOfficeLife(db: Database, people: FoundedPeople, call: Call): Promise<void> {
  const act = (username: string, run: (tx: Tx, as: StaffCall) => Promise<unknown>) =>
    transact(db, async (tx) => run(tx, await actingAs(tx, call, people.everybody.get(username)?.staffId ?? '')));
  const [away, substitute] = [people.everybody.get('reviewer.forestry'), people.everybody.get('head.forestry')];
  if (away === undefined || substitute === undefined) throw new Error('The demo has a forestry bureau.');
  await act('admin', (tx, as) => appointSubstitute(tx, { postId: away.postId, staffId: substitute.staffId }, as));
  const untilDay = call.today.add({ days: 4 }).toString();
  await act('admin', (tx, as) =>
    recordAbsence(tx, { staffId: away.staffId, kind: 'training', fromDay: call.today.toString(), untilDay }, as),
  );
  await act('supervisor', (tx, as) =>
    recordCredit(
      tx,
      {
        name: '样例·阎某某',
        number: sampleNumber(390),
        source: 'FALSE_COMMITMENT',
        reason: '承诺经营场所已经取得房东同意，核查发现没有租赁合同，承诺不实。',
      },
      as,
    ),
  );
}
