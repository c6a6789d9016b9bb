import { Link } from 'wouter';
import type { CaseTask, ProgressStage, StaffCase } from '../../../../contract/cases.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { meetingKinds } from '../../../../contract/words.ts';
import { dayOfInstant } from '../../ui/day.ts';
import { Mark, type Shape } from '../../ui/staff/Light.tsx';
import { leftOfTask } from './DueLight.tsx';
import { shortOrgan } from './organ-name.ts';
import { useDistrict } from './Refused.tsx';
import { type StaffWord, useWords, type Words } from './words.ts';

type Tone = 'done' | 'now' | 'late' | 'over' | 'later' | 'gone';

interface Box {
  key: string;
  shape: Shape;
  tone: Tone;
  title: string;
  lines: string[];
  task?: CaseTask;
}

const isLive = ({ state }: CaseTask) => state === 'open' || state === 'signedFor' || state === 'returned';

/** How a stage is drawn. */
interface Drawn {
  readonly kase: StaffCase;
  /** Units differ, so each names its box; otherwise what is done stands first, then by whom. */
  readonly byOrgan: boolean;
  /** A special procedure runs: no light moves. */
  readonly isPaused: boolean;
  readonly organName: (name: LocalText) => string;
  readonly words: Words;
}

/** What one unit does, and how far it is: the unit and its light first, then what and until when. */
function boxOf(task: CaseTask, { kase, byOrgan, isPaused, organName, words }: Drawn): Box {
  const { t, local, day } = words;
  const what = task.added ? t('tasks.added') : local(task.name);
  const common = { key: task.taskId, task };
  const organs = organName(task.organ);
  const partners =
    task.participants.length === 0
      ? []
      : [t('tasks.with', { organs: task.participants.map(organName).join(t('and')) })];
  if (task.state === 'done') {
    const said = task.silent ? t('tasks.silent') : task.opinion && t(`tasks.${task.opinion}`);
    const by = task.done?.name;
    return {
      ...common,
      shape: task.opinion === 'disagree' || task.opinion === 'veto' ? 'wrong' : 'done',
      tone: 'done',
      title: [byOrgan ? organs : what, said].filter(Boolean).join(' '),
      lines: [
        byOrgan ? what : organs,
        ...partners,
        ...(task.done ? [[day(dayOfInstant(task.done.at)), by].filter(Boolean).join(' ')] : []),
      ],
    };
  }
  if (!isLive(task))
    return {
      ...common,
      shape: 'none',
      tone: task.state === 'cancelled' ? 'gone' : 'later',
      title: byOrgan ? organs : what,
      lines: [
        byOrgan ? what : organs,
        ...partners,
        ...(task.state === 'cancelled' ? [t('tasks.state.cancelled')] : []),
      ],
    };
  const { due } = task;
  const direct = task.kind === 'DECISION' || task.kind === 'CERTIFICATION' || task.kind === 'PUBLIC_NOTICE';
  const doing =
    task.state === 'open' && direct ? t(`tasks.waitsFor.${task.kind}` as StaffWord) : t(`tasks.state.${task.state}`);
  return {
    ...common,
    shape: isPaused ? 'blue' : (due?.light ?? 'green'),
    tone: toneOf(task, isPaused),
    title: [byOrgan ? organs : what, !isPaused && due && leftOfTask(due, kase, words)].filter(Boolean).join(' '),
    lines: [
      byOrgan ? what : organs,
      ...partners,
      [!isPaused && due && day(due.day), doing].filter(Boolean).join(t('comma')),
      ...(task.reportedAt ? [t('tasks.reported')] : []),
    ],
  };
}

function toneOf({ due, state }: CaseTask, isPaused: boolean): Tone {
  if (!isPaused && due?.light === 'red') return 'over';
  return (!isPaused && due?.light === 'yellow') || state === 'returned' ? 'late' : 'now';
}

/** What lies outside the tasks: handing in, acceptance, handing out. */
function outside(step: ProgressStage['tasks'][number], kase: StaffCase, words: Words): Box {
  const { t, day, local } = words;
  const base = { key: step.key, title: local(step.name) };
  const last = kase.due && [`${t('work.last')} ${day(kase.due.day)}`];
  const lit = (): Pick<Box, 'shape' | 'tone'> => ({
    shape: kase.due?.light ?? 'green',
    tone: kase.due?.light === 'red' ? 'over' : kase.due?.light === 'yellow' ? 'late' : 'now',
  });
  if (step.state === 'skipped') return { ...base, shape: 'none', tone: 'gone', lines: [] };
  if (step.kind === 'INTAKE')
    return kase.receivedDay
      ? { ...base, shape: 'done', tone: 'done', lines: [day(kase.receivedDay)] }
      : { ...base, shape: 'none', tone: 'later', lines: [] };
  if (step.kind === 'ACCEPTANCE') {
    if (kase.acceptedDay)
      return {
        ...base,
        title: kase.deemedAccepted ? t('work.deemed') : base.title,
        shape: 'done',
        tone: 'done',
        lines: [day(kase.acceptedDay)],
      };
    return kase.due?.purpose === 'answer'
      ? { ...base, ...lit(), lines: last ?? [] }
      : { ...base, shape: 'none', tone: 'later', lines: [] };
  }
  if (step.state === 'now') return { ...base, ...lit(), lines: last ?? [] };
  if (step.state === 'done')
    return {
      ...base,
      shape: 'done',
      tone: 'done',
      lines: kase.completedAt ? [day(dayOfInstant(kase.completedAt))] : [],
    };
  return { ...base, shape: 'none', tone: 'later', lines: [] };
}

