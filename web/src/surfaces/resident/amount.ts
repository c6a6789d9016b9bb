import { useTranslation } from 'react-i18next';
import type { LeafField } from '../../../../contract/form.ts';
import { useSaying } from '../../ui/resident/district.tsx';

/** A number with its unit, as one says it: 12,000元, 60平方米, 60 m². */
export function useAmount() {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  return (value: string, { kind, unit }: { kind: string } & Pick<LeafField, 'unit'>): string => {
    const number = /^-?\d{1,12}(\.\d{1,4})?$/.test(value)
      ? new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(Number(value))
      : value;
    const said = unit === undefined ? (kind === 'money' ? t('apply.yuan') : '') : text(unit);
    return language === 'en' && said !== '' ? `${number} ${said.trim()}` : `${number}${said}`;
  };
}
