import { Checkbox, Input, InputNumber, Select } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { useEditorWords } from './words.ts';
import './editing.css';

/** What is wrong with the content, each with its place: `content.form.3.label.en`. */
export const Faults = createContext<readonly FieldFault[]>([]);

/** Faults as the places of these editors name them, whether they begin with `content.` or not. */
export function placed(faults: readonly FieldFault[]): FieldFault[] {
  return faults.map((fault) =>
    fault.field.startsWith('content.') ? fault : { ...fault, field: `content.${fault.field}` },
  );
}

export const isWithin = ({ field }: FieldFault, place: string) => field === place || field.startsWith(`${place}.`);

/** What is wrong at a place, as sentences; with `within` also what stands inside it and has no field of its own. */
export function FaultsAt({
  place,
  label,
  within,
}: {
  place: string;
  label: string;
  within?: (fault: FieldFault) => boolean;
}) {
  const { fault: say, t } = useEditorWords();
  const here = useContext(Faults).filter((fault) => fault.field === place || within?.(fault) === true);
  if (here.length === 0) return null;
  return (
    <p id={`${place}-fault`} className="fault">
      {[...new Set(here.map((fault) => say(fault, label)))].join(t('common.stop'))}
    </p>
  );
}

function useFaulty(place: string) {
  const isWrong = useContext(Faults).some(({ field }) => field === place);
  return isWrong
    ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${place}-fault` }
    : ({} as Record<string, never>);
}

interface FieldProps {
  /** Where it stands in the content; its id too. */
  place: string;
  label: string;
  size?: 'short' | 'half' | 'wide';
}

function Field({ place, label, size = 'half', children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`edit edit-${size}`}>
      <label htmlFor={place}>{label}</label>
      {children}
      <FaultsAt place={place} label={label} />
    </div>
  );
}

/** Words in both languages side by side. An `optional` text that is empty in both is taken away. */
export function BothLanguages({
  place,
  label,
  size = 'half',
  value,
  optional,
  rows = 1,
  onChange,
}: FieldProps & {
  value: LocalText | undefined;
  optional?: true;
  rows?: number;
  onChange: (value: LocalText | undefined) => void;
}) {
  const { t } = useEditorWords();
  const both = value ?? { zh: '', en: '' };
  const write = (language: 'zh' | 'en', typed: string) => {
    const next = { ...both, [language]: typed };
    onChange(optional && next.zh === '' && next.en === '' ? undefined : next);
  };
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <InLanguage
          key={language}
          place={`${place}.${language}`}
          size={size}
          label={t('common.inLanguage', { label, language: t(`common.${language}`) })}
          language={language}
          value={both[language]}
          rows={rows}
          onChange={(typed) => write(language, typed)}
        />
      ))}
      <FaultsAt place={place} label={label} />
    </>
  );
}

function InLanguage({
  place,
  label,
  size,
  language,
  value,
  rows,
  onChange,
}: Required<FieldProps> & {
  language: 'zh' | 'en';
  value: string;
  rows: number;
  onChange: (value: string) => void;
}) {
  return (
    <Field place={place} label={label} size={size}>
      <Input.TextArea
        id={place}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        autoSize={{ minRows: rows, maxRows: 10 }}
        maxLength={1000}
        value={value}
        {...useFaulty(place)}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}

/** A number; an emptied one is undefined. */
export function NumberField({
  place,
  label,
  value,
  min,
  max,
  whole,
  onChange,
}: FieldProps & {
  value: number | undefined;
  min?: number;
  max?: number;
  whole?: true;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <Field place={place} label={label} size="short">
      <InputNumber<number>
        id={place}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(whole ? { precision: 0 } : {})}
        value={value ?? null}
        {...useFaulty(place)}
        onChange={(typed) => onChange(typed ?? undefined)}
      />
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of a list; `none` names what it is when nothing is chosen. */
export function ChoiceField<Value extends string>({
  place,
  label,
  size = 'half',
  value,
  options,
  none,
  onChange,
}: FieldProps & {
  value: Value | undefined;
  options: readonly { readonly value: Value; readonly label: string }[];
  none?: string;
  onChange: (value: Value | undefined) => void;
}) {
  const all = [...(none === undefined ? [] : [{ value: '', label: none }]), ...options];
  const strange = value !== undefined && value !== '' && all.every((each) => each.value !== value);
  return (
    <Field place={place} label={label} size={size}>
      <Select<string>
        id={place}
        value={value ?? (none === undefined ? null : '')}
        options={strange ? [...all, { value, label: value }] : all}
        popupMatchSelectWidth={false}
        {...(all.length > 12 ? { showSearch: { optionFilterProp: 'label' } } : {})}
        {...useFaulty(place)}
        onChange={(chosen: string) => onChange(chosen === '' ? undefined : (chosen as Value))}
      />
    </Field>
  );
}

/** What something rests on: a law and its article. Emptied it is taken away; a new one is a sample until it was checked. */
export function BasisField({
  place,
  label,
  value,
  onChange,
}: FieldProps & { value: LegalBasis | undefined; onChange: (value: LegalBasis | undefined) => void }) {
  const { t } = useEditorWords();
  const put = (change: Partial<LegalBasis>) => {
    const { law, article, mark }: LegalBasis = { law: '', mark: 'sample', ...value, ...change };
    onChange(law === '' && !article ? undefined : { law, mark, ...(article && { article }) });
  };
  return (
    <Field place={place} label={label}>
      <div className="edit-basis">
        <Input
          id={place}
          maxLength={200}
          placeholder={t('processEditor.law')}
          value={value?.law ?? ''}
          {...useFaulty(place)}
          onChange={({ target }) => put({ law: target.value })}
        />
        <Input
          aria-label={t('processEditor.articleOf', { label })}
          maxLength={60}
          placeholder={t('processEditor.article')}
          value={value?.article ?? ''}
          onChange={({ target }) => put({ article: target.value })}
        />
      </div>
    </Field>
  );
}

/** Several of a list, or words of one's own where there is none. */
export function ManyField({
  place,
  label,
  size = 'half',
  value,
  options,
  onChange,
}: FieldProps & {
  value: readonly string[];
  options: readonly Option[];
  onChange: (value: string[]) => void;
}) {
  const free = options.length === 0;
  return (
    <Field place={place} label={label} size={size}>
      <Select<string[]>
        id={place}
        mode={free ? 'tags' : 'multiple'}
        value={[...value]}
        options={[...options]}
        {...(free ? { open: false, suffixIcon: null, tokenSeparators: ['、', '，'] } : {})}
        {...useFaulty(place)}
        onChange={(chosen) => onChange(chosen.map((each) => each.trim()).filter((each) => each !== ''))}
      />
    </Field>
  );
}

export function Tick({
  place,
  label,
  hint,
  checked,
  onChange,
}: FieldProps & { hint?: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <div className="edit edit-wide">
      <Checkbox
        id={place}
        checked={checked}
        {...(hint === undefined ? {} : { 'aria-describedby': `${place}-hint` })}
        onChange={({ target }) => onChange(target.checked)}
      >
        {label}
      </Checkbox>
      {hint === undefined ? null : (
        <p id={`${place}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      <FaultsAt place={place} label={label} />
    </div>
  );
}

