import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { insertServices, newService } from './document.store.ts';
import type { Issue } from './freeze-document.ts';
import { issueDocument } from './issue-document.ts';
import type { IssuedDocument } from './issue-frozen.ts';
import { deliveryReceipt, type PaperHead, type ServedPaper, type Service } from './service-record.rules.ts';

/** Papers that go to one addressee by one service, and what they belong to. */
export interface Serving extends Pick<Issue, 'organ' | 'subject' | 'key' | 'maskedHolder'> {
  readonly head: PaperHead;
  readonly papers: readonly ServedPaper[];
  readonly service: Service;
}

/** Notes that papers reached their addressee and issues the receipt of it 送达回证. Acts call it last. */
export function servePapers(tx: Tx, serving: Serving, call: Call): Promise<IssuedDocument> {
  const { organ, subject, key, maskedHolder, head, papers, service } = serving;
  insertServices(tx, call.district, newService(serving, call));
  const addressee = papers[0]?.addressee;
  return issueDocument(
    tx,
    {
      organ,
      subject,
      key,
      maskedHolder: addressee === undefined ? maskedHolder : maskName(addressee),
      content: deliveryReceipt(head, papers, service, call.now),
    },
    call,
  );
}
