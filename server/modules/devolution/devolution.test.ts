import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BatchView, ProposedItem } from '../../../contract/devolution.ts';
import { transact } from '../../platform/database/index.ts';
import { licenceAnswers, licencePapers } from '../../tests/support/applications.ts';
import {
  askTownships,
  batchAt,
  bringToPublished,
  bringToTrial,
  goLive,
  licenceDown,
  licensingLaw,
  nextDay,
  proposeItems,
  provincialOrder,
  takeInDown,
  train,
} from '../../tests/support/devolution.ts';
import { organOf, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { getItemToday, publishItemVersion, reviseCatalogue } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const bureau = await organOf(town, '区卫生健康局');
const townOrgan = await organOf(town, '甲镇');
const { hygieneLicence } = town.items;

/** Who decides a case, as its clerk sees it. */
const deciderOf = async (caseId: string) => (await town.clerk.call('GET /cases/:caseId', { caseId })).decidingOrgan.zh;

/** Brings a case to its grant; what the papers say. */
async function decide(caseId: string, by: 'bureau' | 'town') {
  const [reviewer, decider] = by === 'bureau' ? [town.reviewer, town.decider] : [town.townReviewer, town.townDecider];
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
  await decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  const paper = (kind: string) => documents.find((document) => document.kind === kind);
  const text = (kind: string) => textOfDocument(town, paper(kind)?.documentId);
  return {
    notice: await text('acceptanceNotice'),
    decision: await text('grantDecision'),
    number: paper('grantDecision')?.number,
    certificate: await text('certificate'),
  };
}

describe('what the law refuses is refused when it is proposed', () => {
  test.each<[string, Partial<ProposedItem>, string[]]>([
    ['ALL 22: devolving without a basis', { basis: undefined as never }, ['basis_missing']],
    [
      'ALL 23: authorising by a local method',
      { mode: 'AUTHORIZED', basis: { law: '某某管理办法', mark: 'sample' } },
      ['not_law_or_regulation'],
    ],
    [
      'ALL 24: entrusting a licence to villages',
      { mode: 'ENTRUSTED', receivers: { kind: 'VILLAGES' }, basis: licensingLaw },
      ['village_never_decides', 'licence_to_organ_only'],
    ],
    ['a village that would decide', { receivers: { kind: 'VILLAGES' } }, ['village_never_decides']],
  ])('%s', async (_, over, codes) => {
    const { basis, ...rest } = licenceDown(town, over);
    await expect(proposeItems(town, [{ ...rest, ...(basis && { basis }) }])).rejects.toMatchObject({
      status: 422,
      code: 'devolution_unlawful',
      fields: codes.map((code) => ({ field: 'items.0', code })),
    });
  });

  test('ALL 24: what was itself entrusted is not entrusted again', async () => {
    const itemId = town.items['treeFelling'] as string;
    const { version } = await getItemToday(town.db, town.systemCall(), itemId);
    const { elements } = version.content;
    const content = {
      ...version.content,
      elements: {
        ...elements,
        bodyNature: 'ENTRUSTED' as const,
        entrustedBy: { zh: '市林业局', en: 'the city’s forestry bureau' },
      },
    };
    const entrusted = { ...version, content, effectiveDay: town.today() };
    await transact(town.db, (tx) => publishItemVersion(tx, entrusted, town.systemCall()));
    await expect(
      proposeItems(town, [licenceDown(town, { itemId, mode: 'ENTRUSTED', basis: licensingLaw })]),
    ).rejects.toMatchObject({
      code: 'devolution_unlawful',
      fields: [{ field: 'items.0', code: 'entrusted_already' }],
    });
  });

  test('a department hands down its own items alone, none twice, and none from a day gone by', async () => {
    const townManager = await staffOf(townOrgan);
    await expect(
      townManager.call('POST /devolution-batches', { title: '别家的', items: [licenceDown(town)] }),
    ).rejects.toMatchObject({ status: 403, code: 'item_not_own' });
    await expect(proposeItems(town, [licenceDown(town), licenceDown(town)])).rejects.toMatchObject({
      fields: [{ field: 'items.1.itemId', code: 'twice' }],
    });
    await expect(proposeItems(town, [licenceDown(town, { effectiveDay: '2026-03-01' })])).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'items.0.effectiveDay', code: 'day_past' }],
    });
    await expect(proposeItems(town, [licenceDown(town, { agreementFileId: hygieneLicence })])).rejects.toMatchObject({
      code: 'file_missing',
    });
  });

  test('ALL 24: agreement and minutes are one’s own upload, or stand in this very batch already', async () => {
    const foreign = await town.clerk.upload('别人的.png');
    const missing = (field: string) => ({ code: 'file_missing', fields: [{ field, code: 'not_an_option' }] });
    await expect(proposeItems(town, [licenceDown(town, { agreementFileId: foreign })])).rejects.toMatchObject(
      missing('items.0.agreementFileId'),
    );
    const agreementFileId = await town.itemManager.upload('协议.png');
    const { batchId } = await proposeItems(town, [licenceDown(town, { agreementFileId })]);
    const other = await proposeItems(town, [licenceDown(town)]);
    const meetIn = (id: string, minutesFileId: string) =>
      town.itemPublisher.call('POST /devolution-batches/:batchId/hold-meeting', {
        batchId: id,
        day: town.today(),
        organIds: [bureau, townOrgan],
        minutesFileId,
      });
    await expect(meetIn(batchId, foreign)).rejects.toMatchObject(missing('minutesFileId'));
    await expect(meetIn(other.batchId, agreementFileId)).rejects.toMatchObject(missing('minutesFileId'));
    expect(await meetIn(batchId, agreementFileId)).toMatchObject({ step: 'JOINT_MEETING' });
  });
});

