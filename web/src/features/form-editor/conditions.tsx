import { Button } from 'antd';
import type { Condition } from '../../../../contract/form.ts';
import { ChoiceField, FaultsAt, ManyField, NumberField } from '../editing/fields.tsx';
import { changed, replaced, without } from '../editing/list.ts';
import { useEditorWords } from '../editing/words.ts';
import { conditionWords, sourceWords, valuesOf } from './condition-words.ts';
import { isNumeric, type Source } from './questions.ts';

const comparisons = ['is', 'atLeast', 'below', 'between', 'answered'] as const;
type Comparison = (typeof comparisons)[number];

const comparisonOf = ({ is, atLeast, below }: Condition): Comparison => {
  if (is !== undefined) return 'is';
  if (atLeast !== undefined) return below === undefined ? 'atLeast' : 'between';
  return below === undefined ? 'answered' : 'below';
};

/** The same condition compared in another way; numbers that were there stay. */
function compared({ field, is, atLeast, below }: Condition, comparison: Comparison): Condition {
  switch (comparison) {
    case 'is':
      return { field, is: is ?? [] };
    case 'atLeast':
      return { field, atLeast: atLeast ?? below ?? 0 };
    case 'below':
      return { field, below: below ?? atLeast ?? 0 };
    case 'between':
      return { field, atLeast: atLeast ?? 0, below: below ?? (atLeast ?? 0) + 1 };
    case 'answered':
      return { field };
  }
}

/**
 * Conditions that must all hold, row by row, with the sentence that they make. `sources` are what may be named here; the
 * materials of an item use the same rows, with `sourcesIn(form)`.
 */
export function Conditions({
  place,
  conditions,
  sources,
  lead,
  otherwise,
  onChange,
}: {
  /** `content.form.3.when`: where the list stands. */
  place: string;
  conditions: readonly Condition[];
  sources: readonly Source[];
  /** What is said before the rows, and where there are none. */
  lead: string;
  otherwise: string;
  onChange: (conditions: Condition[]) => void;
}) {
  const words = useEditorWords();
  const { t } = words;
  const first = sources.find(({ path }) => !path.startsWith('applicant.')) ?? sources[0];
  return (
    <div className="edit-rows" data-field={place}>
      <p className="quiet">{conditions.length === 0 ? otherwise : lead}</p>
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity than their place
        <fieldset key={at} className="edit-row" data-field={`${place}.${at}`}>
          <legend className="only-heard">{t('form.condition', { number: at + 1 })}</legend>
          <div className="edit-row-head">
            <strong>{conditionWords([condition], sources, words)}</strong>
            <Button
              size="small"
              aria-label={t('common.of', { act: t('common.remove'), what: t('form.condition', { number: at + 1 }) })}
              onClick={() => onChange(without(conditions, at))}
            >
              {t('common.remove')}
            </Button>
          </div>
          <Row
            place={`${place}.${at}`}
            condition={condition}
            sources={sources}
            onChange={(next) => onChange(replaced(conditions, at, next))}
          />
        </fieldset>
      ))}
      <FaultsAt place={place} label={t('form.when')} />
      {first && (
        <p>
          <Button
            size="small"
            onClick={() =>
              onChange([...conditions, isNumeric(first) ? { field: first.path } : { field: first.path, is: [] }])
            }
          >
            {t('form.addCondition')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Row({
  place,
  condition,
  sources,
  onChange,
}: {
  place: string;
  condition: Condition;
  sources: readonly Source[];
  onChange: (condition: Condition) => void;
}) {
  const words = useEditorWords();
  const { t } = words;
  const { field, is, atLeast, below } = condition;
  const source = sources.find(({ path }) => path === field);
  const comparison = comparisonOf(condition);
  const offered = comparisons.filter(
    (each) =>
      each === comparison || each === 'is' || each === 'answered' || (source !== undefined && isNumeric(source)),
  );
  const values = valuesOf(source, words);
  return (
    <div className="edits">
      <ChoiceField
        place={`${place}.field`}
        label={t('form.source')}
        value={field}
        options={sources.map((each) => ({ value: each.path, label: sourceWords(each, words) }))}
        onChange={(path) => {
          const next = sources.find((each) => each.path === path);
          if (path === undefined || next === undefined) return;
          const numeric = isNumeric(next) && is === undefined;
          onChange(numeric ? changed(condition, { field: path }) : { field: path, is: [] });
        }}
      />
      <ChoiceField
        place={`${place}.how`}
        label={t('form.comparison')}
        value={comparison}
        options={offered.map((each) => ({ value: each, label: t(`form.comparisons.${each}`) }))}
        onChange={(next) => onChange(compared(condition, next ?? comparison))}
      />
      {is !== undefined && (
        <ManyField
          place={`${place}.is`}
          label={t('form.values')}
          size="wide"
          value={is}
          options={values}
          onChange={(next) => onChange({ ...condition, is: next })}
        />
      )}
      {is?.length === 0 && <p className="fault">{t('form.valuesNone')}</p>}
      {atLeast !== undefined && (
        <NumberField
          place={`${place}.atLeast`}
          label={t('form.from')}
          value={atLeast}
          onChange={(next) => onChange({ ...condition, atLeast: next ?? 0 })}
        />
      )}
      {below !== undefined && (
        <NumberField
          place={`${place}.below`}
          label={t('form.to')}
          value={below}
          onChange={(next) => onChange({ ...condition, below: next ?? 0 })}
        />
      )}
      <FaultsAt place={place} label={t('form.when')} />
    </div>
  );
}
