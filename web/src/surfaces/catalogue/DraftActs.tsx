import { Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { DraftAct, DraftView } from '../../../../contract/compilation.ts';
import { useAct } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { useKeys } from '../../ui/staff/keys.tsx';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Burdens } from './Burdens.tsx';
import { useOptions } from './options.ts';

export type AskedAct = Exclude<DraftAct, 'save'>;

interface Typed {
  reason: string;
  law: string;
  article: string;
  mark: LegalBasis['mark'];
  day: string;
}

/** One act on a draft: what it will do and what it needs, before it is done. Nothing typed is lost by closing it. */
export function DraftActs({ view, act, close }: { view: DraftView; act: AskedAct; close: () => void }) {
  const { t, day } = useWords();
  const [, go] = useLocation();
  const today = useToday();
  const options = useOptions();
  const [typed, setTyped, forget] = useKept<Typed>(`doorstep.draft-act.${view.draftId}.${act}`, {
    reason: act === 'submit' ? (view.reason ?? '') : '',
    law: view.burdenBasis?.law ?? '',
    article: view.burdenBasis?.article ?? '',
    mark: view.burdenBasis?.mark ?? 'sample',
    day: view.effectiveDay ?? '',
  });
  const [tried, setTried] = useState(false);
  // What stood on the page when the dialog was opened: what came since was not read.
  const [read] = useState({ draftId: view.draftId, revision: view.revision, round: view.round });
  const sent = useDraftAct(read);
  const [earliest = today] = [today, view.effectiveDay ?? today, view.base?.effectiveDay ?? today].sort().reverse();
  const needsReason = act === 'submit' || act === 'return';
  const needsLaw = act === 'submit' && view.burdens.length > 0;
  const missing = {
    reason: needsReason && typed.reason.trim() === '',
    law: needsLaw && typed.law.trim() === '',
    day: act === 'publish' && typed.day !== '' && typed.day < earliest,
  };
  const send = () => {
    setTried(true);
    if (missing.reason || missing.law || missing.day || sent.isPending) return;
    sent.mutate(act, typed, needsLaw, () => {
      forget();
      close();
      go(`/drafts/${view.draftId}/review?done=${act}`);
    });
  };
  useKeys({ 'Ctrl+Enter': send });
  const put = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const more =
    act === 'approve' && view.approvals.filter(({ kind }) => kind === 'approval').length + 1 < view.approvalsNeeded;
  return (
    <Modal
      open
      width={620}
      title={t(`compilation.acts.${act}`)}
      okText={t(`compilation.acts.${act}`)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: act === 'abandon' }}
      confirmLoading={sent.isPending}
      onCancel={close}
      onOk={send}
    >
      <div className="stack">
        <p>{more ? t('compilation.sure.approveMore') : t(`compilation.sure.${act}`)}</p>
        {(act === 'submit' || act === 'review' || act === 'approve') && <Burdens view={view} />}
        {needsReason && (
          <Asked
            label={t(act === 'submit' ? 'compilation.ask.reason' : 'compilation.ask.returnReason')}
            {...(act === 'submit' && { hint: t('compilation.ask.reasonHint') })}
            {...(tried && missing.reason && { fault: t('compilation.ask.needReason') })}
          >
            {(field) => (
              <Input.TextArea
                {...field}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={1000}
                value={typed.reason}
                onChange={({ target }) => put({ reason: target.value })}
              />
            )}
          </Asked>
        )}
        {needsLaw && (
          <>
            <Asked
              label={t('compilation.ask.law')}
              {...(tried && missing.law && { fault: t('compilation.ask.needLaw') })}
            >
              {(field) => (
                <Input
                  {...field}
                  maxLength={200}
                  value={typed.law}
                  onChange={({ target }) => put({ law: target.value })}
                />
              )}
            </Asked>
            <div className="local-pair">
              <Asked label={t('compilation.ask.article')}>
                {(field) => (
                  <Input
                    {...field}
                    maxLength={100}
                    value={typed.article}
                    onChange={({ target }) => put({ article: target.value })}
                  />
                )}
              </Asked>
              <Asked label={t('compilation.ask.mark')}>
                {(field) => (
                  <Select<LegalBasis['mark']>
                    {...field}
                    value={typed.mark}
                    options={options('marks', ['checked', 'sample']) as { value: LegalBasis['mark']; label: string }[]}
                    onChange={(mark) => put({ mark })}
                  />
                )}
              </Asked>
            </div>
          </>
        )}
        {(act === 'review' || act === 'approve') && (
          <Asked label={t('compilation.ask.note')}>
            {(field) => (
              <Input.TextArea
                {...field}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={1000}
                value={typed.reason}
                onChange={({ target }) => put({ reason: target.value })}
              />
            )}
          </Asked>
        )}
        {act === 'publish' && (
          <Asked
            label={t('compilation.ask.day')}
            hint={typed.day === '' ? t('compilation.ask.dayHint') : day(typed.day)}
            {...(tried && missing.day && { fault: t('compilation.ask.needDayFrom', { day: day(earliest) }) })}
          >
            {(field) => (
              <Input
                {...field}
                type="date"
                min={earliest}
                value={typed.day}
                onChange={({ target }) => put({ day: target.value })}
              />
            )}
          </Asked>
        )}
        <Refused error={sent.error} />
      </div>
    </Modal>
  );
}

interface FieldBinding {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  status?: 'error';
}

/** A field of a dialog with its label, its hint and what is wrong with it. */
export function Asked({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: string;
  fault?: string;
  children: (field: FieldBinding) => ReactNode;
}) {
  const id = useId();
  const about = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="dialog-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': about || undefined,
        ...(fault !== undefined && { status: 'error' as const }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The one act that is meant, with the input that it takes. */
function useDraftAct(read: Pick<DraftView, 'draftId' | 'revision' | 'round'>) {
  const acts = {
    submit: useAct('POST /item-drafts/:draftId/submit'),
    takeBack: useAct('POST /item-drafts/:draftId/take-back'),
    review: useAct('POST /item-drafts/:draftId/review'),
    approve: useAct('POST /item-drafts/:draftId/approve'),
    return: useAct('POST /item-drafts/:draftId/return'),
    publish: useAct('POST /item-drafts/:draftId/publish'),
    abandon: useAct('POST /item-drafts/:draftId/abandon'),
  };
  const all = Object.values(acts);
  const mutate = (
    act: AskedAct,
    { reason, law, article, mark, day }: Typed,
    withLaw: boolean,
    onSuccess: () => void,
  ) => {
    const note = reason.trim() === '' ? {} : { note: reason.trim() };
    const { draftId } = read;
    const then = { onSuccess };
    switch (act) {
      case 'submit': {
        const burdenBasis = { law: law.trim(), ...(article.trim() !== '' && { article: article.trim() }), mark };
        return acts.submit.mutate({ ...read, reason: reason.trim(), ...(withLaw && { burdenBasis }) }, then);
      }
      case 'review':
        return acts.review.mutate({ ...read, ...note }, then);
      case 'approve':
        return acts.approve.mutate({ ...read, ...note }, then);
      case 'return':
        return acts.return.mutate({ draftId, reason: reason.trim() }, then);
      case 'publish':
        return acts.publish.mutate({ ...read, ...(day !== '' && { effectiveDay: day }) }, then);
      default:
        return acts[act].mutate({ draftId }, then);
    }
  };
  return {
    mutate,
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error,
  };
}
