import type { FormField, LeafField } from '../../../../contract/form.ts';
import type { Question } from '../../../../contract/questions.ts';
import { sentChannels } from '../../../../contract/words.ts';
import type { Words } from '../staff/words.ts';

/** As whom the person whose card was seen stands here, as the form says it. */
export function roleHere(form: readonly FormField[]): NonNullable<FormField['signer']> | 'applicant' {
  return form.find(({ party }) => party === 'applicant')?.signer ?? 'applicant';
}

type Asked = Pick<Question, 'path' | 'field'>;

/** What is asked about how it came: of what was sent the day, of what arrived long ago also why it is entered only now. */
export type Way = 'here' | 'sent' | 'sentLongAgo';

/** How it came; the day on which it arrived is asked of what was sent. */
export function wayQuestions({ t }: Words, way: Way): Asked[] {
  const options = (['WINDOW', ...sentChannels] as const).map((value) => {
    const label = t(`intake.cameBy.${value}`);
    return { value, label: { zh: label, en: label } };
  });
  return [
    question('sent.by', 'choice', t('intake.came'), { required: true, options }),
    ...(way !== 'here'
      ? [question('sent.arrivedDay', 'date', t('intake.arrivedDay'), { required: true, latest: 'today' })]
      : []),
    // Not demanded here: a corrected day needs none. The server does where it needs one.
    ...(way === 'sentLongAgo'
      ? [question('sent.lateReason', 'longText', t('intake.lateReason'), { maxLength: 1000 })]
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

/** The questions about an agent; his mandate 委托书 was signed on a day and holds until another. */
export function agentQuestions({ t }: Words): Asked[] {
  return [
    question('agent.residentNumber', 'residentNumber', t('intake.residentNumber'), { required: true }),
    question('agent.name', 'text', t('intake.name'), { required: true, maxLength: 4000 }),
    question('agent.phone', 'phone', t('intake.phone'), {}),
    question('agent.signedDay', 'date', t('intake.signedDay'), { required: true, latest: 'today' }),
    question('agent.untilDay', 'date', t('intake.untilDay'), { required: true, earliest: 'today' }),
  ];
}

function question(path: string, kind: LeafField['kind'], label: string, more: Partial<LeafField>): Asked {
  // The words are already in the reader's language.
  const text = { zh: label, en: label };
  return { path, field: { key: path, kind, label: text, required: false, privacy: 'identifier', ...more } };
}
