import type { ReactNode } from 'react';
import type { AskedField } from '../../../../contract/questions.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { computedWords } from '../staff/answer-words.ts';
import { useWords } from '../staff/words.ts';
import { AnswerRows } from './AnswerRows.tsx';
import { type Answering, OneAnswer } from './OneAnswer.tsx';

/** The questions of an item as they are asked now, dense: blocks under their names, rows as tables, hints where they hold. */
export function AnswerForm({ asked, ...answering }: Answering & { asked: readonly AskedField[] }) {
  const { local } = useWords();
  return (
    <div className="answer-form">
      {asked.map((each) => (
        <Entry key={each.field.key} page={each.field.page && local(each.field.page)} notes={each.notes.map(local)}>
          <AnswerEntry asked={each} {...answering} />
        </Entry>
      ))}
    </div>
  );
}

function Entry({ page, notes, children }: { page: string | undefined; notes: string[]; children: ReactNode }) {
  return (
    <>
      {page && <h3 className="answer-page">{page}</h3>}
      {children}
      {notes.map((note) => (
        <div key={note} className="field-wide">
          <Notice tone="plain" role="status">
            {note}
          </Notice>
        </div>
      ))}
    </>
  );
}

function AnswerEntry({ asked, ...answering }: Answering & { asked: AskedField }) {
  const words = useWords();
  const { field, questions, computed } = asked;
  switch (field.kind) {
    case 'rows':
      return <AnswerRows asked={asked} {...answering} />;
    case 'computed':
      return (
        <div className="field">
          <span className="quiet">{words.local(field.label)}</span>
          <output className="computed">{computed === undefined ? '—' : computedWords(field, computed, words)}</output>
        </div>
      );
    case 'address':
    case 'person':
    case 'firm':
      return (
        <fieldset className="answer-block">
          <legend>
            {words.local(field.label)}
            {!field.required && ` ${words.t('intake.optionalField')}`}
          </legend>
          {field.hint && <p className="quiet small">{words.local(field.hint)}</p>}
          <div className="fields">
            {questions.map((question) => (
              <OneAnswer key={question.path} question={question} {...answering} />
            ))}
          </div>
        </fieldset>
      );
    default:
      return questions.map((question) => <OneAnswer key={question.path} question={question} {...answering} />);
  }
}
