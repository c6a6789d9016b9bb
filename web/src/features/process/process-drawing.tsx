import i18next from 'i18next';
import type { Process, ProcessStage, ProcessTask } from '../../../../contract/catalogue.ts';
import { inLanguage } from '../../ui/day.ts';
import './process.css';

/** Who does a task, in the reader's language: `INTAKE`, `ACCEPTING`, `DECIDING`, or the id of an organ. */
export type OrganNames = Readonly<Record<string, string>>;

/** The same words stand in the guide of residents and in the editor of the staff; a page has loaded one of them. */
function say(word: string, facts: Record<string, string | number> = {}): string {
  const translate = i18next.t as unknown as (keys: string[], facts: Record<string, string | number>) => string;
  return translate([`guide:process.${word}`, `staff:editors.process.${word}`], facts);
}

/**
 * 办理流程 as a flow: stages one after the other, tasks of one stage side by side. It is an ordered list dressed as a
 * drawing, so that whoever hears it, or prints it in black, gets the same.
 */
export function ProcessDrawing({ process, names = {} }: { process: Process; names?: OrganNames }) {
  return (
    <ol className="flow" aria-label={say('label')}>
      {process.stages.map((stage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is edited, two stages may have one key
        <li key={at} className={stage.tasks.some(({ kind }) => kind === 'DECISION') ? 'flow-decides' : undefined}>
          <Stage stage={stage} number={at + 1} names={names} />
        </li>
      ))}
    </ol>
  );
}

function Stage({ stage, number, names }: { stage: ProcessStage; number: number; names: OrganNames }) {
  const [only] = stage.tasks;
  const title = inLanguage(stage.name, language()) || (only === undefined ? '' : taskName(only));
  const alone = stage.tasks.length === 1;
  return (
    <>
      <p className="flow-stage">
        <span className="flow-number">{number}</span> <strong>{title}</strong>
        {alone ? null : <span className="flow-small"> {say('together')}</span>}
      </p>
      {alone && only !== undefined ? (
        <div className="flow-tasks">
          <Task task={only} names={names} under={title} />
        </div>
      ) : (
        <ul className="flow-tasks">
          {stage.tasks.map((task, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: while it is edited, two tasks may have one key
            <li key={at}>
              <Task task={task} names={names} under="" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** One box. What the stage above it says already is not said again. */
function Task({ task, names, under }: { task: ProcessTask; names: OrganNames; under: string }) {
  const { kind, organ, organId, post, limit, duty } = task;
  const name = taskName(task);
  const said = say(`kinds.${kind}`);
  const who = [
    names[organ === 'NAMED' ? (organId ?? '') : organ] ?? say(`organs.${organ}`),
    inLanguage(post, language()),
  ].filter(Boolean);
  return (
    <p className="flow-task">
      {name === under ? null : <strong>{name}</strong>}
      {said === name ? null : <span className="flow-small">{said}</span>}
      <span>{who.join(say('comma'))}</span>
      {limit === undefined ? null : (
        <span className="flow-limit">{say(`limit.${limit.unit}`, { count: limit.amount })}</span>
      )}
      {duty === undefined ? null : <span className="flow-small">{inLanguage(duty, language())}</span>}
    </p>
  );
}

const language = () => (i18next.language === 'en' ? 'en' : 'zh-CN');

const taskName = ({ name, kind }: ProcessTask) => inLanguage(name, language()) || say(`kinds.${kind}`);
