import type { Process, ProcessStage } from '../../../contract/catalogue.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { CaseType, LocalText } from '../../../contract/values.ts';
import type { processTaskKinds } from '../../../contract/words.ts';

type Kind = (typeof processTaskKinds)[number];

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** The usual way: front window takes in, back office decides, one window hands out (domain §3.1). */
const usual: Readonly<Record<'intake' | 'acceptance' | 'review' | 'decision' | 'delivery', ProcessStage>> = {
  intake: stage('intake', text('收件', 'Intake'), 'INTAKE', 'INTAKE', text('综合窗口收件岗', 'Comprehensive window')),
  acceptance: stage(
    'acceptance',
    text('受理', 'Acceptance'),
    'ACCEPTANCE',
    'INTAKE',
    text('综合窗口受理岗', 'Comprehensive window'),
  ),
  review: stage('review', text('审查', 'Review'), 'REVIEW', 'DECIDING', text('审查岗', 'Reviewer')),
  decision: stage('decision', text('决定', 'Decision'), 'DECISION', 'DECIDING', text('决定岗', 'Decider')),
  delivery: stage('delivery', text('出件', 'Handing out'), 'DELIVERY', 'INTAKE', text('出件窗口', 'Exit window')),
};

function stage(key: string, name: LocalText, kind: Kind, organ: 'INTAKE' | 'DECIDING', post: LocalText): ProcessStage {
  return { key, name, tasks: [{ key, name, kind, organ, post }] };
}

/** 办理流程 of a version: its own, or the usual one of its case type. An immediate matter has no review of its own. */
export function processOf({
  content,
  caseType,
}: {
  readonly content: ItemContent;
  readonly caseType: CaseType;
}): Process {
  if (content.process !== undefined) return content.process;
  const { intake, acceptance, review, decision, delivery } = usual;
  return { stages: [intake, acceptance, ...(caseType === 'PROMISED' ? [review] : []), decision, delivery] };
}

/** Tasks that an organ alone may do: at a village centre they are nobody's (domain §1.6). */
const ofAnOrgan: readonly Kind[] = [
  'ACCEPTANCE',
  'REVIEW',
  'JOINT_REVIEW',
  'HEARING',
  'DECISION',
  'INSPECTION',
  'EXPERT_PANEL',
];

/**
 * Why a process could not run, each with its place: a key twice, no decision or two, a decision by another organ than the one that
 * decides, something after the decision that belongs before it, a named organ that is not named, working days that
 * together outlast the promise.
 */
export function processFaults({ stages }: Process, { content }: { readonly content: ItemContent }): FieldFault[] {
  const faults: FieldFault[] = [];
  const keys = new Set<string>();
  const decisions: string[] = [];
  let decided = false;
  for (const [at, { key, tasks }] of stages.entries()) {
    const spot = `process.stages.${at}`;
    if (keys.has(`stage:${key}`)) faults.push({ field: `${spot}.key`, code: 'key_twice', facts: { key } });
    keys.add(`stage:${key}`);
    for (const [index, task] of tasks.entries()) {
      const place = `${spot}.tasks.${index}`;
      if (keys.has(task.key)) faults.push({ field: `${place}.key`, code: 'key_twice', facts: { key: task.key } });
      keys.add(task.key);
      if ((task.organ === 'NAMED') !== (task.organId !== undefined))
        faults.push({ field: `${place}.organId`, code: task.organ === 'NAMED' ? 'required' : 'out_of_place' });
      if (task.kind === 'DECISION') {
        decisions.push(place);
        if (task.organ !== 'DECIDING') faults.push({ field: `${place}.organ`, code: 'decided_elsewhere' });
        if (tasks.length > 1) faults.push({ field: place, code: 'decision_not_alone' });
      }
      if (decided && !['CERTIFICATION', 'DELIVERY', 'PUBLIC_NOTICE'].includes(task.kind))
        faults.push({ field: `${place}.kind`, code: 'after_decision' });
      if (task.organ === 'INTAKE' && task.kind !== 'ACCEPTANCE' && ofAnOrgan.includes(task.kind))
        faults.push({ field: `${place}.organ`, code: 'not_at_intake' });
    }
    decided ||= tasks.some(({ kind }) => kind === 'DECISION');
  }
  if (decisions.length === 0) faults.push({ field: 'process', code: 'decision_missing' });
  for (const place of decisions.slice(1)) faults.push({ field: `${place}.kind`, code: 'decision_twice' });
  const { promisedLimit } = content;
  const days = workingDaysOf({ stages });
  if (promisedLimit.unit === 'workingDays' && promisedLimit.amount > 0 && days > promisedLimit.amount)
    faults.push({ field: 'process', code: 'longer_than_promised', facts: { days, max: promisedLimit.amount } });
  return faults;
}

/** Working days from acceptance to the decision: of each stage its longest task. */
export function workingDaysOf({ stages }: Process): number {
  const between = stages.filter(({ tasks }) =>
    tasks.every(
      ({ kind }) => kind !== 'INTAKE' && kind !== 'ACCEPTANCE' && kind !== 'DELIVERY' && kind !== 'CERTIFICATION',
    ),
  );
  return between.reduce(
    (sum, { tasks }) =>
      sum + Math.max(0, ...tasks.map(({ limit }) => (limit?.unit === 'workingDays' ? limit.amount : 0))),
    0,
  );
}
