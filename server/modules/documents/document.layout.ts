import type { Block, Column, Field } from './document.blocks.ts';
import { printDay } from './document.blocks.ts';
import { type DocumentData, documentBlocks, documentLines } from './document.template.ts';
import { breakLines, type Face, type Line, missingCharacters, type Setting } from './typesetting.rules.ts';

const mm = 72 / 25.4;
/** A4 with the margins of official documents, in points. */
export const page = { width: 210 * mm, height: 297 * mm, top: 37 * mm, left: 28 * mm, right: 26 * mm, bottom: 35 * mm };
const measure = page.width - page.left - page.right;
const floor = page.height - page.bottom;
export const sealDiameter = 40 * mm;
const qrSize = 24 * mm;
/** White between a cell's frame and its text. */
const padding = 5;

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
];

/** Sets a document into pages: on one page where a setting allows it, otherwise in the standard setting. */
export function layOut(data: DocumentData, faces: Faces): Layout {
  const first = layOutWith(data, faces, standard);
  // What is longer than two pages in the standard setting will not fit on one.
  if (first.pages.length !== 2) return first;
  for (const sizes of tighter) {
    const layout = layOutWith(data, faces, sizes);
    if (layout.pages.length === 1) return layout;
  }
  return first;
}

function layOutWith(data: DocumentData, faces: Faces, sizes: Sizes): Layout {
  const root: Tag = { role: 'Document', children: [] };
  const boxes = [
    ...titleBoxes(data, faces, root),
    ...documentBlocks(data).flatMap((block) => blockBoxes(block, faces, sizes, root)),
  ];
  for (const box of boxes.slice(-2)) box.holdsNext = true;
  boxes.push(closingBox(data, faces, root));
  const pages = paginate(boxes);
  addFooters(pages, data, faces);
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

function titleBoxes(data: DocumentData, faces: Faces, root: Tag): Box[] {
  const title = grow(root, 'H1');
  return [
    ...centredBoxes(data.organ, faces.title, 22, 34, title),
    ...centredBoxes(data.title, faces.title, 22, 34, title),
    ...(data.number === null ? [] : [gap(4), ...centredBoxes(data.number, faces.body, 16, 28, grow(root, 'P'))]),
    gap(data.number === null ? 14 : 2),
  ];
}

function centredBoxes(text: string, set: Face[], size: number, pitch: number, tag: Tag): Box[] {
  const lines = breakLines(text, { faces: set, size, width: measure, indent: 0, align: 'center' });
  // Nothing of a heading is parted from what follows.
  return lines.map((line) => ({ ...lineBox(line, size, pitch, tag), holdsNext: lines.length < 6 }));
}

function blockBoxes(block: Block, faces: Faces, sizes: Sizes, root: Tag): Box[] {
  switch (block.kind) {
    case 'addressee':
      return textBoxes(block.text, 0, faces, sizes.body, sizes.pitch, root);
    case 'reference':
      return [...centredBoxes(block.text, faces.body, 12, 20, grow(root, 'P')), gap(12)];
    case 'paragraph':
      return block.text.split('\n').flatMap((part) => textBoxes(part, 2, faces, sizes.body, sizes.pitch, root));
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

interface Cell {
  text: string;
  width: number;
  role: 'TH' | 'TD';
  align: 'left' | 'center';
  lines: number;
}

function tableBoxes(columns: Column[], rows: string[][], faces: Faces, sizes: Sizes, root: Tag): Box[] {
  const table = grow(root, 'Table');
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const row = (texts: string[], role: Cell['role']) =>
    texts.map((text, index): Cell => {
      const { share, align } = columns[index] as Column;
      return { text, width: (share / shares) * measure, role, align: role === 'TH' ? 'center' : align, lines: 1 };
    });
  const titles = columns.map(({ title }) => title);
  const [head] = rowBoxes(row(titles, 'TH'), sizes.table, sizes.tablePitch, faces, table);
  const body = rows.flatMap((texts) => rowBoxes(row(texts, 'TD'), sizes.table, sizes.tablePitch, faces, table));
  if (!head) return body;
  head.holdsNext = true;
  const repeated = { ...head, items: head.items.map((item) => (item.kind === 'line' ? { ...item, tag: null } : item)) };
  return [head, ...body.map((box) => ({ ...box, header: repeated }))];
}

function formBoxes(rows: Field[][], faces: Faces, sizes: Sizes, root: Tag): Box[] {
  const table = grow(root, 'Table');
  const labelWidth = sizes.form * 5 + 2 * padding + 1;
  return rows.flatMap((fields) => {
    const shares = fields.reduce((sum, { share = 1 }) => sum + share, 0);
    const cells = fields.flatMap(({ label, text, lines = 1, share = 1 }): Cell[] => [
      { text: label, width: labelWidth, role: 'TH', align: 'center', lines },
      { text, width: (share / shares) * measure - labelWidth, role: 'TD', align: 'left', lines },
    ]);
    return rowBoxes(cells, sizes.form, sizes.formPitch, faces, table);
  });
}

/** One row as a box, or as several when it is too tall for a page. */
function rowBoxes(cells: Cell[], size: number, pitch: number, faces: Faces, table: Tag): Box[] {
  const row = grow(table, 'TR');
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

/** Organ and day, centred on each other under an upright seal; the code that proves the document on the left. */
function closingBox(data: DocumentData, faces: Faces, root: Tag): Box {
  const size = 16;
  const pitch = 28;
  const sealTop = 12;
  const set = (text: string, width: number, align: Setting['align']) =>
    breakLines(text, { faces: faces.body, size, width, indent: 0, align });
  const signature = grow(root, 'P');
  const widest = measure * 0.6;
  const width = Math.min(widest, Math.max(...set(data.organ, widest, 'left').map((line) => line.width)) + 1);
  const lines = [...set(data.organ, width, 'center'), ...set(printDay(data.issueDay), width, 'center')];
  const x = page.left + measure - width - 1.5 * size;
  const top = sealTop + sealDiameter / 2 - 2;
  const items = lines.map(
    (line, index): Item => ({
      kind: 'line',
      x,
      y: top + index * pitch + baseline(size, pitch),
      size,
      line,
      tag: signature,
    }),
  );
  items.push({ kind: 'seal', x: x + width / 2, y: sealTop + sealDiameter / 2 });
  const height = Math.max(sealTop + sealDiameter, top + lines.length * pitch) + 2;
  const caption = 9;
  const qrTop = height - qrSize - caption * 1.6;
  items.push({
    kind: 'qr',
    x: page.left,
    y: qrTop,
    size: qrSize,
    url: data.verificationUrl,
    tag: grow(root, 'Figure', `核验二维码：${data.verificationUrl}`),
  });
  const [line] = breakLines('扫码核验真伪', {
    faces: faces.body,
    size: caption,
    width: qrSize,
    indent: 0,
    align: 'center',
  });
  if (line) items.push({ kind: 'line', x: page.left, y: height - 3, size: caption, line, tag: grow(root, 'P') });
  return { height, items, holdsNext: false };
}

function paginate(boxes: Box[]): Item[][] {
  const pages: Item[][] = [];
  let items: Item[] = [];
  let y = page.top;
  const place = (box: Box) => {
    for (const item of box.items) items.push({ ...item, y: item.y + y });
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

/** — 1 — outside, odd pages right and even pages left; and what □ stands for, where a face lacks a character. */
function addFooters(pages: Item[][], data: DocumentData, faces: Faces): void {
  const size = 14;
  for (const [index, items] of pages.entries()) {
    const [line] = breakLines(`— ${index + 1} —`, {
      faces: faces.body,
      size,
      width: measure,
      indent: 0,
      align: 'left',
    });
    if (!line) continue;
    const x = index % 2 === 0 ? page.width - page.right - size - line.width : page.left + size;
    items.push({ kind: 'line', x, y: floor + 7 * mm + size * 0.4, size, line, tag: null });
  }
  const absent = missingCharacters(documentLines(data).join('\n'), faces.body).slice(0, 12);
  if (absent.length === 0) return;
  const codes = absent.map((char) => `U+${(char.codePointAt(0) as number).toString(16).toUpperCase()}`).join('、');
  const notes = breakLines(`文中“□”代替字库没有的字，编码${codes}。`, {
    faces: faces.body,
    size: 9,
    width: measure * 0.7,
    indent: 0,
    align: 'left',
  });
  const x = pages.length % 2 === 1 ? page.left : page.left + measure * 0.3;
  for (const [index, line] of notes.entries()) {
    pages.at(-1)?.push({ kind: 'line', x, y: floor + 7 * mm + index * 12, size: 9, line, tag: null });
  }
}
