import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { CallRefused } from '../../api/call.ts';
import { dayOfInstant, isDay, longDay, timeOf } from '../day.ts';
import { DistrictContext, useLanguage } from './district.tsx';

type Facts = Record<string, string | number>;

/** Turns a refusal, or the fault of one field, into a sentence; an unknown code says that something went wrong. */
export function useSentences() {
  const { t, i18n } = useTranslation('refusals');
  const readable = useReadableFacts();
  return {
    refused: (refusal: unknown): string => {
      if (!(refusal instanceof CallRefused)) return t('gone_wrong');
      const known = i18n.exists(refusal.code, { ns: 'refusals' });
      return known ? t(refusal.code as 'gone_wrong', readable(refusal.facts)) : t('gone_wrong');
    },
    fault: (fault: FieldFault, label: string): string => {
      const key = `fields.${fault.code}`;
      const facts: Facts = { label, ...readable(fault.facts ?? {}) };
      if (i18n.exists(key, { ns: 'refusals' })) return t(key as 'fields.format', facts);
      if (i18n.exists(fault.code, { ns: 'refusals' })) return t(fault.code as 'gone_wrong', facts);
      return t('fields.format', facts);
    },
  };
}

/** Facts as people read them: days with their weekday, instants with their time, a person without a name by his part. */
function useReadableFacts() {
  const { t, i18n } = useTranslation('refusals');
  const language = useLanguage();
  const today = useContext(DistrictContext)?.today ?? '';
  const read = (value: string): string => {
    if (isDay(value)) return longDay(value, language, today);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) {
      const day = longDay(dayOfInstant(value), language, today);
      return language === 'en' ? `${day}, ${timeOf(value)}` : `${day}${timeOf(value)}`;
    }
    const actor = `actors.${value}`;
    return i18n.exists(actor, { ns: 'refusals' }) ? t(actor as 'actors.system') : value;
  };
  return (facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? read(value) : value]),
    );
}
