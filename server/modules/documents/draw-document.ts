import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import type { TemplateContent } from '../../../contract/documents.ts';
import { toDate } from '../../platform/clock.ts';
import type { DocumentData } from './document.data.ts';
import { bundledFace, type LoadedFace, loadFace } from './document.faces.ts';
import { type Item, layOut, mm, page, sealDiameter, type Tag } from './document.layout.ts';
import { type OutlineFace, type Stamped, sealGlyphs, sealRed, watermarkGlyphs, watermarkGrey } from './seal.drawing.ts';

const borderColor = '#0b4f9e';

type Drawing = InstanceType<typeof PDFDocument>;
type Content = ReturnType<Drawing['markStructureContent']>;
type Element = ReturnType<Drawing['struct']>;

/** Draws a document as a tagged PDF. The same data gives the same bytes. `face`: the office's own face for the body. */
export async function drawDocument(
  data: DocumentData,
  template: TemplateContent,
  face: string | null,
): Promise<Buffer> {
  const bold = bundledFace('serifBold');
  // What Chinese faces lack comes last: other scripts, and emoji. A face opens when a character needs it.
  const bundled = (['serif', 'sans', 'arabic', 'hebrew', 'emoji'] as const).map(bundledFace);
  const body = face === null ? bundled : [loadFace(face), ...bundled];
  const layout = layOut(data, template, { body, title: [bold, ...bundled] });
  const drawing = open(data);
  const bytes = collect(drawing);
  const faces = new Map([...body, bold].map((loaded) => [loaded.id, loaded]));
  const contents = new Map<Tag, Content[]>();
  for (const items of layout.pages) {
    drawing.addPage();
    if (data.demo) asArtifact(drawing, () => drawWatermark(drawing, bundledFace('serif')));
    for (const item of items) drawItem(drawing, item, data, { faces, bold }, contents);
  }
  drawing.addStructure(element(drawing, layout.root, contents));
  drawing.end();
  return bytes;
}

function open(data: DocumentData): Drawing {
  const title = `${data.title}${data.number === null ? '' : ` ${data.number}`}${data.demo ? '（演示样例 无效）' : ''}`;
  // The writer needs a Date; it is the issue day's noon in Beijing, never the machine's time.
  const created = toDate(
    Temporal.PlainDate.from(data.issueDay).toZonedDateTime({ timeZone: 'UTC', plainTime: '04:00' }).toInstant(),
  );
  const options = {
    autoFirstPage: false,
    // No standard face is opened: everything printed is embedded.
    font: '',
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7' as const,
    tagged: true,
    displayTitle: true,
    lang: 'zh-CN',
    info: {
      Title: title,
      Author: data.organ,
      Subject: data.caseNumber,
      Creator: 'Doorstep',
      Producer: 'Doorstep',
      CreationDate: created,
      ModDate: created,
    },
  };
  return new PDFDocument(options);
}

function collect(drawing: Drawing): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    drawing.on('data', (chunk: Buffer) => chunks.push(chunk));
    drawing.on('end', () => resolve(Buffer.concat(chunks)));
    drawing.on('error', reject);
  });
}

function asArtifact(drawing: Drawing, draw: () => void): void {
  drawing.markContent('Artifact', { type: 'Layout' });
  draw();
  drawing.endMarkedContent();
}

function asContent(drawing: Drawing, tag: Tag, contents: Map<Tag, Content[]>, draw: () => void): void {
  const content = drawing.markStructureContent(tag.role);
  draw();
  drawing.endMarkedContent();
  contents.set(tag, [...(contents.get(tag) ?? []), content]);
}

function drawItem(
  drawing: Drawing,
  item: Item,
  data: DocumentData,
  { faces, bold }: { faces: ReadonlyMap<string, LoadedFace>; bold: OutlineFace },
  contents: Map<Tag, Content[]>,
): void {
  switch (item.kind) {
    case 'line':
      if (item.tag) asContent(drawing, item.tag, contents, () => drawLine(drawing, item, faces));
      else asArtifact(drawing, () => drawLine(drawing, item, faces));
      return;
    case 'frame':
      asArtifact(drawing, () => {
        drawing.lineWidth(0.6).rect(item.x, item.y, item.width, item.height).stroke('#000');
      });
      return;
    case 'rule':
      asArtifact(drawing, () => {
        drawing
          .lineWidth(0.5)
          .moveTo(item.x, item.y)
          .lineTo(item.x + item.width, item.y)
          .stroke('#8a8f98');
      });
      return;
    case 'border':
      asArtifact(drawing, () => drawBorder(drawing));
      return;
    case 'seal':
      asArtifact(drawing, () => drawSeal(drawing, item.x, item.y, data, bold));
      return;
    case 'qr':
      asContent(drawing, item.tag, contents, () => drawQr(drawing, item));
      return;
  }
}

