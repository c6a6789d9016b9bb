import { useCallback, useState } from 'react';

function read<T>(store: Storage, key: string, initial: T): T {
  const text = store.getItem(key);
  if (text === null) return initial;
  try {
    return JSON.parse(text) as T;
  } catch {
    return initial;
  }
}

/** Every keystroke stays in this tab, over reloads and refusals, until `forget` is called. */
export function useKept<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void, () => void] {
  const [value, setValue] = useState<T>(() => read(sessionStorage, key, initial));
  const set = useCallback(
    (next: T | ((before: T) => T)) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [value, set, forget];
}

/** A choice of this person on this device, such as his standard phrases. */
export function useOwn<T>(key: string, initial: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => read(localStorage, key, initial));
  const set = useCallback(
    (next: T) => {
      localStorage.setItem(key, JSON.stringify(next));
      setValue(next);
    },
    [key],
  );
  return [value, set];
}

/** Forms half filled for other people do not stay on a desk that its clerk has left. */
export function forgetOthers(): void {
  sessionStorage.clear();
  for (const key of Object.keys(localStorage)) if (key.startsWith('doorstep.left.')) localStorage.removeItem(key);
}
