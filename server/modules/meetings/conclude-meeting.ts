import { dayOf } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type DataKey, openText } from '../../platform/vault/index.ts';
import { finishTask, getMatter } from '../cases/index.ts';
import { getCredentials, getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import type { AdmittedMeeting } from './admit-meeting.ts';
import { type ExpertRow, getExpertsById, type Panel } from './expert.store.ts';
import { issueMeetingPaper } from './issue-meeting-paper.ts';
import { getMeeting, saveMeeting, type WholeMeeting } from './meeting.store.ts';
import { type Held, meetingPaper } from './meeting-paper.rules.ts';
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
  const [matter, places, names, credentials, experts] = await Promise.all([
    getMatter(tx, call, theCase),
    loadPlaces(tx, call.district),
    getStaffNames(tx, call.district, [
      ...meeting.officers.map(({ staffId }) => staffId),
      ...meeting.organs.flatMap(({ signedBy }) => signedBy ?? []),
      ...(meeting.chairId === null ? [] : [meeting.chairId]),
      meeting.arrangedBy,
    ]),
    getCredentials(
      tx,
      call.district,
      meeting.officers.map(({ staffId }) => staffId),
    ),
    getExpertsById(
      tx,
      call.district,
      called.map(({ expertId }) => expertId),
    ),
  ]);
  const content = meetingPaper(
    matter,
    heldOf({ meeting, panel, experts, text, names, credentials, places, key: theCase.key }),
  );
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

/** A meeting in the clear, as its paper tells of it. */
function heldOf({
  meeting,
  panel,
  experts,
  text,
  names,
  credentials,
  places,
  key,
}: {
  meeting: WholeMeeting;
  panel: Panel | undefined;
  experts: ReadonlyMap<string, ExpertRow>;
  text: string;
  names: ReadonlyMap<string, string>;
  credentials: ReadonlyMap<string, string>;
  places: Places;
  key: DataKey;
}): Held {
  const nameOf = (staffId: string | null) => names.get(staffId ?? '') ?? '';
  const organOf = (organId: string) => places.organById(organId)?.name.zh ?? '';
  const called = (panel?.pool ?? []).filter(({ place }) => place !== null);
  return {
    kind: meeting.kind,
    visit: meeting.visit,
    heldAt: meeting.startsAt,
    endedAt: meeting.heldAt ?? meeting.startsAt,
    arrangedDay: dayOf(Temporal.Instant.from(meeting.arrangedAt)).toString(),
    place: openText(key, meeting.sealedPlace),
    phone: places.organById(meeting.leadOrganId)?.phone ?? '',
    text,
    outcome: meeting.outcome ?? '',
    chair: nameOf(meeting.chairId),
    arranger: nameOf(meeting.arrangedBy),
    officers: meeting.officers
      .filter(({ attended }) => attended === true)
      .map(({ staffId, organId, signedAt, signedBy }) => ({
        organ: organOf(organId),
        name: nameOf(staffId),
        idNumber: credentials.get(staffId) ?? '',
        signedAt,
        ...(signedBy !== null && signedBy !== staffId && { onPaper: true as const }),
      })),
    organs: meeting.organs.map((organ) => ({
      name: organOf(organ.organId),
      opinion: organ.opinion,
      text: organ.sealedText === null ? '' : openText(key, organ.sealedText),
      signedBy: nameOf(organ.signedBy),
      signedAt: organ.signedAt,
    })),
    guests: meeting.guests.map((guest) => ({
      name: openText(key, guest.sealedName),
      role: guest.role,
      signedAt: guest.signature === 'SIGNED' ? guest.signedAt : null,
      refusal:
        guest.signature === 'REFUSED' ? (guest.sealedNote === null ? '' : openText(key, guest.sealedNote)) : null,
    })),
    draw:
      panel === undefined
        ? null
        : {
            seed: panel.seed ?? '',
            drawnAt: panel.drawnAt ?? meeting.startsAt,
            candidates: panel.pool.filter(({ standing }) => standing === 'eligible').length,
          },
    fields: panel?.fields ?? [],
    experts: called.flatMap(({ expertId, attended }) => (attended === true ? (experts.get(expertId) ?? []) : [])),
    declined: called.flatMap(({ expertId, declined, sealedReason }) =>
      declined === null
        ? []
        : [
            {
              name: experts.get(expertId)?.name ?? '',
              reason: sealedReason === null ? '' : openText(key, sealedReason),
            },
          ],
    ),
  };
}
