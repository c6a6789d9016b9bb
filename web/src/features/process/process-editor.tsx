import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { LegalBasis, Process, ProcessStage, ProcessTask } from '../../../../contract/catalogue.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { processOrgans, processTaskKinds } from '../../../../contract/words.ts';
import {
  BasisField,
  BothLanguages,
  ChoiceField,
  Faults,
  FaultsAt,
  Fold,
  isWithin,
  NameField,
  NumberField,
  placed,
  Tick,
} from '../editing/fields.tsx';
import { changed, replaced } from '../editing/list.ts';
import { useEditorWords } from '../editing/words.ts';
import { type OrganNames, ProcessDrawing } from './process-drawing.tsx';
import './process-editor.css';
import { movedStage, movedTask, newTask, taskTo, withoutStage, withoutTask, withStage } from './stages.ts';
import { TaskRules } from './task-rules.tsx';

const place = 'content.process';
const limitUnits = ['workingDays', 'calendarDays', 'officeHours'] as const;
const blank: LocalText = { zh: '', en: '' };

/**
 * The process of a version: the drawing as it stands, and below it stage by stage who does what. `organs` are those that
 * a task may name; `names` say who takes in, accepts and decides here.
 */
export function ProcessEditor({
  process,
  onChange,
  faults,
  organs,
  names = {},
  place: wanted,
}: {
  process: Process;
  onChange: (process: Process) => void;
  faults: readonly FieldFault[];
  organs: readonly { readonly id: string; readonly name: LocalText }[];
  names?: OrganNames;
  /** Where a fault stands that the page is about to go to: `content.process.stages.2.tasks.1.organId`. Its task opens. */
  place?: string;
}) {
  const { t, text } = useEditorWords();
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens when it is asked for, not whenever something changes
  useEffect(() => {
    const [, at, index] = /^content\.process\.stages\.(\d+)\.tasks\.(\d+)/.exec(wanted ?? '') ?? [];
    const task = process.stages[Number(at)]?.tasks[Number(index)];
    if (task !== undefined) setOpened(task.key);
  }, [wanted]);
  const here = useMemo(() => placed(faults), [faults]);
  const known = { ...names, ...Object.fromEntries(organs.map(({ id, name }) => [id, text(name)])) };
  /** Focus follows what was moved: the same button of the same task at its new place. */
  const follow = (key: string, act: string) =>
    requestAnimationFrame(() => {
      const entry = list.current?.querySelector(`[data-entry="${CSS.escape(key)}"]`);
      const button = entry?.querySelector<HTMLElement>(`[data-act="${act}"]`) ?? entry?.querySelector('button');
      button?.focus();
    });
  const stageKeys = process.stages.map(({ key }) => key);
  const taskKeys = process.stages.flatMap(({ tasks }) => tasks.map(({ key }) => key));
  const put = (at: number, stage: ProcessStage) =>
    onChange({ ...process, stages: replaced(process.stages, at, stage) });
  const moveStage = (at: number, by: 1 | -1, act: string) => {
    const key = stageKeys[at] ?? '';
    if (process.stages[at + by] === undefined) return;
    onChange(movedStage(process, at, by));
    setSaid(t('common.moved', { number: at + by + 1 }));
    follow(`stage ${key}`, act);
  };
  const moveTask = (at: number, index: number, by: 1 | -1, act: string) => {
    const key = process.stages[at]?.tasks[index]?.key ?? '';
    const next = movedTask(process, at, index, by);
    const to = next.stages.findIndex(({ tasks }) => tasks.some((task) => task.key === key));
    onChange(next);
    setSaid(t('common.moved', { number: to + 1 }));
    follow(key, act);
  };
  const onAlt = (act: (by: 1 | -1) => void) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    act(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Faults.Provider value={here}>
      <div className="process-editor">
        <div className="flow-across">
          <ProcessDrawing process={process} names={known} />
        </div>
        <FaultsAt place={place} label={t('processEditor.stages')} />
        <p className="quiet small">{t('processEditor.keys')}</p>
        <ol ref={list} className="process-stages">
          {process.stages.map((stage, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: keys change while one types, places do not
              key={at}
              data-entry={`stage ${stage.key}`}
              data-field={`${place}.stages.${at}`}
              onKeyDown={onAlt((by) => moveStage(at, by, 'up'))}
            >
              <div className="edit-row-head">
                <h3>{t('processEditor.stage', { number: at + 1 })}</h3>
                <Acts
                  what={`${t('processEditor.stage', { number: at + 1 })} ${text(stage.name)}`}
                  remove={t('processEditor.removeStage')}
                  up={at === 0 ? undefined : () => moveStage(at, -1, 'up')}
                  down={at === process.stages.length - 1 ? undefined : () => moveStage(at, 1, 'down')}
                  onRemove={
                    process.stages.length === 1
                      ? undefined
                      : () => {
                          onChange(withoutStage(process, at));
                          setSaid(t('common.removed', { label: text(stage.name) }));
                        }
                  }
                />
              </div>
              <div className="edits">
                <BothLanguages
                  place={`${place}.stages.${at}.name`}
                  label={t('processEditor.stageName')}
                  size="short"
                  value={stage.name}
                  onChange={(name) => put(at, { ...stage, name: name ?? blank })}
                />
                <NameField
                  place={`${place}.stages.${at}.key`}
                  label={t('common.key')}
                  value={stage.key}
                  taken={stageKeys.filter((key) => key !== stage.key)}
                  pattern={/^[a-z][A-Za-z0-9]*$/}
                  onChange={(key) => put(at, { ...stage, key })}
                />
                {(stage.tasks.length > 1 || stage.join !== undefined) && (
                  <NumberField
                    place={`${place}.stages.${at}.join`}
                    label={t('processEditor.join')}
                    min={1}
                    max={12}
                    whole
                    value={stage.join}
                    onChange={(join) => put(at, changed(stage, { join }))}
                  />
                )}
              </div>
              <FaultsAt place={`${place}.stages.${at}`} label={t('processEditor.stage', { number: at + 1 })} />
              <ol className="edit-rows">
                {stage.tasks.map((task, index) => (
                  <li
                    // biome-ignore lint/suspicious/noArrayIndexKey: keys change while one types, places do not
                    key={index}
                    className="edit-row"
                    data-entry={task.key}
                    data-field={`${place}.stages.${at}.tasks.${index}`}
                    onKeyDown={onAlt((by) => moveTask(at, index, by, 'up'))}
                  >
                    <div className="edit-row-head">
                      <Fold
                        isOpen={opened === task.key}
                        faults={here.filter((fault) => isWithin(fault, `${place}.stages.${at}.tasks.${index}`)).length}
                        onToggle={() => setOpened(opened === task.key ? undefined : task.key)}
                      >
                        <strong>{text(task.name).trim() || t(`process.kinds.${task.kind}`)}</strong>
                        <span className="quiet small">
                          {[
                            t(`process.kinds.${task.kind}`),
                            known[task.organ === 'NAMED' ? (task.organId ?? '') : task.organ] ??
                              t(`processEditor.organs.${task.organ}`),
                            text(task.post),
                            ...(task.limit === undefined
                              ? []
                              : [t(`process.limit.${task.limit.unit}`, { count: task.limit.amount })]),
                          ]
                            .filter(Boolean)
                            .join(t('process.comma'))}
                        </span>
                      </Fold>
                      <Acts
                        what={t('processEditor.task', { stage: at + 1, number: index + 1 })}
                        remove={t('processEditor.removeTask')}
                        up={at === 0 && index === 0 ? undefined : () => moveTask(at, index, -1, 'up')}
                        down={
                          at === process.stages.length - 1 && index === stage.tasks.length - 1
                            ? undefined
                            : () => moveTask(at, index, 1, 'down')
                        }
                        onRemove={
                          taskKeys.length === 1
                            ? undefined
                            : () => {
                                onChange(withoutTask(process, at, index));
                                setSaid(t('common.removed', { label: text(task.name) }));
                              }
                        }
                      />
                    </div>
                    {opened === task.key && (
                      <>
                        <TaskFields
                          task={task}
                          at={`${place}.stages.${at}.tasks.${index}`}
                          taken={taskKeys.filter((key) => key !== task.key)}
                          organs={organs.map(({ id, name }) => ({ value: id, label: text(name) }))}
                          onChange={(next) => {
                            put(at, { ...stage, tasks: replaced(stage.tasks, index, next) });
                            setOpened(next.key);
                          }}
                        />
                        <div className="edits">
                          <ChoiceField
                            place={`${place}.stages.${at}.tasks.${index}.stage`}
                            label={t('processEditor.toStage')}
                            size="short"
                            value={String(at)}
                            options={[
                              ...process.stages.map((each, number) => ({
                                value: String(number),
                                label: `${t('processEditor.stageAt', { number: number + 1 })} ${text(each.name)}`,
                              })),
                              { value: String(process.stages.length), label: t('processEditor.ownStage') },
                            ]}
                            onChange={(to) => onChange(taskTo(process, at, index, Number(to ?? at)))}
                          />
                        </div>
                      </>
                    )}
                  </li>
                ))}
              </ol>
              {stage.tasks.length < 12 && (
                <Button
                  size="small"
                  onClick={() => {
                    const task = newTask(process);
                    put(at, { ...stage, tasks: [...stage.tasks, task] });
                    setOpened(task.key);
                  }}
                >
                  {t('processEditor.addTask')}
                </Button>
              )}
            </li>
          ))}
        </ol>
        {process.stages.length < 20 && (
          <p>
            <Button
              onClick={() => {
                setOpened(newTask(process).key);
                onChange(withStage(process));
              }}
            >
              {t('processEditor.addStage')}
            </Button>
          </p>
        )}
        <ReportUpFields reportUp={process.reportUp} onChange={(reportUp) => onChange(changed(process, { reportUp }))} />
        <p className="only-heard" role="status">
          {said}
        </p>
      </div>
    </Faults.Provider>
  );
}

