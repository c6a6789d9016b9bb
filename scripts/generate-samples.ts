import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskName } from '../contract/identifiers.ts';
import { aboutHolder } from '../contract/questions.ts';
import { neededMaterials } from '../contract/situations.ts';
import { ofFirm } from '../server/demo/credit-code.ts';
import type { DemoItem } from '../server/demo/items/pieces.ts';
import { sampleAnswers } from '../server/demo/items/sample-answers.ts';
import { demoItems } from '../server/demo/items.ts';
import { sampleNumber } from '../server/demo/residents.ts';
import { reviewCase, signForCase } from '../server/modules/cases/index.ts';
import { decideAtDesk, decideCase, deliverCase } from '../server/modules/decisions/index.ts';
import {
  acceptCase,
  beginDraft,
  correctCase,
  saveDraft,
  submitCase,
  supplementCase,
  takeInCase,
} from '../server/modules/intake/index.ts';
import { actingAs, addResident, type ResidentCall } from '../server/modules/people/index.ts';
import { countCasesAnew, loadGrounds } from '../server/modules/supervision/index.ts';
import { dayOf, zone } from '../server/platform/clock.ts';
import { sql, type Tx } from '../server/platform/database/index.ts';
import { keepFile } from '../server/platform/files/index.ts';
import type { Call } from '../server/platform/http/call.ts';
import { newId } from '../server/platform/ids.ts';
import { onPaper } from '../simulator/applicant.ts';
import { picture } from '../simulator/resident.ts';
import type { Cast, Officers } from './generate-cast.ts';

/** What is done in a case, and how many working days after what was done before. */
type Step = readonly [
  what: 'accept' | 'signFor' | 'review' | 'grant' | 'deny' | 'correct' | 'supplement' | 'deliver',
  wait: number,
];

interface Story {
  readonly steps: readonly Step[];
  readonly weight: number;
}

const immediate = {
  done: [
    ['accept', 0],
    ['grant', 0],
    ['deliver', 0],
  ],
  denied: [
    ['accept', 0],
    ['deny', 0],
    ['deliver', 0],
  ],
} as const;
const examined = [
  ['accept', 1],
  ['signFor', 1],
  ['review', 0],
] as const;
const slowly = [
  ['accept', 1],
  ['signFor', 1],
  ['review', 9],
  ['grant', 3],
  ['deliver', 2],
] as const;

/** How matters of either kind end, and how far they have come; the weights say how often among their likes. */
const stories: Readonly<Record<DemoItem['caseType'], readonly Story[]>> = {
  IMMEDIATE: [
    { steps: immediate.done, weight: 97 },
    { steps: immediate.denied, weight: 3 },
    { steps: [], weight: 1 },
    { steps: immediate.done.slice(0, 2), weight: 1 },
  ],
  PROMISED: [
    { steps: [...examined, ['grant', 1], ['deliver', 1]], weight: 86 },
    { steps: slowly, weight: 4 },
    { steps: [...examined, ['deny', 1], ['deliver', 1]], weight: 4 },
    { steps: [['correct', 1], ['supplement', 3], ...examined, ['grant', 1], ['deliver', 1]], weight: 6 },
    { steps: [], weight: 6 },
    { steps: [['correct', 1]], weight: 2 },
    { steps: examined.slice(0, 1), weight: 4 },
    { steps: examined.slice(0, 2), weight: 4 },
    { steps: examined, weight: 3 },
    { steps: [...examined, ['grant', 1]], weight: 3 },
  ],
};

