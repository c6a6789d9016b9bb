import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Suggestion } from '../../../../contract/catalogue.ts';
import { call } from '../../api/call.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { useElder } from '../../ui/resident/elder.ts';

const fewest = 2;
/** A pause in typing, in milliseconds. */
const pause = 150;

/** Names that fit what was typed so far. A slow or lost line brings none, and nothing waits for them. */
function useSuggestions(words: string): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const q = words.trim().slice(0, 60);
  useEffect(() => {
    let latest = true;
    const show = (found: readonly Suggestion[]) => latest && setSuggestions(found);
    const ask = () => {
      if ([...q].length < fewest) show([]);
      else
        call('GET /suggestions', { q }).then(
          (reply) => show(reply.suggestions),
          () => show([]),
        );
    };
    const timer = setTimeout(ask, pause);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [q]);
  return suggestions;
}

/** The question's field, with names to choose while typing; Enter or the button finds. `/` leads here on a desk. */
export function SearchField({ id, asked = '', named = false }: { id: string; asked?: string; named?: boolean }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const [, go] = useLocation();
  const [elder] = useElder();
  const [words, setWords] = useState(asked);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(open ? words : '');
  const shown = open && suggestions.length > 0;
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = () => {
    setOpen(false);
    setChosen(-1);
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    const suggestion = shown ? suggestions[chosen] : undefined;
    const said = words.trim();
    close();
    if (suggestion !== undefined) go(`/items/${suggestion.itemId}`);
    else if (said === '') field.current?.focus();
    else go(`/find?q=${encodeURIComponent(said)}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While characters are being put together, the keys belong to the input method.
    if (!shown || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (step === undefined) return;
    // One place more than there are names: the field itself.
    else setChosen(((chosen + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    event.preventDefault();
  };
  const list = `${id}-names`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the county desks do not know <search>
    <form className="search no-print" role="search" onSubmit={find} action="/find" method="get">
      <input
        ref={field}
        id={id}
        name="q"
        type="text"
        role="combobox"
        enterKeyHint="search"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        {...(shown ? { 'aria-controls': list } : {})}
        {...(shown && chosen >= 0 ? { 'aria-activedescendant': `${list}-${chosen}` } : {})}
        maxLength={200}
        value={words}
        placeholder={elder ? t('question.placeholderElder') : t('question.placeholder')}
        {...(named ? { 'aria-label': t('question.title') } : {})}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <button type="submit">{elder ? t('question.findElder') : t('question.find')}</button>
      {shown ? (
        <div className="names" role="listbox" id={list} aria-label={t('question.names')}>
          {suggestions.map(({ itemId, name, alias }, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys
            <div
              key={itemId}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                close();
                go(`/items/${itemId}`);
              }}
            >
              {text(name)}
              {alias === undefined ? null : <span className="row-note">{alias}</span>}
            </div>
          ))}
        </div>
      ) : null}
      <span className="hidden" role="status">
        {shown ? t('question.namesFound', { count: suggestions.length }) : ''}
      </span>
    </form>
  );
}
