import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { openText } from '../../platform/vault/index.ts';
import { licenceAnswers, licencePapers, seniorAnswers } from '../../tests/support/applications.ts';
import {
  bringToDecision,
  draftLicence,
  messagesOf,
  submitLicence,
  takeInLicence,
  takeInSenior,
  textOfDocument,
} from '../../tests/support/filing.ts';
import { openTown, password } from '../../tests/support/town.ts';
import { everywhere, getCase } from '../cases/case.store.ts';
import { loadPlaces } from '../places/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

describe('a draft', () => {
  test('is saved half, resumed later, and opened again instead of begun twice', async () => {
    const resident = await town.resident();
    const begin = () => resident.call('POST /my/cases', { itemId: town.items.hygieneLicence });
    const { caseId, state, actions } = await begin();
    expect([state, actions]).toEqual(['DRAFT', ['save', 'submit']]);
    await resident.call('POST /my/cases/:caseId/save', { caseId, answers: { businessName: '样例·张记' } });
    await town.at('2026-03-03T21:00');
    await resident.call('POST /my/cases/:caseId/save', {
      caseId,
      answers: { area: '60' },
      materials: [{ key: 'plan', fileIds: [await resident.upload('平面图（一楼）🏠.png')] }],
    });
    expect((await begin()).caseId).toBe(caseId);
    const draft = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(draft.answers).toEqual({ businessName: '样例·张记', area: '60', phone: resident.phone });
    expect(draft.materials.find(({ requirement }) => requirement.key === 'plan')?.files).toMatchObject([
      { name: '平面图（一楼）🏠.png', mediaType: 'image/png' },
    ]);
    expect(draft.draftSavedAt).toBe('2026-03-03T13:00:00Z');
  });

  test('two beginnings at the same moment make one draft', async () => {
    const resident = await town.resident();
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => resident.call('POST /my/cases', { itemId: town.items.seniorCard })),
    );
    expect(new Set(begun.map(({ caseId }) => caseId)).size).toBe(1);
  });

  test('wrong values are refused with their fields, all at once, and nothing typed is lost', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    const wrong = { ...licenceAnswers, area: '六十', staff: '0', phone: '12345', kind: 'casino', businessName: '' };
    await resident.call('POST /my/cases/:caseId/save', { caseId, answers: wrong });
    await expect(resident.call('POST /my/cases/:caseId/submit', { caseId })).rejects.toMatchObject({
      status: 422,
      code: 'answers_wrong',
      fields: [
        { field: 'businessName', code: 'required' },
        { field: 'kind', code: 'not_an_option' },
        { field: 'area', code: 'not_a_number' },
        { field: 'staff', code: 'too_small' },
        { field: 'phone', code: 'phone' },
      ],
    });
    const { businessName: _, ...kept } = wrong;
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).answers).toEqual(kept);
    await resident.call('POST /my/cases/:caseId/save', { caseId, answers: licenceAnswers });
    expect((await resident.call('POST /my/cases/:caseId/submit', { caseId })).state).toBe('RECEIVED');
  });

  test('what the form does not ask is refused at the field', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    await expect(
      resident.call('POST /my/cases/:caseId/save', {
        caseId,
        answers: { religion: '无' },
        materials: [{ key: 'villageCertificate', fileIds: [] }],
        regionId: randomUUID(),
      }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [
        { field: 'religion', code: 'unknown_field' },
        { field: 'villageCertificate', code: 'unknown_field' },
        { field: 'regionId', code: 'not_an_option' },
      ],
    });
    await expect(
      resident.call('POST /my/cases/:caseId/save', {
        caseId,
        materials: [
          { key: 'plan', fileIds: [] },
          { key: 'plan', fileIds: [] },
        ],
      }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'plan', code: 'format' }] });
  });

  test('another’s file cannot be put into a case', async () => {
    const [resident, other] = [await town.resident(), await town.resident()];
    const caseId = await draftLicence(town, resident);
    const foreign = await other.upload();
    await expect(
      resident.call('POST /my/cases/:caseId/save', { caseId, materials: [{ key: 'plan', fileIds: [foreign] }] }),
    ).rejects.toMatchObject({ code: 'file_missing' });
  });

  test('is seen by its writer alone', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    const other = await town.resident();
    for (const stranger of [town.clerk, town.supervisor, town.decider])
      await expect(stranger.call('GET /cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
    for (const act of ['save', 'submit'] as const)
      await expect(other.call(`POST /my/cases/:caseId/${act}`, { caseId })).rejects.toMatchObject({
        code: 'not_found',
      });
  });

  test('without a declared identity nothing is submitted', async () => {
    const resident = await town.resident({ identity: 'none' });
    const caseId = await draftLicence(town, resident);
    await expect(resident.call('POST /my/cases/:caseId/submit', { caseId })).rejects.toMatchObject({
      code: 'identity_needed',
    });
  });
});

