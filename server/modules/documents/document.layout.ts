import type { PrintedBlock, TemplateContent } from '../../../contract/documents.ts';
import type { DocumentData } from './document.data.ts';
import { sealOf } from './document.rules.ts';
import { type DocumentParts, documentParts, signerOf } from './document.template.ts';
import { breakLines, type Face, type Line, type Setting, widestWord } from './typesetting.rules.ts';

type Column = Extract<PrintedBlock, { kind: 'table' }>['columns'][number];
type Field = Extract<PrintedBlock, { kind: 'form' }>['rows'][number][number];

export const mm = 72 / 25.4;
/** A4 with the margins of official documents, in points. */
export const page = { width: 210 * mm, height: 297 * mm, top: 37 * mm, left: 28 * mm, right: 26 * mm, bottom: 35 * mm };
const measure = page.width - page.left - page.right;
const floor = page.height - page.bottom;
export const sealDiameter = 40 * mm;
const qrSize = 24 * mm;
/** White between a cell's frame and its text. */
const padding = 5;
const paddingAt = (size: number) => (size < 10.5 ? 3 : padding);

export interface Faces {
  body: Face[];
  title: Face[];
}

/** A node of the tagged structure, by which screen readers walk the document. */
export interface Tag {
  role: 'Document' | 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  alt?: string;
  children: Tag[];
}

/** Something to draw; coordinates in points from the page's top left, or from its box's before it is placed. */
export type Item =
  | { kind: 'line'; x: number; y: number; size: number; line: Line; tag: Tag | null }
  | { kind: 'frame'; x: number; y: number; width: number; height: number }
  /** A line to write on, or under an entry. */
  | { kind: 'rule'; x: number; y: number; width: number }
  /** Around the whole page of a certificate. */
  | { kind: 'border' }
  | { kind: 'seal'; x: number; y: number }
  | { kind: 'qr'; x: number; y: number; size: number; url: string; tag: Tag };

export interface Layout {
  root: Tag;
  pages: Item[][];
}

interface Box {
  height: number;
  items: Item[];
  /** Never parted from the box after it. */
  holdsNext: boolean;
  /** Repeated above this box when it begins a page. */
  header?: Box;
}

interface Sizes {
  body: number;
  pitch: number;
  form: number;
  formPitch: number;
  table: number;
  tablePitch: number;
}

const standard: Sizes = { body: 16, pitch: 28, form: 14, formPitch: 22, table: 12, tablePitch: 18 };

/** Used only where they bring a document onto one page. */
const tighter: Sizes[] = [
  { body: 16, pitch: 26, form: 14, formPitch: 20, table: 12, tablePitch: 17 },
  { body: 16, pitch: 24, form: 12, formPitch: 18, table: 12, tablePitch: 16 },
  { body: 15, pitch: 22, form: 12, formPitch: 17, table: 10.5, tablePitch: 15 },
  { body: 15, pitch: 22, form: 12, formPitch: 15, table: 10.5, tablePitch: 14 },
];

/** An applicant's paper is a form, a record or sheet a table, and both may be long. */
const ofForms: Sizes[] = [
  { body: 15, pitch: 26, form: 12, formPitch: 19, table: 10.5, tablePitch: 16 },
  { body: 14, pitch: 22, form: 12, formPitch: 16, table: 10.5, tablePitch: 14 },
];

/** Sets a document into pages: on one page where a setting allows it, otherwise in the standard setting. */
export function layOut(data: DocumentData, template: TemplateContent, faces: Faces): Layout {
  const parts = documentParts(data, template);
  if (data.kind === 'certificate') return layOutCertificate(data, parts, faces);
  if (isSheet(data)) {
    const [wide, narrow] = ofForms.map((sizes) => layOutWith(data, parts, faces, sizes)) as [Layout, Layout];
    return narrow.pages.length < wide.pages.length ? narrow : wide;
  }
  const first = layOutWith(data, parts, faces, standard);
  // What is longer than two pages in the standard setting will not fit on one.
  if (first.pages.length !== 2) return first;
  for (const sizes of tighter) {
    const layout = layOutWith(data, parts, faces, sizes);
    if (layout.pages.length === 1) return layout;
  }
  return first;
}