/** 转报: whether another organ decides after the first review here (ALL 43), which, and by which law. */
function ReportUpFields({
  reportUp,
  onChange,
}: {
  reportUp: Process['reportUp'];
  onChange: (reportUp: Process['reportUp']) => void;
}) {
  const { t } = useEditorWords();
  const at = `${place}.reportUp`;
  const basis: LegalBasis = { law: '', mark: 'sample' };
  return (
    <div className="edits" data-field={at}>
      <Tick
        place={at}
        label={t('processEditor.reportsUp')}
        hint={t('processEditor.reportsUpHint')}
        checked={reportUp !== undefined}
        onChange={(checked) => onChange(checked ? { organ: blank, basis } : undefined)}
      />
      {reportUp !== undefined && (
        <>
          <BothLanguages
            place={`${at}.organ`}
            label={t('processEditor.upperOrgan')}
            value={reportUp.organ}
            onChange={(organ) => onChange({ ...reportUp, organ: organ ?? blank })}
          />
          <BasisField
            place={`${at}.basis`}
            label={t('processEditor.upperBasis')}
            value={reportUp.basis}
            onChange={(next) => onChange({ ...reportUp, basis: next ?? basis })}
          />
          <FaultsAt place={`${at}.basis.law`} label={t('processEditor.upperBasis')} />
        </>
      )}
    </div>
  );
}

