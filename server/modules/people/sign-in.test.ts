import { describe, expect, test } from 'vitest';
import { appointToBureau } from '../../tests/support/second-post.ts';
import { openTown, password } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies of every route
  readonly body: any;
  /** What the browser now holds. */
  readonly cookie: string;
  readonly retryAfter: string | undefined;
}

/** A browser without a session; the answer carries the cookie that it was given. */
async function ask(method: 'GET' | 'POST', path: string, body?: unknown, cookie = ''): Promise<Answer> {
  const answer = await town.http.inject({
    method,
    url: `/api${path}`,
    headers: {
      ...(cookie !== '' && { cookie }),
      ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body !== undefined && { payload: body as object }),
  });
  const [given] = answer.cookies;
  return {
    status: answer.statusCode,
    body: answer.json(),
    cookie: given === undefined ? cookie : `${given.name}=${given.value}`,
    retryAfter: answer.headers['retry-after']?.toString(),
  };
}

const refusal = ({ status, body }: Answer) => [status, body.refusal?.code];
const waited = (scope: string) =>
  town.db.pool.query(`update attempts set last_at = last_at - interval '1 hour' where scope = $1`, [scope]);

describe('a resident signs in with a code on his phone', () => {
  const newestCode = async () => {
    await town.settle();
    const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 1 });
    return /验证码是(\d{6})/.exec(messages[0]?.text ?? '')?.[1] ?? '';
  };
  const codeFor = async (phone: string) => {
    expect((await ask('POST', '/phone-codes', { phone })).status).toBe(200);
    return newestCode();
  };
  const signIn = (phone: string, code: string) => ask('POST', '/resident-sessions', { phone, code });
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  test('the code arrives in the outbox, opens a session once, and makes an account that is nobody yet', async () => {
    const code = await codeFor('13000000101');
    const signed = await signIn('130 0000 0101', code);
    expect(signed.body).toMatchObject({ phone: '130****0101', assurance: 'none' });
    const self = await ask('GET', '/my/self', undefined, signed.cookie);
    expect(self.body.me.residentId).toBe(signed.body.residentId);
    expect(refusal(await signIn('13000000101', code))).toEqual([401, 'code_wrong']);
  });

  test('the second sign-in finds the same account', async () => {
    const first = await signIn('13000000102', await codeFor('13000000102'));
    const second = await signIn('13000000102', await codeFor('13000000102'));
    expect(second.body.residentId).toBe(first.body.residentId);
    expect(second.cookie).not.toBe(first.cookie);
  });

  test('a wrong code is refused and the right one still works', async () => {
    const code = await codeFor('13000000103');
    expect(refusal(await signIn('13000000103', wrong(code)))).toEqual([401, 'code_wrong']);
    expect((await signIn('13000000103', code)).status).toBe(200);
  });

  test('a new code replaces the old one', async () => {
    const old = await codeFor('13000000104');
    const fresh = await codeFor('13000000104');
    if (old !== fresh) expect(refusal(await signIn('13000000104', old))).toEqual([401, 'code_wrong']);
    expect((await signIn('13000000104', fresh)).status).toBe(200);
  });

  test('after five minutes a code is expired', async () => {
    const code = await codeFor('13000000105');
    await town.db.pool.query(`update phone_codes set expires_at = now() - interval '1 second'`);
    expect(refusal(await signIn('13000000105', code))).toEqual([401, 'code_expired']);
  });

  test('after five wrong codes the sixth try must wait, however the number is typed; then the right code works', async () => {
    const code = await codeFor('13000000106');
    for (const phone of ['13000000106', '130-0000-0106', '１３０００００0106', '1300000０１０６', '130 00000106'])
      expect(refusal(await signIn(phone, wrong(code)))).toEqual([401, 'code_wrong']);
    for (const phone of ['13000000106', '１３０００００0106', '1３０００0００106']) {
      const slowed = await signIn(phone, code);
      expect(refusal(slowed)).toEqual([429, 'sign_in_slowed']);
      expect(Number(slowed.retryAfter)).toBeGreaterThanOrEqual(1);
    }
    await waited('residentSignIn');
    expect((await signIn('13000000106', code)).status).toBe(200);
  });

  test('codes for one phone are sent three times and then only slowly', async () => {
    const send = () => ask('POST', '/phone-codes', { phone: '13000000107' });
    for (let time = 0; time < 3; time += 1) expect((await send()).status).toBe(200);
    expect(refusal(await send())).toEqual([429, 'too_many']);
    expect((await ask('POST', '/phone-codes', { phone: '13000000108' })).status).toBe(200);
  });

  test('what is no mobile number is refused at the field', async () => {
    for (const phone of ['1300000', '0738-8888888', '99999999999', '电话'])
      expect((await ask('POST', '/phone-codes', { phone })).body.refusal).toMatchObject({
        code: 'invalid_input',
        fields: [{ field: 'phone', code: 'phone' }],
      });
  });

  test('signing out, and signing out everywhere else, ends the sessions at once', async () => {
    const first = await signIn('13000000109', await codeFor('13000000109'));
    const second = await signIn('13000000109', await codeFor('13000000109'));
    const { sessions } = (await ask('GET', '/my/sessions', undefined, first.cookie)).body;
    expect(sessions.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, true]);
    expect((await ask('POST', '/my/sessions/revoke-others', {}, first.cookie)).body).toEqual({ revoked: 1 });
    expect(refusal(await ask('GET', '/my/sessions', undefined, second.cookie))).toEqual([401, 'sign_in_needed']);
    await ask('POST', '/my/sign-out', {}, first.cookie);
    expect(refusal(await ask('GET', '/my/sessions', undefined, first.cookie))).toEqual([401, 'sign_in_needed']);
  });
});

