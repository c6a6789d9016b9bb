import { Radio } from 'antd';
import { terminationGrounds } from '../../../../contract/words.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { originalsOf, Returned } from './Returned.tsx';

type Ground = (typeof terminationGrounds)[number];

/** 终止办理: a ground of the closed list, what happened, and what goes back; the notice is read before it is issued. */
export function Terminate({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const terminate = useCaseAct('POST /cases/:caseId/terminate');
  const [draft, setDraft, forget] = useKept<{ ground?: Ground; reason: string; returned: string[] }>(
    `doorstep.terminate.${kase.caseId}`,
    { reason: '', returned: originalsOf(kase) },
  );
  const { ground } = draft;
  const reason = draft.reason.trim();
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: 'terminate',
      returned: draft.returned.join(','),
      ...(ground ? { ground } : {}),
      ...(reason ? { text: reason } : {}),
    },
    { enabled: able && ground !== undefined },
  );
  const form = useActForm({
    able,
    act: terminate,
    faults: {
      ground: ground === undefined && t('endings.terminate.needGround'),
      reason: reason === '' && t('endings.terminate.needReason'),
    },
    submit: () => {
      if (ground === undefined) return;
      terminate.mutate(
        { caseId: kase.caseId, ground, reason, returned: draft.returned },
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
    <ActForm
      form={form}
      button={t('endings.terminate.do')}
      paper={ground === undefined ? null : <PreviewPaper preview={preview} />}
    >
      <p>{t('endings.terminate.sentence')}</p>
      <FieldGroup label={t('endings.terminate.ground')} fault={form.at('ground', t('endings.terminate.ground'))}>
        <Radio.Group
          aria-label={t('endings.terminate.ground')}
          className="stack"
          value={ground}
          onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
          options={terminationGrounds.map((each) => ({ value: each, label: t(`endings.terminate.grounds.${each}`) }))}
        />
      </FieldGroup>
      <ActText
        form={form}
        name="reason"
        label={t('endings.terminate.reason')}
        rows={5}
        maxLength={2000}
        placeholder={t('endings.terminate.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
      <Returned kase={kase} chosen={draft.returned} choose={(returned) => setDraft({ ...draft, returned })} />
      <h2>{t('endings.effects')}</h2>
      <ol className="effects">
        <li>{t('endings.terminate.notice')}</li>
        <li>{t('endings.stops')}</li>
        {preview.data?.tells && <li>{t('endings.told', { phone: preview.data.tells })}</li>}
        <li>{t('endings.onlyRead')}</li>
      </ol>
    </ActForm>
  );
}
