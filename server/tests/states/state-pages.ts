import {
  caseActs,
  caseStates,
  devolutionSteps,
  draftStates,
  meetingStates,
  taskStates,
} from '../../../contract/words.ts';
import { actsFrom as caseActsFrom, reportObjection, stateOfCase } from '../../modules/cases/case.rules.ts';
import { draftActsFrom } from '../../modules/compilation/draft.rules.ts';
import { actsFrom as devolutionActsFrom } from '../../modules/devolution/devolution.rules.ts';
import { actsFrom as meetingActsFrom } from '../../modules/meetings/meeting.rules.ts';
import {
  advance,
  endAfterDenial,
  fallSilent,
  finish,
  giveBack,
  type Run,
  type RunTask,
  reassign,
  reopen,
  signFor,
  type TaskAct,
  type TaskKind,
  taskActs,
  taskObjectionTo,
} from '../../modules/tasks/index.ts';
import { lawPage } from './law-page.ts';

// The pages of docs/states, drawn from the rules that the server runs and the titles of its tests: nothing is written by hand.

const made = 'Made by `npm run states` from the rules; a test proves it fresh.';

interface Edge {
  readonly from: string;
  readonly act: string;
  readonly to: string;
}

/** Which acts can be done in which state: a row a state. */
function table(states: readonly string[], actsFrom: Readonly<Record<string, readonly string[]>>): string[] {
  return [
    '| State | Acts |',
    '|---|---|',
    ...states.map((state) => {
      const acts = Object.entries(actsFrom).flatMap(([act, from]) => (from.includes(state) ? [`\`${act}\``] : []));
      return `| ${state} | ${acts.join(' ') || 'none'} |`;
    }),
  ];
}

/** A drawing; edges between the same two states are one line. */
function drawing(edges: readonly Edge[]): string[] {
  const lines = new Map<string, Set<string>>();
  for (const { from, act, to } of edges) {
    if (from === to) continue;
    const line = `${from} --> ${to}`;
    lines.set(line, (lines.get(line) ?? new Set()).add(act));
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...lines].map(([line, acts]) => `  ${line} : ${[...acts].join(', ')}`).toSorted(),
    '```',
  ];
}

const task = (id: string, stage: number, kind: TaskKind): RunTask => ({
  ...{ id, key: id, stage, kind, organisationId: 'organ', participantIds: [], state: 'waiting', originId: null },
  ...{ opinion: null, round: 1, silent: false, signedForBy: null, doneBy: null, touched: false },
});

/** Two reviews side by side, a decision, a certification: every way that a run can go is in it. */
const beginning: Run = advance({
  tasks: [
    ...[task('one', 1, 'REVIEW'), task('two', 1, 'REVIEW')],
    ...[task('decision', 2, 'DECISION'), task('certificate', 3, 'CERTIFICATION')],
  ],
  joins: new Map(),
});

/** What each act makes of a run; what is refused is left out. */
function after(run: Run): { act: string; run: Run }[] {
  const by = 'officer';
  const does: Partial<Record<TaskAct, (id: string) => Run>> = {
    signFor: (id) => signFor(run, id, by),
    review: (id) => finish(run, id, { opinion: 'agree', by }),
    returnTask: (id) => giveBack(run, id),
    reopenTask: (id) => reopen(run, id),
    reassignTask: (id) => reassign(run, id, 'organ'),
    decide: (id) => finish(run, id, { opinion: 'agree', by }),
    certify: (id) => finish(run, id, { opinion: null, by }),
  };
  const acts = run.tasks.flatMap((each) =>
    Object.entries(does).flatMap(([act, result]) =>
      taskObjectionTo(act as TaskAct, run, each) === undefined ? [{ act, run: result(each.id) }] : [],
    ),
  );
  const open = run.tasks.find(({ id, state }) => id === 'one' && (state === 'open' || state === 'signedFor'));
  return [
    ...acts,
    ...(open === undefined ? [] : [{ act: 'silence', run: fallSilent(run, [open.id]) }]),
    { act: 'end', run: endAfterDenial(run) },
  ];
}

