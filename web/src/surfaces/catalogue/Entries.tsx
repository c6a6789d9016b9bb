import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { moved } from '../../features/editing/list.ts';
import { useEditing, useElement } from './editing.ts';
import { FaultsAt } from './fields.tsx';

interface EntriesOf {
  path: string;
  /** How one entry is called, in a list and for those who hear its buttons. */
  name: (entry: unknown, at: number) => string;
  /** A new entry; nothing can be added without it. */
  blank: (before: readonly unknown[]) => unknown;
  add: string;
  most?: number;
  children: (path: string, at: number) => ReactNode;
}

/** Entries that stand open, one below the other: conditions, bases, questions. */
export function Entries({ path, name, blank, add, most = 60, children }: EntriesOf) {
  const { value, put } = useElement(path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="entries" data-field={path}>
      <ol>
        {list.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity than their place
          <li key={at} className="entry" data-field={`${path}.${at}`}>
            <span className="entry-number number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="elements grow">{children(`${path}.${at}`, at)}</div>
            <Order path={path} list={list} at={at} name={name(entry, at)} />
          </li>
        ))}
      </ol>
      <FaultsAt path={path} />
      {list.length < most && (
        <Button size="small" onClick={() => put([...list, blank(list)])}>
          {add}
        </Button>
      )}
    </div>
  );
}

/** Entries of many fields: a line each, and the one that is open with all its fields. */
export function FoldedEntries({
  path,
  name,
  blank,
  add,
  most = 60,
  line,
  children,
}: EntriesOf & { line: (entry: unknown) => ReactNode }) {
  const { faults, wanted } = useEditing();
  const { value, put, t } = useElement(path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const [open, setOpen] = useState<number>();
  useEffect(() => {
    const at = wanted?.startsWith(`${path}.`) ? Number(wanted.slice(path.length + 1).split('.')[0]) : Number.NaN;
    if (Number.isInteger(at)) setOpen(at);
  }, [wanted, path]);
  return (
    <div className="entries" data-field={path}>
      <ol className="folded">
        {list.map((entry, at) => {
          const wrong = faults.filter(({ field }) => `${field}.`.startsWith(`${path}.${at}.`)).length;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity than their place
              key={at}
              className="folded-entry"
              data-field={`${path}.${at}`}
              data-fold={open === at ? 'open' : 'shut'}
            >
              <div className="folded-line">
                <button
                  type="button"
                  className="fold-button"
                  aria-expanded={open === at}
                  onClick={() => setOpen(open === at ? undefined : at)}
                >
                  <span className="entry-number number">{at + 1}</span>
                  <span className="fold-name">{name(entry, at)}</span>
                  <span className="quiet small">{line(entry)}</span>
                  {wrong > 0 && <span className="fault">{t('compilation.faultCount', { count: wrong })}</span>}
                </button>
                <Order
                  path={path}
                  list={list}
                  at={at}
                  name={name(entry, at)}
                  onMoved={(to) => setOpen((before) => (before === at ? to : undefined))}
                />
              </div>
              {open === at && <div className="elements folded-inside">{children(`${path}.${at}`, at)}</div>}
            </li>
          );
        })}
      </ol>
      <FaultsAt path={path} />
      {list.length < most && (
        <Button
          size="small"
          onClick={() => {
            put([...list, blank(list)]);
            setOpen(list.length);
          }}
        >
          {add}
        </Button>
      )}
    </div>
  );
}

function Order({
  path,
  list,
  at,
  name,
  onMoved = () => undefined,
}: {
  path: string;
  list: readonly unknown[];
  at: number;
  name: string;
  onMoved?: (to: number | undefined) => void;
}) {
  const { put, t } = useElement(path);
  const step = (by: -1 | 1) => {
    put(moved(list, at, by));
    onMoved(at + by);
  };
  const called = `${at + 1} ${name}`;
  return (
    <span className="entry-order">
      <Button
        size="small"
        type="text"
        disabled={at === 0}
        aria-label={t('compilation.up', { name: called })}
        onClick={() => step(-1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        type="text"
        disabled={at === list.length - 1}
        aria-label={t('compilation.down', { name: called })}
        onClick={() => step(1)}
      >
        ↓
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={t('compilation.removeNamed', { name: called })}
        onClick={() => {
          put(list.filter((_, each) => each !== at));
          onMoved(undefined);
        }}
      >
        {t('compilation.remove')}
      </Button>
    </span>
  );
}