/** An item manager of another organ than the bureau. */
async function staffOf(organId: string) {
  const { rows } = await town.db.pool.query<{ organisation_id: string }>(
    'select organisation_id from posts where id = $1',
    [town.itemManager.postId],
  );
  await town.db.pool.query('update posts set organisation_id = $1 where id = $2', [organId, town.itemManager.postId]);
  return {
    call: async (...input: Parameters<typeof town.itemManager.call<'POST /devolution-batches'>>) => {
      try {
        return await town.itemManager.call(...input);
      } finally {
        await town.db.pool.query('update posts set organisation_id = $1 where id = $2', [
          rows[0]?.organisation_id,
          town.itemManager.postId,
        ]);
      }
    },
  };
}

describe('from the proposal to go-live, step by step', () => {
  test('each step waits for the one before, and its record stays', async () => {
    const { publisher, batchId } = {
      publisher: town.itemPublisher,
      ...(await proposeItems(town, [licenceDown(town)])),
    };
    const refused = (code: string, facts: object = {}) =>
      expect.objectContaining({ code, facts: expect.objectContaining(facts) });
    const post = (act: 'open-round' | 'publish' | 'start-trial' | 'go-live' | 'permit', more: object = {}) =>
      publisher.call(
        `POST /devolution-batches/:batchId/${act}` as never,
        { batchId, ...more } as never,
      ) as Promise<BatchView>;
    await expect(post('open-round', { untilDay: town.today() })).rejects.toEqual(
      refused('devolution_step_missing', { step: 'JOINT_MEETING' }),
    );
    await expect(post('publish', { announcement: '门户网站' })).rejects.toEqual(
      refused('devolution_step_missing', { step: 'LEGALITY_REVIEW' }),
    );
    const met = await publisher.call('POST /devolution-batches/:batchId/hold-meeting', {
      batchId,
      day: town.today(),
      organIds: [bureau, townOrgan],
      minutesFileId: await publisher.upload('纪要.png'),
    });
    expect(met).toMatchObject({ step: 'JOINT_MEETING', meetings: [{ minutes: { name: '纪要.png' } }] });
    const fileId = met.meetings[0]?.minutes?.fileId;
    expect((await town.supervisor.raw('GET', `/api/devolution-batches/${batchId}/files/${fileId}`)).status).toBe(200);
    const review = () =>
      town.itemReviewer.call('POST /devolution-batches/:batchId/review-legality', {
        batchId,
        lawful: true,
        opinion: '合法。',
      });
    await expect(review()).rejects.toEqual(refused('devolution_step_missing', { step: 'JOINT_MEETING' }));

    await post('open-round', { untilDay: town.today() });
    await expect(post('open-round', { untilDay: town.today() })).rejects.toEqual(refused('round_open', { round: 1 }));
    await expect(
      town.townDecider.call('POST /devolution-batches/:batchId/comment', { batchId, opinion: 'CANNOT_TAKE' }),
    ).rejects.toEqual(refused('reason_missing'));
    await expect(
      town.decider.call('POST /devolution-batches/:batchId/comment', { batchId, opinion: 'AGREE' }),
    ).rejects.toEqual(refused('not_receiver'));
    await town.townDecider.call('POST /devolution-batches/:batchId/comment', {
      batchId,
      opinion: 'CANNOT_TAKE',
      text: '没有人手。',
    });
    const said = await town.townDecider.call('POST /devolution-batches/:batchId/comment', {
      batchId,
      opinion: 'AGREE_WITH_CHANGE',
      text: '增加一名人员。',
    });
    expect(said.rounds[0]).toMatchObject({ closed: false, silent: [], comments: [{ opinion: 'AGREE_WITH_CHANGE' }] });
    // The round's last day closes it, without anybody.
    await nextDay(town);
    const next = await town.itemPublisher.call('GET /devolution-batches/:batchId', { batchId });
    expect(next.rounds[0]?.closed).toBe(true);
    expect(next.actions).toContain('openRound');
    // A later word holds; the earlier one is still read in the story.
    expect(next.story.filter(({ act }) => act === 'comment').map(({ note }) => note)).toEqual([
      '没有人手。',
      '增加一名人员。',
    ]);
    for (const _ of [2, 3]) {
      await post('open-round', { untilDay: town.today() });
      await expect(publisher.call('POST /devolution-batches/:batchId/close-round', { batchId })).rejects.toEqual(
        refused('townships_silent', { count: 1, untilDay: town.today() }),
      );
      await town.townDecider.call('POST /devolution-batches/:batchId/comment', { batchId, opinion: 'AGREE' });
      await publisher.call('POST /devolution-batches/:batchId/close-round', { batchId });
    }
    await expect(post('open-round', { untilDay: town.today() })).rejects.toEqual(refused('round_closed', { round: 3 }));

    const unlawful = await town.itemReviewer.call('POST /devolution-batches/:batchId/review-legality', {
      batchId,
      lawful: false,
      opinion: '协议不全。',
    });
    expect(unlawful).toMatchObject({ step: 'JOINT_MEETING', reviews: [{ lawful: false }] });
    const putItems = (items: ProposedItem[]) =>
      town.itemManager.call('POST /devolution-batches/:batchId/put-items', { batchId, items });
    const more = await putItems([
      licenceDown(town, {
        receivers: { kind: 'TOWNSHIPS', regionIds: [town.regions.town, town.regions.otherTown] },
      }),
    ]);
    expect(more).toMatchObject({ rounds: [], step: 'JOINT_MEETING' });
    expect(more.story.map(({ note }) => note)).toContain('没有人手。');
    await expect(review()).rejects.toEqual(refused('devolution_step_missing', { step: 'JOINT_MEETING' }));
    await putItems([licenceDown(town)]);
    await askTownships(town, batchId);
    // The same again, or less of it, needs no other round.
    expect((await putItems([licenceDown(town)])).rounds).toHaveLength(3);
    expect(await review()).toMatchObject({ step: 'LEGALITY_REVIEW', reviews: [{ lawful: true }] });
    expect((await town.visitor.call('GET /devolutions', { batchId })).total).toBe(0);
    await post('publish', { announcement: '门户网站' });
    expect(await town.visitor.call('GET /devolutions', { batchId })).toMatchObject({
      total: 1,
      devolutions: [{ mode: 'DEVOLVED', live: false, publishedDay: town.today(), basis: provincialOrder }],
    });

    // Nothing goes live untrained or unpermitted.
    await expect(post('permit', { postIds: [town.clerk.postId] })).rejects.toEqual(
      refused('training_missing', { count: 1 }),
    );
    await expect(train(town, batchId, [town.clerk], '2026-03-01')).rejects.toMatchObject({
      fields: [{ field: 'day', code: 'day_past' }],
    });
    expect(await train(town, batchId, [town.neighbour])).toMatchObject({ step: 'PUBLISHED' });
    expect(await train(town, batchId, [town.clerk])).toMatchObject({
      step: 'TRAINED',
      offices: [{ untrainedBy: [] }],
    });
    await expect(post('start-trial', { fromDay: town.today(), untilDay: town.today() })).rejects.toEqual(
      refused('permission_missing'),
    );
    await expect(post('permit', { postIds: [town.secondClerk.postId] })).rejects.toMatchObject({
      code: 'training_missing',
      fields: [{ field: 'postIds.0', code: 'untrained' }],
    });
    await expect(post('permit', { postIds: [town.neighbour.postId] })).rejects.toMatchObject({ code: 'invalid_input' });
    await post('permit', { postIds: [town.clerk.postId] });
    await post('start-trial', { fromDay: town.today(), untilDay: town.today() });
    await expect(post('go-live')).rejects.toEqual(refused('trial_not_over', { untilDay: town.today() }));
    const gone = await publisher.call('POST /devolution-batches/:batchId/withdraw', { batchId, reason: '另行研究。' });
    expect(gone).toMatchObject({ step: 'WITHDRAWN', actions: [] });
    expect(gone.story.map(({ act }) => act)).toContain('recordTraining');
    // The ledger knows what was said without saying it.
    const { rows: entries } = await town.db.pool.query<{ digest: string | null }>(
      `select body::jsonb -> 'facts' ->> 'noteDigest' as digest from ledger_rows
       where subject_id = $1 and act = any($2) order by sequence`,
      [batchId, ['devolution.withdraw', 'devolution.reviewLegality']],
    );
    expect(entries.at(-1)?.digest).toBe(createHash('sha256').update('另行研究。').digest('hex'));
    expect(entries.every(({ digest }) => digest?.length === 64)).toBe(true);
    await expect(post('go-live')).rejects.toEqual(refused('devolution_moved_on', { step: 'WITHDRAWN' }));
    expect((await town.visitor.call('GET /devolutions', { batchId })).total).toBe(0);
    const { meetingsThisYear } = await town.supervisor.call('GET /devolution-batches', {});
    expect(meetingsThisYear).toBeGreaterThan(0);
  });
});

