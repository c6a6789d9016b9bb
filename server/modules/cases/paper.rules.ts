import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import { neededMaterials } from '../../../contract/situations.ts';
import type { DefectKind, SentChannel } from '../../../contract/values.ts';
import { type MandateScope, mandateScopes } from '../../../contract/words.ts';
import { dayOf } from '../../platform/clock.ts';
import { type Certificate, type ItemVersion, processOf } from '../catalogue/index.ts';
import type { Limit } from '../deadlines/index.ts';
import type { DocumentContent } from '../documents/index.ts';
import type { Center, Organ } from '../places/index.ts';
import { answerWords, type FilledForm, filledText, formParts, statedAnswers } from './answer.rules.ts';
import type { Case, Party } from './case.store.ts';
import { isSafetyMatter } from './ending.rules.ts';
import { type KeptLicence, takenOver } from './kept-licence.rules.ts';
import { organOfTask } from './lead.rules.ts';
import { applicantOf, applicantsOf, phonesToTell, presentPerson } from './party.rules.ts';
import { proceduresAhead, processSentence } from './process-words.rules.ts';

/** A case with all that its papers speak of. */
export interface Matter {
  readonly theCase: Case;
  readonly version: ItemVersion;
  readonly parties: readonly Party[];
  readonly filled: FilledForm;
  /** In whose name it is accepted. */
  readonly acceptingOrgan: Organ;
  /** Who reviews and decides. */
  readonly decidingOrgan: Organ;
  /** In whose name the decision speaks: the deciding organ's own, but where power was entrusted (ALL 24). */
  readonly issuingOrgan: Organ;
  readonly center: Center;
  /** The official name of an organ of the district. */
  readonly organName: (organId: string) => string;
}

/** What this applicant needs of the materials that the version lists (情形): nothing else can be demanded of him. */
export function requirementsOf({ version, filled }: Pick<Matter, 'version' | 'filled'>): MaterialRequirement[] {
  return neededMaterials(version.content.materials, filled.form, filled.answers, filled.about);
}

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

const defectWords: Record<DefectKind, string> = {
  missing: '没有提交',
  incomplete: '缺少份数或内容',
  expired: '已过期',
  unreadable: '看不清',
  unsigned: '没有签字或盖章',
  inconsistent: '与申请表不一致',
};

/** What stands in the head of each of a case's papers; `provisionalDays` are those that a holiday notice may still move. */
export function paperHead(matter: Matter, organ: Organ, provisionalDays: readonly string[] = []) {
  const { theCase, version, parties } = matter;
  return {
    profile: theCase.profile,
    caseNumber: theCase.caseNo ?? '',
    applicants: applicantsOf(parties).map(({ name, kind }) => ({
      name,
      kind: kind === 'firm' ? ('organisation' as const) : ('person' as const),
    })),
    item: { name: version.content.name.zh, code: version.code },
    contact: { name: null, phone: organ.phone },
    // Notices come year by year: of the days that may still move, the last lies in the year whose notice is awaited.
    provisionalYears: provisionalDays.length === 0 ? [] : [Math.max(...provisionalDays.map(yearOf))],
  };
}

const yearOf = (day: string) => Temporal.PlainDate.from(day).year;

function printed(limit: Limit | undefined, lastDay: string | null) {
  if (limit === undefined || lastDay === null || limit.unit === 'officeHours') return null;
  return {
    days: limit.amount,
    unit: limit.unit === 'workingDays' ? ('workingDay' as const) : ('day' as const),
    lastDay,
  };
}

/**
 * What a decision rests on, as documents cite it: each law once with its articles; a sample says that it is one. The
 * licensing law's articles on time and procedure are not the ground of a decision; the template cites its article 38.
 */
export function basesOf({ version, theCase }: Matter): string[] {
  const cited = version.content.bases.filter(({ law }) => theCase.profile !== 'LICENSE' || law !== '行政许可法');
  return [...Map.groupBy(cited, ({ law }) => law)].map(([law, each]) => {
    const articles = each.flatMap(({ article }) => article ?? []).join('、');
    return `《${law}》${articles}${each.some(({ mark }) => mark === 'sample') ? '（样例，待部门核对）' : ''}`;
  });
}

/** The day of the first submission; `receivedDay` belongs to the round and moves with a complete resubmission. */
export function appliedDay({ theCase }: Matter): string {
  return theCase.receivedAt === null ? '' : dayOf(Temporal.Instant.from(theCase.receivedAt)).toString();
}

/** Where somebody turns who does not agree with what an organ did. */
export function remedies(organ: Organ) {
  return { reconsiderationOrgan: organ.reconsiderationOrgan, court: organ.court };
}

