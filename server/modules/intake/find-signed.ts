import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { CommitmentLetter } from '../../../contract/commitments.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case, Party } from '../cases/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { findCommitment, isNormal, judgeChoice, replacedBy, stillOffered } from '../decisions/index.ts';
import { loadPlaces } from '../places/index.ts';
import { assertGoodCredit } from './assert-good-credit.ts';
import { letterFor } from './commitment.queries.ts';

/** A commitment under which an application is filed. */
export interface SignedCommitment {
  readonly id: string;
  readonly letter: CommitmentLetter;
  /** Keys of the materials that it replaces. */
  readonly replaced: readonly string[];
  /** ISO instant. */
  readonly signedAt: string;
}

/**
 * The commitment of a draft that is submitted now, judged by the version in force; nothing on the normal route. Refuses:
 * commitment_unsigned where the letter was not signed as it stands, commitment_field_excluded, credit_bad.
 */
export async function findSigned(
  tx: Tx,
  {
    theCase,
    version,
    needed,
    parties,
  }: {
    theCase: Case;
    version: ItemVersion;
    needed: readonly MaterialRequirement[];
    parties: readonly Pick<Party, 'role' | 'number'>[];
  },
  call: Call,
): Promise<SignedCommitment | undefined> {
  const stored = await findCommitment(tx, call.district, theCase.id, theCase.key);
  if (stored?.state !== 'CHOSEN') return undefined;
  const choice = stillOffered({ whole: stored.kind === 'ITEM', materials: stored.materialKeys }, needed);
  if (isNormal(choice)) return undefined;
  const objection = judgeChoice(choice, version.content, needed);
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: 'commitment', code: objection.code }]);
  const letter = letterFor(version, needed, choice, await loadPlaces(tx, call.district));
  if (stored.letterDigest !== letter.digest || stored.signedAt === null)
    throw new Refusal('commitment_unsigned', {}, [{ field: 'commitment', code: 'commitment_unsigned' }]);
  await assertGoodCredit(tx, parties, call);
  const replaced = replacedBy(choice, needed).map(({ key }) => key);
  return { id: stored.id, letter, replaced, signedAt: stored.signedAt };
}
