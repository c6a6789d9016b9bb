import type { Answers } from '../../../../contract/form.ts';
import type { Question } from '../../../../contract/questions.ts';
import { AnswerField, type AnswerFieldProps } from './AnswerField.tsx';

/** What a form needs to know and to tell about its answers. */
export interface Answering {
  answers: Answers;
  faultOf: (path: string) => string | undefined;
  /** Where a prefilled answer came from, and what stood there before it was changed. */
  markOf: (question: Question) => Pick<AnswerFieldProps, 'source' | 'former'>;
  onChange: (path: string, value: string) => void;
  onAnswers: (change: (before: Answers) => Answers) => void;
  onLeave: (path: string) => void;
}

export const answerId = (path: string) => `answer-${path}`;

/** One question, with its answer out of all. */
export function OneAnswer({
  question,
  cell,
  answers,
  faultOf,
  markOf,
  onChange,
  onLeave,
}: Answering & { question: Question; cell?: string | undefined }) {
  const { path, field } = question;
  return (
    <AnswerField
      id={answerId(path)}
      field={field}
      value={answers[path] ?? ''}
      fault={faultOf(path)}
      cell={cell}
      {...markOf(question)}
      onChange={(value) => onChange(path, value)}
      onLeave={() => onLeave(path)}
    />
  );
}
