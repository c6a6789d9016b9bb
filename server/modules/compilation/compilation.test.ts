import { describe, expect, test } from 'vitest';
import type { DraftView } from '../../../contract/compilation.ts';
import type { Inputs } from '../../../contract/routes.ts';
import { demoItems } from '../../demo/items.ts';
import { creditCodes } from '../../demo/places.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { atWindow } from '../../tests/authorisation/cases.ts';
import { newItem, readOf } from '../../tests/support/drafts.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { getItemToday, processOf, publishItemVersion } from '../catalogue/index.ts';
import { actingAs, addPost, addStaff, appointStaff } from '../people/index.ts';
import { addOrgan, loadPlaces } from '../places/index.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { submitDraft } from './submit-draft.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { itemManager, itemReviewer, itemPublisher, secondPublisher } = town;
const law = { law: '老年人权益保障法', article: '第五十二条', mark: 'checked' as const };

/** Items that only one test changes each: an item has one open draft. */
const free = demoItems
  .filter(({ key, content }) => key !== 'seniorCard' && key !== 'hygieneLicence' && content.materials.length > 1)
  .map(({ key }) => key);
function itemOfItsOwn(): string {
  const key = free.shift();
  if (key === undefined) throw new Error('The demo has too few items for these tests.');
  return town.items[key] ?? '';
}

const begin = (itemId: string) => itemManager.call('POST /item-drafts', { itemId });
const read = (draftId: string, by: Client = itemManager) => by.call('GET /item-drafts/:draftId', { draftId });

type Content = DraftView['content'];

/** Saves a draft with something changed. */
function save(
  draft: DraftView,
  change: Partial<Content>,
  more: Partial<Inputs['POST /item-drafts/:draftId/save']> = {},
) {
  const { draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId } = draft;
  return itemManager.call('POST /item-drafts/:draftId/save', {
    ...{ draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId },
    content: { ...draft.content, ...change },
    ...more,
  });
}

/** The draft as the bureau reads it now. */
const reading = async (draftId: string) => readOf(await read(draftId, itemPublisher));
const submit = async (draftId: string, more: object = {}, by: Client = itemManager) =>
  by.call('POST /item-drafts/:draftId/submit', {
    ...(await reading(draftId)),
    reason: '样例：按新规定修改。',
    ...more,
  });
const review = async (draftId: string, by: Client = itemReviewer) =>
  by.call('POST /item-drafts/:draftId/review', await reading(draftId));
const approve = async (draftId: string, by: Client = itemPublisher) =>
  by.call('POST /item-drafts/:draftId/approve', await reading(draftId));
const publish = async (draftId: string, effectiveDay?: string, by: Client = itemPublisher) =>
  by.call('POST /item-drafts/:draftId/publish', {
    ...(await reading(draftId)),
    ...(effectiveDay && { effectiveDay }),
  });

/** The whole way of a change that adds no burden. */
async function change(itemId: string, edit: (content: Content) => Partial<Content>, effectiveDay?: string) {
  const draft = await begin(itemId);
  await save(draft, edit(draft.content));
  await submit(draft.draftId);
  await review(draft.draftId);
  await approve(draft.draftId);
  return publish(draft.draftId, effectiveDay);
}

const brief = (zh: string) => ({ brief: { zh, en: zh } });

test('Every item of the demo could be published again as it is.', async () => {
  const call = town.systemCall();
  for (const { key } of demoItems) {
    const { version } = await getItemToday(town.db, call, town.items[key] ?? '');
    const organId = version.decidingOrganId ?? version.acceptingOrganId ?? '';
    const draft = { ...version, organId, missing: [], effectiveDay: null };
    expect(await findDraftFaults(town.db, draft, call), key).toEqual([]);
  }
  const { draftId, ...draft } = await begin(itemOfItsOwn());
  expect(draft).toMatchObject({ faults: [], changes: [], burdens: [], isNew: false, origin: 'change', revision: 0 });
});

