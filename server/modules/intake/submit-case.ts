import { checkAnswers, filedAnswers, knownAnswers } from '../../../contract/answers.ts';
import type { Answers } from '../../../contract/form.ts';
import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson, seal } from '../../platform/vault/index.ts';
import type { Case } from '../cases/index.ts';
import {
  actingOf,
  admitAct,
  dropMaterials,
  type FilingMandate,
  getMaterials,
  type KnownPerson,
  partiesOf,
  placeFaults,
} from '../cases/index.ts';
import { asksResidence, getVersionInForce, isOffered, loadRoutes } from '../catalogue/index.ts';
import { findMandateForAct, getResident, type Identity, type Resident, type ResidentCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { findSigned } from './find-signed.ts';
import { receiveApplication } from './receive-application.ts';

/**
 * Submits a draft: received at this instant (ESL 11), at the township centre of the place that the
 * applicant named, or the district's where that one does not take it in.
 * Where the principal himself submits what his agent wrote, the case is his own. Refuses: identity_needed, commitment_unsigned, credit_bad, answers_wrong and materials_missing with their fields, item_not_offered.
 */
export async function submitCase(tx: Tx, { caseId }: { caseId: string }, call: ResidentCall) {
  const theCase = await admitAct(tx, 'submit', caseId, call);
  const [version, resident, materials, places, routes] = await Promise.all([
    // A draft may be older than the version that binds today; the case is pinned to the one in force.
    getVersionInForce(tx, call, theCase.itemId),
    // For whom: the person who gave the mandate, or the account itself.
    getResident(tx, call.district, theCase.principalId ?? call.resident.id),
    getMaterials(tx, call.district, caseId),
    loadPlaces(tx, call.district),
    loadRoutes(tx, call),
  ]);
  if (resident?.identity === undefined) throw new Refusal('identity_needed');
  const { form } = version.content;
  const today = call.today.toString();
  const about = { today, applicant: aboutHolder(resident.identity.residentNumber, today) };
  const typed = knownAnswers(form, openJson<Answers>(theCase.key, theCase.sealedAnswers));
  const answers = filedAnswers(form, typed, about);
  const faults = [...checkAnswers(form, answers, about), ...placeFaults(form, answers, about, places)];
  const region = theCase.applicantRegionId === null ? undefined : places.regionById(theCase.applicantRegionId);
  const centers = places.centersFor(region?.id).filter((candidate) => isOffered(version, routes, candidate, places));
  const center =
    centers.find((candidate) => candidate.level === 'TOWNSHIP') ??
    centers.find((candidate) => candidate.level === 'DISTRICT');
  if (region === undefined || (center && asksResidence(version.itemId, routes, center, region.id, places)))
    faults.push({ field: 'regionId', code: 'required' });
  if (faults.length > 0) throw new Refusal('answers_wrong', { count: faults.length }, faults);
  const agent = await agentOf(tx, theCase, call);
  const received = new Set(materials.filter((material) => material.received).map((material) => material.key));
  // what can be put right on the spot is put right on the spot; online that is before the submission.
  const needed = neededMaterials(version.content.materials, form, answers, about);
  const parties = partiesOf(form, answers, about, {
    person: knownPerson(resident, resident.identity),
    agent: agent?.person,
  });
  const commitment = await findSigned(tx, { theCase, version, needed, parties }, call);
  const stood = new Set(commitment?.replaced);
  const missing = needed.filter(
    ({ key, necessity }) => necessity === 'required' && !received.has(key) && !stood.has(key),
  );
  if (missing.length > 0)
    throw new Refusal(
      'materials_missing',
      { count: missing.length },
      missing.map(({ key }) => ({ field: key, code: 'required' })),
    );
  // What another situation of the draft would have needed is none of ours: it goes.
  await dropMaterials(tx, call.district, caseId, { except: needed.map(({ key }) => key) });
  if (center === undefined) throw new Refusal('item_not_offered');
  return receiveApplication(
    tx,
    {
      theCase: {
        ...theCase,
        ...(agent === undefined
          ? { accountId: call.resident.id, principalId: null, mandateId: null }
          : { mandateId: agent.mandate.id }),
        profile: version.profile,
        caseType: version.caseType,
        sealedAnswers: seal(theCase.key, JSON.stringify(answers)),
      },
      version,
      center,
      parties,
      ...(commitment && { commitment }),
      ...(agent && { mandate: agent.mandate }),
      receiver: { staffId: null, name: '门口办网上申请' },
      act: 'case.submitted',
    },
    call,
  );
}

function knownPerson({ id, assurance, phone }: Resident, { name, residentNumber }: Identity): KnownPerson {
  return { residentId: id, assurance, name, number: residentNumber, phone: phone ?? null };
}

/** Who files for another by a mandate, under its lock: a revocation comes wholly before or wholly after. */
async function agentOf(
  tx: Tx,
  theCase: Case,
  call: ResidentCall,
): Promise<{ person: KnownPerson; mandate: FilingMandate & { readonly id: string } } | undefined> {
  const acting = actingOf(theCase);
  if (acting?.agentId !== call.resident.id) return undefined;
  const [mandate, agent] = await Promise.all([
    findMandateForAct(tx, call.district, { ...acting, today: call.today }),
    getResident(tx, call.district, acting.agentId),
  ]);
  if (mandate === undefined) throw new Refusal('mandate_ended');
  if (agent?.identity === undefined) throw new Refusal('identity_needed');
  return { person: knownPerson(agent, agent.identity), mandate };
}
