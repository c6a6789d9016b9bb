import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { writeSpreadsheet } from '../../platform/spreadsheets/index.ts';
import { getVersionsInForce, type ItemVersion, officialWords, organName } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { type SheetColumn, sheetColumns } from './sheet-column.rules.ts';

/** Every item in force as a sheet, with the headings that an import reads again. */
export async function exportCatalogue(
  read: Read,
  { format = 'xlsx' }: { format?: 'xlsx' | 'csv' },
  call: Call,
): Promise<FileReply> {
  const [versions, places] = await Promise.all([getVersionsInForce(read, call), loadPlaces(read, call.district)]);
  const rows = versions
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((version, at) => sheetColumns.map(({ key }) => cellOf(key, version, places, at)));
  const title = `${places.root?.name.zh ?? ''}政务服务事项实施清单`;
  const { mediaType, bytes } = await writeSpreadsheet(
    {
      title,
      notes: [`${call.today}，共${rows.length}项`],
      groups: sheetColumns.map(({ group }) => group),
      headings: sheetColumns.map(({ title: heading }) => heading),
      rows,
    },
    format,
  );
  return { mediaType, name: `${title} ${call.today}.${format}`, bytes };
}

function cellOf(key: SheetColumn['key'], version: ItemVersion, places: Places, at: number): string {
  const { content, code, level, caseType, decidingOrganId, effectiveDay } = version;
  const { elements, statutoryLimit, promisedLimit, fee } = content;
  const yes = (is: boolean) => (is ? '是' : '否');
  const lines = (texts: readonly string[]) => texts.map((line, index) => `${index + 1}.${line}`).join('\n');
  switch (key) {
    case 'seq':
      return String(at + 1);
    case 'name':
      return content.name.zh;
    case 'handling':
      return content.handling?.zh ?? '';
    case 'code':
      return code;
    case 'basicCode':
      return code.slice(19, 31);
    case 'areaCode':
      return places.root?.code ?? '';
    case 'organCode':
      return code.slice(0, 18);
    case 'organ':
      return organName(decidingOrganId, places).zh;
    case 'type':
      return officialWords.itemType[elements.itemType];
    case 'level':
      return officialWords.level[level];
    case 'source':
      return officialWords.powerSource[elements.powerSource];
    case 'objects':
      return elements.serviceObjects.map((object) => officialWords.serviceObjects[object]).join('、');
    case 'caseType':
      return officialWords.caseType[caseType];
    case 'basis':
      return lines(content.bases.map(({ law, article = '' }) => `${law}${article}`));
    case 'conditions':
      return lines(content.conditions.map(({ zh }) => zh));
    case 'materials':
      return lines(content.materials.map(({ name }) => name.zh));
    case 'steps':
      return lines(content.steps.map(({ zh }) => zh));
    case 'statutoryAmount':
      return statutoryLimit === undefined ? '' : String(statutoryLimit.amount);
    case 'statutoryUnit':
      return statutoryLimit === undefined ? '' : officialWords.limitUnit[statutoryLimit.unit];
    case 'promisedAmount':
      return String(promisedLimit.amount);
    case 'promisedUnit':
      return officialWords.limitUnit[promisedLimit.unit];
    case 'visits':
      return String(content.visits);
    case 'visitReason':
      return elements.visitReason?.zh ?? '';
    case 'online':
      return yes(content.online);
    case 'bookable':
      return yes(elements.bookable);
    case 'courier':
      return yes(elements.courier);
    case 'payableOnline':
      return yes(elements.payableOnline);
    case 'fee':
      return `${Math.floor(fee.fen / 100)}${fee.fen % 100 === 0 ? '' : `.${String(fee.fen % 100).padStart(2, '0')}`}`;
    case 'feeBasis':
      return fee.basis === undefined ? '' : `${fee.basis.law}${fee.basis.article ?? ''}`;
    case 'result':
      return content.result.name.zh;
    case 'consultPhone':
      return places.organById(decidingOrganId ?? '')?.phone ?? '12345';
    case 'effectiveDay':
      return effectiveDay;
    default:
      return '';
  }
}
