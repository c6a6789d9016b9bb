import { checkAnswers, filedAnswers, unknownAnswers } from '../../../contract/answers.ts';
import type { Sent } from '../../../contract/cases.ts';
import type { Answers } from '../../../contract/form.ts';
import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import type { DeliveryWish } from '../../../contract/values.ts';
import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import { type HandedIn, insertDraft, partiesOf, placeFaults, putMaterials } from '../cases/index.ts';
import { asksResidence, getVersionInForce, isOffered, loadRoutes } from '../catalogue/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { isNormal } from '../decisions/index.ts';
import {
  declareResident,
  type Identity,
  readIdentity,
  readPhone,
  recordWindowMandate,
  type StaffCall,
  verifyResident,
} from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { readArrival } from './arrival.rules.ts';
import { beyondGuide } from './beyond-guide.rules.ts';
import { findPrefilled } from './prefill.queries.ts';
import { receiveApplication } from './receive-application.ts';
import type { ChooseCommitment } from './save-choice.ts';
import { signOnPaper } from './sign-on-paper.ts';

export interface TakeInCase {
  readonly itemId: string;
  /** Nobody stands there: it was sent and arrived on that day (ALL 29). */
  readonly sent?: Sent;
  readonly applicant: { name: string; residentNumber: string; phone?: string; regionId?: string };
  /** Who stands there for the applicant with a written mandate, seen by the clerk (CC 165). */
  readonly agent?: { name: string; residentNumber: string; phone?: string; signedDay?: string; untilDay: string };
  readonly answers: Answers;
  readonly materials: readonly HandedIn[];
  readonly deliveryWish: DeliveryWish;
  /** 告知承诺 on paper, signed before the clerk. */
  readonly commitment?: ChooseCommitment;
}

/**
 * Takes in a person who stands at the window: the card was seen, so the identity is verified. Where an agent stands there
 * with a mandate, his is verified and the absent principal's is declared. Of what was sent nobody's card was seen, nothing
 * known of them is filled in, and the day on which it arrived counts: the version of that day binds, and the five days run
 * from it (ALL 29, R-2.4, R-2.5). A phone that is left is where this case tells
 * of itself, and no sign-in. What is missing does not stop the receipt; it is told once, within five days. Nothing beyond the published version can be demanded.
 * Refuses: item_not_authorised, item_not_offered, answers_wrong, commitment_unsigned for one that nobody signs here,
 * material_unknown, mandate_to_oneself, and another name than the known one of a number.
 */
