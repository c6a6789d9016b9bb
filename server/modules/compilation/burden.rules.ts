import type { MaterialRequirement, ProcessTask } from '../../../contract/catalogue.ts';
import type { Burden } from '../../../contract/compilation.ts';
import type { Condition, FormField } from '../../../contract/form.ts';
import type { CaseType, LocalText } from '../../../contract/values.ts';
import { type ItemContent, processOf } from '../catalogue/index.ts';

/** What the rules of burdens read of a version. */
export interface Asking {
  readonly content: ItemContent;
  readonly caseType: CaseType;
}

/**
 * R-1.6 (OBE 35): what a change asks for that the version before it did not: a material, or more of one; a condition; a
 * task of the process that is new, another or longer, or a step of the applicant; a compulsory question; a higher fee; a
 * visit. Its official name makes a thing what it is, not its key. What is reworded is new, and narrower conditions are
 * such only where that can be proved: whether it comes to the same is for the two who approve. A new item takes nothing
 * away from anybody yet.
 */
export function burdensOf(before: Asking | undefined, after: Asking): Burden[] {
  if (before === undefined) return [];
  const [old, now] = [before.content, after.content];
  return [
    ...materialBurdens(old.materials, now.materials),
    ...conditionBurdens(old, now),
    ...taskBurdens(before, after),
    ...stepBurdens(old, now),
    ...questionBurdens(old.form, now.form),
    ...(now.fee.fen > old.fee.fen ? [{ kind: 'fee' as const, text: `${now.fee.fen / 100}元` }] : []),
    ...(now.visits > old.visits ? [{ kind: 'visit' as const, text: `${now.visits}次` }] : []),
  ];
}

const isSame = (one: LocalText | undefined, other: LocalText | undefined) =>
  (one?.zh ?? '').trim() === (other?.zh ?? '').trim();

function materialBurdens(before: readonly MaterialRequirement[], after: readonly MaterialRequirement[]): Burden[] {
  const keys = new Set(after.map(({ key }) => key));
  return after.flatMap((material): Burden[] => {
    // What the office looks up itself is asked of nobody.
    if (material.necessity === 'shared') return [];
    const named = before.filter(({ name }) => isSame(name, material.name));
    const old = named.find(({ key }) => key === material.key) ?? named.find(({ key }) => !keys.has(key));
    return old === undefined || isMore(old, material) ? [{ kind: 'material', text: material.name.zh }] : [];
  });
}

function isMore(old: MaterialRequirement, now: MaterialRequirement): boolean {
  return (
    old.necessity === 'shared' ||
    (now.necessity === 'required' && old.necessity !== 'required') ||
    now.originals > old.originals ||
    now.copies > old.copies ||
    (now.form !== old.form && now.form !== 'either') ||
    !isSame(old.standard, now.standard) ||
    (old.tolerated?.workingDays ?? 0) > (now.tolerated?.workingDays ?? 0) ||
    (old.commitment !== undefined && now.commitment === undefined) ||
    (old.licence !== undefined && now.licence === undefined) ||
    !narrows(old.when, now.when)
  );
}

/** Whether all that fulfils the conditions now fulfilled them before: each of before is implied by one of now. */
function narrows(before: readonly Condition[] = [], now: readonly Condition[] = []): boolean {
  return before.every((old) => now.some((each) => implies(each, old)));
}

function implies(now: Condition, old: Condition): boolean {
  return (
    now.field === old.field &&
    (old.is === undefined || now.is?.every((value) => old.is?.includes(value)) === true) &&
    (old.atLeast === undefined || (now.atLeast ?? Number.NEGATIVE_INFINITY) >= old.atLeast) &&
    (old.below === undefined || (now.below ?? Number.POSITIVE_INFINITY) <= old.below)
  );
}

/** Conditions of the item, and the notes of its form that let nobody go on. */
function conditionBurdens(before: ItemContent, after: ItemContent): Burden[] {
  const known = new Set(before.conditions.map(({ zh }) => zh.trim()));
  const old = stopsOf(before);
  return [
    ...after.conditions.filter(({ zh }) => !known.has(zh.trim())),
    ...stopsOf(after)
      .filter(({ text, when }) => !old.some((each) => isSame(each.text, text) && narrows(each.when, when)))
      .map(({ text }) => text),
  ].map(({ zh }) => ({ kind: 'condition', text: zh }));
}

const stopsOf = ({ form }: ItemContent) =>
  form.flatMap(({ notes = [] }) => notes.filter(({ stops }) => stops === true));

function taskBurdens(before: Asking, after: Asking): Burden[] {
  const tasksOf = (version: Asking) => processOf(version).stages.flatMap(({ tasks }) => tasks);
  const known = new Map(tasksOf(before).map((task) => [task.key, task]));
  return tasksOf(after).flatMap((task): Burden[] => {
    const old = known.get(task.key);
    const isOld = old !== undefined && old.kind === task.kind && !isLonger(old, task);
    return isOld ? [] : [{ kind: 'step', text: task.name.zh }];
  });
}

/** In another unit it may be. */
function isLonger({ limit: old }: ProcessTask, { limit: now }: ProcessTask): boolean {
  return now !== undefined && (old === undefined || old.unit !== now.unit || now.amount > old.amount);
}

function stepBurdens({ steps: before }: ItemContent, { steps: after }: ItemContent): Burden[] {
  if (after.length <= before.length) return [];
  const said = new Set(before.map(({ zh }) => zh.trim()));
  return after.filter(({ zh }) => !said.has(zh.trim())).map(({ zh }) => ({ kind: 'step', text: zh }));
}

type Question = Pick<FormField, 'key' | 'label' | 'required' | 'when'> &
  Partial<Pick<FormField, 'kind' | 'asks' | 'fields' | 'minRows'>>;

function questionBurdens(before: readonly Question[], after: readonly Question[]): Burden[] {
  const known = new Map(before.map((question) => [question.key, question]));
  return after.flatMap((question): Burden[] => {
    const old = known.get(question.key);
    const inside = questionBurdens(old?.fields ?? [], question.fields ?? []);
    if (!question.required || question.kind === 'computed') return inside;
    return old === undefined || asksMore(old, question) ? [{ kind: 'question', text: question.label.zh }] : inside;
  });
}

function asksMore(old: Question, now: Question): boolean {
  return (
    !old.required ||
    !isSame(old.label, now.label) ||
    now.asks?.some((part) => old.asks?.includes(part) !== true) === true ||
    (now.minRows ?? 0) > (old.minRows ?? 0) ||
    !narrows(old.when, now.when)
  );
}