describe('R-1.4: a published version is immutable', () => {
  test('R-1.4: a change is a new version, and a running case keeps the one of its submission.', async () => {
    const itemId = town.items.seniorCard;
    const taken = await town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(701)));
    const before = await town.visitor.call('GET /items/:itemId', { itemId });
    const done = await change(itemId, () => brief('满65周岁，来一趟就办好。'));
    expect(done).toMatchObject({ state: 'PUBLISHED', actions: [] });
    const after = await town.visitor.call('GET /items/:itemId', { itemId });
    expect(after).toMatchObject({ version: before.version + 1, brief: { zh: '满65周岁，来一趟就办好。' } });
    const old = await itemManager.call('GET /item-versions/:itemVersionId', { itemVersionId: before.itemVersionId });
    expect(old.content.brief).toEqual(before.brief);
    const { rows } = await town.db.pool.query('select item_version_id as id from cases where id = $1', [taken.caseId]);
    expect(rows).toEqual([{ id: before.itemVersionId }]);
  });

  test('A published draft cannot be saved, submitted, returned or taken back.', async () => {
    const done = await change(itemOfItsOwn(), () => brief('样例'));
    await expect(save(done, brief('再改'))).rejects.toMatchObject({ code: 'draft_in_state' });
    await expect(submit(done.draftId)).rejects.toMatchObject({ code: 'draft_in_state' });
    for (const act of ['take-back', 'return'] as const)
      await expect(
        itemPublisher.call(`POST /item-drafts/:draftId/${act}`, { draftId: done.draftId, reason: '样例' } as never),
      ).rejects.toBeDefined();
    expect(await read(done.draftId)).toMatchObject({ state: 'PUBLISHED' });
  });

  test('A version holds from its day on; the one before it binds until then.', async () => {
    const itemId = itemOfItsOwn();
    await change(itemId, () => brief('四月起的说法'), '2026-04-01');
    expect((await town.visitor.call('GET /items/:itemId', { itemId })).brief.zh).not.toBe('四月起的说法');
    const view = await itemManager.call('GET /catalogue-items/:itemId', { itemId });
    expect(view.versions.map(({ version, inForce }) => [version, inForce])).toEqual([
      [2, false],
      [1, true],
    ]);
  });
});

describe('R-1.5: what is promised is no longer than the law’s limit', () => {
  test('R-1.5: a longer promise is saved and shown as a fault, and never submitted.', async () => {
    const itemId = town.items.hygieneLicence;
    const draft = await begin(itemId);
    const { promisedLimit } = draft.content;
    const saved = await save(draft, { promisedLimit: { ...promisedLimit, amount: 21 } });
    const fault = { field: 'content.promisedLimit', code: 'promise_over_law', facts: { max: 20 } };
    expect(saved.faults).toEqual([fault]);
    await expect(submit(draft.draftId)).rejects.toMatchObject({ code: 'draft_wrong', status: 422, fields: [fault] });
    await itemManager.call('POST /item-drafts/:draftId/abandon', { draftId: draft.draftId });
  });
});

test('四级四同: what a locked element of the basic item says binds, and the element is named.', async () => {
  const itemId = itemOfItsOwn();
  const draft = await begin(itemId);
  const { elements, name, bases, fee, result } = draft.content;
  const handling = {
    ...(draft.content.handling && { handling: draft.content.handling }),
    ...{ name, serviceObjects: elements.serviceObjects, conditions: [], materials: [], fen: fee.fen },
    result: result.name,
  };
  await itemPublisher.call('POST /basic-items', {
    code: draft.code.slice(19, 31),
    type: elements.itemType,
    content: {
      name,
      bases,
      handlings: [handling],
      exerciseLevels: ['DISTRICT'],
      responsibilities: [],
      accountability: [],
    },
    note: '样例',
    basedOn: 0,
  });
  expect((await read(draft.draftId)).faults).toEqual([]);
  const renamed = await save(draft, { name: { zh: '另一个名字', en: 'Another name' } });
  expect(renamed.faults).toMatchObject([{ field: 'content.name', code: 'deviates', facts: { other: name.zh } }]);
  await expect(submit(draft.draftId)).rejects.toMatchObject({ code: 'draft_wrong', fields: [{ code: 'deviates' }] });
});

describe('R-1.6: nothing may be added without a legal basis', () => {
  test('R-1.6: a material more needs a basis, and two people of the bureau.', async () => {
    const draft = await begin(itemOfItsOwn());
    const [first] = draft.content.materials;
    if (first === undefined) throw new Error('The item has materials.');
    const more = {
      ...first,
      key: 'proofOfAge',
      name: { zh: '年龄证明', en: 'Proof of age' },
      necessity: 'required' as const,
    };
    const saved = await save(draft, { materials: [...draft.content.materials, more] });
    expect(saved.burdens).toEqual([{ kind: 'material', text: '年龄证明' }]);
    expect(saved.changes).toMatchObject([
      { element: 'materials', path: 'materials.proofOfAge', kind: 'added', entry: '年龄证明' },
    ]);
    await expect(submit(draft.draftId)).rejects.toMatchObject({
      code: 'burden_without_basis',
      facts: { element: 'materials', text: '年龄证明' },
    });
    await expect(submit(draft.draftId, { burdenBasis: { law: ' ', mark: 'sample' } })).rejects.toMatchObject({
      code: 'burden_without_basis',
    });
    expect(await submit(draft.draftId, { burdenBasis: law })).toMatchObject({ approvalsNeeded: 2, burdenBasis: law });
    await review(draft.draftId);
    expect(await approve(draft.draftId)).toMatchObject({ state: 'PENDING_APPROVAL' });
    await expect(publish(draft.draftId)).rejects.toMatchObject({ code: 'draft_in_state' });
    await expect(approve(draft.draftId)).rejects.toMatchObject({
      code: 'draft_same_person',
      facts: { did: 'approved' },
    });
    expect(await approve(draft.draftId, secondPublisher)).toMatchObject({
      state: 'APPROVED',
      approvals: [{ kind: 'review' }, { kind: 'approval' }, { kind: 'approval' }],
    });
    expect(await publish(draft.draftId)).toMatchObject({ state: 'PUBLISHED' });
  });

  test('R-1.6: what asks for less needs neither.', async () => {
    const draft = await begin(itemOfItsOwn());
    const saved = await save(draft, { conditions: draft.content.conditions.slice(1) });
    expect(saved.burdens).toEqual([]);
    expect(await submit(draft.draftId)).toMatchObject({ approvalsNeeded: 1, state: 'PENDING_REVIEW' });
  });
});

