import { expect, test } from 'vitest';
import { aboutHolder } from '../../../contract/questions.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();

/** Takes a person in at the window for an item, with the item's sample form. */
async function takeIn(key: string, person: { name: string; residentNumber: string; phone?: string }) {
  const answers = sampleAnswers(key, town.regions.village);
  const { materials, form } = await town.visitor.call('GET /items/:itemId', { itemId: town.items[key] as string });
  const about = { today: town.today(), applicant: aboutHolder(person.residentNumber, town.today()) };
  return town.clerk.call('POST /cases/take-in', {
    itemId: town.items[key] as string,
    applicant: { ...person, regionId: town.regions.village },
    answers,
    materials: neededMaterials(materials, form, answers, about).map((each) => ({
      key: each.key,
      received: true,
      originals: 1,
      copies: 0,
      fileIds: [],
    })),
    deliveryWish: 'WINDOW',
  });
}

test('Identifiers among the answers are masked for every officer, names are not', async () => {
  const { caseId } = await takeIn('seniorAllowance', { name: '样例·周奶奶', residentNumber: sampleNumber(21) });
  const { answers } = await town.clerk.call('GET /cases/:caseId', { caseId });
  const typed = sampleAnswers('seniorAllowance', town.regions.village);
  expect(answers['account']).toBe('****0001');
  expect(answers['phone']).toMatch(/^\d{3}\*{4}\d{4}$/);
  for (const [path, answer] of Object.entries(answers))
    if (path.endsWith('.name')) expect(answer).toBe(typed[path]);
    else if (path.endsWith('.number')) expect(answer).toMatch(/^\d{3}\*{11}[\dX]{4}$/);
});

test('What is sensitive is for those who handle the matter, not for those who watch it', async () => {
  const { caseId } = await takeIn('disabilityCard', { name: '样例·周爷爷', residentNumber: sampleNumber(22) });
  const handled = await town.clerk.call('GET /cases/:caseId', { caseId });
  const watched = await town.supervisor.call('GET /cases/:caseId', { caseId });
  const { form, answers } = handled;
  const sensitive = form.filter(({ privacy, key }) => privacy === 'sensitive' && key in answers).map(({ key }) => key);
  expect(sensitive.length).toBeGreaterThan(2);
  for (const key of sensitive) {
    expect(answers[key]).toBe(sampleAnswers('disabilityCard', town.regions.village)[key]);
    expect(watched.answers[key]).toBe('***');
  }
});

test('Age and sex of a person are told only where the form asks for them, and the birth never', async () => {
  const { caseId } = await takeIn('seniorAllowance', { name: '样例·周奶奶', residentNumber: sampleNumber(21) });
  const asked = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(asked.about.applicant).toEqual({ age: 126, sex: expect.any(String) });
  const other = await takeIn('unemployment', { name: '样例·周小妹', residentNumber: sampleNumber(23) });
  expect((await town.clerk.call('GET /cases/:caseId', { caseId: other.caseId })).about.applicant).toBeUndefined();
});

test('A number alone prefills nothing at the window: the name on the card must agree, and every look is recorded', async () => {
  const person = { name: '样例·郑奶奶', residentNumber: sampleNumber(24) };
  await takeIn('seniorAllowance', person);
  const itemId = town.items['seniorAllowance'] as string;
  const look = (name: string) => town.secondClerk.call('POST /cases/prefill', { itemId, ...person, name });
  expect(await look('样例·别人')).toEqual({ answers: {}, prefilled: {}, placeNames: {} });
  const found = await look(' 样例·郑奶奶 ');
  expect(found.answers['bank']).toBe(sampleAnswers('seniorAllowance', '')['bank']);
  expect(found.prefilled['bank']).toMatchObject({ from: 'case', caseNo: expect.stringMatching(/^BJ/) });
  // What was taken over as it stood is shown as such on the case, what the clerk typed is not.
  const again = await takeIn('seniorAllowance', person);
  const { prefilled } = await town.clerk.call('GET /cases/:caseId', { caseId: again.caseId });
  expect(prefilled['bank']).toMatchObject({ from: 'case' });
  expect(prefilled).not.toHaveProperty('phone');
  const { rows } = await town.admin.call('GET /access-log', {});
  const codes = rows.map(({ code }) => code);
  expect(codes).toContain('resident.prefilled');
  expect(codes).toContain('resident.notPrefilled');
});

test('Looks that find nobody are counted, so that nobody fishes', async () => {
  const itemId = town.items['seniorAllowance'] as string;
  const looks = Array.from({ length: 70 }, (_, at) =>
    town.neighbour
      .call('POST /cases/prefill', { itemId, name: '样例·某某', residentNumber: sampleNumber(300 + at) })
      .then(() => 'answered')
      .catch((error: { code: string }) => error.code),
  );
  const said = await Promise.all(looks);
  expect(said.filter((each) => each === 'answered').length).toBeLessThanOrEqual(60);
  expect(said).toContain('too_many');
});

test('A draft takes no paths that are none of its form, and no more than its form can hold', async () => {
  const resident = await town.resident();
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items['treeFelling'] as string });
  for (const path of [
    'constructor',
    '__proto__x',
    'plots.0.species.0x',
    'plots.99.species',
    'plots.01.species',
    'plots',
  ])
    await expect(
      resident.call('POST /my/cases/:caseId/save', { caseId, answers: { [path]: 'x' } }),
      path,
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: path, code: 'unknown_field' }] });
});