/** Acts that belong to one task and stand in its box; what comes next for the whole case stands at the top of the page. */
const inTheBox = ['returnTask', 'addSigner', 'reassignTask', 'reopenTask'] as const;

/** 办到哪了: the process of the version as it runs, drawn from the tasks. Done is grey with a tick, running is tinted, to come is dashed. */
export function Progress({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t, local } = words;
  const district = useDistrict().data?.name;
  const organName = (name: LocalText) => local(shortOrgan(name, district));
  const isPaused = kase.state === 'SPECIAL_PROCEDURE';
  const stages = kase.progress.map((stage) => {
    const keys = new Set(stage.tasks.map(({ key }) => key));
    const tasks = kase.tasks.filter(({ key }) => keys.has(key));
    const organs = new Set(tasks.map(({ organ }) => organ.zh));
    const byOrgan = tasks.length > 1 && organs.size === tasks.length;
    const boxes = stage.tasks.flatMap((step) => {
      const mine = tasks.filter(({ key }) => key === step.key);
      return mine.length === 0
        ? [outside(step, kase, words)]
        : mine.map((task) => boxOf(task, { kase, byOrgan, isPaused, organName, words }));
    });
    return { stage, boxes };
  });
  const written = kase.tasks
    .flatMap((task) => task.notes.map((note) => ({ task, note })))
    .sort((a, b) => (a.note.at < b.note.at ? -1 : 1));
  return (
    <section aria-labelledby="progress" className="block">
      <h2 id="progress">{t('case.progress')}</h2>
      <ol className="progress">
        {stages.map(({ stage, boxes }) => (
          <li
            key={stage.key}
            className={boxes.length > 1 ? 'progress-stage progress-split' : 'progress-stage'}
            aria-label={local(stage.name)}
          >
            {boxes.map((box) => (
              <div key={box.key} className={`progress-box progress-${box.tone}`}>
                <Mark shape={box.shape} />
                <div>
                  <div>{box.title}</div>
                  {box.lines.filter(Boolean).map((line) => (
                    <div key={line} className="quiet small">
                      {line}
                    </div>
                  ))}
                  <BoxActs kase={kase} box={box} />
                </div>
              </div>
            ))}
          </li>
        ))}
      </ol>
      {written.length > 0 && (
        <ul className="said">
          {written.map(({ task, note }) => (
            <li key={`${task.taskId} ${note.at} ${note.what}`}>
              <strong>{organName(note.organ)}</strong>
              <span className="quiet">
                {t('comma')}
                {local(task.name)}
                {note.what === 'opinion' ? '' : `${t('comma')}${t(`tasks.note.${note.what}`)}`}
                {t('colon')}
              </span>
              {note.text}
              <span className="quiet small"> {[note.name, words.at(note.at)].filter(Boolean).join(' ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BoxActs({ kase, box: { task, title } }: { kase: StaffCase; box: Box }) {
  const { t } = useWords();
  const acts = inTheBox.filter((act) => task?.actions.includes(act));
  const isMet = task !== undefined && isMeeting(task.kind) && (task.state === 'signedFor' || task.state === 'done');
  if (task === undefined || (acts.length === 0 && !isMet)) return null;
  return (
    <div className="box-acts">
      {isMet && (
        <Link href={`/cases/${kase.caseId}/tasks/${task.taskId}/meeting`}>
          {t(task.state === 'done' ? 'meetings.account' : 'meetings.appointment')}
        </Link>
      )}
      {acts.map((act) => (
        <Link
          key={act}
          href={`/cases/${kase.caseId}/${act}?task=${task.taskId}`}
          aria-label={`${t(`act.${act}`)}${t('colon')}${title}`}
        >
          {t(`act.${act}`)}
        </Link>
      ))}
    </div>
  );
}

/** What several people do together, at a time that they agree on. */
function isMeeting(kind: string): boolean {
  return meetingKinds.some((each) => each === kind);
}
