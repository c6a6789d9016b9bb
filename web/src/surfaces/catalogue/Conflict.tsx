import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { DraftView } from '../../../../contract/compilation.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { useWords } from '../staff/words.ts';
import { differences } from './differences.ts';
import { type Drafted, draftedOf } from './drafted.ts';
import { elementWord } from './editing.ts';

/** Two people wrote the same draft: both contents side by side, and one is chosen. The other stays one step back. */
export function Conflict({
  theirs,
  who,
  mine,
  keepMine,
  takeTheirs,
}: {
  theirs: DraftView;
  who: string;
  mine: Drafted;
  keepMine: () => void;
  takeTheirs: () => void;
}) {
  const words = useWords();
  const { t, at } = words;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const rows = differences(draftedOf(theirs), mine);
  return (
    <Notice tone="red" role="alert">
      <h2 ref={title} tabIndex={-1}>
        {t('compilation.conflict.title')}
      </h2>
      <p>{t('compilation.conflict.says', { who, at: at(theirs.changedAt) })}</p>
      {rows.length === 0 ? (
        <p>{t('compilation.conflict.same')}</p>
      ) : (
        <div className="conflict-rows">
          {rows.map(({ path, one, other }) => (
            <div key={path} className="conflict-row">
              <span className="quiet small">{elementWord(path, words)}</span>
              <span className="conflict-side">{one || t('compilation.item.nothing')}</span>
              <span className="conflict-side">{other || t('compilation.item.nothing')}</span>
            </div>
          ))}
        </div>
      )}
      <div className="row">
        <Button type="primary" onClick={keepMine}>
          {t('compilation.conflict.mine')}
        </Button>
        <span className="small">{t('compilation.conflict.mineSays')}</span>
        <Button onClick={takeTheirs}>{t('compilation.conflict.theirs')}</Button>
        <span className="small">{t('compilation.conflict.theirsSays')}</span>
      </div>
    </Notice>
  );
}
