import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { LookBack as Run } from '../../../../contract/devolution.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { daysAfter } from '../../ui/day.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './catalogue.css';
import { DevolutionDialog } from './DevolutionDialog.tsx';
import './devolution.css';
import { LookBackFindings } from './LookBackFindings.tsx';
import { dayWithYear } from './standing.ts';

/** 回头看: the newest run with its progress, those before it, and the ledger of what they found. */
export function LookBack() {
  const { t } = useWords();
  const client = useQueryClient();
  const asked = { limit: 1 };
  const before = useRead('GET /look-backs', asked).data?.lookBacks[0];
  const running = before?.state === 'RUNNING';
  const read = useRead('GET /look-backs', asked, { refetchInterval: running ? 1_500 : 30_000 });
  const last = read.data?.lookBacks[0];
  const [asking, ask] = useState(false);
  usePageTitle(t('devolution.lookBack.title'));
  // What a run found is there when it is done.
  useEffect(() => {
    if (!running) void client.invalidateQueries({ queryKey: ['GET /look-back-findings'] });
  }, [running, client]);
  return (
    <div className="page-pad devolution">
      <div className="row">
        <h1 className="grow">{t('devolution.lookBack.title')}</h1>
        {read.data?.mayRun === true && !running && (
          <Button type="primary" onClick={() => ask(true)}>
            {t('devolution.lookBack.run')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('devolution.lookBack.hint')}</p>
      <Refused error={read.error} />
      {read.isSuccess && last === undefined && <p>{t('devolution.lookBack.never')}</p>}
      {last !== undefined && <Latest run={last} />}
      <Earlier />
      <LookBackFindings />
      {asking && <StartRun close={() => ask(false)} />}
    </div>
  );
}

function Latest({ run }: { run: Run }) {
  const { t, at, language } = useWords();
  const { done, total, counts } = run;
  if (run.state === 'RUNNING')
    return (
      <div role="status" className="stack">
        <p>{t('devolution.lookBack.running', { done, total })}</p>
        <div className="devolution-bar" aria-hidden="true">
          <span style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
        </div>
      </div>
    );
  return (
    <p>
      {t('devolution.lookBack.last', { ...countsOf(counts), total, since: dayWithYear(run.sinceDay, language) })}{' '}
      <span className="quiet">
        {t('devolution.lookBack.when', { at: at(run.finishedAt ?? run.startedAt), by: run.by })}
      </span>
    </p>
  );
}

function countsOf({ found, fresh, reopened, gone }: Run['counts']) {
  return { found, fresh, reopened, gone };
}

/** The runs before, folded: the newest is told above. */
function Earlier() {
  const { t, at, language } = useWords();
  const list = usePages('GET /look-backs', { limit: 20 });
  const runs = (list.data?.pages.flatMap((page) => page.lookBacks) ?? []).slice(1);
  if (runs.length === 0) return null;
  return (
    <details>
      <summary>{t('devolution.lookBack.earlier')}</summary>
      <Scrolled label={t('devolution.lookBack.earlier')}>
        <table className="rows rows-plain devolution-narrow">
          <thead>
            <tr>
              <th scope="col">{t('devolution.lookBack.started')}</th>
              <th scope="col">{t('devolution.lookBack.by')}</th>
              <th scope="col">{t('devolution.lookBack.since')}</th>
              <th scope="col" className="right">
                {t('devolution.lookBack.checked')}
              </th>
              <th scope="col" className="right">
                {t('devolution.lookBack.findings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.lookBackId}>
                <td className="nowrap">{at(run.startedAt)}</td>
                <td>{run.by}</td>
                <td className="nowrap">{dayWithYear(run.sinceDay, language)}</td>
                <td className="right number">{run.total}</td>
                <td className="right number">{run.counts.found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <More list={list} />
    </details>
  );
}

function StartRun({ close }: { close: () => void }) {
  const { t } = useWords();
  const today = useToday();
  const sent = useAct('POST /look-backs');
  return (
    <DevolutionDialog
      kept="lookBack"
      title={t('devolution.lookBack.title')}
      says={t('devolution.lookBack.effect')}
      fields={[
        {
          name: 'sinceDay',
          label: t('devolution.fields.sinceDay'),
          kind: 'day',
          max: today,
          ...(today !== '' && { initial: daysAfter(today, -90) }),
        },
      ]}
      sent={sent}
      onSend={(input, done) => sent.mutate({ sinceDay: String(input.sinceDay) }, { onSuccess: done })}
      close={close}
    />
  );
}
