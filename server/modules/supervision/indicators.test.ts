import { describe, expect, test } from 'vitest';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { transact } from '../../platform/database/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { bringToDecision, submitLicence, takeInLicence, takeInSenior } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { checkPeriods } from './check-periods.ts';
import { getDigest } from './period.store.ts';

// Tests stand in the order of their days: from Friday 2026-02-27 on. Saturday the 28th is a working day (调休).
const town = await openTown({ on: '2026-02-27T09:00' });
const february = { from: '2026-02-01', to: '2026-02-28' };
const march = { from: '2026-03-01', to: '2026-03-31' };

type Asked = Inputs['GET /indicators'];

/** The numbers of a span, counted now. */
async function numbers(asked: Asked): Promise<Replies['GET /indicators']> {
  await town.supervisor.call('POST /indicators/count', {});
  return town.supervisor.call('GET /indicators', asked);
}

const accept = (caseId: string) => town.clerk.call('POST /cases/:caseId/accept', { caseId });
const decide = (caseId: string, outcome: 'GRANTED' | 'DENIED') =>
  town.decider.call('POST /cases/:caseId/decide', { caseId, outcome, reason: '卫生检测报告显示空气细菌总数超标' });
const handOut = (caseId: string) =>
  town.clerk.call('POST /cases/:caseId/deliver', { caseId, method: 'DIRECT', receiver: 'applicant' });
const correctionsOf = async (asked: Inputs['GET /indicators/corrections']) =>
  (await town.supervisor.call('GET /indicators/corrections', asked)).corrections;
const casesOf = async (asked: Inputs['GET /indicators/cases']) =>
  (await town.supervisor.call('GET /indicators/cases', asked)).cases.map(({ caseId }) => caseId);

const window = async (seed: number) =>
  (await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(seed), phone: `130000000${seed}` })).caseId;

let returned = '';
let denied = '';
let silent = '';

describe('受理, ALL 32: what counts as accepted, and on which day', () => {
  test('received and refused, or withdrawn before the acceptance, is received alone', async () => {
    returned = await window(31);
    denied = await window(32);
    const [refused, withdrawn, quiet] = [await town.resident(), await town.resident(), await town.resident()];
    const { caseId } = await submitLicence(town, refused);
    await town.clerk.call('POST /cases/:caseId/refuse', { caseId, ground: 'notRequired', reason: '不需要许可。' });
    const given = await submitLicence(town, withdrawn);
    await withdrawn.call('POST /my/cases/:caseId/withdraw', { caseId: given.caseId });
    silent = (await submitLicence(town, quiet)).caseId;
    await bringToDecision(town, denied);
    const { sums, open } = await numbers(february);
    expect(sums).toMatchObject({ received: 5, accepted: 1, completed: 0, withdrawn: 0, decided: 0 });
    expect(open).toBe(1);
    expect(await casesOf({ ...february, measure: 'accepted' })).toEqual([denied]);
  });

  test('ALL 32: an acceptance that was taken back counts on no day until the next one, and then on that day', async () => {
    await town.at('2026-03-02T09:30');
    await accept(returned);
    expect((await numbers(march)).sums.accepted).toBe(1);
    await town.at('2026-03-03T10:00');
    await town.reviewer.call('POST /cases/:caseId/return-to-front', { caseId: returned, reason: '地址不一致。' });
    const between = await numbers(march);
    expect(between.sums.accepted).toBe(0);
    expect(between.open).toBe(1);
    await town.at('2026-03-04T10:00');
    await accept(returned);
    expect((await numbers({ from: '2026-03-02', to: '2026-03-03' })).sums.accepted).toBe(0);
    expect((await numbers({ from: '2026-03-04', to: '2026-03-04' })).sums.accepted).toBe(1);
  });
});

