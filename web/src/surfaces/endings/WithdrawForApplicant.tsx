import { Button, Input, Radio } from 'antd';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import type { ActProps } from '../staff/act.ts';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
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
  const submit = () =>
    withdraw.mutate(
      { caseId: kase.caseId, signer: draft.signer, returned: draft.returned, ...(reason ? { reason } : {}) },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  useKeys({ 'Ctrl+Enter': able && !withdraw.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('endings.withdraw.sentence')}</p>
          {agent !== undefined && (
            <fieldset>
              <legend>{t('endings.withdraw.signer')}</legend>
              <Radio.Group
                aria-label={t('endings.withdraw.signer')}
                value={draft.signer}
                onChange={(event) => setDraft({ ...draft, signer: event.target.value })}
                options={[
                  { value: 'applicant', label: `${t('endings.withdraw.applicant')}${t('comma')}${kase.applicant}` },
                  { value: 'agent', label: `${t('endings.withdraw.agent')}${t('comma')}${agent.name}` },
                ]}
              />
            </fieldset>
          )}
          <label htmlFor="withdraw-reason">{t('endings.withdraw.reason')}</label>
          <Input.TextArea
            id="withdraw-reason"
            rows={3}
            maxLength={500}
            value={draft.reason}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
          <Returned kase={kase} chosen={draft.returned} choose={(returned) => setDraft({ ...draft, returned })} />
          <h2>{t('endings.effects')}</h2>
          <ol className="effects">
            <li>{t('endings.withdraw.paper')}</li>
            <li>{t('endings.stops')}</li>
            {preview.data?.tells && <li>{t('endings.told', { phone: preview.data.tells })}</li>}
            <li>{t('endings.onlyRead')}</li>
          </ol>
        </div>
        <div className="act-paper">
          <PreviewPaper preview={preview} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={withdraw.error} />
        </div>
        {able && (
          <Button type="primary" loading={withdraw.isPending} onClick={submit}>
            {t('endings.withdraw.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