describe('the same request again', () => {
  test('gives the same number and query code; the case is received once', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    const key = randomUUID();
    const submit = () => resident.call('POST /my/cases/:caseId/submit', { caseId }, key);
    const [first, second] = [await submit(), await submit()];
    expect(second).toEqual(first);
    const { story } = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(story.filter(({ act }) => act === 'case.submitted')).toHaveLength(1);
  });

  test('sent five times at once is still one act', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => resident.call('POST /my/cases/:caseId/submit', { caseId }, key)),
    );
    expect(new Set(replies.map(({ caseNo, queryCode }) => `${caseNo} ${queryCode}`)).size).toBe(1);
  });

  test('another body, or another route, under that key is refused', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const key = randomUUID();
    const defects = [{ key: 'plan', kind: 'unsigned', howToFix: '请签字' }] as const;
    await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [...defects] }, key);
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [{ ...defects[0], howToFix: '请盖章' }] }, key),
    ).rejects.toMatchObject({ status: 409, code: 'key_reused' });
    await expect(town.clerk.call('POST /cases/:caseId/accept', { caseId }, key)).rejects.toMatchObject({
      code: 'key_reused',
    });
  });

  test('a refused act leaves the key free for the corrected request', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident, { papers: licencePapers.slice(1) });
    const key = randomUUID();
    const submit = () => resident.call('POST /my/cases/:caseId/submit', { caseId }, key);
    await expect(submit()).rejects.toMatchObject({ code: 'materials_missing' });
    await resident.call('POST /my/cases/:caseId/save', {
      caseId,
      materials: [{ key: 'idCard', fileIds: [await resident.upload()] }],
    });
    expect((await submit()).state).toBe('RECEIVED');
  });

  test('a write without a key is refused', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const answer = await town.clerk.raw('POST', `/api/cases/${caseId}/accept`, {}, { 'idempotency-key': '' });
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'key_missing' } } });
  });
});