describe('R-1.1 to R-1.3: codes', () => {
  const [uscc = '', basic = ''] = [
    demoItems.find(({ key }) => key === 'hygieneLicence')?.code.slice(0, 18),
    '43012399900A',
  ];
  const beginNew = (code: string, organId?: string | null) =>
    itemManager.call('POST /item-drafts', {
      code,
      profile: 'LICENSE',
      caseType: 'PROMISED',
      level: 'DISTRICT',
      ...(organId !== undefined && { organId }),
    });
  const codeFaultsOf = async (code: string) => {
    const { draftId, faults } = await beginNew(code);
    await itemManager.call('POST /item-drafts/:draftId/abandon', { draftId });
    return faults.filter(({ field }) => field === 'code').map((fault) => fault.code);
  };

  test('R-1.1: the province and the type of the basic code are those of the district and the item.', async () => {
    expect(await codeFaultsOf(`${uscc}4${basic}`)).toEqual([]);
    expect(await codeFaultsOf(`${uscc}4440123990000`)).toEqual(['code_province']);
    expect(await codeFaultsOf(`${uscc}4000123990000`)).toEqual([]);
    const saved = await beginNew(`${uscc}4${basic}`);
    const { elements } = saved.content;
    const other = await save(saved, { elements: { ...elements, itemType: 'PAYMENT' } });
    expect(other.faults).toContainEqual({ field: 'code', code: 'code_type' });
    await itemManager.call('POST /item-drafts/:draftId/abandon', { draftId: saved.draftId });
  });

  test('R-1.2: credit code, level digit and length are checked, each fault by name.', async () => {
    expect(await codeFaultsOf(`${uscc}5${basic}`)).toEqual(['code_level']);
    expect(await codeFaultsOf(`11431302000000000A4${basic}`)).toEqual(['code_uscc']);
    expect(await codeFaultsOf(`${uscc}4${basic.slice(1)}`)).toEqual(['code_length']);
    expect(await codeFaultsOf(`${uscc}4${basic.toLowerCase()}`)).toEqual(['code_characters']);
    expect(await codeFaultsOf('')).toEqual(['required']);
  });

  test('R-1.3: two digits more name a handling item.', async () => {
    expect(await codeFaultsOf(`${uscc}4${basic}07`)).toEqual([]);
    expect(await codeFaultsOf(`${uscc}4${basic}0A`)).toEqual(['code_sequence']);
  });

  test('A code that another item has is a fault; of two who begin one code at once, one has the draft.', async () => {
    const { code } = await itemManager.call('GET /catalogue-items/:itemId', { itemId: town.items.hygieneLicence });
    expect(await codeFaultsOf(code)).toEqual(['code_taken']);
    const own = `${uscc}4${basic}`;
    const results = await Promise.allSettled([beginNew(own), beginNew(own)]);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'code_in_draft', status: 409, facts: { code: own } },
    });
    const [draft] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    if (draft === undefined) throw new Error('Nobody has the draft.');
    expect(draft).toMatchObject({ isNew: true, origin: 'new', changes: [] });
    const another = await beginNew('');
    await expect(save(another, {}, { code: own })).rejects.toMatchObject({ code: 'code_in_draft' });
    expect(await read(another.draftId)).toMatchObject({ revision: 0, code: '' });

    const { rows } = await town.db.pool.query<{ content: Content }>(
      'select content from item_versions where item_id = $1 order by version desc limit 1',
      [town.items.hygieneLicence],
    );
    const saved = await save(draft, rows[0]?.content ?? {});
    expect(saved.faults).toEqual([]);
    await submit(draft.draftId);
    await review(draft.draftId);
    await approve(draft.draftId);
    const { itemId = '' } = await publish(draft.draftId);
    expect(await town.visitor.call('GET /items/:itemId', { itemId })).toMatchObject({ version: 1 });
    expect((await save(another, {}, { code: own })).faults).toContainEqual({ field: 'code', code: 'code_taken' });
  });

  test('An organ that the district does not have cannot be named.', async () => {
    await expect(beginNew('', town.items.seniorCard)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(itemManager.call('POST /item-drafts', { code: '1' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'profile' }, { field: 'caseType' }, { field: 'level' }],
    });
  });
});

