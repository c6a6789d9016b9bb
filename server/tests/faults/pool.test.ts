import { expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { cookieOf, hire } from '../authorisation/callers.ts';
import { atWindow } from '../authorisation/cases.ts';
import { openTown } from '../support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { pool } = town.db;
const crowd = 64;

/** A clerk of the township with a session of his own. */
async function atWork(username: string): Promise<string> {
  const id = await hire(town, username, ['windowClerk'], town.clerk.postId);
  const { rows } = await pool.query<{ id: string }>(
    'select id from appointments where district = $1 and staff_id = $2',
    [town.district, id],
  );
  return cookieOf(town, { name: username, kind: 'staff', id, appointmentId: rows[0]?.id ?? '', elsewhere: false });
}

test('Sixty-four clerks at once on eight connections: all are served, nobody waits for ever, no number is missing', async () => {
  expect(pool.options.max).toBe(8);
  const cookies: string[] = [];
  for (let each = 0; each < crowd; each += 1) cookies.push(await atWork(`clerk-${each}`));
  let mostWaiting = 0;
  const worked = await Promise.all(
    cookies.map(async (cookie, index) => {
      const post = async (path: string, body: object) => {
        const answer = town.visitor.raw('POST', `/api${path}`, body, { cookie });
        mostWaiting = Math.max(mostWaiting, pool.waitingCount);
        return answer;
      };
      const taken = await post('/cases/take-in', atWindow(town, sampleNumber(100 + index)));
      const { caseId, caseNo } = taken.body as { caseId: string; caseNo: string };
      const accepted = await post(`/cases/${caseId}/accept`, {});
      // Reads take several connections one after another, never one while holding another.
      const read = await town.visitor.raw('GET', `/api/cases/${caseId}`, undefined, { cookie });
      return { statuses: [taken.status, accepted.status, read.status], caseNo };
    }),
  );
  expect(worked.map(({ statuses }) => statuses)).toEqual(worked.map(() => [200, 200, 200]));
  expect(mostWaiting, 'the pool was in fact short').toBeGreaterThan(0);
  expect(new Set(worked.map(({ caseNo }) => caseNo)).size).toBe(crowd);
  const { rows } = await pool.query<{ number: number }>(
    `select number from documents where district = $1 and kind = 'acceptanceNotice' order by number`,
    [town.district],
  );
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: crowd }, (_, index) => index + 1));
  expect(pool.waitingCount).toBe(0);
  expect(pool.idleCount).toBe(pool.totalCount);
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});

test('Sixty-four clerks on one case: one accepts it, the others are told who and when', async () => {
  const { caseId } = await town.clerk.call('POST /cases/take-in', atWindow(town, sampleNumber(99)));
  const cookies = await Promise.all(Array.from({ length: crowd }, (_, each) => atWork(`rival-${each}`)));
  const answers = await Promise.all(
    cookies.map((cookie) => town.visitor.raw('POST', `/api/cases/${caseId}/accept`, {}, { cookie })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const told = answers.filter(({ status }) => status === 409);
  expect(told).toHaveLength(crowd - 1);
  for (const { body } of told)
    expect(body).toMatchObject({
      refusal: { code: 'case_moved_on', facts: { act: 'case.accepted', who: expect.stringMatching(/^rival-\d+$/) } },
    });
});

test('One key from sixty-four hands at once is one act, and everybody hears the same answer', async () => {
  const body = atWindow(town, sampleNumber(98));
  const answers = await Promise.all(
    Array.from({ length: crowd }, () =>
      town.clerk.raw('POST', '/api/cases/take-in', body, { 'idempotency-key': 'one-key-for-all' }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
});
