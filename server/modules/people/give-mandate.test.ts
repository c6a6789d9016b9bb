import { expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { openTown } from '../../tests/support/town.ts';
import { actingAs } from './caller.store.ts';
import { getMandateForAct } from './get-mandate-for-act.ts';
import { findMandateForAct } from './mandate.store.ts';
import { recordWindowMandate } from './record-window-mandate.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { seniorCard, hygieneLicence } = town.items;
const name = '样例·张某某';
const person = () => town.resident({ identity: 'verified' });
type Person = Awaited<ReturnType<typeof person>>;

const give = (
  principal: Person,
  agent: Pick<Person, 'number'>,
  more: { name?: string; itemIds?: string[]; untilDay?: string } = {},
) => principal.call('POST /my/mandates', { name, residentNumber: agent.number, untilDay: '2026-06-02', ...more });

const act = (mandateId: string, agent: Person, itemId = seniorCard) =>
  transact(town.db, (tx) =>
    getMandateForAct(tx, town.district, mandateId, {
      agentId: agent.residentId,
      itemId,
      today: Temporal.PlainDate.from(town.today()),
    }),
  );

const refused = (code: string) => expect.objectContaining({ code });

test('A verified resident gives a mandate; both see it at once, each with the other’s name and a masked number', async () => {
  const [principal, agent] = [await person(), await person()];
  const given = await give(principal, agent, { itemIds: [seniorCard, seniorCard] });
  expect(given).toMatchObject({
    side: 'principal',
    other: { name },
    itemIds: [seniorCard],
    fromDay: '2026-03-02',
    untilDay: '2026-06-02',
    channel: 'ONLINE',
    state: 'valid',
    actions: ['revoke'],
  });
  expect(given.other.residentNumber).toMatch(/^\d{3}\*{11}\w{4}$/);
  const { mandates } = await agent.call('GET /my/mandates', {});
  expect(mandates).toMatchObject([{ mandateId: given.mandateId, side: 'agent', other: { name }, actions: ['revoke'] }]);
  expect(await act(given.mandateId, agent)).toMatchObject({
    principalId: principal.residentId,
    agentId: agent.residentId,
  });
  await expect(act(given.mandateId, agent, hygieneLicence)).rejects.toEqual(refused('mandate_not_for_this'));
});

test('A typed number and name may have gaps, full-width digits and a small x', async () => {
  const [principal, agent] = [await person(), await person()];
  const number = ` ${agent.number.slice(0, 6)} ${agent.number.slice(6).toLowerCase()}`.replace('1', '１');
  expect(await give(principal, { number }, { name: '样例• 张某某' })).toMatchObject({ state: 'valid' });
});

test('Whoever has not shown his card gives none', async () => {
  const declared = await town.resident();
  await expect(give(declared, await person())).rejects.toMatchObject({ status: 409, code: 'verified_needed' });
});

test('Nobody gives a mandate to himself, for more than three years, or for a day that is past', async () => {
  const [principal, agent] = [await person(), await person()];
  await expect(give(principal, principal)).rejects.toMatchObject({ code: 'mandate_to_oneself' });
  await expect(give(principal, agent, { untilDay: '2029-03-03' })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'untilDay', code: 'too_late', facts: { day: '2029-03-02' } }],
  });
  await expect(give(principal, agent, { untilDay: '2026-03-01' })).rejects.toMatchObject({
    fields: [{ field: 'untilDay', code: 'too_early' }],
  });
});

test('A name that does not agree, a person not verified and a person unknown are refused in the same words', async () => {
  const [principal, agent, declared] = [await person(), await person(), await town.resident()];
  const answers = [
    give(principal, agent, { name: '样例·李某' }),
    give(principal, declared),
    give(principal, { number: sampleNumber(998) }),
  ].map((answer) =>
    answer.then(
      () => undefined,
      ({ status, code, facts, fields }) => ({ status, code, facts, fields }),
    ),
  );
  const [first, ...others] = await Promise.all(answers);
  expect(first).toEqual({
    status: 400,
    code: 'invalid_input',
    facts: {},
    fields: [{ field: 'residentNumber', code: 'agent_unknown' }],
  });
  for (const other of others) expect(other).toEqual(first);
});

