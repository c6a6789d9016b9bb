import { expect, test } from 'vitest';
import { draw, poolDigest, relationOf, seedOf, standingOf, ticketOf } from './draw.rules.ts';

const pool = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'].map((ticket) => ({ ticket, standing: 'eligible' as const }));

test('the published test vector: seed 00…00 calls six tickets in this order', () => {
  expect(draw(pool, '0'.repeat(64))).toEqual(['d4', 'b2', 'a1', 'c3', 'e5', 'f6']);
  expect(draw(pool.toReversed(), '0'.repeat(64))).toEqual(['d4', 'b2', 'a1', 'c3', 'e5', 'f6']);
});

test('the published test vector of digest and seed', () => {
  const digest = poolDigest(pool, { fields: ['fireSafety'], count: 2 });
  expect(digest).toBe('095cbc92ef5d1cb79f2442a03e341f4098b3ce17f4f038262ff24d6dfcef5af7');
  const seed = seedOf({
    seedMeetingId: '019fa000-0000-7000-8000-000000000001',
    seedDay: '2026-03-02',
    ledgerHash: 'ab'.repeat(32),
    poolDigest: digest,
  });
  expect(seed).toBe('5a292bd00696a3ccb768f4e2a9e7161220a324f08d4307f6b28a3d5b57d7fddd');
  expect(draw(pool, seed).slice(0, 2)).toEqual(['b2', 'f6']);
});

test('who cannot be drawn is never called, and changes nothing of who is', () => {
  const more = [...pool, { ticket: 'b0', standing: 'related' as const }];
  expect(draw(more, '1'.repeat(64))).toEqual(draw(pool, '1'.repeat(64)));
});

test('every ticket comes first about as often as any other', () => {
  const first = new Map<string, number>();
  for (let n = 0; n < 3000; n += 1) {
    const [ticket = ''] = draw(pool, String(n));
    first.set(ticket, (first.get(ticket) ?? 0) + 1);
  }
  expect(first.size).toBe(6);
  for (const count of first.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
});

const expert = {
  id: 'e',
  name: '样例·甲',
  employer: '样例·设计院',
  fields: ['fireSafety' as const],
  relatives: [{ name: '样例·乙', relation: 'spouse' }],
  interests: ['样例·丙公司'],
  fromDay: '2026-01-01',
  untilDay: null,
  awayUntilDay: null,
};
const standing = (more: Partial<typeof expert> | object, named: readonly string[] = [], day = '2026-03-02') =>
  standingOf({ ...expert, ...more }, { fields: ['fireSafety'], day, isNamed: (name) => named.includes(name) });

test('who is related to the case is out before anything else is asked, each by his own reason', () => {
  expect(standing({}, ['样例·设计院'])).toBe('sameEmployer');
  expect(standing({}, ['样例·甲'])).toBe('related');
  expect(standing({}, ['样例·乙'])).toBe('related');
  expect(standing({ fields: ['law'] }, ['样例·丙公司'])).toBe('declared');
  expect(relationOf(expert, () => false)).toBeUndefined();
});

test('an expert is drawn in his fields, while he is in the pool and not away', () => {
  expect(standing({})).toBe('eligible');
  expect(standing({ fields: ['law'] })).toBe('otherField');
  expect(standing({}, [], '2025-12-31')).toBe('unavailable');
  expect(standing({ untilDay: '2026-03-01' })).toBe('unavailable');
  expect(standing({ untilDay: '2026-03-02' })).toBe('eligible');
  expect(standing({ awayUntilDay: '2026-03-02' })).toBe('unavailable');
  expect(standing({ awayUntilDay: '2026-03-01' })).toBe('eligible');
});

test('an expert keeps his ticket in one round of a task, and has another elsewhere', () => {
  const ticket = (taskId: string, taskRound: number) => ticketOf({ taskId, taskRound }, 'e');
  expect(ticket('one', 1)).toBe(ticket('one', 1));
  expect(new Set([ticket('one', 1), ticket('one', 2), ticket('two', 1)]).size).toBe(3);
  expect(ticket('one', 1)).toMatch(/^[0-9a-f]{16}$/);
});
