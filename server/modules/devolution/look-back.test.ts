import { describe, expect, test } from 'vitest';
import { goLive, licenceDown, nextDay, takeInDown, train } from '../../tests/support/devolution.ts';
import { organOf } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { forgetPlaces } from '../places/place.store.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const bureau = await organOf(town, '区卫生健康局');
const { hygieneLicence, seniorCard } = town.items;

// A district whose villages have no stations yet.
const stations = [[town.centers.village, town.centers.otherVillage]];
await town.db.pool.query('update posts set center_id = null where center_id = any($1::uuid[])', stations);
await town.db.pool.query('delete from center_regions where center_id = any($1::uuid[])', stations);
await town.db.pool.query('delete from service_centers where id = any($1::uuid[])', stations);
forgetPlaces();

describe('回头看', () => {
  const run = async () => {
    const { lookBackId } = await town.itemPublisher.call('POST /look-backs', { sinceDay: '2026-01-01' });
    await expect(town.itemPublisher.call('POST /look-backs', { sinceDay: '2026-01-01' })).rejects.toMatchObject({
      code: 'look_back_running',
    });
    await town.settle();
    return town.supervisor.call('GET /look-backs/:lookBackId', { lookBackId });
  };
  const findings = (input: object = {}) => town.itemPublisher.call('GET /look-back-findings', input);

  test('finds what is missing, keeps what is open, closes nothing by itself and marks what is gone', async () => {
    await goLive(town, [
      {
        itemId: seniorCard,
        mode: 'SERVICE_FORWARD',
        receivers: { kind: 'VILLAGES', regionIds: [town.regions.town] },
        effectiveDay: town.today(),
      },
      licenceDown(town),
    ]);
    const first = await run();
    // No station in any village here; the permitted agent of one office was trained.
    expect(first).toMatchObject({
      state: 'DONE',
      done: 2,
      total: 2,
      counts: { found: 2, fresh: 2, kinds: { NO_COUNTERPART: 1, UNTRAINED: 1 } },
    });
    const { findings: rows, states } = await findings();
    expect(states).toEqual({ OPEN: 2 });
    const none = rows.find(({ kind }) => kind === 'NO_COUNTERPART');
    const untrained = rows.find(({ kind }) => kind === 'UNTRAINED');
    expect(none).toMatchObject({ itemId: seniorCard, receiver: { level: 'VILLAGE' }, owner: { organId: bureau } });
    // Clerks who take it in and never sat in a training: those hired into the neighbour’s office do not count here.
    expect(untrained).toMatchObject({ itemId: hygieneLicence, centers: 1 });

    const findingId = none?.findingId ?? '';
    const act = (name: 'assign' | 'rectify' | 'close' | 'reopen', more: object) =>
      town.itemPublisher.call(`POST /look-back-findings/:findingId/${name}` as never, { findingId, ...more } as never);
    await expect(act('close', {})).rejects.toMatchObject({ code: 'finding_moved_on', facts: { state: 'OPEN' } });
    await act('assign', { organId: bureau, deadlineDay: town.today(), note: '请本周内整改。' });
    await expect(
      town.townDecider.call('POST /look-back-findings/:findingId/rectify', { findingId, note: '不是我的。' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await town.itemManager.call('POST /look-back-findings/:findingId/rectify', { findingId, note: '已设便民服务站。' });
    expect(await act('close', {})).toMatchObject({
      state: 'CLOSED',
      notes: [{ act: 'assign' }, { act: 'rectify' }, { act: 'close' }],
    });

    // Closed and met again it is reopened; trained meanwhile, the other is gone, and still somebody’s to close.
    const { batches } = await town.itemPublisher.call('GET /devolution-batches', { step: 'LIVE' });
    await train(town, batches[0]?.batchId ?? '', [town.secondClerk]);
    await town.db.pool.query('update post_items set until_day = $1 where item_id = $2 and post_id <> all($3::uuid[])', [
      '2026-01-01',
      hygieneLicence,
      [town.clerk.postId, town.secondClerk.postId],
    ]);
    const second = await run();
    expect(second.counts).toMatchObject({ found: 1, fresh: 0, reopened: 1, gone: 1 });
    expect((await findings({ state: 'REOPENED' })).findings).toMatchObject([{ findingId }]);
    expect((await findings({ kind: 'UNTRAINED' })).findings).toMatchObject([
      { state: 'OPEN', goneSince: expect.any(String) },
    ]);
    await nextDay(town);
    expect((await findings({ overdue: true })).findings).toMatchObject([{ findingId, overdue: true }]);
  });

  test('an item that leaves the list while it runs moves no other out of it', async () => {
    const { lookBackId } = await town.itemPublisher.call('POST /look-backs', { sinceDay: '2026-01-01' });
    const [first = '', second = ''] = [seniorCard, hygieneLicence].toSorted();
    await town.db.pool.query(`update look_backs set done = 2, last_item_id = $1 where id = $2`, [first, lookBackId]);
    await town.settle();
    expect(await town.supervisor.call('GET /look-backs/:lookBackId', { lookBackId })).toMatchObject({
      state: 'DONE',
      done: 3,
      total: 3,
    });
    const { rows } = await town.db.pool.query<{ item_id: string }>(
      'select distinct item_id from look_back_findings where look_back_id = $1',
      [lookBackId],
    );
    expect(rows).toEqual([{ item_id: second }]);
  });

  test('the old level that goes on deciding is found (ALL 22)', async () => {
    const caseId = await takeInDown(town);
    await town.db.pool.query('update cases set deciding_organ_id = $1, decided_at = now() where id = $2', [
      bureau,
      caseId,
    ]);
    await run();
    expect((await findings({ kind: 'OLD_LEVEL_ACTING' })).findings).toMatchObject([
      { itemId: hygieneLicence, owner: { organId: bureau }, mode: 'DEVOLVED' },
    ]);
  });

  test('a receiver without a case for a month is found, and one without anybody permitted', async () => {
    await town.at(`${Temporal.PlainDate.from(town.today()).add({ days: 40 })}T09:00`);
    await town.db.pool.query('update post_items set until_day = $1 where item_id = $2', ['2026-01-01', hygieneLicence]);
    await town.db.pool.query('update cases set received_day = $1 where item_id = $2', ['2026-01-01', hygieneLicence]);
    await run();
    expect((await findings({ kind: 'ZERO_CASES' })).findings).toMatchObject([{ itemId: hygieneLicence }]);
    expect((await findings({ kind: 'NO_PERMISSION' })).findings).toMatchObject([
      { itemId: hygieneLicence, centers: 1 },
    ]);
  });
});
