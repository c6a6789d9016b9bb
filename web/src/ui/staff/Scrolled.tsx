import type { ReactNode } from 'react';

/**
 * What may be wider than its place: it scrolls by itself, and by keyboard too.
 * @param props.fromEnd What stands at its end is what one looks for, as the newest of a run of months.
 */
export function Scrolled({
  label,
  className,
  fromEnd = false,
  children,
}: {
  label: string;
  className?: string;
  fromEnd?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={className ?? 'scroll-x'} aria-label={label} tabIndex={0} ref={fromEnd ? toEnd : undefined}>
      {children}
    </section>
  );
}

const toEnd = (place: HTMLElement | null) => {
  place?.scrollTo({ left: place.scrollWidth });
};
