import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '../../ui/staff/keys.tsx';

/** `j`, `k` and the arrows walk through the rows of a list, `Enter` opens the one that is marked. */
export function useRowKeys(hrefs: readonly string[]): { marked: number; mark: (at: number) => void } {
  const [marked, mark] = useState(-1);
  const [, go] = useLocation();
  const step = (by: number) => {
    const at = Math.min(Math.max(marked + by, 0), hrefs.length - 1);
    mark(at);
    document.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const marking = hrefs.length > 0;
  useKeys({
    j: marking ? () => step(1) : undefined,
    k: marking ? () => step(-1) : undefined,
    ArrowDown: marked >= 0 ? () => step(1) : undefined,
    ArrowUp: marked >= 0 ? () => step(-1) : undefined,
    Enter: hrefs[marked] === undefined ? undefined : () => go(hrefs[marked] ?? ''),
  });
  const first = hrefs[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins unmarked
  useEffect(() => mark(-1), [first]);
  return { marked, mark };
}
