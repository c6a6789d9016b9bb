import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contract/form.ts';
import { useSaying } from '../../ui/resident/district.tsx';

/** A number with its unit, as one says it: 12,000元, 60平方米, 60 m². */
export function useAmount() {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  return (value: string, { kind, unit }: Pick<FormField, 'kind' | 'unit'>): string => {
    const isMoney = kind === 'money' || unit?.zh === '元';
    const said = unit !== undefined ? text(unit) : isMoney ? t('apply.yuan') : '';
    const number = /^-?\d{1,12}(\.\d{1,4})?$/.test(value) ? figures(Number(value), isMoney ? 2 : 0) : value;
    return language === 'en' && said !== '' ? `${number} ${said.trim()}` : `${number}${said}`;
  };
}

/** Commas from ten thousand on, so that a year has none; parts of a yuan have two places. */
function figures(number: number, places: number): string {
  return new Intl.NumberFormat('en', {
    useGrouping: Math.abs(number) >= 10_000,
    minimumFractionDigits: Number.isInteger(number) ? 0 : places,
    maximumFractionDigits: 4,
  }).format(number);
}