describe('a resident says who he is', () => {
  test('the account becomes declared; what he sees of his number is masked', async () => {
    const resident = await town.resident({ identity: 'none' });
    const me = await resident.call('POST /my/identity', {
      name: ' 样例·陈　某 ',
      residentNumber: '431302190001010025',
    });
    expect(me).toMatchObject({ assurance: 'declared', residentNumber: expect.stringMatching(/^431\*+0025$/) });
  });

  test.each([
    ['431302190001010018', 'id_checkDigit'],
    ['43130219000101001x', 'id_lowerCaseX'],
    ['４31302190001010017', 'id_fullWidth'],
    ['431302190002300017', 'id_impossibleDate'],
    ['431302203001010015', 'id_futureBirth'],
    ['43130219000101', 'id_length'],
  ])('the number %s is refused at the field: %s', async (residentNumber, code) => {
    const resident = await town.resident({ identity: 'none' });
    await expect(resident.call('POST /my/identity', { name: '样例·陈某', residentNumber })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'residentNumber', code }],
    });
  });

  test('a verified identity is fixed', async () => {
    const resident = await town.resident({ identity: 'verified' });
    await expect(
      resident.call('POST /my/identity', { name: '样例·别人', residentNumber: '431302190001010025' }),
    ).rejects.toMatchObject({ code: 'identity_fixed' });
  });
});

