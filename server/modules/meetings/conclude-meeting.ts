import type { Tx } from '../../platform/database/index.ts';
import { openText } from '../../platform/vault/index.ts';
import { finishTask, getMatter } from '../cases/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import type { AdmittedMeeting } from './admit-meeting.ts';
import { getExpertsById } from './expert.store.ts';
import { issueMeetingPaper } from './issue-meeting-paper.ts';
import { getMeeting, saveMeeting } from './meeting.store.ts';
import { paperOf } from './meeting-paper.rules.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * Everybody has signed: the paper of the meeting is issued, and its task is done with the merged opinion. A visit that asks
 * for a re-check leaves the task open for it.
 */
export async function concludeMeeting(tx: Tx, admitted: AdmittedMeeting, call: StaffCall): Promise<void> {
  const { theCase, version, run, task, panel } = admitted;
  const meeting = {
    ...(await getMeeting(tx, call.district, admitted.meeting.id)),
    state: 'CONCLUDED',
    concludedAt: call.now.toString(),
  } as const;
  const { outcome, sealedText } = meeting;
  if (outcome === null || sealedText === null) throw new Error('What is signed was written before.');
  const text = openText(theCase.key, sealedText);
  await saveMeeting(tx, call.district, meeting);
  if (outcome !== 'recheck') await finishTask(tx, { theCase, version, run, task, opinion: outcome, text }, call);
  const called = (panel?.pool ?? []).filter(({ place }) => place !== null);
  const [matter, places, names, experts] = await Promise.all([
    getMatter(tx, call, theCase),
    loadPlaces(tx, call.district),
    getStaffNames(tx, call.district, [
      ...meeting.officers.map(({ staffId }) => staffId),
      ...meeting.organs.flatMap(({ signedBy }) => signedBy ?? []),
      ...(meeting.chairId === null ? [] : [meeting.chairId]),
      meeting.arrangedBy,
    ]),
    getExpertsById(
      tx,
      call.district,
      called.map(({ expertId }) => expertId),
    ),
  ]);
  const content = paperOf(matter, { meeting, panel, experts, text, names, places, key: theCase.key });
  const paper = await issueMeetingPaper(
    tx,
    { meetingId: meeting.id, matter, organId: meeting.leadOrganId, content },
    call,
  );
  recordMeeting(
    tx,
    {
      admitted,
      act: 'case.meetingConcluded',
      facts: {
        outcome,
        visit: meeting.visit,
        organs: meeting.organs.map(({ organId }) => organId),
        documents: [paper.documentId],
        number: paper.number,
        digest: paper.digest,
      },
    },
    call,
  );
}
