type Node = Record<string, unknown> | unknown[] | undefined;

/** What stands at a path such as `materials.2.name.zh`; undefined where something on the way is missing. */
export function valueAt(whole: unknown, path: string): unknown {
  let value: unknown = whole;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/**
 * A copy with one value put at a path; what is missing on the way is made, and everything else is shared. `undefined`
 * takes an optional element away, and an entry out of its list.
 */
export function withValue<T>(whole: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.');
  const before = whole as Node;
  const copy = (Array.isArray(before) ? [...before] : { ...before }) as Record<string, unknown>;
  if (rest.length > 0)
    copy[name] = withValue(copy[name] ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), rest.join('.'), value);
  else if (value === undefined && Array.isArray(copy)) copy.splice(Number(name), 1);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy as T;
}

/** Whether two values say the same, whatever the order in which their parts were written. */
export function saysSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const parts = (value: object) => Object.entries(value).filter(([, part]) => part !== undefined);
  const [mine, theirs] = [parts(one), new Map(parts(other))];
  return (
    mine.length === theirs.size && mine.every(([name, part]) => theirs.has(name) && saysSame(part, theirs.get(name)))
  );
}
