import type { Inputs } from '../../../contract/routes.ts';
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