/** What people come for, where, and how often. Every limit of these is counted in working days. */
const offered: readonly {
  readonly key: string;
  readonly at: 'window' | 'station' | 'home';
  readonly weight: number;
}[] = [
  { key: 'seniorCard', at: 'window', weight: 9 },
  { key: 'unemployment', at: 'window', weight: 8 },
  { key: 'medicalDetails', at: 'station', weight: 11 },
  { key: 'villageBanquet', at: 'station', weight: 5 },
  { key: 'pensionEnrolment', at: 'station', weight: 10 },
  { key: 'medicalEnrolment', at: 'station', weight: 12 },
  { key: 'seniorAllowance', at: 'station', weight: 7 },
  { key: 'gloryPlaque', at: 'window', weight: 2 },
  { key: 'hygieneLicence', at: 'window', weight: 5 },
  { key: 'soleTrader', at: 'window', weight: 9 },
  { key: 'disabilityCardRenewal', at: 'window', weight: 3 },
  { key: 'flexibleEmployment', at: 'home', weight: 7 },
  { key: 'electricity', at: 'home', weight: 5 },
  { key: 'noCrimeProof', at: 'home', weight: 7 },
];

/** The tables whose rows a copy gets; the rest of a case (papers, messages, requests) is not generated. */
export const copiedTables = [
  'cases',
  'case_parties',
  'case_receipts',
  'case_materials',
  'case_examiners',
  'case_tasks',
  'clocks',
  'clock_facts',
  'case_counts',
] as const;
export type CopiedTable = (typeof copiedTables)[number];

/** One case as the product made it, read out before it was rolled back. */
export interface Sample {
  readonly item: string;
  readonly weight: number;
  /** It came to its end; else it is open. */
  readonly ended: boolean;
  /** It waits for an answer within five days, or for its applicant. */
  readonly unanswered: boolean;
  /** Working days from its receipt to what was done last. */
  readonly lasts: number;
  readonly caseId: string;
  readonly caseNo: string;
  /** Ids made from here on are the sample's own. */
  readonly marker: string;
  readonly rows: Readonly<Record<CopiedTable, readonly Record<string, unknown>[]>>;
  readonly ledger: readonly { sequence: number; act: string; at: string; body: string }[];
  /** What was answered in its form. */
  readonly sealedAnswers: Buffer;
  readonly wrappedKey: { readonly id: string; readonly wrapped: Buffer };
}

/** Who came, in every sample. */
export const samplePerson = { name: '样例·周某某', residentNumber: sampleNumber(998) } as const;

/** An act of its own within the one transaction: what it left for its commit is written at once. */
async function act<T>(tx: Tx, run: (own: Tx) => Promise<T>): Promise<T> {
  const own: Tx = { getExecutor: tx.getExecutor, sent: tx.sent, atCommit: [], behindCommit: [], afterCommit: [] };
  const made = await run(own);
  for (const write of own.atCommit) await write(own);
  return made;
}

/**
 * Cases of every kind and ending, each made by the acts of the product on working days from the first of `days` on, read
 * out and rolled back: nothing of them stays, neither a number nor a job.
 */