/** Read as a form and not as a letter: applications, records of procedures, internal sheets, lists of the archive. */
function isSheet({ kind }: DocumentData): boolean {
  return (
    kind === 'applicationForm' || (sealOf(kind) === null && kind !== 'withdrawalRequest') || kind === 'inspectionReport'
  );
}

function layOutWith(data: DocumentData, parts: DocumentParts, faces: Faces, sizes: Sizes): Layout {
  const root: Tag = { role: 'Document', children: [] };
  const boxes = [
    ...titleBoxes(parts, faces, root),
    ...(parts.head.number !== null && parts.blocks[0]?.kind === 'form' ? [gap(8)] : []),
    ...parts.blocks.flatMap((block, at) => [
      ...blockBoxes(block, faces, sizes, root),
      ...(block.kind === 'reference' && parts.blocks[at + 1]?.kind !== 'reference' ? [gap(10)] : []),
    ]),
  ];
  for (const box of boxes.slice(-2)) box.holdsNext = true;
  boxes.push(signerOf(data) === null ? closingBox(data, parts, faces, root) : signatureBox(data, parts, faces, root));
  const pages = paginate(boxes);
  addFooters(pages, faces);
  return { root, pages };
}

function grow(parent: Tag, role: Tag['role'], alt?: string): Tag {
  const tag: Tag = alt === undefined ? { role, children: [] } : { role, alt, children: [] };
  parent.children.push(tag);
  return tag;
}

/** A line centred in a pitch: its baseline lies where the middle of the ideographs meets the middle of the pitch. */
const baseline = (size: number, pitch: number) => pitch / 2 + size * 0.38;

function lineBox(line: Line, size: number, pitch: number, tag: Tag): Box {
  const item: Item = { kind: 'line', x: page.left, y: baseline(size, pitch), size, line, tag };
  return { height: pitch, items: [item], holdsNext: false };
}

const gap = (height: number): Box => ({ height, items: [], holdsNext: true });

function titleBoxes({ head }: DocumentParts, faces: Faces, root: Tag): Box[] {
  const title = grow(root, 'H1');
  return [
    ...(head.organ === null ? [] : centredBoxes(head.organ, faces.title, 22, 34, title)),
    ...centredBoxes(head.title, faces.title, 22, 34, title),
    ...(head.number === null ? [] : [gap(4), ...centredBoxes(head.number, faces.body, 16, 28, grow(root, 'P'))]),
    gap(head.number === null ? 14 : 2),
  ];
}

function centredBoxes(text: string, set: Face[], size: number, pitch: number, tag: Tag): Box[] {
  const lines = breakLines(text, { faces: set, size, width: measure, indent: 0, align: 'center' });
  // Nothing of a heading is parted from what follows.
  return lines.map((line) => ({ ...lineBox(line, size, pitch, tag), holdsNext: lines.length < 6 }));
}

function blockBoxes(block: PrintedBlock, faces: Faces, sizes: Sizes, root: Tag): Box[] {
  switch (block.kind) {
    case 'addressee':
      return textBoxes(block.text, 0, faces, sizes.body, sizes.pitch, root);
    case 'reference':
      return centredBoxes(block.text, faces.body, 12, 20, grow(root, 'P'));
    case 'paragraph':
      return block.text.split('\n').flatMap((part) => textBoxes(part, 2, faces, sizes.body, sizes.pitch, root));
    case 'heading':
      return [gap(4), ...headingBoxes(block.text, faces, sizes, root)];
    case 'note':
      return textBoxes(block.text, 2, faces, sizes.form, sizes.formPitch, root);
    case 'table':
      return [gap(4), ...tableBoxes(block.columns, block.rows, faces, sizes, root), gap(6)];
    case 'form':
      return [...formBoxes(block.rows, faces, sizes, root), gap(8)];
  }
}