describe('staff sign in with name and password', () => {
  const signIn = (username: string, word = password) => ask('POST', '/staff-sessions', { username, password: word });

  test('who holds one post acts in it at once', async () => {
    const signed = await signIn(' Reviewer ');
    expect(signed.body).toMatchObject({ name: '样例·reviewer', post: { role: 'reviewer' } });
    expect((await ask('GET', '/worklist', undefined, signed.cookie)).status).toBe(200);
  });

  test('a wrong password and an unknown name look alike, and both stand in the access log', async () => {
    const [known, unknown] = [await signIn('supervisor', 'not the password'), await signIn('nobody', password)];
    expect([refusal(known), refusal(unknown)]).toEqual([
      [401, 'sign_in_failed'],
      [401, 'sign_in_failed'],
    ]);
    expect(known.body).toEqual(unknown.body);
    const { rows } = await town.admin.call('GET /access-log', { limit: 100 });
    expect(rows.filter(({ kind, code }) => kind === 'signInFailed' && code === 'sign_in_failed')).not.toEqual([]);
  });

  test('after five wrong passwords even the right one must wait, and other people are not held up', async () => {
    for (let time = 0; time < 5; time += 1) await signIn('town-decider', 'not the password');
    expect(refusal(await signIn('TOWN-decider'))).toEqual([429, 'sign_in_slowed']);
    expect((await signIn('decider')).status).toBe(200);
    await waited('staffSignIn');
    expect((await signIn('town-decider')).status).toBe(200);
  });

  test('five wrong passwords at the same moment count as five', async () => {
    const tried = await Promise.all(Array.from({ length: 8 }, () => signIn('other-agent', 'not the password')));
    const codes = tried.map(({ body }) => body.refusal.code);
    expect([codes.filter((code) => code === 'sign_in_failed').length, codes.includes('sign_in_slowed')]).toEqual([
      5,
      true,
    ]);
  });

  test('who holds two posts chooses, acts as exactly one, and never as another’s', async () => {
    await appointToBureau(town, town.neighbour, 'reviewer');
    const signed = await signIn('neighbour');
    expect([signed.body.post, signed.body.posts.length]).toEqual([undefined, 2]);
    expect(refusal(await ask('GET', '/worklist', undefined, signed.cookie))).toEqual([403, 'not_allowed']);
    for (const post of signed.body.posts) {
      const acting = await ask('POST', '/staff/act-as', { appointmentId: post.appointmentId }, signed.cookie);
      expect(acting.body.post.appointmentId).toBe(post.appointmentId);
      expect(acting.body.permissions.includes('cases.review')).toBe(post.role === 'reviewer');
    }
    const foreign = (await town.decider.call('GET /staff/self', {})).me?.post?.appointmentId;
    expect(refusal(await ask('POST', '/staff/act-as', { appointmentId: foreign }, signed.cookie))).toEqual([
      403,
      'not_allowed',
    ]);
  });

  test('an administrator ends all sessions of a person, who must sign in again', async () => {
    const signed = await signIn('agent');
    expect((await ask('GET', '/worklist', undefined, signed.cookie)).status).toBe(200);
    const { revoked } = await town.admin.call('POST /staff-members/:staffId/revoke-sessions', {
      staffId: town.agent.staffId,
    });
    expect(revoked).toBeGreaterThanOrEqual(1);
    expect(refusal(await ask('GET', '/worklist', undefined, signed.cookie))).toEqual([401, 'sign_in_needed']);
    expect((await signIn('agent')).status).toBe(200);
  });

  test('a new password needs the old one, ends every other session, and is the only one from then on', async () => {
    const [here, elsewhere] = [await signIn('second-clerk'), await signIn('second-clerk')];
    const change = (current: string, next: string) => ask('POST', '/staff/password', { current, next }, here.cookie);
    expect(refusal(await change('not the password', 'a new long password'))).toEqual([401, 'sign_in_failed']);
    expect(refusal(await change(password, 'short'))).toEqual([400, 'invalid_input']);
    expect((await ask('GET', '/worklist', undefined, elsewhere.cookie)).status).toBe(200);
    expect((await change(password, 'a new long password')).body).toEqual({ done: true });
    expect((await ask('GET', '/worklist', undefined, here.cookie)).status).toBe(200);
    expect(refusal(await ask('GET', '/worklist', undefined, elsewhere.cookie))).toEqual([401, 'sign_in_needed']);
    expect(refusal(await signIn('second-clerk'))).toEqual([401, 'sign_in_failed']);
    expect((await signIn('second-clerk', 'a new long password')).status).toBe(200);
  });

  test('a resident’s cookie opens no door of the staff, and the other way round', async () => {
    const resident = await town.resident();
    const asStaff = resident.cookie.replace('doorstep_resident', 'doorstep_staff');
    expect(refusal(await ask('GET', '/worklist', undefined, asStaff))).toEqual([401, 'sign_in_needed']);
    expect(refusal(await ask('GET', '/my/cases', undefined, town.clerk.cookie))).toEqual([401, 'sign_in_needed']);
    expect(refusal(await ask('GET', '/worklist', undefined, 'doorstep_staff=guessed'))).toEqual([
      401,
      'sign_in_needed',
    ]);
  });
});
