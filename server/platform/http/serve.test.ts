import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();

test('what belongs in the body is refused in the query, where it would pass unchecked', async () => {
  const answer = await town.clerk.raw('POST', `/api/staff/act-as?appointmentId=${town.items.seniorCard}`, {
    appointmentId: town.items.seniorCard,
  });
  expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'invalid_input' } } });
});

test('the kept digest of a request cannot be guessed from its content', async () => {
  const input = { regionId: town.regions.village };
  const resident = await town.resident();
  await resident.call('POST /my/region', input, 'a-request-of-mine');
  const { rows } = await town.db.pool.query<{ body_hash: Buffer }>(
    `select body_hash from requests where key = 'a-request-of-mine'`,
  );
  const plain = [
    JSON.stringify(input),
    `${JSON.stringify(input)}/api/my/region`,
    `/api/my/region\n${JSON.stringify(input)}`,
  ];
  const guesses = plain.map((text) => createHash('sha256').update(text).digest().subarray(0, 16).toString('hex'));
  expect(guesses).not.toContain(rows[0]?.body_hash.subarray(0, 16).toString('hex'));
});

test('a write without its key is refused', async () => {
  const without = await town.clerk.raw('POST', '/api/staff/sign-out', {}, { 'idempotency-key': '' });
  expect(without).toMatchObject({ status: 400, body: { refusal: { code: 'key_missing' } } });
});

test('an input that nests without end is refused, before anybody has signed in', async () => {
  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const answer = await town.http.inject({
    method: 'POST',
    url: '/api/item-drafts/019d0000-0000-7000-8000-000000000000/save',
    headers: { 'content-type': 'application/json' },
    payload: `{"revision":0,"profile":"LICENSE","caseType":"PROMISED","level":"DISTRICT","acceptingOrganId":null,
      "decidingOrganId":null,"content":{"deep":${nested}}}`,
  });
  expect([answer.statusCode, answer.json().refusal]).toMatchObject([400, { code: 'invalid_input', fields: [] }]);
});
