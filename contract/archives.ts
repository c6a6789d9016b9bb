import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, CaseState, Day, Id, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import {
  archiveFaults,
  archiveParts,
  archivePoints,
  archiveProperties,
  archiveStates,
  retentionClasses,
} from './words.ts';

export type ArchiveState = (typeof archiveStates)[number];
export type RetentionClass = (typeof retentionClasses)[number];
export type ArchiveProperty = (typeof archiveProperties)[number];
export type ArchivePointKey = keyof typeof archivePoints;
export type ArchiveFaultCode = (typeof archiveFaults)[number];
export type ArchivePart = (typeof archiveParts)[number];

/** What is wrong, and with which paper, file or act. */
export const ArchiveFault = Type.Object({ code: oneOf(archiveFaults), what: Type.String() });
export type ArchiveFault = Static<typeof ArchiveFault>;

/** One point of the four-property check 四性检测: passed, or what stands against it. */
export const ArchivePoint = Type.Object({
  point: oneOf(Object.keys(archivePoints) as ArchivePointKey[]),
  property: oneOf(archiveProperties),
  passed: Type.Boolean(),
  faults: Type.Array(ArchiveFault),
});
export type ArchivePoint = Static<typeof ArchivePoint>;

/** 保管期限 with its basis; `disposalDay`: from then on its destruction may be decided, never by itself. Absent: for ever. */
export const Retention = Type.Object({
  class: oneOf(retentionClasses),
  basis: Type.String(),
  disposalDay: Optional(Day),
});
export type Retention = Static<typeof Retention>;

const Listed = {
  archiveId: Id,
  caseId: Id,
  caseNo: Type.String(),
  /** 档号, once it is kept. */
  number: Optional(Type.String()),
  itemName: LocalText,
  /** Masked. */
  applicant: Type.String(),
  /** The state in which the case came to its end. */
  ending: CaseState,
  endedDay: Day,
  state: oneOf(archiveStates),
  archivedAt: Optional(At),
};

export const ArchiveRow = Type.Object(Listed);
export type ArchiveRow = Static<typeof ArchiveRow>;

/** One file of a package, in its order. */
export const ArchiveEntry = Type.Object({
  path: Type.String(),
  part: oneOf(archiveParts),
  title: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  madeAt: Optional(At),
  /** Who made it: a member of staff by name, or what kind of actor. */
  madeBy: Optional(Type.String()),
});
export type ArchiveEntry = Static<typeof ArchiveEntry>;

export const ArchiveNote = Type.Object({ noteId: Id, text: Type.String(), by: Type.String(), at: At });

/** One archive: what it holds, how its check went, what was noted beside it. */
export const ArchiveView = Type.Object({
  ...Listed,
  organ: LocalText,
  retention: Retention,
  checkedAt: Optional(At),
  report: Type.Array(ArchivePoint),
  /** The kept package; its digest stands in the case's chain too. */
  package: Optional(Type.Object({ bytes: Type.Integer(), digest: Type.String() })),
  entries: Type.Array(ArchiveEntry),
  notes: Type.Array(ArchiveNote),
  actions: Type.Array(oneOf(['build', 'check', 'note', 'download'] as const)),
});
export type ArchiveView = Static<typeof ArchiveView>;

export const archivesRoutes = {
  'GET /archives': route({
    summary: 'Archives 归档档案, newest first; those whose check failed say so',
    input: Type.Object({
      ...PageInput,
      state: Optional(oneOf(archiveStates)),
      year: Optional(Type.Integer({ minimum: 2000, maximum: 2999 })),
      q: Optional(Type.String({ maxLength: 60, description: 'the beginning of a case number' })),
    }),
    reply: Type.Object({
      archives: Type.Array(ArchiveRow),
      /** How many wait for somebody, all years together. */
      counts: Type.Object({
        COLLECTED: Type.Integer(),
        FAILED_CHECK: Type.Integer(),
        DAMAGED: Type.Integer(),
      }),
      years: Type.Array(Type.Integer()),
      next: Optional(Type.String()),
    }),
  }),
  'GET /archives/:archiveId': route({
    summary: 'One archive with its report, contents and notes',
    input: Type.Object({ archiveId: Id }),
    reply: ArchiveView,
  }),
  'GET /archives/:archiveId/package': route({
    summary: 'The package as one ZIP; the download is recorded',
    input: Type.Object({ archiveId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /archives/:archiveId/entries/:position': route({
    summary: 'One file of the package; the reading is recorded',
    input: Type.Object({ archiveId: Id, position: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'POST /archives/:archiveId/build': route({
    summary: 'Build the package now, after what was missing has been mended',
    input: Type.Object({ archiveId: Id }),
    reply: ArchiveView,
  }),
  'POST /archives/:archiveId/check': route({
    summary: 'Check the kept package again: nothing of it may have changed',
    input: Type.Object({ archiveId: Id }),
    reply: ArchiveView,
  }),
  'POST /archives/:archiveId/note': route({
    summary: 'Attach a note 附注; the package itself never changes',
    input: Type.Object({ archiveId: Id, text: Text(2000) }),
    reply: ArchiveView,
  }),
};
