import type { DeliveryMethod, ServiceReceiver } from '../../../contract/values.ts';
import type { RefusalCode } from '../../../contract/words.ts';

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
