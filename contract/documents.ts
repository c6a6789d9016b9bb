import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Id, Optional, oneOf, Text } from './values.ts';
import { documentKinds } from './words.ts';

export const DocumentKind = oneOf(documentKinds);
export type DocumentKind = Static<typeof DocumentKind>;

/** 文书 as a screen lists it. `ready` is false until the job has rendered the PDF. */
export const DocumentView = Type.Object({
  documentId: Id,
  kind: DocumentKind,
  title: Type.String({ description: 'official documents speak Chinese only' }),
  number: Optional(Type.String()),
  day: Day,
  ready: Type.Boolean(),
  served: Type.Boolean(),
});
export type DocumentView = Static<typeof DocumentView>;

/** What a stranger who holds the paper may learn: nothing about the person but 张**. */
export const DocumentCheck = Type.Object({
  state: oneOf(['valid', 'unknown'] as const),
  demo: Type.Boolean(),
  title: Optional(Type.String()),
  number: Optional(Type.String()),
  organ: Optional(Type.String()),
  day: Optional(Day),
  holder: Optional(Type.String()),
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
