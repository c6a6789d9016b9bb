import { type Static, Type } from 'typebox';
import { FieldFault } from './refusals.ts';
import { route } from './route.ts';
import { At, Day, DeliveryMethod, Id, Optional, oneOf, ProcedureProfile, ServiceReceiver, Text } from './values.ts';
import { documentKinds, licenceStates } from './words.ts';

export const DocumentKind = oneOf(documentKinds);
export type DocumentKind = Static<typeof DocumentKind>;

/** From a day to a day, both of them included; without an end it is for good 长期. */
export const Validity = Type.Object({ fromDay: Day, untilDay: Optional(Day) });
export type Validity = Static<typeof Validity>;

/** 送达: how a document was served, or is under way. */
export const ServiceView = Type.Object({
  method: DeliveryMethod,
  /** `underWay`: posted, or put up for thirty days. */
  state: oneOf(['underWay', 'served'] as const),
  /** On which it was served; while it is under way, on which it was posted or put up. */
  day: Day,
  /** Last day of a public notice; it counts as served on the day after. */
  untilDay: Optional(Day),
  place: Optional(Type.String()),
  receiver: ServiceReceiver,
  receiverName: Optional(Type.String({ description: 'masked' })),
  carrier: Optional(Type.String()),
  trackingNumber: Optional(Type.String()),
});
export type ServiceView = Static<typeof ServiceView>;

/** A service as an officer tells it, with the proof that its method asks for. */
export const ServiceInput = Type.Object({
  method: DeliveryMethod,
  receiver: ServiceReceiver,
  receiverName: Optional(Type.String({ maxLength: 4000 })),
  place: Optional(Type.String({ maxLength: 300 })),
  /** 委托送达: the body or person that carries it. */
  entrustedTo: Optional(Type.String({ maxLength: 300 })),
  carrier: Optional(Type.String({ maxLength: 60 })),
  trackingNumber: Optional(Type.String({ maxLength: 60 })),
  /** Why it was refused; why only a public notice was left. */
  reason: Optional(Type.String({ maxLength: 400 })),
  witness: Optional(Type.String({ maxLength: 200 })),
  /** The day on the return slip of a letter; absent: it is still under way. */
  day: Optional(Day),
});
export type ServiceInput = Static<typeof ServiceInput>;

/** 文书 as a screen lists it. `ready` is false until the job has rendered the PDF. */
export const DocumentView = Type.Object({
  documentId: Id,
  kind: DocumentKind,
  title: Type.String({ description: 'official documents speak Chinese only' }),
  number: Optional(Type.String()),
  /** To whom it speaks, where that is another than the applicant: an interested party of a hearing. */
  addressee: Optional(Type.String()),
  day: Day,
  ready: Type.Boolean(),
  served: Type.Boolean(),
  /** A notice of a hearing that was postponed or called off since: it tells nobody any more. */
  overtaken: Optional(oneOf(['postponed', 'calledOff'] as const)),
  service: Optional(ServiceView),
});
export type DocumentView = Static<typeof DocumentView>;

/**
 * What a stranger who holds the paper may learn: nothing about the person but 张**. A licence tells how it stands today,
 * since when (`sinceDay`, where it is not valid), and its validity; another document only that it is ours.
 */
export const DocumentCheck = Type.Object({
  state: oneOf([...licenceStates, 'unknown'] as const),
  demo: Type.Boolean(),
  title: Optional(Type.String()),
  number: Optional(Type.String()),
  organ: Optional(Type.String()),
  day: Optional(Day),
  holder: Optional(Type.String()),
  sinceDay: Optional(Day),
  validity: Optional(Validity),
  /** Nobody decided on its renewal in time, so it holds by law (行政许可法 art. 50). */
  renewedByLaw: Optional(Type.Boolean()),
  digest: Optional(Type.String()),
});
export type DocumentCheck = Static<typeof DocumentCheck>;

/** One uploaded file. */
export const FileView = Type.Object({
  fileId: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
});
export type FileView = Static<typeof FileView>;

/** Names of values, such as 有效期: a block is printed `when` all of them are there, and not where one of `unless` is. */
const conditions = {
  when: Optional(Type.String({ maxLength: 40 })),
  unless: Optional(Type.String({ maxLength: 40 })),
};
const Words = Type.String({ maxLength: 4000 });
const Label = Type.String({ maxLength: 60 });
const Share = Type.Number({ minimum: 1, maximum: 100, description: 'width relative to its neighbours' });

/**
 * One piece of a document template. Texts are Chinese with values by name: `{受理日}` is printed as 2026年2月27日, and
 * `[根据{依据}的规定，]` falls away where one of its values is empty. `numbered` takes the next number 一、二、三; `table`
 * prints a row for each entry of a list; `rows` prints what the document brings of its own: the answers of an
 * application, the entries of a certificate.
 */
