import { maskPhone } from '../../../contract/identifiers.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { DefectKind } from '../../../contract/values.ts';
import { defectKinds, terminationGrounds } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  acceptanceNotice,
  acceptanceRefusal,
  applicantOf,
  correctionNotice,
  deceitReasons,
  denialDecision,
  getCase,
  getMatter,
  isSafetyMatter,
  isVillageAgent,
  type Matter,
  phonesToTell,
  requirementsOf,
  visibleTo,
} from '../cases/index.ts';
import { addWorkingDays, dueDay, type Limit, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import {
  findKeptLicence,
  grantingDecision,
  terminationNotice,
  type WithdrawalSigner,
  withdrawalRequest,
} from '../decisions/index.ts';
import { type DocumentContent, previewDocument } from '../documents/index.ts';
import { barredUntil, findRenewable } from '../licences/index.ts';
import type { StaffCall } from '../people/index.ts';

export interface PreviewAct {
  readonly caseId: string;
  readonly act: Inputs['GET /cases/:caseId/preview']['act'];
  readonly text?: string;
  readonly ground?: NonNullable<Inputs['GET /cases/:caseId/preview']['ground']>;
  readonly signer?: WithdrawalSigner;
  readonly returned?: string;
  readonly competentOrgan?: string;
  readonly defects?: string;
}

const unwritten = '……';

/** What an act would produce: the paper without its number, the days, who is told. Nothing is done; it is logged as read. */
export async function previewAct(
  read: Read,
  input: PreviewAct,
  call: StaffCall,
): Promise<Replies['GET /cases/:caseId/preview']> {
  // None of these acts is ever a village's.
  if (isVillageAgent(call)) throw new Refusal('not_found');
  const theCase = await getCase(read, call.district, input.caseId, visibleTo(call.staff.scope));
  // There is nothing to decide about what was not accepted.
  if ((input.act === 'grant' || input.act === 'deny') && theCase.acceptedDay === null)
    throw new Refusal('case_moved_on', { state: theCase.state, who: '', at: '', act: '' });
  const [matter, calendar] = await Promise.all([getMatter(read, call, theCase), loadCalendar(read, call.district)]);
  const { statutoryLimit, promisedLimit, deliveryLimit, correctionDays, grantReason } = matter.version.content;
  const from = (limit: Limit | undefined) =>
    limit === undefined ? undefined : dueDay(limit, [{ kind: 'start', day: call.today, at: call.now }], calendar);
  const statutory = from(statutoryLimit);
  const promised = from(promisedLimit);
  const kept = input.act === 'grant' ? await findKeptLicence(read, matter, call.today, call) : undefined;
  const back = (input.returned ?? '').split(',');
  const returned = matter.version.content.materials.filter(({ key }) => back.includes(key)).map(({ name }) => name.zh);
  // What is not written yet stays visibly open.
  const text = input.text?.trim() || unwritten;
  const content = ((): DocumentContent => {
    switch (input.act) {
      case 'accept':
        return acceptanceNotice(matter, {
          acceptedDay: call.today.toString(),
          queryCode: '········',
          ground: theCase.round === 1 ? { kind: 'complete' } : { kind: 'corrected' },
          statutoryDueDay: statutory?.dueDay.toString() ?? null,
          promisedDueDay: promised?.dueDay.toString() ?? null,
          provisional: (statutory?.provisional ?? false) || (promised?.provisional ?? false),
        });
      case 'correct':
        return correctionNotice(matter, {
          defects: defectsOf(input.defects, matter),
          ...correctionDay(correctionDays, call.today, calendar),
        });
      case 'refuse':
        return acceptanceRefusal(matter, {
          ground:
            input.ground === 'notRequired' || input.ground === 'falseMaterial' ? input.ground : 'outsideAuthority',
          reason: input.ground === 'falseMaterial' ? deceit(matter, text, call) : text,
          competentOrgan: input.competentOrgan?.trim() || null,
        });
      case 'grant': {
        const delivery = from(deliveryLimit);
        return grantingDecision(matter, kept, {
          decidedDay: call.today,
          reason: text === unwritten ? grantReason : text,
          deliveryLastDay: delivery?.dueDay.toString() ?? null,
          provisional: delivery?.provisional ?? false,
        });
      }
      case 'deny':
        return denialDecision(matter, {
          reason: input.ground === 'falseMaterial' ? deceit(matter, text, call) : text,
        });
      case 'withdrawForApplicant':
        return withdrawalRequest(matter, {
          requestedDay: call.today.toString(),
          reason: input.text?.trim() || null,
          returned,
          signer: input.signer ?? 'applicant',
          signedAt: null,
        });
      case 'terminate':
        return terminationNotice(matter, {
          ground: terminationGrounds.find((ground) => ground === input.ground) ?? 'decisionImpossible',
          reason: text,
          endedDay: call.today.toString(),
          returned,
        });
    }
  })();
  call.effects.log.push({ kind: 'read', subjectId: input.caseId, code: 'case.previewed' });
  const ofDecider = input.act === 'grant' || input.act === 'deny' || input.act === 'terminate';
  const organ = ofDecider ? matter.issuingOrgan : matter.acceptingOrgan;
  const draft = await previewDocument(read, { content, organ }, call);
  const [tells] = phonesToTell(matter.parties);
  return {
    kind: content.kind,
    title: draft.title,
    lines: draft.lines,
    organ: organ.name.zh,
    day: call.today.toString(),
    ...(input.act === 'accept' && statutory && { statutoryDueDay: statutory.dueDay.toString() }),
    ...(input.act === 'accept' && promised && { promisedDueDay: promised.dueDay.toString() }),
    ...(tells !== undefined && { tells: maskPhone(tells) }),
    ...(input.act === 'grant' && (await licenceAhead(read, matter, call))),
  };
}

/** What a grant would enter in the register. */
async function licenceAhead(read: Read, matter: Matter, call: StaffCall) {
  const { certificate } = matter.version.content.result;
  if (certificate === undefined) return {};
  const { name, number } = applicantOf(matter.parties);
  const before =
    certificate.renews === true || certificate.changes === true
      ? await findRenewable(read, call.district, {
          organId: matter.issuingOrgan.id,
          title: certificate.title,
          number,
          name,
        })
      : undefined;
  return { licence: { title: certificate.title, ...(before && { replaces: before.number }) } };
}

/** What a denial for false material would say, and until when it would bar (ALL 78). */
function deceit({ version }: Matter, reason: string, call: StaffCall): string {
  const bars = version.profile === 'LICENSE' && isSafetyMatter(version.content);
  return deceitReasons(reason, bars ? barredUntil(78, call.today).toString() : undefined);
}

/** The defects as the screen has them so far; half-written ones are left out. */
function defectsOf(text: string | undefined, matter: Matter): { key: string; kind: DefectKind; howToFix: string }[] {
  if (text === undefined) return [];
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('invalid_input', {}, [{ field: 'defects', code: 'format' }]);
  }
  if (!Array.isArray(given)) throw new Refusal('invalid_input', {}, [{ field: 'defects', code: 'format' }]);
  const keys = new Set(requirementsOf(matter).map((requirement) => requirement.key));
  return (given as unknown[]).slice(0, 60).flatMap((each) => {
    const { key, kind, howToFix } = (each ?? {}) as Record<string, unknown>;
    const isKnown = typeof key === 'string' && keys.has(key) && (defectKinds as readonly unknown[]).includes(kind);
    return isKnown
      ? [{ key, kind: kind as DefectKind, howToFix: typeof howToFix === 'string' ? howToFix.slice(0, 500) : '' }]
      : [];
  });
}

/** The applicant's last day, and whether the holiday notice of its year is awaited. */
function correctionDay(days: number | null, today: Temporal.PlainDate, calendar: WorkCalendar) {
  if (days === null) return { lastDay: null };
  const last = addWorkingDays(today, days, calendar);
  return { lastDay: last.toString(), provisional: calendar.kindOf(last).provisional };
}
