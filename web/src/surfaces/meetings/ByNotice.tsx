import { Checkbox, Input } from 'antd';
import type { MeetingPlan } from '../../../../contract/meetings.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { useWords, type Words } from '../staff/words.ts';

/** Between which days a hearing may be set now, in words; undefined for what is no hearing. */
export function hearingBounds(
  plan: Pick<MeetingPlan, 'earliestDay' | 'latestDay' | 'byNotice'>,
  told: 'directly' | 'byNotice',
  { t, day }: Words,
): string | undefined {
  const { earliestDay, latestDay } = told === 'directly' ? plan : (plan.byNotice ?? {});
  if (earliestDay === undefined) return undefined;
  const days = { from: day(earliestDay), to: latestDay === undefined ? '' : day(latestDay) };
  if (told === 'byNotice')
    return t(latestDay === undefined ? 'meetings.arrange.windowNoticeOwn' : 'meetings.arrange.windowNotice', days);
  return t(latestDay === undefined ? 'meetings.arrange.windowOwn' : 'meetings.arrange.window', days);
}

/** Somebody can be told of a hearing only by public notice, and why: it is set after the notice has run, and later. */
export function ByNotice({
  reason,
  put,
  fault,
}: {
  /** Undefined: not ticked. */
  reason: string | undefined;
  put: (reason: string | undefined) => void;
  fault: string | undefined;
}) {
  const { t } = useWords();
  return (
    <>
      <Checkbox checked={reason !== undefined} onChange={({ target }) => put(target.checked ? '' : undefined)}>
        {t('meetings.hearing.onlyByNotice')}
      </Checkbox>
      {reason !== undefined && (
        <Field label={t('meetings.hearing.noticeReason')} fault={fault}>
          {(bound) => (
            <Input.TextArea
              {...bound}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => put(target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}
