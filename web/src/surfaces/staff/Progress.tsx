import type { CaseTask, StaffCase } from '../../../../contract/cases.ts';
import { dayOfInstant } from '../../ui/day.ts';
import { Mark, type Shape } from '../../ui/staff/Light.tsx';
import { ended } from './DueLight.tsx';
import { useWords, type Words } from './words.ts';

interface Box {
  key: string;
  stage: number;
  shape: Shape;
  tone: 'done' | 'now' | 'late' | 'later';
  title: string;
  lines: string[];
}

function boxOf(task: CaseTask, kase: StaffCase, words: Words): Box {
  const { t, local, day } = words;
  const title = task.kind === 'review' ? t('task.review', { organ: local(task.organ) }) : t(`task.${task.kind}`);
  const running = task.state === 'open' || task.state === 'signedFor';
  const due = task.due ? [`${t('work.last')} ${day(task.due.day)}`] : [];
  if (task.state === 'done') {
    const said =
      task.kind === 'decision'
        ? kase.outcome && t(`decide.${kase.outcome}`)
        : task.opinion && t(`task.${task.opinion}`);
    return {
      key: task.taskId,
      stage: task.stage,
      shape: task.opinion === 'disagree' ? 'wrong' : 'done',
      tone: 'done',
      title: said ? `${title}${t('colon')}${said}` : title,
      lines: [...(task.doneAt ? [day(dayOfInstant(task.doneAt))] : []), ...(task.doneBy ? [task.doneBy.name] : [])],
    };
  }
  const openWord =
    task.kind === 'decision' ? 'task.openDecision' : task.kind === 'delivery' ? 'task.openDelivery' : 'task.open';
  return {
    key: task.taskId,
    stage: task.stage,
    shape: running ? (task.due?.light ?? 'green') : 'none',
    tone: running ? (task.due?.light === 'yellow' || task.due?.light === 'red' ? 'late' : 'now') : 'later',
    title,
    lines: [t(task.state === 'open' ? openWord : `task.${task.state}`), ...due],
  };
}

/** Steps that every case ends with and for which no task stands yet. */
function toCome(kase: StaffCase, { t, day }: Words): Box[] {
  if (ended.includes(kase.state)) return [];
  const later: Omit<Box, 'key' | 'stage' | 'title'> = { shape: 'none', tone: 'later', lines: [] };
  const kinds = new Set(kase.tasks.filter((task) => task.state !== 'cancelled').map((task) => task.kind));
  const delivering = kase.state === 'DELIVERING' && kase.due?.purpose === 'delivery';
  return [
    ...(kinds.has('decision') ? [] : [{ ...later, key: 'decision', stage: 98, title: t('task.decision') }]),
    ...(kinds.has('delivery')
      ? []
      : [
          {
            ...later,
            ...(delivering && kase.due
              ? {
                  shape: kase.due.light,
                  tone: kase.due.light === 'green' ? ('now' as const) : ('late' as const),
                  lines: [`${t('work.last')} ${day(kase.due.day)}`],
                }
              : {}),
            key: 'delivery',
            stage: 99,
            title: t('task.delivery'),
          },
        ]),
  ];
}

/** 办到哪了: drawn from the tasks, never by hand. Done is grey with a tick, running is tinted, to come is dashed. */
export function Progress({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t, day } = words;
  const accepted = kase.acceptedDay !== undefined;
  const waitsForAnswer = !accepted && kase.due?.purpose === 'answer';
  const first: Box[] = [
    {
      key: 'received',
      stage: -2,
      shape: kase.receivedDay ? 'done' : 'none',
      tone: kase.receivedDay ? 'done' : 'later',
      title: t('case.received'),
      lines: kase.receivedDay ? [day(kase.receivedDay)] : [],
    },
    {
      key: 'accepted',
      stage: -1,
      shape: accepted ? 'done' : waitsForAnswer ? (kase.due?.light ?? 'green') : 'none',
      tone: accepted ? 'done' : waitsForAnswer ? (kase.due?.light === 'green' ? 'now' : 'late') : 'later',
      title: kase.deemedAccepted ? t('work.deemed') : t('case.accepted'),
      lines: kase.acceptedDay
        ? [day(kase.acceptedDay)]
        : waitsForAnswer && kase.due
          ? [`${t('work.last')} ${day(kase.due.day)}`]
          : [],
    },
  ];
  const boxes = [
    ...first,
    ...kase.tasks.filter((task) => task.state !== 'cancelled').map((task) => boxOf(task, kase, words)),
    ...toCome(kase, words),
  ];
  const stages = [...new Set(boxes.map((box) => box.stage))].sort((a, b) => a - b);
  return (
    <section aria-labelledby="progress" className="block">
      <h2 id="progress">{t('case.progress')}</h2>
      <ol className="progress">
        {stages.map((stage) => (
          <li key={stage} className="progress-stage">
            {boxes
              .filter((box) => box.stage === stage)
              .map((box) => (
                <div key={box.key} className={`progress-box progress-${box.tone}`}>
                  <Mark shape={box.shape} />
                  <div>
                    <div>{box.title}</div>
                    {box.lines.map((line) => (
                      <div key={line} className="quiet small">
                        {line}
                      </div>
                    ))}
                  </div>
                </div>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
