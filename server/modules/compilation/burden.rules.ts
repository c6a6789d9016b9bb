import type { Burden } from '../../../contract/compilation.ts';
import type { CaseType } from '../../../contract/values.ts';
import { type ItemContent, processOf } from '../catalogue/index.ts';

/** What the rules of burdens read of a version. */
export interface Asking {
  readonly content: ItemContent;
  readonly caseType: CaseType;
}

/**
 * R-1.6 (OBE 35): what a change asks for that the version before it did not: a material, one that becomes required or
 * loses the conditions under which alone it was needed, a condition, a task of the process or a step of the applicant. A
 * reworded condition is a new one: whether it says the same is for the two who approve. A new item takes nothing away
 * from anybody yet.
 */
export function burdensOf(before: Asking | undefined, after: Asking): Burden[] {
  if (before === undefined) return [];
  return [...materialBurdens(before, after), ...conditionBurdens(before, after), ...stepBurdens(before, after)];
}

function materialBurdens({ content: before }: Asking, { content: after }: Asking): Burden[] {
  const known = new Map(before.materials.map((material) => [material.key, material]));
  return after.materials.flatMap(({ key, name, necessity, when }): Burden[] => {
    // What the office looks up itself is asked of nobody.
    if (necessity === 'shared') return [];
    const old = known.get(key);
    const isMore =
      old === undefined ||
      old.necessity === 'shared' ||
      (necessity === 'required' && old.necessity !== 'required') ||
      ((old.when ?? []).length > 0 && (when ?? []).length === 0);
    return isMore ? [{ kind: 'material', text: name.zh }] : [];
  });
}

function conditionBurdens({ content: before }: Asking, { content: after }: Asking): Burden[] {
  const known = new Set(before.conditions.map(({ zh }) => zh.trim()));
  return after.conditions.flatMap(({ zh }) => (known.has(zh.trim()) ? [] : [{ kind: 'condition' as const, text: zh }]));
}

function stepBurdens(before: Asking, after: Asking): Burden[] {
  const tasksOf = (version: Asking) => processOf(version).stages.flatMap(({ tasks }) => tasks);
  const known = new Set(tasksOf(before).map(({ key }) => key));
  const tasks = tasksOf(after).filter(({ key }) => !known.has(key));
  const said = new Set(before.content.steps.map(({ zh }) => zh.trim()));
  const steps =
    after.content.steps.length > before.content.steps.length
      ? after.content.steps.filter(({ zh }) => !said.has(zh.trim()))
      : [];
  return [...tasks.map(({ name }) => name), ...steps].map(({ zh }) => ({ kind: 'step', text: zh }));
}
