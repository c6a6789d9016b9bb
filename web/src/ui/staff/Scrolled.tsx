import type { ReactNode } from 'react';

/** What may be wider than its place: it scrolls by itself, and by keyboard too. */
export function Scrolled({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={className ?? 'scroll-x'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
