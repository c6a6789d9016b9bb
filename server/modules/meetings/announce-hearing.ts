import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openText } from '../../platform/vault/index.ts';
import type { Matter } from '../cases/index.ts';
import type { IssuedDocument } from '../documents/index.ts';
import { loadPlaces } from '../places/index.ts';
import type { Hearing } from './hearing.store.ts';
import { issueMeetingPaper } from './issue-meeting-paper.ts';
import { hearingNotice } from './meeting-paper.rules.ts';

/** 听证通知书: time and place, to the applicants and to each interested party who was told of his right (ALL 48(1)). */
export async function announceHearing(
  tx: Tx,
  {
    matter,
    hearing,
    meeting,
    place,
    chair,
  }: {
    matter: Matter;
    /** Undefined: nobody was asked, the organ hears by itself (ALL 46). */
    hearing: Hearing | undefined;
    meeting: { readonly id: string; readonly startsAt: string; readonly leadOrganId: string };
    place: string;
    chair: string;
  },
  call: Call,
): Promise<IssuedDocument[]> {
  const { key } = matter.theCase;
  const organ = (await loadPlaces(tx, call.district)).organById(meeting.leadOrganId);
  const others = (hearing?.parties ?? []).flatMap(({ role, sealedName }) =>
    role === 'interestedParty' ? [openText(key, sealedName)] : [],
  );
  const papers: IssuedDocument[] = [];
  for (const addressee of [null, ...others])
    papers.push(
      await issueMeetingPaper(
        tx,
        {
          meetingId: meeting.id,
          matter,
          organId: meeting.leadOrganId,
          content: hearingNotice(matter, {
            addressee,
            matter: hearing === undefined ? '本机关认为需要听证' : openText(key, hearing.sealedMatter),
            startsAt: meeting.startsAt,
            place,
            chair,
            phone: organ?.phone ?? '',
          }),
        },
        call,
      ),
    );
  return papers;
}
