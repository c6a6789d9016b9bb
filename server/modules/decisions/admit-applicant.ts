import type { Answers } from '../../../contract/form.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Party } from '../cases/index.ts';
import { applicantOf, applicantsOf, handlingOf, timingOf } from '../cases/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { findHeld, findStandingBar } from '../licences/index.ts';
import { numberIndex, tidyNumber } from '../people/index.ts';
import type { CaseLicence } from './case-licence.store.ts';

/** An application as it comes in. */
export interface ApplicationAtDoor {
  readonly version: ItemVersion;
  readonly parties: readonly Omit<Party, 'id'>[];
  readonly answers: Answers;
  /** In whose name it would be decided. */
  readonly issuingOrganId: string;
}

/**
 * What the law asks of an applicant before his application is received: that nothing bars him (ALL 78, 79), and that the
 * licence which he renews or changes has not ended (ALL 49, 50). A renewal that comes late is received all the same.
 * Answers with that licence. Refuses: barred_until, renewal_too_late, licence_ended.
 */
export async function admitApplicant(
  tx: Tx,
  { version, parties, answers, issuingOrganId }: ApplicationAtDoor,
  call: Call,
): Promise<Omit<CaseLicence, 'caseId'> | undefined> {
  const { content, profile, itemId } = version;
  const { certificate } = content.result;
  if (profile === 'LICENSE') {
    const numberIndexes = applicantsOf(parties).flatMap(({ number }) =>
      number === null ? [] : [numberIndex(tidyNumber(number))],
    );
    const asked = { numberIndexes, title: certificate?.title ?? null, itemId, today: call.today };
    const bar = await findStandingBar(tx, call.district, asked);
    if (bar !== undefined) throw new Refusal('barred_until', { day: bar.untilDay, article: bar.article });
  }
  const handling = handlingOf(profile, content);
  if (handling === undefined || certificate === undefined) return undefined;
  const { name, number } = applicantOf(parties);
  const printed = answers['licenceNumber'];
  const held = await findHeld(
    tx,
    { organId: issuingOrganId, title: certificate.title, number, name, ...(printed && { printed }) },
    call,
  );
  // Given before there was a register: the window looks at the paper itself.
  if (held === undefined) return undefined;
  const { licenceId, untilDay, state } = held;
  if (state === 'expired') throw new Refusal('renewal_too_late', { number: held.number, day: untilDay ?? '' });
  if (state !== 'valid' && state !== 'suspended') throw new Refusal('licence_ended', { number: held.number, state });
  const timed = untilDay === null ? undefined : timingOf(untilDay, call.today, certificate.renewal?.days);
  return {
    licenceId,
    handling,
    untilDay,
    applyByDay: timed?.applyByDay ?? null,
    inTime: handling === 'renewal' && (timed?.timing === 'inTime' || timed?.timing === 'early'),
  };
}
