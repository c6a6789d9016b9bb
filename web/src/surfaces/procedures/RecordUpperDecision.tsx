import { Input, Radio } from 'antd';
import { useState } from 'react';
import { upload } from '../../api/call.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { Refused, useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

interface Draft {
  outcome?: 'GRANTED' | 'DENIED';
  number: string;
  day: string;
  file?: { fileId: string; name: string };
}

/** What the upper organ decided, with its number, day and paper. */
export function RecordUpperDecision({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const today = useToday();
  const record = useCaseAct('POST /cases/:caseId/record-upper-decision');
  const [draft, setDraft, forget] = useKept<Draft>(`doorstep.upperDecision.${kase.caseId}`, { number: '', day: '' });
  const [failed, setFailed] = useState<unknown>();
  const { outcome, day, file } = draft;
  const number = draft.number.trim();
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFailed(undefined);
    try {
      const { fileId } = await upload('POST /files', chosen);
      setDraft((before) => ({ ...before, file: { fileId, name: chosen.name } }));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <ActForm
      able={able}
      pending={record.isPending}
      error={record.error}
      faults={
        outcome === undefined || number === '' || day === '' || file === undefined ? [t('procedures.down.need')] : []
      }
      button={t('procedures.down.do')}
      submit={() => {
        if (outcome === undefined || file === undefined) return;
        record.mutate(
          { caseId: kase.caseId, outcome, number, day, fileId: file.fileId },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        );
      }}
    >
      <p>{t('procedures.down.sentence')}</p>
      <fieldset>
        <legend>{t('procedures.down.outcome')}</legend>
        <Radio.Group
          aria-label={t('procedures.down.outcome')}
          value={outcome}
          onChange={(event) => setDraft({ ...draft, outcome: event.target.value })}
          options={[
            { value: 'GRANTED', label: t('procedures.down.granted') },
            { value: 'DENIED', label: t('procedures.down.denied') },
          ]}
        />
      </fieldset>
      <label htmlFor="upper-number">{t('procedures.down.number')}</label>
      <Input
        id="upper-number"
        maxLength={100}
        value={draft.number}
        onChange={(event) => setDraft({ ...draft, number: event.target.value })}
      />
      <label htmlFor="upper-day">{t('procedures.down.day')}</label>
      <Input
        id="upper-day"
        type="date"
        max={today}
        value={day}
        onChange={(event) => setDraft({ ...draft, day: event.target.value })}
      />
      <label htmlFor="upper-file">{t('procedures.down.file')}</label>
      <input
        id="upper-file"
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {file && <p className="quiet">{t('procedures.down.chosen', { name: file.name })}</p>}
      <Refused error={failed} />
    </ActForm>
  );
}
