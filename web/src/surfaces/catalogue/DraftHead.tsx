import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DraftView } from '../../../../contract/compilation.ts';
import type { ItemContent } from '../../../../contract/item-content.ts';
import { Mark } from '../../ui/staff/Light.tsx';
import { useWords } from '../staff/words.ts';

const steps = ['DRAFT', 'PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED', 'PUBLISHED'] as const;

/** What it is, how far it has come, and who brought it there. */
export function DraftHead({
  view,
  content,
  children,
}: {
  view: DraftView;
  content: ItemContent;
  children?: ReactNode;
}) {
  const { t, local } = useWords();
  const { base, organ, state } = view;
  const reached = state === 'RETURNED' || state === 'ABANDONED' ? 0 : steps.indexOf(state);
  const by: Partial<Record<(typeof steps)[number], string>> = {
    DRAFT: view.compiledBy,
    PENDING_REVIEW: view.approvals.find(({ kind }) => kind === 'review')?.by ?? '',
    PENDING_APPROVAL: view.approvals
      .filter(({ kind }) => kind === 'approval')
      .map((each) => each.by)
      .join(t('list.separator')),
  };
  return (
    <header className="draft-head">
      <div className="row draft-title">
        <h1>{local(content.name) || content.name.zh || t('compilation.unnamed')}</h1>
        <span className="quiet">
          {base === undefined
            ? t('compilation.edit.newItem')
            : t('compilation.edit.versionDraft', { version: base.version + 1 })}
          {t('comma')}
          {local(organ)}
        </span>
        {view.itemId !== undefined && <Link href={`/items/${view.itemId}`}>{t('compilation.item.versions')}</Link>}
        <span className="grow" />
        {children}
      </div>
      <ol className="draft-flow" aria-label={t('compilation.draftList.stands')}>
        {steps.map((step, at) => (
          <li
            key={step}
            aria-current={at === reached ? 'step' : undefined}
            className={at < reached ? 'flow-past' : undefined}
          >
            {at < reached ? <Mark shape="done" /> : <span className="flow-step-number">{at + 1}</span>}
            <span className="flow-step">
              {at === 0 && state !== 'DRAFT' && reached === 0
                ? t(`compilation.states.${state}`)
                : t(`compilation.flow.${step}`)}
            </span>
            {by[step] !== undefined && by[step] !== '' && <span className="quiet small">{by[step]}</span>}
          </li>
        ))}
      </ol>
    </header>
  );
}
