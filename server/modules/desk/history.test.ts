import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseAct, StaffCase } from '../../../contract/cases.ts';
import type { DocumentKind } from '../../../contract/documents.ts';
import type { CaseState } from '../../../contract/values.ts';
import { caseActs, isServedAlone } from '../../../contract/words.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { licencePapers } from '../../tests/support/applications.ts';
import { draftLicence, takeInLicence, takeInSenior } from '../../tests/support/filing.ts';
import { type Client, openTown, password } from '../../tests/support/town.ts';
import { duePurposeOf } from '../cases/case.rules.ts';
import { everywhere, getCase } from '../cases/case.store.ts';
import { dueDays, getClocks, loadCalendar } from '../deadlines/index.ts';

// Random people press random buttons, some of them not theirs, while days go by. Whatever they do, the law's picture holds.
const town = await openTown({ on: '2026-03-02T09:00' });

const officers = ['clerk', 'secondClerk', 'reviewer', 'decider', 'townDecider', 'agent', 'otherAgent'] as const;
const people = ['resident', ...officers] as const;
const residentActs: readonly CaseAct[] = ['save', 'submit', 'supplement', 'withdraw', 'receiveResult'];

/** One step: who, which button of his, and whether he presses one that he does not have. */
const step = fc.record({
  who: fc.constantFrom(...people),
  press: fc.nat({ max: 1000 }),
  rude: fc.nat({ max: 9 }).map((chance) => chance === 0),
  days: fc.nat({ max: 19 }).map((chance) => (chance > 3 ? 0 : chance)),
});
const story = fc.record({
  begin: fc.constantFrom('online' as const, 'window' as const, 'incomplete' as const, 'immediate' as const),
  steps: fc.array(step, { minLength: 4, maxLength: 16 }),
});

/** What an act is sent with: sensible more often than not. */
async function inputOf(act: CaseAct, press: number, who: Client, number: string, seen: StaffCase): Promise<object> {
  const requirement = licencePapers[press % licencePapers.length] ?? 'plan';
  const open = seen.materials.filter(({ defect }) => defect !== undefined && !defect.settled);
  const asked = open.map(({ requirement: { key } }) => key);
  switch (act) {
    case 'correct': {
      for (const key of licencePapers) await who.raw('POST', `/api/cases/${seen.caseId}/open-material`, { key });
      const defect = { key: requirement, kind: 'unsigned', howToFix: '请签字', newlyArising: press % 3 === 0 };
      return { defects: press % 11 === 0 ? [] : [defect] };
    }
    case 'supplement':
      return { materials: await Promise.all(asked.map(async (key) => ({ key, fileIds: await fileOf(who) }))) };
    case 'receiveSupplement':
      return { materials: asked.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })) };
    case 'refuse':
      return { ground: press % 2 ? 'notRequired' : 'outsideAuthority', reason: '不归本机关', competentOrgan: '某局' };
    case 'review':
      return { opinion: press % 2 ? 'agree' : 'disagree', text: '已审查。' };
    case 'decide':
    case 'decideAtDesk':
      return {
        outcome: press % 3 ? 'GRANTED' : 'DENIED',
        ...(press % 2 && { reason: '理由充分' }),
        ...(act === 'decideAtDesk' && { officer: { username: 'town-decider', password } }),
      };
    case 'assignDelivery':
      return { postId: (press % 4 ? town.agent : town.otherAgent).postId };
    case 'deliver':
      return { method: who.username.endsWith('agent') ? 'ENTRUSTED' : 'DIRECT', receiver: 'applicant' };
    case 'handOver':
      return { documentId: fetchable(seen)?.documentId ?? seen.caseId };
    case 'serveDocument':
      return {
        documentId: fetchable(seen)?.documentId ?? seen.caseId,
        receiver: 'applicant',
        ...(press % 2
          ? { method: 'MAIL', carrier: '中国邮政', trackingNumber: 'EA123456789CN' }
          : { method: 'LEFT', place: '月塘街88号', reason: '拒绝签收', witness: '样例·村主任' }),
      };
    case 'reveal':
      return { partyId: seen.parties[0]?.partyId, field: 'number', reason: '核对' };
    case 'verifyIdentity':
      return { residentNumber: number };
    default:
      return {};
  }
}

