import { Input, InputNumber } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** 公示: what everybody may read and object to. */
export function PostNotice({ kase, task, able, done }: ActProps) {
  const { t } = useWords();
  const today = useToday();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const notices = read.data?.noticesToPost ?? [];
  const open = notices.find(({ taskId }) => taskId === task?.taskId) ?? notices[0];
  const post = useCaseAct('POST /cases/:caseId/post-notice');
  const [draft, setDraft, forget] = useKept<{ content: string; fromDay: string; days?: number }>(
    `doorstep.postNotice.${kase.caseId}`,
    { content: '', fromDay: '' },
  );
  const content = draft.content.trim();
  const { days } = draft;
  return (
    <ActForm
      able={able && open !== undefined}
      pending={post.isPending}
      error={post.error}
      faults={[
        ...(content === '' ? [t('procedures.post.needContent')] : []),
        ...(open !== undefined && open.limit === undefined && days === undefined
          ? [t('procedures.post.needDays')]
          : []),
      ]}
      button={t('procedures.post.do')}
      submit={() => {
        if (open === undefined) return;
        post.mutate(
          {
            caseId: kase.caseId,
            taskId: open.taskId,
            content,
            ...(draft.fromDay !== '' && { fromDay: draft.fromDay }),
            ...(open.limit === undefined && days !== undefined && { days }),
          },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        );
      }}
    >
      {read.data !== undefined && open === undefined && <Notice tone="plain">{t('procedures.post.nothing')}</Notice>}
      <p>{t('procedures.post.sentence')}</p>
      {open?.limit && <p className="quiet">{t('procedures.post.limit', { amount: open.limit.amount })}</p>}
      <label htmlFor="notice-content">{t('procedures.post.content')}</label>
      <Input.TextArea
        id="notice-content"
        rows={5}
        maxLength={2000}
        placeholder={t('procedures.post.contentHint')}
        value={draft.content}
        onChange={(event) => setDraft({ ...draft, content: event.target.value })}
      />
      <label htmlFor="notice-from">{t('procedures.post.from')}</label>
      <Input
        id="notice-from"
        type="date"
        min={today}
        value={draft.fromDay === '' ? today : draft.fromDay}
        onChange={(event) => setDraft({ ...draft, fromDay: event.target.value })}
      />
      {open !== undefined && open.limit === undefined && (
        <>
          <label htmlFor="notice-days">{t('procedures.post.days')}</label>
          <InputNumber
            controls={false}
            id="notice-days"
            min={1}
            max={90}
            precision={0}
            value={days ?? null}
            onChange={(value) => {
              const { days: _, ...rest } = draft;
              setDraft(value === null ? rest : { ...rest, days: value });
            }}
          />
        </>
      )}
    </ActForm>
  );
}