function textBoxes(text: string, indent: number, faces: Faces, size: number, pitch: number, root: Tag): Box[] {
  const tag = grow(root, 'P');
  const setting: Setting = { faces: faces.body, size, width: measure, indent, align: 'justify' };
  const boxes = breakLines(text, setting).map((line) => lineBox(line, size, pitch, tag));
  // Neither the first nor the last line of a paragraph stands alone on a page.
  for (const box of [boxes[0], boxes.at(-2)]) if (box) box.holdsNext = boxes.length > 1;
  return boxes;
}

function headingBoxes(text: string, faces: Faces, { form, formPitch }: Sizes, root: Tag): Box[] {
  const setting: Setting = { faces: faces.title, size: form, width: measure, indent: 0, align: 'left' };
  const tag = grow(root, 'P');
  return breakLines(text, setting).map((line) => ({ ...lineBox(line, form, formPitch + 4, tag), holdsNext: true }));
}

interface Cell {
  text: string;
  width: number;
  role: 'TH' | 'TD';
  align: 'left' | 'center';
  lines: number;
}

function tableBoxes(columns: Column[], rows: string[][], faces: Faces, sizes: Sizes, root: Tag): Box[] {
  const table = grow(root, 'Table');
  const titles = columns.map(({ title }) => title);
  const { size, widths } = fitColumns(columns, [titles, ...rows], faces, sizes.table);
  const pitch = (sizes.tablePitch * size) / sizes.table;
  const row = (texts: string[], role: Cell['role']) =>
    texts.map((text, index): Cell => {
      const { align } = columns[index] as Column;
      return { text, width: widths[index] as number, role, align: role === 'TH' ? 'center' : align, lines: 1 };
    });
  const [head] = rowBoxes(row(titles, 'TH'), size, pitch, faces, table);
  const body = rows.flatMap((texts) => rowBoxes(row(texts, 'TD'), size, pitch, faces, table));
  if (!head) return body;
  head.holdsNext = true;
  const repeated = { ...head, items: head.items.map((item) => (item.kind === 'line' ? { ...item, tag: null } : item)) };
  return [head, ...body.map((box) => ({ ...box, header: repeated }))];
}

/** Smaller is not read by everybody. */
const smallestTable = 9;

/**
 * Columns by their shares, but none so narrow that a number in it is torn or its words run downwards, four characters
 * to a line, then three, then two; for that the whole table is set smaller. Where nothing helps the shares have their way.
 */
function fitColumns(
  columns: readonly Column[],
  rows: readonly string[][],
  faces: Faces,
  largest: number,
): { size: number; widths: number[] } {
  // A word that would take half of the sheet is torn.
  const em = { faces: faces.body, size: 1, width: measure / 2 / smallestTable };
  const widest = columns.map((_, at) => Math.max(...rows.map((cells) => widestWord(cells[at] ?? '', em))));
  const longest = columns.map((_, at) => Math.max(...rows.map((cells) => [...(cells[at] ?? '')].length)));
  for (const characters of [4, 3, 2]) {
    for (let size = largest; size >= smallestTable; size -= 0.5) {
      const least = columns.map(
        (_, at) =>
          Math.max(widest[at] as number, Math.min(longest[at] as number, characters)) * size +
          2 * paddingAt(size) +
          0.1,
      );
      if (sum(least) <= measure) return { size, widths: sharedWidths(columns, least) };
    }
  }
  return { size: smallestTable, widths: sharedWidths(columns, new Array(columns.length).fill(0)) };
}

