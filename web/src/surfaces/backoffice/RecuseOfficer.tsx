import { Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Refused, useCaseAct, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 回避: I withdraw, or, as head of the organ, order an officer to. */
export function RecuseOfficer({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const me = useMe().data?.me;
  const isHead = me?.post?.role === 'organHead';
  const officers = useRead('GET /cases/:caseId/officers', { caseId: kase.caseId }, { enabled: isHead });
  const recuse = useCaseAct('POST /cases/:caseId/recuse');
  const [draft, setDraft, forget] = useKept(`doorstep.recuse.${kase.caseId}`, { staffId: '', reason: '' });
  const form = useActForm({
    able,
    act: recuse,
    faults: { staffId: undefined, reason: draft.reason.trim() === '' && t('backoffice.recuse.needReason') },
    submit: () =>
      recuse.mutate(
        {
          caseId: kase.caseId,
          reason: draft.reason.trim(),
          ...(isHead && draft.staffId !== '' && { staffId: draft.staffId }),
        },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  const others = (officers.data?.officers ?? []).filter(({ staffId }) => staffId !== me?.staffId);
  return (
    <ActForm form={form} button={t('backoffice.recuse.do')}>
      {isHead && <p>{t('backoffice.recuse.leadHead')}</p>}
      <p>{t('backoffice.recuse.lead')}</p>
      {isHead && (
        <FieldGroup label={t('backoffice.recuse.who')} fault={form.at('staffId', t('backoffice.recuse.who'))}>
          <Refused error={officers.error} />
          <Radio.Group
            aria-label={t('backoffice.recuse.who')}
            className="stack"
            value={draft.staffId}
            onChange={(event) => setDraft({ ...draft, staffId: event.target.value })}
            options={[
              { value: '', label: t('backoffice.recuse.me') },
              ...others.map(({ staffId, name, title, keepsAway }) => ({
                value: staffId,
                label: [name, local(title), ...(keepsAway ? [t('backoffice.recuse.keepsAway')] : [])].join(t('comma')),
                disabled: keepsAway,
              })),
            ]}
          />
        </FieldGroup>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('backoffice.recuse.reason')}
        rows={4}
        maxLength={1000}
        placeholder={t('backoffice.recuse.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
    </ActForm>
  );
}
