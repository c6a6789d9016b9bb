import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAnswer } from '../../../../../contract/answers.ts';
import { tidy } from '../../../../../contract/typing.ts';
import type { FormField } from '../../../../../contract/form.ts';
import { useDistrict, useSaying } from '../../../ui/resident/district.tsx';
import { ChoiceField, SelectField, TextField, type Wrong } from '../../../ui/resident/form.tsx';
import { useSentences } from '../../../ui/resident/refused.tsx';
import { forgetTyped, keepTyped, readDraft } from './draft.ts';
import { StepPage } from './step-page.tsx';
import type { StepProps } from './steps.ts';

/** More answers than this are a list to choose from, not buttons. */
const mostButtons = 6;

export function FormStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const { fault } = useSentences();
  const { matter, step } = props;
  const [answers, setAnswers] = useState(() => ({ ...matter.answers, ...readDraft(matter.caseId) }));
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [only] = step.fields;
  const single = step.fields.length === 1 && only !== undefined;
  const wrongOf = (field: FormField): Wrong[] => {
    const found = checkAnswer(field, answers[field.key]);
    return found === undefined ? [] : [{ field: field.key, sentence: fault(found, text(field.label)) }];
  };
  const change = (key: string, value: string) => {
    setAnswers({ ...answers, [key]: value });
    keepTyped(matter.caseId, { [key]: value });
  };
  /**
   * The answers of this page alone: another tab may have changed the others. Numbers are kept in half-width digits,
   * however they were typed; words stay as they are.
   */
  const tidied = () =>
    Object.fromEntries(
      step.fields.map(({ key, kind }) => {
        const typed = answers[key] ?? '';
        return [key, kind === 'phone' || kind === 'number' ? tidy(typed) : typed];
      }),
    );
  const heading = single
    ? text(only.label)
    : step.part === 1
      ? t('apply.form.title')
      : t('apply.form.more', { part: step.part });
  return (
    <StepPage
      {...props}
      heading={heading}
      text={t('apply.form.text', { hotline })}
      wrongs={wrongs}
      onWrongs={setWrongs}
      check={() => step.fields.flatMap(wrongOf)}
      answer={() => ({ answers: tidied() })}
      onSaved={() =>
        forgetTyped(
          matter.caseId,
          step.fields.map(({ key }) => key),
        )
      }
    >
      {step.fields.map((field) => (
        <Question
          key={field.key}
          field={field}
          value={answers[field.key] ?? ''}
          wrong={wrongs.find((wrong) => wrong.field === field.key)?.sentence}
          onChange={(value) => change(field.key, value)}
          onLeave={() => {
            if ((answers[field.key] ?? '') === '') return;
            setWrongs((before) => [...before.filter((wrong) => wrong.field !== field.key), ...wrongOf(field)]);
          }}
        />
      ))}
    </StepPage>
  );
}

interface QuestionProps {
  field: FormField;
  value: string;
  wrong: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}

function Question({ field, value, wrong, onChange, onLeave }: QuestionProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const label = `${text(field.label)}${field.required ? '' : t('apply.optional')}`;
  const shared = {
    id: field.key,
    label,
    hint: field.hint === undefined ? undefined : text(field.hint),
    wrong,
    value,
    onChange,
  };
  if (field.kind === 'yesNo') {
    return (
      <ChoiceField
        {...shared}
        options={[
          { value: 'yes', label: t('apply.yes') },
          { value: 'no', label: t('apply.no') },
        ]}
      />
    );
  }
  if (field.kind === 'choice') {
    const options = (field.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }));
    return options.length > mostButtons ? (
      <SelectField {...shared} options={options} pick={t('place.pick')} />
    ) : (
      <ChoiceField {...shared} options={options} />
    );
  }
  return (
    <TextField
      {...shared}
      onLeave={onLeave}
      long={field.kind === 'longText'}
      numeric={field.kind === 'phone'}
      narrow={field.kind === 'number' || field.kind === 'phone'}
      unit={field.unit === undefined ? undefined : text(field.unit)}
      {...(field.kind === 'phone' ? { autoComplete: 'tel-national' } : {})}
    />
  );
}
