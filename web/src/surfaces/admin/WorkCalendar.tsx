import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CallRefused } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { daysOfSpan, type NoticeSpan, publishedDays, readNotice } from './notice.ts';

interface Draft {
  year?: number;
  notice?: string;
  lines: string;
}

/** 工作日历: the years whose holiday notice is in, and how the next one comes in. */
export function WorkCalendar() {
  const { t } = useWords();
  const list = useRead('GET /calendar/years', {});
  const [params, setParams] = useSearchParams();
  const recount = params.get('recount');
  const years = list.data?.years ?? [];
  usePageTitle(t('rail.calendar'));
  return (
    <div className="page-pad">
      <h1>{t('rail.calendar')}</h1>
      <p className="quiet">{t('calendar.hint')}</p>
      {recount && <Recount recomputationId={recount} />}
      <Refused error={list.error} />
      <div className="calendar-columns">
        <section aria-labelledby="years">
          <h2 id="years">{t('calendar.years')}</h2>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('calendar.year')}</th>
                <th scope="col">{t('calendar.notice')}</th>
              </tr>
            </thead>
            <tbody>
              {[...years].reverse().map(({ year, notice }) => (
                <tr key={year}>
                  <td className="number">{year}</td>
                  <td className="quiet">{notice}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Import years={years.map(({ year }) => year)} onImport={(id) => setParams({ recount: id })} />
      </div>
    </div>
  );
}

/** The pasted notice, what was read of it, and only then the import. */
function Import({ years, onImport }: { years: readonly number[]; onImport: (recomputationId: string) => void }) {
  const { t } = useWords();
  const today = useToday();
  const take = useAct('POST /calendar/years');
  const [draft, setDraft, forget] = useKept<Draft>('doorstep.calendar', { lines: '' });
  const [tried, setTried] = useState(false);
  const year = draft.year ?? Math.max(...years, Number(today.slice(0, 4))) + 1;
  const notice = draft.notice ?? `国务院办公厅关于${year}年部分节假日安排的通知`;
  const { spans, faults } = readNotice(draft.lines, year);
  const whole = spans.length > 0 && faults.length === 0 && notice.trim() !== '';
  const submit = () => {
    setTried(true);
    if (!whole) return;
    take.mutate(
      { year, notice: notice.trim(), days: publishedDays(spans) },
      {
        onSuccess: ({ recomputationId }) => {
          forget();
          setDraft({ lines: '' });
          setTried(false);
          onImport(recomputationId);
        },
      },
    );
  };
  return (
    <section className="stack" aria-labelledby="import">
      <h2 id="import">{t('calendar.import')}</h2>
      <div className="row">
        <div className="stack">
          <label htmlFor="calendar-year">{t('calendar.year')}</label>
          <InputNumber
            id="calendar-year"
            min={2019}
            max={2100}
            value={year}
            onChange={(value) => setDraft({ ...draft, ...(value ? { year: value } : {}) })}
          />
        </div>
        <div className="stack grow">
          <label htmlFor="calendar-notice">{t('calendar.notice')}</label>
          <Input
            id="calendar-notice"
            maxLength={200}
            value={notice}
            onChange={(event) => setDraft({ ...draft, notice: event.target.value })}
          />
        </div>
      </div>
      <label htmlFor="calendar-lines">{t('calendar.lines')}</label>
      <Input.TextArea
        id="calendar-lines"
        className="calendar-lines"
        rows={10}
        maxLength={10_000}
        placeholder={`${year}-01-01..${year}-01-03 元旦 放假\n${year}-01-04 元旦 上班`}
        aria-describedby="calendar-faults"
        value={draft.lines}
        onChange={(event) => setDraft({ ...draft, lines: event.target.value })}
      />
      <div id="calendar-faults" role="status">
        <ul>
          {faults.map(({ line, code, text }) => (
            <li key={line} className="fault">
              {t('calendar.atLine', { line })}
              {t(`calendar.lineFault.${code}`, { text, year })}
            </li>
          ))}
        </ul>
      </div>
      {spans.length > 0 && <WhatWasRead spans={spans} />}
      {take.error?.code === 'calendar_invalid' ? <Invalid error={take.error} /> : <Refused error={take.error} />}
      {tried && spans.length === 0 && faults.length === 0 && (
        <Notice tone="red" role="alert">
          {t('calendar.nothing')}
        </Notice>
      )}
      {whole && (
        <p>
          {years.includes(year) && t('calendar.replaces', { year })}
          {t('calendar.effect')}
        </p>
      )}
      <p>
        <Button type="primary" loading={take.isPending} onClick={submit}>
          {t('calendar.do', { year })}
        </Button>
      </p>
    </section>
  );
}

function WhatWasRead({ spans }: { spans: readonly NoticeSpan[] }) {
  const { t, local, day } = useWords();
  const total = (kind: NoticeSpan['kind']) =>
    spans.filter((span) => span.kind === kind).reduce((sum, span) => sum + daysOfSpan(span).length, 0);
  return (
    <>
      <h3>
        {t('calendar.read')}{' '}
        <span className="quiet">
          {t('calendar.readCount', { holidays: total('holiday'), makeups: total('makeup') })}
        </span>
      </h3>
      <Scrolled label={t('calendar.read')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('calendar.days')}</th>
              <th scope="col">{t('calendar.holiday')}</th>
              <th scope="col">{t('calendar.kind')}</th>
              <th scope="col" className="right">
                {t('calendar.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {spans.map((span) => (
              <tr key={span.line}>
                <td>{span.fromDay === span.toDay ? day(span.fromDay) : `${day(span.fromDay)} – ${day(span.toDay)}`}</td>
                <td>{local(span.name)}</td>
                <td>{t(`calendar.kinds.${span.kind}`)}</td>
                <td className="right number">{daysOfSpan(span).length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}

/** What the server found wrong with the whole year, e.g. that a statutory holiday is missing. */
function Invalid({ error }: { error: CallRefused }) {
  const { find } = useWords();
  const fault = String(error.facts.fault ?? '');
  return (
    <Notice tone="red" role="alert">
      {find(`calendar.fault.${fault}`, 'calendar.fault.other', { day: String(error.facts.day ?? '') })}
    </Notice>
  );
}

/** How far the recount has come; the address keeps it, so that the page can be left. */
function Recount({ recomputationId }: { recomputationId: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  const read = useRead(
    'GET /calendar/recomputations/:recomputationId',
    { recomputationId },
    over ? {} : { refetchInterval: 1_000 },
  );
  const finished = read.data?.finished === true || read.isError;
  useEffect(() => {
    if (!finished) return;
    setOver(true);
    void client.invalidateQueries({ queryKey: ['GET /calendar/years'] });
  }, [finished, client]);
  if (read.data === undefined) return <Refused error={read.error} />;
  const { year, total, done, moved } = read.data;
  return (
    <Notice tone={read.data.finished ? 'green' : 'plain'} role="status">
      {read.data.finished
        ? t('calendar.finished', { year, done, moved })
        : t('calendar.working', { year, done, total })}{' '}
      {!read.data.finished && <progress aria-label={t('calendar.progress')} max={Math.max(total, 1)} value={done} />}
    </Notice>
  );
}
