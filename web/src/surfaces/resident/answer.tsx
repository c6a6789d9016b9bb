import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentCase } from '../../../../contract/cases.ts';
import type { LeafField } from '../../../../contract/form.ts';
import { type AskedField, isDay, type Question } from '../../../../contract/questions.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Fact, Facts } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { useAmount } from './amount.ts';
import { useLabels } from './labels.ts';
import { usePrefillSentence } from './prefilled.ts';

type Answered = Pick<ResidentCase, 'answers' | 'prefilled' | 'placeNames'>;

/** An answer in words: what was chosen, where, how much, which day; long numbers show their ends only. */
function useWords(placeNames: Answered['placeNames']): (field: LeafField, value: string) => string {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  const amount = useAmount();
  return (field, value) => {
    if (value.trim() === '') return t('apply.check.unanswered');
    switch (field.kind) {
      case 'yesNo':
        return t(value === 'yes' ? 'apply.yes' : 'apply.no');
      case 'choice': {
        const option = field.options?.find((each) => each.value === value);
        return option === undefined ? value : text(option.label);
      }
      case 'place': {
        const name = placeNames[value];
        return name === undefined ? value : text(name);
      }
      case 'date':
        return isDay(value) ? dayWithYear(value, language) : value;
      case 'number':
      case 'money':
        return amount(value, field);
      default: {
        const isLongNumber = field.privacy === 'identifier' && /^[\dX]{15,}$/.test(value);
        return isLongNumber
          ? `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`
          : `${value}${field.unit === undefined ? '' : text(field.unit)}`;
      }
    }
  };
}

interface AnswersProps {
  of: Answered;
  entries: readonly AskedField[];
  /** What stands above already; a block of that name needs none of its own. */
  heading?: LocalText | undefined;
  /** What stands at the end of an answer: the way to change it. */
  action?: (path: string, label: string) => ReactNode;
}

/** What was answered, in the order asked: blocks and rows under their names, a row as one. */
export function AnswerFacts({ of, entries, heading, action = () => undefined }: AnswersProps) {
  const { text } = useSaying();
  const isNamed = (entry: AskedField) => isGroup(entry) && !isEmpty(entry, of.answers);
  const runs: AskedField[][] = [];
  for (const entry of entries) {
    const last = runs[runs.length - 1];
    if (last === undefined || isNamed(entry) || last.some(isNamed)) runs.push([entry]);
    else last.push(entry);
  }
  return runs.map((run) => {
    const [{ field } = { field: undefined }] = run;
    const group = run.find(isNamed);
    return (
      <div key={field?.key}>
        {group === undefined || group.field.label.zh === heading?.zh ? null : <h3>{text(group.field.label)}</h3>}
        <Facts>
          {run.map((entry) => (
            <EntryFacts key={entry.field.key} of={of} entry={entry} action={action} />
          ))}
        </Facts>
      </div>
    );
  });
}

const isGroup = ({ field: { kind } }: AskedField) =>
  kind === 'address' || kind === 'person' || kind === 'firm' || kind === 'rows';

const isEmpty = ({ questions, rows }: AskedField, answers: Answered['answers']) =>
  [...questions, ...rows.flat()].every(({ path }) => (answers[path] ?? '').trim() === '');

function EntryFacts({
  of,
  entry,
  action,
}: { of: Answered; entry: AskedField } & Required<Pick<AnswersProps, 'action'>>) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const words = useWords(of.placeNames);
  const amount = useAmount();
  const { labelOf, rowName } = useLabels();
  const { field, questions, rows, computed } = entry;
  const typedAt = ({ path }: Question) => of.answers[path] ?? '';
  if (field.kind === 'computed')
    return computed === undefined ? null : <Fact label={text(field.label)}>{amount(computed, field)}</Fact>;
  const [first] = questions;
  if (isGroup(entry) && isEmpty(entry, of.answers))
    return (
      <Fact label={text(field.label)} action={action(first?.path ?? field.key, text(field.label))}>
        {t('apply.check.unanswered')}
      </Fact>
    );
  if (field.kind === 'rows')
    return rows.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
      <Fact key={at} label={rowName(field, at)} action={action(row[0]?.path ?? field.key, rowName(field, at))}>
        {row.map((question) => (
          <span key={question.path} className="block">
            <span className="of-row">{text(question.field.label).replace(/[^？?]$/, `$&${t('apply.colon')}`)}</span>
            {words(question.field, typedAt(question))}
          </span>
        ))}
      </Fact>
    ));
  return questions.map((question) => (
    <Fact
      key={question.path}
      label={text(question.field.label)}
      action={action(question.path, labelOf([field], question.path))}
    >
      {words(question.field, typedAt(question))}
      <From of={of} path={question.path} />
    </Fact>
  ));
}

function From({ of, path }: { of: Answered; path: string }) {
  const sentence = usePrefillSentence();
  const source = of.prefilled[path];
  return source === undefined ? null : (
    <span className="from block">
      <Say text={sentence(source)} />
    </span>
  );
}
