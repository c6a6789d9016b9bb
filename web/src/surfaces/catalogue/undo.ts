/** What was, is and was taken back. Each step is a whole value; unchanged parts are shared, so that steps cost little. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Where the last change was made, while its typing goes on; a change of another place is a step of its own. */
  readonly at?: string;
}

const steps = 300;

export function begunWith<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

/** The value changed at a place. Letters typed at the same place without a rest are one step; a nameless change is its own. */
export function changed<T>({ past, now, at }: History<T>, next: T, place?: string): History<T> {
  const joins = place !== undefined && place === at;
  return {
    past: joins ? past : [...past, now].slice(-steps),
    now: next,
    future: [],
    ...(place !== undefined && { at: place }),
  };
}

/** The typing has rested: what comes next is a step of its own. */
export function rested<T>({ past, now, future }: History<T>): History<T> {
  return { past, now, future };
}

/** One step back; the same where there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past[history.past.length - 1];
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

/** One step forth again; the same where there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future };
}
