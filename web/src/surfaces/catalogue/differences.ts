import { saysSame } from './content-path.ts';

/** One place where two contents differ, with what each says there as plain text. */
export interface Difference {
  path: string;
  one: string;
  other: string;
}

/** Where two contents differ, down to the smallest place that both have; empty when they say the same. */
export function differences(one: unknown, other: unknown, path = ''): Difference[] {
  if (saysSame(one, other)) return [];
  if (!isNode(one) || !isNode(other) || Array.isArray(one) !== Array.isArray(other))
    return [{ path, one: plain(one), other: plain(other) }];
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].flatMap((name) => differences(mine[name], theirs[name], path === '' ? name : `${path}.${name}`));
}

const isNode = (value: unknown) => typeof value === 'object' && value !== null;

function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (!isNode(value)) return String(value);
  return Object.values(value as object)
    .map(plain)
    .filter((text) => text !== '')
    .join(' ');
}