/** Who would get less by his share than he needs takes what he needs; the others share the rest. */
function sharedWidths(columns: readonly Column[], least: readonly number[]): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = columns.flatMap(({ share }, at) => (fixed.has(at) ? [] : [share]));
    const rest = measure - sum(least.filter((_, at) => fixed.has(at)));
    const widths = columns.map(({ share }, at) => (fixed.has(at) ? (least[at] as number) : (share / sum(free)) * rest));
    const narrow = widths.flatMap((width, at) => (!fixed.has(at) && width < (least[at] as number) ? [at] : []));
    if (narrow.length === 0) return widths;
    for (const at of narrow) fixed.add(at);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function formBoxes(rows: Field[][], faces: Faces, sizes: Sizes, root: Tag): Box[] {
  const table = grow(root, 'Table');
  // A short label stands on one line, a long one on two.
  const lengths = rows.flat().map(({ label }) => [...label].length);
  const short = lengths.filter((length) => length <= 7);
  const most = Math.min(Math.max(5, ...short, Math.ceil(Math.max(...lengths) / 2)), 9);
  const labelWidth = sizes.form * most + 2 * padding + 1;
  return rows.flatMap((fields) => {
    const shares = fields.reduce((sum, { share = 1 }) => sum + share, 0);
    const cells = fields.flatMap(({ label, text, lines = 1, share = 1 }): Cell[] => [
      { text: inEqualLines(label, most), width: labelWidth, role: 'TH', align: 'center', lines },
      { text, width: (share / shares) * measure - labelWidth, role: 'TD', align: 'left', lines },
    ]);
    return rowBoxes(cells, sizes.form, sizes.formPitch, faces, table);
  });
}

/** 经营场所地址 as 经营场 and 所地址, not as 经营场所地 and 址. */
function inEqualLines(label: string, most: number): string {
  const chars = [...label];
  if (chars.length <= most || !/^\p{Script=Han}+$/u.test(label)) return label;
  const each = Math.ceil(chars.length / Math.ceil(chars.length / most));
  return Array.from({ length: Math.ceil(chars.length / each) }, (_, line) =>
    chars.slice(line * each, (line + 1) * each).join(''),
  ).join('\n');
}

/** One row as a box, or as several when it is too tall for a page. */
function rowBoxes(cells: Cell[], size: number, pitch: number, faces: Faces, table: Tag): Box[] {
  const row = grow(table, 'TR');
  const padding = paddingAt(size);
  const set = cells.map((cell) => ({
    cell,
    tag: grow(row, cell.role),
    lines: breakLines(cell.text, {
      faces: faces.body,
      size,
      width: cell.width - 2 * padding,
      indent: 0,
      align: cell.align,
    }),
  }));
  const tall = Math.max(...set.map(({ cell, lines }) => Math.max(lines.length, cell.lines)));
  const most = Math.floor((floor - page.top) / 2 / pitch);
  const boxes: Box[] = [];
  for (let from = 0; from < tall; from += most) {
    const count = Math.min(most, tall - from);
    const height = count * pitch + padding * 1.6;
    const items: Item[] = [];
    let x = page.left;
    for (const { cell, tag, lines } of set) {
      const part = lines.slice(from, from + count);
      const y = (height - part.length * pitch) / 2;
      items.push({ kind: 'frame', x, y: 0, width: cell.width, height });
      for (const [index, line] of part.entries()) {
        items.push({ kind: 'line', x: x + padding, y: y + index * pitch + baseline(size, pitch), size, line, tag });
      }
      x += cell.width;
    }
    boxes.push({ height, items, holdsNext: false });
  }
  return boxes;
}

/** Organ and day, centred on each other under an upright seal where the kind has one; the code that proves the document on the left. */
function closingBox(data: DocumentData, { closing }: DocumentParts, faces: Faces, root: Tag, inset = 0): Box {
  const size = 16;
  const pitch = 28;
  const isSealed = sealOf(data.kind) !== null;
  const sealTop = 12;
  const tag = grow(root, 'P');
  const lines = centredLines(closing, faces, size, (measure - 2 * inset) * 0.6);
  const width = Math.max(...lines.map((line) => line.width)) + 1;
  const x = page.left + measure - inset - width - 1.5 * size;
  const top = isSealed ? sealTop + sealDiameter / 2 - 2 : sealTop;
  const items: Item[] = lines.map((line, index) => ({
    kind: 'line',
    x: x + (width - line.width) / 2,
    y: top + index * pitch + baseline(size, pitch),
    size,
    line,
    tag,
  }));
  if (isSealed) items.push({ kind: 'seal', x: x + width / 2, y: sealTop + sealDiameter / 2 });
  const height = Math.max(isSealed ? sealTop + sealDiameter : sealTop + qrSize + 16, top + lines.length * pitch) + 2;
  items.push(...proof(data.verificationUrl, page.left + inset, height, faces, root));
  return { height, items, holdsNext: false };
}

