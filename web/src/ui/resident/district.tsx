import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { District } from '../../../../contract/places.ts';
import { dayOfInstant, inLanguage, type Language, longDay, timeOf } from '../day.ts';

export const DistrictContext = createContext<District | undefined>(undefined);

/** The district served, with its day and its hotline; known before any page is drawn. */
export function useDistrict(): District {
  const district = useContext(DistrictContext);
  if (district === undefined) throw new Error('no district yet');
  return district;
}

export function useDistrictName(): string {
  const language = useLanguage();
  const district = useContext(DistrictContext);
  return district === undefined ? '' : inLanguage(district.name, language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Says days and texts in the reader's language, against the district's own today. */
export function useSaying() {
  const { today } = useDistrict();
  const language = useLanguage();
  const day = (iso: string) => longDay(iso, language, today);
  return {
    language,
    today,
    day,
    /** An instant by its day and minute. */
    at: (instant: string) => `${day(dayOfInstant(instant))}${language === 'en' ? ', ' : ''}${timeOf(instant)}`,
    text: (text: { zh: string; en: string }) => inLanguage(text, language),
  };
}