describe('封存: a closed month stays as it was', () => {
  test('a month that runs cannot be closed, nor one that begins in its middle', async () => {
    const close = (month: string) => town.supervisor.call('POST /closed-periods', { month });
    await expect(close('2026-03-01')).rejects.toMatchObject({ code: 'month_runs' });
    await expect(close('2026-02-02')).rejects.toMatchObject({ fields: [{ field: 'month', code: 'format' }] });
    await expect(town.organHead.call('POST /closed-periods', { month: '2026-02-01' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('two who close at once close it once; the ledger keeps its digest', async () => {
    const close = () => town.supervisor.call('POST /closed-periods', { month: '2026-02-01' });
    expect((await town.supervisor.call('GET /closed-periods', {})).closable).toBe('2026-02-01');
    const tried = await Promise.allSettled([close(), close(), close()]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tried)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'month_closed' });
    const { periods, closable } = await town.supervisor.call('GET /closed-periods', {});
    expect(periods).toMatchObject([{ month: '2026-02-01', whole: true }]);
    expect(closable).toBeUndefined();
    const { rows } = await town.db.pool.query(
      `select body::jsonb -> 'facts' as facts from ledger_rows where act = 'period.closed'`,
    );
    expect(rows).toMatchObject([{ facts: { month: '2026-02-01', digest: periods[0]?.digest } }]);
  });

  test('R-2.5: silence of five working days accepts from the day of receipt: found in March it counts in February, and is a correction there', async () => {
    await town.at('2026-03-06T09:00');
    const found = await numbers(february);
    expect(found).toMatchObject({ basis: 'closed', closed: ['2026-02-01'], sums: { accepted: 1 }, open: 1 });
    expect(await correctionsOf(february)).toEqual([
      { ...february, measure: 'accepted', closed: 1, now: 2 },
      { ...february, measure: 'online', closed: 0, now: 1 },
      expect.objectContaining({ measure: 'savedHours' }),
      expect.objectContaining({ measure: 'statutoryHours' }),
      { ...february, measure: 'open', closed: 1, now: 2 },
    ]);
    // The same of the day alone, as it is opened from the trend.
    const friday = { from: '2026-02-27', to: '2026-02-27' };
    expect(await numbers(friday)).toMatchObject({ basis: 'closed', sums: { accepted: 1 }, open: 1 });
    expect(await casesOf({ ...friday, measure: 'accepted' })).toEqual([denied]);
    expect(await casesOf({ ...friday, measure: 'open' })).toEqual([denied]);
    expect((await correctionsOf(friday))[0]).toEqual({ ...friday, measure: 'accepted', closed: 1, now: 2 });
    const asked = { ...february, measure: 'accepted' } as const;
    expect(await casesOf(asked)).toEqual([denied]);
    expect(await casesOf({ ...asked, counted: 'now' })).toEqual(expect.arrayContaining([denied, silent]));
    const { cases } = await town.supervisor.call('GET /indicators/cases', { ...asked, counted: 'changed' });
    expect(cases).toMatchObject([{ caseId: silent, amount: 1, day: '2026-02-27' }]);
    expect(await casesOf({ ...february, measure: 'open', counted: 'changed' })).toEqual([silent]);
    expect(await numbers({ ...february, counted: 'now' })).toMatchObject({ basis: 'now', sums: { accepted: 2 } });
    const [period] = (await town.supervisor.call('GET /closed-periods', {})).periods;
    expect(period).toMatchObject({ whole: true, checkedAt: expect.stringMatching(/^2026-03-0[56]/) });
  });

  test('a span with closed and other days is counted by the ledger as it is, and has no changes to open', async () => {
    const mixed = { from: '2026-02-01', to: '2026-03-06' };
    const found = await numbers(mixed);
    expect(found).toMatchObject({ basis: 'now', closed: ['2026-02-01'] });
    expect(await correctionsOf(mixed)).toContainEqual({ ...february, measure: 'accepted', closed: 1, now: 2 });
    await expect(casesOf({ ...mixed, measure: 'accepted', counted: 'changed' })).rejects.toMatchObject({
      fields: [{ field: 'counted', code: 'not_an_option' }],
    });
    // March beside it: what was before it is said as it was closed.
    expect((await numbers(march)).before).toMatchObject({ basis: 'closed', sums: { accepted: 1 } });
  });

  test('the file of a closed month has the closed numbers, and the corrections below them', async () => {
    const query = new URLSearchParams({ ...february, by: 'channel', format: 'csv' });
    const { bytes } = await town.supervisor.raw('GET', `/api/indicators/file?${query}`);
    const lines = bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
    const total = lines.find((line) => line.startsWith('合计')) ?? '';
    expect(total.split(',')[(lines[0] ?? '').split(',').indexOf('受理')]).toBe('1');
    expect(lines.slice(lines.indexOf(total) + 1, lines.indexOf(total) + 5)).toEqual([
      '',
      '封存以后的更正',
      '月份,数,封存时,现在算,变化',
      '2026-02,受理,1,2,增加 1',
    ]);
  });

  test('kept numbers that somebody changed no longer have their digest when they are checked', async () => {
    const change = (to: string) =>
      town.db.pool.query(`update closed_totals set sums = jsonb_set(sums, '{accepted}', $1) where cut = 'whole'`, [to]);
    const kept = await town.db.pool.query(`select sums from closed_totals where cut = 'whole'`);
    await change('999');
    const said = async () => (await town.supervisor.call('GET /closed-periods', {})).periods[0]?.whole;
    const isWhole = async () => {
      await transact(town.db, (tx) => checkPeriods(tx, {}, town.systemCall()));
      return said();
    };
    expect(await said()).toBe(true);
    expect(await isWhole()).toBe(false);
    // Who changes the digest beside them still has the ledger against him.
    const digest = await getDigest(town.db, town.district, '2026-02-01');
    const { rows } = await town.db.pool.query('select digest from closed_periods');
    await town.db.pool.query('update closed_periods set digest = $1', [digest]);
    expect(await isWhole()).toBe(false);
    await town.db.pool.query('update closed_periods set digest = $1', [(rows[0] as { digest: Buffer }).digest]);
    await change(String((kept.rows[0] as { sums: { accepted: number } }).sums.accepted));
    expect(await isWhole()).toBe(true);
    await town.db.pool.query('update closed_counts set trips = trips + 1');
    expect(await isWhole()).toBe(false);
    await town.db.pool.query('update closed_counts set trips = trips - 1');
    expect(await isWhole()).toBe(true);
  });
});

describe('办结, 跑动, 时限', () => {
  test('不予 and served is completed as denied; two days at a window are two trips, however often on one of them', async () => {
    await decide(denied, 'DENIED');
    expect((await numbers(march)).sums).toMatchObject({ decided: 1, early: 1, onTime: 1, overdue: 0, completed: 0 });
    await town.at('2026-03-09T09:00');
    await handOut(denied);
    const { sums } = await numbers(march);
    expect(sums).toMatchObject({ completed: 1, denied: 1, served: 0, trips: 2, oneTrip: 0, noTrip: 0 });
  });

  test('即办件, taken in, decided and handed out in one go is one trip; what went online is none', async () => {
    const { caseId } = await takeInSenior(town, town.clerk, { residentNumber: sampleNumber(33), phone: '13000000033' });
    await accept(caseId);
    await town.townDecider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    await handOut(caseId);
    const resident = await town.resident();
    const online = await bringTo(town, resident, 'delivering');
    await resident.call('POST /my/cases/:caseId/receive-result', { caseId: online });
    const { sums } = await numbers({ from: '2026-03-09', to: '2026-03-09' });
    expect(sums).toMatchObject({
      accepted: 2,
      immediate: 1,
      online: 1,
      completed: 3,
      served: 2,
      trips: 3,
      oneTrip: 2,
      noTrip: 1,
    });
  });

  test('a letter is served on the day of its return slip, whenever that comes back: completed on the 10th, noted on the 12th', async () => {
    const caseId = await bringTo(town, await town.resident(), 'delivering');
    await town.at('2026-03-12T09:00');
    const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
    await town.clerk.call('POST /cases/:caseId/serve-document', {
      ...{ caseId, documentId: documents.find(({ kind }) => kind === 'grantDecision')?.documentId ?? '' },
      ...{
        method: 'MAIL',
        receiver: 'applicant',
        carrier: '中国邮政',
        trackingNumber: 'EA123456789CN',
        day: '2026-03-10',
      },
    });
    const on = async (day: string) => (await numbers({ from: day, to: day })).sums.completed;
    expect([await on('2026-03-10'), await on('2026-03-12')]).toEqual([1, 0]);
  });

  test('decided after the promised day, counted from the second acceptance, it is overdue', async () => {
    const { due } = await town.clerk.call('GET /cases/:caseId', { caseId: returned });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId: returned });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId: returned, opinion: 'agree', text: '符合。' });
    const late = Temporal.PlainDate.from(due?.day ?? '').add({ days: 1 });
    await town.at(`${late}T09:00`);
    await decide(returned, 'GRANTED');
    const day = { from: late.toString(), to: late.toString() };
    expect((await numbers(day)).sums).toMatchObject({ decided: 1, overdue: 1, pastLaw: 0, onTime: 0, early: 0 });
  });

  test('decided after the statutory day it is past the law, too', async () => {
    await town.at('2026-03-31T09:00');
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId: silent });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId: silent, opinion: 'agree', text: '符合。' });
    await decide(silent, 'GRANTED');
    expect((await numbers({ from: '2026-03-31', to: '2026-03-31' })).sums).toMatchObject({ overdue: 1, pastLaw: 1 });
  });
});

