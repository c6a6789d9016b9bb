import { describe, expect, test } from 'vitest';
import type { Process } from '../../../../contract/catalogue.ts';
import { movedTask, newTask, taskTo, withoutStage, withoutTask, withStage } from './stages.ts';

const both = (text: string) => ({ zh: text, en: text });
/** `a b | c`: stages parted by bars, their tasks by blanks. */
const made = (drawing: string): Process => ({
  stages: drawing.split(' | ').map((tasks, at) => ({
    key: `stage${at}`,
    name: both(`stage ${at}`),
    tasks: tasks
      .split(' ')
      .map((key) => ({ key, name: both(key), kind: 'REVIEW', organ: 'DECIDING', post: both('岗') })),
  })),
});
const drawn = ({ stages }: Process) => stages.map(({ tasks }) => tasks.map(({ key }) => key).join(' ')).join(' | ');

describe('Tasks and stages', () => {
  test('A task moves within its stage, and at its end into the stage beside it.', () => {
    expect(drawn(movedTask(made('a b | c'), 0, 0, 1))).toBe('b a | c');
    expect(drawn(movedTask(made('a b | c'), 0, 1, 1))).toBe('a | b c');
    expect(drawn(movedTask(made('a | b c'), 1, 0, -1))).toBe('a b | c');
  });

  test('A task that stands alone takes its stage along, so that no stage is ever empty.', () => {
    expect(drawn(movedTask(made('a | b c'), 0, 0, 1))).toBe('b c | a');
    expect(drawn(movedTask(made('a | b'), 0, 0, -1))).toBe('a | b');
  });

  test('A task moves into any stage, or becomes a stage of its own at the end.', () => {
    expect(drawn(taskTo(made('a b | c'), 0, 0, 1))).toBe('b | a c');
    expect(drawn(taskTo(made('a | b c'), 0, 0, 1))).toBe('a b c');
    expect(drawn(taskTo(made('a b | c'), 0, 1, 2))).toBe('a | c | b');
  });

  test('What stands beside the stages stays: the organ above that decides is not lost by moving a task.', () => {
    const basis = { law: '样例条例', mark: 'sample' as const };
    const process: Process = { ...made('a b | c'), reportUp: { organ: both('市局'), basis } };
    for (const next of [
      movedTask(process, 0, 0, 1),
      movedTask(process, 1, 0, -1),
      taskTo(process, 0, 0, 2),
      withStage(process),
      withoutTask(process, 1, 0),
      withoutTask(process, 0, 0),
      withoutStage(process, 0),
    ])
      expect(next.reportUp).toEqual(process.reportUp);
  });

  test('The last task takes its stage along, and the last stage stays.', () => {
    expect(drawn(withoutTask(made('a | b'), 0, 0))).toBe('b');
    expect(drawn(withoutTask(made('a'), 0, 0))).toBe('a');
    expect(drawn(withoutStage(made('a'), 0))).toBe('a');
  });

  test('What is new has keys that nobody has.', () => {
    expect(newTask(made('task a | task2')).key).toBe('task3');
    expect(withStage(made('a | b')).stages.map(({ key }) => key)).toEqual(['stage0', 'stage1', 'stage']);
  });
});