/** 收件凭证: what was received, by whom, and when the answer comes; of what was owed after acceptance, what is owed still. */
export function intakeReceipt(
  matter: Matter,
  facts: {
    receivedAt: string;
    receiverName: string;
    queryCode: string;
    checkLastDay: string | null;
    provisional: boolean;
    supply?: { left: number; lastDay: string | null };
    /** Nobody stood there. */
    sentBy?: SentChannel;
    materials: readonly { key: string; originals: number; copies: number; files: number; received: boolean }[];
  },
): Content<'intakeReceipt'> {
  const names = new Map(matter.version.content.materials.map((requirement) => [requirement.key, requirement.name.zh]));
  return {
    kind: 'intakeReceipt',
    ...paperHead(
      matter,
      matter.acceptingOrgan,
      facts.provisional && facts.checkLastDay !== null ? [facts.checkLastDay] : [],
    ),
    queryCode: facts.queryCode,
    receivedAt: facts.receivedAt,
    ...(facts.sentBy && { sentBy: sentWords[facts.sentBy] }),
    receiver: { name: facts.receiverName, place: matter.center.name.zh },
    // In the order of the guide, by which the applicant laid them on the table.
    materials: matter.version.content.materials
      .flatMap(({ key }) => facts.materials.find((material) => material.key === key && material.received) ?? [])
      .map((material) => ({
        name: names.get(material.key) ?? material.key,
        originals: material.originals,
        copies: material.copies,
        pages: null,
        form: material.files > 0 ? 'electronic' : 'paper',
      })),
    silenceAccepts: facts.checkLastDay !== null && matter.version.content.deemedAcceptance,
    checkLastDay: facts.checkLastDay,
    ...(facts.supply && { supply: facts.supply }),
  };
}

const sentWords: Record<SentChannel, string> = { LETTER: '信函', FAX: '传真', EMAIL: '电子邮件' };

/** 受理通知书 with both limits and their days; the variant by law says why it is backdated. */
export function acceptanceNotice(
  matter: Matter,
  facts: {
    acceptedDay: string;
    queryCode: string;
    ground: Content<'acceptanceNotice'>['ground'];
    statutoryDueDay: string | null;
    promisedDueDay: string | null;
    provisional: boolean;
  },
): Content<'acceptanceNotice'> {
  const { theCase, version, decidingOrgan } = matter;
  const { statutoryLimit, promisedLimit, fee } = version.content;
  const days = [facts.statutoryDueDay, facts.promisedDueDay].flatMap((day) => day ?? []);
  return {
    kind: 'acceptanceNotice',
    ...paperHead(matter, matter.acceptingOrgan, facts.provisional ? days : []),
    queryCode: facts.queryCode,
    appliedDay: appliedDay(matter),
    acceptedDay: facts.acceptedDay,
    ground: facts.ground,
    promised: printed(promisedLimit, facts.promisedDueDay),
    statutory: printed(statutoryLimit, facts.statutoryDueDay),
    process:
      theCase.caseType === 'IMMEDIATE'
        ? `由${decidingOrgan.name.zh}当场决定`
        : processSentence(processOf(version), (task) => matter.organName(organOfTask(task, matter))),
    specialProcedures: proceduresAhead(processOf(version)),
    fee: fee.fen === 0 ? null : { text: fee.note.zh, basis: fee.mark === 'sample' ? '样例，待部门核对' : '' },
  };
}

/** 补正告知书: everything at once. */
export function correctionNotice(
  matter: Matter,
  facts: {
    defects: readonly { key: string; kind: DefectKind; howToFix: string }[];
    lastDay: string | null;
    /** The last day lies in a year whose holiday notice is awaited. */
    provisional?: boolean;
  },
): Content<'correctionNotice'> {
  const requirements = new Map(matter.version.content.materials.map((requirement) => [requirement.key, requirement]));
  return {
    kind: 'correctionNotice',
    ...paperHead(matter, matter.acceptingOrgan, facts.provisional && facts.lastDay !== null ? [facts.lastDay] : []),
    appliedDay: appliedDay(matter),
    receivedDay: matter.theCase.receivedDay ?? '',
    defects: facts.defects.map((defect) => {
      const requirement = requirements.get(defect.key);
      const basis = requirement?.basis;
      return {
        material: requirement?.name.zh ?? defect.key,
        defect: defectWords[defect.kind],
        remedy: defect.howToFix,
        basis: basis === undefined ? '' : `《${basis.law}》${basis.article ?? ''}`,
      };
    }),
    correctionLimit:
      facts.lastDay === null ? null : { lastDay: facts.lastDay, ...consequenceOf(matter.version.content) },
  };
}

