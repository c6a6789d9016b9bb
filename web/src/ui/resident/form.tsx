import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { CallRefused } from '../../api/call.ts';
import { afterPress } from './press.ts';
import { useSentences } from './refused.tsx';
import { Say } from './say.tsx';

/** What is wrong on this page: the id of the field and the sentence beside it. */
export interface Wrong {
  field: string;
  sentence: string;
}

/** The faults of a page on top, each leading to its field. `attempt` counts the presses: each takes the focus here again. */
export function ErrorSummary({ wrongs, attempt }: { wrongs: readonly Wrong[]; attempt: number }) {
  const { t } = useTranslation('resident');
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt takes the focus again
  useEffect(() => box.current?.focus(), [attempt]);
  if (wrongs.length === 0) return null;
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1} aria-labelledby="summary-heading">
      <h2 id="summary-heading">{t('apply.errors', { count: wrongs.length })}</h2>
      <ul>
        {wrongs.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                const target = document.getElementById(field);
                target?.focus();
                target?.scrollIntoView({ block: 'center' });
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What every field has. The `id` is that of a control, so that a link or a page can bring the focus there. */
export interface FieldProps {
  id: string;
  label: ReactNode;
  /** The heading of the page says the same already. */
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  /** Where an answer came from that nobody typed here. */
  from?: string | undefined;
  wrong?: string | undefined;
}

/** The ids of what explains a control, as `aria-describedby` takes them. */
export function described({ id, hint, from, wrong }: FieldProps): { 'aria-describedby'?: string } {
  const by = Object.entries({ hint, from, wrong }).flatMap(([what, said]) =>
    said === undefined ? [] : `${id}-${what}`,
  );
  return by.length === 0 ? {} : { 'aria-describedby': by.join(' ') };
}

/** What a control needs to be bound to its hint and its fault. */
function bound(field: FieldProps) {
  return {
    id: field.id,
    ...described(field),
    ...(field.wrong === undefined ? {} : { 'aria-invalid': true }),
  };
}

export function Explained({ id, hint, from, wrong }: FieldProps) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          <Say text={hint} />
        </p>
      )}
      {from === undefined ? null : (
        <p className="from" id={`${id}-from`}>
          <Say text={from} />
        </p>
      )}
      {wrong === undefined ? null : (
        <p className="wrong" id={`${id}-wrong`}>
          <Say text={wrong} />
        </p>
      )}
    </>
  );
}

/** One question of one control: label, what explains it, the control. */
function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <div className={field.wrong === undefined ? 'field' : 'field is-wrong'}>
      <label htmlFor={field.id} className={field.labelHidden ? 'hidden' : ''}>
        {field.label}
      </label>
      <Explained {...field} />
      {children}
    </div>
  );
}

/** One question of several controls. */
export function FieldGroup({
  field,
  onLeave,
  children,
}: {
  field: FieldProps;
  onLeave?: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset
      className={field.wrong === undefined ? 'field' : 'field is-wrong'}
      {...described(field)}
      onBlur={(event) => {
        if (onLeave !== undefined && !event.currentTarget.contains(event.relatedTarget)) afterPress(onLeave);
      }}
    >
      <legend className={field.labelHidden ? 'hidden' : ''}>{field.label}</legend>
      <Explained {...field} />
      {children}
    </fieldset>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  /** Which keys a phone shows first. */
  numeric?: boolean;
  decimal?: boolean;
  long?: boolean;
  narrow?: boolean;
  unit?: string | undefined;
  autoComplete?: string;
}

/** A typed answer. Digits are typed as text, so that spaces and pasted numbers survive until they are checked. */
export function TextField({
  value,
  onChange,
  onLeave,
  numeric,
  decimal,
  long,
  narrow,
  unit,
  autoComplete,
  ...field
}: TextFieldProps) {
  const control = {
    ...bound(field),
    value,
    onBlur: onLeave === undefined ? undefined : () => afterPress(onLeave),
    autoComplete: autoComplete ?? 'off',
  };
  return (
    <Field field={field}>
      {long ? (
        <textarea {...control} rows={5} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <span className={narrow ? 'control narrow' : 'control'}>
          <input
            {...control}
            type="text"
            {...(numeric ? { inputMode: 'numeric' } : decimal ? { inputMode: 'decimal' } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit === undefined ? null : <span className="unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface SelectFieldProps extends FieldProps {
  value: string;
  options: readonly Option[];
  pick: string;
  onChange: (value: string) => void;
}

export function SelectField({ value, options, pick, onChange, ...field }: SelectFieldProps) {
  return (
    <Field field={field}>
      <span className="select">
        <select {...bound(field)} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{pick}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" focusable="false">
          <path d="m2 2 8 8 8-8" fill="none" stroke="currentColor" strokeWidth="2.6" />
        </svg>
      </span>
    </Field>
  );
}

/** One of a few answers. */
export function ChoiceField({
  value,
  options,
  onChange,
  ...field
}: FieldProps & { value: string; options: readonly Option[]; onChange: (value: string) => void }) {
  const focused = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  return (
    <FieldGroup field={field}>
      {options.map((option, at) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            {...(at === focused ? { id: field.id } : {})}
            name={field.id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span className="choice-text">
            <span>{option.label}</span>
            {option.hint === undefined ? null : (
              <span className="hint">
                <Say text={option.hint} />
              </span>
            )}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}

/** The one filled button of a page. While it works it says so and cannot be pressed again. */
export function Submit({ children, working, busy }: { children: string; working: string; busy: boolean }) {
  return (
    <button type="submit" className="button" aria-disabled={busy}>
      {busy ? working : children}
    </button>
  );
}

/** A form without the browser's own bubbles; a second press while busy does nothing. */
export function Form({ onSubmit, busy, children }: { onSubmit: () => void; busy: boolean; children: ReactNode }) {
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** The session ended elsewhere: sign in, and come back to this very page. */
export function SignInFirst() {
  const { t } = useTranslation('resident');
  const [path] = useLocation();
  const search = useSearch();
  return (
    <Link className="touch" href={`/sign-in?to=${encodeURIComponent(search === '' ? path : `${path}?${search}`)}`}>
      <span className="line">{t('signIn.title')}</span>
    </Link>
  );
}

/** Why the last press did not succeed, when no single field is to blame. */
export function Refused({ refusal, retry }: { refusal: Error | null; retry?: () => void }) {
  const { t } = useTranslation('resident');
  const { refused } = useSentences();
  if (refusal === null) return null;
  return (
    <div className="refused" role="alert">
      <p>
        <Say text={refused(refusal)} />
      </p>
      {refusal instanceof CallRefused && refusal.code === 'sign_in_needed' ? (
        <SignInFirst />
      ) : retry === undefined ? null : (
        <button type="button" className="plain" onClick={retry}>
          <span className="line">{t('tryAgain')}</span>
        </button>
      )}
    </div>
  );
}
