import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Party } from '../cases/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { chooseCommitment, isNormal, judgeChoice, replacedBy } from '../decisions/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { assertGoodCredit } from './assert-good-credit.ts';
import { letterFor } from './commitment.queries.ts';
import type { SignedCommitment } from './find-signed.ts';
import type { ChooseCommitment } from './save-choice.ts';

/**
 * A commitment that was read and signed on paper before the clerk; nothing on the normal route. Refuses as its sister
 * online does: commitment_not_offered, commitment_field_excluded, commitment_unsigned, credit_bad.
 */
export async function signOnPaper(
  tx: Tx,
  {
    caseId,
    version,
    needed,
    parties,
    choice,
  }: {
    caseId: string;
    version: ItemVersion;
    needed: readonly MaterialRequirement[];
    parties: readonly Pick<Party, 'role' | 'number'>[];
    choice: ChooseCommitment;
  },
  call: StaffCall,
): Promise<SignedCommitment | undefined> {
  if (isNormal(choice)) return undefined;
  const objection = judgeChoice(choice, version.content, needed);
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: 'commitment', code: objection.code }]);
  // As it was printed: the window has it before anything of the situation is known.
  const letter = letterFor(version, version.content.materials, choice, await loadPlaces(tx, call.district));
  if (choice.signed !== letter.digest)
    throw new Refusal('commitment_unsigned', {}, [{ field: 'commitment', code: 'commitment_unsigned' }]);
  await assertGoodCredit(tx, parties, call);
  const id = newId();
  await chooseCommitment(tx, call.district, {
    id,
    caseId,
    kind: choice.whole ? 'ITEM' : 'MATERIALS',
    materialKeys: [...choice.materials],
    letterDigest: letter.digest,
    signedAt: call.now,
  });
  return {
    id,
    letter,
    replaced: replacedBy(choice, needed).map(({ key }) => key),
    signedAt: call.now.toString(),
  };
}
