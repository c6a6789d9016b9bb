import type { process as chineseProcess } from '../zh-CN/process.ts';

/** The same words in English; a counted word has a form for one as well. */
type InEnglish<T> = { [K in keyof T]: T[K] extends string ? string : InEnglish<T[K]> } & {
  [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};

export const process: InEnglish<typeof chineseProcess> = {
  label: 'How it is handled',
  together: 'side by side',
  comma: ', ',
  kinds: {
    INTAKE: 'Intake',
    ACCEPTANCE: 'Acceptance',
    REVIEW: 'Review',
    JOINT_REVIEW: 'Joint review',
    SITE_VISIT: 'Site visit',
    JOINT_SITE_VISIT: 'Joint site visit',
    EXPERT_PANEL: 'Expert panel',
    HEARING: 'Hearing',
    INSPECTION: 'Inspection or testing',
    PUBLIC_NOTICE: 'Public notice',
    DECISION: 'Decision',
    CERTIFICATION: 'Making the certificate',
    DELIVERY: 'Handing out',
  },
  organs: {
    INTAKE: 'Intake window',
    ACCEPTING: 'Accepting department',
    DECIDING: 'Deciding department',
    NAMED: 'Another department',
  },
  limit: {
    workingDays_one: '1 working day',
    workingDays_other: '{{count}} working days',
    calendarDays_one: '1 day',
    calendarDays_other: '{{count}} days',
    officeHours_one: '1 office hour',
    officeHours_other: '{{count}} office hours',
  },
};
