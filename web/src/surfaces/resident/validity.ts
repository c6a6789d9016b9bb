import { useTranslation } from 'react-i18next';
import type { Validity } from '../../../../contract/documents.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';

/** 2026年3月12日至2030年3月11日; 长期 where it has no end. */
export function useValidity() {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  return ({ fromDay, untilDay }: Validity): string =>
    untilDay === undefined
      ? t('licences.forGood')
      : t('licences.fromTo', { from: dayWithYear(fromDay, language), until: dayWithYear(untilDay, language) });
}