describe('at the window', () => {
  /** Signs a phone in with the code that was sent to it. */
  const signIn = async (phone: string) => {
    await town.visitor.call('POST /phone-codes', { phone });
    await town.settle();
    const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 1 });
    const code = /\d{6}/.exec(messages[0]?.text ?? '')?.[0] ?? '';
    return town.visitor.call('POST /resident-sessions', { phone, code });
  };

  test('a person without an account becomes verified; the phone he leaves is told of the case and opens no account', async () => {
    const { caseId } = await takeInSenior(town, town.clerk, {
      name: '样例·周奶奶',
      residentNumber: '431302190001010068',
      phone: '13000000210',
    });
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(seen.parties).toMatchObject([{ name: '样例·周奶奶', assurance: 'verified', phone: '130****0210' }]);
    expect(seen.actions).not.toContain('verifyIdentity');
    expect(await messagesOf(town, caseId)).not.toEqual([]);
    // Whoever holds that phone: a typing error of the clerk must not hand him somebody's verified identity.
    const stranger = await signIn('13000000210');
    expect([stranger.assurance, stranger.name]).toEqual(['none', undefined]);
  });

  test('an account on the phone that a walk-in leaves stays declared, even with the same number', async () => {
    const resident = await town.resident();
    const { caseId } = await takeInSenior(town, town.clerk, {
      name: '样例·张某某',
      residentNumber: resident.number,
      phone: resident.phone,
    });
    const { me } = await resident.call('GET /my/self', {});
    expect(me?.assurance).toBe('declared');
    await expect(resident.call('GET /my/cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the same person at two windows at the same moment is one verified record, and nobody is sent away', async () => {
    const who = { name: '样例·双窗', residentNumber: sampleNumber(777) };
    const both = await Promise.all([
      takeInSenior(town, town.clerk, who),
      takeInSenior(town, town.secondClerk, who),
      takeInSenior(town, town.neighbour, who),
    ]);
    const { rows } = await town.db.pool.query(
      `select count(distinct resident_id)::int as residents from case_parties where case_id = any($1::uuid[])`,
      [both.map(({ caseId }) => caseId)],
    );
    expect(rows).toEqual([{ residents: 1 }]);
  });

  test('where the number has a verified record already, the card links the case to it and the account stays declared', async () => {
    const resident = await town.resident();
    await takeInSenior(town, town.clerk, { name: '样例·张某某', residentNumber: resident.number });
    const { caseId } = await submitLicence(town, resident);
    await town.clerk.call('POST /cases/:caseId/verify-identity', { caseId, residentNumber: resident.number });
    const { me } = await resident.call('GET /my/self', {});
    expect(me?.assurance).toBe('declared');
    const { rows } = await town.db.pool.query(
      `select r.assurance, r.id <> $2 as "isAnother" from case_parties p join residents r on r.id = p.resident_id where p.case_id = $1`,
      [caseId, resident.residentId],
    );
    expect(rows).toEqual([{ assurance: 'verified', isAnother: true }]);
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).state).toBe('RECEIVED');
  });

  test('the same person comes again: one account, two cases', async () => {
    const who = { name: '样例·吴爷爷', residentNumber: '431302190001010076' };
    const [first, second] = [await takeInSenior(town, town.clerk, who), await takeInSenior(town, town.clerk, who)];
    expect(second.caseId).not.toBe(first.caseId);
    const { rows } = await town.db.pool.query(
      `select count(distinct resident_id)::int as residents from case_parties where case_id = any($1::uuid[])`,
      [[first.caseId, second.caseId]],
    );
    expect(rows).toEqual([{ residents: 1 }]);
  });

  test('an item that the post is not authorised for is not taken in (收件授权)', async () => {
    await town.db.pool.query('update post_items set until_day = $1 where post_id = $2 and item_id = $3', [
      '2026-03-01',
      town.neighbour.postId,
      town.items.hygieneLicence,
    ]);
    await expect(takeInLicence(town, town.neighbour)).rejects.toMatchObject({
      status: 403,
      code: 'item_not_authorised',
    });
    expect((await takeInSenior(town, town.neighbour)).state).toBe('RECEIVED');
  });

  test('wrong answers, wrong number and one material twice are refused at their fields', async () => {
    const takeIn = (change: object) =>
      town.clerk.call('POST /cases/take-in', {
        itemId: town.items.seniorCard,
        applicant: { name: '样例·李奶奶', residentNumber: '431302190001010017' },
        answers: seniorAnswers,
        materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
        deliveryWish: 'WINDOW',
        ...change,
      });
    const card = { key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] };
    await expect(
      takeIn({ applicant: { name: '样例·李奶奶', residentNumber: '431302190001010018' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'residentNumber', code: 'id_checkDigit' }] });
    await expect(takeIn({ answers: { ...seniorAnswers, busCard: 'maybe' } })).rejects.toMatchObject({
      code: 'answers_wrong',
      fields: [{ field: 'busCard', code: 'not_an_option' }],
    });
    await expect(takeIn({ materials: [card, card] })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'idCard', code: 'format' }],
    });
  });

  test('the card of a declared applicant verifies him however its number is typed; another number is refused at the field', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await expect(
      town.clerk.call('POST /cases/:caseId/verify-identity', { caseId, residentNumber: '431302190001010017' }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'residentNumber', code: 'not_the_declared_number' }],
    });
    const fullWidth = resident.number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const { rows } = await town.clerk.call('GET /worklist', { q: ` ${fullWidth.toLowerCase()} ` });
    expect(rows.map((row) => row.caseId)).toContain(caseId);
    await town.clerk.call('POST /cases/:caseId/verify-identity', { caseId, residentNumber: fullWidth.toLowerCase() });
    const { me } = await resident.call('GET /my/self', {});
    expect(me?.assurance).toBe('verified');
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect([seen.parties[0]?.assurance, seen.story[0]?.act]).toEqual(['verified', 'case.identityVerified']);
  });

  test('a neighbouring township sees nothing of it, and no guess tells it apart from what does not exist', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const guesses = await Promise.all(
      [caseId, randomUUID()].map((id) => town.neighbour.raw('POST', `/api/cases/${id}/accept`, {})),
    );
    expect(guesses.map(({ status, body }) => [status, body])).toEqual([
      [404, { refusal: { code: 'not_found', facts: {}, fields: [] } }],
      [404, { refusal: { code: 'not_found', facts: {}, fields: [] } }],
    ]);
  });
});

