import type { Prefilled } from '../../../contract/cases.ts';
import type { Answers, FormField } from '../../../contract/form.ts';
import { partsOf } from '../../../contract/questions.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson } from '../../platform/vault/index.ts';
import { getCasesOf, placeNamesOf } from '../cases/index.ts';
import { getItemVersions, getVersionInForce } from '../catalogue/index.ts';
import { findVerifiedResident, type StaffCall, sameName, tidyNumber } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';

/** Answers that nobody typed, each with where it came from. */
export interface Prefill {
  readonly answers: Answers;
  readonly prefilled: Readonly<Record<string, Prefilled>>;
}

/** What is known of the person beside his cases. */
export interface KnownAccount {
  readonly id: string;
  readonly phone: string | undefined;
  readonly regionId: string | undefined;
}

/** So many of a person's latest cases are looked through. */
const latest = 10;

/**
 * What a form may be filled with beforehand, where its fields allow it: the account's phone and place, and what the
 * person's own account said in an earlier case under the same key and kind.
 */
export async function getPrefill(
  read: Read,
  district: string,
  form: readonly FormField[],
  account: KnownAccount,
): Promise<Prefill> {
  const answers: Record<string, string> = {};
  const prefilled: Record<string, Prefilled> = {};
  const fill = (path: string, value: string, source: Prefilled) => {
    answers[path] = value;
    prefilled[path] = source;
  };
  for (const field of form) {
    if (field.prefill === 'phone' && account.phone !== undefined) fill(field.key, account.phone, { from: 'account' });
    if (field.prefill === 'place' && account.regionId !== undefined)
      fill(field.kind === 'address' ? `${field.key}.place` : field.key, account.regionId, { from: 'account' });
  }
  const wanted = form.filter(({ prefill }) => prefill === 'earlier');
  if (wanted.length === 0) return { answers, prefilled };
  const earlier = await getCasesOf(read, district, account.id, latest);
  const versions = await getItemVersions(read, district, [...new Set(earlier.map((each) => each.itemVersionId))]);
  for (const before of earlier) {
    const said = openJson<Answers>(before.key, before.sealedAnswers);
    const asked = versions.find(({ id }) => id === before.itemVersionId)?.content.form ?? [];
    const source: Prefilled = {
      from: 'case',
      ...(before.caseNo !== null && { caseNo: before.caseNo }),
      ...(before.receivedAt !== null && { day: dayOf(Temporal.Instant.from(before.receivedAt)).toString() }),
    };
    for (const field of wanted) {
      if (!asked.some(({ key, kind }) => key === field.key && kind === field.kind)) continue;
      const paths = partsOf(field).map((part) => (part.key === field.key ? part.key : `${field.key}.${part.key}`));
      // A block comes from one case, whole: half an address of two would be neither.
      if (paths.some((path) => Object.hasOwn(answers, path))) continue;
      for (const path of paths) if (said[path] !== undefined) fill(path, said[path], source);
    }
  }
  return { answers, prefilled };
}

/**
 * What an earlier case of the person at the window said, for this form; his card was seen, so its name and number open it.
 * That it was looked up is recorded. Refuses: no_post, item_not_authorised.
 */
export async function getPrefillAtWindow(
  read: Read,
  { itemId, name, residentNumber }: Inputs['POST /cases/prefill'],
  call: StaffCall,
): Promise<Replies['POST /cases/prefill']> {
  const { post } = call.staff;
  if (post === undefined) throw new Refusal('no_post');
  if (!post.itemIds.includes(itemId)) throw new Refusal('item_not_authorised');
  const [{ content }, person, places] = await Promise.all([
    getVersionInForce(read, call, itemId),
    findVerifiedResident(read, call.district, tidyNumber(residentNumber)),
    loadPlaces(read, call.district),
  ]);
  // A number alone opens nothing: the card has a name too. Every look is recorded, and those that miss are counted.
  if (person?.identity === undefined || !sameName(person.identity.name, name)) {
    call.effects.log.push({ kind: 'read', subjectId: itemId, code: 'resident.notPrefilled' });
    return { answers: {}, prefilled: {}, placeNames: {} };
  }
  call.effects.log.push({ kind: 'read', subjectId: person.id, code: 'resident.prefilled' });
  const known = { id: person.id, phone: person.phone, regionId: person.regionId };
  const { answers, prefilled } = await getPrefill(read, call.district, content.form, known);
  return {
    answers,
    prefilled: { ...prefilled },
    placeNames: placeNamesOf(content.form, answers, places),
    ...(person.phone !== undefined && { phone: person.phone }),
    ...(person.regionId !== undefined && { regionId: person.regionId }),
  };
}

/** Which answers of a form filled at the window stand as an earlier case of the person said them. */
export async function findPrefilled(
  read: Read,
  district: string,
  { form, answers, accountId }: { form: readonly FormField[]; answers: Answers; accountId: string },
): Promise<Record<string, Prefilled>> {
  const known = await getPrefill(read, district, form, { id: accountId, phone: undefined, regionId: undefined });
  return stillPrefilled(known.prefilled, known.answers, answers);
}

/** What stays prefilled after somebody typed: an answer that was changed is his own. */
export function stillPrefilled(
  prefilled: Readonly<Record<string, Prefilled>>,
  before: Answers,
  after: Answers,
): Record<string, Prefilled> {
  return Object.fromEntries(Object.entries(prefilled).filter(([path]) => after[path] === before[path]));
}
