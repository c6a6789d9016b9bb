import type { Inputs } from '../../../contract/routes.ts';
import type { DeliveryWish } from '../../../contract/values.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { printedNumber } from '../../modules/documents/document.rules.ts';
import { findDocument } from '../../modules/documents/document.store.ts';
import { documentLines } from '../../modules/documents/index.ts';
import { getTemplate } from '../../modules/documents/template.store.ts';
import { loadPlaces } from '../../modules/places/index.ts';
import { openJson, vault } from '../../platform/vault/index.ts';
import { licenceAnswers, licencePapers, seniorAnswers } from './applications.ts';
import type { Client, Town } from './town.ts';

/** What a test files: who, and which papers come with it. */
export interface Filing {
  readonly papers?: readonly string[];
  readonly residentNumber?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly deliveryWish?: DeliveryWish;
}

/** A filled licence application that still lies with the resident. */
export async function draftLicence(
  town: Town,
  resident: Client,
  { papers = licencePapers, deliveryWish = 'WINDOW' }: Filing = {},
): Promise<string> {
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items.hygieneLicence });
  const materials = await Promise.all(
    papers.map(async (key) => ({ key, fileIds: [await resident.upload(`${key}.png`)] })),
  );
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: licenceAnswers,
    materials,
    regionId: town.regions.village,
    deliveryWish,
  });
  return caseId;
}

/** A licence application submitted from the resident's phone. */
export async function submitLicence(town: Town, resident: Client, filing: Filing = {}) {
  return resident.call('POST /my/cases/:caseId/submit', { caseId: await draftLicence(town, resident, filing) });
}

const onPaper = (keys: readonly string[]) =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));

/** A licence application handed in on paper at the window. */
export function takeInLicence(town: Town, clerk: Client, { papers = licencePapers, ...who }: Filing = {}) {
  return clerk.call('POST /cases/take-in', {
    itemId: town.items.hygieneLicence,
    applicant: {
      name: who.name ?? '样例·王老板',
      residentNumber: who.residentNumber ?? '431302190001010041',
      ...(who.phone && { phone: who.phone }),
      regionId: town.regions.village,
    },
    answers: licenceAnswers,
    materials: onPaper(papers),
    deliveryWish: who.deliveryWish ?? 'WINDOW',
  });
}

/** A senior citizen card asked for at the window. */
export function takeInSenior(town: Town, clerk: Client, { papers = ['idCard', 'photo'], ...who }: Filing = {}) {
  return clerk.call('POST /cases/take-in', {
    itemId: town.items.seniorCard,
    applicant: {
      name: who.name ?? '样例·李奶奶',
      residentNumber: who.residentNumber ?? '431302190001010017',
      ...(who.phone && { phone: who.phone }),
      regionId: town.regions.village,
    },
    answers: seniorAnswers,
    materials: onPaper(papers),
    deliveryWish: 'WINDOW',
  });
}

/** What an agent hands in for a person who came to his station: an old-age allowance, which villages take in too. */
export function atStation(town: Town, residentNumber: string): Inputs['POST /cases/take-in'] {
  return {
    itemId: town.items['seniorAllowance'] ?? '',
    applicant: { name: '样例·李奶奶', residentNumber, regionId: town.regions.village },
    answers: sampleAnswers('seniorAllowance', town.regions.village),
    materials: onPaper(['idCard', 'bankCard']),
    deliveryWish: 'WINDOW',
  };
}

/** Accepts a case and brings it before the decider. */
export async function bringToDecision(town: Town, caseId: string): Promise<void> {
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
}

/** What an issued document says, as its addressee reads it. */
export async function textOfDocument(town: Town, documentId: string | undefined): Promise<string> {
  const stored = await findDocument(town.db, town.district, documentId ?? '');
  if (stored === undefined) throw new Error('No such document.');
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: Parameters<typeof documentLines>[0] }>(key, stored.sealedData);
  const template = await getTemplate(town.db, town.district, { kind: stored.kind, version: stored.templateVersion });
  return documentLines({ ...data, number: printedNumber(stored) }, template).join('\n');
}

/** What the outbox says about a case, newest first. */
export async function messagesOf(town: Town, caseId: string): Promise<string[]> {
  await town.settle();
  const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 100 });
  return messages.filter((message) => message.caseId === caseId).map(({ text }) => text);
}

/** The organ whose name begins so. */
export async function organOf(town: Town, name: string): Promise<string> {
  const organ = (await loadPlaces(town.db, town.district)).organs.find((each) => each.name.zh.startsWith(name));
  if (organ === undefined) throw new Error(`No organ is called ${name}.`);
  return organ.id;
}
