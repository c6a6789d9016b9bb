import { Input, Radio } from 'antd';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 不予受理 or 无需办理: with its reason, the competent organ and the remedies (ALL 32(1)(1), (2)). */
export function Refuse({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const refuse = useCaseAct('POST /cases/:caseId/refuse');
  const [draft, setDraft, forget] = useKept<{
    ground: 'notRequired' | 'outsideAuthority' | 'falseMaterial';
    reason: string;
    organ: string;
  }>(`doorstep.refuse.${kase.caseId}`, { ground: 'outsideAuthority', reason: '', organ: '' });
  const outside = draft.ground === 'outsideAuthority';
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: 'refuse',
      ground: draft.ground,
      ...(draft.reason.trim() ? { text: draft.reason.trim() } : {}),
      ...(outside && draft.organ.trim() ? { competentOrgan: draft.organ.trim() } : {}),
    },
    { enabled: able },
  );
  const form = useActForm({
    able,
    act: refuse,
    faults: {
      ground: undefined,
      competentOrgan: outside && draft.organ.trim() === '' && t('refuse.needOrgan'),
      reason: draft.reason.trim() === '' && t('refuse.needReason'),
    },
    submit: () =>
      refuse.mutate(
        {
          caseId: kase.caseId,
          ground: draft.ground,
          reason: draft.reason.trim(),
          ...(outside ? { competentOrgan: draft.organ.trim() } : {}),
        },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  return (
    <ActForm form={form} button={t('refuse.do')} paper={<PreviewPaper preview={preview} />}>
      <FieldGroup label={t('refuse.ground')} fault={form.at('ground', t('refuse.ground'))}>
        <Radio.Group
          aria-label={t('refuse.ground')}
          value={draft.ground}
          onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
          options={[
            { value: 'outsideAuthority', label: t('refuse.outsideAuthority') },
            { value: 'notRequired', label: t('refuse.notRequired') },
            ...(kase.profile === 'LICENSE' ? [{ value: 'falseMaterial', label: t('refuse.falseMaterial') }] : []),
          ]}
        />
      </FieldGroup>
      {outside && (
        <Field label={t('refuse.organ')} fault={form.at('competentOrgan', t('refuse.organ'))}>
          {(bound) => (
            <Input
              {...bound}
              maxLength={200}
              value={draft.organ}
              placeholder={t('refuse.organHint')}
              onChange={(event) => setDraft({ ...draft, organ: event.target.value })}
            />
          )}
        </Field>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('refuse.reason')}
        rows={6}
        maxLength={2000}
        placeholder={t('refuse.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
      <h2>{t('refuse.effects')}</h2>
      <ol className="effects">
        <li>{t('refuse.effect1')}</li>
        <li>{t('refuse.effect2')}</li>
      </ol>
    </ActForm>
  );
}
