import type { Change } from '../../../contract/compilation.ts';
import { wordOf } from './wording.rules.ts';

type Json = unknown;
type Entries = { readonly [name: string]: Json };

const isEntries = (value: Json): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLocal = (value: Json): value is { zh: string; en: string } =>
  isEntries(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

/** Shown as one line and changed as one: limits, bases, conditions. */
const isOneLine = (value: Entries): boolean =>
  'law' in value || ('amount' in value && 'unit' in value) || ('field' in value && !('label' in value));

/**
 * Every difference between two contents, element by element in the order of `after`. Entries of a list with keys
 * (materials, questions, stages) are the same by their key wherever they stand; entries without one are the same by what
 * they say. What is equal gives nothing.
 */
export function changesOf(before: Entries, after: Entries): Change[] {
  return keysOf(before, after).flatMap((element) =>
    differences({ element, path: element }, before[element], after[element]),
  );
}

interface Place {
  readonly element: string;
  readonly path: string;
  readonly entry?: string;
}

const at = (place: Place, name: string, entry?: string): Place => {
  const named = entry ?? place.entry;
  return { element: place.element, path: `${place.path}.${name}`, ...(named !== undefined && { entry: named }) };
};

function keysOf(before: Entries, after: Entries): string[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].filter((key) => before[key] !== undefined || after[key] !== undefined);
}

function differences(place: Place, before: Json, after: Json): Change[] {
  if (isEqual(before, after)) return [];
  if (isNothing(before)) return [{ ...place, kind: 'added', after: textOf(after, place) }];
  if (isNothing(after)) return [{ ...place, kind: 'removed', before: textOf(before, place) }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [keyed(before), keyed(after)];
    return old === undefined || now === undefined
      ? unkeyedChanges(place, before, after)
      : keyedChanges(place, old, now);
  }
  if (isEntries(before) && isEntries(after) && !isLocal(after) && !isOneLine(after))
    return keysOf(before, after).flatMap((key) => differences(at(place, key), before[key], after[key]));
  return [changed(place, before, after)];
}

/** Where the official text is the same, the English says what was changed. */
function changed(place: Place, before: Json, after: Json): Change {
  const english =
    isLocal(before) && isLocal(after) && before.zh === after.zh ? { before: before.en, after: after.en } : undefined;
  return {
    ...place,
    kind: 'changed',
    ...(english ?? { before: textOf(before, place), after: textOf(after, place) }),
  };
}

/** The entries by their keys; undefined where not every entry has one of its own. */
function keyed(list: readonly Json[]): Map<string, Json> | undefined {
  const names = list.map((entry) => {
    if (!isEntries(entry)) return undefined;
    const key = entry['key'] ?? entry['fileId'] ?? entry['value'];
    return typeof key === 'string' ? key : undefined;
  });
  const known = names.filter((name) => name !== undefined);
  if (known.length < list.length || new Set(known).size < known.length) return undefined;
  return new Map(known.map((name, index) => [name, list[index]]));
}

function keyedChanges(place: Place, before: Map<string, Json>, after: Map<string, Json>): Change[] {
  const within = [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    const spot = at(place, key, nameOf(entry) ?? nameOf(old));
    return old === undefined ? [added(spot, entry)] : differences(spot, old, entry);
  });
  const gone = [...before].flatMap(([key, entry]) =>
    after.has(key) ? [] : [removed(at(place, key, nameOf(entry)), entry)],
  );
  const [old, now] = [[...before].filter(([key]) => after.has(key)), [...after].filter(([key]) => before.has(key))];
  const isMoved = old.some(([key], index) => key !== now[index]?.[0]);
  const order = (list: typeof old) => list.map(([key, entry]) => nameOf(entry) ?? key).join('、');
  return [
    ...within,
    ...gone,
    ...(isMoved ? [{ ...place, kind: 'moved' as const, before: order(old), after: order(now) }] : []),
  ];
}