export async function takeInCase(tx: Tx, input: TakeInCase, call: StaffCall) {
  const { post } = call.staff;
  if (post === undefined || post.centerId === null) throw new Refusal('no_post');
  if (!post.itemIds.includes(input.itemId)) throw new Refusal('item_not_authorised');
  const sent =
    input.sent && readArrival(input.sent, { today: call.today, calendar: await loadCalendar(tx, call.district) });
  const arrivedDay = sent?.day ?? call.today;
  const [version, places, routes] = await Promise.all([
    getVersionInForce(tx, { ...call, today: arrivedDay }, input.itemId),
    loadPlaces(tx, call.district),
    loadRoutes(tx, call),
    // Asked for here, it travels with them; the clock of the five days goes by it.
    loadCalendar(tx, call.district),
  ]);
  const center = places.centerById(post.centerId);
  if (center === undefined) throw new Refusal('no_post');
  // Neither its version nor anything handed down brings it to this centre.
  if (!isOffered(version, routes, center, places)) throw new Refusal('item_not_offered');
  const { content } = version;
  const identity = readIdentity(input.applicant, call.today);
  const phone = input.applicant.phone === undefined ? undefined : readPhone(input.applicant.phone);
  const agent = input.agent && (await readAgent(input.agent, arrivedDay, call));
  if (agent?.identity.residentNumber === identity.residentNumber) throw new Refusal('mandate_to_oneself');
  if (sent !== undefined && input.commitment !== undefined && !isNormal(input.commitment))
    throw new Refusal('commitment_unsigned', {}, [{ field: 'commitment', code: 'commitment_unsigned' }]);
  const today = arrivedDay.toString();
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
  else if (asksResidence(input.itemId, routes, center, input.applicant.regionId, places))
    faults.push({ field: 'regionId', code: 'required' });
  if (!content.deliveryWishes.includes(input.deliveryWish))
    faults.push({ field: 'deliveryWish', code: 'not_an_option' });
  if (faults.length > 0) throw new Refusal('answers_wrong', { count: faults.length }, faults);
  // What another situation needs is as foreign as what no guide lists.
  const needed = neededMaterials(content.materials, content.form, answers, about);
  const known = new Set(needed.map((requirement) => requirement.key));
  const unknown = input.materials.filter((material) => !known.has(material.key));
  if (unknown.length > 0)
    throw beyondGuide(
      input.itemId,
      unknown.map(({ key }) => key),
    );

  const caseId = newId();
  const person = { identity, regionId: input.applicant.regionId };
  const seen = sent === undefined ? verifyResident : declareResident;
  const [theCase, , filer] = await Promise.all([
    insertDraft(tx, call.district, {
      id: caseId,
      itemId: input.itemId,
      itemVersionId: version.id,
      profile: version.profile,
      caseType: version.caseType,
      channel: sent?.by ?? (post.role === 'villageAgent' ? 'AGENT' : 'WINDOW'),
      deliveryWish: input.deliveryWish,
      // Given with the receipt: until then a draft of the person's own would stand in the way.
      accountId: null,
      regionId: input.applicant.regionId ?? center.regionId,
      key: createDataKey(tx, call.district),
      answers,
      at: call.now,
    }),
    putMaterials(
      tx,
      call.district,
      { caseId, round: 1, into: 'case', uploader: { kind: 'staff', id: call.staff.id } },
      input.materials,
    ),
    agent === undefined
      ? seeApplicant(tx, { person, seen }, call)
      : seeAgent(tx, { ...input, caseId, person, agent, seen, arrivedDay }, call),
  ]);
  if (theCase === undefined) throw new Error('A case without an account stands in nobody’s way.');
  const { form } = content;
  const prefilled =
    agent === undefined && sent === undefined
      ? await findPrefilled(tx, call.district, { form, answers, accountId: filer.accountId })
      : {};
  const assurance = sent === undefined ? 'verified' : 'declared';
  const parties = partiesOf(content.form, answers, about, {
    person: {
      residentId: filer.principalId ?? filer.accountId,
      assurance: agent === undefined ? assurance : 'declared',
      name: identity.name,
      number: identity.residentNumber,
      phone: phone ?? null,
    },
    agent: agent && {
      residentId: filer.accountId,
      assurance,
      name: agent.identity.name,
      number: agent.identity.residentNumber,
      phone: agent.phone,
    },
  });
  const commitment =
    input.commitment && (await signOnPaper(tx, { caseId, version, needed, parties, choice: input.commitment }, call));
  return receiveApplication(
    tx,
    {
      theCase: { ...theCase, ...filer, prefilled },
      version,
      center,
      parties,
      ...(commitment && { commitment }),
      ...(agent && {
        mandate: {
          ...{ scope: 'apply', itemIds: [input.itemId], channel: 'WINDOW' },
          ...{ fromDay: agent.signedDay, untilDay: agent.untilDay },
          givenAt: startOfDay(Temporal.PlainDate.from(agent.signedDay)).toString(),
        },
      }),
      ...(sent && { sent }),
      receiver: { staffId: call.staff.id, name: call.staff.name },
      act: 'case.takenIn',
    },
    call,
  );
}

/** Who files a case: the applicant himself, or an agent for a principal by a mandate. */
interface Filer {
  readonly accountId: string;
  readonly principalId: string | null;
  readonly mandateId: string | null;
}

interface Named {
  readonly identity: Identity;
  readonly regionId: string | undefined;
}

interface Agent {
  readonly identity: Identity;
  readonly phone: string | null;
  readonly signedDay: string;
  readonly untilDay: string;
}

async function readAgent(
  agent: NonNullable<TakeInCase['agent']>,
  arrivedDay: Temporal.PlainDate,
  call: StaffCall,
): Promise<Agent> {
  return atField('agent', async () => ({
    identity: readIdentity(agent, call.today),
    phone: agent.phone === undefined ? null : readPhone(agent.phone),
    signedDay: agent.signedDay ?? arrivedDay.toString(),
    untilDay: agent.untilDay,
  }));
}

/** Whose card was seen is verified; else he is who the paper says. */
type See = typeof verifyResident;

async function seeApplicant(tx: Tx, { person, seen }: { person: Named; seen: See }, call: StaffCall): Promise<Filer> {
  const { residentId } = await seen(tx, person, call);
  return { accountId: residentId, principalId: null, mandateId: null };
}

/**
 * The clerk saw the agent's card and the written mandate, and no card of the principal. One verified record at most is
 * made here: two at a time would wait for each other at two windows.
 */
async function seeAgent(
  tx: Tx,
  {
    caseId,
    itemId,
    person,
    agent,
    seen,
    arrivedDay,
  }: { caseId: string; itemId: string; person: Named; agent: Agent; seen: See; arrivedDay: Temporal.PlainDate },
  call: StaffCall,
): Promise<Filer> {
  const { residentId: principalId } = await declareResident(tx, person, call);
  return atField('agent', async () => {
    const { residentId: agentId } = await seen(tx, { identity: agent.identity }, call);
    const { signedDay, untilDay } = agent;
    const terms = { principalId, agentId, itemId, caseId, signedDay, untilDay, shownDay: arrivedDay };
    const { mandateId } = await recordWindowMandate(tx, terms, call);
    return { accountId: agentId, principalId, mandateId };
  });
}

/** Faults of a block of the request stand at its fields: `agent.residentNumber`. */
async function atField<T>(block: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.code,
      error.facts,
      error.fields.map((fault) => ({ ...fault, field: `${block}.${fault.field}` })),
    );
  }
}
