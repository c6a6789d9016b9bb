import { expect, test } from 'vitest';
import { orderOf, replayDraw, sha256 } from './replay-draw.ts';

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

test('SHA-256 gives the published values (FIPS 180-4)', () => {
  expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex(sha256(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

const pool = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'].map((ticket) => ({ ticket, standing: 'eligible' as const }));

test('the published test vector: seed 00…00 calls six tickets in this order', () => {
  expect(orderOf(pool, '0'.repeat(64))).toEqual(['d4', 'b2', 'a1', 'c3', 'e5', 'f6']);
});

test('a draw whose result, seed or pool was changed does not replay', () => {
  const draw = {
    meetingId: '019fa000-0000-7000-8000-000000000001',
    state: 'ARRANGED' as const,
    attempt: 1,
    day: '2026-03-02',
    arrangements: 1,
    seedMeetingId: '019fa000-0000-7000-8000-000000000001',
    seedDay: '2026-03-02',
    fields: ['fireSafety' as const],
    count: 2,
    ledgerHash: 'ab'.repeat(32),
    poolDigest: '095cbc92ef5d1cb79f2442a03e341f4098b3ce17f4f038262ff24d6dfcef5af7',
    seed: '5a292bd00696a3ccb768f4e2a9e7161220a324f08d4307f6b28a3d5b57d7fddd',
    pool,
    drawn: ['b2', 'f6'].map((ticket, i) => ({ ticket, place: i + 1 })),
  };
  expect(replayDraw(draw)).toEqual([]);
  expect(
    replayDraw({ ...draw, drawn: [...draw.drawn].reverse().map((each, i) => ({ ...each, place: i + 1 })) }),
  ).toEqual(['order']);
  expect(replayDraw({ ...draw, seed: '0'.repeat(64) })).toEqual(['seed']);
  expect(replayDraw({ ...draw, pool: pool.slice(1) })).toContain('poolDigest');
});
