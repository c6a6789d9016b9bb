import { Radio } from 'antd';
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

/** 窗口撤回: who stands at the window signs the request, and the originals go back. */
export function WithdrawForApplicant({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const withdraw = useCaseAct('POST /cases/:caseId/withdraw-for-applicant');
  const [draft, setDraft, forget] = useKept<{ signer: 'applicant' | 'agent'; reason: string; returned: string[] }>(
    `doorstep.withdraw.${kase.caseId}`,
    { signer: 'applicant', reason: '', returned: originalsOf(kase) },
  );
  const agent = kase.parties.find(({ role }) => role === 'agent');
  const reason = draft.reason.trim();
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: 'withdrawForApplicant',
      signer: draft.signer,
      returned: draft.returned.join(','),
      ...(reason ? { text: reason } : {}),
    },
    { enabled: able },
  );
  const form = useActForm({
    able,
    act: withdraw,
    faults: { signer: undefined, reason: undefined },
    submit: () =>
      withdraw.mutate(
        { caseId: kase.caseId, signer: draft.signer, returned: draft.returned, ...(reason ? { reason } : {}) },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  return (
    <ActForm form={form} button={t('endings.withdraw.do')} paper={<PreviewPaper preview={preview} />}>
      <p>{t('endings.withdraw.sentence')}</p>
      {agent !== undefined && (
        <FieldGroup label={t('endings.withdraw.signer')} fault={form.at('signer', t('endings.withdraw.signer'))}>
          <Radio.Group
            aria-label={t('endings.withdraw.signer')}
            value={draft.signer}
            onChange={(event) => setDraft({ ...draft, signer: event.target.value })}
            options={[
              { value: 'applicant', label: `${t('endings.withdraw.applicant')}${t('comma')}${kase.applicant}` },
              { value: 'agent', label: `${t('endings.withdraw.agent')}${t('comma')}${agent.name}` },
            ]}
          />
        </FieldGroup>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('endings.withdraw.reason')}
        rows={3}
        maxLength={500}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
      <Returned kase={kase} chosen={draft.returned} choose={(returned) => setDraft({ ...draft, returned })} />
      <h2>{t('endings.effects')}</h2>
      <ol className="effects">
        <li>{t('endings.withdraw.paper')}</li>
        <li>{t('endings.stops')}</li>
        {preview.data?.tells && <li>{t('endings.told', { phone: preview.data.tells })}</li>}
        <li>{t('endings.onlyRead')}</li>
      </ol>
    </ActForm>
  );
}
