import { isDay } from '../../../contract/questions.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import { type itemTypes, powerTypeCodes, powerTypes, type serviceObjects } from '../../../contract/words.ts';
import { codeFaults } from '../catalogue/index.ts';
import { type SheetColumn, sheetColumns } from './sheet-column.rules.ts';

/** What stands in a cell, and the cells of a sheet row by row, as the platform reads them. */
type Cell = string | number | boolean | { readonly day: string } | null;
type Grid = readonly (readonly Cell[])[];

/** A sheet whose headings were understood: which column stands where, and where the rows begin. */
export interface SheetTable {
  /** Row of the last heading, from 1 as the sheet counts. */
  readonly headingRow: number;
  readonly columns: readonly { readonly at: number; readonly column: SheetColumn }[];
  /** Headings that no column knows. */
  readonly unknown: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

type ItemType = (typeof itemTypes)[number];

/** What a row says, in our own words; what it does not say is not there. */
export interface SheetValues {
  name?: string;
  mainItem?: string;
  handling?: string;
  code?: string;
  basicCode?: string;
  organ?: string;
  organCode?: string;
  type?: ItemType;
  level?: 'DISTRICT' | 'TOWNSHIP' | 'VILLAGE';
  source?: string;
  objects?: (typeof serviceObjects)[number][];
  caseType?: 'IMMEDIATE' | 'PROMISED';
  basis?: string[];
  conditions?: string[];
  materials?: string[];
  steps?: string[];
  statutoryAmount?: number;
  statutoryUnit?: Unit;
  promisedAmount?: number;
  promisedUnit?: Unit;
  visits?: number;
  visitReason?: string;
  online?: boolean;
  bookable?: boolean;
  courier?: boolean;
  payableOnline?: boolean;
  /** In fen. */
  fee?: number;
  feeBasis?: string;
  result?: string;
  consultPhone?: string;
  effectiveDay?: string;
}
type Unit = 'workingDays' | 'calendarDays' | 'officeHours';

/** One row of a sheet: what it says, why it cannot be imported, and what stays visible on the draft all the same. */
export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly row: number;
  readonly values: SheetValues;
  /** Why it cannot be imported; `field` is the column. */
  readonly faults: readonly FieldFault[];
  /** What is wrong and does not hinder: a code that fails its check stays as it is and is shown so. */
  readonly remarks: readonly FieldFault[];
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s*＊（）()［］[\]_\-:：、/\\]/g, '')
    .toLowerCase();

const byHeading = new Map<string, SheetColumn>();
for (const column of sheetColumns) {
  for (const heading of [`${column.group}${column.title}`, ...column.also, column.title])
    if (!byHeading.has(bare(heading))) byHeading.set(bare(heading), column);
}

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  return String(cell)
    .normalize('NFC')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .trim();
};

/** How far down a heading is looked for: titles and notes stand above it. */
const deepestHeading = 12;

/**
 * Finds the headings, one row of them or two with a group above, and the rows below. Empty rows are no rows, however
 * many a program counts; headings that are repeated on every printed page neither. Undefined where no heading of a name is.
 */
export function readTable(grid: Grid): SheetTable | undefined {
  let best: { at: number; columns: SheetTable['columns'] } | undefined;
  for (let at = 0; at < Math.min(grid.length, deepestHeading); at += 1) {
    for (const two of [false, true]) {
      if (two && at === 0) continue;
      const columns = headingsOf(grid[at] ?? [], two ? (grid[at - 1] ?? []) : undefined);
      if (columns.some(({ column }) => column.key === 'name') && columns.length > (best?.columns.length ?? 0))
        best = { at, columns };
    }
  }
  if (best === undefined) return undefined;
  const { at, columns } = best;
  const known = new Set(columns.map((each) => each.at));
  const heading = (grid[at] ?? []).map(textOf);
  const name = columns.find(({ column }) => column.key === 'name')?.at ?? 0;
  return {
    headingRow: at + 1,
    columns,
    unknown: heading.filter((text, index) => text !== '' && !known.has(index)),
    rows: grid
      .map((cells, index) => ({ row: index + 1, cells }))
      .slice(at + 1)
      .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
      .filter(({ cells }) => bare(textOf(cells[name])) !== bare(heading[name] ?? '')),
  };
}

function headingsOf(row: readonly Cell[], above: readonly Cell[] | undefined): SheetTable['columns'] {
  const taken = new Set<string>();
  let group = '';
  return row.flatMap((cell, at) => {
    // A merged group that the program kept in its first cell only reaches to the next one.
    group = textOf(above?.[at]) || (above === undefined ? '' : group);
    const own = textOf(cell);
    const column =
      (above === undefined || own === '' ? undefined : byHeading.get(bare(`${group}${own}`))) ??
      byHeading.get(bare(own === '' ? textOf(above?.[at]) : own));
    if (column === undefined || taken.has(column.key)) return [];
    taken.add(column.key);
    return [{ at, column }];
  });
}

