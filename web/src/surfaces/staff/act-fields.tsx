import { Input, InputNumber } from 'antd';
import { Field } from '../../ui/staff/Field.tsx';
import type { ActFormState } from './act-form.tsx';

interface ActFieldProps {
  form: ActFormState;
  /** As on the wire: what the server refuses of it stands here. */
  name: string;
  label: string;
  hint?: string;
}

/** A text of an act, such as its reason. */
export function ActText({
  form,
  name,
  label,
  hint,
  value,
  onChange,
  ...look
}: ActFieldProps & {
  value: string;
  rows: number;
  maxLength: number;
  placeholder?: string;
  onChange: (text: string) => void;
}) {
  return (
    <Field label={label} hint={hint} fault={form.at(name, label)}>
      {(bound) => (
        <Input.TextArea {...bound} {...look} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** How many days, in whole numbers. */
export function ActDays({
  form,
  name,
  label,
  hint,
  value,
  max = 400,
  onChange,
}: ActFieldProps & { value: number | undefined; max?: number; onChange: (days: number | undefined) => void }) {
  return (
    <Field label={label} hint={hint} fault={form.at(name, label)}>
      {(bound) => (
        <InputNumber
          {...bound}
          controls={false}
          min={1}
          max={max}
          precision={0}
          value={value ?? null}
          onChange={(days) => onChange(days ?? undefined)}
        />
      )}
    </Field>
  );
}
