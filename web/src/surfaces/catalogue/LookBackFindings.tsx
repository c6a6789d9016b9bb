import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Finding } from '../../../../contract/devolution.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { findingActs, findingKinds, findingStates } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { dayOfInstant } from '../../ui/day.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useMe, useToday } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import { DevolutionDialog, type DialogField } from './DevolutionDialog.tsx';

type FindingAct = Finding['actions'][number];

const stateShapes: Record<Finding['state'], Shape> = {
  OPEN: 'none',
  REOPENED: 'yellow',
  RECTIFIED: 'green',
  CLOSED: 'done',
};

/** 问题台账: the findings of all runs with owner, day and what may be done; the address keeps the filters. */
export function LookBackFindings() {
  const words = useWords();
  const { t, local } = words;
  const [params, setParams] = useSearchParams();
  const kind = findingKinds.find((each) => each === params.get('kind'));
  const state = findingStates.find((each) => each === params.get('state'));
  const ownerOrganId = params.get('owner') ?? undefined;
  const overdue = params.get('overdue') === 'true';
  const list = usePages('GET /look-back-findings', {
    limit: 50,
    ...(kind && { kind }),
    ...(state && { state }),
    ...(ownerOrganId && { ownerOrganId }),
    ...(overdue && { overdue }),
  });
  const [first] = list.data?.pages ?? [];
  const findings = list.data?.pages.flatMap((page) => page.findings) ?? [];
  const [asked, ask] = useState<{ finding: Finding; act: FindingAct }>();
  const put = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const choice = (name: string, label: string, value: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      variant="borderless"
      popupMatchSelectWidth={false}
      value={value}
      onChange={(next) => put(name, next)}
      options={options}
    />
  );
  return (
    <div className="stack">
      <h2>{t('devolution.lookBack.ledger')}</h2>
      <div className="row">
        <fieldset className="filters" aria-label={t('devolution.lookBack.filters')}>
          {choice('kind', t('devolution.lookBack.kind'), kind ?? '', [
            { value: '', label: t('devolution.lookBack.anyKind') },
            ...findingKinds.map((each) => ({ value: each, label: t(`devolution.lookBack.kinds.${each}`) })),
          ])}
          {choice('state', t('devolution.lookBack.state'), state ?? '', [
            { value: '', label: t('devolution.lookBack.anyState') },
            ...findingStates.map((each) => ({
              value: each,
              label: `${t(`devolution.lookBack.states.${each}`)} ${first?.states[each] ?? 0}`,
            })),
          ])}
          {choice('owner', t('devolution.lookBack.owner'), ownerOrganId ?? '', [
            { value: '', label: t('devolution.lookBack.anyOwner') },
            ...(first?.owners.map(({ organId, name }) => ({ value: organId, label: local(name) })) ?? []),
          ])}
        </fieldset>
        <Checkbox checked={overdue} onChange={({ target }) => put('overdue', target.checked ? 'true' : '')}>
          {t('devolution.lookBack.onlyOverdue')}
        </Checkbox>
        {first && <span className="quiet">{t('devolution.lookBack.total', { total: first.total })}</span>}
      </div>
      <Refused error={list.error} />
      {list.isSuccess && findings.length === 0 && <p>{t('devolution.lookBack.none')}</p>}
      {findings.length > 0 && (
        <Scrolled label={t('devolution.lookBack.ledger')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('devolution.lookBack.kind')}</th>
                <th scope="col">{t('devolution.item')}</th>
                <th scope="col">{t('devolution.lookBack.where')}</th>
                <th scope="col">{t('devolution.lookBack.owner')}</th>
                <th scope="col">{t('devolution.lookBack.due')}</th>
                <th scope="col">{t('devolution.lookBack.state')}</th>
                <th scope="col">
                  <span className="only-heard">{t('devolution.lookBack.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <Row key={finding.findingId} finding={finding} ask={(act) => ask({ finding, act })} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
      {asked !== undefined && <AskedDialog {...asked} close={() => ask(undefined)} />}
    </div>
  );
}

function whereOf({ receiver, centers }: Finding, { t, local }: Words): string {
  const place = receiver === undefined ? t('devolution.lookBack.anywhere') : local(receiver.name);
  return centers === undefined ? place : `${place}${t('comma')}${t('devolution.lookBack.centers', { count: centers })}`;
}

function Row({ finding, ask }: { finding: Finding; ask: (act: FindingAct) => void }) {
  const words = useWords();
  const { t, local, day } = words;
  const { kind, state, deadlineDay } = finding;
  const where = whereOf(finding, words);
  const mayOpen = useMe().data?.me?.permissions.includes('catalogue.read') === true;
  return (
    <tr>
      <td className="nowrap">
        {t(`devolution.lookBack.kinds.${kind}`)}
        <span className="quiet small block">
          {t('devolution.lookBack.found', { day: day(dayOfInstant(finding.foundAt)) })}
        </span>
      </td>
      <td>
        {mayOpen ? <Link href={`/items/${finding.itemId}`}>{local(finding.itemName)}</Link> : local(finding.itemName)}
        <span className="quiet small block">{finding.mode && t(`devolution.modes.${finding.mode}`)}</span>
        {finding.notes.length > 0 && (
          <details>
            <summary className="small">{t('devolution.lookBack.notes', { count: finding.notes.length })}</summary>
            <ul className="small">
              {finding.notes.map((note) => (
                <li key={`${note.at} ${note.act}`}>{noteLine(note, words)}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>{where}</td>
      <td>{local(finding.owner.name)}</td>
      <td className="nowrap">
        {deadlineDay === undefined ? (
          <span className="quiet">{state === 'CLOSED' ? '' : t('devolution.lookBack.noDue')}</span>
        ) : finding.overdue ? (
          <Light shape="red">
            {t('devolution.lookBack.overdue')} {day(deadlineDay)}
          </Light>
        ) : (
          day(deadlineDay)
        )}
      </td>
      <td>
        <Light shape={stateShapes[state]}>{t(`devolution.lookBack.states.${state}`)}</Light>
        {finding.goneSince !== undefined && <span className="quiet small block">{t('devolution.lookBack.gone')}</span>}
      </td>
      <td className="devolution-shrink">
        <span className="row devolution-finding-acts">
          {finding.actions.map((act) => (
            <Button
              key={act}
              size="small"
              aria-label={t('devolution.lookBack.actOn', {
                act: t(`devolution.lookBack.acts.${act}`),
                kind: t(`devolution.lookBack.kinds.${kind}`),
                item: local(finding.itemName),
                where,
              })}
              onClick={() => ask(act)}
            >
              {t(`devolution.lookBack.acts.${act}`)}
            </Button>
          ))}
        </span>
      </td>
    </tr>
  );
}

function noteLine({ act, text, by, at: when }: Finding['notes'][number], { t, at }: Words): string {
  const known = findingActs.find((each) => each === act);
  const said = { at: at(when), by, act: known === undefined ? act : t(`devolution.lookBack.actTitles.${known}`) };
  return text === '' ? t('devolution.lookBack.noteOnly', said) : t('devolution.lookBack.note', { ...said, text });
}

const routes = {
  assign: 'POST /look-back-findings/:findingId/assign',
  rectify: 'POST /look-back-findings/:findingId/rectify',
  close: 'POST /look-back-findings/:findingId/close',
  reopen: 'POST /look-back-findings/:findingId/reopen',
} as const satisfies Record<FindingAct, string>;

function AskedDialog({ finding, act, close }: { finding: Finding; act: FindingAct; close: () => void }) {
  const words = useWords();
  const { t, local } = words;
  const sent = useAct(routes[act]);
  const today = useToday();
  const owners = useOwners(finding);
  const { findingId, kind } = finding;
  const note: DialogField = {
    name: 'note',
    label: t('devolution.fields.note'),
    kind: 'words',
    most: 1000,
    optional: true,
  };
  const { optional: _, ...needed } = note;
  const fields: Record<FindingAct, DialogField[]> = {
    assign: [
      {
        name: 'organId',
        label: t('devolution.fields.owner'),
        kind: 'one',
        initial: finding.owner.organId,
        options: owners.map(({ organId, name }) => ({ value: organId, label: local(name) })),
      },
      {
        name: 'deadlineDay',
        label: t('devolution.fields.deadline'),
        kind: 'day',
        min: today,
        ...(finding.deadlineDay !== undefined && { initial: finding.deadlineDay }),
      },
      note,
    ],
    rectify: [{ ...(needed as DialogField), label: t('devolution.fields.how') }],
    close: [note],
    reopen: [{ ...(needed as DialogField), label: t('devolution.fields.reason') }],
  };
  return (
    <DevolutionDialog
      kept={`${findingId}.${act}.${finding.notes.length}`}
      title={`${t(`devolution.lookBack.actTitles.${act}`)}${t('colon')}${t(`devolution.lookBack.kinds.${kind}`)}`}
      about={`${local(finding.itemName)}${t('comma')}${whereOf(finding, words)}`}
      says={t(`devolution.lookBack.effects.${act}`)}
      fields={fields[act]}
      sent={sent}
      onSend={(input, done) =>
        sent.mutate({ findingId, ...input } as Inputs[(typeof routes)[FindingAct]], { onSuccess: done })
      }
      close={close}
    />
  );
}

/** Who may answer for a finding: whoever does already, who answers for others, and the departments. */
function useOwners(finding: Finding) {
  const known = useRead('GET /look-back-findings', { limit: 1 }).data?.owners ?? [];
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  const all = [
    finding.owner,
    ...known,
    ...departments
      .filter(({ departmentId }) => departmentId !== 'township')
      .map(({ departmentId, name }) => ({ organId: departmentId, name })),
  ];
  return [...new Map(all.map((organ) => [organ.organId, organ])).values()];
}