/** Set from the left; where each begins is for who places them. */
function centredLines(texts: readonly string[], faces: Faces, size: number, width: number): Line[] {
  return texts.flatMap((text) => breakLines(text, { faces: faces.body, size, width, indent: 0, align: 'left' }));
}

/** Who applies, with a line for a signature and the day; the same code on the left. */
function signatureBox(data: DocumentData, { closing }: DocumentParts, faces: Faces, root: Tag): Box {
  const size = 14;
  const pitch = 30;
  const tag = grow(root, 'P');
  const left = page.left + measure * 0.44;
  const width = measure * 0.56;
  const items: Item[] = [];
  let y = 14;
  for (const text of closing) {
    for (const line of breakLines(text, { faces: faces.body, size, width, indent: 0, align: 'left' })) {
      items.push({ kind: 'line', x: left, y: y + baseline(size, pitch), size, line, tag });
      if (text.endsWith('：'))
        items.push({ kind: 'rule', x: left + line.width, y: y + pitch * 0.78, width: width - line.width });
      y += pitch;
    }
  }
  const height = Math.max(y, qrSize + 28);
  items.push(...proof(data.verificationUrl, page.left, height, faces, root));
  return { height, items, holdsNext: false };
}

/** The code that leads to the public page of the document, above `floor`. */
function proof(url: string, x: number, bottom: number, faces: Faces, root: Tag): Item[] {
  const caption = 9;
  const y = bottom - qrSize - caption * 1.6;
  const items: Item[] = [{ kind: 'qr', x, y, size: qrSize, url, tag: grow(root, 'Figure', `核验二维码：${url}`) }];
  const setting: Setting = { faces: faces.body, size: caption, width: qrSize, indent: 0, align: 'center' };
  const [line] = breakLines('扫码核验真伪', setting);
  if (line) items.push({ kind: 'line', x, y: bottom - 3, size: caption, line, tag: grow(root, 'P') });
  return items;
}

const certificateInset = 6 * mm;

/**
 * A certificate: one calm page in a frame, its entries set wide, its closing at the foot. What is too long goes on in
 * frames of the same kind.
 */
function layOutCertificate(data: DocumentData, parts: DocumentParts, faces: Faces): Layout {
  const wide = certificateWith(data, parts, faces, 38);
  return wide.pages.length === 1 ? wide : certificateWith(data, parts, faces, 26);
}

function certificateWith(data: DocumentData, parts: DocumentParts, faces: Faces, pitch: number): Layout {
  const root: Tag = { role: 'Document', children: [] };
  const { head } = parts;
  const long = [...head.title].length > 11;
  const boxes: Box[] = [
    gap(14),
    ...centredBoxes(head.title, faces.title, long ? 26 : 34, long ? 40 : 52, grow(root, 'H1')),
    ...(head.number === null ? [] : [gap(4), ...centredBoxes(head.number, faces.body, 14, 26, grow(root, 'P'))]),
    gap(26),
  ];
  for (const block of parts.blocks) {
    if (block.kind === 'form') boxes.push(...entryBoxes(block.rows.flat(), faces, pitch, root), gap(22));
    else if (block.kind === 'reference') boxes.push(gap(12), ...blockBoxes(block, faces, standard, root));
    else boxes.push(...certificateText(block, faces, root));
  }
  const closing = closingBox(data, parts, faces, root, certificateInset);
  const room = floor - page.top - boxes.reduce((sum, box) => sum + box.height, 0) - closing.height;
  if (room > 0) boxes.push(gap(room));
  for (const box of boxes.slice(-2)) box.holdsNext = true;
  const pages = paginate([...boxes, closing]);
  for (const items of pages) items.unshift({ kind: 'border' });
  return { root, pages };
}