/** Every step of every way: from the beginning, whatever may be done, until nothing new comes up. */
function steps(): { act: string; from: Run; to: Run }[] {
  const told = ({ tasks }: Run) => tasks.map(({ id, state, touched }) => `${id} ${state} ${touched}`).join();
  const known = new Map([[told(beginning), beginning]]);
  const found: { act: string; from: Run; to: Run }[] = [];
  for (const from of known.values())
    for (const { act, run } of after(from)) {
      found.push({ act, from, to: run });
      if (act !== 'end' && !known.has(told(run))) known.set(told(run), run);
    }
  return found;
}

function casesPage(): string[] {
  const beside = { procedureId: null, reportedUpAt: null, upperOutcome: null };
  const at = (run: Run) => stateOfCase({ ...beside, run });
  const moved = steps().filter(({ act }) => act !== 'end');
  const stopped: Edge[] = moved.flatMap(({ from }) => {
    const state = at(from);
    const still = stateOfCase({ ...beside, procedureId: 'procedure', run: from });
    const above = stateOfCase({ ...beside, reportedUpAt: 'now', run: from });
    const may = (act: keyof typeof caseActsFrom, where: string) =>
      (caseActsFrom[act] as readonly string[]).includes(where);
    const reports = may('reportUp', state) && reportObjection(from) === undefined;
    return [
      ...(may('startProcedure', state) ? [{ from: state, act: 'startProcedure', to: still }] : []),
      ...(may('endProcedure', still) ? [{ from: still, act: 'endProcedure', to: state }] : []),
      ...(reports ? [{ from: state, act: 'reportUp', to: above }] : []),
      ...(may('recordUpperDecision', above) && reports ? [{ from: above, act: 'recordUpperDecision', to: state }] : []),
    ];
  });
  return [
    ...[
      '# States of a case',
      '',
      made,
      '',
      'Which acts can be done in which state (domain rules on whose act it is come on top):',
      '',
    ],
    ...table(caseStates, caseActsFrom),
    ...['', `${caseActs.length} acts, ${caseStates.length} states.`, '', '## From acceptance to delivery', ''],
    'The state is derived from the tasks. The drawing walks every way of a process of two reviews side by side, a decision and a certification.',
    '',
    ...drawing([...moved.map(({ act, from, to }) => ({ from: at(from), act, to: at(to) })), ...stopped]),
  ];
}

function tasksPage(): string[] {
  const edges = steps().flatMap(({ act, from, to }) =>
    from.tasks.map(({ state }, index): Edge => ({ from: state, act, to: to.tasks[index]?.state ?? state })),
  );
  return [
    ...[
      '# States of a task',
      '',
      made,
      '',
      'Which acts can be done in which state; whether an act fits the kind of the task comes on top:',
      '',
    ],
    ...table(taskStates, taskActs),
    ...[
      '',
      '## How a task moves',
      '',
      'An act moves its own task, and others only where a stage is joined or a decision waits again.',
      '',
    ],
    ...drawing(edges),
  ];
}

/** A page that is a table alone. */
const plainPage = (title: string, states: readonly string[], actsFrom: Readonly<Record<string, readonly string[]>>) => [
  ...[`# ${title}`, '', made, ''],
  ...table(states, actsFrom),
];

/** Every page of docs/states by its file name. */
export function statePages(): Record<string, string> {
  const pages: Record<string, string[]> = {
    'cases.md': casesPage(),
    'tasks.md': tasksPage(),
    'meetings.md': plainPage('States of a meeting', meetingStates, meetingActsFrom),
    'drafts.md': plainPage('States of a draft of an item version', draftStates, draftActsFrom),
    'law.md': lawPage('Made by `npm run states` from the titles of the tests; a test proves it fresh.'),
    'devolution.md': plainPage('Steps of a batch of devolution', devolutionSteps, devolutionActsFrom),
  };
  return Object.fromEntries(Object.entries(pages).map(([name, lines]) => [name, `${lines.join('\n')}\n`]));
}
