import type { ExpertField, MeetingKind } from '../../../contract/meetings.ts';
import type { Case, Matter } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

/** Who examined or examines the application: none of them chairs its hearing (ALL 48(3)). */
export function reviewersOf({ tasks, examiners }: Pick<Case, 'tasks' | 'examiners'>): string[] {
  return [
    ...new Set([
      ...tasks.flatMap(({ kind, doneBy, signedForBy }) => [
        ...(kind === 'REVIEW' && signedForBy !== null ? [signedForBy] : []),
        ...(kind !== 'DECISION' && kind !== 'HEARING' && doneBy !== null ? [doneBy] : []),
      ]),
      ...examiners.flatMap(({ staffId, how }) => (how === 'chaired' ? [] : [staffId])),
    ]),
  ];
}

function head({ theCase, version, parties }: Matter, phone: string) {
  return {
    profile: theCase.profile,
    caseNumber: theCase.caseNo ?? '',
    applicants: parties
      .filter(({ role }) => role === 'applicant' || role === 'coApplicant')
      .map(({ name, kind }) => ({ name, kind: kind === 'firm' ? ('organisation' as const) : ('person' as const) })),
    item: { name: version.content.name.zh, code: version.code },
    contact: { name: null, phone },
    provisionalYears: [],
  };
}

/** The item's own laws, as a notice cites them beside the licensing law. */
function bases({ version }: Matter): string[] {
  return version.content.bases
    .filter(({ law }) => law !== '行政许可法')
    .map(({ law, article }) => `《${law}》${article ?? ''}`);
}

/** 听证权利告知书 to the applicants, or to one interested party by name (ALL 47). */
export function hearingRightsNotice(
  matter: Matter,
  facts: { addressee: string | null; about: string; requestLastDay: string; requestTo: string; phone: string },
): Content<'hearingRightsNotice'> {
  return {
    kind: 'hearingRightsNotice',
    ...head(matter, facts.phone),
    addressee: facts.addressee,
    matter: facts.about,
    basis: bases(matter),
    requestLastDay: facts.requestLastDay,
    requestTo: facts.requestTo,
  };
}

/** 听证通知书: time and place, seven working days before; hearings are public (ALL 48). */
export function hearingNotice(
  matter: Matter,
  facts: { addressee: string | null; matter: string; startsAt: string; place: string; chair: string; phone: string },
): Content<'hearingNotice'> {
  return {
    kind: 'hearingNotice',
    ...head(matter, facts.phone),
    addressee: facts.addressee,
    matter: facts.matter,
    basis: bases(matter),
    heldAt: facts.startsAt,
    place: facts.place,
    chair: facts.chair,
    recorder: null,
    closedReason: null,
  };
}

/** What a meeting's paper is made from: everything that was written, in the clear. */
export interface Held {
  readonly kind: MeetingKind;
  readonly visit: number;
  readonly heldAt: string;
  readonly endedAt: string;
  readonly arrangedDay: string;
  readonly place: string;
  readonly phone: string;
  readonly text: string;
  readonly outcome: string;
  readonly chair: string;
  readonly arranger: string;
  readonly officers: readonly {
    readonly organ: string;
    readonly name: string;
    /** Of his credential; empty where nobody entered it: the paper leaves its place blank. */
    readonly idNumber: string;
    readonly signedAt: string | null;
    /** He signed the paper original with a pen. */
    readonly onPaper?: true;
  }[];
  readonly organs: readonly {
    readonly name: string;
    readonly opinion: string | null;
    readonly text: string;
    readonly signedBy: string;
    readonly signedAt: string | null;
  }[];
  readonly guests: readonly {
    readonly name: string;
    readonly role: 'applicant' | 'interestedParty';
    readonly signedAt: string | null;
    readonly refusal: string | null;
  }[];
  readonly draw: { readonly seed: string; readonly drawnAt: string; readonly candidates: number } | null;
  readonly fields: readonly ExpertField[];
  readonly experts: readonly { readonly name: string; readonly fields: readonly ExpertField[] }[];
  readonly declined: readonly { readonly name: string; readonly reason: string }[];
}

const opinionWords: Readonly<Record<string, string>> = {
  agree: '同意',
  disagree: '不同意',
  veto: '否决',
  recheck: '整改后复查',
};

const roleWords = { applicant: '申请人', interestedParty: '利害关系人' } as const;

