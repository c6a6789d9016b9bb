import { useRead } from '../../api/hooks.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { DraftReview } from './DraftReview.tsx';

/** A draft: whoever may write it gets the editor, everybody else the changes; `review` shows the changes to both. */
export function DraftPage({ draftId, page }: { draftId: string; page: 'edit' | 'review' }) {
  const { t, local } = useWords();
  const read = useRead('GET /item-drafts/:draftId', { draftId });
  const me = useMe().data?.me;
  const view = read.data;
  const name = view === undefined ? '' : local(view.content.name) || view.content.name.zh || t('compilation.unnamed');
  usePageTitle(name || t('compilation.draftList.title'));
  if (view === undefined || me === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  return page === 'edit' && view.actions.includes('save') ? (
    <DraftEditor key={draftId} opened={view} staffId={me.staffId} />
  ) : (
    <DraftReview key={draftId} view={view} />
  );
}
