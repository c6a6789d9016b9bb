import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { licensingPauseGrounds } from '../../../contract/words.ts';
import { stagesRun } from '../tasks/index.ts';

/** Whose task it is, as papers name the organ. */
export type OrganOf = (task: ProcessTask) => string;

/**
 * 办理流程 as an acceptance notice says it: who does what, what at the same time, who decides. A process of one review says
 * only that review and decision are two people's.
 */
export function processSentence(way: Process, organOf: OrganOf): string {
  const stages = stagesRun(way);
  const at = stages.findIndex(({ tasks }) => tasks.some(({ kind }) => kind === 'DECISION'));
  const decider = organOf(stages[at]?.tasks[0] as ProcessTask);
  const before = stages.slice(0, at);
  const [first] = before;
  if (first === undefined) return `由${decider}决定`;
  if (before.length === 1 && first.tasks.length === 1 && first.tasks[0]?.kind === 'REVIEW')
    return `由${organOf(first.tasks[0])}审查，审查和决定由两个人分别作出`;
  const parts = before.map(({ tasks, join }) => {
    const each = tasks.map((task) => `${organOf(task)}办理“${task.name.zh}”`).join('、');
    if (tasks.length === 1) return each;
    return `${each}，同时进行${join === null ? '' : `，办完${join}项即进入下一步`}`;
  });
  const ordered = parts.length === 1 ? parts : parts.map((part, index) => `第${index + 1}步，${part}`);
  return `${ordered.join('；')}。最后由${decider}决定`;
}

/** 特别程序 that the process holds: what it is called, how long, and whether its time counts (ALL 45; R-2.14). */
export function proceduresAhead(way: Process) {
  return stagesRun(way)
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ name, limit, pause }) => {
      if (pause === undefined) return [];
      const { basis, ground } = pause;
      const isNamed = (licensingPauseGrounds as readonly string[]).includes(ground);
      return [
        {
          name: name.zh,
          neededTime: limit?.unit === 'workingDays' ? `${limit.amount}个工作日` : null,
          counted: false,
          basis:
            basis === undefined
              ? isNamed
                ? '《行政许可法》第四十五条'
                : null
              : `《${basis.law}》${basis.article ?? ''}`,
        },
      ];
    });
}
