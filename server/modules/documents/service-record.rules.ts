import type { ServiceInput } from '../../../contract/documents.ts';
import type { DeliveryMethod, ServiceReceiver } from '../../../contract/values.ts';
import type { RefusalCode } from '../../../contract/words.ts';
import type { DocumentContent } from './document.data.ts';

/** What proves one service, as it was told; sealed with the papers of its case. */
export interface ServiceProof {
  /** Address, counter, or where a notice was put up. */
  readonly place: string | null;
  /** Who took it, where it was not the addressee himself. */
  readonly receiverName: string | null;
  readonly deliverers: readonly string[];
  readonly post: { readonly carrier: string; readonly trackingNumber: string } | null;
  /** Why it was left behind, and who saw it. */
  readonly refusal: { readonly reason: string; readonly witness: string } | null;
  /** Why no other way served, for a public notice. */
  readonly remark: string | null;
}

/** A service as a clerk tells it; all texts tidied. */
export interface ServiceTold {
  readonly method: DeliveryMethod;
  readonly receiver: ServiceReceiver;
  readonly receiverName: string;
  readonly place: string;
  readonly entrustedTo: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly reason: string;
  readonly witness: string;
  /** On which the addressee signed for a letter; null while it is under way. */
  readonly day: Temporal.PlainDate | null;
}

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

export interface ServiceObjection {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly field: keyof ServiceTold;
}

/**
 * What is missing for a method to prove a service (by analogy to 民事诉讼法 art. 87–95): a paper left behind needs the
 * refusal and a witness, a letter its carrier and number, a public notice where it hangs and why nothing else served, an
 * electronic service the addressee's consent. Only a letter may have a day of its own, that of its return slip.
 */
export function objectionToService(
  told: ServiceTold,
  { paperDay, today, agreed }: { paperDay: Temporal.PlainDate; today: Temporal.PlainDate; agreed: boolean },
): ServiceObjection | undefined {
  const object = (field: keyof ServiceTold, code: RefusalCode, facts: ServiceObjection['facts'] = {}) => ({
    code,
    facts,
    field,
  });
  if (told.day !== null) {
    const earliest = told.method === 'MAIL' ? paperDay : today;
    if (Temporal.PlainDate.compare(told.day, earliest) < 0)
      return object('day', 'service_backdated', { day: earliest.toString() });
    if (Temporal.PlainDate.compare(told.day, today) > 0)
      return object('day', 'service_in_future', { day: today.toString() });
  }
  const needed: Record<DeliveryMethod, readonly (keyof ServiceTold)[]> = {
    DIRECT: [],
    LEFT: ['place', 'reason', 'witness'],
    ENTRUSTED: ['entrustedTo'],
    MAIL: ['carrier', 'trackingNumber'],
    ELECTRONIC: [],
    PUBLIC_NOTICE: ['place', 'reason'],
  };
  const missing = needed[told.method].find((field) => told[field] === '');
  if (missing === 'witness') return object(missing, 'service_witness_missing');
  if (missing === 'trackingNumber') return object(missing, 'service_number_missing');
  if (missing !== undefined) return object(missing, 'service_proof_missing');
  if (takesReceiver(told.method) && told.receiver !== 'applicant' && told.receiverName === '')
    return object('receiverName', 'service_proof_missing');
  return told.method === 'ELECTRONIC' && !agreed ? object('method', 'service_not_agreed') : undefined;
}

/** Whether somebody takes the paper from a hand: left papers and notices are taken by nobody. */
export function takesReceiver(method: DeliveryMethod): boolean {
  return method === 'DIRECT' || method === 'ENTRUSTED' || method === 'MAIL';
}

/** A public notice runs thirty days after its own day, and serves on the day after (by analogy to 民事诉讼法 art. 95). */
export function periodOfNotice(fromDay: Temporal.PlainDate): {
  untilDay: Temporal.PlainDate;
  servedDay: Temporal.PlainDate;
} {
  return { untilDay: fromDay.add({ days: 30 }), servedDay: fromDay.add({ days: 31 }) };
}

/** What an officer told, tidied. */
export function tidyTold(input: ServiceInput): ServiceTold {
  const text = (value: string | undefined) => (value ?? '').trim();
  return {
    method: input.method,
    receiver: input.receiver,
    receiverName: text(input.receiverName),
    place: text(input.place),
    entrustedTo: text(input.entrustedTo),
    carrier: text(input.carrier),
    trackingNumber: text(input.trackingNumber),
    reason: text(input.reason),
    witness: text(input.witness),
    day: input.day === undefined ? null : Temporal.PlainDate.from(input.day),
  };
}

/** The proof of what was told: where no place was, the one that goes without saying; the officer stands for it. */
export function proofOf(
  told: ServiceTold,
  { place, officer }: { place: string | null; officer: string },
): ServiceProof {
  const isLeft = told.method === 'LEFT';
  return {
    place: told.place === '' ? place : told.place,
    receiverName:
      takesReceiver(told.method) && told.receiver !== 'applicant' && told.receiverName !== ''
        ? told.receiverName
        : null,
    deliverers: told.method === 'ENTRUSTED' ? [told.entrustedTo, officer] : [officer],
    post: told.method === 'MAIL' ? { carrier: told.carrier, trackingNumber: told.trackingNumber } : null,
    refusal: isLeft ? { reason: told.reason, witness: told.witness } : null,
    remark: told.method === 'PUBLIC_NOTICE' ? told.reason : null,
  };
}

/** Who took papers in the place of the addressee, and by what right. */
const authorities: Record<Exclude<ServiceReceiver, 'applicant'>, string> = {
  entrusted: '受送达人委托代收',
  family: '同住成年家属',
  office: '单位负责收件的人员',
};

/** What every paper of the same addressee begins with. */
export type PaperHead = Pick<
  DocumentContent,
  'profile' | 'caseNumber' | 'applicants' | 'item' | 'contact' | 'provisionalYears'
>;

/** What is served together, to one addressee. */
export interface ServedPaper {
  readonly documentId: string;
  readonly title: string;
  readonly number?: string;
  /** Another than the applicants. */
  readonly addressee?: string;
}

/** 送达回证: what was handed over, to whom, how and when. */
export function deliveryReceipt(
  head: PaperHead,
  papers: readonly ServedPaper[],
  { method, receiver, day, proof, noticeDay }: Service,
  now: Temporal.Instant,
): Extract<DocumentContent, { kind: 'deliveryReceipt' }> {
  const addressee = papers[0]?.addressee;
  return {
    ...head,
    kind: 'deliveryReceipt',
    ...(addressee !== undefined && { applicants: [{ name: addressee, kind: 'person' as const }] }),
    addressee: addressee ?? null,
    documents: papers.map(({ title, number }) => ({ title, number: number ?? null, copies: 1 })),
    method,
    place: proof.place ?? '',
    deliveredAt: noticeDay ? null : method === 'MAIL' ? day.toString() : now.toString(),
    deliverers: [...proof.deliverers],
    agent:
      receiver === 'applicant' || proof.receiverName === null
        ? null
        : { name: proof.receiverName, authority: authorities[receiver] },
    refusal: proof.refusal,
    post: proof.post,
    notice: noticeDay
      ? {
          fromDay: noticeDay.toString(),
          untilDay: periodOfNotice(noticeDay).untilDay.toString(),
          place: proof.place ?? '',
        }
      : null,
    remark: proof.remark,
  };
}