/**
 * Reads every row: digits of full width, codes with gaps, days as serial numbers or texts. Rows that say the same twice
 * name the first; `known` are the codes of the catalogue and of open drafts.
 */
export function readRows({ columns, rows }: SheetTable, known: ReadonlySet<string>): SheetRow[] {
  const seen = new Map<string, number>();
  return rows.map(({ row, cells }) => {
    const values: SheetValues = {};
    const faults: FieldFault[] = [];
    for (const { at, column } of columns) {
      const fault = readCell(column, cells[at] ?? null, values);
      if (fault !== undefined) faults.push(fault);
    }
    if (values.name === undefined && !faults.some(({ field }) => field === 'name'))
      faults.push({ field: 'name', code: 'required' });
    faults.push(...limitFaults(values));
    const identity = values.code ?? `${values.organ ?? ''} ${values.name ?? ''} ${values.handling ?? ''}`;
    const first = seen.get(identity);
    if (first !== undefined) faults.push({ field: 'code', code: 'row_twice', facts: { row: first } });
    else seen.set(identity, row);
    if (values.code !== undefined && known.has(values.code)) faults.push({ field: 'code', code: 'code_known' });
    return { row, values, faults, remarks: remarksOf(values) };
  });
}

/** what is wrong with a code, which stays as it was written. */
function remarksOf({ code, type, level }: SheetValues): FieldFault[] {
  if (code === undefined) return [];
  return codeFaults(code, { ...(type && { type }), ...(level && { level }) }).map((fault) => ({
    field: 'code',
    code: fault,
    facts: { key: code },
  }));
}

/** working days promised beyond those that the law sets; other units are compared once the draft is complete. */
function limitFaults({ statutoryAmount, statutoryUnit, promisedAmount, promisedUnit }: SheetValues): FieldFault[] {
  if (statutoryAmount === undefined || promisedAmount === undefined) return [];
  if ((statutoryUnit ?? 'workingDays') !== (promisedUnit ?? 'workingDays') || promisedAmount <= statutoryAmount)
    return [];
  return [{ field: 'promisedAmount', code: 'promise_over_law', facts: { max: statutoryAmount } }];
}

/** The most characters of a cell, by what it holds. */
const longest = { text: 500, lines: 8000, code: 100 };

function readCell({ key, kind }: SheetColumn, cell: Cell, values: SheetValues): FieldFault | undefined {
  const text = textOf(cell);
  if (text === '' || /^(无|—|－|-|\/|暂无)$/.test(text) || kind === 'ignored') return undefined;
  const into = values as Record<string, unknown>;
  const fault = (code: string): FieldFault => ({ field: key, code, facts: { value: beginningOf(text) } });
  const tooLong = (max: number): FieldFault => ({ field: key, code: 'too_long', facts: { max } });
  const put = <T>(value: T | undefined, code: string): FieldFault | undefined => {
    if (value === undefined) return fault(code);
    into[key] = value;
    return undefined;
  };
  switch (kind) {
    case 'text':
    case 'organ':
    case 'source':
    case 'phone':
      return text.length > longest.text ? tooLong(longest.text) : put(text.replace(/\s*\n\s*/g, ''), 'required');
    case 'lines':
      return text.length > longest.lines ? tooLong(longest.lines) : put(linesOf(text), 'required');
    case 'code':
      return text.length > longest.code
        ? tooLong(longest.code)
        : put(text.normalize('NFKC').replace(/\s/g, '').toUpperCase(), 'required');
    case 'type':
      return readType(text, into, fault);
    case 'level':
      return put(levelOf(text), 'level_unknown');
    case 'objects':
      return put(objectsOf(text), 'objects_unknown');
    case 'caseType':
      return put(
        /即办|^1$/.test(text) ? 'IMMEDIATE' : /承诺|^2$/.test(text) ? 'PROMISED' : undefined,
        'case_type_unknown',
      );
    case 'count':
      return readAmount(key, text, into, fault);
    case 'unit':
      return put(unitOf(text), 'unit_unknown');
    case 'money':
      return put(fenOf(text), 'not_money');
    case 'yesNo':
      return put(
        /^(是|有|支持|可|Y|yes|1|true|√)$/i.test(text)
          ? true
          : /^(否|不|不支持|N|no|0|false|×)$/i.test(text)
            ? false
            : undefined,
        'not_yes_or_no',
      );
    case 'day':
      return put(dayOf(cell), 'not_a_day');
  }
}

/** Enough of a cell to know it again, and never half a character. */
const beginningOf = (text: string) => text.slice(0, 60).toWellFormed();

