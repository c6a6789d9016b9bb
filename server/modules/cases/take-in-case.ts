import { checkAnswers, filedAnswers, unknownAnswers } from '../../../contract/answers.ts';
import type { Answers } from '../../../contract/form.ts';
import { aboutHolder } from '../../../contract/questions.ts';
import type { DeliveryWish } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import { getVersionInForce } from '../catalogue/index.ts';
import { readIdentity, readPhone, recordWindowMandate, type StaffCall, verifyResident } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { placeFaults } from './answer.rules.ts';
import { everywhere, insertDraft, lockCase } from './case.store.ts';
import { type HandedIn, putMaterials } from './material.store.ts';
import { type KnownPerson, partiesOf } from './party.rules.ts';
import { receiveApplication } from './receive-application.ts';

export interface TakeInCase {
  readonly itemId: string;
  readonly applicant: { name: string; residentNumber: string; phone?: string; regionId?: string };
  /** Who stands there for the applicant with a written mandate, seen by the clerk (CC 165). */
  readonly agent?: { name: string; residentNumber: string; phone?: string; untilDay: string };
  readonly answers: Answers;
  readonly materials: readonly HandedIn[];
  readonly deliveryWish: DeliveryWish;
}

/**
 * Takes in a person who stands at the window: the card was seen, so the identity is verified. A phone he leaves is where
 * this case tells him of itself, and no sign-in. What is missing does not
 * stop the receipt; it is told once, within five days. Nothing beyond the published version can be demanded.
 * Refuses: item_not_authorised, answers_wrong, material_unknown.
 */
export async function takeInCase(tx: Tx, input: TakeInCase, call: StaffCall) {
  const { post } = call.staff;
  if (post === undefined || post.centerId === null) throw new Refusal('no_post');
  if (!post.itemIds.includes(input.itemId)) throw new Refusal('item_not_authorised');
  const [version, places] = await Promise.all([
    getVersionInForce(tx, call, input.itemId),
    loadPlaces(tx, call.district),
  ]);
  const { content } = version;
  const identity = readIdentity(input.applicant, call.today);
  const phone = input.applicant.phone === undefined ? undefined : readPhone(input.applicant.phone);
  const today = call.today.toString();
  const about = { today, applicant: aboutHolder(identity.residentNumber, today) };
  const answers = filedAnswers(content.form, input.answers, about);
  const faults = [
    ...checkAnswers(content.form, answers, about),
    ...unknownAnswers(content.form, input.answers),
    ...placeFaults(content.form, answers, about, places),
  ];
  if (content.guideOnly !== undefined) throw new Refusal('item_guide_only');
  if (input.applicant.regionId !== undefined && places.regionById(input.applicant.regionId) === undefined)
    faults.push({ field: 'regionId', code: 'not_an_option' });
  if (!content.deliveryWishes.includes(input.deliveryWish))
    faults.push({ field: 'deliveryWish', code: 'not_an_option' });
  if (faults.length > 0) throw new Refusal('answers_wrong', { count: faults.length }, faults);
  const known = new Set(content.materials.map((requirement) => requirement.key));
  const unknown = input.materials.filter((material) => !known.has(material.key));
  if (unknown.length > 0)
    throw new Refusal(
      'material_unknown',
      {},
      unknown.map(({ key }) => ({ field: key, code: 'unknown_field' })),
    );
  const center = places.centerById(post.centerId);
  if (center === undefined) throw new Refusal('no_post');

  const caseId = newId();
  const opening = async () => {
    const key = await createDataKey(tx, call.district);
    const [, , opened] = await Promise.all([
      insertDraft(tx, call.district, {
        id: caseId,
        itemId: input.itemId,
        itemVersionId: version.id,
        profile: version.profile,
        caseType: version.caseType,
        channel: 'WINDOW',
        deliveryWish: input.deliveryWish,
        // Given with the receipt: until then a draft of the person's own would stand in the way.
        accountId: null,
        regionId: input.applicant.regionId ?? center.regionId,
        key,
        answers,
        at: call.now,
      }),
      putMaterials(
        tx,
        call.district,
        { caseId, round: 1, into: 'case', uploader: { kind: 'staff', id: call.staff.id } },
        input.materials,
      ),
      lockCase(tx, call.district, caseId, everywhere),
    ]);
    return opened;
  };
  const [theCase, { residentId }] = await Promise.all([
    opening(),
    verifyResident(tx, { identity, regionId: input.applicant.regionId }, call),
  ]);
  const agent = input.agent === undefined ? undefined : await seeAgent(tx, input, residentId, call);
  return receiveApplication(
    tx,
    {
      theCase: { ...theCase, accountId: residentId },
      version,
      center,
      parties: partiesOf(content.form, answers, about, {
        person: {
          residentId,
          assurance: 'verified',
          name: identity.name,
          number: identity.residentNumber,
          phone: phone ?? null,
        },
        agent,
      }),
      mandateUntil: input.agent?.untilDay ?? null,
      receiver: { staffId: call.staff.id, name: call.staff.name },
      act: 'case.takenIn',
    },
    call,
  );
}

/** The clerk saw the agent's card and the written mandate: both are kept, so that the principal sees who acts for him. */
async function seeAgent(
  tx: Tx,
  { agent, itemId }: TakeInCase,
  principalId: string,
  call: StaffCall,
): Promise<KnownPerson | undefined> {
  if (agent === undefined) return undefined;
  const identity = atField('agent', () => readIdentity(agent, call.today));
  const phone = agent.phone === undefined ? null : atField('agent', () => readPhone(agent.phone ?? ''));
  const { residentId } = await verifyResident(tx, { identity }, call);
  await recordWindowMandate(tx, { principalId, agentId: residentId, itemId, untilDay: agent.untilDay }, call);
  return { residentId, assurance: 'verified', name: identity.name, number: identity.residentNumber, phone };
}

/** Faults of a block of the request stand at its fields: `agent.residentNumber`. */
function atField<T>(block: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.code,
      error.facts,
      error.fields.map((fault) => ({ ...fault, field: `${block}.${fault.field}` })),
    );
  }
}
