import type { FieldFault } from '../../../contract/refusals.ts';
import type { LocalText } from '../../../contract/values.ts';
import { sheetColumns } from './sheet-column.rules.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** What is wrong with a cell, as one sentence; `{value}`, `{row}`, `{max}`, `{key}` are what was found. */
const sentences: Readonly<Record<string, LocalText>> = {
  required: text('没有填。', 'Nothing stands here.'),
  too_long: text('太长了，最多{max}字。', 'Too long: {max} characters at most.'),
  row_twice: text('和第{row}行重复了。', 'The same as row {row}.'),
  code_known: text(
    '目录里已经有这个编码，请在事项里修改。',
    'This code is in the catalogue already; change the item there.',
  ),
  organ_of_others: text(
    '“{value}”不是您的部门，只能导入本部门的事项。',
    '“{value}” is not your department; import your own matters.',
  ),
  promise_over_law: text(
    '承诺时限比法定时限长，法定是{max}。（R-1.5）',
    'Promised longer than the law allows, which is {max}. (R-1.5)',
  ),
  type_unknown: text('没有“{value}”这种事项类型。', 'There is no type “{value}”.'),
  not_on_application: text(
    '“{value}”不是依申请办理的，只在权责清单里，不能作为办事事项导入。',
    '“{value}” is not done on application; it stands in the list of powers only.',
  ),
  level_unknown: text(
    '行使层级“{value}”要写县级、镇级或者村级。',
    'Level “{value}”: write county, township or village.',
  ),
  objects_unknown: text('没有“{value}”这种服务对象。', 'There is no service object “{value}”.'),
  case_type_unknown: text(
    '办件类型“{value}”要写即办件或者承诺件。',
    'Case type “{value}”: write immediate or promised.',
  ),
  not_a_number: text('“{value}”要写成数字，比如20。', '“{value}” must be a number, such as 20.'),
  unit_unknown: text(
    '单位“{value}”要写工作日、自然日或者小时。',
    'Unit “{value}”: working days, calendar days or hours.',
  ),
  not_money: text('“{value}”要写成元，比如80或者80.50。', '“{value}” must be an amount in yuan, such as 80 or 80.50.'),
  not_yes_or_no: text('“{value}”要写是或者否。', '“{value}” must be yes or no.'),
  not_a_day: text('“{value}”不是日期，请写成2026-03-01这样。', '“{value}” is no day; write it like 2026-03-01.'),
  code_length: text(
    '编码“{key}”不是31位或者33位，原样保留。',
    'Code “{key}” has neither 31 nor 33 characters; kept as it is.',
  ),
  code_characters: text(
    '编码“{key}”里有不该有的字符，原样保留。',
    'Code “{key}” has characters that no code has; kept as it is.',
  ),
  code_uscc: text(
    '编码“{key}”前18位不是有效的统一社会信用代码，原样保留。',
    'The first 18 characters of “{key}” are no valid credit code; kept as they are.',
  ),
  code_level: text(
    '编码“{key}”第19位和行使层级不一致，原样保留。',
    'The level digit of “{key}” does not fit; kept as it is.',
  ),
  code_province: text('编码“{key}”的省份不是本省，原样保留。', 'The province of “{key}” is not ours; kept as it is.'),
  code_type: text(
    '编码“{key}”里的类型和事项类型不一致，原样保留。',
    'The type within “{key}” does not fit; kept as it is.',
  ),
  code_sequence: text(
    '编码“{key}”最后两位不是数字，原样保留。',
    'The last two characters of “{key}” are no number; kept as they are.',
  ),
};

/** Parts of a draft that a sheet may leave out, as one calls them. */
const parts: Readonly<Record<string, LocalText>> = {
  bases: text('设定依据', 'legal basis'),
  conditions: text('受理条件', 'conditions'),
  materials: text('申请材料', 'materials'),
  steps: text('办理流程', 'process'),
  form: text('申请表', 'form'),
  statutoryLimit: text('法定时限', 'statutory limit'),
  promisedLimit: text('承诺时限', 'promised limit'),
  fee: text('收费', 'fee'),
  result: text('结果', 'result'),
  elements: text('服务方式等要素', 'the other elements'),
  visits: text('跑动次数', 'visits'),
  remedies: text('救济途径', 'remedies'),
  aliases: text('别名', 'aliases'),
};

/** Columns in English; the sheet itself has them in Chinese, so that both are said. */
const columnNames: Readonly<Record<string, string>> = {
  name: 'Name',
  mainItem: 'Main item',
  handling: 'Handling item',
  code: 'Implementation code',
  basicCode: 'Basic code',
  areaCode: 'Region code',
  organCode: 'Code of the body',
  organ: 'Department',
  type: 'Type',
  level: 'Level',
  source: 'Source of power',
  objects: 'Served',
  caseType: 'Case type',
  basis: 'Legal basis',
  conditions: 'Conditions',
  materials: 'Materials',
  steps: 'Process',
  statutoryAmount: 'Statutory limit',
  statutoryUnit: 'Statutory limit',
  promisedAmount: 'Promised limit',
  promisedUnit: 'Promised limit',
  visits: 'Visits',
  visitReason: 'Why a visit',
  online: 'Online',
  bookable: 'Booking',
  courier: 'Courier',
  payableOnline: 'Payment online',
  fee: 'Fee',
  feeBasis: 'Basis of the fee',
  result: 'Result',
  consultPhone: 'Phone',
  effectiveDay: 'Effective day',
};

/** A fault with the heading of its column and its sentence. */
export function faultWords({ field, code, facts }: FieldFault): { column: LocalText; sentence: LocalText } {
  const column = sheetColumns.find(({ key }) => key === field);
  const heading = column === undefined ? field : /^(数量|单位)$/.test(column.title) ? column.group : column.title;
  const sentence = sentences[code] ?? text('这一格不对。', 'This cell is wrong.');
  const filled = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => String(facts?.[name] ?? ''));
  return {
    column: text(heading, columnNames[field] === undefined ? heading : `${columnNames[field]} (${heading})`),
    sentence: text(filled(sentence.zh), filled(sentence.en)),
  };
}

export const partWords = (element: string): LocalText => parts[element] ?? text(element, element);
