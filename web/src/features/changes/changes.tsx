import { useId, useRef, useState } from 'react';
import type { Change } from '../../../../contract/compilation.ts';
import type { ItemContent } from '../../../../contract/item-content.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { useEditorWords } from '../editing/words.ts';
import { isEnglishAlone, partsOfPath } from './change-place.ts';
import { type Piece, wordDifference } from './word-difference.ts';
import './changes.css';

/** Longer texts are folded until somebody asks for the whole. */
const longest = 300;

/**
 * What two versions say differently, element by element, the old one left and the new one right. `n` and `p` walk from
 * change to change, as headings do for whoever listens.
 */
export function Changes({
  changes,
  before,
  after,
  titles,
}: {
  changes: readonly Change[];
  before: ItemContent;
  after: ItemContent;
  /** What the versions are called: 第3版 已公布, 第4版 草稿. */
  titles?: { before: string; after: string };
}) {
  const { t } = useEditorWords();
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState<number>();
  const go = (by: 1 | -1) => {
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [];
    const focused = [...rows].findIndex((row) => row.contains(document.activeElement));
    const from = focused === -1 ? (at ?? (by === 1 ? -1 : rows.length)) : focused;
    const to = Math.min(Math.max(from + by, 0), rows.length - 1);
    setAt(to);
    rows[to]?.querySelector<HTMLElement>('h3')?.focus();
  };
  useKeys({ n: () => go(1), p: () => go(-1) });
  const known = new Set([...Object.keys(before), ...Object.keys(after)]);
  const touched = new Set(changes.map(({ element }) => element));
  const unchanged = [...known].filter((element) => !touched.has(element)).length;
  const names = { before: titles?.before ?? t('changes.before'), after: titles?.after ?? t('changes.after') };
  if (changes.length === 0) return <p className="quiet">{t('changes.nothing')}</p>;
  return (
    <div className="changes">
      <div className="changes-walk">
        <span className="quiet">{t('changes.count', { count: changes.length })}</span>
        <button type="button" className="button button-small" onClick={() => go(-1)}>
          <Key>p</Key> {t('changes.previous')}
        </button>
        <button type="button" className="button button-small" onClick={() => go(1)}>
          <Key>n</Key> {t('changes.next')}
        </button>
      </div>
      <div className="changes-head" aria-hidden="true">
        <span>{t('changes.element')}</span>
        <strong>{names.before}</strong>
        <strong>{names.after}</strong>
      </div>
      <ol ref={list}>
        {changes.map((change) => (
          <Row
            key={`${change.path} ${change.kind}`}
            change={change}
            names={names}
            english={isEnglishAlone(change.path, before, after)}
          />
        ))}
      </ol>
      {unchanged > 0 && <p className="quiet">{t('changes.unchanged', { count: unchanged })}</p>}
    </div>
  );
}

function Row({
  change,
  names,
  english,
}: {
  change: Change;
  names: { before: string; after: string };
  english: boolean;
}) {
  const { t, find } = useEditorWords();
  const { kind, path, element, entry } = change;
  const parts = partsOfPath(path, (name) => find(`changes.parts.${name}`, '') !== '').map((part) =>
    find(`changes.parts.${part}`, part),
  );
  // What stands among the elements of the implementation list is an element itself.
  const word = (element === 'elements' ? parts.shift() : undefined) ?? find(`changes.elements.${element}`, element);
  const difference = kind === 'changed' ? wordDifference(change.before ?? '', change.after ?? '') : undefined;
  const whole = (text: string | undefined): Piece[] => [{ text: text ?? '', isOther: false }];
  const lang = english ? 'en' : 'zh-CN';
  return (
    <li className={`change change-${kind}`} data-change="">
      <h3 tabIndex={-1}>
        <span>
          {word}
          {entry === undefined ? null : (
            <span lang="zh-CN" className="change-entry">
              {entry}
            </span>
          )}
          {parts.length === 0 ? null : <span className="quiet change-part">{parts.join(' › ')}</span>}
        </span>
        <span className="change-kind" aria-hidden="true">
          {t(`changes.kinds.${kind}`)}
        </span>
        <span className="only-heard">{t(`changes.spoken.${kind}`)}</span>
      </h3>
      <Side
        side="before"
        name={names.before}
        lang={lang}
        change={change}
        pieces={difference?.before ?? whole(change.before)}
      />
      <Side
        side="after"
        name={names.after}
        lang={lang}
        change={change}
        pieces={difference?.after ?? whole(change.after)}
      >
        {english ? t('changes.english') : kind === 'moved' ? t('changes.movedHint') : undefined}
      </Side>
    </li>
  );
}

/** One version's words: what only it says is struck out or underlined, and said so to whoever listens. */
function Side({
  side,
  name,
  lang,
  change: { kind },
  pieces,
  children,
}: {
  side: 'before' | 'after';
  name: string;
  lang: string;
  change: Change;
  pieces: readonly Piece[];
  children?: string | undefined;
}) {
  const { t } = useEditorWords();
  const [shown, setShown] = useState(false);
  const id = useId();
  const absent = (side === 'before' && kind === 'added') || (side === 'after' && kind === 'removed');
  const isMarked = kind !== 'moved' && !absent;
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <div className={isMarked ? `change-side change-${side}` : 'change-side'}>
      <p className="change-version">{name}</p>
      {absent ? (
        <p className="quiet">{t(side === 'before' ? 'changes.notBefore' : 'changes.notAfter')}</p>
      ) : (
        <>
          {isMarked && (
            <span className="change-sign" aria-hidden="true">
              {side === 'before' ? '−' : '+'}
            </span>
          )}
          <p id={id} lang={lang} className={length > longest && !shown ? 'change-words is-folded' : 'change-words'}>
            {pieces.map(({ text, isOther }, at) =>
              isOther ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
                <Mark key={at}>{text}</Mark>
              ) : (
                text
              ),
            )}
          </p>
          {length > longest && (
            <button
              type="button"
              className="plain-link"
              aria-expanded={shown}
              aria-controls={id}
              onClick={() => setShown(!shown)}
            >
              {t(shown ? 'changes.less' : 'changes.all')}
            </button>
          )}
          {children === undefined ? null : <p className="quiet small">{children}</p>}
        </>
      )}
    </div>
  );
}
