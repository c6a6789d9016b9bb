import { createContext, useContext } from 'react';

/**
 * A stop is a place of the page that takes one answer: `data-stop`, and `data-open` while it still needs somebody.
 * Enter goes on from one open stop, or from what is given, to the next in the order of the page; Tab goes everywhere.
 */
export const GoOn = createContext<(from?: Element | null) => void>(() => undefined);

export const useGoOn = () => useContext(GoOn);

/** What a stop carries, to be spread on its element. */
export function stop(state: 'open' | 'done'): { 'data-stop': ''; 'data-open'?: '' } {
  return state === 'open' ? { 'data-stop': '', 'data-open': '' } : { 'data-stop': '' };
}

/** Puts the focus where a stop takes its answer; what stands there is selected, so that typing replaces it. */
export function focusStop(element: Element | null | undefined): void {
  const control = element?.querySelector<HTMLElement>(
    'input:checked:not(:disabled), input:not(:disabled):not([hidden]), textarea, button:not(:disabled)',
  );
  if (control === null || control === undefined) return;
  control.focus();
  control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (control instanceof HTMLInputElement && control.type !== 'radio' && control.type !== 'checkbox') control.select();
}

/** The open stops of a part of the page that come after an element and are not within it. */
export function openAfter(root: Element, from: Element | null): Element[] {
  return [...root.querySelectorAll('[data-open]')].filter(
    (each) =>
      from === null ||
      ((from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !from.contains(each)),
  );
}

/** The stop in which the focus is. */
export function currentStop(): Element | null {
  return document.activeElement?.closest('[data-stop]') ?? null;
}