/** Lines of a cell, or what is numbered or parted by semicolons within one. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n|[；;](?=\S)|(?<=[。；;])\s*(?=\d+[.、．])/)
    .map((line) =>
      line
        .replace(/^\s*(?:[（(]?\d+[)）.、．]|[①-⑳])\s*/, '')
        .replace(/[；;]$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

const typeNames: Readonly<Record<(typeof powerTypes)[number], RegExp>> = {
  LICENSE: /许可/,
  PENALTY: /处罚/,
  COERCION: /强制/,
  COLLECTION: /征收/,
  PAYMENT: /给付/,
  INSPECTION: /检查/,
  CONFIRMATION: /确认/,
  REWARD: /奖励/,
  RULING: /裁决/,
  OTHER_POWER: /其他|其它|备案/,
  PUBLIC_SERVICE: /公共服务/,
};

/** By the name of a type or its digits, as the standard numbers them (1 or 01). */
function readType(
  text: string,
  into: Record<string, unknown>,
  fault: (code: string) => FieldFault,
): FieldFault | undefined {
  const digits = text.normalize('NFKC').padStart(2, '0');
  const type =
    powerTypes.find((each) => powerTypeCodes[each] === digits) ?? powerTypes.find((each) => typeNames[each].test(text));
  if (type === undefined) return fault('type_unknown');
  if (type === 'PENALTY' || type === 'COERCION' || type === 'COLLECTION' || type === 'INSPECTION')
    return fault('not_on_application');
  into.type = type;
  return undefined;
}

function levelOf(text: string): SheetValues['level'] {
  if (/县|区级|^4$|市辖区/.test(text)) return 'DISTRICT';
  if (/镇|乡|街道|^5$/.test(text)) return 'TOWNSHIP';
  return /村|社区|^6$/.test(text) ? 'VILLAGE' : undefined;
}

const objectNames: readonly (readonly [(typeof serviceObjects)[number], RegExp])[] = [
  ['PERSON', /自然人|个人|^1$/],
  ['ENTERPRISE', /企业|^2$/],
  ['INSTITUTION', /事业|^3$/],
  ['ASSOCIATION', /社会组织|社会团体|^4$/],
  ['GOVERNMENT', /机关|^6$/],
  ['OTHER', /其他|其它|^9$/],
];

function objectsOf(text: string): SheetValues['objects'] {
  const parts = text.split(/[,，、;；^|/\s]+/).filter(Boolean);
  const objects = parts.flatMap((part) => {
    if (/非法人企业|^5$/.test(part)) return ['UNINCORPORATED' as const];
    if (/^法人$/.test(part)) return ['ENTERPRISE' as const];
    return objectNames.find(([, names]) => names.test(part))?.[0] ?? [];
  });
  return objects.length === 0 ? undefined : [...new Set(objects)];
}

function unitOf(text: string): Unit | undefined {
  if (/工作日|^1$|^wd$/i.test(text)) return 'workingDays';
  if (/小时|工作时/.test(text)) return 'officeHours';
  return /自然日|日历|天|日/.test(text) ? 'calendarDays' : undefined;
}

/** A number, which may carry its unit: 20个工作日, ２０, 即办. */
function readAmount(
  key: string,
  text: string,
  into: Record<string, unknown>,
  fault: (code: string) => FieldFault,
): FieldFault | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(即办|当场|即时)/.test(plain)) {
    into[key] = 0;
    return undefined;
  }
  const [, digits, unit = ''] = /^(\d{1,4})(?:\.0+)?个?(工作日|自然日|天|日|小时|次)?$/.exec(plain) ?? [];
  if (digits === undefined) return fault('not_a_number');
  into[key] = Number(digits);
  const unitKey = key.replace('Amount', 'Unit');
  if (unit !== '' && unitKey !== key && into[unitKey] === undefined) into[unitKey] = unitOf(unit);
  return undefined;
}

function fenOf(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥￥]/g, '')
    .replace(/元.*$/, '');
  if (/^(不收费|免费|不收取|否)$/.test(plain)) return 0;
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [yuan = '0', part = ''] = plain.split('.');
  return Number(yuan) * 100 + Number(part.padEnd(2, '0'));
}

/** Days that a spreadsheet counts from the last day of 1899. */
const firstSerial = Temporal.PlainDate.from('1899-12-30');

/** A day that the sheet knows as one, a serial number, or a text in one of the usual forms. */
function dayOf(cell: Cell): string | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined;
  if (typeof cell === 'object') return cell.day;
  const text = textOf(cell).normalize('NFKC');
  if (/^\d{5}(\.\d+)?$/.test(text)) return firstSerial.add({ days: Math.floor(Number(text)) }).toString();
  const [, year, month = '', day = ''] =
    /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}
