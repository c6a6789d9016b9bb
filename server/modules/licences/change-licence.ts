import { createHash, randomBytes } from 'node:crypto';
import type { Heard, LicenceAct, LicenceGround } from '../../../contract/licences.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { issueDocument, serveToApplicant } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitLicenceAct } from './admit-licence-act.ts';
import { barHolder } from './bar-holder.ts';
import { draftLicenceDecision } from './draft-licence-decision.ts';
import { afterLicenceAct, licenceStateOn, objectionToChange } from './licence.rules.ts';
import { insertLicenceChange, saveLicenceState } from './licence.store.ts';

export interface ChangeLicence {
  readonly licenceId: string;
  readonly reason: string;
  readonly ground?: LicenceGround;
  readonly heard?: Heard;
  readonly compensation?: string;
}

/** In the past tense, as the ledger says it. */
const happened: Record<LicenceAct, string> = {
  suspend: 'licence.suspended',
  restore: 'licence.restored',
  recall: 'licence.recalled',
  cancel: 'licence.cancelled',
  revoke: 'licence.revoked',
};

/**
 * Suspends, restores, recalls, cancels or revokes a licence of the post's own organ, on a ground of the law's list and
 * with the reason, and issues the decision among the papers of the licence: there is no change without its document
 * (行政许可法 art. 8, 69, 70). To the account of who applied online it is served at once. Who got a licence for a matter of safety by fraud is barred for three years (art. 79).
 * Refuses `licence_moved_on` where the licence no longer stands as the act needs it, and ground_missing, ground_unfit,
 * reason_missing, holder_not_heard, compensation_missing, and who must keep away from the holder: recused, recusal_needed.
 */
export async function changeLicence(
  tx: Tx,
  { licenceId, ...given }: ChangeLicence,
  call: StaffCall,
  act: LicenceAct,
): Promise<{ licenceId: string }> {
  const { post } = call.staff;
  if (post === undefined) throw new Refusal('not_found');
  const { licence, places } = await admitLicenceAct(tx, licenceId, call);
  const state = licenceStateOn(licence, call.today.toString());
  const after = afterLicenceAct(act, state);
  if (after === undefined) throw new Refusal('licence_moved_on', { standing: state });
  const text = given.reason.trim();
  const compensation = given.compensation?.trim();
  const { ground, heard } = given;
  const change = {
    act,
    reason: text,
    ...(ground && { ground }),
    ...(heard && { heard }),
    ...(compensation && { compensation }),
  };
  // One that begins later was given before; one of old was registered long after.
  const registeredDay = dayOf(Temporal.Instant.from(licence.registeredAt)).toString();
  const [givenDay = registeredDay] = [licence.fromDay, registeredDay].toSorted();
  const objection = objectionToChange(change, { ...licence, state, givenDay }, call.today.toString());
  if (objection !== undefined) throw new Refusal(objection.code, {}, [{ field: objection.field, code: 'required' }]);
  const { organ, content } = await draftLicenceDecision(tx, { licence, places, change }, call);
  const salt = randomBytes(16).toString('base64url');
  await Promise.all([
    saveLicenceState(tx, call.district, { id: licence.id, state: after, stateDay: call.today }),
    insertLicenceChange(tx, call.district, {
      id: newId(),
      licenceId: licence.id,
      act,
      day: call.today,
      at: call.now,
      ground,
      heard,
      sealedReason: seal(licence.key, JSON.stringify({ salt, text, ...(compensation && { compensation }) })),
      staffId: call.staff.id,
      postId: post.id,
    }),
  ]);
  const paper = await issueDocument(
    tx,
    {
      organ,
      subject: { kind: 'licence', id: licence.id },
      key: licence.key,
      maskedHolder: licence.maskedHolder,
      content,
    },
    call,
  );
  const barredUntilDay =
    ground === 'fraud' && licence.safetyMatter && licence.holderNumberIndex !== null
      ? await barHolder(
          tx,
          { ...licence, licenceId: licence.id, article: 79, numberIndexes: [licence.holderNumberIndex] },
          call,
        )
      : null;
  append(tx, call, {
    subject: { kind: 'licence', id: licence.id },
    act: happened[act],
    place: licence.organisationId,
    facts: {
      from: state,
      to: after,
      ground: ground ?? null,
      heard: heard?.how ?? null,
      barredUntilDay,
      reasonDigest: createHash('sha256').update(salt).update(text).digest('hex'),
      documentId: paper.documentId,
      number: paper.number,
      digest: paper.digest,
    },
  });
  if (licence.filedOnline) serveToApplicant(tx, [paper.documentId], 'ELECTRONIC', call);
  plan(tx, call, { kind: 'cases.tell-licence', payload: { licenceId: licence.id, act } });
  return { licenceId: licence.id };
}
