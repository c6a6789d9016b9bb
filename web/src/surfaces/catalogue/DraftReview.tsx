import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { DraftView } from '../../../../contract/compilation.ts';
import { useRead } from '../../api/hooks.ts';
import { Changes } from '../../features/changes/changes.tsx';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { refusalSentence, useWords } from '../staff/words.ts';
import { Burdens } from './Burdens.tsx';
import './catalogue.css';
import { type AskedAct, DraftActs } from './DraftActs.tsx';
import { DraftHead } from './DraftHead.tsx';
import { elementWord, faultWords } from './editing.ts';
import { Preview } from './Preview.tsx';

/** The way on comes last and is filled; the ways back stand before it. */
const order: readonly AskedAct[] = ['abandon', 'takeBack', 'return', 'submit', 'review', 'approve', 'publish'];
const onward: readonly AskedAct[] = ['submit', 'review', 'approve', 'publish'];

/** What a draft changes, side by side, what it adds to people's burden, who approved it, and what comes next. */
export function DraftReview({ view }: { view: DraftView }) {
  const words = useWords();
  const { t, day, at } = words;
  const [params] = useSearchParams();
  const [acting, setActing] = useState<AskedAct>();
  const done = order.find((each) => each === params.get('done'));
  const base = useRead(
    'GET /item-versions/:itemVersionId',
    { itemVersionId: view.base?.itemVersionId ?? '' },
    { enabled: view.base !== undefined },
  );
  const acts = order.filter(
    (act) =>
      view.actions.includes(act) && !(act === 'submit' && (view.faults.length > 0 || view.actions.includes('save'))),
  );
  const main = acts.filter((act) => onward.includes(act)).pop();
  const blocked = view.blocked.find(({ act }) => onward.includes(act as AskedAct));
  useKeys({ 'Ctrl+Enter': main && acting === undefined ? () => setActing(main) : undefined });
  const has = view.approvals.filter(({ kind }) => kind === 'approval').length;
  return (
    <div className="page draft">
      <DraftHead view={view} content={view.content} />
      <div className="page-notices draft-notices">
        {done !== undefined && (
          <Notice tone="green" role="status">
            {t(`compilation.review.done.${done}`, { version: (view.base?.version ?? 0) + 1 })}{' '}
            {done === 'publish' && view.itemId !== undefined && (
              <Link href={`/items/${view.itemId}`}>{t('compilation.item.versions')}</Link>
            )}
          </Notice>
        )}
        {view.returned !== undefined && view.state === 'RETURNED' && (
          <Notice tone="yellow">
            {t('compilation.review.returned', {
              by: view.returned.by,
              at: at(view.returned.at),
              reason: view.returned.reason,
            })}
          </Notice>
        )}
        {view.faults.length > 0 && view.state === 'DRAFT' && <Unready view={view} />}
      </div>
      <div className="review-body">
        <section className="review-changes" aria-labelledby="review-changes">
          <h2 id="review-changes">{t('compilation.review.changes')}</h2>
          {view.isNew ? (
            <>
              <p className="quiet">{t('compilation.review.newItem')}</p>
              <Preview content={view.content} />
            </>
          ) : view.changes.length === 0 ? (
            <p className="quiet">{t('compilation.review.noChanges')}</p>
          ) : (
            base.data && (
              <Changes
                changes={view.changes}
                before={base.data.content}
                after={view.content}
                titles={{
                  before: t('compilation.list.versionOf', { version: base.data.version }),
                  after: t('compilation.edit.versionDraft', { version: base.data.version + 1 }),
                }}
              />
            )
          )}
          {!view.isNew && (
            <details className="review-whole">
              <summary>{t('compilation.review.open')}</summary>
              <Preview content={view.content} />
            </details>
          )}
        </section>
        <aside className="review-side" aria-label={t('compilation.review.approvals')}>
          <section>
            <h2>{t('compilation.review.approvals')}</h2>
            <p>
              <strong>{t(`compilation.review.waitsFor.${view.state}`, { has, needs: view.approvalsNeeded })}</strong>
            </p>
            <ul className="deeds">
              <li>
                {t('compilation.review.compiled')} <span className="quiet">{view.compiledBy}</span>{' '}
                <span className="quiet small">{at(view.changedAt)}</span>
              </li>
              {view.approvals.map((approval) => (
                <li key={`${approval.kind} ${approval.at}`}>
                  {t(approval.kind === 'review' ? 'compilation.review.reviewed' : 'compilation.review.approved')}{' '}
                  <span className="quiet">{approval.by}</span> <span className="quiet small">{at(approval.at)}</span>
                  {approval.note !== undefined && <p className="quiet">{approval.note}</p>}
                </li>
              ))}
            </ul>
          </section>
          {view.reason !== undefined && (
            <section>
              <h2>{t('compilation.review.reason')}</h2>
              <p>{view.reason}</p>
            </section>
          )}
          <Burdens view={view} />
          <p className="quiet">
            {view.effectiveDay === undefined
              ? t('compilation.review.effectiveAtOnce')
              : t('compilation.review.effective', { day: day(view.effectiveDay) })}
          </p>
        </aside>
      </div>
      {(acts.length > 0 || blocked !== undefined || view.actions.includes('save')) && (
        <footer className="act-foot">
          <div className="grow">
            {blocked !== undefined && (
              <p>
                {t('compilation.review.blocked', {
                  reason:
                    blocked.code === 'draft_same_person'
                      ? t('compilation.review.draft_same_person')
                      : refusalSentence(blocked.code),
                })}
              </p>
            )}
          </div>
          {acts
            .filter((act) => act !== main)
            .map((act) => (
              <Button key={act} onClick={() => setActing(act)}>
                {t(`compilation.acts.${act}`)}…
              </Button>
            ))}
          {view.actions.includes('save') && (
            <Link href={`/drafts/${view.draftId}`} className="button">
              {t('compilation.edit.backToEdit')}
            </Link>
          )}
          {main !== undefined && (
            <Button type="primary" onClick={() => setActing(main)}>
              {t(`compilation.acts.${main}`)}… <Key>Ctrl Enter</Key>
            </Button>
          )}
        </footer>
      )}
      {acting !== undefined && <DraftActs view={view} act={acting} close={() => setActing(undefined)} />}
    </div>
  );
}

const shownFaults = 4;

/** What an import did not know, and what else keeps a draft from being handed in, for who reads it and cannot write it. */
function Unready({ view: { missing = [], faults } }: { view: DraftView }) {
  const words = useWords();
  const { t } = words;
  const sentences = [
    ...new Set(faults.filter(({ code }) => code !== 'not_known_yet').map((each) => faultWords(each, words))),
  ];
  return (
    <Notice tone="yellow">
      {t('compilation.edit.faults', { count: faults.length })}
      {missing.length > 0 && (
        <p>
          {t('compilation.missingHint', {
            names: missing.map((element) => elementWord(element, words)).join(t('list.separator')),
          })}
        </p>
      )}
      {sentences.slice(0, shownFaults).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
