import { describe, expect, test } from 'vitest';
import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import { isWrittenOut, sampleAnswers } from '../../demo/items/sample-answers.ts';
import { demoItems } from '../../demo/items.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { carryThrough } from '../../tests/support/carry-through.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();
const offered = demoItems.filter(({ content }) => content.guideOnly === undefined);
const answersOf = (key: string) => sampleAnswers(key, town.regions.village);

/** What the sample person must hand in: the same for everybody of 1900. */
const requiredOf = ({ key, content: { materials, form } }: (typeof demoItems)[number]) =>
  neededMaterials(materials, form, answersOf(key), {
    today: town.today(),
    applicant: aboutHolder(sampleNumber(2000), town.today()),
  }).filter(({ necessity }) => necessity === 'required');

let people = 0;
const nextNumber = () => {
  people += 1;
  return sampleNumber(2000 + people);
};

/** What no township offers is taken in at the district's hall. */
const clerkOf = ({ content }: (typeof demoItems)[number]) =>
  content.offeredAt.includes('TOWNSHIP') ? town.clerk : town.districtClerk;

/** Takes a received case to its end, as the item's own way is, and returns what the applicant has in hand then. */
async function finish(caseId: string, item: (typeof demoItems)[number]): Promise<Record<string, string>> {
  const clerk = clerkOf(item);
  await clerk.call('POST /cases/:caseId/accept', { caseId });
  await carryThrough(town, caseId);
  const { state, documents } = await clerk.call('GET /cases/:caseId', { caseId });
  expect(state).toBe('COMPLETED');
  return Object.fromEntries(
    await Promise.all(
      documents.map(async ({ kind, documentId }) => [kind, await textOfDocument(town, documentId)] as const),
    ),
  );
}

/** The papers of a finished case: its application as filed, and the item's own result. */
function expectOwnPapers(papers: Record<string, string>, { key, content }: (typeof demoItems)[number]): void {
  expect(papers['applicationForm']).toContain(content.name.zh);
  // What was answered in words of one's own stands in the application as it was filed.
  for (const [path, value] of Object.entries(answersOf(key)))
    if (/[\u4e00-\u9fff]/.test(value)) expect(papers['applicationForm'], path).toContain(value);
  // A renewal and a change are decided on papers of their own (ALL 49, 50).
  const decision = papers['grantDecision'] ?? papers['renewalDecision'] ?? papers['changeDecision'];
  expect(decision).toContain(content.name.zh);
  const { certificate } = content.result;
  expect(papers['certificate'] === undefined).toBe(certificate === undefined);
  if (certificate === undefined) return;
  expect(papers['certificate']).toContain(certificate.title);
  expect(papers['certificate']).toContain(certificate.statement);
  // Each row says something: no placeholder stayed empty or as it was written.
  expect(papers['certificate']).not.toMatch(/[{}]/);
}

/** Those written out whole go both ways; of the others, which are much alike, every second one goes each way. */
const ways = offered.map((item, at) => {
  const { online, name } = item.content;
  const both = isWrittenOut(item.key);
  const way = { atWindow: both || !online || at % 2 === 0, online: online && (both || at % 2 === 1) };
  return [name.zh, item, way] as const;
});

describe.each(ways)('%s', (_, item, way) => {
  const itemId = town.items[item.key] as string;
  const { key } = item;

  if (way.atWindow)
    test('is applied for at the window and ends in its own document', async () => {
      const { caseId } = await clerkOf(item).call('POST /cases/take-in', {
        itemId,
        applicant: {
          name: '样例·李奶奶',
          residentNumber: nextNumber(),
          phone: '13000000066',
          regionId: town.regions.village,
        },
        answers: answersOf(key),
        materials: requiredOf(item).map((material) => ({
          key: material.key,
          received: true,
          originals: 1,
          copies: 0,
          fileIds: [],
        })),
        deliveryWish: 'WINDOW',
      });
      expectOwnPapers(await finish(caseId, item), item);
    });

  if (way.online)
    test('is applied for online and ends in its own document', async () => {
      const resident = await town.resident({ identity: 'verified' });
      const { caseId } = await resident.call('POST /my/cases', { itemId });
      const materials = await Promise.all(
        requiredOf(item).map(async (material) => ({
          key: material.key,
          fileIds: [await resident.upload(`${material.key}.png`)],
        })),
      );
      await resident.call('POST /my/cases/:caseId/save', {
        caseId,
        answers: answersOf(key),
        materials,
        regionId: town.regions.village,
        deliveryWish: item.content.deliveryWishes.includes('WINDOW') ? 'WINDOW' : 'ELECTRONIC',
      });
      await resident.call('POST /my/cases/:caseId/submit', { caseId });
      expectOwnPapers(await finish(caseId, item), item);
    });
});
