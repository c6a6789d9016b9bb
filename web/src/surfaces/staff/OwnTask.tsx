import { Link } from 'wouter';
import type { CaseAct, CaseTask, StaffCase } from '../../../../contract/cases.ts';
import { useWords } from './words.ts';

/** Which of the unit's several parts an act is about, with the way to the others. Nothing where there is only one. */
export function OwnTask({ kase, task, act }: { kase: StaffCase; task: CaseTask | undefined; act: CaseAct }) {
  const { t, local } = useWords();
  const own = kase.tasks.filter(({ actions }) => actions.includes(act));
  if (own.length < 2) return null;
  return (
    <p className="own-tasks">
      {t('tasks.choose')}
      {t('colon')}
      {own.map((each) =>
        each.taskId === task?.taskId ? (
          <strong key={each.taskId}>{local(each.name)}</strong>
        ) : (
          <Link key={each.taskId} href={`/cases/${kase.caseId}/${act}?task=${each.taskId}`}>
            {local(each.name)}
          </Link>
        ),
      )}
    </p>
  );
}