function certificateText(block: PrintedBlock, faces: Faces, root: Tag): Box[] {
  if (block.kind !== 'paragraph' && block.kind !== 'note') return blockBoxes(block, faces, standard, root);
  const setting: Setting = {
    faces: faces.body,
    size: 16,
    width: measure - 2 * certificateInset,
    indent: 2,
    align: 'justify',
  };
  const tag = grow(root, 'P');
  return breakLines(block.text, setting).map((line) => inset(lineBox(line, 16, 30, tag)));
}

const inset = (box: Box): Box => ({
  ...box,
  items: box.items.map((item) => ('x' in item ? { ...item, x: item.x + certificateInset } : item)),
});

/** Label and entry on a fine rule, label by label in one column. */
function entryBoxes(fields: readonly Field[], faces: Faces, pitch: number, root: Tag): Box[] {
  const size = 16;
  const linePitch = 24;
  const table = grow(root, 'Table');
  const width = measure - 2 * certificateInset;
  const longest = Math.max(...fields.map(({ label }) => [...label].length));
  const labelWidth = size * Math.min(Math.max(longest, 4), 8) + 1;
  const left = labelWidth + size;
  return fields.flatMap(({ label, text }) => {
    const row = grow(table, 'TR');
    const set = (words: string, width: number): Line[] =>
      breakLines(words, { faces: faces.body, size, width, indent: 0, align: 'left' });
    const columns = [
      { x: 0, lines: set(label, labelWidth), tag: grow(row, 'TH') },
      { x: left, lines: set(text, width - left), tag: grow(row, 'TD') },
    ];
    const tall = Math.max(...columns.map(({ lines }) => lines.length));
    const above = pitch - linePitch;
    return Array.from({ length: tall }, (_, at): Box => {
      const top = at === 0 ? above : 0;
      const items = columns.flatMap(({ x, lines, tag }): Item[] => {
        const line = lines[at];
        return line ? [{ kind: 'line', x: page.left + x, y: top + baseline(size, linePitch), size, line, tag }] : [];
      });
      if (at === tall - 1)
        items.push({ kind: 'rule', x: page.left + left, y: top + linePitch + 2, width: width - left });
      return inset({ height: top + linePitch + (at === tall - 1 ? 4 : 0), items, holdsNext: at === 0 && tall > 1 });
    });
  });
}

function paginate(boxes: Box[]): Item[][] {
  const pages: Item[][] = [];
  let items: Item[] = [];
  let y = page.top;
  const place = (box: Box) => {
    for (const item of box.items) items.push('y' in item ? { ...item, y: item.y + y } : item);
    y += box.height;
  };
  const turn = (header: Box | undefined) => {
    pages.push(items);
    items = [];
    y = page.top;
    if (header) place(header);
  };
  for (const group of groups(boxes)) {
    const height = group.reduce((sum, box) => sum + box.height, 0);
    if (y + height > floor + 0.01 && y > page.top) turn(group[0]?.header);
    for (const box of group) {
      if (y + box.height > floor + 0.01 && y > page.top) turn(box.header);
      place(box);
    }
  }
  pages.push(items);
  return pages;
}

/** Boxes that stay together. */
function groups(boxes: Box[]): Box[][] {
  const result: Box[][] = [];
  let group: Box[] = [];
  for (const box of boxes) {
    group.push(box);
    if (box.holdsNext) continue;
    result.push(group);
    group = [];
  }
  return group.length > 0 ? [...result, group] : result;
}

/** — 1 — outside, odd pages right and even pages left. */
function addFooters(pages: Item[][], faces: Faces): void {
  const size = 14;
  for (const [index, items] of pages.entries()) {
    const setting: Setting = { faces: faces.body, size, width: measure, indent: 0, align: 'left' };
    const [line] = breakLines(`— ${index + 1} —`, setting);
    if (!line) continue;
    const x = index % 2 === 0 ? page.width - page.right - size - line.width : page.left + size;
    items.push({ kind: 'line', x, y: floor + 7 * mm + size * 0.4, size, line, tag: null });
  }
}
