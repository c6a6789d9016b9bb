import { Button } from 'antd';
import { useWords } from './words.ts';

/** The next page of a list, while there is one. */
export function More({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const { t } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <p>
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('admin.more')}
      </Button>
    </p>
  );
}
