import i18next, { type InitOptions, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/day.ts';

const stored = 'doorstep.language';

/** The reader's language: his own choice, else Chinese. A browser's setting never overrules the district's language. */
export function chosenLanguage(): Language {
  return localStorage.getItem(stored) === 'en' ? 'en' : 'zh-CN';
}

/** Loads one language of one surface; the page is drawn after that, so no key ever shows. */
export async function startWords(load: (language: Language) => Promise<ResourceLanguage>): Promise<void> {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  const options: InitOptions = {
    lng: language,
    resources: { [language]: await load(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  };
  await i18next.use(initReactI18next).init(options);
}

/** Adds the words of pages that are opened later; what was said before stays as it was. */
export async function addWords(load: (language: Language) => Promise<ResourceLanguage>): Promise<void> {
  const language = chosenLanguage();
  for (const [catalogue, words] of Object.entries(await load(language)))
    i18next.addResourceBundle(language, catalogue, words, true, true);
}

/** Changes the language and draws the page anew; drafts are on the device and stay. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(stored, language);
  location.reload();
}
