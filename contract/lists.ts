import { type Static, Type } from 'typebox';
import { ItemContent } from './item-content.ts';
import { route } from './route.ts';
import { CaseType, Day, Id, Level, LocalText, Optional, oneOf, PageInput } from './values.ts';
import { figureGroups, figureKinds, listGroups, standings } from './words.ts';

const Key = Type.String({ pattern: '^[a-zA-Z]{2,40}$', description: 'e.g. powers' });

/** A public list 清单, and how much stands on it. */
export const ListSummary = Type.Object({
  key: Key,
  group: oneOf(listGroups),
  name: LocalText,
  /** What stands on it, in a sentence. */
  text: LocalText,
  /** What the list itself rests on. */
  basis: LocalText,
  /** Rows: of a list of materials one item may have several. */
  rows: Type.Integer(),
  items: Type.Integer(),
});
export type ListSummary = Static<typeof ListSummary>;

/** Lists that are shown together under one name, as 五办 and 五公开: which ones is a local rule. */
export const ListSet = Type.Object({ key: Key, name: LocalText, lists: Type.Array(Key) });
export type ListSet = Static<typeof ListSet>;

export const ListRow = Type.Object({
  rowId: Type.String(),
  /** Absent where there is no guide: nobody applies for a penalty. */
  itemId: Optional(Id),
  name: LocalText,
  cells: Type.Array(LocalText, { description: 'in the order of the columns' }),
});
export type ListRow = Static<typeof ListRow>;

const Narrowing = {
  q: Optional(Type.String({ maxLength: 200 })),
  departmentId: Optional(Type.String({ maxLength: 36, description: 'who decides; `township`: the townships' })),
  regionId: Optional(Id),
};

/** One number with its definition; every one can be opened. */
export const Figure = Type.Object({
  key: Key,
  group: oneOf(figureGroups),
  kind: oneOf(figureKinds),
  name: LocalText,
  /** What is counted, and of what. */
  definition: LocalText,
});
export type Figure = Static<typeof Figure>;

/**
 * A figure of one scope: of `whole` so many are `part`. Of a reduction `whole` is before and `part` is now. Without a
 * whole there is nothing to divide by, and so no percentage. `items` were measured.
 */
export const Measured = Type.Object({ part: Type.Number(), whole: Type.Number(), items: Type.Integer() });
export type Measured = Static<typeof Measured>;

/** The figures of the district, of one department (`township`: the townships), or of one level. */
export const FigureScope = Type.Object({
  kind: oneOf(['district', 'department', 'level'] as const),
  scopeId: Type.String(),
  name: LocalText,
  measured: Type.Array(Measured, { description: 'in the order of the figures' }),
});
export type FigureScope = Static<typeof FigureScope>;

/** What a figure says of one item. */
export const FigureItem = Type.Object({
  itemId: Id,
  name: LocalText,
  department: LocalText,
  level: Level,
  part: Type.Number(),
  whole: Type.Number(),
  /** Of the three at most, those that it does not keep. */
  fails: Optional(Type.Array(oneOf(['visits', 'contact', 'month'] as const))),
});
export type FigureItem = Static<typeof FigureItem>;

/** What one township receives: at its own centre, and at the stations of its villages, from the least to the most. */
export const TownshipFigures = Type.Object({
  regionId: Id,
  name: LocalText,
  items: Type.Integer(),
  villages: Type.Integer(),
  leastInVillages: Type.Integer(),
  mostInVillages: Type.Integer(),
});
export type TownshipFigures = Static<typeof TownshipFigures>;

/** An item for other systems: the national exchange fields, and the whole of what is published. */
export const ExchangedItem = Type.Object({
  itemId: Id,
  itemVersionId: Id,
  version: Type.Integer(),
  effectiveDay: Day,
  code: Type.String(),
  level: Level,
  caseType: CaseType,
  standing: oneOf(standings),
  /** Fields of the national exchange tables (GB/T 39554.2); enumerations as their numbers, several joined by `^`. */
  exchange: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])),
  content: ItemContent,
});
export type ExchangedItem = Static<typeof ExchangedItem>;

export const listsRoutes = {
  'GET /lists': route({
    summary: 'All public lists with their counts',
    input: Type.Object({}),
    reply: Type.Object({ lists: Type.Array(ListSummary), sets: Type.Array(ListSet), revision: Type.Integer() }),
  }),
  'GET /lists/:listKey': route({
    summary: 'One list, by name, page by page',
    input: Type.Object({ listKey: Key, ...Narrowing, ...PageInput }),
    reply: Type.Object({
      list: ListSummary,
      columns: Type.Array(LocalText),
      rows: Type.Array(ListRow),
      total: Type.Integer(),
      /** Who decides what stands on the list, to narrow it by. */
      departments: Type.Array(Type.Object({ departmentId: Type.String(), name: LocalText, rows: Type.Integer() })),
      revision: Type.Integer(),
      next: Optional(Type.String()),
    }),
  }),
  'GET /lists/:listKey/file': route({
    summary: 'The same rows as a table, XLSX or CSV (UTF-8 with its mark)',
    input: Type.Object({
      listKey: Key,
      format: oneOf(['xlsx', 'csv'] as const),
      language: Optional(oneOf(['zh', 'en'] as const)),
      ...Narrowing,
    }),
    reply: Type.Any(),
    answer: 'bytes',
  }),
  'GET /figures': route({
    summary: 'The figures of the catalogue: of the district, of each department, of each level',
    input: Type.Object({}),
    reply: Type.Object({
      figures: Type.Array(Figure),
      scopes: Type.Array(FigureScope),
      /** 服务圈: how many centres of each level there are, and for how many regions. */
      circle: Type.Array(Type.Object({ level: Level, centers: Type.Integer(), regions: Type.Integer() })),
      townships: Type.Array(TownshipFigures),
      revision: Type.Integer(),
    }),
  }),
  'GET /figures/:figureKey/items': route({
    summary: 'The items behind a figure: those counted, the rest, or all that were measured',
    input: Type.Object({
      figureKey: Key,
      which: Optional(oneOf(['counted', 'rest', 'all'] as const)),
      departmentId: Optional(Type.String({ maxLength: 36 })),
      level: Optional(Level),
      ...PageInput,
    }),
    reply: Type.Object({
      figure: Figure,
      items: Type.Array(FigureItem),
      measured: Measured,
      total: Type.Integer(),
      next: Optional(Type.String()),
    }),
  }),
  'GET /catalogue': route({
    summary: 'The items in force for other systems, whole; the answer carries an ETag of the revision',
    input: Type.Object({ after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({
      items: Type.Array(ExchangedItem),
      total: Type.Integer(),
      revision: Type.Integer(),
      next: Optional(Id),
    }),
  }),
  'GET /catalogue/:itemId': route({
    summary: 'One item for other systems, suspended and cancelled ones too; the answer carries an ETag of its version',
    input: Type.Object({ itemId: Id }),
    reply: ExchangedItem,
  }),
};
