import type { Due, StaffCase, WorkRow } from '../../../../contract/cases.ts';
import type { CaseState } from '../../../../contract/values.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { useWords, type Words } from './words.ts';

/** States in which nothing more is done on a case. */
export const ended: readonly CaseState[] = [
  'COMPLETED',
  'ARCHIVED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
];

/** How long is left, in working days, as one word. */
export function leftWord(due: Due, { t }: Words): string {
  if (due.light === 'blue') return t('light.paused');
  if (due.light === 'none') return t('light.none');
  if (due.workingDaysLeft < 0) return t('light.late', { days: -due.workingDaysLeft });
  if (due.light === 'red') return t('light.lateToday');
  return due.workingDaysLeft === 0 ? t('light.today') : t('light.left', { days: due.workingDaysLeft });
}

/** Days of a case by which its one date can be named. */
type Dated = Pick<StaffCase, 'due' | 'promisedDueDay' | 'statutoryDueDay'>;

/** 承诺时限 or 法定时限: which of its limits the case's date keeps; a unit's own limit is a third, and said to be its step's. */
export function leftOfCase({ due, promisedDueDay, statutoryDueDay }: Dated, words: Words): string {
  if (due === undefined) return words.t('light.none');
  const left = leftWord(due, words);
  if (due.purpose !== 'decision' || due.light === 'blue') return left;
  const isPromise = due.day === promisedDueDay && due.day !== statutoryDueDay;
  return words.t(isPromise ? 'light.promised' : 'light.statutory', { left });
}

/** A task's light beside the light of its case: two limits at once are told apart. */
export function leftOfTask(due: Due, kase: Dated, words: Words): string {
  return due.day === kase.due?.day
    ? leftOfCase({ ...kase, due }, words)
    : words.t('light.step', { left: leftWord(due, words) });
}

/** The light of a case: shape and word; the day stands in its own column or sentence. */
export function DueLight({ due, state }: { due: Due | undefined; state: CaseState }) {
  const words = useWords();
  if (due === undefined) {
    const shape: Shape = ended.includes(state) ? 'done' : 'none';
    return <Light shape={shape}>{words.t(shape === 'done' ? 'light.done' : 'light.none')}</Light>;
  }
  return <Light shape={due.light}>{leftWord(due, words)}</Light>;
}

/** 签收: how long this organ has to sign for the file. */
export function SignLight({ sign }: { sign: NonNullable<WorkRow['sign']> }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <div>
      <Light shape={sign.light}>
        {t(sign.light === 'red' ? 'backoffice.signLate' : 'backoffice.signBy', { day: day(sign.day) })}
      </Light>
    </div>
  );
}

/** The one date as a sentence: 最迟3月12日 周四作出决定. */
export function dueSentence(due: Due, today: string, { t, day }: Words): string {
  const purpose = due.purpose === 'answer' && due.day === today ? 'answerToday' : due.purpose;
  return t(`due.${purpose}`, { day: day(due.day) });
}
