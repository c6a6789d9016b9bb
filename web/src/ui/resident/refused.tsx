import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { CallRefused } from '../../api/call.ts';

type Facts = Record<string, string | number>;

/** Turns a refusal, or the fault of one field, into a sentence; an unknown code says that something went wrong. */
export function useSentences() {
  const { t, i18n } = useTranslation('refusals');
  return {
    refused: (refusal: unknown): string => {
      if (!(refusal instanceof CallRefused)) return t('gone_wrong');
      const known = i18n.exists(refusal.code, { ns: 'refusals' });
      return known ? t(refusal.code as 'gone_wrong', refusal.facts as Facts) : t('gone_wrong');
    },
    fault: (fault: FieldFault, label: string): string => {
      const key = `fields.${fault.code}`;
      const facts: Facts = { label, ...fault.facts };
      if (i18n.exists(key, { ns: 'refusals' })) return t(key as 'fields.format', facts);
      if (i18n.exists(fault.code, { ns: 'refusals' })) return t(fault.code as 'gone_wrong', facts);
      return t('fields.format', facts);
    },
  };
}
