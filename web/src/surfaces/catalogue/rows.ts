import { useState } from 'react';
import { useKeys } from '../../ui/staff/keys.tsx';

/** `j`, `k` and the arrows walk from row to row: the link of the row takes the focus, so that Enter opens it. */
export function useRowKeys({ length: count }: { readonly length: number }): {
  marked: number;
  mark: (at: number) => void;
} {
  const [marked, mark] = useState(-1);
  const step = (by: number) => {
    const at = Math.min(Math.max(marked + by, 0), count - 1);
    mark(at);
    document.querySelector<HTMLElement>(`[data-row="${at}"] a`)?.focus();
  };
  const walking = count > 0;
  useKeys({
    j: walking ? () => step(1) : undefined,
    k: walking ? () => step(-1) : undefined,
    ArrowDown: marked >= 0 ? () => step(1) : undefined,
    ArrowUp: marked >= 0 ? () => step(-1) : undefined,
  });
  return { marked: marked < count ? marked : -1, mark };
}
