import type { ArchivePoint } from '../../../contract/archives.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Matter } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';
import type { Manifest } from './manifest.rules.ts';

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

/** Who archives: a member of staff, or the system by itself; when. */
export interface Archivist {
  readonly name: string;
  readonly signedAt: string;
}

/** What the papers call things; they are Chinese only. */
export interface PaperWords {
  readonly property: (point: ArchivePoint) => string;
  readonly point: (point: ArchivePoint) => { readonly point: string; readonly method: string };
  readonly retention: (manifest: Manifest) => string;
  readonly step: (kind: string) => string;
  readonly opinion: (opinion: 'agree' | 'disagree' | 'veto' | null) => string;
}

function head({ theCase, version, parties, issuingOrgan }: Matter) {
  return {
    profile: theCase.profile,
    caseNumber: theCase.caseNo ?? '',
    applicants: parties
      .filter(({ role }) => role === 'applicant' || role === 'coApplicant')
      .map(({ name, kind }) => ({ name, kind: kind === 'firm' ? ('organisation' as const) : ('person' as const) })),
    item: { name: version.content.name.zh, code: version.code },
    contact: { name: null, phone: issuingOrgan.phone },
    provisionalYears: [],
  };
}

const dayText = (at: string | null) => (at === null ? null : dayOf(Temporal.Instant.from(at)).toString());

/** 内部审批表: each step with its unit, person, opinion and time (domain §2.8). */
export function reviewSheet(
  matter: Matter,
  facts: {
    readonly texts: ReadonlyMap<string, string>;
    /** Of the decision, as its clock has it: the case's own copies go with its end. */
    readonly lastDay: string | null;
    readonly personName: (id: string) => string;
    readonly organName: (id: string) => string;
  },
  words: PaperWords,
): Content<'reviewSheet'> {
  const { theCase } = matter;
  const done = theCase.tasks
    .filter(({ state }) => state === 'done')
    .toSorted((a, b) => (a.doneAt ?? '').localeCompare(b.doneAt ?? ''));
  return {
    kind: 'reviewSheet',
    ...head(matter),
    receivedDay: dayText(theCase.receivedAt) ?? '',
    acceptedDay: theCase.acceptedDay,
    lastDay: facts.lastDay,
    steps: done.map((task) => ({
      step: words.step(task.kind),
      organ: facts.organName(task.organisationId),
      person: task.doneBy === null ? '' : facts.personName(task.doneBy),
      opinion: [words.opinion(task.opinion), facts.texts.get(task.id)].filter(Boolean).join('。'),
      at: task.doneAt ?? '',
    })),
    outcome: theCase.outcome === null ? null : theCase.outcome === 'GRANTED' ? '准予' : '不予',
  };
}

/** 归档目录: every file in its order, with pages and the beginning of its hash. */
export function archiveList(
  matter: Matter,
  manifest: Manifest,
  { pages, archivist }: { readonly pages: ReadonlyMap<string, number>; readonly archivist: Archivist },
  words: PaperWords,
): Content<'archiveList'> {
  const documents = new Map(manifest.documents.map((document) => [document.documentId, document]));
  return {
    kind: 'archiveList',
    ...head(matter),
    archiveNumber: manifest.number,
    retention: words.retention(manifest),
    completedDay: manifest.case.endedDay,
    entries: manifest.entries.map((entry) => {
      const document = documents.get(entry.documentId ?? '');
      return {
        title: entry.title,
        number: document?.number ?? null,
        day: document?.day ?? dayText(entry.madeAt),
        pages: pages.get(entry.path) ?? null,
        digest: entry.sha256.slice(0, 12),
      };
    }),
    archivist,
  };
}

/** 四性检测报告: each point, and what the whole comes to. `digest`: of the list of contents that was checked. */
export function archiveCheckReport(
  matter: Matter,
  manifest: Manifest,
  {
    report,
    digest,
    archivist,
  }: { readonly report: readonly ArchivePoint[]; readonly digest: string; readonly archivist: Archivist },
  words: PaperWords,
): Content<'archiveCheckReport'> {
  const passed = report.every((point) => point.passed);
  return {
    kind: 'archiveCheckReport',
    ...head(matter),
    archiveNumber: manifest.number,
    checkedAt: archivist.signedAt,
    packageDigest: digest,
    checks: report.map((point) => ({
      property: words.property(point),
      ...words.point(point),
      result: point.passed ? '合格' : '不合格',
    })),
    conclusion: passed
      ? `共检测${report.length}项，全部合格，准予归档。`
      : `共检测${report.length}项，有${report.filter((point) => !point.passed).length}项不合格，不予归档。`,
    checker: archivist,
  };
}
