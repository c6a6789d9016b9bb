import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentCase } from '../../../../contract/cases.ts';
import type { LeafField } from '../../../../contract/form.ts';
import { type AskedField, isDay, type Question } from '../../../../contract/questions.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import '../../ui/resident/form.css';
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
    const named = run.find(isNamed);
    const [first] = run;
    return (
      <div key={first?.field.key} className="answers">
        {named === undefined || named.field.label.zh === heading?.zh ? null : <h3>{text(named.field.label)}</h3>}
        {named?.field.kind === 'rows' ? (
          <RowAnswers of={of} entry={named} action={action} />
        ) : (
          <Facts>
            {run.map((entry) => (
              <EntryFacts key={entry.field.key} of={of} entry={entry} action={action} />
            ))}
          </Facts>
        )}
      </div>
    );
  });
}

const isGroup = ({ field: { kind } }: AskedField) =>
  kind === 'address' || kind === 'person' || kind === 'firm' || kind === 'rows';

const isEmpty = ({ questions, rows }: AskedField, answers: Answered['answers']) =>
  [...questions, ...rows.flat()].every(({ path }) => (answers[path] ?? '').trim() === '');

/** The path under which an answer is shown: a row has one for all that is in it, an empty block one for the whole. */
export function spotOf(entries: readonly AskedField[], answers: Answered['answers'], path: string): string {
  const [key, row = '0'] = path.split('.');
  const entry = entries.find(({ field }) => field.key === key);
  if (entry === undefined || !isGroup(entry)) return path;
  if (isEmpty(entry, answers)) return entry.questions[0]?.path ?? entry.field.key;
  return entry.field.kind === 'rows' ? (entry.rows[Number(row)]?.[0]?.path ?? path) : path;
}

type EntryProps = { of: Answered; entry: AskedField } & Required<Pick<AnswersProps, 'action'>>;

/** Rows as small cards: too many columns for a phone, and a card is read out as one. */
function RowAnswers({ of, entry: { field, rows }, action }: EntryProps) {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  const words = useWords(of.placeNames);
  const { rowName } = useLabels();
  const colonAfter = (label: string) => (/[？?]$/.test(label) ? (language === 'en' ? ' ' : '') : t('apply.colon'));
  return (
    <ul className="rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
        <li key={at} className="answered-row">
          <p>
            <strong>{rowName(field, at)}</strong>
            {action(row[0]?.path ?? field.key, rowName(field, at))}
          </p>
          <dl>
            {row.map(({ path, field: column }) => (
              <div key={path}>
                <dt>{`${text(column.label)}${colonAfter(text(column.label))}`}</dt>
                <dd>{words(column, of.answers[path] ?? '')}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function EntryFacts({ of, entry, action }: EntryProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const words = useWords(of.placeNames);
  const amount = useAmount();
  const { labelOf } = useLabels();
  const { field, questions, computed } = entry;
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