/** What is said in both stays; of the rest, what stands in the same place was reworded. */
function unkeyedChanges(place: Place, before: readonly Json[], after: readonly Json[]): Change[] {
  const left = before.map((entry) => canonical(entry));
  const isNew = after.map((entry) => {
    const match = left.indexOf(canonical(entry));
    if (match === -1) return true;
    left[match] = '';
    return false;
  });
  const gone = before.filter((_, index) => left[index] !== '');
  const come = after.flatMap((entry, index) => (isNew[index] ? [{ entry, index }] : []));
  if (gone.length === 0 && come.length === 0) {
    const order = (list: readonly Json[]) => list.map((entry) => textOf(entry, place)).join('、');
    return [{ ...place, kind: 'moved', before: order(before), after: order(after) }];
  }
  return [
    ...come.map(({ entry, index }, rank): Change => {
      const old = gone[rank];
      return old === undefined ? added(at(place, String(index)), entry) : changed(at(place, String(index)), old, entry);
    }),
    ...gone.slice(come.length).map((entry) => removed(at(place, String(before.indexOf(entry))), entry)),
  ];
}

const added = (place: Place, entry: Json): Change => ({ ...place, kind: 'added', after: textOf(entry, place) });
const removed = (place: Place, entry: Json): Change => ({ ...place, kind: 'removed', before: textOf(entry, place) });

/** What an entry is called: its name or label in Chinese. */
function nameOf(entry: Json): string | undefined {
  if (!isEntries(entry)) return undefined;
  const name = entry['name'] ?? entry['label'] ?? entry['question'];
  if (isLocal(name)) return name.zh;
  return typeof name === 'string' ? name : undefined;
}

/** A value as one reads it, in the official language. */
function textOf(value: Json, place: Place): string {
  if (isNothing(value)) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return wordOf(place.path, value);
  if (typeof value === 'number') return /(^|\.)fen$/i.test(place.path) ? `${value / 100}元` : String(value);
  if (Array.isArray(value)) return value.map((entry) => textOf(entry, place)).join('、');
  if (isLocal(value)) return value.zh;
  if (!isEntries(value)) return '';
  if ('law' in value) return lawText(value);
  if ('amount' in value && 'unit' in value) return limitText(value, place);
  const name = nameOf(value);
  const rest = keysOf(value, value)
    .filter((key) => !['key', 'name', 'label', 'question', 'fileId'].includes(key))
    // A number or a yes says nothing without what it is of.
    .filter((key) => !['number', 'boolean'].includes(typeof value[key]) || key === 'fen')
    .toSorted()
    .map((key) => textOf(value[key], at(place, key)).replace(/[。；]$/u, ''))
    .filter((text) => text !== '');
  return [...(name === undefined ? [] : [name]), ...rest].join('；');
}

function lawText(value: Entries): string {
  const article = typeof value['article'] === 'string' ? value['article'] : '';
  const mark = value['mark'] === 'sample' ? '（待部门核对）' : '';
  return `《${String(value['law'])}》${article}${mark}`;
}

function limitText(value: Entries, place: Place): string {
  const basis = isEntries(value['basis'])
    ? value['basis']['law']
      ? lawText(value['basis'])
      : value['basis']['guide']
    : '';
  const counted = isEntries(value['countedBy']) ? `，按${lawText(value['countedBy'])}计算` : '';
  const extended = value['extendableBy'] === undefined ? '' : `，可延长${String(value['extendableBy'])}`;
  const from = basis === '' || basis === undefined ? '' : `（${String(basis)}）`;
  return `${String(value['amount'])}${wordOf(`${place.path}.unit`, String(value['unit']))}${from}${counted}${extended}`;
}

const isNothing = (value: Json): value is undefined | null => value === undefined || value === null;

const isEqual = (one: Json, other: Json): boolean =>
  one === other || (isNothing(one) && isNothing(other)) || canonical(one) === canonical(other);

/** The same text for the same value, however its parts are ordered. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isEntries(value)) return JSON.stringify(value) ?? 'null';
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${parts.join()}}`;
}
