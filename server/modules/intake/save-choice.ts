import type { Answers } from '../../../contract/form.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case } from '../cases/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { type Choice, chooseCommitment, dropChoice, isNormal, judgeChoice } from '../decisions/index.ts';
import { loadPlaces } from '../places/index.ts';
import { letterFor, neededOfDraft } from './commitment.queries.ts';

/** A choice, with the digest of the letter where it was read and signed. */
export interface ChooseCommitment extends Choice {
  readonly signed?: string;
}

/**
 * Keeps what the applicant chose in his draft; nothing chosen is the normal route. The signature is the account's, whose
 * identity is confirmed, and binds to the letter as it was shown (电子签名法 art. 14). Refuses: commitment_field_excluded,
 * commitment_not_offered, and commitment_unsigned where another letter was read.
 */
export async function saveChoice(
  tx: Tx,
  {
    theCase,
    version,
    answers,
    choice,
  }: { theCase: Case; version: ItemVersion; answers: Answers; choice: ChooseCommitment },
  call: Call,
): Promise<void> {
  if (isNormal(choice)) return dropChoice(tx, call.district, theCase.id);
  const [needed, places] = await Promise.all([
    neededOfDraft(tx, theCase, version, answers, call),
    loadPlaces(tx, call.district),
  ]);
  const objection = judgeChoice(choice, version.content, needed);
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: 'commitment', code: objection.code }]);
  const letter = letterFor(version, needed, choice, places);
  if (choice.signed !== undefined && choice.signed !== letter.digest)
    throw new Refusal('commitment_unsigned', {}, [{ field: 'commitment', code: 'commitment_unsigned' }]);
  await chooseCommitment(tx, call.district, {
    id: newId(),
    caseId: theCase.id,
    kind: choice.whole ? 'ITEM' : 'MATERIALS',
    materialKeys: [...choice.materials],
    letterDigest: choice.signed ?? null,
    signedAt: choice.signed === undefined ? null : call.now,
  });
}
