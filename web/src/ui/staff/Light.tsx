import type { ReactNode } from 'react';

export type Shape = 'green' | 'yellow' | 'red' | 'blue' | 'none' | 'done' | 'wrong';

const drawn: Record<Shape, ReactNode> = {
  green: <circle cx="6" cy="6" r="5" />,
  yellow: <path d="M6 1 11.5 10.5H.5Z" />,
  red: <rect x="1" y="1" width="10" height="10" />,
  blue: <path d="M1.5 1h3.2v10H1.5zM7.3 1h3.2v10H7.3z" />,
  none: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  done: <path d="M1.5 6.5 4.7 9.7 10.7 2.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  wrong: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** ● ▲ ■ ‖ ○ ✓ ✕, drawn so that they look alike on every system. Never alone: a word and a day stand beside it. */
export function Mark({ shape }: { shape: Shape }) {
  return (
    <svg
      className={`mark mark-${shape}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="currentColor"
      aria-hidden="true"
    >
      {drawn[shape]}
    </svg>
  );
}

/** A light: its shape and its word. A normal row keeps ink-coloured words, so that only yellow and red speak. */
export function Light({ shape, children }: { shape: Shape; children: ReactNode }) {
  return (
    <span className={`light light-${shape}`}>
      <Mark shape={shape} />
      <span>{children}</span>
    </span>
  );
}
