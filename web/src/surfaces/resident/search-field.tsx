import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useElder } from '../../ui/resident/elder.ts';

/** The question's field; Enter or the button finds. `/` leads here on a desk. */
export function SearchField({ id, asked = '', named = false }: { id: string; asked?: string; named?: boolean }) {
  const { t } = useTranslation('resident');
  const [, go] = useLocation();
  const [elder] = useElder();
  const [words, setWords] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const said = words.trim();
    if (said === '') field.current?.focus();
    else go(`/find?q=${encodeURIComponent(said)}`);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the county desks do not know <search>
    <form className="search no-print" role="search" onSubmit={find} action="/find" method="get">
      <input
        ref={field}
        id={id}
        name="q"
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        value={words}
        placeholder={elder ? t('question.placeholderElder') : t('question.placeholder')}
        {...(named ? { 'aria-label': t('question.title') } : {})}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit">{elder ? t('question.findElder') : t('question.find')}</button>
    </form>
  );
}
