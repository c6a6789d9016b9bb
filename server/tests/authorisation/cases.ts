import type { Inputs } from '../../../contract/routes.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { licenceAnswers, licencePapers, seniorAnswers } from '../support/applications.ts';
import type { Client, Town } from '../support/town.ts';

/** How far a prepared case has come. */
export type Stage =
  | 'draft'
  | 'received'
  | 'correctionRequired'
  | 'accepted'
  | 'inReview'
  | 'deciding'
  | 'delivering'
  | 'handedToAgent';

const order: readonly Stage[] = [
  'draft',
  'received',
  'accepted',
  'inReview',
  'deciding',
  'delivering',
  'handedToAgent',
];

/** A licence of this resident, filed online and brought as far as the stage by those who may. */
export async function bringTo(
  town: Town,
  resident: Client,
  stage: Stage,
  phone = licenceAnswers.phone,
): Promise<string> {
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items.hygieneLicence });
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: { ...licenceAnswers, phone },
    materials: await handIn(resident, licencePapers),
    regionId: town.regions.village,
    deliveryWish: 'ELECTRONIC',
  });
  if (stage === 'draft') return caseId;
  await resident.call('POST /my/cases/:caseId/submit', { caseId });
  if (stage === 'correctionRequired') {
    await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'testReport' });
    const defects = [{ key: 'testReport', kind: 'unreadable', howToFix: '请重新拍照。' }] as const;
    await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [...defects] });
    return caseId;
  }
  const has = (reached: Stage) => order.indexOf(stage) >= order.indexOf(reached);
  if (has('accepted')) await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  if (has('inReview')) await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  if (has('deciding'))
    await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '材料齐全。' });
  if (has('delivering')) await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  if (has('handedToAgent'))
    await town.clerk.call('POST /cases/:caseId/assign-delivery', { caseId, postId: town.agent.postId });
  return caseId;
}

/** Each paper as an upload of this resident's. */
export function handIn(resident: Client, keys: readonly string[]): Promise<{ key: string; fileIds: string[] }[]> {
  return Promise.all(keys.map(async (key) => ({ key, fileIds: [await resident.upload(`${key}.png`)] })));
}

/** A person at the window with an immediate matter. */
export function atWindow(town: Town, residentNumber: string): Inputs['POST /cases/take-in'] {
  return {
    itemId: town.items.seniorCard,
    applicant: { name: '样例·李奶奶', residentNumber, regionId: town.regions.village },
    answers: seniorAnswers,
    materials: ['idCard', 'photo'].map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  };
}

/** A renewal on a signed commitment, filed online by this resident and brought so far; `owing`: taken back once accepted. */
export async function bringCommitted(
  town: Town,
  resident: Client,
  stage: 'received' | 'owing' | 'decided',
): Promise<string> {
  const itemId = town.items['tobaccoRenewal'] ?? '';
  const { caseId } = await resident.call('POST /my/cases', { itemId });
  const choice = { whole: false, materials: ['promise'] };
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: sampleAnswers('tobaccoRenewal', town.regions.village),
    materials: await handIn(resident, ['idCard']),
    regionId: town.regions.village,
    deliveryWish: 'ELECTRONIC',
    commitment: choice,
  });
  const { chosen } = await resident.call('GET /my/cases/:caseId/commitment', { caseId });
  const signed = chosen?.letter.digest ?? '';
  await resident.call('POST /my/cases/:caseId/save', { caseId, commitment: { ...choice, signed } });
  await resident.call('POST /my/cases/:caseId/submit', { caseId });
  if (stage === 'received') return caseId;
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  if (stage === 'owing') await resident.call('POST /my/cases/:caseId/withdraw-commitment', { caseId });
  else await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  return caseId;
}

/** A shop for fireworks at the window of the town, without the papers that may follow. */
export async function takeInTolerable(town: Town, residentNumber: string): Promise<string> {
  const { caseId } = await town.clerk.call('POST /cases/take-in', {
    itemId: town.items['fireworksShop'] ?? '',
    applicant: { name: '样例·王老板', residentNumber, regionId: town.regions.village },
    answers: sampleAnswers('fireworksShop', town.regions.village),
    materials: ['idCard', 'premisesProof'].map((key) => ({
      key,
      received: true,
      originals: 1,
      copies: 0,
      fileIds: [],
    })),
    deliveryWish: 'WINDOW',
  });
  return caseId;
}