export const TemplateBlock = Type.Union([
  Type.Object({ kind: oneOf(['reference', 'addressee', 'paragraph', 'note'] as const), text: Words, ...conditions }),
  Type.Object({ kind: Type.Literal('numbered'), heading: Label, text: Words, ...conditions }),
  Type.Object({
    kind: Type.Literal('table'),
    list: Label,
    columns: Type.Array(
      Type.Object({
        title: Label,
        text: Type.String({ maxLength: 200 }),
        share: Share,
        align: oneOf(['left', 'center'] as const),
      }),
      { minItems: 1, maxItems: 8 },
    ),
    ...conditions,
  }),
  Type.Object({
    kind: Type.Literal('form'),
    rows: Type.Array(
      Type.Array(
        Type.Object({
          label: Label,
          text: Words,
          lines: Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'height kept free for a pen' })),
          share: Optional(Share),
        }),
        { minItems: 1, maxItems: 3 },
      ),
      { minItems: 1, maxItems: 40 },
    ),
    ...conditions,
  }),
  Type.Object({ kind: Type.Literal('rows'), ...conditions }),
]);
export type TemplateBlock = Static<typeof TemplateBlock>;

/** What a document template 文书模板 holds: all that is printed between the organ's name and its seal. */
export const TemplateContent = Type.Object({
  title: Type.String({ maxLength: 200 }),
  blocks: Type.Array(TemplateBlock, { maxItems: 60 }),
});
export type TemplateContent = Static<typeof TemplateContent>;

/** One published version. Version 1 comes with the product and was published by nobody. */
export const TemplateVersion = Type.Object({
  version: Type.Integer(),
  /** Only for documents of this profile; absent: for all. */
  profile: Optional(ProcedureProfile),
  publishedAt: Optional(At),
  publishedBy: Optional(Type.String()),
});
export type TemplateVersion = Static<typeof TemplateVersion>;

/** A block as it is printed. */
export const PrintedBlock = Type.Union([
  Type.Object({
    kind: oneOf(['reference', 'addressee', 'heading', 'paragraph', 'note'] as const),
    text: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('table'),
    columns: Type.Array(
      Type.Object({ title: Type.String(), share: Type.Number(), align: oneOf(['left', 'center'] as const) }),
    ),
    rows: Type.Array(Type.Array(Type.String())),
  }),
  Type.Object({
    kind: Type.Literal('form'),
    rows: Type.Array(
      Type.Array(
        Type.Object({
          label: Type.String(),
          text: Type.String(),
          lines: Optional(Type.Integer()),
          share: Optional(Type.Number()),
        }),
      ),
    ),
  }),
]);
export type PrintedBlock = Static<typeof PrintedBlock>;

/** A value that a template of the kind may print, with what it says in the sample. */
const TemplateValue = Type.Object({ name: Type.String(), example: Type.String(), obligatory: Type.Boolean() });

/** What the law wants and this content leaves out, published before that was known: papers with it carry version 1. */
const lacks = Type.Array(Type.String());

export const documentsRoutes = {
  'GET /my/documents/:documentId/pdf': route({
    summary: 'A document of a case of mine, as PDF',
    input: Type.Object({ documentId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /documents/:documentId/pdf': route({
    summary: 'A document of a case in my scope, as PDF',
    input: Type.Object({ documentId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /document-checks/:token': route({
    summary: 'Is this paper ours? By the 128-bit token in its QR code',
    input: Type.Object({ token: Text(100) }),
    reply: DocumentCheck,
  }),
  'GET /document-templates': route({
    summary: 'The document templates in force (administrator)',
    input: Type.Object({}),
    reply: Type.Object({
      templates: Type.Array(Type.Object({ kind: DocumentKind, ...TemplateVersion.properties, lacks })),
    }),
  }),
  'GET /document-templates/:kind': route({
    summary: 'A document template with its versions and the values it may print (administrator)',
    input: Type.Object({ kind: DocumentKind, version: Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) }),
    reply: Type.Object({
      kind: DocumentKind,
      ...TemplateVersion.properties,
      content: TemplateContent,
      lacks,
      /** Newest first. */
      versions: Type.Array(TemplateVersion),
      values: Type.Array(TemplateValue),
      lists: Type.Array(
        Type.Object({ name: Type.String(), obligatory: Type.Boolean(), columns: Type.Array(TemplateValue) }),
      ),
    }),
  }),
  'POST /document-templates/:kind/preview': route({
    summary: 'A template filled with sample data, and what is wrong with it; keeps nothing (administrator)',
    input: Type.Object({ kind: DocumentKind, content: TemplateContent, profile: Optional(ProcedureProfile) }),
    reply: Type.Object({
      faults: Type.Array(FieldFault),
      head: Type.Array(Type.String()),
      blocks: Type.Array(PrintedBlock),
      closing: Type.Array(Type.String()),
    }),
  }),
  'POST /document-templates/:kind/publish': route({
    summary: 'Publish the next version of a document template (administrator)',
    input: Type.Object({
      kind: DocumentKind,
      content: TemplateContent,
      profile: Optional(ProcedureProfile),
      /** The newest version that the editor knew. */
      basedOn: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    }),
    reply: TemplateVersion,
  }),
  'POST /my/files': route({
    summary: 'Upload a file for an application of mine',
    input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
    reply: FileView,
    body: 'bytes',
  }),
  'POST /files': route({
    summary: 'Upload a scan at the window',
    input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
    reply: FileView,
    body: 'bytes',
  }),
};
