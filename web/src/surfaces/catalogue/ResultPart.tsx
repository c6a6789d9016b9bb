import { Select } from 'antd';
import type { FormField } from '../../../../contract/form.ts';
import { partsOf } from '../../../../contract/questions.ts';
import { checkMarks, resultTypes, retentionClasses } from '../../../../contract/words.ts';
import { useWords } from '../staff/words.ts';
import { BasisFields } from './BasicsPart.tsx';
import { blankBasis, blankCertificate } from './blanks.ts';
import { valueAt } from './content-path.ts';
import { Entries } from './Entries.tsx';
import { useEditing, useElement } from './editing.ts';
import { CheckField, ChoiceField, FaultsAt, LocalField, MaybePart, NumberField, TextField } from './fields.tsx';
import { useOptions } from './options.ts';

/** 结果与证照. */
export function ResultPart() {
  const { t } = useWords();
  const options = useOptions();
  return (
    <div className="elements">
      <ChoiceField path="content.elements.resultType" options={options('results', resultTypes)} />
      <LocalField path="content.result.name" />
      <LocalField path="content.result.note" rows={2} />
      <TextField path="content.result.scope" maxLength={200} optional />
      <TextField path="content.grantReason" size="wide" rows={2} />
      <DecisionAnswers />
      <MaybePart path="content.result.validity" blank={{ months: 12, mark: 'sample' }}>
        <Term />
        <ChoiceField path="content.result.validity.mark" options={options('marks', checkMarks)} />
      </MaybePart>
      <MaybePart path="content.result.certificate" blank={blankCertificate}>
        <TextField path="content.result.certificate.title" maxLength={60} />
        <TextField path="content.result.certificate.word" size="short" maxLength={12} />
        <TextField path="content.result.certificate.statement" size="wide" rows={2} />
        <div className="element element-wide">
          <span className="quiet">{t('compilation.certificateRows')}</span>
          <Placeholders />
          <Entries
            path="content.result.certificate.rows"
            name={(row) => String(valueAt(row, 'label') ?? '')}
            blank={() => ({ label: '', value: '' })}
            add={t('compilation.add.row')}
            most={16}
          >
            {(path) => (
              <>
                <TextField path={`${path}.label`} size="short" maxLength={60} />
                <TextField path={`${path}.value`} maxLength={200} />
              </>
            )}
          </Entries>
        </div>
        <CheckField path="content.result.certificate.renews" optional />
        <CheckField path="content.result.certificate.changes" optional />
        <MaybePart path="content.result.certificate.renewal" blank={{ days: 30, basis: blankBasis }}>
          <NumberField
            path="content.result.certificate.renewal.days"
            min={1}
            max={366}
            unit={t('compilation.unit.days')}
          />
          <BasisFields path="content.result.certificate.renewal.basis" />
        </MaybePart>
      </MaybePart>
      <MaybePart path="content.retention" blank={{ class: 'THIRTY_YEARS', basis: blankBasis }}>
        <ChoiceField path="content.retention.class" options={options('retention', retentionClasses)} />
        <BasisFields path="content.retention.basis" />
      </MaybePart>
    </div>
  );
}

/** So many months, or without end. */
function Term() {
  const { t } = useWords();
  const path = 'content.result.validity.months';
  const { value, put, label } = useElement(path);
  return (
    <>
      <div className="element element-short" data-field={`${path}.kind`}>
        <label htmlFor={`${path}.kind`}>{label}</label>
        <Select<'months' | 'always'>
          id={`${path}.kind`}
          value={value === null ? 'always' : 'months'}
          options={[
            { value: 'months', label: t('compilation.forMonths') },
            { value: 'always', label: t('compilation.withoutEnd') },
          ]}
          onChange={(kind) => put(kind === 'always' ? null : 12)}
        />
      </div>
      {value !== null && <NumberField path={path} min={1} max={1200} unit={t('compilation.unit.months')} />}
    </>
  );
}

function useQuestions(): FormField[] {
  const { whole } = useEditing();
  return (valueAt(whole, 'content.form') ?? []) as FormField[];
}

/** Which answers say what is granted. */
function DecisionAnswers() {
  const path = 'content.decisionAnswers';
  const { local } = useWords();
  const { value, put, label, hint } = useElement(path);
  const questions = useQuestions();
  return (
    <div className="element element-wide" data-field={path}>
      <label htmlFor={path}>{label}</label>
      <Select<string[]>
        id={path}
        mode="multiple"
        value={(value ?? []) as string[]}
        options={questions.map((each) => ({ value: each.key, label: local(each.label) || each.key }))}
        onChange={(chosen) => put(chosen.length === 0 ? undefined : chosen)}
      />
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
    </div>
  );
}

/** What may stand in braces on the certificate. */
function Placeholders() {
  const { t } = useWords();
  const names = useQuestions().flatMap((field) => {
    const parts = partsOf(field);
    return parts.length > 1 || parts[0]?.key !== field.key
      ? parts.map(({ key }) => `${field.key}.${key}`)
      : [field.key];
  });
  const fixed = ['applicant.name', 'applicant.number', 'organ', 'issueDay', 'fromDay', 'untilDay'];
  return (
    <p className="quiet small placeholders">
      {t('compilation.placeholders')} {[...names, ...fixed].map((name) => `{${name}}`).join(' ')}
    </p>
  );
}
