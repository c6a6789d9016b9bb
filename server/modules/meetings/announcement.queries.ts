import type { Announcement } from '../../../contract/meetings.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import { lastTellingDay, standingOfNotice } from './hearing.rules.ts';
import type { WholeMeeting } from './meeting.store.ts';

/** The notices of a hearing as it is arranged now, and whether each was served seven working days before (ALL 48(1)). */
export async function findAnnouncement(
  read: Read,
  { kind, caseId, day, documentIds }: Pick<WholeMeeting, 'kind' | 'caseId' | 'day' | 'documentIds'>,
  { district, today }: Pick<Call, 'district' | 'today'>,
): Promise<Announcement | undefined> {
  if (kind !== 'HEARING') return undefined;
  const [documents, calendar] = await Promise.all([
    getDocumentViews(read, district, caseId),
    loadCalendar(read, district),
  ]);
  const standing = documents.filter(
    (document) =>
      document.kind === 'hearingNotice' &&
      documentIds.includes(document.documentId) &&
      document.overtaken === undefined,
  );
  if (standing.length === 0) return undefined;
  const lastDay = lastTellingDay(Temporal.PlainDate.from(day), calendar).toString();
  return {
    lastDay,
    notices: standing.map(({ documentId, addressee, served, service }) => {
      const servedDay = served ? service?.day : undefined;
      const untilDay = served ? undefined : service?.untilDay;
      return {
        documentId,
        ...(addressee !== undefined && { addressee }),
        ...(servedDay !== undefined && { servedDay }),
        ...(untilDay !== undefined && { untilDay }),
        standing: standingOfNotice(servedDay ?? null, { lastDay, today: today.toString(), untilDay }),
      };
    }),
  };
}
