import type { DocumentKind, PrintedBlock, TemplateBlock, TemplateContent } from '../../../contract/documents.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { DocumentData } from './document.data.ts';
import { documentValues, obligatoryValues, type Values } from './document-values.rules.ts';
import { chineseNumber } from './printing.rules.ts';

type Texts = Readonly<Record<string, string>>;
type Part = { text: string } | { name: string } | { optional: Part[] };

/** Reads `本机关[根据{依据}的规定，]决定{决定}。`; undefined where a bracket has no partner. */
function readText(text: string): Part[] | undefined {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}[\]]+)\}|\[([^[\]]*)\]|[^{}[\]]+/gu)) {
    if (match.index !== end) return undefined;
    end += match[0].length;
    const [whole, name, optional] = match;
    if (name !== undefined) parts.push({ name: name.trim() });
    else if (optional === undefined) parts.push({ text: whole });
    else {
      const inner = readText(optional);
      if (inner === undefined) return undefined;
      parts.push({ optional: inner });
    }
  }
  return end === text.length ? parts : undefined;
}

const namesIn = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => ('name' in part ? [part.name] : 'optional' in part ? namesIn(part.optional) : []));

/** The text with its values; empty where it names values and none of them is there. */
function fill(text: string, texts: Texts): string {
  const parts = readText(text);
  if (parts === undefined) throw new Error(`No text of a template: ${text}`);
  const names = namesIn(parts);
  for (const name of names) if (texts[name] === undefined) throw new Error(`No value is called ${name}.`);
  return names.length > 0 && names.every((name) => texts[name] === '') ? '' : join(parts, texts);
}

function join(parts: readonly Part[], texts: Texts): string {
  let said = '';
  for (const part of parts) {
    if ('name' in part) said += texts[part.name];
    else if ('optional' in part) {
      if (namesIn(part.optional).every((name) => texts[name] !== '')) said += join(part.optional, texts);
    } else {
      // A value that ends as a sentence of its own takes no second full stop.
      said += /[。！？…]$/u.test(said) ? part.text.replace(/^。/u, '') : part.text;
    }
  }
  return said;
}

/** The title of a document under a template. */
export function titleUnder(template: TemplateContent, data: DocumentData): string {
  return fill(template.title, documentValues(data).texts);
}

/** What a document says under a template, block by block, between its title and its closing. */
export function blocksUnder(template: TemplateContent, data: DocumentData): PrintedBlock[] {
  const values = documentValues(data);
  let number = 0;
  return template.blocks.flatMap((block): PrintedBlock[] => {
    if (!isAsked(block, values)) return [];
    switch (block.kind) {
      case 'rows':
        return [...values.rows];
      case 'form':
        return [
          {
            kind: 'form',
            rows: block.rows.map((fields) =>
              fields.map((field) => ({ ...field, text: fill(field.text, values.texts) })),
            ),
          },
        ];
      case 'table': {
        const rows = (values.lists[block.list] ?? []).map((entry) =>
          block.columns.map(({ text }) => fill(text, entry)),
        );
        const columns = block.columns.map(({ title, share, align }) => ({ title, share, align }));
        return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
      }
      default: {
        const text = fill(block.text, values.texts);
        if (text.trim() === '') return [];
        if (block.kind !== 'numbered') return [{ kind: block.kind, text }];
        number += 1;
        return [{ kind: 'paragraph', text: `${chineseNumber(number)}、${fill(block.heading, values.texts)}。${text}` }];
      }
    }
  });
}

function isAsked({ when, unless }: TemplateBlock, { texts, lists }: Values): boolean {
  const isThere = (name: string) => (texts[name] ?? '') !== '' || (lists[name]?.length ?? 0) > 0;
  return (when === undefined || isThere(when)) && (unless === undefined || !isThere(unless));
}

/** A printed block as plain text, in reading order. */
export function blockLines(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows].map((cells) => cells.join(' | '));
    case 'form':
      return block.rows.map((fields) => fields.map(({ label, text }) => `${label}：${text}`).join(' | '));
    default:
      return [block.text];
  }
}

