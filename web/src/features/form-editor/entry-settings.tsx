import { Button, Checkbox, Input } from 'antd';
import type { FormField, LeafField } from '../../../../contract/form.ts';
import { BothLanguages, ChoiceField, FaultsAt, NameField, NumberField, Tick } from '../editing/fields.tsx';
import { changed, freeKey, moved, replaced, without } from '../editing/list.ts';
import { useEditorWords } from '../editing/words.ts';
import { has } from './questions.ts';
import type { Renaming } from './renaming.ts';

const privacies = ['plain', 'sensitive', 'identifier'] as const;
const blank = { zh: '', en: '' };

export interface EntryProps<Entry extends FormField | LeafField> {
  entry: Entry;
  /** `content.form.3`, or `content.form.3.fields.1` of a column. */
  place: string;
  /** Its path in the answers: `owner`, or `members.name` of a column. */
  path: string;
  taken: readonly string[];
  onChange: (entry: Entry) => void;
  onRename: (renaming: Renaming) => void;
}

/** What entries of a form and columns of rows are both set to: words, key, what may be answered. */
export function EntrySettings<Entry extends FormField | LeafField>(props: EntryProps<Entry>) {
  const { entry, place, path, taken, onChange, onRename } = props;
  const { t } = useEditorWords();
  const put = (changes: { [K in keyof LeafField]?: LeafField[K] | undefined }) =>
    onChange(changed<LeafField>(entry as LeafField, changes) as Entry);
  const can = (part: keyof FormField) => has(entry.kind, part);
  return (
    <>
      <BothLanguages
        place={`${place}.label`}
        label={t('form.label')}
        value={entry.label}
        onChange={(label) => put({ label: label ?? blank })}
      />
      <BothLanguages
        place={`${place}.hint`}
        label={t('form.hint')}
        value={entry.hint}
        optional
        onChange={(hint) => put({ hint })}
      />
      <NameField
        place={`${place}.key`}
        label={t('common.key')}
        {...(path.includes('.') ? {} : { hint: t('common.keyHint') })}
        size="half"
        value={entry.key}
        taken={taken}
        pattern={/^[a-z][A-Za-z0-9]*$/}
        onChange={(to) => onRename({ kind: 'key', path, to })}
      />
      <ChoiceField
        place={`${place}.privacy`}
        label={t('form.privacy')}
        value={entry.privacy}
        options={privacies.map((each) => ({ value: each, label: t(`form.privacies.${each}`) }))}
        onChange={(privacy) => put({ privacy: privacy ?? entry.privacy })}
      />
      {entry.kind !== 'computed' && (
        <Tick
          place={`${place}.required`}
          label={t('form.required')}
          checked={entry.required}
          onChange={(required) => put({ required })}
        />
      )}
      {can('maxLength') && (
        <NumberField
          place={`${place}.maxLength`}
          label={t('form.maxLength')}
          value={entry.maxLength}
          min={1}
          max={4000}
          whole
          onChange={(maxLength) => put({ maxLength })}
        />
      )}
      {can('minimum') && (
        <>
          <NumberField
            place={`${place}.minimum`}
            label={t('form.minimum')}
            value={entry.minimum}
            onChange={(minimum) => put({ minimum })}
          />
          <NumberField
            place={`${place}.maximum`}
            label={t('form.maximum')}
            value={entry.maximum}
            onChange={(maximum) => put({ maximum })}
          />
        </>
      )}
      {can('unit') && (
        <BothLanguages
          place={`${place}.unit`}
          label={t('form.unit')}
          size="short"
          value={entry.unit}
          optional
          onChange={(unit) => put({ unit })}
        />
      )}
      {can('earliest') && (
        <>
          <DayField
            place={`${place}.earliest`}
            label={t('form.earliest')}
            value={entry.earliest}
            onChange={(earliest) => put({ earliest })}
          />
          <DayField
            place={`${place}.latest`}
            label={t('form.latest')}
            value={entry.latest}
            onChange={(latest) => put({ latest })}
          />
        </>
      )}
      {can('options') && <Options {...props} />}
    </>
  );
}