function drawLine(
  drawing: Drawing,
  { x, y, size, line }: Extract<Item, { kind: 'line' }>,
  faces: ReadonlyMap<string, LoadedFace>,
): void {
  drawing.fillColor('#000').fontSize(size);
  // Measured by plain advances, so nothing may be kerned or joined when it is drawn.
  const features = { kern: false, liga: false, clig: false, calt: false } as unknown as [];
  for (const { text, faceId, x: from, spacing, isJoined, standsFor } of line.pieces) {
    const options = { lineBreak: false, characterSpacing: spacing, baseline: 'alphabetic' as const };
    if (standsFor !== null) drawing.markContent('Span', { actual: standsFor });
    faces.get(faceId)?.chooseIn(drawing);
    drawing.text(text, x + from, y, isJoined ? options : { ...options, features });
    if (standsFor !== null) drawing.endMarkedContent();
  }
}

/** A strong line and a fine one, with corners drawn in. */
function drawBorder(drawing: Drawing): void {
  const outer = 13 * mm;
  const inner = outer + 5;
  const notch = 12;
  const [right, bottom] = [page.width - inner, page.height - inner];
  drawing
    .lineWidth(2.4)
    .rect(outer, outer, page.width - 2 * outer, page.height - 2 * outer)
    .stroke(borderColor);
  drawing
    .lineWidth(0.7)
    .moveTo(inner + notch, inner)
    .lineTo(right - notch, inner)
    .lineTo(right - notch, inner + notch)
    .lineTo(right, inner + notch)
    .lineTo(right, bottom - notch)
    .lineTo(right - notch, bottom - notch)
    .lineTo(right - notch, bottom)
    .lineTo(inner + notch, bottom)
    .lineTo(inner + notch, bottom - notch)
    .lineTo(inner, bottom - notch)
    .lineTo(inner, inner + notch)
    .lineTo(inner + notch, inner + notch)
    .closePath()
    .stroke(borderColor);
}

function drawSeal(drawing: Drawing, x: number, y: number, data: DocumentData, face: OutlineFace): void {
  drawing.save().translate(x, y).fillOpacity(0.88).strokeOpacity(0.88);
  drawing
    .lineWidth(sealDiameter * 0.028)
    .circle(0, 0, sealDiameter * 0.486)
    .stroke(sealRed);
  stamp(drawing, sealGlyphs(data, sealDiameter, face), sealRed);
  drawing.restore();
}

function drawWatermark(drawing: Drawing, face: OutlineFace): void {
  drawing.save().translate(page.width / 2, page.height / 2);
  stamp(drawing, watermarkGlyphs(page.width * 0.92, face), watermarkGrey);
  drawing.restore();
}

function stamp(drawing: Drawing, glyphs: Stamped[], color: string): void {
  for (const { path, size, x, y, turn } of glyphs) {
    if (path === '') continue;
    drawing
      .save()
      .translate(x, y)
      .rotate(turn)
      .scale(size / 1000, -size / 1000)
      .path(path)
      .fill(color)
      .restore();
  }
}

function drawQr(drawing: Drawing, { x, y, size, url }: Extract<Item, { kind: 'qr' }>): void {
  const { modules } = createQr(url, { errorCorrectionLevel: 'M' });
  const unit = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; from += 1) {
      let to = from;
      while (to < modules.size && modules.get(row, to)) to += 1;
      if (to > from) drawing.rect(x + from * unit, y + row * unit, (to - from) * unit, unit);
      from = to;
    }
  }
  drawing.fill('#000');
}

function element(drawing: Drawing, tag: Tag, contents: Map<Tag, Content[]>): Element {
  const children = [...(contents.get(tag) ?? []), ...tag.children.map((child) => element(drawing, child, contents))];
  return drawing.struct(tag.role, tag.alt === undefined ? {} : { alt: tag.alt }, children);
}
