import { unknownAnswers } from '../../../contract/answers.ts';
import type { Answers } from '../../../contract/form.ts';
import type { DeliveryWish } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson, seal } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct, putMaterials, saveCase } from '../cases/index.ts';
import { getVersionInForce } from '../catalogue/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { stillPrefilled } from './prefill.queries.ts';
import { type ChooseCommitment, saveChoice } from './save-choice.ts';

export interface SaveDraft {
  readonly caseId: string;
  readonly answers?: Answers;
  readonly materials?: readonly { key: string; fileIds: string[] }[];
  readonly regionId?: string;
  readonly deliveryWish?: DeliveryWish;
  readonly commitment?: ChooseCommitment;
}

/** So many characters all answers of a draft may have together. */
const mostTyped = 500_000;

/** Saves a draft as far as it goes: half an answer is fine, a question that the form does not have is not. */
export async function saveDraft(tx: Tx, input: SaveDraft, call: ResidentCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'save', input.caseId, call);
  const [version, places] = await Promise.all([
    getVersionInForce(tx, call, theCase.itemId),
    loadPlaces(tx, call.district),
  ]);
  const requirements = new Set(version.content.materials.map((requirement) => requirement.key));
  const faults = [
    ...unknownAnswers(version.content.form, input.answers ?? {}),
    ...(input.materials ?? []).flatMap(({ key }) =>
      requirements.has(key) ? [] : [{ field: key, code: 'unknown_field' }],
    ),
    ...(input.regionId !== undefined && places.regionById(input.regionId) === undefined
      ? [{ field: 'regionId', code: 'not_an_option' }]
      : []),
    ...(input.deliveryWish !== undefined && !version.content.deliveryWishes.includes(input.deliveryWish)
      ? [{ field: 'deliveryWish', code: 'not_an_option' }]
      : []),
  ];
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  // An empty answer takes the earlier one away: that is how a row of a list goes.
  const before = openJson<Answers>(theCase.key, theCase.sealedAnswers);
  const answers = Object.fromEntries(
    Object.entries({ ...before, ...input.answers }).filter(([, value]) => value !== ''),
  );
  if (JSON.stringify(answers).length > mostTyped) throw new Refusal('too_large');
  await putMaterials(
    tx,
    call.district,
    { caseId: theCase.id, round: 1, into: 'draft', uploader: { kind: 'resident', id: call.resident.id } },
    (input.materials ?? []).map(({ key, fileIds }) => ({
      key,
      fileIds,
      received: fileIds.length > 0,
      originals: 0,
      copies: 0,
    })),
  );
  const after = {
    ...theCase,
    sealedAnswers: seal(theCase.key, JSON.stringify(answers)),
    prefilled: stillPrefilled(theCase.prefilled, before, answers),
    applicantRegionId: input.regionId ?? theCase.applicantRegionId,
    deliveryWish: input.deliveryWish ?? theCase.deliveryWish,
    savedAt: call.now.toString(),
  };
  saveCase(tx, call.district, after);
  if (input.commitment !== undefined)
    await saveChoice(tx, { theCase: after, version, answers, choice: input.commitment }, call);
  return { caseId: theCase.id };
}