/** A notice that nobody fetched yet. */
const fetchable = ({ documents }: StaffCase) => documents.find(({ kind, served }) => !served && isServedAlone(kind));

/** What must be there in a state: the papers, and whether somebody was given a day. */
const papersOf: Partial<Record<CaseState, readonly DocumentKind[]>> = {
  RECEIVED: ['intakeReceipt'],
  CORRECTION_REQUIRED: ['intakeReceipt', 'correctionNotice'],
  ACCEPTED: ['intakeReceipt', 'acceptanceNotice'],
  IN_REVIEW: ['intakeReceipt', 'acceptanceNotice'],
  DECIDING: ['intakeReceipt', 'acceptanceNotice'],
  DELIVERING: ['intakeReceipt', 'acceptanceNotice'],
  COMPLETED: ['intakeReceipt', 'acceptanceNotice', 'deliveryReceipt'],
  ACCEPTANCE_REFUSED: ['intakeReceipt', 'acceptanceRefusal'],
  NOT_REQUIRED: ['intakeReceipt', 'acceptanceRefusal'],
  WITHDRAWN: ['intakeReceipt'],
};

async function checkCase(seen: StaffCase): Promise<void> {
  const kinds = seen.documents.map(({ kind }) => kind);
  const needed = papersOf[seen.state];
  expect({ state: seen.state, needed: needed?.filter((kind) => !kinds.includes(kind)) }).toEqual({
    state: seen.state,
    needed: [],
  });
  expect(seen.history).toEqual({ whole: true });
  expect(seen.outcome !== undefined).toBe(seen.state === 'DELIVERING' || seen.state === 'COMPLETED');
  if (seen.outcome !== undefined)
    expect(kinds).toContain(seen.outcome === 'GRANTED' ? 'grantDecision' : 'denialDecision');
  if (seen.state === 'CORRECTION_REQUIRED') expect(seen.openDefects).toBeGreaterThan(0);
  if (seen.state === 'RECEIVED') expect(seen.openDefects).toBe(0);
  if (seen.deemedAccepted) expect(seen.acceptedDay).toBe(seen.receivedDay);

  // Whoever took in, accepted or reviewed did not decide.
  const row = await getCase(town.db, town.district, seen.caseId, everywhere);
  const reviewers = row.tasks.flatMap(({ kind, doneBy }) => (kind === 'DECISION' ? [] : (doneBy ?? [])));
  if (row.decidedBy !== null) expect([row.takenInBy, row.acceptedBy, ...reviewers]).not.toContain(row.decidedBy);

  // Stored due days are what the facts replay to; the case's copies are those of the one clock that runs.
  const subject = { kind: 'case', id: seen.caseId };
  const [clocks, calendar] = await Promise.all([
    getClocks(town.db, town.district, subject),
    loadCalendar(town.db, town.district),
  ]);
  for (const clock of clocks) {
    const replayed = dueDays(clock.limits, clock.facts, calendar);
    expect([clock.purpose, clock.dueDay, clock.statutoryDueDay, clock.promisedDueDay]).toEqual([
      clock.purpose,
      replayed.dueDay.toString(),
      replayed.statutory?.dueDay.toString(),
      replayed.promised?.dueDay.toString(),
    ]);
  }
  const running = clocks.filter(({ state }) => state === 'running');
  const owed = duePurposeOf(seen.state);
  const expected = owed === 'correction' || (owed === 'delivery' && seen.outcome === 'DENIED') ? undefined : owed;
  expect(running.map(({ purpose }) => purpose)).toEqual(expected === undefined ? [] : [expected]);
  const [clock] = running;
  // The two limits of a case are those of its decision and delivery; the five days are one date.
  expect([row.dueDay, row.statutoryDueDay, row.promisedDueDay]).toEqual([
    clock?.dueDay ?? null,
    clock?.purpose === 'answer' ? null : (clock?.statutoryDueDay ?? null),
    clock?.promisedDueDay ?? null,
  ]);
}