describe('R-1.9: suspended and cancelled items', () => {
  const reason = { zh: '样例：上级文件要求。', en: 'Sample: required from above.' };

  test('R-1.9: a cancelled item takes no new application, and what runs is finished.', async () => {
    const itemId = town.items.seniorCard;
    const { caseId } = await town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(702)));
    await expect(
      itemPublisher.call('POST /catalogue-items/:itemId/suspend', { itemId, fromDay: '2026-03-01', reason }),
    ).rejects.toMatchObject({ code: 'day_in_past', facts: { today: '2026-03-02' } });
    const suspended = await itemPublisher.call('POST /catalogue-items/:itemId/suspend', {
      itemId,
      fromDay: '2026-03-02',
      reason,
    });
    expect(suspended).toMatchObject({ standing: { standing: 'SUSPENDED', reason }, actions: ['resume', 'cancel'] });
    await expect(town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(703)))).rejects.toMatchObject({
      code: 'item_suspended',
    });
    await itemPublisher.call('POST /catalogue-items/:itemId/resume', { itemId, fromDay: '2026-03-02', reason });
    await town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(703)));
    const cancelled = await itemPublisher.call('POST /catalogue-items/:itemId/cancel', {
      itemId,
      fromDay: '2026-03-02',
      reason,
    });
    expect(cancelled).toMatchObject({ standing: { standing: 'CANCELLED' }, actions: [] });
    await expect(town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(704)))).rejects.toMatchObject({
      code: 'item_cancelled',
    });
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await town.clerk.call('POST /cases/:caseId/decide-at-desk', {
      caseId,
      outcome: 'GRANTED',
      officer: { username: 'town-decider', password: 'a long password' },
    });
    expect(await town.clerk.call('GET /cases/:caseId', { caseId })).toMatchObject({ state: 'DELIVERING' });
    await expect(
      itemPublisher.call('POST /catalogue-items/:itemId/resume', { itemId, fromDay: '2026-03-02', reason }),
    ).rejects.toMatchObject({ code: 'item_stands' });
    expect(await getChain(town.db, town.district, { kind: 'item', id: itemId })).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ act: 'item.suspended' }),
        expect.objectContaining({ act: 'item.resumed' }),
        expect.objectContaining({ act: 'item.cancelled' }),
      ]),
    );
  });

  test('A suspension that is planned holds from its day, and an end of it comes after it.', async () => {
    const itemId = itemOfItsOwn();
    const suspend = { itemId, fromDay: '2026-03-20', reason };
    const view = await itemPublisher.call('POST /catalogue-items/:itemId/suspend', suspend);
    expect(view).toMatchObject({ standing: { standing: 'IN_USE' }, standings: [{ fromDay: '2026-03-20' }] });
    await expect(itemPublisher.call('POST /catalogue-items/:itemId/suspend', suspend)).rejects.toMatchObject({
      code: 'item_stands',
      facts: { standing: 'SUSPENDED', fromDay: '2026-03-20' },
    });
    const resume = { itemId, fromDay: '2026-03-19', reason };
    await expect(itemPublisher.call('POST /catalogue-items/:itemId/resume', resume)).rejects.toMatchObject({
      code: 'day_in_past',
      facts: { today: '2026-03-20' },
    });
    await itemPublisher.call('POST /catalogue-items/:itemId/resume', { ...resume, fromDay: '2026-03-25' });
    for (const fromDay of ['2026-02-30', '0000-00-00'])
      await expect(
        itemPublisher.call('POST /catalogue-items/:itemId/suspend', { itemId, fromDay, reason }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('R-1.10: who, when and why', () => {
  test('R-1.10: of each element one learns which version changed it, by whom, when and why.', async () => {
    const itemId = itemOfItsOwn();
    await change(itemId, () => brief('第二版的说法'));
    await change(itemId, ({ materials }) => ({ materials: materials.slice(1) }));
    const { rows } = await town.supervisor.call('GET /catalogue-items/:itemId/history', { itemId, element: 'brief' });
    expect(rows).toMatchObject([
      {
        version: 2,
        compiled: { by: '样例·item-manager' },
        published: { by: '样例·item-publisher', at: '2026-03-02T01:00:00Z' },
        reason: '样例：按新规定修改。',
        changes: [{ element: 'brief', kind: 'changed', after: '第二版的说法' }],
      },
      { version: 1, changes: [] },
    ]);
    const whole = await town.supervisor.call('GET /catalogue-items/:itemId/history', { itemId });
    expect(whole.rows.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(whole.rows[0]?.changes).toMatchObject([{ element: 'materials', kind: 'removed' }]);
    const view = await town.supervisor.call('GET /catalogue-items/:itemId', { itemId });
    expect(view).toMatchObject({
      actions: [],
      versions: [
        {
          version: 3,
          inForce: true,
          reviewed: { by: '样例·item-reviewer' },
          approved: [{ by: '样例·item-publisher' }],
        },
        { version: 2 },
        { version: 1, approved: [] },
      ],
    });
    const [newest, , first] = view.versions;
    const against = { itemVersionId: newest?.itemVersionId ?? '', against: first?.itemVersionId ?? '' };
    const compared = await town.supervisor.call('GET /item-versions/:itemVersionId/changes', against);
    expect(compared.before?.version).toBe(1);
    expect(compared.changes.map(({ element }) => element).toSorted()).toEqual(['brief', 'materials']);
    const { itemVersionId } = against;
    const byItself = await town.supervisor.call('GET /item-versions/:itemVersionId/changes', { itemVersionId });
    expect(byItself.before?.version).toBe(2);
    const other = await town.visitor.call('GET /items/:itemId', { itemId: town.items.hygieneLicence });
    await expect(
      town.supervisor.call('GET /item-versions/:itemVersionId/changes', {
        itemVersionId,
        against: other.itemVersionId,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('Every act on a draft is one row of the ledger, without what anybody wrote.', async () => {
    const draft = await begin(itemOfItsOwn());
    await save(draft, brief('机密的说法'));
    await submit(draft.draftId, { reason: '机密的理由' });
    await itemReviewer.call('POST /item-drafts/:draftId/return', { draftId: draft.draftId, reason: '机密的意见' });
    const chain = await getChain(town.db, town.district, { kind: 'itemDraft', id: draft.draftId });
    expect(chain.map(({ act }) => act)).toEqual([
      'itemDraft.begun',
      'itemDraft.saved',
      'itemDraft.submitted',
      'itemDraft.returned',
    ]);
    expect(JSON.stringify(chain.map(({ body }) => body))).not.toContain('机密');
  });
});

describe('The way of a draft', () => {
  test('An item has one open draft; the second is refused with the id of the first.', async () => {
    const itemId = itemOfItsOwn();
    const results = await Promise.allSettled([begin(itemId), begin(itemId)]);
    const [first] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'draft_open', facts: { draftId: first?.draftId, state: 'DRAFT' } } },
    ]);
    const { items } = await itemManager.call('GET /catalogue-items', { q: first?.code ?? '' });
    expect(items).toMatchObject([{ openDraftId: first?.draftId, codeFaults: [] }]);
  });

  test('Who saves over what somebody else saved is refused, and told who it was.', async () => {
    const draft = await begin(itemOfItsOwn());
    await save(draft, brief('第一个人'));
    await expect(save(draft, brief('第二个人'))).rejects.toMatchObject({
      code: 'draft_moved_on',
      facts: { who: '样例·item-manager', revision: 1 },
    });
    expect((await read(draft.draftId)).content.brief.zh).toBe('第一个人');
  });

  test('A draft may be incomplete, and what no rule could read is not saved.', async () => {
    const draft = await begin(itemOfItsOwn());
    const saved = await save(draft, { conditions: [{ zh: '', en: '' }], bases: [], grantReason: '' });
    expect(saved.faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['content.conditions.0.zh', 'content.bases', 'content.grantReason']),
    );
    const broken: [Record<string, unknown>, string][] = [
      [{ materials: 7 }, 'content.materials'],
      [{ fee: undefined }, 'content.fee'],
      [{ lifeEvent: 'party' }, 'content.lifeEvent'],
    ];
    for (const [change, field] of broken)
      await expect(save(saved, change as Partial<Content>)).rejects.toMatchObject({
        code: 'invalid_input',
        fields: expect.arrayContaining([expect.objectContaining({ field })]),
      });
    await expect(save(saved, brief('长'.repeat(200_000)))).rejects.toMatchObject({ code: 'too_large' });
    const odd = await save(saved, { ...brief('👩‍👩‍👧‍👦𠀀\u202eمرحبا'), extra: 1 } as Partial<Content>);
    expect(odd.content.brief.zh).toBe('👩‍👩‍👧‍👦𠀀\u202eمرحبا');
    expect(odd.content).not.toHaveProperty('extra');
  });

  test('Taken back, returned with a reason, submitted again: approvals count within their round.', async () => {
    const { draftId, ...draft } = await begin(itemOfItsOwn());
    await save({ draftId, ...draft }, brief('样例一'));
    await expect(submit(draftId, { reason: ' ' })).rejects.toMatchObject({ code: 'reason_missing' });
    await submit(draftId);
    expect(await itemManager.call('POST /item-drafts/:draftId/take-back', { draftId })).toMatchObject({
      state: 'DRAFT',
    });
    await submit(draftId);
    await review(draftId);
    const returned = await itemPublisher.call('POST /item-drafts/:draftId/return', {
      draftId,
      reason: '样例：写清楚。',
    });
    expect(returned).toMatchObject({
      state: 'RETURNED',
      returned: { by: '样例·item-publisher', reason: '样例：写清楚。' },
    });
    const again = await submit(draftId);
    expect(again).toMatchObject({ state: 'PENDING_REVIEW', approvals: [] });
    await review(draftId);
    await approve(draftId);
    const undone = await itemPublisher.call('POST /item-drafts/:draftId/take-back', { draftId });
    expect(undone).toMatchObject({ state: 'PENDING_APPROVAL', approvals: [{ kind: 'review' }] });
    await approve(draftId);
    await expect(publish(draftId, '2026-03-01')).rejects.toMatchObject({ code: 'day_in_past' });
    await expect(publish(draftId, '2026-02-30')).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await publish(draftId, '2026-03-02')).toMatchObject({ state: 'PUBLISHED' });
  });

  test('What does not differ from the version is not submitted.', async () => {
    const draft = await begin(itemOfItsOwn());
    await expect(submit(draft.draftId)).rejects.toMatchObject({ code: 'draft_unchanged' });
  });

  test('Two publish at once: one wins, and the item has one version more.', async () => {
    const itemId = itemOfItsOwn();
    const { draftId, ...draft } = await begin(itemId);
    await save({ draftId, ...draft }, brief('两个人一起发布'));
    await submit(draftId);
    await review(draftId);
    await approve(draftId);
    const results = await Promise.allSettled([publish(draftId), publish(draftId, undefined, secondPublisher)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'draft_in_state' } });
    const { versions } = await itemManager.call('GET /catalogue-items/:itemId', { itemId });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('A draft whose item has another version by now is not published; saved again, it changes that one.', async () => {
    const itemId = itemOfItsOwn();
    const { draftId, ...draft } = await begin(itemId);
    await save({ draftId, ...draft }, brief('我的修改'));
    await submit(draftId);
    await review(draftId);
    await approve(draftId);
    const { base, burdens: _, ...rest } = draft;
    const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = rest;
    await transact(town.db, (tx) =>
      publishItemVersion(
        tx,
        {
          ...{ code, profile, caseType, level, acceptingOrganId, decidingOrganId },
          effectiveDay: town.today(),
          content: { ...content, visits: content.visits, howLong: { zh: '别人改的', en: 'changed by others' } },
        },
        town.systemCall(),
      ),
    );
    await expect(publish(draftId)).rejects.toMatchObject({
      code: 'draft_outdated',
      facts: { base: base?.version, version: (base?.version ?? 0) + 1 },
    });
    expect((await itemManager.call('GET /catalogue-items/:itemId', { itemId })).versions).toHaveLength(2);
    const returned = await itemPublisher.call('POST /item-drafts/:draftId/return', { draftId, reason: '样例' });
    const saved = await save(returned, brief('我的修改'));
    expect(saved.base?.version).toBe((base?.version ?? 0) + 1);
    expect(saved.changes.map(({ element }) => element)).toEqual(['brief', 'howLong']);
  });

  test('What waits for me is listed as mine; pages follow one another without a gap.', async () => {
    const { draftId, ...draft } = await begin(itemOfItsOwn());
    await save({ draftId, ...draft }, brief('等审核'));
    const listed = async (by: Client) =>
      (await by.call('GET /item-drafts', { mine: true, limit: 100 })).drafts.map((row) => row.draftId);
    expect(await listed(itemManager)).toContain(draftId);
    expect(await listed(itemReviewer)).not.toContain(draftId);
    await submit(draftId);
    expect(await listed(itemReviewer)).toContain(draftId);
    await review(draftId);
    expect(await listed(itemPublisher)).toContain(draftId);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await itemManager.call('GET /item-drafts', { limit: 3, ...(after !== undefined && { after }) });
      seen.push(...page.drafts.map((row) => row.draftId));
      after = page.next;
      if (after === undefined) break;
    }
    const { rows } = await town.db.pool.query('select id from item_drafts');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(rows.length);
    await expect(itemManager.call('GET /item-drafts', { after: 'infinity~x' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  test('The catalogue of the staff lists every item, by page, department and standing.', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await town.supervisor.call('GET /catalogue-items', {
        limit: 7,
        ...(after !== undefined && { after }),
      });
      seen.push(...page.items.map(({ itemId }) => itemId));
      for (const { name, codeFaults } of page.items) {
        expect(name.zh).not.toBe('');
        expect(codeFaults).toEqual([]);
      }
      after = page.next;
      if (after === undefined) break;
    }
    const { rows } = await town.db.pool.query('select id from items');
    expect(new Set(seen).size).toBe(rows.length);
    const ofTowns = await town.supervisor.call('GET /catalogue-items', { departmentId: 'township', limit: 100 });
    expect(ofTowns.items.map(({ itemId }) => itemId)).toContain(town.items.seniorCard);
    expect(ofTowns.items.every(({ organ }) => organ.zh.startsWith('乡镇'))).toBe(true);
    const cancelled = await town.supervisor.call('GET /catalogue-items', { standing: 'CANCELLED' });
    expect(cancelled.items.map(({ itemId }) => itemId)).toEqual([town.items.seniorCard]);
    const none = await town.supervisor.call('GET /catalogue-items', { q: '100%_' });
    expect(none.items).toEqual([]);
  });
});

describe('What the catalogue rests on', () => {
  /** Another organ of the district, with a credit code of its own. */
  async function otherOrgan() {
    const { decidingOrganId } = (await getItemToday(town.db, town.systemCall(), town.items.hygieneLicence)).version;
    const own = (await loadPlaces(town.db, town.district)).organById(decidingOrganId ?? '');
    if (own === undefined) throw new Error('The hygiene licence is decided by an organ.');
    const { id, ...like } = own;
    const uscc = creditCodes.water;
    const name = { zh: '区水利局', en: 'Water bureau' };
    const { organId } = await transact(town.db, (tx) =>
      addOrgan(tx, { ...like, name, shortCode: `区水${organsMade++}`, uscc }, town.systemCall()),
    );
    return { own: id, id: organId, uscc };
  }
  /** Somebody examines and somebody decides there. */
  const staffOrgan = (organId: string) =>
    transact(town.db, async (tx) => {
      const call = town.systemCall();
      for (const role of ['reviewer', 'decider'] as const) {
        const username = `${role}-of-${organId.slice(-6)}`;
        const { staffId } = await addStaff(tx, { username, name: '样例·某某', passwordHash: 'x' }, call);
        const place = { organId, centerId: null, areaRegionId: town.regions.town, phone: '', itemIds: [] };
        const { postId } = await addPost(tx, { role, title: { zh: '岗', en: 'Post' }, ...place }, call);
        await appointStaff(tx, { staffId, postId, kind: 'regular' }, call);
      }
    });
  let organsMade = 1;

  test('R-1.2: the credit code in a code is that of the organ that decides.', async () => {
    const { id: organId, uscc } = await otherOrgan();
    const codeFaultsOf = async (first: string) => {
      const code = `${first}443012399900A`;
      const { faults } = await itemManager.call('POST /item-drafts', { ...newItem, code, organId });
      return faults.filter(({ field }) => field === 'code').map((fault) => fault.code);
    };
    expect(await codeFaultsOf(uscc)).toEqual([]);
    expect(await codeFaultsOf(creditCodes.housing)).toEqual(['code_organ']);
    expect(await codeFaultsOf('11431302000000000A')).toEqual(['code_uscc']);
  });

  test('§1.4: an item is compiled by the organ that decides it, not by the one that accepts it.', async () => {
    const { own, id } = await otherOrgan();
    const draft = await begin(itemOfItsOwn());
    const saved = await save(draft, {}, { acceptingOrganId: own, decidingOrganId: id });
    expect(saved.faults).toContainEqual({ field: 'decidingOrganId', code: 'not_your_organ' });
    const itemId = itemOfItsOwn();
    const { version } = await getItemToday(town.db, town.systemCall(), itemId);
    const publish = () =>
      transact(town.db, (tx) =>
        publishItemVersion(tx, { ...version, acceptingOrganId: own, decidingOrganId: id }, town.systemCall()),
      );
    // §4.1: an organ without a post decides nothing.
    expect(saved.faults).toContainEqual({ field: 'decidingOrganId', code: 'no_decider' });
    await expect(publish()).rejects.toMatchObject({ code: 'invalid_input' });
    await staffOrgan(id);
    await publish();
    await expect(begin(itemId)).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await itemManager.call('GET /catalogue-items/:itemId', { itemId })).actions).toEqual([]);
  });

  test('§1.6: a process names organs that the district has.', async () => {
    const draft = await begin(itemOfItsOwn());
    const [decision] = processOf(draft).stages.slice(-2);
    const [task] = decision?.tasks ?? [];
    if (decision === undefined || task === undefined) throw new Error('A process decides.');
    const named = { ...task, key: 'named', kind: 'REVIEW' as const, organ: 'NAMED' as const, organId: draft.draftId };
    const process = { stages: [{ ...decision, key: 'before', tasks: [named] }, decision] };
    const fault = { field: 'content.process.stages.0.tasks.0.organId', code: 'not_an_organ' };
    expect((await save(draft, { process })).faults).toEqual([fault]);
    const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = draft;
    const version = { code, profile, caseType, level, acceptingOrganId, decidingOrganId, effectiveDay: town.today() };
    const published = transact(town.db, (tx) =>
      publishItemVersion(tx, { ...version, content: { ...content, process } }, town.systemCall()),
    );
    await expect(published).rejects.toMatchObject({ code: 'invalid_input', fields: [fault] });
  });

  test('§1.8: whoever submits what another typed is a compiler of it: he neither reviews nor approves it.', async () => {
    const { draftId, ...draft } = await begin(itemOfItsOwn());
    const saved = await save({ draftId, ...draft }, brief('别人写的'));
    await transact(town.db, async (tx) => {
      const as = await actingAs(tx, town.systemCall(), itemManager.staffId);
      const call = { ...as, staff: { ...as.staff, id: itemReviewer.staffId } };
      await submitDraft(tx, { ...readOf(saved), reason: '样例' }, call);
    });
    await expect(review(draftId)).rejects.toMatchObject({ code: 'draft_same_person', facts: { did: 'compiled' } });
    const mine = await itemReviewer.call('GET /item-drafts', { mine: true, limit: 100 });
    expect(mine.drafts.map((row) => row.draftId)).not.toContain(draftId);
  });

  test('§1.8: nobody submits, reviews, approves or publishes a text that he did not read.', async () => {
    const { draftId, ...draft } = await begin(itemOfItsOwn());
    const first = await save({ draftId, ...draft }, brief('先读到的'));
    await save(first, brief('后来改的'));
    const moved = { code: 'draft_moved_on', status: 409, facts: { who: expect.any(String), revision: 2 } };
    await expect(submit(draftId, readOf(first))).rejects.toMatchObject(moved);
    const submitted = await submit(draftId);
    await expect(
      itemReviewer.call('POST /item-drafts/:draftId/review', { ...readOf(submitted), revision: 1 }),
    ).rejects.toMatchObject(moved);
    const reviewed = await review(draftId);
    await itemManager.call('POST /item-drafts/:draftId/take-back', { draftId });
    await submit(draftId, { reason: '另一个理由' });
    await review(draftId);
    await expect(itemPublisher.call('POST /item-drafts/:draftId/approve', readOf(reviewed))).rejects.toMatchObject({
      code: 'draft_moved_on',
      facts: { who: '样例·item-reviewer' },
    });
    const approved = await approve(draftId);
    await expect(
      itemPublisher.call('POST /item-drafts/:draftId/publish', { ...readOf(approved), round: 1 }),
    ).rejects.toMatchObject({ code: 'draft_moved_on' });
    expect(await publish(draftId)).toMatchObject({ state: 'PUBLISHED' });
  });

  test('R-1.6: what binds from a planned day is not brought forward, neither by a later version nor by the publisher.', async () => {
    const itemId = itemOfItsOwn();
    await change(itemId, () => brief('六月起'), '2026-06-01');
    const early = await begin(itemId);
    const planned = await save(early, brief('明天起'), { effectiveDay: '2026-03-03' });
    await expect(submit(early.draftId)).rejects.toMatchObject({ code: 'day_too_early', facts: { day: '2026-06-01' } });
    await save(planned, brief('不写日期'));
    await submit(early.draftId);
    await review(early.draftId);
    await approve(early.draftId);
    await expect(publish(early.draftId)).rejects.toMatchObject({ code: 'day_too_early', status: 422 });
    await expect(publish(early.draftId, '2026-05-31')).rejects.toMatchObject({ code: 'day_too_early' });
    expect(await publish(early.draftId, '2026-06-01')).toMatchObject({ state: 'PUBLISHED' });

    const approved = await begin(itemOfItsOwn());
    await save(approved, brief('五月起'), { effectiveDay: '2026-05-01' });
    await submit(approved.draftId);
    await review(approved.draftId);
    await approve(approved.draftId);
    await expect(publish(approved.draftId, '2026-04-30')).rejects.toMatchObject({
      code: 'day_too_early',
      facts: { day: '2026-05-01' },
    });
    expect(await publish(approved.draftId, '2026-05-02')).toMatchObject({ state: 'PUBLISHED' });
  });

  test('§1.4: a cancelled item comes back with a version that was compiled and approved since, and only so.', async () => {
    const itemId = itemOfItsOwn();
    const cancel = {
      itemId,
      fromDay: town.today(),
      reason: { zh: '样例：上级文件要求。', en: 'Sample: required from above.' },
    };
    const { draftId, ...draft } = await begin(itemId);
    await save({ draftId, ...draft }, brief('取消以前写的'));
    await submit(draftId);
    await review(draftId);
    await approve(draftId);
    await town.at('2026-03-02T09:30');
    await itemPublisher.call('POST /catalogue-items/:itemId/cancel', cancel);
    await expect(publish(draftId)).rejects.toMatchObject({ code: 'item_cancelled' });
    await itemPublisher.call('POST /item-drafts/:draftId/return', { draftId, reason: '样例：已经取消。' });
    await itemManager.call('POST /item-drafts/:draftId/abandon', { draftId });
    await expect(town.visitor.call('GET /items/:itemId', { itemId })).resolves.toMatchObject({
      standing: { standing: 'CANCELLED' },
    });
    expect((await itemManager.call('GET /catalogue-items/:itemId', { itemId })).actions).toEqual(['change']);
    const again = await begin(itemId);
    await submit(again.draftId, { reason: '样例：上级又列入了。' });
    await review(again.draftId);
    await approve(again.draftId);
    await publish(again.draftId);
    const view = await itemManager.call('GET /catalogue-items/:itemId', { itemId });
    expect(view).toMatchObject({
      standing: { standing: 'IN_USE' },
      standings: [{ standing: 'IN_USE' }, { standing: 'CANCELLED' }],
      versions: [{ version: 2, inForce: true }, { version: 1 }],
    });
    expect(await town.visitor.call('GET /items/:itemId', { itemId })).toMatchObject({ version: 2 });
    const chain = await getChain(town.db, town.district, { kind: 'item', id: itemId });
    expect(chain.map(({ act }) => act)).toEqual(expect.arrayContaining(['item.cancelled', 'item.resumed']));
  });
});