/** 不予受理决定书, or 不受理告知书 where nothing needs to be applied for. */
export function acceptanceRefusal(
  matter: Matter,
  facts: {
    ground: 'notRequired' | 'outsideAuthority' | 'falseMaterial';
    reason: string;
    competentOrgan: string | null;
  },
): Content<'acceptanceRefusal'> {
  return {
    kind: 'acceptanceRefusal',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    ground: facts.ground === 'falseMaterial' ? 'other' : facts.ground,
    reason: facts.reason,
    // A licence's refusal rests on the licensing law, whose article the paper itself cites.
    basis: matter.theCase.profile === 'LICENSE' ? [] : basesOf(matter),
    competentOrgan: facts.competentOrgan,
    remedies: remedies(matter.acceptingOrgan),
  };
}

/** 申请书: the form as it was filed, with what came with it and who signs. */
export function applicationForm(
  matter: Matter,
  { materials, mandateUntil }: { materials: readonly string[]; mandateUntil: string | null },
): Content<'applicationForm'> {
  const agent = matter.parties.find(({ role }) => role === 'agent');
  const person = presentPerson(matter.parties);
  const firstPart = matter.parties
    // What the form itself asks of its parties stands in its own blocks.
    .filter((party) => party === person || party.role === 'agent')
    .flatMap(({ role, name, number, phone }) => [
      { label: roleWords[role], text: name },
      ...(number === null ? [] : [{ label: '公民身份号码', text: number }]),
      ...(phone === null ? [] : [{ label: '联系电话', text: phone }]),
    ]);
  return {
    kind: 'applicationForm',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    parts: [{ heading: '申请人信息', rows: firstPart }, ...formParts(matter.filled)],
    materials: [...materials],
    signer: { name: person.name, role: roleWords[person.role] },
    agent: agent === undefined ? null : { name: agent.name, until: mandateUntil },
  };
}

/** The mandate by which an agent files. */
export interface FilingMandate {
  readonly scope: MandateScope;
  /** What it covers; null: every matter. */
  readonly itemIds: readonly string[] | null;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly givenAt: string;
  /** Signed online by a verified principal, or on paper, whose signature the window saw. */
  readonly channel: 'ONLINE' | 'WINDOW';
}

/**
 * 授权委托书: all that the mandate covers, not this matter alone, in the words that were signed and of the day on which they
 * were (CC 165). `matters`: names of what it covers; null: every matter.
 */
export function agentAuthorization(
  matter: Matter,
  {
    matters,
    scope,
    fromDay,
    untilDay,
    givenAt,
    channel,
  }: Omit<FilingMandate, 'itemIds'> & { readonly matters: readonly string[] | null },
): Content<'agentAuthorization'> {
  const principal = presentPerson(matter.parties);
  const agent = matter.parties.find(({ role }) => role === 'agent');
  if (agent === undefined) throw new Error('By a mandate an agent files.');
  return {
    kind: 'agentAuthorization',
    ...paperHead(matter, matter.acceptingOrgan),
    principal: { name: principal.name, number: principal.number, phone: principal.phone },
    agent: { name: agent.name, number: agent.number, phone: agent.phone, office: null },
    matters: matters && [...matters],
    scope: mandateScopes[scope].zh,
    fromDay,
    untilDay,
    signedDay: dayOf(Temporal.Instant.from(givenAt)).toString(),
    signer: { name: principal.name, role: '委托人', signedAt: channel === 'ONLINE' ? givenAt : null },
  };
}

const roleWords: Record<Party['role'], string> = {
  applicant: '申请人',
  coApplicant: '共同申请人',
  beneficiary: '受益人',
  member: '成员',
  guardian: '监护人',
  legalRepresentative: '法定代表人',
  handler: '经办人',
  agent: '代办人',
};

/** How long a result holds from the decision on; null where the matter has no term, `untilDay` null: without end. */
export function validityOf(
  { content: { result } }: ItemVersion,
  decidedDay: Temporal.PlainDate,
): { fromDay: string; untilDay: string | null } | null {
  if (result.validity === undefined) return null;
  const { months } = result.validity;
  return {
    fromDay: decidedDay.toString(),
    untilDay: months === null ? null : decidedDay.add({ months }).subtract({ days: 1 }).toString(),
  };
}

