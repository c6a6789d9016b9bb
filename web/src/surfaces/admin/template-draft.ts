import type { PrintedBlock, TemplateBlock } from '../../../../contract/documents.ts';

type Node = Record<string, unknown> | unknown[];

/** A copy with one value put at a path such as `blocks.2.columns.1.text`; `undefined` takes the entry away. */
export function withValue<T extends object>(whole: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.');
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>;
  if (rest.length > 0) copy[name] = withValue(copy[name] as Node, rest.join('.'), value);
  else if (value === undefined && Array.isArray(copy)) copy.splice(Number(name), 1);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy as T;
}

/** A copy of a list with one entry moved by a step; the same list where there is no room. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): T[] {
  const copy = [...list];
  const [entry] = copy.splice(at, 1);
  if (entry === undefined || at + step < 0) return [...list];
  copy.splice(at + step, 0, entry);
  return copy;
}

/** A new block with as little in it as its kind can have. `list`: the first list of the document's kind. */
export function emptyBlock(kind: TemplateBlock['kind'], list: string): TemplateBlock {
  switch (kind) {
    case 'rows':
      return { kind };
    case 'table':
      return { kind, list, columns: [{ title: '', text: '', share: 20, align: 'left' }] };
    case 'form':
      return { kind, rows: [[{ label: '', text: '' }]] };
    case 'numbered':
      return { kind, heading: '', text: '' };
    default:
      return { kind, text: '' };
  }
}

/** The sheet as plain lines, for saying what a new version changes. */
export function sheetLines({ head, blocks }: { head: readonly string[]; blocks: readonly PrintedBlock[] }): string[] {
  return [
    ...head,
    ...blocks.flatMap((block) =>
      block.kind === 'table'
        ? [block.columns.map(({ title }) => title).join('｜'), ...block.rows.map((cells) => cells.join('｜'))]
        : block.kind === 'form'
          ? block.rows.map((fields) => fields.map(({ label, text }) => `${label}：${text}`).join('｜'))
          : [block.text],
    ),
  ];
}
