import { useTranslation } from 'react-i18next';
import type { Due, ResidentCaseRow } from '../../../../contract/cases.ts';
import type { CaseState, Outcome, ProcedureProfile } from '../../../../contract/values.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Row } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

const ended: readonly CaseState[] = [
  'DRAFT',
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
  'COMPLETED',
  'ARCHIVED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
];

export function isRunning({ state }: { state: CaseState }): boolean {
  return !ended.includes(state);
}

/** The one word for where a case stands; a decision takes the word of its own procedure. */
export function useStateWord() {
  const { t } = useTranslation(['states', 'outcomes']);
  return (standing: { state: CaseState; profile: ProcedureProfile; outcome?: Outcome; openDefects: number }): string =>
    standing.state === 'GRANTED' || standing.state === 'DENIED'
      ? t(`outcomes:${standing.profile}.${standing.state}`)
      : t(`states:${standing.state}`, { openDefects: standing.openDefects });
}

/** 最迟11月3日（星期二）作出决定. */
export function useDueSentence() {
  const { t } = useTranslation('resident');
  const { day } = useSaying();
  return (due: Due): string => t(`due.${due.purpose}`, { day: day(due.day) });
}

export function CaseRow({ row }: { row: ResidentCaseRow }) {
  const { t } = useTranslation('resident');
  const { day, text, language } = useSaying();
  const stateWord = useStateWord();
  const dueSentence = useDueSentence();
  const to = row.state === 'DRAFT' ? `/apply/${row.caseId}/place` : `/my/cases/${row.caseId}`;
  const state = `<b>${stateWord(row)}</b>`;
  const next =
    row.owedMaterials > 0 && row.supplyDueDay !== undefined
      ? t('due.supply', { count: row.owedMaterials, day: day(row.supplyDueDay) })
      : row.due === undefined
        ? ''
        : dueSentence(row.due);
  return (
    <Row to={to} name={text(row.itemName)}>
      <span className="row-note">
        <Say text={next === '' ? state : `${state}${language === 'en' ? ', ' : '，'}${next}`} />
      </span>
      {row.caseNo === undefined ? null : <span className="hidden">{row.caseNo}</span>}
    </Row>
  );
}
