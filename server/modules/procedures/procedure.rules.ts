import type { Process } from '../../../contract/catalogue.ts';
import type { LawBasis, LimitUnit, PauseGround } from '../../../contract/deadlines.ts';
import { licensingPauseGrounds } from '../../../contract/deadlines.ts';
import type { ExtensionApprover } from '../../../contract/procedures.ts';
import { addWorkingDays, type Limits, type WorkCalendar } from '../deadlines/index.ts';

/** Why a limit may stand still; without a basis of its own it is ALL 45. */
export interface Ground {
  readonly ground: PauseGround;
  readonly basis?: LawBasis;
}

/**
 * What takes its time out of a case's limit: the eight procedures of ALL 45, and whatever else the pinned version's own
 * process says so of with the article of its law. A site visit or a public notice counts unless it does.
 */
export function groundsOf({ stages }: Process): Ground[] {
  const named = new Map(
    stages
      .flatMap(({ tasks }) => tasks)
      .flatMap(({ pause }) => {
        if (pause?.basis === undefined) return [];
        const { law, article } = pause.basis;
        return [[pause.ground, { law, ...(article !== undefined && { article }) }] as const];
      }),
  );
  const licensing: readonly PauseGround[] = licensingPauseGrounds;
  return [
    ...licensing.map((ground) => ({ ground, ...basisOf(named.get(ground)) })),
    ...[...named].filter(([ground]) => !licensing.includes(ground)).map(([ground, basis]) => ({ ground, basis })),
  ];
}

const basisOf = (basis: LawBasis | undefined) => (basis === undefined ? {} : { basis });

/** The one extension that a law allows, and who approves it. */
export interface Extendable {
  readonly most: number;
  readonly unit: LimitUnit;
  readonly approver: ExtensionApprover;
  readonly basis: LawBasis;
}

const licensingLaw = '行政许可法';

/**
 * How far a limit may be extended (ALL 42): in joint handling by the head of the government, otherwise by the head of the
 * organ; another law's limit by as much as that law says. Nothing where no law sets the limit or allows more time.
 */
export function extendableOf({ statutory }: Limits): Extendable | undefined {
  if (statutory?.extendableBy === undefined || statutory.extendableBy === 0 || !('law' in statutory.basis)) return;
  const { extendableBy: most, unit, basis } = statutory;
  if (basis.law.replace('中华人民共和国', '') !== licensingLaw) return { most, unit, approver: 'organHead', basis };
  return isJoint(basis)
    ? {
        most,
        unit,
        approver: 'governmentHead',
        basis: { law: licensingLaw, article: '第四十二条第二款', rule: 'R-2.9' },
      }
    : { most, unit, approver: 'organHead', basis: { law: licensingLaw, article: '第四十二条第一款', rule: 'R-2.8' } };
}

/** 统一办理、联合办理、集中办理: 45 working days. */
function isJoint({ rule, article }: LawBasis): boolean {
  return rule === 'R-2.9' || (article ?? '').startsWith('第四十二条第二款');
}

/** Last day of the time that a procedure needs, by the calendar as it is now known. */
export function expectedDayOf(
  { startedDay, neededDays }: { readonly startedDay: string; readonly neededDays: number },
  calendar: WorkCalendar,
): string {
  return addWorkingDays(Temporal.PlainDate.from(startedDay), neededDays, calendar).toString();
}

/** What papers and messages call a special procedure 特别程序. */
export const groundWords: Readonly<Record<PauseGround, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
  siteVisit: '现场踏勘',
  examination: '考试',
  publicNotice: '公示',
  technicalReview: '技术审查',
  interestedParties: '听取利害关系人意见',
  reportUp: '上报',
  announcement: '公告',
  securityReview: '安全审查',
  other: '特别程序',
};

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** Whether a text that everybody may read says the name or a number of somebody the case is about. */
export function namesParty(
  text: string,
  parties: readonly { readonly name: string; readonly number: string | null; readonly phone?: string | null }[],
): boolean {
  const said = squeezed(text);
  return parties
    .flatMap(({ name, number, phone }) => [name, name.slice(name.lastIndexOf('·') + 1), number, phone])
    .flatMap((word) => (word == null ? [] : [squeezed(word)]))
    .some((word) => [...word].length > 1 && said.includes(word));
}