describe('ALL 22: what was devolved', () => {
  let batchId = '';
  let before = '';
  beforeAll(async () => {
    batchId = await bringToTrial(town, [licenceDown(town)]);
    before = await takeInDown(town);
    await nextDay(town);
    await town.itemPublisher.call('POST /devolution-batches/:batchId/go-live', { batchId });
  });

  test('was the bureau’s before the day, and a case received before keeps its way', async () => {
    expect(await deciderOf(before)).toMatch(/^区卫生健康局/);
    const papers = await decide(before, 'bureau');
    expect(papers.notice).toMatch(/区卫生健康局/);
    expect(papers.decision).toMatch(/区卫生健康局/);
  });

  test('is the township’s from the day on, which accepts and decides in its own name and number', async () => {
    const caseId = await takeInDown(town);
    expect(await deciderOf(caseId)).toMatch(/^甲镇/);
    await expect(town.decider.call('GET /cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
    const papers = await decide(caseId, 'town');
    expect(papers.notice).not.toMatch(/区卫生健康局/);
    expect(papers.decision).toMatch(/甲镇人民政府/);
    expect(papers.number).toMatch(/^甲镇/);
    expect(papers.certificate).toMatch(/甲镇人民政府/);
  });

  test('cannot go down a second time in another way, neither proposed nor published, until it is taken back', async () => {
    const again = licenceDown(town, { mode: 'ENTRUSTED', basis: licensingLaw });
    await expect(proposeItems(town, [again])).rejects.toMatchObject({
      code: 'devolution_unlawful',
      fields: [{ field: 'items.0', code: 'handed_already' }],
    });
    const inOtherTown = { kind: 'TOWNSHIPS' as const, regionIds: [town.regions.otherTown] };
    const { batchId: elsewhere } = await proposeItems(town, [{ ...again, receivers: inOtherTown }]);
    expect(elsewhere).toEqual(expect.any(String));
    const late = await batchAt(town, 'LEGALITY_REVIEW');
    await town.db.pool.query('update devolution_items set item_id = $1, mode = $2, basis = $3 where batch_id = $4', [
      hygieneLicence,
      'ENTRUSTED',
      licensingLaw,
      late.batchId,
    ]);
    await expect(
      town.itemPublisher.call('POST /devolution-batches/:batchId/publish', {
        batchId: late.batchId,
        announcement: '门户网站',
      }),
    ).rejects.toMatchObject({ code: 'devolution_unlawful', fields: [{ code: 'handed_already' }] });
  });

  test('the hall does not decide it for want of a residence, neither at its window nor online', async () => {
    const asked = { status: 422, code: 'answers_wrong', fields: [{ field: 'regionId', code: 'required' }] };
    const root = (await town.visitor.call('GET /district', {})).regionId;
    const atHall = (regionId?: string) =>
      town.districtClerk.call('POST /cases/take-in', {
        itemId: hygieneLicence,
        applicant: { name: '样例·厅里', residentNumber: '431302190001010041', ...(regionId && { regionId }) },
        answers: licenceAnswers,
        materials: [],
        deliveryWish: 'WINDOW',
      });
    await expect(atHall()).rejects.toMatchObject(asked);
    await expect(atHall(root)).rejects.toMatchObject(asked);
    const resident = await town.resident();
    const { caseId } = await resident.call('POST /my/cases', { itemId: hygieneLicence });
    await resident.call('POST /my/cases/:caseId/save', { caseId, answers: licenceAnswers, regionId: root });
    await expect(resident.call('POST /my/cases/:caseId/submit', { caseId })).rejects.toMatchObject(asked);
  });

  test('stays the bureau’s in the next township', async () => {
    const resident = await town.resident();
    const { caseId } = await resident.call('POST /my/cases', { itemId: hygieneLicence });
    const materials = await Promise.all(
      licencePapers.map(async (key) => ({ key, fileIds: [await resident.upload()] })),
    );
    await resident.call('POST /my/cases/:caseId/save', {
      caseId,
      answers: licenceAnswers,
      materials,
      regionId: town.regions.otherTown,
      deliveryWish: 'WINDOW',
    });
    await resident.call('POST /my/cases/:caseId/submit', { caseId });
    expect((await town.neighbour.call('GET /cases/:caseId', { caseId })).decidingOrgan.zh).toMatch(/^区卫生健康局/);
  });

  test('comes back on a day: the bureau decides again, and the township finishes what it took in', async () => {
    const caseId = await takeInDown(town);
    const view = await town.itemPublisher.call('POST /devolution-batches/:batchId/take-back', {
      batchId,
      fromDay: town.today(),
      reason: '承接能力不足。',
    });
    expect(view).toMatchObject({
      step: 'TAKEN_BACK',
      contents: [{ receiving: [{ acceptance: 'TAKEN_BACK' }], takenBackDay: town.today() }],
    });
    expect(await deciderOf(await takeInDown(town))).toMatch(/^区卫生健康局/);
    expect(await deciderOf(caseId)).toMatch(/^甲镇/);
    expect((await decide(caseId, 'town')).decision).toMatch(/甲镇人民政府/);
  });
});

describe('ALL 24: what was entrusted', () => {
  test('the township decides in the name, under the number and the seal of who entrusted it', async () => {
    const batchId = await goLive(town, [licenceDown(town, { mode: 'ENTRUSTED', basis: licensingLaw })]);
    const caseId = await takeInDown(town);
    expect(await deciderOf(caseId)).toMatch(/^甲镇/);
    const papers = await decide(caseId, 'town');
    for (const paper of [papers.notice, papers.decision, papers.certificate]) expect(paper).toMatch(/区卫生健康局/);
    expect(papers.number).toMatch(/^区卫健/);

    // Who entrusted it reads what is decided in its name, and does nothing about it.
    const read = await town.decider.call('GET /cases/:caseId', { caseId });
    expect(read).toMatchObject({ actions: [], blocked: [] });
    const paper = read.documents.find(({ kind }) => kind === 'grantDecision');
    expect((await town.decider.raw('GET', `/api/documents/${paper?.documentId}/pdf`)).status).toBe(200);
    const found = await town.decider.call('GET /worklist', { q: read.caseNo ?? '' });
    expect(found.rows).toMatchObject([{ caseId }]);
    expect(found.rows[0]?.next).toBeUndefined();
    const undecided = await takeInDown(town);
    await expect(town.decider.call('GET /cases/:caseId', { caseId: undecided })).rejects.toMatchObject({
      code: 'not_found',
    });
    await town.clerk.call('POST /cases/:caseId/accept', { caseId: undecided });
    await town.decider.call('GET /cases/:caseId', { caseId: undecided });
    await expect(town.reviewer.call('POST /cases/:caseId/sign-for', { caseId: undecided })).rejects.toMatchObject({
      code: 'not_found',
    });
    const { rows } = await town.decider.call('GET /worklist', { queue: 'inReview' });
    expect(rows.map((row) => row.caseId)).not.toContain(undecided);
    await town.itemPublisher.call('POST /devolution-batches/:batchId/take-back', {
      batchId,
      fromDay: town.today(),
      reason: '委托到期。',
    });
  });
});

describe('service moved forward', () => {
  test('opens a window where there was none, for intake alone; without it nothing is taken in there', async () => {
    const itemId = town.items['treeFelling'] as string;
    const { version } = await getItemToday(town.db, town.systemCall(), itemId);
    const content = { ...version.content, offeredAt: ['DISTRICT' as const] };
    const atHall = { ...version, content, effectiveDay: town.today() };
    await transact(town.db, (tx) => publishItemVersion(tx, atHall, town.systemCall()));
    const take = () =>
      town.clerk.call('POST /cases/take-in', {
        itemId,
        applicant: { name: '样例·林农', residentNumber: '431302190001010084' },
        answers: {},
        materials: [],
        deliveryWish: 'WINDOW',
      });
    await expect(take()).rejects.toMatchObject({ status: 409, code: 'item_not_offered' });
    expect((await town.clerk.call('GET /intake-items', {})).items.map((item) => item.itemId)).not.toContain(itemId);
    const { basis: _, ...forward } = licenceDown(town, { itemId, mode: 'SERVICE_FORWARD' });
    const batchId = await goLive(town, [forward]);
    // Now the papers alone are in question.
    await expect(take()).rejects.toMatchObject({ code: 'answers_wrong' });
    expect((await town.clerk.call('GET /intake-items', {})).items.map((item) => item.itemId)).toContain(itemId);
    const guide = await town.visitor.call('GET /items/:itemId', { itemId, regionId: town.regions.village });
    expect(guide.centers.map(({ id }) => id)).toContain(town.centers.town);
    const view = await town.itemPublisher.call('GET /devolution-batches/:batchId', { batchId });
    const receiverId = view.contents[0]?.receiving[0]?.receiverId ?? '';
    await town.itemPublisher.call('POST /devolution-batches/:batchId/change-acceptance', {
      batchId,
      receiverId,
      acceptance: 'DIFFICULT',
      reason: '缺少设备。',
    });
    await town.itemPublisher.call('POST /devolution-batches/:batchId/change-acceptance', {
      batchId,
      receiverId,
      acceptance: 'TAKEN_BACK',
      reason: '仍缺设备。',
    });
    await expect(take()).rejects.toMatchObject({ code: 'answers_wrong' });
    // Its last receiver gone, the item is taken back with it: until then it is live, afterwards it is nobody's.
    const listed = async () => (await town.visitor.call('GET /devolutions', { batchId })).devolutions[0];
    expect(await listed()).toMatchObject({ live: true, to: [expect.anything()] });
    await nextDay(town);
    await expect(take()).rejects.toMatchObject({ code: 'item_not_authorised' });
    expect(await listed()).toMatchObject({ live: false, takenBackDay: town.today() });
  });
});

describe('what is looked at again on the day of going live', () => {
  const ready = async (over: Partial<ProposedItem> = {}) => {
    const batchId = await bringToTrial(town, [licenceDown(town, over)]);
    await nextDay(town);
    return batchId;
  };
  const stand = (standing: string) =>
    transact(town.db, async (tx) => {
      await town.db.pool.query(
        `insert into item_standings (district, id, item_id, standing, from_day, reason_zh, reason_en, changed_at)
         values ($1, uuidv7(), $2, $3, $4, '', '', now())`,
        [town.district, hygieneLicence, standing, town.today()],
      );
      reviseCatalogue(tx, town.district);
    });
  const live = (batchId: string) => town.itemPublisher.call('POST /devolution-batches/:batchId/go-live', { batchId });

  test('a village’s agent alone strands what he takes in: its township’s window needs the permission too', async () => {
    const batchId = await bringToPublished(town, [
      {
        itemId: town.items.seniorCard,
        mode: 'SERVICE_FORWARD',
        receivers: { kind: 'VILLAGES', regionIds: [town.regions.town] },
        effectiveDay: town.today(),
      },
    ]);
    await train(town, batchId, [town.clerk, town.agent]);
    const permit = (postIds: string[]) =>
      town.itemPublisher.call('POST /devolution-batches/:batchId/permit', { batchId, postIds });
    await expect(permit([town.agent.postId])).rejects.toMatchObject({
      code: 'permission_missing',
      fields: [{ field: `offices.${town.regions.town}.VILLAGE`, code: 'required' }],
    });
    await town.db.pool.query('delete from post_items where post_id = $1 and item_id = $2', [
      town.clerk.postId,
      town.items.seniorCard,
    ]);
    await permit([town.agent.postId, town.clerk.postId]);
    const { items } = await town.clerk.call('GET /intake-items', {});
    expect(items.map(({ itemId }) => itemId)).toContain(town.items.seniorCard);
  });

  test('an item that was cancelled meanwhile, and a receiver without anybody who decides, stop it', async () => {
    const batchId = await ready();
    const { rows } = await town.db.pool.query(
      `update appointments a set until_day = '2026-01-01' from (select id, until_day from appointments where post_id = $1) old
       where a.id = old.id returning a.id, old.until_day::text as until_day`,
      [town.townDecider.postId],
    );
    await expect(live(batchId)).rejects.toMatchObject({
      code: 'permission_missing',
      fields: [{ field: `offices.${town.regions.town}.TOWNSHIP`, code: 'required' }],
    });
    for (const { id, until_day } of rows)
      await town.db.pool.query('update appointments set until_day = $1 where id = $2', [until_day, id]);
    await stand('SUSPENDED');
    await expect(live(batchId)).rejects.toMatchObject({
      code: 'devolution_unlawful',
      fields: [{ code: 'not_in_force' }],
    });
    await stand('IN_USE');
  });
});

test('whoever goes live after the planned day is listed from the real one', async () => {
  const itemId = town.items['treeFelling'] as string;
  const planned = town.today();
  const { basis: _, ...forward } = licenceDown(town, { itemId, mode: 'SERVICE_FORWARD' });
  const batchId = await goLive(town, [forward]);
  expect(planned < town.today()).toBe(true);
  expect(await town.visitor.call('GET /devolutions', { batchId })).toMatchObject({
    devolutions: [{ effectiveDay: town.today(), live: true }],
  });
  const { rows } = await town.db.pool.query(
    `select body from ledger_rows where act = 'devolution.goLive' and subject_id = $1`,
    [batchId],
  );
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
    facts: { firstDay: town.today(), late: [`${itemId} ${planned}`] },
  });
});
