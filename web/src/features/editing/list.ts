/** A copy of a list with one entry moved by so many places; the same order where there is no room. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const copy = [...list];
  const to = at + by;
  if (at < 0 || at >= copy.length || to < 0 || to >= copy.length) return copy;
  copy.splice(to, 0, ...copy.splice(at, 1));
  return copy;
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

export function replaced<T>(list: readonly T[], at: number, entry: T): T[] {
  return list.map((each, index) => (index === at ? entry : each));
}

export function inserted<T>(list: readonly T[], at: number, entry: T): T[] {
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

/** A copy with some parts changed; what becomes undefined is taken away. */
export function changed<T extends object>(entry: T, changes: { [K in keyof T]?: T[K] | undefined }): T {
  const copy = { ...entry, ...changes };
  for (const name of Object.keys(changes) as (keyof T)[]) if (copy[name] === undefined) delete copy[name];
  return copy as T;
}

/** A key that no entry has yet: `owner`, `owner2` … */
export function freeKey(stem: string, taken: readonly string[]): string {
  let key = stem;
  for (let count = 2; taken.includes(key); count += 1) key = `${stem}${count}`;
  return key;
}

/** A list without what became empty; no list at all where nothing is left. */
export function orNone<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
