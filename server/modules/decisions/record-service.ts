import { maskName } from '../../../contract/identifiers.ts';
import type { DeliveryMethod, ServiceReceiver } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { seal } from '../../platform/vault/index.ts';
import type { Case } from '../cases/index.ts';
import { deliveryReceipt, type Matter } from '../cases/index.ts';
import {
  type IssuedDocument,
  insertServices,
  issueDocument,
  periodOfNotice,
  type ServiceProof,
} from '../documents/index.ts';

/** 送达: how papers reached their addressee, and on which day. */
export interface Service {
  readonly method: DeliveryMethod;
  readonly receiver: ServiceReceiver;
  /** A letter's day is that of its return slip. */
  readonly day: Temporal.PlainDate;
  readonly proof: ServiceProof;
  /** The day on which a public notice was put up. */
  readonly noticeDay?: Temporal.PlainDate;
}

/** Who took papers in the place of the addressee, and by what right. */
const authorities: Record<Exclude<ServiceReceiver, 'applicant'>, string> = {
  entrusted: '受送达人委托代收',
  family: '同住成年家属',
  office: '单位负责收件的人员',
};

/** Notes the service of papers and makes its receipt 送达回证. It issues a document, so acts call it last. */
export async function recordService(
  tx: Tx,
  {
    theCase,
    matter,
    papers,
    service,
  }: {
    theCase: Case;
    matter: Matter;
    /** Of one addressee. */
    papers: readonly { documentId: string; title: string; number?: string; addressee?: string }[];
    service: Service;
  },
  call: Call,
): Promise<IssuedDocument> {
  const { method, receiver, day, proof, noticeDay } = service;
  const addressee = papers[0]?.addressee;
  const notice = noticeDay && {
    fromDay: noticeDay.toString(),
    untilDay: periodOfNotice(noticeDay).untilDay.toString(),
    place: proof.place ?? '',
  };
  await insertServices(tx, call.district, {
    documentIds: papers.map(({ documentId }) => documentId),
    method,
    receiver,
    sealedProof: seal(theCase.key, JSON.stringify(proof)),
    at: call.now,
    day,
    untilDay: noticeDay === undefined ? null : periodOfNotice(noticeDay).untilDay,
    postId: call.actor.postId,
  });
  return issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: addressee === undefined ? theCase.maskedApplicant : maskName(addressee),
      content: deliveryReceipt(matter, {
        addressee,
        documents: papers.map(({ title, number }) => ({ title, number: number ?? null })),
        method,
        place: proof.place ?? '',
        deliveredAt: notice ? null : method === 'MAIL' ? day.toString() : call.now.toString(),
        deliverers: proof.deliverers,
        agent:
          receiver === 'applicant' || proof.receiverName === null
            ? null
            : { name: proof.receiverName, authority: authorities[receiver] },
        refusal: proof.refusal,
        post: proof.post,
        notice: notice ?? null,
        remark: proof.remark,
      }),
    },
    call,
  );
}