/** Up, down and delete; what cannot be done is not there. */
function Acts({
  what,
  remove,
  up,
  down,
  onRemove,
}: {
  what: string;
  remove: string;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useEditorWords();
  const named = (act: string) => t('common.of', { act, what });
  return (
    <span className="edit-acts">
      {up && (
        <Button size="small" data-act="up" aria-label={named(t('common.up'))} onClick={up}>
          ↑
        </Button>
      )}
      {down && (
        <Button size="small" data-act="down" aria-label={named(t('common.down'))} onClick={down}>
          ↓
        </Button>
      )}
      {onRemove && (
        <Button size="small" aria-label={named(remove)} onClick={onRemove}>
          {remove}
        </Button>
      )}
    </span>
  );
}

function TaskFields({
  task,
  at,
  taken,
  organs,
  onChange,
}: {
  task: ProcessTask;
  at: string;
  taken: readonly string[];
  organs: readonly { value: string; label: string }[];
  onChange: (task: ProcessTask) => void;
}) {
  const { t } = useEditorWords();
  const put = (changes: Parameters<typeof changed<ProcessTask>>[1]) => onChange(changed(task, changes));
  return (
    <div className="edits">
      <ChoiceField
        place={`${at}.kind`}
        label={t('processEditor.kind')}
        size="short"
        value={task.kind}
        options={processTaskKinds.map((kind) => ({ value: kind, label: t(`process.kinds.${kind}`) }))}
        onChange={(kind) => put({ kind: kind ?? task.kind })}
      />
      <ChoiceField
        place={`${at}.organ`}
        label={t('processEditor.organ')}
        size="short"
        value={task.organ}
        options={processOrgans.map((organ) => ({ value: organ, label: t(`processEditor.organs.${organ}`) }))}
        onChange={(organ) => {
          const next = organ ?? task.organ;
          put({ organ: next, organId: next === 'NAMED' ? task.organId : undefined });
        }}
      />
      {task.organ === 'NAMED' || task.organId !== undefined ? (
        <ChoiceField
          place={`${at}.organId`}
          label={t('processEditor.organId')}
          size="short"
          value={task.organId}
          options={organs}
          {...(task.organ === 'NAMED' ? {} : { none: t('common.none') })}
          onChange={(organId) => put({ organId })}
        />
      ) : null}
      <BothLanguages
        place={`${at}.name`}
        label={t('processEditor.taskName')}
        value={task.name}
        onChange={(name) => put({ name: name ?? blank })}
      />
      <BothLanguages
        place={`${at}.post`}
        label={t('processEditor.post')}
        value={task.post}
        onChange={(post) => put({ post: post ?? blank })}
      />
      <NumberField
        place={`${at}.limit.amount`}
        label={t('processEditor.limit')}
        min={1}
        max={400}
        whole
        value={task.limit?.amount}
        onChange={(amount) =>
          put({ limit: amount === undefined ? undefined : { unit: task.limit?.unit ?? 'workingDays', amount } })
        }
      />
      <ChoiceField
        place={`${at}.limit.unit`}
        label={t('processEditor.unit')}
        size="short"
        value={task.limit?.unit}
        none={t('processEditor.noLimit')}
        options={limitUnits.map((unit) => ({ value: unit, label: t(`processEditor.units.${unit}`) }))}
        onChange={(unit) => put({ limit: unit === undefined ? undefined : { amount: task.limit?.amount ?? 1, unit } })}
      />
      <TaskRules task={task} at={at} organs={organs} put={put as never} />
      <NameField
        place={`${at}.key`}
        label={t('common.key')}
        value={task.key}
        taken={taken}
        pattern={/^[a-z][A-Za-z0-9]*$/}
        onChange={(key) => put({ key })}
      />
      <BothLanguages
        place={`${at}.duty`}
        label={t('processEditor.duty')}
        value={task.duty}
        optional
        rows={2}
        onChange={(duty) => put({ duty })}
      />
      <FaultsAt place={at} label={t('processEditor.taskName')} />
    </div>
  );
}
