import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';

const stored = 'doorstep.keys';
const listeners = new Set<() => void>();

/** Single-letter keys are a person's own choice (WCAG 2.1.4); it stays on this device. */
function singleKeysOn(): boolean {
  return localStorage.getItem(stored) !== 'off';
}

export function switchSingleKeys(state: 'on' | 'off'): void {
  localStorage.setItem(stored, state);
  for (const listener of listeners) listener();
}

export function useSingleKeysOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}

const heldOf = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey ? 'Ctrl+' : event.altKey ? 'Alt+' : '');

type Keys = Record<string, (() => void) | undefined>;

/** Who answers to Ctrl+Enter: of several the one that came last, so that a dialog answers and not the page behind it. */
const senders: { current: Keys }[] = [];

/**
 * Keys of a screen, by `event.key`; `Ctrl+Enter`, `Alt+1` and `F2` work inside fields too, single letters only outside
 * them and only while they are switched on. `?` always answers, because it is the way to the switch. What is held down
 * with another key is heard before the field, because a list of choices would keep `Ctrl+Enter` for itself.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent, held: string) => {
      if (event.isComposing || event.defaultPrevented) return;
      const digit = held === 'Alt+' && /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key;
      const act = latest.current[held + digit];
      if (act === undefined || (held + digit === 'Ctrl+Enter' && senders[senders.length - 1] !== latest)) return;
      const always = held !== '' || /^F\d+$/.test(event.key);
      if (!always) {
        if (inField(event.target) || document.querySelector('[role="dialog"]')) return;
        if (event.key === 'Enter' && (event.target as HTMLElement).closest('a, button, summary')) return;
        if (event.key.length === 1 && event.key !== '?' && !singleKeysOn()) return;
      }
      event.preventDefault();
      if (held !== '') event.stopPropagation();
      act();
    };
    const heard = (event: KeyboardEvent) => {
      const held = heldOf(event);
      if (held !== '') press(event, held);
    };
    const alone = (event: KeyboardEvent) => {
      if (heldOf(event) === '') press(event, '');
    };
    if ('Ctrl+Enter' in latest.current) senders.push(latest);
    addEventListener('keydown', heard, true);
    addEventListener('keydown', alone);
    return () => {
      if (senders.includes(latest)) senders.splice(senders.indexOf(latest), 1);
      removeEventListener('keydown', heard, true);
      removeEventListener('keydown', alone);
    };
  }, []);
}

/** A key cap beside the word it stands for; readers of screens hear the word only. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
