import { Input } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { LeafField } from '../../../../contract/form.ts';
import { useWords } from '../staff/words.ts';
import { ChooseByKey, ChooseFromList } from './Choose.tsx';
import { useSounds } from './sounds.ts';
import { stop, useGoOn } from './stops.ts';
import { type Choice, settled } from './typed-answer.ts';
import { useVillages } from './villages.ts';

export interface AnswerFieldProps {
  id: string;
  field: LeafField;
  value: string;
  fault: string | undefined;
  /** Where the answer came from, when nobody typed it here. */
  source?: string | undefined;
  /** What stood here before somebody typed something else. */
  former?: { words: string; use: () => void } | undefined;
  /** In a table the column says the label; here it is only heard, with the row. */
  cell?: string | undefined;
  placeholder?: string | undefined;
  /** Enter passes it by: what it needs has a good default. */
  passed?: true | undefined;
  /** A place that may be a township as well. */
  townships?: true | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** More choices than this are a list. */
const mostKeys = 6;

/** One question of the form, with its fault beside it; Enter goes on to the next that is still open. */
export function AnswerField(props: AnswerFieldProps) {
  const { t, local } = useWords();
  const { id, field, value, fault, source, former, cell, passed } = props;
  const wide = field.kind === 'longText' || (field.kind === 'choice' && !isList(props));
  const open = (value.trim() === '' || fault !== undefined) && passed === undefined;
  if (cell !== undefined)
    return (
      <div {...stop(open ? 'open' : 'done')} data-fault={fault !== undefined || undefined}>
        <Control {...props} label={cell} />
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      </div>
    );
  return (
    <div
      className={`field field-${wide ? 'wide' : field.kind}`}
      {...stop(open ? 'open' : 'done')}
      data-fault={fault !== undefined || undefined}
    >
      <div className="field-head">
        <label htmlFor={id}>
          {local(field.label)}
          {!field.required && <span className="quiet"> {t('intake.optionalField')}</span>}
        </label>
        {source && <span className="quiet small">{source}</span>}
      </div>
      <Control {...props} label={local(field.label)} />
      {former && (
        <p className="quiet small">
          {t('intake.former', { value: former.words })}{' '}
          <button type="button" className="plain-link" onClick={former.use}>
            {t('intake.useFormer')}
          </button>
        </p>
      )}
      {field.hint && (
        <p id={`${id}-hint`} className="quiet small">
          {local(field.hint)}
        </p>
      )}
      <p id={`${id}-fault`} className="fault">
        {fault}
      </p>
    </div>
  );
}

const isList = ({ field, cell }: AnswerFieldProps) => cell !== undefined || (field.options ?? []).length > mostKeys;

function Control(props: AnswerFieldProps & { label: string }) {
  const { t, local } = useWords();
  const sounds = useSounds();
  const { id, field, label, value, fault, cell, onChange, onLeave } = props;
  const shared = {
    id,
    label,
    value,
    wrong: fault !== undefined,
    describedBy: `${id}-fault${field.hint && cell === undefined ? ` ${id}-hint` : ''}`,
    required: field.required,
    onChange,
    onLeave,
  };
  const list = { placeholder: props.placeholder ?? t('intake.chooseOption'), none: t('intake.noneFits') };
  switch (field.kind) {
    case 'choice': {
      const choices = (field.options ?? []).map(
        (option, at): Choice => ({
          value: option.value,
          label: local(option.label),
          number: String(at + 1),
          calls: [option.label.zh, option.label.en.toLowerCase(), ...sounds(option.label.zh)],
        }),
      );
      return isList(props) ? (
        <ChooseFromList {...shared} {...list} choices={choices} beside={({ number }) => number} />
      ) : (
        <ChooseByKey {...shared} choices={choices} />
      );
    }
    case 'yesNo': {
      const choices: Choice[] = [
        { value: 'yes', label: t('case.yes'), number: 'y', calls: ['1', 'shi'] },
        { value: 'no', label: t('case.no'), number: 'n', calls: ['2', 'bushi'] },
      ];
      return cell === undefined ? (
        <ChooseByKey {...shared} choices={choices} />
      ) : (
        <ChooseFromList {...shared} {...list} choices={choices} />
      );
    }
    case 'place':
      return <PlaceChoice {...shared} {...list} townships={props.townships} />;
    default:
      return <Typed {...props} {...shared} />;
  }
}

function PlaceChoice({
  townships: also,
  ...shared
}: Omit<Parameters<typeof ChooseFromList>[0], 'choices'> & { townships: true | undefined }) {
  const { townships, villages } = useVillages();
  return <ChooseFromList {...shared} choices={also ? [...villages, ...townships] : villages} />;
}

const digits = new Set<LeafField['kind']>(['number', 'money', 'date', 'phone']);

function Typed({
  id,
  field,
  label,
  cell,
  value,
  wrong,
  describedBy,
  required,
  placeholder,
  onChange,
  onLeave,
}: AnswerFieldProps & { label: string; wrong: boolean; describedBy: string; required: boolean }) {
  const { t, local } = useWords();
  const goOn = useGoOn();
  const settle = () => {
    const kept = settled(field, value);
    if (kept !== value) onChange(kept);
    onLeave();
  };
  const enter = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    flushSync(settle);
    goOn();
  };
  const shared = {
    id,
    'aria-describedby': describedBy,
    'aria-required': required,
    'aria-invalid': wrong,
    ...(cell === undefined ? {} : { 'aria-label': label }),
    status: wrong ? ('error' as const) : ('' as const),
    value,
    maxLength: 4000,
    autoComplete: 'off',
    onBlur: settle,
    onPressEnter: enter,
    placeholder: placeholder ?? (field.kind === 'date' ? t('intake.dayHint') : ''),
  };
  if (field.kind === 'longText')
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const unit: ReactNode = field.unit ? local(field.unit) : field.kind === 'money' ? t('intake.yuan') : undefined;
  return (
    <Input
      {...shared}
      inputMode={digits.has(field.kind) ? (field.kind === 'phone' ? 'tel' : 'decimal') : 'text'}
      {...(unit && cell === undefined ? { suffix: unit } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
