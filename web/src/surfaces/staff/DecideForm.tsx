import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { StaffCase } from '../../../../contract/cases.ts';
import type { Outcome } from '../../../../contract/values.ts';
import { denialGrounds } from '../../../../contract/words.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { usePreview } from './preview.ts';
import { useWords } from './words.ts';

type DenialGround = (typeof denialGrounds)[number];

/** A decision being written: outcome and reason are kept until it is made; a denial needs reasons (ALL 38). */
export function useDecision(kase: StaffCase, able: boolean) {
  const { t } = useWords();
  const [draft, setDraft, forget] = useKept<{ outcome?: Outcome; reason: string; ground?: DenialGround }>(
    `doorstep.decide.${kase.caseId}`,
    { reason: '' },
  );
  const [tried, setTried] = useState(false);
  const reason = draft.reason.trim();
  const faults = [
    ...(draft.outcome === undefined ? [t('decide.needOutcome')] : []),
    ...(draft.outcome === 'DENIED' && reason === '' ? [t('decide.needReason')] : []),
  ];
  const ground = draft.outcome === 'DENIED' && kase.profile === 'LICENSE' ? draft.ground : undefined;
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: draft.outcome === 'DENIED' ? 'deny' : 'grant',
      ...(reason ? { text: reason } : {}),
      ...(ground ? { ground } : {}),
    },
    { enabled: able && draft.outcome !== undefined },
  );
  const input = draft.outcome && {
    caseId: kase.caseId,
    outcome: draft.outcome,
    ...(reason ? { reason } : {}),
    ...(ground ? { ground } : {}),
  };
  return { kase, draft, setDraft, forget, faults, preview, input, tried, setTried };
}

export function DecideForm({ decision }: { decision: ReturnType<typeof useDecision> }) {
  const { t, day } = useWords();
  const { kase, draft, setDraft, faults, tried, preview } = decision;
  return (
    <div className="stack">
      <fieldset>
        <legend>{t('decide.outcome')}</legend>
        <Radio.Group
          value={draft.outcome}
          onChange={(event) => setDraft({ ...draft, outcome: event.target.value })}
          options={[
            { value: 'GRANTED', label: t('decide.GRANTED') },
            { value: 'DENIED', label: t('decide.DENIED') },
          ]}
        />
      </fieldset>
      {draft.outcome === 'DENIED' && kase.profile === 'LICENSE' && (
        <fieldset>
          <legend>{t('endings.denial.ground')}</legend>
          <Radio.Group
            value={draft.ground ?? 'conditionsUnmet'}
            onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
            options={denialGrounds.map((each) => ({ value: each, label: t(`endings.denial.grounds.${each}`) }))}
          />
          {draft.ground === 'falseMaterial' && <p className="quiet small">{t('endings.denial.barred')}</p>}
        </fieldset>
      )}
      <label htmlFor="decide-reason">{t(draft.outcome === 'DENIED' ? 'decide.reason' : 'decide.reasonOptional')}</label>
      <Input.TextArea
        id="decide-reason"
        rows={5}
        maxLength={4000}
        placeholder={t('decide.reasonHint')}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
      />
      {tried && faults.length > 0 && (
        <Notice tone="red" role="alert">
          {faults.join('')}
        </Notice>
      )}
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
