import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayParts, dayAnswer, dayParts, digitsOf, wholeDay } from './day-parts.ts';
import { FieldGroup, type FieldProps } from './form.tsx';

interface DateFieldProps extends FieldProps {
  /** An ISO day, or as far as it was typed. */
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
}

/** Year, month and day in a box each: nobody scrolls a calendar back to the year of his birth. */
export function DateField({ value, onChange, onLeave, ...field }: DateFieldProps) {
  const { t } = useTranslation('resident');
  const [typed, setTyped] = useState(() => dayParts(value));
  // The boxes keep “3” while the answer says “03”; an answer that came from elsewhere fills them anew.
  const shown = dayAnswer(typed) === value ? typed : dayParts(value);
  const put = (next: DayParts) => {
    setTyped(next);
    onChange(dayAnswer(next));
  };
  return (
    <FieldGroup field={field} onLeave={onLeave}>
      <span className="day-boxes">
        {(['year', 'month', 'day'] as const).map((part, at) => (
          <label key={part} className={`day-box of-${part}`}>
            <span>{t(`apply.date.${part}`)}</span>
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              {...(at === 0 ? { id: field.id } : {})}
              {...(field.wrong === undefined ? {} : { 'aria-invalid': true })}
              value={shown[part]}
              onChange={(event) => {
                const text = event.target.value;
                const isWhole = text.length > shown[part].length + 1 || /(\d{2}|[日号])\s*$/.test(text);
                put((isWhole ? wholeDay(text) : undefined) ?? { ...shown, [part]: text });
              }}
              onBlur={(event) => {
                // Of “1956年” the box keeps the number.
                const text = event.target.value;
                put(wholeDay(text) ?? { ...shown, [part]: digitsOf(text) || text });
              }}
            />
          </label>
        ))}
      </span>
    </FieldGroup>
  );
}
