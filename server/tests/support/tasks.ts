import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { demoItems } from '../../demo/items.ts';
import { sampleNumber } from '../../demo/residents.ts';
import type { Town } from './town.ts';

let people = 0;

/** A matter of a demo item, handed in whole at the window and accepted. */
export async function acceptedMatter(town: Town, key: string): Promise<string> {
  const item = demoItems.find((each) => each.key === key);
  if (item === undefined) throw new Error(`No item is called ${key}.`);
  const { content } = item;
  people += 1;
  const residentNumber = sampleNumber(7000 + people);
  const answers = sampleAnswers(key, town.regions.village);
  const about = { today: town.today(), applicant: aboutHolder(residentNumber, town.today()) };
  const clerk = content.offeredAt.includes('TOWNSHIP') ? town.clerk : town.districtClerk;
  const { caseId } = await clerk.call('POST /cases/take-in', {
    itemId: town.items[key] ?? '',
    applicant: { name: '样例·周某某', residentNumber, regionId: town.regions.village },
    answers,
    materials: neededMaterials(content.materials, content.form, answers, about)
      .filter(({ necessity }) => necessity === 'required')
      .map((material) => ({ key: material.key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  });
  await clerk.call('POST /cases/:caseId/accept', { caseId });
  return caseId;
}

/** The task of a case that is called so in Chinese. */
export async function taskNamed(town: Town, caseId: string, name: string): Promise<string> {
  const { tasks } = await town.supervisor.call('GET /cases/:caseId', { caseId });
  const task = tasks.find((each) => each.name.zh === name);
  if (task === undefined) throw new Error(`No task is called ${name}: ${tasks.map((each) => each.name.zh).join(' ')}`);
  return task.taskId;
}
