import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { atStation, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();

let people = 600;
/** What the next person who comes to a station hands in. */
const nextPerson = () => {
  people += 1;
  return atStation(town, sampleNumber(people));
};
const takenIn = () => town.agent.call('POST /cases/take-in', nextPerson());
const status = async (client: typeof town.agent, path: string) => (await client.raw('GET', `/api/${path}`)).status;
const idsIn = async (client: typeof town.agent, input: { queue?: 'mine' | 'takenIn'; q?: string }) =>
  (await client.call('GET /worklist', input)).rows.map(({ caseId }) => caseId);

describe('A village’s station takes papers in (domain §1.6)', () => {
  test('offers the agent what villages take in, and nothing else', async () => {
    const { items, regionId } = await town.agent.call('GET /intake-items', {});
    expect(regionId).toBe(town.regions.village);
    const offered = items.map(({ itemId }) => itemId);
    expect(offered).toHaveLength(60);
    expect(offered).toContain(town.items['seniorAllowance']);
    expect(offered).not.toContain(town.items.seniorCard);
  });

  test('The receipt names station and agent, and the organ that accepts', async () => {
    const input = { ...nextPerson(), itemId: town.items['temporaryRelief'] ?? '', materials: [] };
    const answers = sampleAnswers('temporaryRelief', town.regions.village);
    const { caseId, state, actions, documentIds } = await town.agent.call('POST /cases/take-in', { ...input, answers });
    expect({ state, actions }).toEqual({ state: 'RECEIVED', actions: [] });
    const receipt = await textOfDocument(town, documentIds[0]);
    for (const words of ['甲村便民服务站', '样例·agent', '甲镇人民政府']) expect(receipt).toContain(words);
    const kase = await town.agent.call('GET /cases/:caseId', { caseId });
    expect(kase.acceptingOrgan.zh).toContain('甲镇人民政府');
    expect(kase.decidingOrgan.zh).toContain('甲镇人民政府');
    expect(kase.intakeCenter?.zh).toBe('甲村便民服务站');
    // Who has it now is the township's window.
    expect(kase.holder.organ.zh).toBe('甲镇便民服务中心');
  });

  test('The township’s clerk finds it in his queue and accepts; it goes on to who decides', async () => {
    const { caseId } = await takenIn();
    expect(await idsIn(town.clerk, {})).toContain(caseId);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
    await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    // Seen at the station all along, without what the organs write to one another.
    const seen = await town.agent.call('GET /cases/:caseId', { caseId });
    expect(seen).toMatchObject({ state: 'DELIVERING', tasks: [], actions: [] });

    const { agents } = await town.clerk.call('GET /village-agents', { caseId });
    expect(agents[0]?.postId).toBe(town.agent.postId);
    expect(await idsIn(town.agent, {})).not.toContain(caseId);
    await expect(
      town.agent.call('POST /cases/:caseId/deliver', { caseId, method: 'ENTRUSTED', receiver: 'applicant' }),
    ).rejects.toMatchObject({ code: 'not_assigned' });
    await town.clerk.call('POST /cases/:caseId/assign-delivery', { caseId, postId: town.agent.postId });
    expect(await idsIn(town.agent, {})).toContain(caseId);
    const carried = { caseId, method: 'ENTRUSTED', receiver: 'applicant' } as const;
    expect((await town.agent.call('POST /cases/:caseId/deliver', carried)).state).toBe('COMPLETED');
  });

  test('What the township hands over itself was handed over at its own window', async () => {
    const { caseId } = await takenIn();
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
    await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    const given = { caseId, method: 'DIRECT', receiver: 'applicant' } as const;
    const { documentIds } = await town.clerk.call('POST /cases/:caseId/deliver', given);
    const receipt = await textOfDocument(town, documentIds[0]);
    expect(receipt).toContain('送达地点：甲镇便民服务中心');
  });

  test('The agent reads what he took in, its papers and its files, and waits in a queue of his own', async () => {
    const fileId = await town.agent.upload('idCard.png');
    const input = nextPerson();
    const materials = input.materials.map((each) => (each.key === 'idCard' ? { ...each, fileIds: [fileId] } : each));
    const { caseId, caseNo, documentIds } = await town.agent.call('POST /cases/take-in', { ...input, materials });
    await town.settle();
    const kase = await town.agent.call('GET /cases/:caseId', { caseId });
    expect(kase.documents.map(({ kind }) => kind).toSorted()).toEqual(['applicationForm', 'intakeReceipt']);
    for (const documentId of documentIds) expect(await status(town.agent, `documents/${documentId}/pdf`)).toBe(200);
    expect(await status(town.agent, `cases/${caseId}/files/${fileId}`)).toBe(200);
    expect(await status(town.agent, `cases/${caseId}/preview?act=accept`)).toBe(404);
    expect(await idsIn(town.agent, { queue: 'takenIn' })).toContain(caseId);
    expect(await idsIn(town.agent, { queue: 'mine' })).not.toContain(caseId);
    expect(await idsIn(town.agent, { q: caseNo ?? '' })).toEqual([caseId]);
    const { counts } = await town.agent.call('GET /worklist/counts', {});
    const count = (await idsIn(town.agent, { queue: 'takenIn' })).length;
    expect(counts).toEqual([
      { queue: 'mine', count: 0 },
      { queue: 'takenIn', count },
    ]);
  });

  test('Another village sees nothing of it, nor does the next township', async () => {
    const { caseId, caseNo, documentIds } = await takenIn();
    await town.settle();
    for (const client of [town.otherAgent, town.neighbour]) {
      expect(await status(client, `cases/${caseId}`)).toBe(404);
      expect(await status(client, `documents/${documentIds[0]}/pdf`)).toBe(404);
      expect(await idsIn(client, { q: caseNo ?? '' })).toEqual([]);
    }
    // The district's hall is nobody's station either.
    expect(await status(town.districtClerk, `cases/${caseId}`)).toBe(404);
  });
});

describe('A village never decides', () => {
  test('The agent can neither accept nor correct nor decide, nor see a number', async () => {
    const { caseId } = await takenIn();
    const { parties } = await town.agent.call('GET /cases/:caseId', { caseId });
    const reveal = { caseId, partyId: parties[0]?.partyId ?? '', field: 'number', reason: '核对证件' } as const;
    await expect(town.agent.call('POST /cases/:caseId/reveal', reveal)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(town.agent.call('POST /cases/:caseId/accept', { caseId })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const defects = [{ key: 'bankCard', kind: 'missing' as const, howToFix: '请补交。' }];
    await expect(town.agent.call('POST /cases/:caseId/correct', { caseId, defects })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(town.agent.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('What no village takes in is refused, with the authorisation of the post and without it', async () => {
    const { seniorCard } = town.items;
    const ask = () => town.agent.call('POST /cases/take-in', { ...nextPerson(), itemId: seniorCard });
    await expect(ask()).rejects.toMatchObject({ code: 'item_not_authorised' });
    await town.db.pool.query(
      `insert into post_items (district, post_id, item_id, from_day) values ($1, $2, $3, '2026-01-01')`,
      [town.district, town.agent.postId, seniorCard],
    );
    await expect(ask()).rejects.toMatchObject({ code: 'item_not_offered' });
    const { items } = await town.agent.call('GET /intake-items', {});
    expect(items.map(({ itemId }) => itemId)).not.toContain(seniorCard);
  });
});
