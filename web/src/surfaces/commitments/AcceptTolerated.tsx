import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import type { SupplyMethod } from '../../../../contract/commitments.ts';
import { supplyMethods } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Letter } from './Letter.tsx';
import './commitments.css';

interface Draft {
  materials?: string[];
  supplyDay?: string;
  method: SupplyMethod;
  signed: boolean;
}

/** 容缺受理: what follows, by when and how; the commitment is printed and signed before it is done. */
export function AcceptTolerated({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const today = useToday();
  const read = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId });
  const accept = useCaseAct('POST /cases/:caseId/accept-tolerated');
  const [draft, setDraft, forget] = useKept<Draft>(`doorstep.tolerate.${kase.caseId}`, {
    method: 'WINDOW',
    signed: false,
  });
  const [tried, setTried] = useState(false);
  const missing = read.data?.missing ?? [];
  const may = missing.filter(({ tolerated }) => tolerated !== undefined);
  const main = missing.filter(({ tolerated }) => tolerated === undefined);
  const materials = draft.materials ?? may.map(({ key }) => key);
  const last = may
    .filter(({ key }) => materials.includes(key))
    .flatMap(({ lastDay }) => lastDay ?? [])
    .sort()[0];
  const supplyDay = draft.supplyDay ?? last;
  // What was signed is what was printed: another choice is another paper.
  const change = (next: Partial<Draft>) => setDraft({ ...draft, signed: false, ...next });
  const isReady = able && main.length === 0 && materials.length > 0 && supplyDay !== undefined;
  const asked = {
    caseId: kase.caseId,
    materials: materials.join(','),
    supplyDay: supplyDay ?? today,
    method: draft.method,
  };
  const preview = useRead('GET /cases/:caseId/tolerated-preview', asked, { enabled: isReady });
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
  const faults = [
    ...(materials.length === 0 ? [t('commitments.tolerate.needWhich')] : []),
    ...(supplyDay === undefined ? [t('commitments.tolerate.needDay')] : []),
    ...(supplyDay !== undefined && last !== undefined && supplyDay > last
      ? [t('commitments.tolerate.tooLate', { day: day(last) })]
      : []),
    ...(draft.signed ? [] : [t('commitments.tolerate.needSigned')]),
  ];
  const submit = () => {
    setTried(true);
    if (faults.length > 0 || supplyDay === undefined) return;
    accept.mutate(
      { caseId: kase.caseId, materials, supplyDay, method: draft.method, signed: draft.signed },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('commitments.tolerate.sentence')}</p>
          {missing.length === 0 && <Notice tone="plain">{t('commitments.tolerate.nothing')}</Notice>}
          {main.length > 0 && (
            <Notice tone="yellow">
              <strong>{t('commitments.tolerate.main')}</strong>
              <ul className="plain-list">
                {main.map(({ key, name }) => (
                  <li key={key}>
                    {local(name)}
                    {t('colon')}
                    {t('commitments.tolerate.mustHave')}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {may.length > 0 && (
            <>
              <fieldset>
                <legend>{t('commitments.tolerate.which')}</legend>
                <Checkbox.Group
                  aria-label={t('commitments.tolerate.which')}
                  className="stack"
                  value={materials}
                  onChange={(keys) => change({ materials: keys })}
                  options={may.map(({ key, name, lastDay }) => ({
                    value: key,
                    label: [local(name), lastDay && t('commitments.tolerate.lastDay', { day: day(lastDay) })]
                      .filter(Boolean)
                      .join(t('comma')),
                  }))}
                />
              </fieldset>
              <div>
                <label htmlFor="supply-day">{t('commitments.tolerate.day')}</label>
                <Input
                  id="supply-day"
                  type="date"
                  className="day-field"
                  min={today}
                  max={last}
                  value={supplyDay ?? ''}
                  aria-describedby="supply-day-hint"
                  onChange={(event) => change({ supplyDay: event.target.value })}
                />
                {last !== undefined && (
                  <p id="supply-day-hint" className="quiet small">
                    {t('commitments.tolerate.dayHint', { day: day(last) })}
                  </p>
                )}
              </div>
              <fieldset>
                <legend>{t('commitments.tolerate.method')}</legend>
                <Radio.Group
                  aria-label={t('commitments.tolerate.method')}
                  value={draft.method}
                  onChange={(event) => change({ method: event.target.value })}
                  options={supplyMethods.map((each) => ({ value: each, label: t(`commitments.methods.${each}`) }))}
                />
              </fieldset>
              <Checkbox
                checked={draft.signed}
                onChange={(event) => setDraft({ ...draft, signed: event.target.checked })}
              >
                {t('commitments.tolerate.signed')}
              </Checkbox>
              <h2>{t('commitments.tolerate.effects')}</h2>
              <ol className="effects">
                <li>{t('commitments.tolerate.effect1')}</li>
                <li>{t('commitments.tolerate.effect2')}</li>
                {supplyDay !== undefined && <li>{t('commitments.tolerate.effect3', { day: day(supplyDay) })}</li>}
              </ol>
            </>
          )}
        </div>
        <div className="act-paper">
          <Refused error={isReady ? preview.error : null} />
          {isReady && preview.data && (
            <Letter
              title={preview.data.title}
              organ={preview.data.organ}
              day={preview.data.day}
              lines={preview.data.lines}
            />
          )}
        </div>
      </div>
      <Foot
        able={able && may.length > 0 && main.length === 0}
        pending={accept.isPending}
        error={accept.error}
        faults={tried ? faults : []}
        submit={submit}
        word={t('commitments.tolerate.do')}
      />
    </>
  );
}

/** The foot of an act: what stands against it, and its one button. */
export function Foot({
  able,
  pending,
  error,
  faults,
  submit,
  word,
}: {
  able: boolean;
  pending: boolean;
  error: unknown;
  faults: readonly string[];
  submit: () => void;
  word: string;
}) {
  useKeys({ 'Ctrl+Enter': able && !pending ? submit : undefined });
  return (
    <div className="act-foot">
      <div className="grow">
        <Refused error={error} />
        {faults.length > 0 && (
          <Notice tone="red" role="alert">
            {faults.join('')}
          </Notice>
        )}
      </div>
      {able && (
        <Button type="primary" loading={pending} onClick={submit}>
          {word} <Key>Ctrl Enter</Key>
        </Button>
      )}
    </div>
  );
}