describe('withdrawing', () => {
  test.each(['RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'DECIDING'] as const)(
    'in %s the applicant takes it back: clocks stop, tasks end, nobody owes anything',
    async (state) => {
      const resident = await town.resident();
      const { caseId } = await submitLicence(town, resident);
      if (state === 'CORRECTION_REQUIRED') {
        const noticed = { key: 'idCard', kind: 'missing', howToFix: '请提交' } as const;
        await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [noticed] });
      }
      if (state === 'ACCEPTED') await town.clerk.call('POST /cases/:caseId/accept', { caseId });
      if (state === 'DECIDING') await bringToDecision(town, caseId);
      expect((await resident.call('GET /my/cases/:caseId', { caseId })).state).toBe(state);
      const withdrawn = await resident.call('POST /my/cases/:caseId/withdraw', { caseId });
      expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', actions: [] });
      expect(withdrawn.due).toBeUndefined();
      const { rows } = await town.db.pool.query(
        `select (select count(*)::int from clocks where subject_id = $1 and state <> 'stopped') as clocks,
          (select count(*)::int from case_tasks where case_id = $1 and state not in ('done', 'cancelled')) as tasks`,
        [caseId],
      );
      expect(rows).toEqual([{ clocks: 0, tasks: 0 }]);
    },
  );
});

describe('delivering', () => {
  const granted = async (deliveryWish: 'WINDOW' | 'ELECTRONIC' = 'WINDOW') => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident, { deliveryWish });
    await bringToDecision(town, caseId);
    await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    return { resident, caseId };
  };

  test('the applicant takes the electronic result himself; the service receipt says so', async () => {
    const { resident, caseId } = await granted('ELECTRONIC');
    const done = await resident.call('POST /my/cases/:caseId/receive-result', { caseId });
    expect(done.state).toBe('COMPLETED');
    expect(await textOfDocument(town, done.documentIds[0])).toContain('送达方式：电子送达');
    const { documents, story } = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(documents.find(({ kind }) => kind === 'grantDecision')?.served).toBe(true);
    expect(story[0]).toMatchObject({ act: 'case.delivered', actor: { kind: 'resident' } });
    await expect(resident.call('POST /my/cases/:caseId/receive-result', { caseId })).rejects.toMatchObject({
      code: 'case_moved_on',
    });
  });

  test('who asked for paper is offered nothing to take online', async () => {
    const { resident, caseId } = await granted('WINDOW');
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).actions).toEqual([]);
    await expect(resident.call('POST /my/cases/:caseId/receive-result', { caseId })).rejects.toMatchObject({
      code: 'case_moved_on',
    });
  });

  test('somebody entrusted is named on the receipt, or it is refused at the field', async () => {
    const { caseId } = await granted();
    const hand = { caseId, method: 'DIRECT', receiver: 'entrusted' } as const;
    await expect(town.clerk.call('POST /cases/:caseId/deliver', hand)).rejects.toMatchObject({
      fields: [{ field: 'receiverName', code: 'required' }],
    });
    const done = await town.clerk.call('POST /cases/:caseId/deliver', { ...hand, receiverName: '样例·邻居' });
    expect(await textOfDocument(town, done.documentIds[0])).toContain('样例·邻居（受送达人委托代收）');
  });

  test('a window hands over and does not claim another way of service', async () => {
    const { caseId } = await granted();
    for (const method of ['ELECTRONIC', 'ENTRUSTED'] as const)
      await expect(
        town.clerk.call('POST /cases/:caseId/deliver', { caseId, method, receiver: 'applicant' }),
      ).rejects.toMatchObject({ fields: [{ field: 'method', code: 'not_an_option' }] });
  });

  test('a village agent carries only what was handed to him, and sees nothing else', async () => {
    const { resident, caseId } = await granted();
    const carry = { caseId, method: 'ENTRUSTED', receiver: 'applicant' } as const;
    await expect(town.agent.call('POST /cases/:caseId/deliver', carry)).rejects.toMatchObject({ code: 'not_found' });
    await expect(town.agent.call('GET /cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });

    const { agents } = await town.clerk.call('GET /village-agents', { caseId });
    expect(agents.map(({ postId }) => postId)).toEqual([town.agent.postId]);
    await expect(
      town.clerk.call('POST /cases/:caseId/assign-delivery', { caseId, postId: town.otherAgent.postId }),
    ).rejects.toMatchObject({ code: 'agent_missing' });
    await town.clerk.call('POST /cases/:caseId/assign-delivery', { caseId, postId: town.agent.postId });
    expect((await messagesOf(town, caseId))[0]).toContain('给您送来');

    await expect(town.otherAgent.call('POST /cases/:caseId/deliver', carry)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await town.agent.call('GET /worklist', {})).rows.map((row) => row.caseId)).toEqual([caseId]);
    const whole = await town.clerk.call('GET /cases/:caseId', { caseId });
    const carried = await town.agent.call('GET /cases/:caseId', { caseId });
    expect(carried).toMatchObject({ answers: {}, form: [], materials: [], tasks: [], actions: ['deliver'] });
    expect(carried.story.map(({ act }) => act)).toEqual(['case.deliveryAssigned']);
    expect(carried.documents.map(({ kind }) => kind)).toEqual(['grantDecision', 'certificate']);
    await town.settle();
    const read = async (path: string) => (await town.agent.raw('GET', `/api/${path}`)).status;
    const fileId = whole.materials.flatMap(({ files }) => files)[0]?.fileId;
    expect(await read(`cases/${caseId}/files/${fileId}`)).toBe(404);
    expect(await read(`cases/${caseId}/preview?act=grant`)).toBe(404);
    expect(await read(`documents/${whole.documents[0]?.documentId}/pdf`)).toBe(404);
    expect(await read(`documents/${carried.documents[0]?.documentId}/pdf`)).toBe(200);
    const done = await town.agent.call('POST /cases/:caseId/deliver', carry);
    expect(done.state).toBe('COMPLETED');
    const receipt = await textOfDocument(town, done.documentIds[0]);
    const village = (await loadPlaces(town.db, town.district)).regionById(town.regions.village)?.name.zh;
    expect(receipt).toContain(`送达地点：${village}`);
    expect(receipt).not.toContain('便民服务中心');
    const { story } = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(story[0]).toMatchObject({ act: 'case.delivered', actor: { name: '样例·agent' } });
  });
});

