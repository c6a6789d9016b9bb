import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, Id, LocalText, Optional, oneOf, PageInput } from './values.ts';
import { importStates } from './words.ts';

/** A spreadsheet of items as it was read; nothing of it counts before it is confirmed. */
export const ItemImport = Type.Object({
  importId: Id,
  /** Name of the file. */
  name: Type.String(),
  state: oneOf(importStates),
  organ: LocalText,
  /** In which row of the sheet the headings stand, and those that nothing knows. */
  headingRow: Type.Integer(),
  unknownHeadings: Type.Array(Type.String()),
  /** Rows that may be imported, and rows with a fault. */
  ready: Type.Integer(),
  wrong: Type.Integer(),
  imported: Type.Integer(),
  /** Departments as the sheet names them that are none of ours, and how many rows each has: whose are these? */
  departments: Optional(Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() }))),
  readBy: Type.String(),
  readAt: At,
  confirmedAt: Optional(At),
});
export type ItemImport = Static<typeof ItemImport>;

/** What is wrong with a cell: the heading of its column, and one sentence. */
const CellFault = Type.Object({ column: LocalText, sentence: LocalText });

/** One row of a sheet: why it cannot be imported, what stays visible on its draft, what the sheet does not say. */
export const ItemImportRow = Type.Object({
  /** As the sheet counts. */
  row: Type.Integer(),
  name: Type.String(),
  code: Type.String(),
  /** The department as the sheet names it, and which of ours that is. */
  department: Type.String(),
  organ: Optional(LocalText),
  ready: Type.Boolean(),
  faults: Type.Array(CellFault),
  remarks: Type.Array(CellFault),
  /** Elements that the draft will lack. */
  missing: Type.Array(LocalText),
  draftId: Optional(Id),
});
export type ItemImportRow = Static<typeof ItemImportRow>;

const importId = { importId: Id };
/** A sheet for a person (XLSX), or plain for a machine (CSV). */
const format = { format: Optional(oneOf(['xlsx', 'csv'] as const)) };

export const importsRoutes = {
  'GET /item-imports': route({
    summary: 'Spreadsheets of items that were read, newest first',
    input: Type.Object({ after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({ imports: Type.Array(ItemImport), next: Optional(Type.String()) }),
  }),
  'POST /item-imports': route({
    summary: 'Read a spreadsheet (XLSX or CSV) and judge it row by row; imports nothing',
    input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
    reply: ItemImport,
    body: 'bytes',
  }),
  'GET /item-imports/:importId': route({
    summary: 'One spreadsheet as it was read',
    input: Type.Object(importId),
    reply: ItemImport,
  }),
  'GET /item-imports/:importId/rows': route({
    summary: 'Its rows in the order of the sheet',
    input: Type.Object({
      ...importId,
      ready: Optional(Type.Boolean()),
      after: Optional(Type.String({ pattern: '^\\d{1,7}$' })),
      limit: PageInput.limit,
    }),
    reply: Type.Object({ rows: Type.Array(ItemImportRow), next: Optional(Type.String()) }),
  }),
  'GET /item-imports/:importId/report': route({
    summary: 'What is wrong, row by row, as a sheet',
    input: Type.Object({ ...importId, ...format, language: Optional(oneOf(['zh-CN', 'en'] as const)) }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'POST /item-imports/:importId/confirm': route({
    summary: 'Make a draft of every chosen row, or of every row without a fault: all of them or none',
    input: Type.Object({
      ...importId,
      rows: Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 1_048_576 }), { minItems: 1, maxItems: 20_000 })),
      /** Which organ of ours takes the rows of a department that we do not have. */
      departments: Optional(
        Type.Array(Type.Object({ name: Type.String({ maxLength: 500 }), organId: Id }), { maxItems: 200 }),
      ),
    }),
    reply: ItemImport,
  }),
  'POST /item-imports/:importId/discard': route({
    summary: 'Put a spreadsheet aside; nothing of it was imported',
    input: Type.Object(importId),
    reply: ItemImport,
  }),
  'GET /catalogue-export': route({
    summary: 'Every item in force as a sheet that an import can read again',
    input: Type.Object(format),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
};
