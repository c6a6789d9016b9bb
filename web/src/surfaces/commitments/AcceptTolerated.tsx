import { Checkbox, Input, Radio } from 'antd';
import type { SupplyMethod } from '../../../../contract/commitments.ts';
import { supplyMethods } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
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
  const dayFault =
    supplyDay === undefined
      ? t('commitments.tolerate.needDay')
      : last !== undefined && supplyDay > last && t('commitments.tolerate.tooLate', { day: day(last) });
  const form = useActForm({
    able: able && may.length > 0 && main.length === 0,
    act: accept,
    faults: {
      materials: materials.length === 0 && t('commitments.tolerate.needWhich'),
      supplyDay: dayFault,
      method: undefined,
      signed: !draft.signed && t('commitments.tolerate.needSigned'),
    },
    submit: () => {
      if (supplyDay === undefined) return;
      accept.mutate(
        { caseId: kase.caseId, materials, supplyDay, method: draft.method, signed: draft.signed },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      );
    },
  });
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
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
              <FieldGroup
                label={t('commitments.tolerate.which')}
                fault={form.at('materials', t('commitments.tolerate.which'))}
              >
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
              </FieldGroup>
              <Field
                label={t('commitments.tolerate.day')}
                hint={last && t('commitments.tolerate.dayHint', { day: day(last) })}
                fault={form.at('supplyDay', t('commitments.tolerate.day'))}
              >
                {(bound) => (
                  <Input
                    {...bound}
                    type="date"
                    className="day-field"
                    min={today}
                    max={last}
                    value={supplyDay ?? ''}
                    onChange={(event) => change({ supplyDay: event.target.value })}
                  />
                )}
              </Field>
              <FieldGroup
                label={t('commitments.tolerate.method')}
                fault={form.at('method', t('commitments.tolerate.method'))}
              >
                <Radio.Group
                  aria-label={t('commitments.tolerate.method')}
                  value={draft.method}
                  onChange={(event) => change({ method: event.target.value })}
                  options={supplyMethods.map((each) => ({ value: each, label: t(`commitments.methods.${each}`) }))}
                />
              </FieldGroup>
              <FieldGroup label={t('commitments.tolerate.paper')} fault={form.at('signed')}>
                <Checkbox
                  checked={draft.signed}
                  onChange={(event) => setDraft({ ...draft, signed: event.target.checked })}
                >
                  {t('commitments.tolerate.signed')}
                </Checkbox>
              </FieldGroup>
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
      <ActFoot form={form} button={t('commitments.tolerate.do')} />
    </>
  );
}
