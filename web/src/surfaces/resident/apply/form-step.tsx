import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAnswer, checkAnswers } from '../../../../../contract/answers.ts';
import { askedFields, type Question } from '../../../../../contract/questions.ts';
import type { FieldFault } from '../../../../../contract/refusals.ts';
import { useDistrict, useSaying } from '../../../ui/resident/district.tsx';
import '../../../ui/resident/form.css';
import { useSentences } from '../../../ui/resident/refused.tsx';
import { useLabels } from '../labels.ts';
import { useChosenVillage } from '../near.tsx';
import { usePrefillSentence } from '../prefilled.ts';
import { Entry } from './entry.tsx';
import { type Filling, idOf } from './question-field.tsx';
import { StepPage } from './step-page.tsx';
import { answersToSave, isOf, only, type StepProps, type Typed } from './steps.ts';

/** A page of questions; they come and go as answers change, and what was typed comes back with them. */
export function FormStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const { fault: sentence } = useSentences();
  const { labelOf } = useLabels();
  const fromSentence = usePrefillSentence();
  const { matter, step, answering } = props;
  const { answers, typed, change } = answering;
  const { form, about, prefilled, placeNames } = matter;
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const entries = askedFields(form, answers, about).filter(({ field }) => step.fields.includes(field));
  const near = useNearVillage(props, (changes) => change(changes));
  const said = useCount(entries.reduce((sum, { questions }) => sum + questions.length, 0));

  const sentenceOf = (fault: FieldFault) => {
    const label = labelOf(form, fault.field);
    return fault.code === 'not_a_day' ? t('apply.date.wrong', { label }) : sentence(fault, label);
  };
  const check = (): boolean => {
    const found = checkAnswers(form, answers, about).filter(({ field }) => isOf(step.fields, field));
    setFaults(found);
    return found.length === 0;
  };
  const leave = (question: Question) => {
    const { path } = question;
    if ((answers[path] ?? '') === '') return;
    const found = checkAnswer(question, answers[path], about);
    setFaults((before) => [...before.filter(({ field }) => field !== path), ...(found === undefined ? [] : [found])]);
  };
  const changeMany = (changes: Typed) => {
    // A row that moved up must not carry the fault of the one that went.
    setFaults((before) =>
      before.filter(
        ({ field }) => !(field in changes) && Object.keys(changes).every((path) => !path.startsWith(`${field}.`)),
      ),
    );
    change(changes);
  };
  const filling: Filling = {
    answerOf: (path) => answers[path] ?? '',
    change: (path, value) => change({ [path]: value }),
    leave,
    wrongOf: (path) => {
      const found = faults.find(({ field }) => field === path);
      return found === undefined ? undefined : sentenceOf(found);
    },
    fromOf: (path) => {
      if (near === path) return t('apply.from.place');
      const source = prefilled[path];
      const untouched = typed[path] === undefined || typed[path] === matter.answers[path];
      return source === undefined || !untouched ? undefined : fromSentence(source);
    },
    placeNames,
  };
  const asked = new Set(
    entries.flatMap(({ field, questions, rows }) => [field, ...questions, ...rows.flat()].map(pathOf)),
  );
  const wrongs = faults
    .filter(({ field }) => asked.has(field))
    .map((fault) => ({ field: idOf(fault.field), sentence: sentenceOf(fault) }));
  const single =
    step.heading !== undefined && step.heading === only(step.fields)?.label ? only(step.fields) : undefined;
  const optional = single !== undefined && !single.required && single.kind !== 'rows' ? t('apply.optional') : '';
  const heading =
    step.heading !== undefined
      ? `${text(step.heading)}${optional}`
      : step.part === 1
        ? t('apply.form.title')
        : t('apply.form.more', { part: step.part });
  return (
    <StepPage
      {...props}
      heading={heading}
      text={t('apply.form.text', { hotline })}
      wrongs={wrongs}
      check={check}
      answer={() => {
        const save = answersToSave(step.fields, typed);
        return Object.keys(save).length === 0 ? undefined : { answers: save };
      }}
      onSaved={() =>
        answering.sent(Object.fromEntries(Object.entries(typed).filter(([path]) => isOf(step.fields, path))))
      }
    >
      {entries.map((entry) => (
        <Entry
          key={entry.field.key}
          entry={entry}
          answers={answers}
          filling={filling}
          onChange={changeMany}
          headed={entry.field === single || entry.field.label.zh === step.heading?.zh}
        />
      ))}
      <p className="hidden" role="status">
        {said}
      </p>
    </StepPage>
  );
}

const pathOf = (each: { path: string } | { key: string }) => ('path' in each ? each.path : each.key);

/**
 * The village that was chosen a page ago answers a question for the person's own place, until it is answered otherwise.
 * Gives the path of the answer that came so.
 */
function useNearVillage({ matter, step, answering }: StepProps, change: (changes: Typed) => void): string | undefined {
  const chosen = useChosenVillage();
  const questions = askedFields(matter.form, answering.answers, matter.about)
    .filter(({ field }) => step.fields.includes(field) && field.prefill === 'place')
    .flatMap(({ questions: own }) => own.filter(({ field }) => field.kind === 'place'));
  const [first] = questions;
  const [filled, setFilled] = useState<{ path: string; villageId: string }>();
  const tried = useRef(false);
  useEffect(() => {
    if (tried.current || first === undefined || chosen === undefined) return;
    tried.current = true;
    if (first.path in answering.answers) return;
    setFilled({ path: first.path, villageId: chosen.villageId });
    change({ [first.path]: chosen.villageId });
  });
  return filled !== undefined && answering.answers[filled.path] === filled.villageId ? filled.path : undefined;
}

/** Says calmly that there is more, or less, to answer on this page than a moment ago. */
function useCount(count: number): string {
  const { t } = useTranslation('resident');
  const [before, setBefore] = useState(count);
  const [said, setSaid] = useState('');
  if (before !== count) {
    setBefore(count);
    setSaid(t(count > before ? 'apply.moreAsked' : 'apply.fewerAsked', { count: Math.abs(count - before) }));
  }
  return said;
}
