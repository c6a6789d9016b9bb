import { Input, Radio, Select } from 'antd';
import type { FormField } from '../../../../contract/form.ts';
import { useWords } from '../staff/words.ts';

/** One question of the form, with its fault beside it. */
export function AnswerField({
  field,
  value,
  fault,
  onChange,
}: {
  field: FormField;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const { t, local } = useWords();
  const id = `answer-${field.key}`;
  const about = { id, 'aria-describedby': `${id}-fault`, 'aria-required': field.required } as const;
  const status = fault ? 'error' : '';
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: local(option.label) }));
  const input = () => {
    switch (field.kind) {
      case 'longText':
        return (
          <Input.TextArea
            {...about}
            status={status}
            rows={3}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      case 'choice':
        return (
          <Select
            {...about}
            status={status}
            aria-label={local(field.label)}
            placeholder={t('intake.chooseOption')}
            value={value || null}
            onChange={onChange}
            options={options}
          />
        );
      case 'yesNo':
        return (
          <Radio.Group
            id={id}
            aria-label={local(field.label)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            options={[
              { value: 'yes', label: t('case.yes') },
              { value: 'no', label: t('case.no') },
            ]}
          />
        );
      default:
        return (
          <Input
            {...about}
            status={status}
            autoComplete="off"
            inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'phone' ? 'tel' : 'text'}
            value={value}
            {...(field.unit ? { suffix: local(field.unit) } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        );
    }
  };
  const wide = field.kind === 'longText';
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        {local(field.label)}
        {!field.required && <span className="quiet"> {t('intake.optionalField')}</span>}
      </label>
      {input()}
      {field.hint && <p className="quiet small">{local(field.hint)}</p>}
      <p id={`${id}-fault`} className="fault">
        {fault}
      </p>
    </div>
  );
}
