import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type {
  Indicators as Found,
  IndicatorCut,
  IndicatorDefinitions,
  IndicatorRow,
} from '../../../../contract/indicators.ts';
import { shareOf } from '../../../../contract/share.ts';
import { indicatorCuts } from '../../../../contract/words.ts';
import { CallRefused } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { figure, openedHref, type Preset, presets, spanOf, useAsked } from './asked.ts';
import { Corrections } from './Corrections.tsx';
import { OpenNow } from './OpenNow.tsx';
import { Opens } from './Opens.tsx';
import { Trend } from './Trend.tsx';
import './supervisor.css';

/** The five that stand on top; all of them stand in the table below. */
const leading = ['completionRate', 'onTimeRate', 'earlyRate', 'correctionRate', 'onlineShare'];

/** Their members have long names, for which the table gets more of the page. */
const longNamed: readonly IndicatorCut[] = ['center', 'organ', 'item'];

type Input = NonNullable<ReturnType<typeof useAsked>['input']>;

/** 运行数据: what was accepted, decided and completed in a span, where, and how that grew. Every number opens. */
export function Indicators() {
  const { t } = useWords();
  const { input, by, put } = useAsked();
  usePageTitle(t('supervisor.title'));
  const read = useRead('GET /indicators', { ...(input ?? { from: '', to: '' }), by }, { enabled: input !== undefined });
  const definitions = useRead('GET /indicator-definitions', {});
  if (input === undefined) return <Loading />;
  const wrong = wrongDayOf(read.error);
  return (
    <div className="page-pad figures">
      <Head input={input} by={by} found={read.data} wrong={wrong} />
      {wrong === undefined ? (
        <Refused error={read.error ?? definitions.error} />
      ) : (
        <Notice tone="red" role="alert">
          {t(wrong === 'to' ? 'supervisor.spanTurned' : 'supervisor.spanTooLong')}
        </Notice>
      )}
      {read.data === undefined || definitions.data === undefined ? (
        read.error === null && <Loading />
      ) : read.data.countedAt === undefined ? (
        <p>{t('supervisor.nothingCounted')}</p>
      ) : (
        <>
          <Leading input={input} found={read.data} definitions={definitions.data} />
          <div className={longNamed.includes(by) ? 'figures-columns figures-columns-named' : 'figures-columns'}>
            <div className="stack">
              <Trend input={input} found={read.data} />
              <OpenNow input={input} />
              {read.data.closed.length > 0 && <Corrections input={input} definitions={definitions.data} />}
            </div>
            <Ranking input={input} found={read.data} by={by} cut={(next) => put({ by: next })} />
          </div>
          <All input={input} found={read.data} definitions={definitions.data} />
        </>
      )}
    </div>
  );
}

/** Which day of the span is wrong: the last one before the first, or a first one too long ago. */
function wrongDayOf(error: unknown): 'from' | 'to' | undefined {
  const fault = error instanceof CallRefused ? error.fields.find(({ code }) => code === 'too_early') : undefined;
  return fault?.field === 'from' || fault?.field === 'to' ? fault.field : undefined;
}

