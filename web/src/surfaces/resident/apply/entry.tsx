import { useTranslation } from 'react-i18next';
import type { Answers } from '../../../../../contract/form.ts';
import type { AskedField } from '../../../../../contract/questions.ts';
import type { LocalText } from '../../../../../contract/values.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { useAmount } from '../amount.ts';
import { type Filling, QuestionField } from './question-field.tsx';
import { RowsField } from './rows-field.tsx';
import type { Typed } from './steps.ts';

interface EntryProps {
  entry: AskedField;
  answers: Answers;
  filling: Filling;
  onChange: (changes: Typed) => void;
  /** The heading of the page says what this entry is called. */
  headed: boolean;
}

/** One entry of the form: a question, a block, rows or a computed value, and the hints that hold now. */
export function Entry({ entry, answers, filling, onChange, headed }: EntryProps) {
  const { field, questions, notes } = entry;
  return (
    <>
      {field.kind === 'computed' ? (
        <Computed entry={entry} />
      ) : field.kind === 'rows' ? (
        <Block entry={entry} headed={headed}>
          <RowsField entry={entry} answers={answers} filling={filling} onChange={onChange} />
        </Block>
      ) : field.kind === 'address' || field.kind === 'person' || field.kind === 'firm' ? (
        <Block entry={entry} headed={headed}>
          {questions.map((question) => (
            <QuestionField key={question.path} question={question} filling={filling} inBlock />
          ))}
        </Block>
      ) : (
        questions.map((question) => (
          <QuestionField key={question.path} question={question} filling={filling} labelHidden={headed} />
        ))
      )}
      {field.notes === undefined ? null : <Notes notes={notes} />}
    </>
  );
}

function Block({
  entry: { field },
  headed,
  children,
}: {
  entry: AskedField;
  headed: boolean;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  return (
    <fieldset className={headed ? 'group headed' : 'group'}>
      <legend className={headed ? 'hidden' : ''}>
        {text(field.label)}
        {field.required || field.kind === 'rows' ? '' : t('apply.optional')}
      </legend>
      {field.hint === undefined ? null : (
        <p className="hint">
          <Say text={text(field.hint)} />
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** What follows from the answers, said calmly whenever it changes. */
function Computed({ entry: { field, computed } }: { entry: AskedField }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const amount = useAmount();
  return (
    <p className="computed" role="status">
      <span>{text(field.label)}</span>
      <strong>{computed === undefined ? t('apply.notYet') : amount(computed, field)}</strong>
      {field.hint === undefined ? null : (
        <span className="hint block">
          <Say text={text(field.hint)} />
        </span>
      )}
    </p>
  );
}

/** Hints come and go with the answers; the place where they stand is always there, so that they are read out. */
function Notes({ notes }: { notes: readonly LocalText[] }) {
  const { text } = useSaying();
  return (
    <div role="status" className="notes">
      {notes.map((note) => (
        <p key={note.zh}>
          <Say text={text(note)} />
        </p>
      ))}
    </div>
  );
}