async function begin(how: 'online' | 'window' | 'incomplete' | 'immediate') {
  const resident = await town.resident();
  const who = { residentNumber: resident.number, name: '样例·张某某' };
  if (how === 'immediate') return { resident, ...(await takeInSenior(town, town.clerk, who)) };
  if (how === 'window') return { resident, ...(await takeInLicence(town, town.clerk, who)) };
  if (how === 'incomplete')
    return { resident, ...(await takeInLicence(town, town.clerk, { ...who, papers: ['idCard', 'testReport'] })) };
  const caseId = await draftLicence(town, resident);
  return { resident, ...(await resident.call('POST /my/cases/:caseId/submit', { caseId })) };
}

/** Whose turn it mostly is; without it random people would hardly ever get anywhere. */
const turnOf: Partial<Record<CaseState, readonly (typeof people)[number][]>> = {
  RECEIVED: ['clerk', 'secondClerk'],
  CORRECTION_REQUIRED: ['resident', 'clerk'],
  ACCEPTED: ['reviewer'],
  IN_REVIEW: ['reviewer'],
  DECIDING: ['decider', 'clerk'],
  DELIVERING: ['clerk', 'resident', 'agent', 'otherAgent'],
};

/** A file of somebody's own; who may not upload has none. */
async function fileOf(who: Client): Promise<string[]> {
  const fileId = await who.upload().catch(() => undefined);
  return fileId === undefined ? [] : [fileId];
}

/** The buttons that somebody sees on the case; the two that lead nowhere, or end it, come up seldom. */
async function buttonsOf(who: Client, caseId: string, press: number): Promise<readonly CaseAct[]> {
  const path = who.staffId === '' ? `/api/my/cases/${caseId}` : `/api/cases/${caseId}`;
  const view = await who.raw('GET', path);
  const own = view.status === 200 ? (view.body as { actions: CaseAct[] }).actions : [];
  return press % 7 === 0 ? own : own.filter((act) => act !== 'reveal' && act !== 'withdraw');
}

const kebab = (act: string) => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('whatever people do, in whatever order, nothing breaks and every state has what the law wants of it', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ begin: how, steps }) => {
      const { resident, caseId } = await begin(how);
      let done = 0;
      for (const { who: name, press, rude, days } of steps) {
        if (days > 0) {
          // How a PDF looks is another test's matter; here the days count.
          await town.db.pool.query(`delete from jobs where kind in ('documents.render', 'cases.tell')`);
          await town.at(Temporal.PlainDate.from(town.today()).add({ days }).toPlainDateTime('09:00').toString());
        }
        const seen = await town.supervisor.call('GET /cases/:caseId', { caseId });
        const turn = press % 4 === 0 ? [name] : (turnOf[seen.state] ?? [name]);
        const each = turn[press % turn.length] ?? name;
        const who = each === 'resident' ? resident : town[each];
        const buttons = rude ? caseActs : await buttonsOf(who, caseId, press);
        const act = buttons[press % buttons.length];
        const isOfPaper = act === 'handOver' || act === 'serveDocument';
        if (act === undefined || (isOfPaper && fetchable(seen) === undefined)) continue;
        const base = residentActs.includes(act) ? '/api/my/cases' : '/api/cases';
        const input = await inputOf(act, press, who, resident.number, seen);
        const { status, body } = await who.raw('POST', `${base}/${caseId}/${kebab(act)}`, input);
        expect([act, status < 500, body]).toEqual([act, true, body]);
        if (status === 200) done += 1;
        // A button that is there may be refused for what was typed, never because it is not his.
        if (!rude) expect([act, status === 401 || status === 404]).toEqual([act, false]);
      }
      const seen = await town.supervisor.call('GET /cases/:caseId', { caseId });
      await checkCase(seen);
      // What the law or the clock did by itself: accepted by silence, a late unit reported, a standstill over.
      const byLaw = seen.story.filter(({ actor }) => actor.kind === 'system').length;
      expect(seen.story.length).toBe(1 + done + byLaw);
    }),
    { seed: 20_260_302, numRuns: 25, endOnFailure: true },
  );
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
}, 60_000);
