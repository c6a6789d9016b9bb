import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type DataKey, openJson } from '../../platform/vault/index.ts';
import { findNoticeUnderWay } from './document.store.ts';
import { periodOfNotice, type Service, type ServiceProof } from './service-record.rules.ts';

/**
 * The service by a public notice whose thirty days are over (by analogy to 民事诉讼法 art. 95). Nothing while it hangs, or
 * where the paper was served otherwise.
 */
export async function findEndedNotice(
  read: Read,
  { documentId, key }: { documentId: string; key: DataKey },
  call: Call,
): Promise<Service | undefined> {
  const notice = await findNoticeUnderWay(read, call.district, documentId);
  if (notice === undefined || notice.sealedProof === null) return undefined;
  const noticeDay = Temporal.PlainDate.from(notice.day);
  const { servedDay } = periodOfNotice(noticeDay);
  if (Temporal.PlainDate.compare(call.today, servedDay) < 0) return undefined;
  return {
    method: 'PUBLIC_NOTICE',
    receiver: 'applicant',
    day: servedDay,
    proof: openJson<ServiceProof>(key, notice.sealedProof),
    noticeDay,
  };
}