function Head({
  input,
  by,
  found,
  wrong,
}: {
  input: Input;
  by: IndicatorCut;
  found: Found | undefined;
  wrong: 'from' | 'to' | undefined;
}) {
  const { t, local, at, language } = useWords();
  const { put, today } = useAsked();
  const me = useMe().data?.me;
  const count = useAct('POST /indicators/count');
  const chosen = presets.find((preset) => {
    const span = spanOf(preset, today);
    return span.from === input.from && span.to === input.to;
  });
  const [own, choosesOwn] = useState(false);
  const showsOwn = own || chosen === undefined;
  const file = (format: string) => {
    const params = new URLSearchParams({ ...input, by, format, language: language === 'en' ? 'en' : 'zh' });
    return `/api/indicators/file?${params}`;
  };
  return (
    <div className="stack">
      <div className="row">
        <h1>{t('supervisor.title')}</h1>
        <Select
          aria-label={t('supervisor.span')}
          popupMatchSelectWidth={false}
          value={showsOwn ? 'own' : chosen}
          onChange={(value) => {
            choosesOwn(value === 'own');
            if (value !== 'own') put(spanOf(value as Preset, today));
          }}
          options={[
            ...presets.map((preset) => ({ value: preset, label: t(`supervisor.presets.${preset}`) })),
            { value: 'own', label: t('supervisor.presets.own') },
          ]}
        />
        {showsOwn && (
          <span className="row">
            <label>
              <span className="only-heard">{t('supervisor.from')}</span>
              <input
                type="date"
                className="figures-day"
                value={input.from}
                aria-invalid={wrong === 'from'}
                max={input.to}
                onChange={(event) => event.target.value !== '' && put({ from: event.target.value })}
              />
            </label>
            {t('supervisor.until')}
            <label>
              <span className="only-heard">{t('supervisor.to')}</span>
              <input
                type="date"
                className="figures-day"
                value={input.to}
                aria-invalid={wrong === 'to'}
                min={input.from}
                onChange={(event) => event.target.value !== '' && put({ to: event.target.value })}
              />
            </label>
          </span>
        )}
        <span className="grow" />
        <span className="quiet">{t('supervisor.opens')}</span>
        <a href={file('xlsx')} download>
          {t('supervisor.xlsx')}
        </a>
        <a href={file('csv')} download>
          {t('supervisor.csv')}
        </a>
        <Link href="/closed-periods">{t('supervisor.closed.title')}</Link>
      </div>
      <div className="row">
        <nav aria-label={t('supervisor.areas')} className="figures-path">
          {[...(found?.areas ?? [])].reverse().map((area, at, { length }) => (
            <span key={area.areaId}>
              {at > 0 && <span aria-hidden="true"> › </span>}
              {at === length - 1 && input.own === undefined ? (
                <b aria-current="true">{local(area.name)}</b>
              ) : (
                <button
                  type="button"
                  className="link"
                  onClick={() => put({ areaId: at === 0 ? undefined : area.areaId, own: undefined })}
                >
                  {local(area.name)}
                </button>
              )}
            </span>
          ))}
          {input.own && (
            <span>
              <span aria-hidden="true"> › </span>
              <b aria-current="true">{t('supervisor.own')}</b>
            </span>
          )}
        </nav>
        {found?.narrowed
          .filter(({ cut }) => cut !== 'organ' || found.organ === undefined)
          .map(({ cut, name }) => (
            <span key={cut} className="figures-narrowed">
              {t(`supervisor.cuts.${cut}`)}
              {t('colon')}
              {local(name)}
              <button
                type="button"
                className="link"
                onClick={() => put({ [cut === 'channel' ? cut : `${cut}Id`]: undefined })}
              >
                {t('supervisor.all')}
              </button>
            </span>
          ))}
        {found?.organ && <span className="figures-narrowed">{local(found.organ.name)}</span>}
        <span className="grow" />
        <span className="quiet" role="status">
          {found?.countedAt === undefined
            ? t('supervisor.neverCounted')
            : t('supervisor.countedAt', { at: at(found.countedAt) })}
        </span>
        {me?.permissions.includes('indicators.read') && (
          <Button size="small" loading={count.isPending} onClick={() => count.mutate({})}>
            {t('supervisor.countNow')}
          </Button>
        )}
      </div>
      {found && <Basis input={input} found={found} put={put} />}
      <Refused error={count.error} />
    </div>
  );
}

/** By what the numbers are counted, where months of the span are closed, and the way to the other numbers. */
function Basis({ input, found, put }: { input: Input; found: Found; put: ReturnType<typeof useAsked>['put'] }) {
  const { t } = useWords();
  if (found.closed.length === 0) return null;
  const isClosed = found.basis === 'closed';
  const named = found.closed.map((month) => month.slice(0, 7));
  // Closed months alone stand in a row.
  const months =
    isClosed && named.length > 2 ? `${named[0]} – ${named[named.length - 1]}` : named.join(t('supervisor.comma'));
  return (
    <p className="figures-basis">
      {isClosed
        ? t('supervisor.basis.closed', { months })
        : t(input.counted === undefined ? 'supervisor.basis.mixed' : 'supervisor.basis.now', { months })}
      {found.redrawn && ` ${t('supervisor.basis.redrawn')}`}
      {(isClosed || input.counted !== undefined) && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => put({ counted: isClosed ? 'now' : undefined })}>
            {t(isClosed ? 'supervisor.basis.toNow' : 'supervisor.basis.toClosed')}
          </button>
        </>
      )}
    </p>
  );
}

