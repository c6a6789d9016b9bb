import type { CaseAct } from '../../../contract/cases.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { LicenceHandling } from '../../../contract/licences.ts';
import type { CaseState, ProcedureProfile } from '../../../contract/values.ts';
import type { RefusalCode, terminationGrounds } from '../../../contract/words.ts';

export type TerminationGround = (typeof terminationGrounds)[number];

/** What was decided cannot be taken back or ended any more: own sentence, not 'somebody was quicker'. */
const decidedStates: readonly CaseState[] = ['GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING', 'COMPLETED', 'ARCHIVED'];
const endingActs: readonly CaseAct[] = ['withdraw', 'withdrawForApplicant', 'terminate'];

/** Withdrawal and termination end at the decision (domain §2.2). */
export function endsTooLate(act: CaseAct, state: CaseState): boolean {
  return endingActs.includes(act) && decidedStates.includes(state);
}

/** What each ground of a termination says on its notice. */
const terminationWords: Record<TerminationGround, string> = {
  applicantDied: '申请人死亡或者丧失行为能力，没有人可以继续申请',
  firmDissolved: '作为申请人的法人或者其他组织终止',
  objectGone: '申请事项所针对的标的已经不存在',
  refusesCooperation: '申请人拒不配合依法进行的核查、检验或者听证，致使审查无法进行',
  suppliesMissing: '应当补交的材料到期没有补齐',
  jointApplicantLost: '共同申请人退出或者不再具备申请资格，其余申请人不能单独申请',
  decisionImpossible: '依法已经不可能作出决定',
};

/** The ground as a sentence of the notice. */
export function terminationGround(ground: TerminationGround): string {
  return terminationWords[ground];
}

/** What stands against a termination: it needs a ground of the list, and what happened. */
export function judgeTermination({
  ground,
  reason,
}: {
  readonly ground?: TerminationGround | undefined;
  readonly reason: string;
}): { code: RefusalCode; field: string } | undefined {
  if (ground === undefined) return { code: 'ground_missing', field: 'ground' };
  return reason.trim() === '' ? { code: 'reason_missing', field: 'reason' } : undefined;
}

/** What a matter does to a licence of its applicant (ALL 49, 50); nothing where it gives a new one, or is no licence's. */
export function handlingOf(profile: ProcedureProfile, { result }: ItemContent): LicenceHandling | undefined {
  const { certificate } = result;
  if (profile !== 'LICENSE' || certificate === undefined) return undefined;
  if (certificate.changes === true) return 'change';
  return certificate.renews === true ? 'renewal' : undefined;
}

/** ALL 50: a renewal is applied for thirty days before the last one, unless another law says another number. */
const renewalDays = 30;

export interface RenewalTiming {
  /** Last day on which a renewal is in time. */
  readonly applyByDay: string;
  readonly timing: 'early' | 'inTime' | 'late' | 'tooLate';
}

/** So long before he must apply a holder need not think of it. */
const earlyDays = 90;

/** How an application for renewal stands on its day to the licence's last one. A late one is accepted, one after the end is none. */
export function timingOf(untilDay: string, today: Temporal.PlainDate, days: number = renewalDays): RenewalTiming {
  const until = Temporal.PlainDate.from(untilDay);
  const applyBy = until.subtract({ days });
  return { applyByDay: applyBy.toString(), timing: timingBetween(today, applyBy, until) };
}

function timingBetween(
  today: Temporal.PlainDate,
  applyBy: Temporal.PlainDate,
  until: Temporal.PlainDate,
): RenewalTiming['timing'] {
  const after = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(today, day) > 0;
  if (after(until)) return 'tooLate';
  if (after(applyBy)) return 'late';
  return Temporal.PlainDate.compare(today.add({ days: earlyDays }), applyBy) < 0 ? 'early' : 'inTime';
}

/** Accepted, and not decided. */
const underWay: readonly CaseState[] = ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING'];

/**
 * ALL 50(2): whether the law renews on this day. It takes an application in time that was accepted, a last day that
 * has passed without a decision, and a licence that nobody suspended or ended meanwhile.
 */
export function isRenewedByLaw(
  { state, inTime, untilDay, licence }: { state: CaseState; inTime: boolean; untilDay: string | null; licence: string },
  today: string,
): boolean {
  return inTime && untilDay !== null && today > untilDay && underWay.includes(state) && licence === 'valid';
}

/** From a day to a day, both of them included; null: for good. */
export interface Term {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

/**
 * For how long a renewed or changed licence holds. 变更 leaves its last day as it was. 延续 adds the item's term to the old
 * one, so that nobody loses days by applying early; what had run out begins on the day of the decision.
 */
export function termAfter(
  handling: LicenceHandling,
  { before, months, decidedDay }: { before: string | null; months: number | null; decidedDay: Temporal.PlainDate },
): Term {
  const fromDay = decidedDay.toString();
  if (handling === 'change') return { fromDay, untilDay: before };
  if (months === null) return { fromDay, untilDay: null };
  const old = before === null ? undefined : Temporal.PlainDate.from(before);
  const untilDay =
    old !== undefined && Temporal.PlainDate.compare(old, decidedDay.subtract({ days: 1 })) >= 0
      ? old.add({ days: 1 }).add({ months }).subtract({ days: 1 })
      : decidedDay.add({ months }).subtract({ days: 1 });
  return { fromDay, untilDay: untilDay.toString() };
}

/** 直接关系公共安全、人身健康、生命财产安全: who deceives in such a matter may not apply again for a time (ALL 78, 79). */
export function isSafetyMatter({ fields = [] }: ItemContent): boolean {
  return fields.includes('PUBLIC_SECURITY') || fields.includes('HEALTH_AND_SAFETY');
}

/** The reasons of a denial for what was hidden or false (ALL 78). */
export function deceitReasons(reason: string, barredUntilDay: string | undefined): string {
  const { year, month, day } = Temporal.PlainDate.from(barredUntilDay ?? '2000-01-01');
  return [
    '您隐瞒有关情况或者提供虚假材料，依照《中华人民共和国行政许可法》第七十八条给予警告',
    reason.trim().replace(/[，、；：。,;:.]+$/u, ''),
    ...(barredUntilDay === undefined
      ? []
      : [`该许可属于直接关系公共安全、人身健康、生命财产安全的事项，您在${year}年${month}月${day}日以前不得再次申请`]),
  ].join('。');
}

/** The modules above that keep something beside a case, which ends with it. */
export const followers = ['procedures', 'meetings'] as const;

/** What each of them is told: the case, and up to when what was begun for it is over. */
export interface CaseEnded {
  readonly caseId: string;
  /** ISO instant: what began later belongs to a new acceptance. */
  readonly endedAt: string;
}

/** The job by which a module above learns that a case ended, or that its acceptance was taken back. */
export function caseEndedJob(follower: (typeof followers)[number]): string {
  return `cases.ended.${follower}`;
}
