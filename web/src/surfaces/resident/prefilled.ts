import { useTranslation } from 'react-i18next';
import type { Prefilled } from '../../../../contract/cases.ts';
import { useSaying } from '../../ui/resident/district.tsx';

/** Where an answer came from that nobody typed here: 来自您7月3日办的事（BJ…），请核对. */
export function usePrefillSentence(): (source: Prefilled) => string {
  const { t } = useTranslation('resident');
  const { day } = useSaying();
  return ({ from, caseNo, day: when }) =>
    from === 'case' && caseNo !== undefined && when !== undefined
      ? t('apply.from.case', { day: day(when).replace(/（星期.）$|^[A-Z][a-z]+day,? /, ''), caseNo })
      : t(`apply.from.${from === 'case' ? 'earlier' : from}`);
}
