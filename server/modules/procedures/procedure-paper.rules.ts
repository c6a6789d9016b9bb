import { type LawBasis, type LimitUnit, licensingPauseGrounds, type PauseGround } from '../../../contract/deadlines.ts';
import type { ExtensionApprover } from '../../../contract/procedures.ts';
import { basesOf, type Matter, paperHead } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';
import { groundWords } from './procedure.rules.ts';

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

const citation = ({ law, article }: LawBasis) => `《${law}》${article ?? ''}`;

/** What a limit is called: 7个工作日. */
export function printedLimit({ amount, unit }: { amount: number; unit: LimitUnit }): string {
  if (unit === 'officeHours') return `${amount}个办公小时`;
  return unit === 'workingDays' ? `${amount}个工作日` : `${amount}日`;
}

/** 特别程序告知书: why, on which basis, how long, from when, and that it is not counted (ALL 45). */
export function specialProcedureNotice(
  matter: Matter,
  facts: {
    ground: PauseGround;
    basis?: LawBasis;
    reason: string;
    neededDays: number;
    startDay: string;
    expectedDay: string;
    provisional: boolean;
  },
): Content<'specialProcedureNotice'> {
  return {
    kind: 'specialProcedureNotice',
    ...paperHead(matter, matter.issuingOrgan, facts.provisional ? [facts.expectedDay] : []),
    acceptedDay: matter.theCase.acceptedDay ?? '',
    procedure: groundWords[facts.ground],
    isNamedByLaw: (licensingPauseGrounds as readonly PauseGround[]).includes(facts.ground),
    reason: facts.reason,
    basis: facts.basis === undefined ? [] : [citation(facts.basis)],
    neededTime: printedLimit({ amount: facts.neededDays, unit: 'workingDays' }),
    startDay: facts.startDay,
    expectedEndDay: facts.expectedDay,
  };
}

/** 恢复计时通知书: the case with its days as they are after the procedure (ALL 45, 82). */
export function resumptionNotice(
  matter: Matter,
  facts: { ground: PauseGround; startedDay: string; endedDay: string; notCounted: number; unit: LimitUnit },
): Content<'resumptionNotice'> {
  const { acceptedDay, statutoryDueDay, promisedDueDay, dueDay, dueProvisional } = matter.theCase;
  const lastDay = statutoryDueDay ?? dueDay ?? '';
  return {
    kind: 'resumptionNotice',
    ...paperHead(matter, matter.issuingOrgan, dueProvisional ? [lastDay] : []),
    acceptedDay: acceptedDay ?? '',
    procedure: groundWords[facts.ground],
    startedDay: facts.startedDay,
    endedDay: facts.endedDay,
    notCounted: printedLimit({ amount: facts.notCounted, unit: facts.unit }),
    lastDay,
    promisedLastDay: promisedDueDay === lastDay ? null : promisedDueDay,
  };
}

const offices: Record<ExtensionApprover, string> = { organHead: '机关负责人', governmentHead: '本级人民政府负责人' };

/** 延期告知书: the reasons are told to the applicant (ALL 42). */
export function extensionNotice(
  matter: Matter,
  facts: {
    approver: ExtensionApprover;
    approverName: string;
    basis: LawBasis;
    reason: string;
    days: number;
    approvedDay: string;
    oldDay: string;
    newDay: string;
    provisional: boolean;
  },
): Content<'extensionNotice'> {
  return {
    kind: 'extensionNotice',
    ...paperHead(matter, matter.issuingOrgan, facts.provisional ? [facts.newDay] : []),
    acceptedDay: matter.theCase.acceptedDay ?? '',
    handling: facts.approver === 'governmentHead' ? 'joint' : 'single',
    reason: facts.reason,
    days: facts.days,
    approver: { office: offices[facts.approver], name: facts.approverName },
    approvedDay: facts.approvedDay,
    oldLastDay: facts.oldDay,
    newLastDay: facts.newDay,
    basis: facts.basis.law === '行政许可法' ? [] : [citation(facts.basis)],
  };
}

/** 转报意见书: the first review, with the list of what goes up with it (ALL 35, 43). */
export function reportUpOpinion(
  matter: Matter,
  facts: {
    upperOrgan: string;
    opinion: 'agree' | 'disagree';
    text: string;
    lastDay: string | null;
    /** Keys of the materials that lie with the case. */
    received: readonly string[];
    reviewer: { name: string; signedAt: string };
  },
): Content<'reportUpOpinion'> {
  return {
    kind: 'reportUpOpinion',
    ...paperHead(matter, matter.decidingOrgan),
    upperOrgan: facts.upperOrgan,
    acceptedDay: matter.theCase.acceptedDay ?? '',
    facts: facts.text,
    opinion: facts.opinion === 'agree' ? '拟同意' : '拟不同意',
    basis: basesOf(matter),
    materials: matter.version.content.materials.flatMap(({ key, name }) =>
      facts.received.includes(key) ? [name.zh] : [],
    ),
    lastDay: facts.lastDay,
    reviewer: facts.reviewer,
  };
}

/** 公示: it names nobody but by the masked name. */
export function publicNotice(
  matter: Matter,
  facts: { content: string; fromDay: string; untilDay: string; period: string; provisional: boolean },
): Content<'publicNotice'> {
  const organ = matter.issuingOrgan;
  const head = paperHead(matter, organ, facts.provisional ? [facts.untilDay] : []);
  return {
    kind: 'publicNotice',
    ...head,
    applicants: [{ name: matter.theCase.maskedApplicant, kind: head.applicants[0]?.kind ?? 'person' }],
    matter: `${matter.theCase.maskedApplicant}申请的${matter.version.content.name.zh}`,
    content: facts.content,
    basis: basesOf(matter),
    fromDay: facts.fromDay,
    untilDay: facts.untilDay,
    period: facts.period,
    place: '门口办公示页面、政务服务大厅公示栏',
    objection: {
      how: '公示期内在门口办公示页面提出，或者到任一窗口书面提出',
      phone: organ.phone,
      address: organ.address,
    },
  };
}
