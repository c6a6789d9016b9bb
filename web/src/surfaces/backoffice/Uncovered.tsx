import { useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { useWords } from '../staff/words.ts';

/** Posts in which nobody can act today: told to the organ's head, and to the administrator who appoints. */
export function Uncovered() {
  const { t, local, day } = useWords();
  const posts = useRead('GET /uncovered-posts', {}, { refetchInterval: 300_000 }).data?.posts ?? [];
  if (posts.length === 0) return null;
  return (
    <Notice tone="yellow" role="status">
      <strong>{t('backoffice.uncovered.title', { count: posts.length })}</strong>
      <ul>
        {posts.map(({ postId, title, organ, holder, untilDay }) => (
          <li key={postId}>
            {t('backoffice.uncovered.line', { organ: local(organ), post: local(title), holder, day: day(untilDay) })}
          </li>
        ))}
      </ul>
      {t('backoffice.uncovered.ask')}
    </Notice>
  );
}
