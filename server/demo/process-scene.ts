import { reviewCase, signForCase } from '../modules/cases/index.ts';
import { acceptCase } from '../modules/intake/index.ts';
import { arrangeMeeting, holdMeeting, signMeeting, writeConclusion, writeOpinion } from '../modules/meetings/index.ts';
import type { StaffCall } from '../modules/people/index.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { OldLicence } from './old-licence.ts';
import type { OrganKey } from './places.ts';

/** A matter under way, as the sample staff work on it, one act after the other on days gone by. */
export interface Scene {
  readonly caseId: string;
  /** The next working day; never past today. */
  next(): void;
  /** One act by a member of staff, at an hour of the present day. */
  act<T>(username: string, hour: number, run: (tx: Tx, as: StaffCall) => Promise<T>): Promise<T>;
  /** The task of the matter that is called so. */
  task(name: string): Promise<string>;
  staff(username: string): string;
  organ(key: OrganKey): string;
  /** For what is only looked up. */
  readonly db: Database;
  /** A local time `ahead` working days after the present day. */
  time(ahead: number, clock: string): string;
}

export interface Sample {
  readonly item: string;
  readonly name: string;
  /** Working days ago that it was taken in. */
  readonly ago: number;
  /** A material that is not there yet. */
  readonly without?: string;
  /** 告知承诺: the whole matter by a commitment that was signed at the window. */
  readonly byCommitment?: true;
  /** The firm has had a licence for long; its number is an answer of the form. */
  readonly holds?: OldLicence;
  readonly story: (scene: Scene) => Promise<void>;
}

export const accepted = async (scene: Scene) => {
  scene.next();
  await acceptedAtOnce(scene);
};

/** 当场受理. */
export const acceptedAtOnce = async ({ act, caseId }: Scene) => {
  await act('clerk.district', 10, (tx, as) => acceptCase(tx, { caseId }, as));
};

export const signed = async ({ act, task, caseId }: Scene, username: string, name: string) => {
  const taskId = await task(name);
  await act(username, 11, (tx, as) => signForCase(tx, { caseId, taskId }, as));
};

export const agreed = async (scene: Scene, username: string, name: string, text: string) => {
  const { act, task, caseId } = scene;
  const taskId = await task(name);
  await signed(scene, username, name);
  await act(username, 15, (tx, as) => reviewCase(tx, { caseId, taskId, opinion: 'agree', text }, as));
};

/** Officers see the place and say together what they saw. */
export const visited = async (scene: Scene, department: string, name: string, text: string) => {
  const { act, next, caseId, task, time, staff } = scene;
  const [one, other] = [`reviewer.${department}`, `inspector.${department}`];
  const taskId = await task(name);
  await signed(scene, one, name);
  const { meetingId } = await act(one, 14, (tx, as) =>
    arrangeMeeting(tx, { caseId, taskId, startsAt: time(1, '09:30'), place: '申请人的经营场所（样例）' }, as),
  );
  next();
  const attendees = [staff(one), staff(other)];
  await act(one, 11, (tx, as) => holdMeeting(tx, { meetingId, attendees }, as));
  await act(one, 14, (tx, as) => writeConclusion(tx, { meetingId, outcome: 'agree', text }, as));
  for (const officer of [one, other]) await act(officer, 15, (tx, as) => signMeeting(tx, { meetingId }, as));
};

/** Officers of several departments see the place at one appointment, and each department says and signs what it thinks. */
export const visitedTogether = async (scene: Scene, departments: readonly OrganKey[], name: string, text: string) => {
  const { act, next, caseId, task, time, staff, organ } = scene;
  const taskId = await task(name);
  const teams = departments.map((department) => ({
    organId: organ(department),
    reviewer: `reviewer.${dotted(department)}`,
    inspector: `inspector.${dotted(department)}`,
  }));
  const [lead] = teams;
  if (lead === undefined) return;
  await signed(scene, lead.reviewer, name);
  const { meetingId } = await act(lead.reviewer, 14, (tx, as) =>
    arrangeMeeting(
      tx,
      {
        ...{ caseId, taskId, startsAt: time(1, '09:30'), place: '申请人的经营场所（样例）' },
        officers: teams.map(({ organId, reviewer, inspector }) => ({
          organId,
          staffIds: [staff(reviewer), staff(inspector)],
        })),
      },
      as,
    ),
  );
  next();
  const attendees = teams.flatMap(({ reviewer, inspector }) => [staff(reviewer), staff(inspector)]);
  await act(lead.reviewer, 11, (tx, as) => holdMeeting(tx, { meetingId, attendees }, as));
  for (const { reviewer } of teams)
    await act(reviewer, 14, (tx, as) => writeOpinion(tx, { meetingId, opinion: 'agree', text }, as));
  await act(lead.reviewer, 15, (tx, as) => writeConclusion(tx, { meetingId, outcome: 'agree', text }, as));
  for (const officer of teams.flatMap(({ reviewer, inspector }) => [reviewer, inspector]))
    await act(officer, 16, (tx, as) => signMeeting(tx, { meetingId }, as));
};

/** marketSupervision → market.supervision, as the sample staff of a department are called. */
const dotted = (organ: OrganKey) => organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
