import type { LocalText } from '../../../../contract/values.ts';

/** The names of the parts of a path below its element: `elements.itemType` → `itemType`; keys of entries are none. */
export function partsOfPath(path: string, isPart: (name: string) => boolean): string[] {
  return path.split('.').slice(1).filter(isPart);
}

/** The text in both languages that stands at a path, where one does; entries of lists are found by their keys. */
function localAt(content: unknown, path: string): LocalText | undefined {
  let value: unknown = content;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value)
      ? (value.find((entry) => [entry?.key, entry?.fileId, entry?.value].includes(name)) ?? value[Number(name)])
      : (value as Record<string, unknown>)[name];
  }
  const { zh, en } = (value ?? {}) as Partial<LocalText>;
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : undefined;
}

/** Whether the official text is the same and its English alone was changed. */
export function isEnglishAlone(path: string, before: unknown, after: unknown): boolean {
  const [old, now] = [localAt(before, path), localAt(after, path)];
  return old !== undefined && now !== undefined && old.zh === now.zh && old.en !== now.en;
}
