import { Button, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../../api/call.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Refused, useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

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
  const picker = useRef<HTMLInputElement>(null);
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
  const form = useActForm({
    able,
    act: record,
    faults: {
      outcome: outcome === undefined && t('procedures.down.needOutcome'),
      number: number === '' && t('procedures.down.needNumber'),
      day: day === '' && t('procedures.down.needDay'),
      fileId: file === undefined && t('procedures.down.needFile'),
    },
    submit: () => {
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
    },
  });
  return (
    <ActForm form={form} button={t('procedures.down.do')}>
      <p>{t('procedures.down.sentence')}</p>
      <FieldGroup label={t('procedures.down.outcome')} fault={form.at('outcome', t('procedures.down.outcome'))}>
        <Radio.Group
          aria-label={t('procedures.down.outcome')}
          value={outcome}
          onChange={(event) => setDraft({ ...draft, outcome: event.target.value })}
          options={[
            { value: 'GRANTED', label: t('procedures.down.granted') },
            { value: 'DENIED', label: t('procedures.down.denied') },
          ]}
        />
      </FieldGroup>
      <Field label={t('procedures.down.number')} fault={form.at('number', t('procedures.down.number'))}>
        {(bound) => (
          <Input
            {...bound}
            maxLength={100}
            value={draft.number}
            onChange={(event) => setDraft({ ...draft, number: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('procedures.down.day')} fault={form.at('day', t('procedures.down.day'))}>
        {(bound) => (
          <Input
            {...bound}
            type="date"
            max={today}
            value={day}
            onChange={(event) => setDraft({ ...draft, day: event.target.value })}
          />
        )}
      </Field>
      <FieldGroup label={t('procedures.down.file')} fault={form.at('fileId', t('procedures.down.file'))}>
        <input
          ref={picker}
          type="file"
          hidden
          accept="image/jpeg,image/png,application/pdf"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
        <Button onClick={() => picker.current?.click()}>{t('procedures.down.choose')}</Button>
        {file && (
          <p className="quiet" role="status">
            {t('procedures.down.chosen', { name: file.name })}
          </p>
        )}
      </FieldGroup>
      <Refused error={failed} />
    </ActForm>
  );
}