test('Tries to find somebody are counted by account, right ones too: the eleventh has to wait', async () => {
  const [prober, agent, other] = [await person(), await person(), await person()];
  for (let tried = 0; tried < 5; tried += 1) {
    await give(prober, agent);
    await expect(give(prober, agent, { name: '样例·李某' })).rejects.toMatchObject({ code: 'invalid_input' });
  }
  await expect(give(prober, agent)).rejects.toMatchObject({ status: 429, code: 'too_many' });
  expect(await give(other, agent)).toMatchObject({ state: 'valid' });
});

test('The principal revokes: the next act is refused, both see who and when, and a second press changes nothing', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent);
  await act(mandateId, agent);
  const revoked = await principal.call('POST /my/mandates/:mandateId/revoke', { mandateId });
  expect(revoked).toMatchObject({
    state: 'revoked',
    revokedBy: 'principal',
    revokedAt: '2026-03-02T01:00:00Z',
    actions: [],
  });
  await expect(act(mandateId, agent)).rejects.toEqual(refused('mandate_ended'));
  expect(await agent.call('POST /my/mandates/:mandateId/revoke', { mandateId })).toMatchObject({
    state: 'revoked',
    revokedBy: 'principal',
  });
});

test('The agent lays it down', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent);
  await agent.call('POST /my/mandates/:mandateId/revoke', { mandateId });
  expect(await principal.call('GET /my/mandates/:mandateId', { mandateId })).toMatchObject({
    state: 'revoked',
    revokedBy: 'agent',
  });
  await expect(act(mandateId, agent)).rejects.toEqual(refused('mandate_ended'));
});

test('To anybody else the mandate does not exist: not to be read, revoked or acted by', async () => {
  const [principal, agent, neighbour] = [await person(), await person(), await person()];
  const { mandateId } = await give(principal, agent);
  expect(await neighbour.call('GET /my/mandates', {})).toEqual({ mandates: [] });
  await expect(neighbour.call('GET /my/mandates/:mandateId', { mandateId })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(neighbour.call('POST /my/mandates/:mandateId/revoke', { mandateId })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(act(mandateId, neighbour)).rejects.toEqual(refused('mandate_missing'));
  await expect(act(mandateId, principal)).rejects.toEqual(refused('mandate_missing'));
});

test('Before a matter the agent is told only those by which he may act in it now', async () => {
  const agent = await person();
  const [all, this_, that, revoked] = [await person(), await person(), await person(), await person()];
  const mandates = [
    await give(all, agent),
    await give(this_, agent, { itemIds: [seniorCard] }),
    await give(that, agent, { itemIds: [hygieneLicence] }),
    await give(revoked, agent),
  ];
  const { mandateId = '' } = mandates.at(-1) ?? {};
  await revoked.call('POST /my/mandates/:mandateId/revoke', { mandateId });
  await give(agent, all);
  const may = await agent.call('GET /my/mandates', { actFor: seniorCard });
  expect(may.mandates.map((each) => each.mandateId)).toEqual([mandates[1]?.mandateId, mandates[0]?.mandateId]);
});

test('The list comes in pages, newest first, and none is missed', async () => {
  const [principal, agent] = [await person(), await person()];
  const given: string[] = [];
  for (let count = 0; count < 5; count += 1) given.unshift((await give(principal, agent)).mandateId);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await agent.call('GET /my/mandates', { limit: 2, ...(after && { after }) });
    seen.push(...page.mandates.map(({ mandateId }) => mandateId));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(given);
});

test('A paper that a clerk saw holds for its one case until its day, and begins no other', async () => {
  const [principal, agent] = [await person(), await person()];
  const caseId = newId();
  const record = (untilDay: string, agentId = agent.residentId) =>
    transact(town.db, async (tx) => {
      const call = await actingAs(tx, town.systemCall(), town.clerk.staffId);
      const terms = { principalId: principal.residentId, agentId, itemId: seniorCard, caseId, untilDay };
      const shown = { signedDay: call.today.toString(), shownDay: call.today };
      return recordWindowMandate(tx, { ...terms, ...shown }, call);
    });
  const { mandateId } = await record('2026-03-31');
  expect(await principal.call('GET /my/mandates/:mandateId', { mandateId })).toMatchObject({
    channel: 'WINDOW',
    itemIds: [seniorCard],
    state: 'valid',
  });
  await expect(act(mandateId, agent)).rejects.toEqual(refused('mandate_not_for_this'));
  const acting = { principalId: principal.residentId, agentId: agent.residentId, itemId: seniorCard };
  const standsIn = (inCase: string, today: string) =>
    transact(town.db, (tx) =>
      findMandateForAct(tx, town.district, { ...acting, caseId: inCase, today: Temporal.PlainDate.from(today) }),
    );
  expect(await standsIn(caseId, '2026-03-31')).toMatchObject({ id: mandateId });
  expect(await standsIn(caseId, '2026-04-01')).toBeUndefined();
  expect(await standsIn(newId(), '2026-03-31')).toBeUndefined();
  await expect(record('2026-03-01')).rejects.toEqual(refused('invalid_input'));
  await expect(record('2026-03-31', principal.residentId)).rejects.toEqual(refused('mandate_to_oneself'));
});

test('Both sides are told of it and of its end, each in words of his own', async () => {
  const [principal, agent] = [await person(), await person()];
  await town.settle();
  const { mandateId } = await give(principal, agent, { itemIds: [seniorCard, hygieneLicence] });
  await principal.call('POST /my/mandates/:mandateId/revoke', { mandateId });
  await town.settle();
  const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 4 });
  const told = messages.map(({ text }) => text.replace('【门口办演示】', ''));
  const ended = `${name}撤销了给${name}的委托，以后不能再凭它办事。已经办的不受影响。`;
  expect(told.toSorted()).toEqual(
    [
      `您委托了${name}代办2件事，到2026年6月2日为止。不是您的意思，请马上在“我的委托”里撤销。`,
      `${name}委托您代办2件事，到2026年6月2日为止。不愿意办，可以在“我的委托”里放弃。`,
      ended,
      ended,
    ].toSorted(),
  );
});

