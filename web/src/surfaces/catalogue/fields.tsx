import { Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useWords } from '../staff/words.ts';
import { faultWords, useEditing, useElement } from './editing.ts';
import { isAt } from './sections.ts';

/** What is wrong with an element and with its languages, as sentences at the element. */
export function FaultsAt({ path }: { path: string }) {
  const { faults } = useEditing();
  const words = useWords();
  const sentences = faults.filter((fault) => isAt(fault, path)).map((fault) => faultWords(fault, words));
  if (sentences.length === 0) return null;
  return (
    <p id={`${path}-fault`} className="fault">
      {[...new Set(sentences)].join(words.t('stop'))}
    </p>
  );
}

/** One element: its word, its field, a short hint and what is wrong with it. */
function Element({ path, size, children }: { path: string; size: Size; children: ReactNode }) {
  const { label, hint } = useElement(path);
  return (
    <div className={`element element-${size}`} data-field={path}>
      <label htmlFor={path}>{label}</label>
      {children}
      {hint !== undefined && (
        <p id={`${path}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      <FaultsAt path={path} />
    </div>
  );
}

type Size = 'short' | 'half' | 'wide';
interface Place {
  path: string;
  size?: Size;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A text in one language. An `optional` one that is emptied is taken away. */
export function TextField({
  path,
  size = 'half',
  rows = 1,
  maxLength = 400,
  optional,
}: Place & { rows?: number; maxLength?: number; optional?: true }) {
  const { value, put, isWrong, about } = useElement(path);
  return (
    <Element path={path} size={size}>
      <Input.TextArea
        id={path}
        autoSize={{ minRows: rows, maxRows: 12 }}
        maxLength={maxLength}
        value={text(value)}
        aria-invalid={isWrong}
        aria-describedby={about || undefined}
        {...(isWrong && { status: 'error' as const })}
        onChange={({ target }) => put(optional && target.value === '' ? undefined : target.value, 'typing')}
      />
    </Element>
  );
}

/** A text in both languages, side by side. An `optional` one that is empty in both is taken away. */
export function LocalField({
  path,
  size = 'wide',
  rows = 1,
  maxLength = 1000,
  optional,
  bare,
}: Place & { rows?: number; maxLength?: number; optional?: true; bare?: string }) {
  const { value, put, label, hint, isWrong, about, t } = useElement(path);
  const both = { zh: '', en: '', ...(value as object | undefined) };
  const write = (language: 'zh' | 'en', typed: string) => {
    const next = { ...both, [language]: typed };
    put(optional && next.zh === '' && next.en === '' ? undefined : next, 'typing');
  };
  return (
    <fieldset className={`element element-${size}`} data-field={path}>
      <legend className={bare === undefined ? undefined : 'only-heard'}>{bare ?? label}</legend>
      <div className="local-pair">
        {(['zh', 'en'] as const).map((language) => (
          <Input.TextArea
            key={language}
            id={`${path}.${language}`}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            aria-label={t(`compilation.in.${language}`, { label: bare ?? label })}
            placeholder={t(`compilation.language.${language}`)}
            autoSize={{ minRows: rows, maxRows: 12 }}
            maxLength={maxLength}
            value={both[language]}
            aria-invalid={isWrong}
            aria-describedby={about || undefined}
            {...(isWrong && { status: 'error' as const })}
            onChange={({ target }) => write(language, target.value)}
          />
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${path}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      <FaultsAt path={path} />
    </fieldset>
  );
}

/** A whole number; an `optional` one that is emptied is taken away, another is then nothing. */
export function NumberField({
  path,
  size = 'short',
  min = 0,
  max,
  unit,
  optional,
}: Place & { min?: number; max?: number; unit?: string; optional?: true }) {
  const { value, put, isWrong, about } = useElement(path);
  return (
    <Element path={path} size={size}>
      <InputNumber<number>
        id={path}
        min={min}
        {...(max !== undefined && { max })}
        precision={0}
        controls={false}
        value={typeof value === 'number' ? value : null}
        aria-invalid={isWrong}
        aria-describedby={about || undefined}
        {...(isWrong && { status: 'error' as const })}
        {...(unit !== undefined && { suffix: unit })}
        onChange={(typed) => put(typed ?? (optional ? undefined : min), 'typing')}
      />
    </Element>
  );
}

/** An amount as people write it, kept in fen. */
export function MoneyField({ path, size = 'short' }: Place) {
  const { value, put, isWrong, about, t } = useElement(path);
  return (
    <Element path={path} size={size}>
      <InputNumber<number>
        id={path}
        min={0}
        max={100_000_000}
        precision={2}
        controls={false}
        value={typeof value === 'number' ? value / 100 : null}
        aria-invalid={isWrong}
        aria-describedby={about || undefined}
        {...(isWrong && { status: 'error' as const })}
        suffix={t('compilation.yuan')}
        onChange={(typed) => put(Math.round((typed ?? 0) * 100), 'typing')}
      />
    </Element>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a closed list. An `optional` one can be taken away. */
export function ChoiceField({
  path,
  size = 'short',
  options,
  optional,
}: Place & { options: readonly Option[]; optional?: true }) {
  const { value, put, isWrong, about } = useElement(path);
  return (
    <Element path={path} size={size}>
      <Select<string>
        id={path}
        value={text(value) || null}
        options={[...options]}
        popupMatchSelectWidth={false}
        aria-describedby={about || undefined}
        {...(options.length > 12 && { showSearch: { optionFilterProp: 'label' } })}
        {...(isWrong && { status: 'error' as const, 'aria-invalid': true })}
        {...(optional && { allowClear: true })}
        onChange={(chosen: string | undefined) => put(chosen)}
      />
    </Element>
  );
}

/** Several of a closed list, in the order of the list. */
export function ManyField({ path, size = 'wide', options }: Place & { options: readonly Option[] }) {
  const { value, put, label, hint } = useElement(path);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset className={`element element-${size}`} data-field={path}>
      <legend>{label}</legend>
      <div className="many">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={({ target }) =>
              put(
                options
                  .map((each) => each.value)
                  .filter((each) => (each === option.value ? target.checked : chosen.includes(each))),
              )
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
    </fieldset>
  );
}

/** Yes or no. An `optional` no is nothing at all. */
export function CheckField({ path, optional }: { path: string; optional?: true }) {
  const { value, put, label, hint } = useElement(path);
  return (
    <div className="element element-check" data-field={path}>
      <Checkbox
        id={path}
        checked={value === true}
        onChange={({ target }) => put(target.checked || (optional ? undefined : false))}
      >
        {label}
      </Checkbox>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
    </div>
  );
}

/** Everyday words, one after the other. */
export function TagsField({ path, size = 'wide', options = [] }: Place & { options?: readonly Option[] }) {
  const { value, put, isWrong, about } = useElement(path);
  return (
    <Element path={path} size={size}>
      <Select<string[]>
        id={path}
        mode="tags"
        value={Array.isArray(value) ? (value as string[]) : []}
        options={[...options]}
        {...(options.length === 0 && { open: false })}
        suffixIcon={null}
        tokenSeparators={[',', '，', '、', ';', '；']}
        aria-describedby={about || undefined}
        {...(isWrong && { status: 'error' as const })}
        onChange={(typed) => put(typed.map((each) => each.trim()).filter((each) => each !== ''))}
      />
    </Element>
  );
}

/** An element that an item may have or not: a switch, and its fields while it has it. */
export function MaybePart({ path, blank, children }: { path: string; blank: unknown; children: ReactNode }) {
  const { value, put, label, hint } = useElement(path);
  const id = useId();
  return (
    <fieldset className="element element-wide maybe" data-field={path}>
      <legend className="only-heard">{label}</legend>
      <Checkbox
        id={id}
        checked={value !== undefined}
        onChange={({ target }) => put(target.checked ? blank : undefined)}
      >
        {label}
      </Checkbox>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
      {value !== undefined && <div className="elements maybe-inside">{children}</div>}
    </fieldset>
  );
}

/** Fields that say one element together. */
export function Group({ path, children }: { path: string; children: ReactNode }) {
  const { label, hint } = useElement(path);
  return (
    <fieldset className="element element-wide group" data-field={path}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
      <div className="elements">{children}</div>
    </fieldset>
  );
}