describe('handing over a notice at the window', () => {
  const noticed = async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
    return { caseId, notice: documents.find(({ kind }) => kind === 'acceptanceNotice') };
  };

  test('it is served once, in person, and the ledger says which paper', async () => {
    const { caseId, notice } = await noticed();
    expect(notice?.served).toBe(false);
    const documentId = notice?.documentId ?? '';
    const hand = () => town.clerk.call('POST /cases/:caseId/hand-over', { caseId, documentId });
    expect(await hand()).toMatchObject({ state: 'ACCEPTED' });
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(seen.documents.find((each) => each.documentId === documentId)?.served).toBe(true);
    expect(seen.story[0]).toMatchObject({ act: 'case.handedOver', facts: { documentId } });
    const { rows } = await town.db.pool.query(
      'select method, receiver, served_by_post_id from document_services where document_id = $1',
      [documentId],
    );
    expect(rows).toEqual([{ method: 'DIRECT', receiver: 'applicant', served_by_post_id: town.clerk.postId }]);
    await expect(hand()).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a paper of another case is not found, and the decision takes along what nobody fetched', async () => {
    const [one, other] = [await noticed(), await noticed()];
    const hand = (documentId = '') =>
      town.clerk.call('POST /cases/:caseId/hand-over', { caseId: one.caseId, documentId });
    await expect(hand(other.notice?.documentId)).rejects.toMatchObject({ code: 'not_found' });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId: one.caseId });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId: one.caseId, opinion: 'agree', text: '符合。' });
    const { documentIds } = await town.decider.call('POST /cases/:caseId/decide', {
      caseId: one.caseId,
      outcome: 'GRANTED',
    });
    await expect(hand(documentIds[0])).rejects.toMatchObject({ code: 'not_found' });
    const done = await town.clerk.call('POST /cases/:caseId/deliver', {
      caseId: one.caseId,
      method: 'DIRECT',
      receiver: 'applicant',
    });
    const receipt = await textOfDocument(town, done.documentIds[0]);
    expect(receipt).toContain('《准予行政许可决定书》');
    expect(receipt).toContain('受理通知书');
    const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId: one.caseId });
    expect(documents.map(({ kind, served }) => [kind, served])).toEqual([
      ['applicationForm', false],
      ['intakeReceipt', true],
      ['acceptanceNotice', true],
      ['grantDecision', true],
      ['certificate', true],
      ['deliveryReceipt', false],
    ]);
    await expect(hand(one.notice?.documentId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a clerk sees of his centre only the items that his post may take in', async () => {
  const { caseId } = await takeInSenior(town, town.clerk);
  const licence = await takeInLicence(town, town.clerk);
  await town.db.pool.query('update post_items set until_day = $1 where post_id = $2 and item_id = $3', [
    '2026-03-01',
    town.secondClerk.postId,
    town.items.hygieneLicence,
  ]);
  expect((await town.secondClerk.call('GET /cases/:caseId', { caseId })).state).toBe('RECEIVED');
  await expect(town.secondClerk.call('GET /cases/:caseId', { caseId: licence.caseId })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { rows } = await town.secondClerk.call('GET /worklist', { q: licence.caseNo ?? '' });
  expect(rows).toEqual([]);
});

describe('revealing a number', () => {
  test('needs a reason; that it was seen stands in the ledger, why in the access log, sealed', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    const { parties } = await town.clerk.call('GET /cases/:caseId', { caseId });
    const partyId = parties[0]?.partyId ?? '';
    expect(parties[0]?.number).toMatch(/^431\*+\d{3}[\dX]$/);
    const reveal = (reason: string, field: 'number' | 'phone' = 'number') =>
      town.clerk.call('POST /cases/:caseId/reveal', { caseId, partyId, field, reason });
    await expect(reveal('  ')).rejects.toMatchObject({
      code: 'reason_missing',
      fields: [{ field: 'reason', code: 'required' }],
    });
    expect(await reveal('与身份证原件核对')).toEqual({ value: resident.number });
    expect(await reveal('电话约定现场核查', 'phone')).toEqual({ value: resident.phone });

    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(seen.story.slice(0, 2)).toMatchObject([
      { act: 'case.revealed', facts: { partyId, field: 'phone' } },
      { act: 'case.revealed', facts: { partyId, field: 'number' } },
    ]);
    expect(JSON.stringify(seen.story)).not.toContain('核对');
    const { rows } = await town.db.pool.query<{ code: string; sealed_note: Buffer }>(
      `select code, sealed_note from access_log where subject_id = $1 and kind = 'reveal' order by at, id`,
      [caseId],
    );
    const { key } = await getCase(town.db, town.district, caseId, everywhere);
    expect(rows.map((row) => [row.code, openText(key, row.sealed_note)])).toEqual([
      ['case.revealed', '与身份证原件核对'],
      ['case.revealed', '电话约定现场核查'],
    ]);
    // What was typed may name people: who reads the log in general does not read it.
    const log = await town.admin.call('GET /access-log', { limit: 100 });
    expect(JSON.stringify(log)).not.toMatch(/核对|核查/);
    const own = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(own.story.some(({ act }) => act === 'case.revealed')).toBe(false);
  });

  test('a party of another case is not found through this one', async () => {
    const [one, other] = [await takeInLicence(town, town.clerk), await takeInLicence(town, town.clerk)];
    const { parties } = await town.clerk.call('GET /cases/:caseId', { caseId: other.caseId });
    await expect(
      town.clerk.call('POST /cases/:caseId/reveal', {
        caseId: one.caseId,
        partyId: parties[0]?.partyId ?? '',
        field: 'number',
        reason: '核对',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a material, a paper and a preview that staff read are remembered as reads of the case', async () => {
  const resident = await town.resident();
  const { caseId, documentIds } = await submitLicence(town, resident);
  await town.settle();
  const { materials } = await resident.call('GET /my/cases/:caseId', { caseId });
  const fileId = materials.flatMap(({ files }) => files)[0]?.fileId;
  for (const path of [`cases/${caseId}/files/${fileId}`, `documents/${documentIds[0]}/pdf`])
    expect((await town.clerk.raw('GET', `/api/${path}`)).status).toBe(200);
  await town.clerk.call('GET /cases/:caseId/preview', { caseId, act: 'accept' });
  const own = await resident.raw('GET', `/api/my/cases/${caseId}/files/${fileId}`);
  expect(own.status).toBe(200);
  const { rows } = await town.db.pool.query(
    `select code, caller_id from access_log where subject_id = $1 and kind = 'read' order by at, id`,
    [caseId],
  );
  expect(rows).toEqual(
    ['case.fileRead', 'case.documentRead', 'case.previewed'].map((code) => ({ code, caller_id: town.clerk.staffId })),
  );
});

describe('where is my matter? (number and query code)', () => {
  test('opens the case without account, without name, number or answers', async () => {
    const { caseNo = '', queryCode } = await takeInLicence(town, town.clerk);
    const seen = await town.visitor.call('POST /case-queries', {
      caseNo: ` ${caseNo.toLowerCase().replace(/(\d{8})(\d{6})$/, '$1 $2')}`,
      queryCode: `${queryCode.slice(0, 4)} ${queryCode.slice(4).toLowerCase()}`,
    });
    expect(seen).toMatchObject({ caseNo, state: 'RECEIVED', answers: {}, actions: [] });
    expect(seen.applicant).toMatch(/\*/);
    expect(JSON.stringify(seen)).not.toContain('王老板');
  });

  test('a wrong code and an unknown number look alike; after five tries one waits, even with the right code', async () => {
    const { caseNo = '', queryCode } = await takeInLicence(town, town.clerk);
    const ask = (code: string, no = caseNo) => town.visitor.call('POST /case-queries', { caseNo: no, queryCode: code });
    await expect(ask(queryCode, 'BJ43130220200101000001')).rejects.toMatchObject({ status: 404, code: 'query_wrong' });
    for (let time = 0; time < 5; time += 1)
      await expect(ask('22222222')).rejects.toMatchObject({ status: 404, code: 'query_wrong' });
    await expect(ask(queryCode)).rejects.toMatchObject({ status: 429, code: 'too_many', facts: { seconds: 2 } });
    await town.db.pool.query(`update attempts set last_at = last_at - interval '1 minute' where scope = 'caseQuery'`);
    expect((await ask(queryCode)).caseNo).toBe(caseNo);
  });
});

test('an immediate matter needs the second officer even when the clerk knows nobody’s password', async () => {
  const { caseId } = await takeInSenior(town, town.clerk);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const decide = (officer?: { username: string; password: string }) =>
    town.clerk.call('POST /cases/:caseId/decide-at-desk', { caseId, outcome: 'GRANTED', ...(officer && { officer }) });
  await expect(decide()).rejects.toMatchObject({ code: 'second_officer_needed' });
  expect((await decide({ username: 'town-decider', password })).state).toBe('DELIVERING');
});

describe('input that no screen sends', () => {
  test.each([
    ['GET', '/api/worklist?after=nonsense'],
    ['GET', '/api/worklist?after=nonsense~nonsense'],
    ['GET', '/api/worklist?after=2026-13-45~00000000-0000-0000-0000-000000000000'],
    ['GET', '/api/worklist?after=infinity~x'],
    ['GET', '/api/worklist?limit=0'],
    ['GET', '/api/worklist?q=%00'],
    ['GET', '/api/cases/not-an-id'],
    ['GET', '/api/cases/00000000-0000-0000-0000-000000000000/preview?act=accept'],
  ])('%s %s is refused as what it is, never as an accident', async (method, path) => {
    const { status } = await town.clerk.raw(method, path);
    expect([200, 400, 404]).toContain(status);
  });

  test.each(['nonsense', 'x~y', '2026-03-02~z', '~', '99999-01-01T00:00:00Z~00000000-0000-0000-0000-000000000000'])(
    'a resident’s list with the broken cursor %s is refused',
    async (after) => {
      const resident = await town.resident();
      const { status } = await resident.raw('GET', `/api/my/cases?after=${encodeURIComponent(after)}`);
      expect([200, 400]).toContain(status);
    },
  );

  test('half an emoji is refused; it belongs into no document', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const refuse = (reason: string) =>
      town.clerk.raw('POST', `/api/cases/${caseId}/refuse`, { ground: 'notRequired', reason });
    expect((await refuse('不需要\ud83d')).status).toBe(400);
    expect((await refuse('不需要👍')).status).toBe(200);
  });
});
