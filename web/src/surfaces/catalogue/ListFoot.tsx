import { Key, useSingleKeysOn } from '../../ui/staff/keys.tsx';
import { More } from '../staff/More.tsx';
import { useWords } from '../staff/words.ts';

/** The next page of a list while there is one, and the keys that walk through it. */
export function ListFoot({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const { t } = useWords();
  const keysOn = useSingleKeysOn();
  return (
    <div className="row">
      <More list={list} />
      {keysOn && (
        <p className="hints quiet">
          <Key>j</Key>
          <Key>k</Key> {t('compilation.list.keysMove')} <Key>Enter</Key> {t('compilation.list.keysOpen')}
        </p>
      )}
    </div>
  );
}