/** One line of a list that opens to its fields, with how much inside is to be put right. */
export function Fold({
  isOpen,
  faults,
  onToggle,
  children,
}: {
  isOpen: boolean;
  faults: number;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { t } = useEditorWords();
  return (
    <button type="button" className="edit-fold" aria-expanded={isOpen} onClick={onToggle}>
      {children}
      {faults > 0 && <span className="fault">{t('common.faults', { count: faults })}</span>}
    </button>
  );
}

/**
 * A name that others use. It changes when one leaves it or presses Enter, never letter by letter: on the way it could
 * be somebody else's. `Escape` gives the old one back.
 */
export function NameField({
  place,
  label,
  size = 'short',
  value,
  taken,
  pattern,
  hint,
  onChange,
}: FieldProps & {
  value: string;
  taken: readonly string[];
  /** What it may look like; anything where it is absent. */
  pattern?: RegExp;
  hint?: string;
  onChange: (value: string) => void;
}) {
  const { t, fault } = useEditorWords();
  const [typing, setTyping] = useState<{ of: string; typed: string }>();
  // What was typed over another name is not meant for this one.
  const typed = typing?.of === value ? typing.typed : undefined;
  const shown = (typed ?? value).trim();
  const wrong =
    typed === undefined || shown === value
      ? undefined
      : taken.includes(shown)
        ? t('common.keyTaken', { key: shown })
        : shown === '' || (pattern !== undefined && (!pattern.test(shown) || shown in {}))
          ? fault({ field: place, code: shown === '' ? 'required' : 'key_format', facts: { key: shown } }, label)
          : undefined;
  const faulty = useFaulty(place);
  const settle = () => {
    if (typed === undefined || wrong !== undefined) return;
    setTyping(undefined);
    if (shown !== value) onChange(shown);
  };
  const about = [
    hint === undefined ? '' : `${place}-hint`,
    faulty['aria-describedby'] ?? '',
    wrong === undefined ? '' : `${place}-wrong`,
  ].filter(Boolean);
  return (
    <div className={`edit edit-${size}`}>
      <label htmlFor={place}>{label}</label>
      <Input
        id={place}
        maxLength={40}
        spellCheck={false}
        value={typed ?? value}
        {...faulty}
        {...(wrong === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
        {...(about.length === 0 ? {} : { 'aria-describedby': about.join(' ') })}
        onChange={({ target }) => setTyping({ of: value, typed: target.value })}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setTyping(undefined);
        }}
      />
      {hint === undefined ? null : (
        <p id={`${place}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p id={`${place}-wrong`} className="fault" role="alert">
          {wrong}
        </p>
      )}
      <FaultsAt place={place} label={label} />
    </div>
  );
}
