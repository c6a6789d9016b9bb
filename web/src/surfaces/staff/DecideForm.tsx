import { Input, Radio } from 'antd';
import type { StaffCase } from '../../../../contract/cases.ts';
import type { Outcome } from '../../../../contract/values.ts';
import { denialGrounds } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActFormState } from './act-form.tsx';
import { usePreview } from './preview.ts';
import { useWords } from './words.ts';

type DenialGround = (typeof denialGrounds)[number];

/** A decision being written: outcome and reason are kept until it is made; a denial needs reasons (ALL 38). */
export function useDecision(kase: StaffCase, able: boolean) {
  const { t } = useWords();
  const [draft, setDraft, forget] = useKept<{
    outcome?: Outcome | undefined;
    reason: string;
    ground?: DenialGround | undefined;
  }>(`doorstep.decide.${kase.caseId}`, { reason: '' });
  const reason = draft.reason.trim();
  const owed = useOwed(kase);
  // What was chosen before a paper came to be owed is chosen again.
  const outcome = draft.outcome === 'GRANTED' && owed !== undefined ? undefined : draft.outcome;
  const faults = {
    outcome: outcome === undefined && t('decide.needOutcome'),
    ground: undefined,
    reason: outcome === 'DENIED' && reason === '' && t('decide.needReason'),
  };
  const ground = outcome === 'DENIED' && kase.profile === 'LICENSE' ? draft.ground : undefined;
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: outcome === 'DENIED' ? 'deny' : 'grant',
      ...(reason ? { text: reason } : {}),
      ...(ground ? { ground } : {}),
    },
    { enabled: able && outcome !== undefined },
  );
  const input = outcome && {
    caseId: kase.caseId,
    outcome,
    ...(reason ? { reason } : {}),
    ...(ground ? { ground } : {}),
  };
  return { kase, draft: { ...draft, outcome }, setDraft, forget, faults, preview, input, owed };
}

/** 容缺: which papers are owed and until when; nothing is granted before they come (国发〔2022〕5号). */
function useOwed({ caseId, owedMaterials, supplyDueDay }: StaffCase): string | undefined {
  const { t, day, local } = useWords();
  const read = useRead('GET /cases/:caseId/commitment', { caseId }, { enabled: owedMaterials > 0 });
  if (owedMaterials === 0) return undefined;
  const names = read.data?.owed.map(({ name }) => local(name)).join(t('list.separator')) ?? '';
  return t(supplyDueDay === undefined ? 'decide.owed' : 'decide.owedUntil', {
    count: owedMaterials,
    names: names === '' ? '' : `${t('colon')}${names}`,
    day: supplyDueDay === undefined ? '' : day(supplyDueDay),
  });
}

export function DecideForm({ decision, at }: { decision: ReturnType<typeof useDecision>; at: ActFormState['at'] }) {
  const { t, day } = useWords();
  const { kase, draft, setDraft, preview, owed } = decision;
  return (
    <div className="stack">
      <FieldGroup label={t('decide.outcome')} hint={owed} fault={at('outcome', t('decide.outcome'))}>
        <Radio.Group
          aria-label={t('decide.outcome')}
          value={draft.outcome}
          onChange={(event) => setDraft({ ...draft, outcome: event.target.value })}
          options={[
            { value: 'GRANTED', label: t('decide.GRANTED'), disabled: owed !== undefined },
            { value: 'DENIED', label: t('decide.DENIED') },
          ]}
        />
      </FieldGroup>
      {draft.outcome === 'DENIED' && kase.profile === 'LICENSE' && (
        <FieldGroup
          label={t('endings.denial.ground')}
          hint={draft.ground === 'falseMaterial' ? t('endings.denial.barred') : undefined}
          fault={at('ground', t('endings.denial.ground'))}
        >
          <Radio.Group
            aria-label={t('endings.denial.ground')}
            value={draft.ground ?? 'conditionsUnmet'}
            onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
            options={denialGrounds.map((each) => ({ value: each, label: t(`endings.denial.grounds.${each}`) }))}
          />
        </FieldGroup>
      )}
      <Field
        label={t(draft.outcome === 'DENIED' ? 'decide.reason' : 'decide.reasonOptional')}
        fault={at('reason', t('decide.reason'))}
      >
        {(bound) => (
          <Input.TextArea
            {...bound}
            rows={5}
            maxLength={4000}
            placeholder={t('decide.reasonHint')}
            value={draft.reason}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
        )}
      </Field>
      {preview.data && draft.outcome && (
        <>
          <h2>{t('decide.effects')}</h2>
          <ol className="effects">
            <li>{t('decide.effect1', { day: day(preview.data.day) })}</li>
            {preview.data.tells && <li>{t('decide.effect2', { phone: preview.data.tells })}</li>}
            <li>{t('decide.effect3')}</li>
          </ol>
        </>
      )}
    </div>
  );
}
