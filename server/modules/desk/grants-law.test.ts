import { describe, expect, test } from 'vitest';
import { bringToDecision, submitLicence } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

// Tests stand in the order of their days: from Monday 2026-03-02 on.
const town = await openTown({ on: '2026-03-02T09:00' });
const resident = await town.resident({ identity: 'verified' });
const list = (input = {}) => town.visitor.call('GET /grants', input);

async function decided(outcome: 'GRANTED' | 'DENIED'): Promise<string> {
  const { caseId } = await submitLicence(town, resident);
  await bringToDecision(town, caseId);
  const reason = outcome === 'DENIED' ? { reason: '不符合《公共场所卫生管理条例》规定的条件。' } : {};
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome, ...reason });
  return caseId;
}

describe('行政许可公开 (双公示)', () => {
  test('ALL 40: a grant is public from its decision on, for everybody, with the decision and its validity; a denial is not', async () => {
    expect((await list()).grants).toEqual([]);
    const caseId = await decided('GRANTED');
    await decided('DENIED');
    const { grants } = await list();
    expect(grants).toHaveLength(1);
    expect(grants[0]).toMatchObject({
      itemId: town.items.hygieneLicence,
      title: '准予行政许可决定书',
      day: '2026-03-02',
      organ: { zh: '区卫生健康局（演示）' },
      validity: { fromDay: '2026-03-02' },
    });
    const { documents } = await town.decider.call('GET /cases/:caseId', { caseId });
    const decision = documents.find(({ kind }) => kind === 'grantDecision');
    expect(grants[0]?.number).toBe(decision?.number);
    // Nobody's matter can be opened by it.
    expect(JSON.stringify(grants)).not.toContain(caseId);
  });

  test('ALL 40: a person is masked', async () => {
    const { grants } = await list();
    const { applicant } = (await town.decider.call('GET /worklist', { queue: 'doneToday' })).rows[0] ?? {};
    expect(grants[0]?.holder).toMatch(/[*＊某]/u);
    expect(applicant === undefined || applicant === grants[0]?.holder).toBe(true);
  });

  test('ALL 41: what a regulation of the state set holds in the whole country', async () => {
    expect((await list()).grants[0]?.area).toBe('nation');
  });

  test('ALL 40: grants are found by organ and item, page by page', async () => {
    await town.at('2026-03-03T10:00');
    await decided('GRANTED');
    await decided('GRANTED');
    const all = (await list()).grants;
    expect(all.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-03', '2026-03-02']);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, after: first.next });
    expect([...first.grants, ...second.grants]).toEqual(all);
    expect(second.next).toBeUndefined();
    expect((await list({ organId: town.organs.bureau, itemId: town.items.hygieneLicence })).grants).toEqual(all);
    expect((await list({ organId: town.organs.partner })).grants).toEqual([]);
    expect((await list({ itemId: town.items.seniorCard })).grants).toEqual([]);
  });
});
