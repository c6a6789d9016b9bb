import { type Static, Type } from 'typebox';
import { DocumentKind, DocumentView, ServiceInput, Validity } from './documents.ts';
import { route } from './route.ts';
import { Day, Id, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import { heardHows, licenceActs, licenceGrounds, licenceHandlings, licenceStates } from './words.ts';

export const LicenceState = oneOf(licenceStates);
export type LicenceState = Static<typeof LicenceState>;

export const LicenceAct = oneOf(licenceActs);
export type LicenceAct = Static<typeof LicenceAct>;

/** On what ground a licence was changed: one of the closed lists of its act. */
export type LicenceGround = (typeof licenceGrounds)[LicenceAct][number];
const LicenceGround = oneOf([...new Set(licenceActs.flatMap((act): LicenceGround[] => [...licenceGrounds[act]]))]);

/** How and since when the holder knew before something was taken from him. */
export const Heard = Type.Object({ toldDay: Day, how: oneOf(heardHows) });
export type Heard = Static<typeof Heard>;

export const LicenceHandling = oneOf(licenceHandlings);
export type LicenceHandling = Static<typeof LicenceHandling>;

const standing = {
  licenceId: Id,
  title: Type.String({ description: 'what kind of licence it is; official papers speak Chinese only' }),
  number: Type.String(),
  version: Type.Integer({ description: 'a renewal keeps the number and counts up' }),
  organ: LocalText,
  state: LicenceState,
  /** The day that brought the state; absent while it is valid. */
  sinceDay: Optional(Day),
  validity: Validity,
  /** Nobody decided on the renewal in time, so it holds by law (行政许可法 art. 50). */
  renewedByLaw: Type.Boolean(),
};

/** A licence of the register as lists show it; its holder is masked, a firm's name is public. */
export const LicenceRow = Type.Object({ ...standing, holder: Type.String() });
export type LicenceRow = Static<typeof LicenceRow>;

export const LicenceView = Type.Object({
  ...standing,
  holder: Type.String(),
  itemName: Type.String(),
  caseNo: Type.String(),
  /** 历史存量: given before this system; `caseNo` is the number of its paper file. */
  imported: Type.Boolean(),
  caseId: Optional(Id),
  holderKind: oneOf(['person', 'firm'] as const),
  /** 直接关系公共安全、人身健康、生命财产安全: a revocation for fraud bars its holder for three years (art. 79). */
  safetyMatter: Type.Boolean(),
  versions: Type.Array(
    Type.Object({
      licenceId: Id,
      version: Type.Integer(),
      state: LicenceState,
      sinceDay: Optional(Day),
      validity: Validity,
      renewedByLaw: Type.Boolean(),
      caseNo: Type.String(),
      imported: Type.Boolean(),
    }),
  ),
  changes: Type.Array(
    Type.Object({
      act: LicenceAct,
      day: Day,
      by: Type.String(),
      reason: Type.String(),
      ground: Optional(LicenceGround),
      heard: Optional(Heard),
      compensation: Optional(Type.String()),
    }),
  ),
  /** The decisions on it with their service, and the receipts of that, oldest first. Its certificate is not among them. */
  documents: Type.Array(DocumentView),
  actions: Type.Array(LicenceAct),
  /** Why this officer may do nothing to it 回避, where his post could. */
  blocked: Optional(oneOf(['recused', 'recusal_needed'] as const)),
  /** Whether he may serve its decisions. */
  serves: Type.Boolean(),
  /** The grounds that fit this licence as it stands, by act. */
  grounds: Type.Object({
    suspend: Type.Array(LicenceGround),
    restore: Type.Array(LicenceGround),
    recall: Type.Array(LicenceGround),
    cancel: Type.Array(LicenceGround),
    revoke: Type.Array(LicenceGround),
  }),
});
export type LicenceView = Static<typeof LicenceView>;

/** A licence as its holder sees it. */
export const MyLicence = Type.Object({
  ...standing,
  caseId: Id,
  documentId: Id,
  /** Where one is opened: what was decided on it since, with the receipts of service, oldest first. */
  documents: Optional(Type.Array(DocumentView)),
  /** What it was before, newest first: each version that a renewal or a change replaced. */
  earlier: Type.Array(Type.Object({ licenceId: Id, state: LicenceState, sinceDay: Optional(Day), validity: Validity })),
  /** 延续: the matter by which it is renewed, and the last day to apply in time (行政许可法 art. 50). */
  renewal: Optional(
    Type.Object({
      itemId: Id,
      applyByDay: Day,
      /** `early`: more than 90 days are left to apply; `late`: it may be decided after its last day. */
      timing: oneOf(['early', 'inTime', 'late', 'tooLate'] as const),
      /** It runs already, in this matter. */
      caseId: Optional(Id),
    }),
  ),
});
export type MyLicence = Static<typeof MyLicence>;

/** What every change takes: the ground of the closed list, what happened, and how the holder was heard. */
const asked = {
  ground: Optional(LicenceGround),
  heard: Optional(Heard),
};

const change = <const Summary extends string>(summary: Summary) =>
  route({
    summary,
    input: Type.Object({
      licenceId: Id,
      reason: Text(500),
      ...asked,
      /** 补偿: what the holder gets for what he loses by a recall, or that he loses nothing (行政许可法 art. 8). */
      compensation: Optional(Text(500)),
    }),
    reply: LicenceView,
  });

/** 行政许可公开 (行政许可法 art. 40, 41): a licence that was granted, as everybody may read it. */
export const Grant = Type.Object({
  grantId: Id,
  itemId: Id,
  itemName: LocalText,
  /** Of the decision. */
  title: Type.String(),
  number: Optional(Type.String()),
  day: Day,
  organId: Id,
  organ: LocalText,
  holder: Type.String({ description: 'a firm by its name, a person masked' }),
  /** Absent where no certificate goes with the decision. */
  validity: Optional(Validity),
  /** `nation`: a law or regulation of the state set it and names no area; `local`: a local one did. */
  area: oneOf(['nation', 'local'] as const),
});
export type Grant = Static<typeof Grant>;

export const licencesRoutes = {
  'GET /grants': route({
    summary: 'Licences that were granted, the latest first',
    input: Type.Object({ organId: Optional(Id), itemId: Optional(Id), ...PageInput }),
    reply: Type.Object({ grants: Type.Array(Grant), next: Optional(Type.String()) }),
  }),
  'GET /licences': route({
    summary: 'The register of licences of the organs that the post sees, newest first',
    input: Type.Object({
      title: Optional(Text(200)),
      state: Optional(LicenceState),
      organId: Optional(Id),
      q: Optional(Type.String({ maxLength: 200, description: 'a number, or the exact name or number of the holder' })),
      ...PageInput,
    }),
    reply: Type.Object({ licences: Type.Array(LicenceRow), next: Optional(Type.String()) }),
  }),
  'GET /licence-filters': route({
    summary: 'The kinds of licence that there are, and the organs that the post sees',
    input: Type.Object({}),
    reply: Type.Object({
      titles: Type.Array(Type.String()),
      organs: Type.Array(Type.Object({ organId: Id, name: LocalText })),
    }),
  }),
  'GET /licences/:licenceId': route({
    summary: 'One licence with its versions and changes',
    input: Type.Object({ licenceId: Id }),
    reply: LicenceView,
  }),
  'GET /licences/:licenceId/pdf': route({
    summary: 'The certificate of a licence, as PDF',
    input: Type.Object({ licenceId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /licences/:licenceId/documents/:documentId/pdf': route({
    summary: 'A decision on a licence, or the receipt of its service, as PDF',
    input: Type.Object({ licenceId: Id, documentId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /licences/:licenceId/preview': route({
    summary: 'The decision that a change of a licence would issue. Nothing is done',
    input: Type.Object({
      licenceId: Id,
      act: LicenceAct,
      reason: Optional(Type.String({ maxLength: 500 })),
      ground: Optional(LicenceGround),
      toldDay: Optional(Day),
      how: Optional(oneOf(heardHows)),
      compensation: Optional(Type.String({ maxLength: 500 })),
    }),
    reply: Type.Object({
      kind: DocumentKind,
      title: Type.String(),
      lines: Type.Array(Type.String({ description: 'paragraphs of the document, number left blank' })),
      organ: Type.String(),
      day: Day,
    }),
  }),
  'POST /licences/:licenceId/suspend': change('Suspend a valid licence'),
  'POST /licences/:licenceId/restore': change('Lift the suspension of a licence'),
  'POST /licences/:licenceId/recall': change('Recall a licence 撤回 (行政许可法 art. 8)'),
  'POST /licences/:licenceId/cancel': change('Cancel a licence 注销 (行政许可法 art. 70)'),
  'POST /licences/:licenceId/revoke': change('Revoke a licence 撤销 (行政许可法 art. 69)'),
  'POST /licences/:licenceId/serve-document': route({
    summary:
      'Serve a decision on a licence with the proof that its method asks for; a letter without its day and a public notice are under way',
    input: Type.Object({ licenceId: Id, documentId: Id, ...ServiceInput.properties }),
    reply: LicenceView,
  }),
  'GET /my/licences': route({
    summary: 'The licences from matters of mine, newest first',
    input: Type.Object(PageInput),
    reply: Type.Object({ licences: Type.Array(MyLicence), next: Optional(Type.String()) }),
  }),
  'GET /my/licences/:licenceId': route({
    summary: 'A licence of mine',
    input: Type.Object({ licenceId: Id }),
    reply: MyLicence,
  }),
  'GET /my/licences/:licenceId/code': route({
    summary: 'The QR code by which somebody can check a licence of mine, as SVG',
    input: Type.Object({ licenceId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
};