/** Until somebody waits for a mandate that another holds. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await town.db.pool.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%from mandates%'`,
    );
    if (rows.length > 0) return;
  }
}

test('An act that came first is finished before the revocation; the next one is refused', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent);
  const revoking = await transact(town.db, async (tx) => {
    await getMandateForAct(tx, town.district, mandateId, {
      agentId: agent.residentId,
      itemId: seniorCard,
      today: Temporal.PlainDate.from(town.today()),
    });
    const waiting = principal.call('POST /my/mandates/:mandateId/revoke', { mandateId });
    await someoneWaits();
    expect(await agent.call('GET /my/mandates/:mandateId', { mandateId })).toMatchObject({ state: 'valid' });
    return { waiting };
  });
  expect(await revoking.waiting).toMatchObject({ state: 'revoked' });
  await expect(act(mandateId, agent)).rejects.toEqual(refused('mandate_ended'));
});

test('An act that came second waits for the revocation and is refused', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent);
  const client = await town.db.pool.connect();
  await client.query('begin');
  await client.query(`update mandates set revoked_at = '2026-03-02T01:00:00Z', revoked_by = 'agent' where id = $1`, [
    mandateId,
  ]);
  const acting = act(mandateId, agent).then(
    () => 'acted',
    ({ code }) => code,
  );
  await someoneWaits();
  await client.query('commit');
  client.release();
  expect(await acting).toBe('mandate_ended');
});

test('A mandate runs out by itself and is then not to be revoked', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent, { untilDay: '2026-03-03' });
  await town.at('2026-03-04T09:00');
  expect(await agent.call('GET /my/mandates/:mandateId', { mandateId })).toMatchObject({ state: 'ended', actions: [] });
  await expect(act(mandateId, agent)).rejects.toEqual(refused('mandate_ended'));
  await expect(principal.call('POST /my/mandates/:mandateId/revoke', { mandateId })).rejects.toMatchObject({
    code: 'mandate_ended',
  });
});

test('The ledger keeps each act under its mandate, without a name or a number, and is whole', async () => {
  const [principal, agent] = [await person(), await person()];
  const { mandateId } = await give(principal, agent);
  await principal.call('POST /my/mandates/:mandateId/revoke', { mandateId });
  const { rows } = await town.db.pool.query<{ act: string; body: string }>(
    `select act, body from ledger_rows where subject_kind = 'mandate' and subject_id = $1 order by sequence`,
    [mandateId],
  );
  expect(rows.map((row) => row.act)).toEqual(['mandate.given', 'mandate.revoked']);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${name}|${principal.number}|${agent.number}`));
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});
