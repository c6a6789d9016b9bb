import type { Answers, FormField } from '../../../contract/form.ts';
import { type About, askedFields, type Question } from '../../../contract/questions.ts';
import { creditCode } from '../credit-code.ts';
import { sampleNumber } from '../residents.ts';

/** Who fills it in: old enough for everything, so that what is asked by age is asked. */
const applicant: About['applicant'] = { age: 71, sex: 'female' };

/**
 * Answers every question of a form that must be answered, the first option that can be granted where there are several;
 * `$place` stands for a village. Valid on any day of the demo.
 */
export function fillIn(form: readonly FormField[]): Answers {
  const about: About = { today: '2026-03-02', applicant };
  let answers: Answers = {};
  // What is asked may depend on what was answered before it.
  for (let before = -1; before < Object.keys(answers).length; ) {
    before = Object.keys(answers).length;
    const open = askedFields(form, answers, about).flatMap(({ questions, rows }) =>
      [...questions, ...rows.flat()].filter(({ path, field }) => field.required && answers[path] === undefined),
    );
    for (const question of open) {
      const fits = candidates(question).find(
        (value) => !isStopped(form, { ...answers, [question.path]: value }, about),
      );
      answers = { ...answers, [question.path]: fits ?? '' };
    }
  }
  return answers;
}

function isStopped(form: readonly FormField[], answers: Answers, about: About): boolean {
  return askedFields(form, answers, about).some(({ stops }) => stops);
}

function candidates({ field, path }: Question): string[] {
  switch (field.kind) {
    case 'choice':
      return (field.options ?? []).map(({ value }) => value);
    case 'yesNo':
      return ['no', 'yes'];
    case 'number':
    case 'money':
      return [String(Math.max(field.minimum ?? 0, Math.min(field.maximum ?? 120, 120)))];
    case 'date':
      return [field.earliest === 'today' ? '2029-06-30' : '2026-02-10'];
    case 'place':
      return ['$place'];
    case 'phone':
      return ['13000000061'];
    case 'residentNumber':
      return [sampleNumber(901)];
    case 'uscc':
      return [creditCode('91360803MA000009')];
    default:
      return [
        path.endsWith('name') ? '样例·沈某某' : `样例${field.label.zh.replace(/[？?]/g, '')}`.slice(0, field.maxLength),
      ];
  }
}