/** No day, the day of application, or a day of the calendar. */
function DayField({
  place,
  label,
  value,
  onChange,
}: {
  place: string;
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useEditorWords();
  const how = value === undefined || value === 'today' ? value : 'fixed';
  return (
    <div className="edit">
      <ChoiceField
        place={place}
        label={label}
        value={how}
        none={t('form.anyDay')}
        options={[
          { value: 'today', label: t('form.today') },
          { value: 'fixed', label: t('form.fixedDay') },
        ]}
        onChange={(next) => onChange(next === 'fixed' ? '' : next)}
      />
      {how === 'fixed' && (
        <Input
          type="date"
          aria-label={t('form.dayOf', { label })}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}

/** The answers of a choice. Their stored values are named by conditions, so they are renamed like keys. */
function Options<Entry extends FormField | LeafField>({ entry, place, path, onChange, onRename }: EntryProps<Entry>) {
  const { t, text } = useEditorWords();
  const options = entry.options ?? [];
  const put = (next: typeof options) => onChange({ ...entry, options: next });
  const values = options.map(({ value }) => value);
  return (
    <fieldset className="edit-rows" data-field={`${place}.options`}>
      <legend>{t('form.options')}</legend>
      {options.map((option, at) => {
        const spot = `${place}.options.${at}`;
        const what = text(option.label).trim() || t('form.option', { number: at + 1 });
        const named = (act: string) => t('common.of', { act, what });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: values change while one types, places do not
          <fieldset key={at} className="edit-row">
            <legend className="only-heard">{t('form.option', { number: at + 1 })}</legend>
            <div className="edit-option">
              <BothLanguages
                place={`${spot}.label`}
                label={t('form.optionLabel')}
                value={option.label}
                onChange={(label) => put(replaced(options, at, { ...option, label: label ?? blank }))}
              />
              <NameField
                place={`${spot}.value`}
                label={t('form.optionValue')}
                value={option.value}
                taken={without(values, at)}
                onChange={(to) =>
                  values.indexOf(option.value) === at
                    ? onRename({ kind: 'option', path, option: option.value, to })
                    : put(replaced(options, at, { ...option, value: to }))
                }
              />
              <span className="edit-acts">
                {at > 0 && (
                  <Button size="small" aria-label={named(t('common.up'))} onClick={() => put(moved(options, at, -1))}>
                    ↑
                  </Button>
                )}
                {at < options.length - 1 && (
                  <Button size="small" aria-label={named(t('common.down'))} onClick={() => put(moved(options, at, 1))}>
                    ↓
                  </Button>
                )}
                <Button size="small" aria-label={named(t('common.remove'))} onClick={() => put(without(options, at))}>
                  {t('common.remove')}
                </Button>
              </span>
            </div>
          </fieldset>
        );
      })}
      <FaultsAt place={`${place}.options`} label={t('form.options')} />
      <p>
        <Button
          size="small"
          onClick={() => put([...options, { value: freeKey(`option${options.length + 1}`, values), label: blank }])}
        >
          {t('form.addOption')}
        </Button>
      </p>
    </fieldset>
  );
}

/** Several of a closed list as boxes to tick, in the order of the list. */
export function Ticks<Value extends string>({
  legend,
  place,
  options,
  value,
  onChange,
}: {
  legend: string;
  place: string;
  options: readonly { value: Value; label: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}) {
  return (
    <fieldset data-field={place}>
      <legend>{legend}</legend>
      <div className="edit-ticks">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={value.includes(option.value)}
            onChange={({ target }) =>
              onChange(
                options.flatMap((each) =>
                  (each.value === option.value ? target.checked : value.includes(each.value)) ? [each.value] : [],
                ),
              )
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FaultsAt place={place} label={legend} />
    </fieldset>
  );
}
