import type { CaseTask, StaffCase } from '../../../../contract/cases.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { DueLight, leftOfTask } from '../staff/DueLight.tsx';
import { shortOrgan } from '../staff/organ-name.ts';
import { useDistrict } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Each department's review: its light and day, or its opinion, readable by everybody at once; the one under way is tinted. */
export function Opinions({ kase, own }: { kase: StaffCase; own?: CaseTask | undefined }) {
  const words = useWords();
  const { t, local, day } = words;
  const district = useDistrict().data?.name;
  const reviews = kase.tasks.filter(
    (task) => task.kind !== 'DECISION' && task.kind !== 'CERTIFICATION' && task.state !== 'cancelled',
  );
  return (
    <section aria-labelledby="opinions">
      <h2 id="opinions">{t('review.departments')}</h2>
      {reviews.length === 0 && <p className="quiet">{t('decide.noOpinions')}</p>}
      <ul className="opinions">
        {reviews.map((task) => (
          <li key={task.taskId} className={task.taskId === own?.taskId ? 'opinion opinion-own' : 'opinion'}>
            <div className="row">
              <span className="grow">{local(shortOrgan(task.organ, district))}</span>
              {task.opinion ? (
                <Light shape={task.opinion === 'agree' ? 'done' : 'wrong'}>
                  {t(task.silent ? 'tasks.silent' : `tasks.${task.opinion}`)}
                </Light>
              ) : (
                <>
                  {task.due ? (
                    <Light shape={task.due.light}>{leftOfTask(task.due, kase, words)}</Light>
                  ) : (
                    <DueLight due={kase.due} state={kase.state} />
                  )}
                  <span>{task.due ? day(task.due.day) : ''}</span>
                </>
              )}
            </div>
            <p className="quiet small">
              {[
                task.added ? t('tasks.added') : local(task.name),
                task.done?.name ?? t(`tasks.state.${task.state}`),
              ].join(t('comma'))}
              {task.done && ` ${words.at(task.done.at)}`}
            </p>
            {task.notes
              .filter(({ what }) => what === 'opinion')
              .map(({ at, text }) => (
                <p key={at}>“{text}”</p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