/** 证照: what a grant enters in the register, with the placeholders of its rows filled. */
export function licenceOf(
  matter: Matter,
  { title, word, rows, statement, renews = false, changes = false }: Certificate,
  decidedDay: Temporal.PlainDate,
  kept?: KeptLicence,
) {
  const { parties, filled, issuingOrgan, version, theCase } = matter;
  const applicant = applicantOf(parties);
  const issueDay = decidedDay.toString();
  const { fromDay, untilDay } = kept?.term ?? validityOf(version, decidedDay) ?? { fromDay: issueDay, untilDay: null };
  const values = {
    'applicant.name': applicant.name,
    'applicant.number': applicant.number ?? '',
    organ: issuingOrgan.name.zh,
    issueDay: dayWords(issueDay),
    fromDay: dayWords(fromDay),
    untilDay: untilDay === null ? '长期' : dayWords(untilDay),
  };
  const { item, ...ofHead } = paperHead(matter, issuingOrgan, []);
  return {
    organ: issuingOrgan,
    subject: { kind: 'case' as const, id: theCase.id },
    key: theCase.key,
    holder: {
      name: applicant.name,
      number: applicant.number,
      kind: applicant.kind,
      // Who acts for him in the case has no part in the licence.
      phones: phonesToTell(parties.filter(({ role }) => role !== 'agent')),
    },
    filedOnline: theCase.channel === 'ONLINE',
    agreedElectronic: agreedElectronic(theCase),
    maskedHolder: theCase.maskedApplicant,
    certificate: {
      title,
      word,
      rows: takenOver(
        kept?.certificate.rows ?? [],
        rows.map(({ label, value }) => ({ label, text: filledText(value, filled, values) })),
      ),
      statement,
      renews,
      changes,
    },
    ...(kept && { replaces: kept.licence.id }),
    safetyMatter: isSafetyMatter(version.content),
    item: { id: theCase.itemId, ...item },
    head: ofHead,
    fromDay,
    untilDay,
  };
}

/** Whether the applicant agreed to electronic service: he filed online, or wished for it at the window (ALL 44, CPL 90 by analogy). */
export function agreedElectronic({ channel, deliveryWish }: Pick<Case, 'channel' | 'deliveryWish'>): boolean {
  return channel === 'ONLINE' || deliveryWish === 'ELECTRONIC';
}

const dayWords = (day: string) => answerWords({ kind: 'date' }, day, () => '');

/** 准予决定 in the profile's own words. */
export function grantDecision(
  matter: Matter,
  facts: {
    decidedDay: Temporal.PlainDate;
    reason: string;
    deliveryLastDay: string | null;
    provisional: boolean;
    /** Of the certificate, once it is registered. */
    certificateNumber?: string | undefined;
  },
): Content<'grantDecision'> {
  const { theCase, version } = matter;
  const { result } = version.content;
  return {
    kind: 'grantDecision',
    ...paperHead(
      matter,
      matter.issuingOrgan,
      facts.provisional && facts.deliveryLastDay !== null ? [facts.deliveryLastDay] : [],
    ),
    appliedDay: appliedDay(matter),
    acceptedDay: theCase.acceptedDay ?? '',
    facts: facts.reason,
    basis: basesOf(matter),
    content: [version.content.name.zh, ...statedAnswers(version.content.decisionAnswers ?? [], matter.filled)].join(
      '；',
    ),
    scope: result.scope ?? null,
    validity: validityOf(version, facts.decidedDay),
    certificate:
      facts.deliveryLastDay === null
        ? null
        : { name: result.name.zh, number: facts.certificateNumber ?? null, deliveryLastDay: facts.deliveryLastDay },
  };
}

/** 不予决定 with reasons and remedies (ALL 38). */
export function denialDecision(matter: Matter, facts: { reason: string }): Content<'denialDecision'> {
  const { theCase } = matter;
  return {
    kind: 'denialDecision',
    ...paperHead(matter, matter.issuingOrgan, []),
    appliedDay: appliedDay(matter),
    acceptedDay: theCase.acceptedDay ?? '',
    facts: `您申请${matter.version.content.name.zh}，我们已审查全部申请材料`,
    reasons: facts.reason,
    basis: basesOf(matter),
    remedies: remedies(matter.issuingOrgan),
  };
}

/** What follows when the day of the correction passes: the law sets nothing, and a local rule must say what it does. */
function consequenceOf({ deemedWithdrawal }: ItemVersion['content']): { consequence: string; basis: string } {
  if (deemedWithdrawal === undefined)
    return { consequence: '申请不会因此作废，但要等您补齐以后才能继续办', basis: '办事指南' };
  const { law, article = '', mark } = deemedWithdrawal;
  return {
    consequence: '视为撤回申请，您可以重新申请',
    basis: `《${law}》${article}${mark === 'sample' ? '（样例，待部门核对）' : ''}`,
  };
}
