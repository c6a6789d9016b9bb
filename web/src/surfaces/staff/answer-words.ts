import type { Prefilled } from '../../../../contract/cases.ts';
import type { LeafField } from '../../../../contract/form.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { isDay, monthName } from '../../ui/day.ts';
import type { Words } from './words.ts';

type Worded = Pick<LeafField, 'kind' | 'options' | 'unit'>;

/** An answer as staff read it: places by name, days with their year, amounts with their thousands. */
export function answerWords(
  field: Worded,
  value: string,
  placeNames: Readonly<Record<string, LocalText>>,
  words: Words,
): string {
  const { t, local } = words;
  switch (field.kind) {
    case 'yesNo':
      return t(value === 'yes' ? 'case.yes' : 'case.no');
    case 'choice': {
      const option = field.options?.find((each) => each.value === value);
      return option ? local(option.label) : value;
    }
    case 'place': {
      const name = placeNames[value];
      return name ? local(name) : t('case.placeUnknown');
    }
    case 'date':
      return isDay(value) ? dayWithYear(value, words) : value;
    case 'money':
      return t('case.yuan', { amount: thousands(value) });
    case 'number':
      return withUnit(thousands(value), field, words);
    default:
      return withUnit(value, field, words);
  }
}

/** What a computed field shows. */
export function computedWords(field: Pick<LeafField, 'unit'>, computed: string, words: Words): string {
  return withUnit(thousands(computed), field, words);
}

/** 来自11月3日的办件: where an answer came from that nobody typed. */
export function sourceWords({ from, day }: Prefilled, { t, day: dayWords }: Words): string {
  return from === 'case' && day !== undefined ? t('case.fromCase', { day: dayWords(day) }) : t(`case.from.${from}`);
}

function withUnit(value: string, { unit }: Pick<LeafField, 'unit'>, { local, language }: Words): string {
  return unit === undefined ? value : `${value}${language === 'en' ? ' ' : ''}${local(unit)}`;
}

/** 1250000.5 as 1,250,000.5; what is no number stays as it is. */
function thousands(value: string): string {
  const [, whole = '', rest = ''] = /^(-?\d+)(\.\d+)?$/.exec(value) ?? [];
  return whole === '' ? value : whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest;
}

/** 1956年3月12日 / 12 March 1956 */
function dayWithYear(day: string, { language }: Words): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return language === 'en'
    ? `${Number(date)} ${monthName(day, language)} ${year}`
    : `${year}年${Number(month)}月${Number(date)}日`;
}
