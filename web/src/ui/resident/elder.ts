import { useSyncExternalStore } from 'react';

const stored = 'doorstep.elder';
const listeners = new Set<() => void>();

function isElder(): boolean {
  return localStorage.getItem(stored) === 'yes';
}

/** Puts the stored preference on the document: 22 px text, fewer choices. */
export function wearElder(): void {
  document.documentElement.classList.toggle('elder', isElder());
}

/** Elder mode and the way to switch it; kept on the device. */
export function useElder(): [boolean, () => void] {
  const elder = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isElder);
  const toggle = () => {
    localStorage.setItem(stored, isElder() ? 'no' : 'yes');
    wearElder();
    for (const listener of listeners) listener();
  };
  return [elder, toggle];
}
