import { Input } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActDays, ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 公示: what everybody may read and object to. */
export function PostNotice({ kase, task, able, done }: ActProps) {
  const { t } = useWords();
  const today = useToday();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const notices = read.data?.noticesToPost ?? [];
  const open = notices.find(({ taskId }) => taskId === task?.taskId) ?? notices[0];
  const post = useCaseAct('POST /cases/:caseId/post-notice');
  const [draft, setDraft, forget] = useKept<{ content: string; fromDay: string; days?: number | undefined }>(
    `doorstep.postNotice.${kase.caseId}`,
    { content: '', fromDay: '' },
  );
  const content = draft.content.trim();
  const { days } = draft;
  const form = useActForm({
    able: able && open !== undefined,
    act: post,
    faults: {
      content: content === '' && t('procedures.post.needContent'),
      fromDay: undefined,
      days: open !== undefined && open.limit === undefined && days === undefined && t('procedures.post.needDays'),
    },
    submit: () => {
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
    },
  });
  return (
    <ActForm form={form} button={t('procedures.post.do')}>
      {read.data !== undefined && open === undefined && <Notice tone="plain">{t('procedures.post.nothing')}</Notice>}
      <p>{t('procedures.post.sentence')}</p>
      {open?.limit && <p className="quiet">{t('procedures.post.limit', { amount: open.limit.amount })}</p>}
      <ActText
        form={form}
        name="content"
        label={t('procedures.post.content')}
        rows={5}
        maxLength={2000}
        placeholder={t('procedures.post.contentHint')}
        value={draft.content}
        onChange={(text) => setDraft({ ...draft, content: text })}
      />
      <Field label={t('procedures.post.from')} fault={form.at('fromDay', t('procedures.post.from'))}>
        {(bound) => (
          <Input
            {...bound}
            type="date"
            min={today}
            value={draft.fromDay === '' ? today : draft.fromDay}
            onChange={(event) => setDraft({ ...draft, fromDay: event.target.value })}
          />
        )}
      </Field>
      {open !== undefined && open.limit === undefined && (
        <ActDays
          form={form}
          name="days"
          label={t('procedures.post.days')}
          max={90}
          value={days}
          onChange={(count) => setDraft({ ...draft, days: count })}
        />
      )}
    </ActForm>
  );
}