export const fieldWords: Readonly<Record<ExpertField, string>> = {
  fireSafety: '消防',
  construction: '建设工程',
  planning: '规划',
  land: '国土',
  environment: '生态环境',
  food: '食品',
  health: '卫生健康',
  workSafety: '安全生产',
  transport: '交通',
  agriculture: '农业',
  finance: '财务',
  law: '法律',
  other: '其他',
};

const listed = (fields: readonly ExpertField[]) => fields.map((field) => fieldWords[field]).join('、');

/** The paper that a concluded meeting leaves, by its kind (domain §2.8). */
export function meetingPaper(matter: Matter, held: Held): DocumentContent {
  const base = head(matter, held.phone);
  const outcome = opinionWords[held.outcome] ?? held.outcome;
  const officers = [...held.officers];
  const guests = held.guests.map(({ name, role, signedAt }) => ({ name, role: roleWords[role], signedAt }));
  const refusals = held.guests.flatMap(({ name, refusal }) => (refusal === null ? [] : [`${name}：${refusal}`]));
  const refusal = refusals.length === 0 ? null : refusals.join('；');
  const conclusion = `${outcome}。${held.text}`;
  const subject = matter.version.content.name.zh;
  switch (held.kind) {
    case 'SITE_VISIT':
    case 'JOINT_SITE_VISIT':
      return {
        kind: 'siteVisitRecord',
        ...base,
        visitedAt: held.heldAt,
        endedAt: held.endedAt,
        place: held.place,
        officers,
        present: guests,
        findings: held.organs.map(({ name, opinion, text }) => ({
          point: name,
          finding: text === '' ? held.text : text,
          result: opinionWords[opinion ?? held.outcome] ?? '',
        })),
        conclusion,
        visit: held.visit,
        refusal,
      };
    case 'JOINT_REVIEW':
      return {
        kind: 'reviewMinutes',
        ...base,
        subject,
        heldAt: held.heldAt,
        place: held.place,
        chair: { name: held.arranger, signedAt: null },
        opinions: held.organs.map(({ name, opinion, text, signedBy, signedAt }) => ({
          organ: name,
          name: signedBy,
          signedAt,
          opinion: opinionWords[opinion ?? held.outcome] ?? '',
          text: text === '' ? held.text : text,
        })),
        absent: [],
        conclusion,
      };
    case 'EXPERT_PANEL':
      return {
        kind: 'expertOpinion',
        ...base,
        subject,
        heldAt: held.heldAt,
        place: held.place,
        draw: {
          seed: held.draw?.seed ?? '',
          drawnAt: held.draw?.drawnAt ?? held.heldAt,
          field: listed(held.fields),
          candidates: held.draw?.candidates ?? 0,
          method: '以公布的种子随机排列全部候选专家，按顺序抽取；任何人可以重新计算',
        },
        experts: held.experts.map(({ name, fields }) => ({
          name,
          signedAt: null,
          field: listed(fields),
          opinion: outcome,
          text: '',
        })),
        recused: [...held.declined],
        conclusion,
      };
    case 'HEARING':
      return {
        kind: 'hearingRecord',
        ...base,
        matter: subject,
        heldAt: held.heldAt,
        endedAt: held.endedAt,
        place: held.place,
        closedReason: null,
        chair: { name: held.chair, signedAt: held.organs[0]?.signedAt ?? null },
        recorder: { name: held.arranger, signedAt: null },
        participants: [
          ...held.officers
            .filter(({ name }) => name !== held.chair)
            .map(({ name, signedAt }) => ({ name, role: '审查人员', signedAt })),
          ...guests,
        ],
        statements: statementsOf(held.text, held.chair),
        refusal,
      };
    case 'INSPECTION':
      return {
        kind: 'inspectionReport',
        ...base,
        procedure: '检验',
        object: subject,
        place: held.place,
        institution: null,
        assignedDay: held.arrangedDay,
        inspectedAt: held.heldAt,
        standards: bases(matter),
        results: held.organs.map(({ name, text }) => ({
          point: name,
          requirement: '',
          finding: text === '' ? held.text : text,
          result: outcome,
        })),
        conclusion,
        officers,
      };
  }
}

/** A record as it was typed, line by line: who speaks stands before the colon, else the chair does. */
export function statementsOf(text: string, chair: string): { speaker: string; text: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^([^：:]{1,20})[：:]\s*(.+)$/u.exec(line);
      return found === null ? { speaker: chair, text: line } : { speaker: found[1] ?? '', text: found[2] ?? '' };
    });
}
