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

/**
 * Keys of a screen, by `event.key`; `Ctrl+Enter`, `Alt+1` and `F2` work inside fields too, single letters only outside
 * them and only while they are switched on. `?` always answers, because it is the way to the switch.
 */
export function useKeys(keys: Record<string, (() => void) | undefined>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const held = event.ctrlKey || event.metaKey ? 'Ctrl+' : event.altKey ? 'Alt+' : '';
      const digit = held === 'Alt+' && /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key;
      const act = latest.current[held + digit];
      if (act === undefined) return;
      const always = held !== '' || /^F\d+$/.test(event.key);
      if (!always) {
        if (inField(event.target) || document.querySelector('[role="dialog"]')) return;
        if (event.key === 'Enter' && (event.target as HTMLElement).closest('a, button, summary')) return;
        if (event.key.length === 1 && event.key !== '?' && !singleKeysOn()) return;
      }
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
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
