import type { ServiceInput } from '../../../contract/documents.ts';
import { isDay } from '../../../contract/questions.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import { nameServicePlace } from './name-service-place.ts';
import { objectionToService, proofOf, type Service, takesReceiver, tidyTold } from './service-record.rules.ts';

/**
 * Judges a service as an officer tells it, and makes its proof. `onItsWay`: a letter without its return slip or a public
 * notice, which is not served yet. Refuses what its method lacks, each at its field.
 */
export function hearService(
  input: ServiceInput,
  of: {
    /** ISO day of the paper. */
    readonly paperDay: string;
    /** The addressee agreed to electronic service. */
    readonly agreed: boolean;
    /** Where things are handed over unless something else is told. */
    readonly base: { readonly name: { readonly zh: string } };
    readonly places: Places;
  },
  call: StaffCall,
): { service: Service; onItsWay: 'posted' | 'noticed' | undefined } {
  if (input.day !== undefined && !isDay(input.day))
    throw new Refusal('invalid_input', {}, [{ field: 'day', code: 'not_a_day' }]);
  const told = tidyTold(input);
  const { method, day } = told;
  const objection = objectionToService(told, {
    paperDay: Temporal.PlainDate.from(of.paperDay),
    today: call.today,
    agreed: of.agreed,
  });
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: objection.field, code: objection.code }]);
  const onItsWay = method === 'PUBLIC_NOTICE' ? 'noticed' : method === 'MAIL' && day === null ? 'posted' : undefined;
  const place = method === 'MAIL' ? null : nameServicePlace(method, call, of);
  return {
    service: {
      method,
      receiver: takesReceiver(method) && onItsWay === undefined ? told.receiver : 'applicant',
      day: day ?? call.today,
      proof: proofOf(told, { place, officer: call.staff.name }),
      ...(onItsWay === 'noticed' && { noticeDay: call.today }),
    },
    onItsWay,
  };
}
