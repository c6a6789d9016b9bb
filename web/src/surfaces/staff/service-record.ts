import type { StaffCase } from '../../../../contract/cases.ts';
import type { DocumentView, ServiceView } from '../../../../contract/documents.ts';
import { isServed, resultPapers } from '../../../../contract/words.ts';
import type { Words } from './words.ts';

/** Whether this person may serve this paper now; the papers of a result only once it is to be delivered. */
export function canServe(kase: StaffCase, { kind, served, overtaken }: DocumentView): boolean {
  if (served || overtaken || !isServed(kind) || !kase.actions.includes('serveDocument')) return false;
  return !resultPapers.includes(kind) || kase.state === 'DELIVERING';
}

/** A hearing was called off, and this notice of it reached its addressee, or is on its way, on paper: no message tells him. */
export function isToldByHand({ overtaken, service }: DocumentView): boolean {
  return overtaken === 'calledOff' && service !== undefined && service.method !== 'ELECTRONIC';
}

/** How a paper was served, or is under way, in one line. */
export function serviceWords(service: ServiceView, { t, day }: Words): string {
  const { method, state, untilDay, carrier, trackingNumber, receiver, receiverName, place } = service;
  const how =
    state === 'underWay' && (method === 'MAIL' || method === 'PUBLIC_NOTICE')
      ? t(`service.underWay.${method}`, { until: untilDay === undefined ? '' : day(untilDay) })
      : t('service.record', { method: t(`service.methods.${method}`), day: day(service.day) });
  const post = carrier && trackingNumber && t('service.post', { carrier, number: trackingNumber });
  const taken =
    receiver !== 'applicant' &&
    t('service.takenBy', { receiver: `${t(`service.receivers.${receiver}`)}${receiverName ?? ''}` });
  return [how, post, taken, place].filter(Boolean).join(t('comma'));
}