/**
 * What is wrong with a template, each with its place (`blocks.2.columns.1.text`): a text that cannot be read, a value,
 * list or column that its kind does not have, nothing to say, or a value that the law wants and that would not be
 * printed for one of `samples`, which are documents of the kind in all its cases.
 */
export function faultsOfTemplate(
  kind: DocumentKind,
  template: TemplateContent,
  samples: readonly DocumentData[],
): FieldFault[] {
  const [sample] = samples;
  if (sample === undefined) throw new Error(`No sample of ${kind}.`);
  const { texts, lists, rows } = documentValues(sample);
  const faults: FieldFault[] = [];
  const add = (field: string, code: string, facts: Record<string, string> = {}): void => {
    faults.push({ field, code, facts });
  };
  const checkText = (field: string, text: string, known: Texts): void => {
    const parts = readText(text);
    if (parts === undefined) add(field, 'brackets');
    for (const name of new Set(namesIn(parts ?? [])))
      if (known[name] === undefined) add(field, 'valueUnknown', { name });
  };
  const checkWords = (field: string, text: string, known: Texts): void => {
    if (text.trim() === '') add(field, 'textEmpty');
    checkText(field, text, known);
  };
  const checkTable = ({ list, columns }: Extract<TemplateBlock, { kind: 'table' }>, place: string): void => {
    const known = lists[list]?.[0];
    if (known === undefined) add(`${place}.list`, 'listUnknown', { name: list });
    for (const [at, { title, text }] of columns.entries()) {
      checkWords(`${place}.columns.${at}.title`, title, {});
      if (known !== undefined) checkWords(`${place}.columns.${at}.text`, text, known);
    }
  };
  const checkBlock = (block: TemplateBlock, place: string): void => {
    for (const condition of ['when', 'unless'] as const) {
      const name = block[condition];
      if (name !== undefined && texts[name] === undefined && lists[name] === undefined)
        add(`${place}.${condition}`, 'valueUnknown', { name });
    }
    if (block.kind === 'rows') {
      if (rows.length === 0) add(place, 'rowsUnknown');
    } else if (block.kind === 'table') checkTable(block, place);
    else if (block.kind === 'form') {
      for (const [row, fields] of block.rows.entries()) {
        for (const [at, { label, text }] of fields.entries()) {
          checkWords(`${place}.rows.${row}.${at}.label`, label, {});
          checkText(`${place}.rows.${row}.${at}.text`, text, texts);
        }
      }
    } else {
      if (block.kind === 'numbered') checkWords(`${place}.heading`, block.heading, texts);
      checkWords(`${place}.text`, block.text, texts);
    }
  };
  checkWords('title', template.title, texts);
  for (const [at, block] of template.blocks.entries()) checkBlock(block, `blocks.${at}`);
  if (faults.length > 0) return faults;
  if (samples.some((data) => titleUnder(template, data).trim() === '')) add('title', 'textEmpty');
  for (const name of unsaidValues(template, samples)) add('blocks', 'valueMissing', { name });
  return faults;
}

/** Obligatory values that are there in one of the documents and would not stand on its paper under this template. */
export function unsaidValues(template: TemplateContent, documents: readonly DocumentData[]): Set<string> {
  const unsaid = new Set<string>();
  for (const data of documents) {
    const { texts, lists, rows } = documentValues(data);
    const said = [titleUnder(template, data), ...blocksUnder(template, data).flatMap(blockLines)].join('\n');
    for (const name of obligatoryValues[data.kind]) {
      const [list = '', column] = name.split('.');
      const needed =
        column === undefined ? [texts[name] ?? ''] : (lists[list] ?? []).map((entry) => entry[column] ?? '');
      if (needed.some((text) => !said.includes(text))) unsaid.add(name);
    }
    if (rows.flatMap(blockLines).some((line) => !said.includes(line))) unsaid.add('rows');
  }
  return unsaid;
}
