import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../../contract/lists.ts';

/** Of what a reduction is counted. */
const units: Readonly<Record<string, 'steps' | 'materials' | 'days' | 'yuan' | 'visits'>> = {
  fewerSteps: 'steps',
  fewerMaterials: 'materials',
  fewerDays: 'days',
  lessFee: 'yuan',
  fewerVisits: 'visits',
  shorterThanLaw: 'days',
};

/** How a figure is written: the numbers, and beside them the percentage that follows from them, never alone. */
export function useValue() {
  const { t } = useTranslation('lists');
  const percent = (ratio: number) =>
    `${(Math.round(ratio * 1000) / 10).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
  const amount = (key: string, value: number) => (units[key] === 'yuan' ? value / 100 : value).toLocaleString('en');
  return {
    numbers: (
      { key, kind }: Pick<Figure, 'key' | 'kind'>,
      { part, whole }: { part: number; whole: number },
    ): string => {
      if (kind === 'number') return amount(key, part);
      if (kind === 'share') return t('figure.of', { part: amount(key, part), whole: amount(key, whole) });
      return t('figure.beforeNow', { part: amount(key, part), whole: amount(key, whole) });
    },
    /** Nothing where there is nothing to divide by. */
    ratio: ({ kind }: Pick<Figure, 'kind'>, { part, whole }: { part: number; whole: number }): string => {
      if (whole === 0 || kind === 'number') return '';
      if (kind === 'share') return percent(part / whole);
      if (part === whole) return t('figure.same');
      return part < whole
        ? t('figure.less', { percent: percent(1 - part / whole) })
        : t('figure.more', { percent: percent(part / whole - 1) });
    },
    /** One of them with its unit, 3个环节. */
    counted: (key: string, value: number): string => {
      const unit = units[key];
      if (unit === undefined) return String(value);
      return t(`figure.${unit}`, { count: unit === 'yuan' ? value / 100 : value });
    },
  };
}