export async function makeSamples(
  tx: Tx,
  {
    items,
    cast,
    officers,
    days,
  }: { items: ReadonlyMap<string, string>; cast: Cast; officers: Officers; days: readonly string[] },
  call: Call,
): Promise<Sample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-generate-'));
  const grounds = await loadGrounds(tx, call);
  if (grounds === undefined) throw new Error('This district has no divisions.');
  const samples: Sample[] = [];
  try {
    for (const { key, at, weight } of offered) {
      const item = demoItems.find((each) => each.key === key);
      const itemId = items.get(item?.code ?? '');
      if (item === undefined || itemId === undefined) throw new Error(`This demo district does not offer ${key}.`);
      const told = stories[item.caseType];
      const share = (ended: boolean) => {
        const sum = told.reduce((total, { steps, weight: each }) => total + (isEnded(steps) === ended ? each : 0), 0);
        return (each: number) => (weight * each) / sum;
      };
      for (const story of told) {
        // What came as a file is corrected only by who has opened it: samples come with nobody at a screen.
        if (at === 'home' && story.steps.some(([what]) => what === 'correct')) continue;
        await sql`savepoint sample`.execute(tx);
        const marker = newId();
        const scene = { tx, item, itemId, at, story, cast, officers, days, folder };
        const { caseId, lasts } = await play(scene, call);
        await countCasesAnew(tx, call.district, { ...grounds, caseIds: [caseId] });
        const read = await readOut(tx, call.district, caseId);
        await sql`rollback to savepoint sample`.execute(tx);
        const ended = isEnded(story.steps);
        const last = story.steps.at(-1)?.[0];
        samples.push({
          ...{ item: key, ended, lasts, caseId, marker },
          weight: share(ended)(story.weight),
          unanswered: last === undefined || last === 'correct',
          ...read,
        });
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return samples;
}

const isEnded = (steps: readonly Step[]) => steps.at(-1)?.[0] === 'deliver';

interface Scene {
  readonly tx: Tx;
  readonly item: DemoItem;
  readonly itemId: string;
  readonly at: (typeof offered)[number]['at'];
  readonly story: Story;
  readonly cast: Cast;
  readonly officers: Officers;
  readonly days: readonly string[];
  readonly folder: string;
}

async function play(scene: Scene, call: Call): Promise<{ caseId: string; lasts: number }> {
  const { tx, item, cast, officers, days, story } = scene;
  let lasts = 0;
  let minute = 0;
  const now = (): Call => {
    minute += 7;
    const at = Temporal.PlainDate.from(days[lasts] ?? '').toZonedDateTime({ timeZone: zone, plainTime: { hour: 9 } });
    const instant = at.add({ minutes: minute }).toInstant();
    return { ...call, now: instant, today: dayOf(instant) };
  };
  const as = async (staffId: string) => actingAs(tx, now(), staffId);
  const caseId = await fileCase(scene, { now, as });
  const organ = item.organ === 'township' ? undefined : officers.get(item.organ);
  const decider = organ?.deciderId ?? cast.deciderId;
  const reviewer = organ?.reviewerId ?? '';
  const outcomes = {
    grant: { outcome: 'GRANTED' },
    deny: { outcome: 'DENIED', reason: '样例：不符合规定的条件。' },
  } as const;
  const correctable = item.content.materials.find(({ necessity }) => necessity === 'required')?.key ?? '';
  for (const [what, wait] of story.steps) {
    // Some matters go from the window straight to who decides.
    if ((what === 'signFor' || what === 'review') && (await isBeforeDecider(tx, call.district, caseId))) continue;
    lasts += wait;
    if (wait > 0) minute = 0;
    const clerk = await as(cast.clerkId);
    await act(tx, async (own) => {
      if (what === 'accept') return acceptCase(own, { caseId }, clerk);
      if (what === 'signFor') return signForCase(own, { caseId }, await as(reviewer));
      if (what === 'review')
        return reviewCase(own, { caseId, opinion: 'agree', text: '材料齐全，符合规定。' }, await as(reviewer));
      if (what === 'correct')
        return correctCase(
          own,
          { caseId, defects: [{ key: correctable, kind: 'unreadable', howToFix: '请重新交一份清楚的。' }] },
          clerk,
        );
      if (what === 'supplement') return supplementCase(own, { caseId, materials: onPaper([correctable]) }, clerk);
      if (what === 'deliver') return deliverCase(own, { caseId, method: 'DIRECT', receiver: 'applicant' }, clerk);
      return item.caseType === 'IMMEDIATE'
        ? decideAtDesk(own, { caseId, ...outcomes[what] }, clerk, decider)
        : decideCase(own, { caseId, ...outcomes[what] }, await as(decider));
    });
  }
  return { caseId, lasts };
}

async function isBeforeDecider(tx: Tx, district: string, caseId: string): Promise<boolean> {
  const { rows } =
    await sql`select from cases where district = ${district} and id = ${caseId} and state = 'DECIDING'`.execute(tx);
  return rows.length > 0;
}

/** At the window of the township, with the agent of a village, or from home. */
async function fileCase(
  { tx, item, itemId, at, cast, folder }: Scene,
  { now, as }: { now: () => Call; as: (staffId: string) => ReturnType<typeof actingAs> },
): Promise<string> {
  const base = now();
  const answers = ofFirm(sampleAnswers(item.key, cast.villageRegionId), 1);
  const about = {
    today: base.today.toString(),
    applicant: aboutHolder(samplePerson.residentNumber, base.today.toString()),
  };
  const needed = neededMaterials(item.content.materials, item.content.form, answers, about)
    .filter(({ necessity }) => necessity === 'required')
    .map(({ key }) => key);
  if (at !== 'home') {
    const staff = await as(at === 'station' ? cast.agentId : cast.clerkId);
    const { caseId } = await act(tx, (own) =>
      takeInCase(
        own,
        {
          itemId,
          applicant: { ...samplePerson, phone: '13000000900', regionId: cast.villageRegionId },
          answers,
          materials: onPaper(needed),
          deliveryWish: 'WINDOW',
        },
        staff,
      ),
    );
    return caseId;
  }
  const { residentId } = await act(tx, (own) =>
    addResident(
      own,
      {
        phone: '13000000900',
        assurance: 'verified',
        regionId: cast.villageRegionId,
        identity: samplePerson,
        maskedName: maskName(samplePerson.name),
      },
      base,
    ),
  );
  const resident: ResidentCall = {
    ...base,
    actor: { ...base.actor, kind: 'resident', id: residentId },
    resident: { id: residentId, assurance: 'verified', sessionId: '' },
  };
  const { caseId } = await act(tx, (own) => beginDraft(own, { itemId }, resident));
  const uploader = { kind: 'resident', id: residentId } as const;
  const files = await Promise.all(
    needed.map(() => keepFile(tx, resident, { name: '照片.png', bytes: picture, uploader }, folder)),
  );
  const materials = needed.map((key, index) => ({ key, fileIds: [files[index]?.fileId ?? ''] }));
  await act(tx, (own) =>
    saveDraft(own, { caseId, answers, materials, regionId: cast.villageRegionId, deliveryWish: 'WINDOW' }, resident),
  );
  await act(tx, (own) => submitCase(own, { caseId }, resident));
  return caseId;
}

async function readOut(
  tx: Tx,
  district: string,
  caseId: string,
): Promise<Pick<Sample, 'rows' | 'ledger' | 'caseNo' | 'sealedAnswers' | 'wrappedKey'>> {
  const subjects = sql`(select ${caseId}::uuid union all select id from case_tasks where district = ${district} and case_id = ${caseId})`;
  const which: Record<CopiedTable, ReturnType<typeof sql>> = {
    cases: sql`t.id = ${caseId}`,
    case_parties: sql`t.case_id = ${caseId}`,
    case_receipts: sql`t.case_id = ${caseId}`,
    case_materials: sql`t.case_id = ${caseId}`,
    case_examiners: sql`t.case_id = ${caseId}`,
    case_tasks: sql`t.case_id = ${caseId}`,
    clocks: sql`t.subject_id in ${subjects}`,
    case_counts: sql`t.case_id = ${caseId}`,
    clock_facts: sql`t.clock_id in (select id from clocks where district = ${district} and subject_id in ${subjects})`,
  };
  const rows: Partial<Record<CopiedTable, Record<string, unknown>[]>> = {};
  for (const table of copiedTables) {
    const found = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.raw(table)} t where t.district = ${district} and ${which[table]}
    `.execute(tx);
    rows[table] = found.rows.map(({ row }) => row);
  }
  const ledger = await sql<Sample['ledger'][number]>`
    select sequence, act, at, body from ledger_rows
    where district = ${district} and subject_kind = 'case' and subject_id = ${caseId} order by sequence
  `.execute(tx);
  const sealed = await sql<{ caseNo: string; sealedAnswers: Buffer; id: string; wrapped: Buffer }>`
    select c.case_no, c.sealed_answers, k.id, k.wrapped
    from cases c join data_keys k on k.district = c.district and k.id = c.data_key_id where c.district = ${district} and c.id = ${caseId}
  `.execute(tx);
  const [theCase] = sealed.rows;
  if (theCase === undefined) throw new Error('The sample is not there.');
  const { caseNo, sealedAnswers, ...wrappedKey } = theCase;
  return { rows: rows as Sample['rows'], ledger: ledger.rows, caseNo, sealedAnswers, wrappedKey };
}
