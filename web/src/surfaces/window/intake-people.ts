import type { FormField, LeafField } from '../../../../contract/form.ts';
import type { Question } from '../../../../contract/questions.ts';
import { sentChannels } from '../../../../contract/words.ts';
import type { Words } from '../staff/words.ts';

/** As whom the person whose card was seen stands here, as the form says it. */
export function roleHere(form: readonly FormField[]): NonNullable<FormField['signer']> | 'applicant' {
  return form.find(({ party }) => party === 'applicant')?.signer ?? 'applicant';
}

type Asked = Pick<Question, 'path' | 'field'>;

/** How it came; the day on which it arrived is asked of what was sent. */
export function wayQuestions({ t }: Words, isSent: boolean): Asked[] {
  const options = (['WINDOW', ...sentChannels] as const).map((value) => {
    const label = t(`intake.cameBy.${value}`);
    return { value, label: { zh: label, en: label } };
  });
  return [
    question('sent.by', 'choice', t('intake.came'), { required: true, options }),
    ...(isSent
      ? [question('sent.arrivedDay', 'date', t('intake.arrivedDay'), { required: true, latest: 'today' })]
      : []),
  ];
}

/** The questions about who stands at the window; the same checks as those of any form. */
export function personQuestions({ t }: Words): Asked[] {
  return [
    question('applicant.residentNumber', 'residentNumber', t('intake.residentNumber'), { required: true }),
    question('applicant.name', 'text', t('intake.name'), { required: true, maxLength: 4000 }),
    question('applicant.phone', 'phone', t('intake.phone'), {}),
    question('applicant.regionId', 'place', t('intake.region'), {}),
  ];
}

/** The questions about an agent; his mandate 委托书 holds until a day. */
export function agentQuestions({ t }: Words): Asked[] {
  return [
    question('agent.residentNumber', 'residentNumber', t('intake.residentNumber'), { required: true }),
    question('agent.name', 'text', t('intake.name'), { required: true, maxLength: 4000 }),
    question('agent.phone', 'phone', t('intake.phone'), {}),
    question('agent.untilDay', 'date', t('intake.untilDay'), { required: true, earliest: 'today' }),
  ];
}

function question(path: string, kind: LeafField['kind'], label: string, more: Partial<LeafField>): Asked {
  // The words are already in the reader's language.
  const text = { zh: label, en: label };
  return { path, field: { key: path, kind, label: text, required: false, privacy: 'identifier', ...more } };
}