describe('现在没办结的, by light', () => {
  test('the lights add up to what is open, and each opens to its cases', async () => {
    const fresh = await bringTo(town, await town.resident(), 'accepted');
    await town.supervisor.call('POST /indicators/count', {});
    const now = await town.supervisor.call('GET /indicators/open-now', {});
    const today = { from: '2026-03-31', to: '2026-03-31' };
    expect(now.open).toBe((await numbers(today)).open);
    expect(now.green + now.yellow + now.red + now.blue + now.none).toBe(now.open);
    for (const light of ['green', 'yellow', 'red', 'blue', 'none'] as const) {
      const cases = await casesOf({ ...today, measure: 'open', light });
      expect(cases).toHaveLength(now[light]);
      if (light === 'green') expect(cases).toContain(fresh);
    }
  });

  test('a light is asked of what is open alone', async () => {
    await expect(casesOf({ ...march, measure: 'accepted', light: 'red' })).rejects.toMatchObject({
      fields: [{ field: 'light', code: 'not_an_option' }],
    });
  });
});

describe('who reads what', () => {
  test("an organ's head reads his organ's numbers, whatever he asks for", async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const [own, all] = [await town.organHead.call('GET /indicators', year), await numbers(year)];
    const { rows } = await numbers({ ...year, by: 'organ' });
    expect(own.organ?.organId).toBe(town.organs.bureau);
    expect(own.sums).toEqual(rows.find(({ member }) => member === town.organs.bureau)?.sums);
    expect(own.sums.accepted).toBeLessThan(all.sums.accepted + 1);
    await expect(
      town.organHead.call('GET /indicators', { ...year, organId: town.organs.partner }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('what his organ received and never accepted is a number to him, and no case', async () => {
    const asked = { from: '2026-01-01', to: '2026-12-31', measure: 'received', limit: 100 } as const;
    const { sums } = await town.organHead.call('GET /indicators', { from: asked.from, to: asked.to });
    const page = await town.organHead.call('GET /indicators/cases', asked);
    expect(page.hidden).toEqual({ cases: 2, amount: 2 });
    expect(page.cases.length + 2).toBe(sums.received);
  });

  test('a clerk and a visitor read none, and an area that there is not is not found', async () => {
    await expect(town.clerk.call('GET /indicators', march)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(town.visitor.call('GET /indicators', march)).rejects.toMatchObject({ code: 'sign_in_needed' });
    await expect(
      town.supervisor.call('GET /indicators', { ...march, areaId: town.centers.town }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('days that are no span are refused at their field', async () => {
    const ask = (from: string, to: string) => town.supervisor.call('GET /indicators', { from, to });
    await expect(ask('2026-03-02', '2026-03-01')).rejects.toMatchObject({ fields: [{ field: 'to' }] });
    await expect(ask('2015-03-01', '2026-03-01')).rejects.toMatchObject({ fields: [{ field: 'from' }] });
    await expect(ask('1000-01-01', '1000-01-02')).rejects.toMatchObject({ fields: [{ field: 'from' }] });
  });
});

test('a trend ends with what has begun: months to come have no point, where nothing would be taken for nought', async () => {
  const trend = (from: string, to: string) => town.supervisor.call('GET /indicators/trend', { from, to });
  const { points } = await trend('2026-01-01', '2026-12-31');
  expect(points.map(({ from }) => from)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  expect((await trend('2026-05-01', '2026-12-31')).points).toEqual([]);
});

describe('the file', () => {
  test('says the same numbers as the page, nothing is divided by nothing, and no cell is a formula', async () => {
    for (const asked of [
      { ...march, by: 'item' as const },
      { from: '2020-01-01', to: '2020-01-31', by: 'area' as const },
    ]) {
      const found = await numbers(asked);
      const query = new URLSearchParams({ ...asked, format: 'csv' });
      const { bytes } = await town.supervisor.raw('GET', `/api/indicators/file?${query}`);
      const [headings = '', ...lines] = bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
      expect(lines).toHaveLength(found.rows.length + 1);
      const total = (lines.at(-1) ?? '').split(',');
      const at = headings.split(',').indexOf('受理');
      expect(Number(total[at])).toBe(found.sums.accepted);
      for (const cell of lines.flatMap((line) => line.split(','))) {
        expect(cell).not.toMatch(/^[=+\-@]/);
        expect(cell).not.toMatch(/NaN|Infinity/);
      }
    }
  });
});
