import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Matter } from '../cases/index.ts';
import { serveNotice } from '../cases/index.ts';
import { type DocumentContent, type IssuedDocument, issueDocument } from '../documents/index.ts';
import { loadPlaces } from '../places/index.ts';
import { insertMeetingDocument } from './meeting.store.ts';

/** What goes to applicant and interested parties; all else stays with the organs. */
const served: readonly DocumentContent['kind'][] = ['hearingRightsNotice', 'hearingNotice'];

/** Issues a paper of a meeting in the name of the organ whose task it is; a notice is served as it is issued. */
export async function issueMeetingPaper(
  tx: Tx,
  {
    meetingId,
    matter,
    organId,
    content,
  }: {
    /** Absent before there is a meeting. */
    meetingId?: string;
    matter: Matter;
    organId: string;
    content: DocumentContent;
  },
  call: Call,
): Promise<IssuedDocument> {
  const { theCase } = matter;
  const places = await loadPlaces(tx, call.district);
  const issued = await issueDocument(
    tx,
    {
      content,
      organ: places.organById(organId) ?? matter.decidingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
    },
    call,
  );
  if (meetingId !== undefined)
    await insertMeetingDocument(tx, call.district, { meetingId, documentId: issued.documentId });
  // What is another's does not lie in the applicant's account.
  const isApplicants = !('addressee' in content) || content.addressee === null;
  if (served.includes(content.kind) && isApplicants) serveNotice(tx, { theCase, documentId: issued.documentId }, call);
  return issued;
}