function Leading({ input, found, definitions }: { input: Input; found: Found; definitions: IndicatorDefinitions }) {
  const { t, local } = useWords();
  const nameOf = (key: string) =>
    local(definitions.measures.find((measure) => measure.key === key)?.name ?? { zh: '', en: '' });
  return (
    <dl className="figures-leading">
      {leading.map((key) => {
        const indicator = definitions.indicators.find((each) => each.key === key);
        if (indicator === undefined) return null;
        const { numerator, denominator, unit } = indicator;
        const [part, whole] = [found.sums[numerator], found.sums[denominator]];
        return (
          <div key={key}>
            <dt>{local(indicator.name)}</dt>
            <dd>
              <Link href={`/indicators/definitions#${key}`} className="figures-rate number opens">
                {shareOf(part, whole, unit) ?? t('supervisor.noShare')}
              </Link>
              <span className="quiet">
                {nameOf(numerator)}{' '}
                <Opens href={openedHref(input, numerator)} count={figure(part)} label={nameOf(numerator)} /> ／{' '}
                {nameOf(denominator)}{' '}
                <Opens href={openedHref(input, denominator)} count={figure(whole)} label={nameOf(denominator)} />
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const columns = ['accepted', 'completed', 'rate', 'open', 'overdue', 'corrected'] as const;
type Column = (typeof columns)[number];

function numberIn(row: Pick<IndicatorRow, 'sums' | 'open'>, column: Column): number {
  if (column === 'open') return row.open;
  if (column === 'rate') return row.sums.accepted === 0 ? -1 : row.sums.completed / row.sums.accepted;
  return row.sums[column];
}

/** The table by areas, centres, departments, items or channels; a column's head sorts it. */
function Ranking({
  input,
  found,
  by,
  cut,
}: {
  input: Input;
  found: Found;
  by: IndicatorCut;
  cut: (by: IndicatorCut) => void;
}) {
  const { t, local, language } = useWords();
  const { put } = useAsked();
  const [chosen, sort] = useState<Column | 'name'>();
  // Areas come in the order of their codes, as every list of them does; all else with what was accepted most.
  const sorted = chosen ?? (by === 'area' ? 'name' : 'accepted');
  const rows =
    sorted !== 'name'
      ? [...found.rows].sort((a, b) => numberIn(b, sorted) - numberIn(a, sorted))
      : by === 'area'
        ? found.rows
        : [...found.rows].sort((a, b) => local(a.name).localeCompare(local(b.name), language));
  const [shown, show] = useState(mostShown);
  const memberOf = ({ member, own }: IndicatorRow): Readonly<Record<string, string | undefined>> => {
    if (by === 'area') return { areaId: member, own: own ? 'only' : undefined };
    return { [by === 'channel' ? by : `${by}Id`]: member === '' ? 'none' : member };
  };
  const cells = (
    row: Pick<IndicatorRow, 'sums' | 'open'>,
    name: string,
    also: Readonly<Record<string, string | undefined>>,
  ) =>
    columns.map((column) => (
      <td key={column} className="number right">
        {column === 'rate' ? (
          (shareOf(row.sums.completed, row.sums.accepted) ?? <span className="quiet">{t('supervisor.noShare')}</span>)
        ) : (
          <Opens
            href={openedHref(input, column, also)}
            count={figure(numberIn(row, column))}
            label={`${name} ${t(`supervisor.columns.${column}`)}`}
          />
        )}
      </td>
    ));
  return (
    <section className="stack" aria-labelledby="ranking">
      <div className="row">
        <h2 id="ranking">{t('supervisor.ranking')}</h2>
        <fieldset className="figures-cuts" aria-label={t('supervisor.cutBy')}>
          {indicatorCuts.map((each) => (
            <button key={each} type="button" aria-pressed={each === by} onClick={() => cut(each)}>
              {t(`supervisor.cuts.${each}`)}
            </button>
          ))}
        </fieldset>
        <span className="grow" />
        <Link href="/indicators/definitions#completionRate">{t('supervisor.howCounted')}</Link>
      </div>
      {found.rows.length === 0 ? (
        <p className="quiet">{t(by === 'area' ? 'supervisor.noBelow' : 'supervisor.nothing')}</p>
      ) : (
        <Scrolled label={t('supervisor.ranking')}>
          <table className="rows rows-plain figures-table figures-ranking">
            <thead>
              <tr>
                <th scope="col" aria-sort={sorted !== 'name' ? 'none' : by === 'area' ? 'other' : 'ascending'}>
                  <button type="button" className="link" onClick={() => sort('name')}>
                    {t(`supervisor.cuts.${by}`)}
                  </button>
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="right" aria-sort={sorted === column ? 'descending' : 'none'}>
                    <button type="button" className="link" onClick={() => sort(column)}>
                      {t(`supervisor.columns.${column}`)}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => {
                const name = row.own ? `${local(row.name)} ${t('supervisor.own')}` : local(row.name);
                const also = memberOf(row);
                const opensBelow = by !== 'area' || row.divided === true;
                return (
                  <tr key={`${row.member}${row.own ? '-own' : ''}`}>
                    <th scope="row">
                      {opensBelow && !row.own ? (
                        <button
                          type="button"
                          className="link"
                          onClick={() => put(by === 'area' ? also : { ...also, by: 'area' })}
                        >
                          {name}
                        </button>
                      ) : (
                        name
                      )}
                    </th>
                    {cells(row, name, also)}
                  </tr>
                );
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('supervisor.total')}</th>
                {cells(found, t('supervisor.total'), {})}
              </tr>
            </tfoot>
          </table>
        </Scrolled>
      )}
      {rows.length > shown && (
        <p>
          <Button onClick={() => show(rows.length)}>{t('supervisor.showAll', { count: rows.length })}</Button>
        </p>
      )}
    </section>
  );
}

/** So many rows are drawn before one asks for all. */
const mostShown = 100;

/** All indicators with their two numbers, now, in the span before and in the year before. */
function All({ input, found, definitions }: { input: Input; found: Found; definitions: IndicatorDefinitions }) {
  const { t, local } = useWords();
  const spans = [
    { key: 'now', from: found.from, to: found.to, basis: found.basis, sums: found.sums },
    { key: 'before', ...found.before },
    { key: 'yearBefore', ...found.yearBefore },
  ] as const;
  const nameOf = (key: string) =>
    local(definitions.measures.find((measure) => measure.key === key)?.name ?? { zh: '', en: '' });
  return (
    <section className="stack" aria-labelledby="all-indicators">
      <h2 id="all-indicators">{t('supervisor.allIndicators')}</h2>
      <Scrolled label={t('supervisor.allIndicators')}>
        <table className="rows rows-plain figures-table">
          <thead>
            <tr>
              <th scope="col">{t('supervisor.indicator')}</th>
              {spans.map(({ key, from, to, basis }) => (
                <th key={key} scope="col" className="right">
                  {t(`supervisor.spans.${key}`)}
                  <span className="quiet number"> {`${from} – ${to}`}</span>
                  {basis === 'closed' && <span className="quiet"> {t('supervisor.asClosed')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {definitions.indicators.map(({ key, name, numerator, denominator, unit }) => (
              <tr key={key}>
                <th scope="row">
                  <Link href={`/indicators/definitions#${key}`}>{local(name)}</Link>
                </th>
                {spans.map(({ key: span, from, to, sums }) => (
                  <td key={span} className="number right">
                    {shareOf(sums[numerator], sums[denominator], unit) ?? t('supervisor.noShare')}
                    <span className="quiet">
                      {' '}
                      <Opens
                        href={openedHref({ ...input, from, to }, numerator)}
                        count={figure(sums[numerator])}
                        label={`${t(`supervisor.spans.${span}`)} ${nameOf(numerator)}`}
                      />{' '}
                      ／{' '}
                      <Opens
                        href={openedHref({ ...input, from, to }, denominator)}
                        count={figure(sums[denominator])}
                        label={`${t(`supervisor.spans.${span}`)} ${nameOf(denominator)}`}
                      />
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}
