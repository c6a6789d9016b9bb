import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type {
  Indicators as Found,
  IndicatorCut,
  IndicatorDefinitions,
  IndicatorRow,
} from '../../../../contract/indicators.ts';
import { indicatorCuts } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { figure, openedHref, type Preset, presets, shareOf, spanOf, useAsked } from './asked.ts';
import { OpenNow } from './OpenNow.tsx';
import { Trend } from './Trend.tsx';
import './supervisor.css';

/** The five that stand on top; all of them stand in the table below. */
const leading = ['completionRate', 'onTimeRate', 'earlyRate', 'correctionRate', 'onlineShare'];

type Input = NonNullable<ReturnType<typeof useAsked>['input']>;

/** 运行数据: what was accepted, decided and completed in a span, where, and how that grew. Every number opens. */
export function Indicators() {
  const { t } = useWords();
  const { input, by, put } = useAsked();
  usePageTitle(t('supervisor.title'));
  const read = useRead('GET /indicators', { ...(input ?? { from: '', to: '' }), by }, { enabled: input !== undefined });
  const definitions = useRead('GET /indicator-definitions', {});
  if (input === undefined) return <Loading />;
  return (
    <div className="page-pad figures">
      <Head input={input} by={by} found={read.data} />
      <Refused error={read.error ?? definitions.error} />
      {read.data === undefined || definitions.data === undefined ? (
        read.error === null && <Loading />
      ) : (
        <>
          <Leading input={input} found={read.data} definitions={definitions.data} />
          <div className="figures-columns">
            <div className="stack">
              <Trend input={input} />
              <OpenNow input={input} />
              <Corrections found={read.data} />
            </div>
            <Ranking input={input} found={read.data} by={by} cut={(next) => put({ by: next })} />
          </div>
          <All input={input} found={read.data} definitions={definitions.data} />
        </>
      )}
    </div>
  );
}

function Head({ input, by, found }: { input: Input; by: IndicatorCut; found: Found | undefined }) {
  const { t, local, at, language } = useWords();
  const { put, today, said } = useAsked();
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
  const narrowed = (['centerId', 'organId', 'itemId', 'channel'] as const).filter((name) => input[name] !== undefined);
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
        {narrowed
          .filter((name) => name !== 'organId' || found?.organ === undefined || said('organId') !== '')
          .map((name) => (
            <Narrowed key={name} name={name} value={input[name] ?? ''} drop={() => put({ [name]: undefined })} />
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
      {found && found.closed.length > 0 && (
        <p className="quiet">
          {t('supervisor.closedMonths', {
            months: found.closed.map((month) => month.slice(0, 7)).join(t('supervisor.comma')),
          })}
        </p>
      )}
      <Refused error={count.error} />
    </div>
  );
}

/** What narrows the page beside the area, with the way back. */
function Narrowed({
  name,
  value,
  drop,
}: {
  name: 'centerId' | 'organId' | 'itemId' | 'channel';
  value: string;
  drop: () => void;
}) {
  const { t, local } = useWords();
  const { input } = useAsked();
  const cut = ({ centerId: 'center', organId: 'organ', itemId: 'item', channel: 'channel' } as const)[name];
  const { [name]: _, ...wider } = input ?? { from: '', to: '' };
  // The list that the member was chosen from knows its name.
  const rows = useRead('GET /indicators', { ...wider, by: cut }, { enabled: input !== undefined }).data?.rows ?? [];
  const row = rows.find(({ member }) => member === value);
  return (
    <span className="figures-narrowed">
      {t(`supervisor.cuts.${cut}`)}
      {t('colon')}
      {row === undefined ? '…' : local(row.name)}
      <button type="button" className="link" onClick={drop}>
        {t('supervisor.all')}
      </button>
    </span>
  );
}

/** A number that opens: definition, how it is counted, each case. */
function Opens({
  input,
  measure,
  count,
  label,
  also = {},
}: {
  input: Input;
  measure: string;
  count: number;
  label: string;
  also?: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <Link href={openedHref(input, measure, also)} className="opens number" aria-label={`${label} ${figure(count)}`}>
      {figure(count)}
    </Link>
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
                {nameOf(numerator)} <Opens input={input} measure={numerator} count={part} label={nameOf(numerator)} />{' '}
                ／ {nameOf(denominator)}{' '}
                <Opens input={input} measure={denominator} count={whole} label={nameOf(denominator)} />
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
  const { t, local } = useWords();
  const { put } = useAsked();
  const [sorted, sort] = useState<Column | 'name'>('name');
  const rows =
    sorted === 'name' ? found.rows : [...found.rows].sort((a, b) => numberIn(b, sorted) - numberIn(a, sorted));
  const memberOf = (row: IndicatorRow): Readonly<Record<string, string | undefined>> => {
    switch (by) {
      case 'area':
        return { areaId: row.member, own: row.own ? 'only' : undefined };
      case 'center':
        return { centerId: row.member };
      case 'organ':
        return { organId: row.member };
      case 'item':
        return { itemId: row.member };
      case 'channel':
        return { channel: row.member };
    }
  };
  const cells = (
    row: Pick<IndicatorRow, 'sums' | 'open'>,
    name: string,
    also: Readonly<Record<string, string | undefined>> | undefined,
  ) =>
    columns.map((column) => (
      <td key={column} className="number right">
        {column === 'rate' ? (
          (shareOf(row.sums.completed, row.sums.accepted) ?? <span className="quiet">{t('supervisor.noShare')}</span>)
        ) : also === undefined ? (
          figure(numberIn(row, column))
        ) : (
          <Opens
            input={input}
            measure={column}
            count={numberIn(row, column)}
            label={`${name} ${t(`supervisor.columns.${column}`)}`}
            also={also}
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
          <table className="rows rows-plain figures-table">
            <thead>
              <tr>
                <th scope="col" aria-sort={sorted === 'name' ? 'ascending' : 'none'}>
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
              {rows.map((row) => {
                const name = row.own ? `${local(row.name)} ${t('supervisor.own')}` : local(row.name);
                const also = row.member === '' ? undefined : memberOf(row);
                const opensBelow = by !== 'area' || row.divided === true;
                return (
                  <tr key={`${row.member}${row.own ? '-own' : ''}`}>
                    <th scope="row">
                      {also !== undefined && opensBelow && !row.own ? (
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
    </section>
  );
}

/** All indicators with their two numbers, now, in the span before and in the year before. */
function All({ input, found, definitions }: { input: Input; found: Found; definitions: IndicatorDefinitions }) {
  const { t, local } = useWords();
  const spans = [
    { key: 'now', from: found.from, to: found.to, sums: found.sums },
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
              {spans.map(({ key, from, to }) => (
                <th key={key} scope="col" className="right">
                  {t(`supervisor.spans.${key}`)}
                  <span className="quiet number"> {`${from} – ${to}`}</span>
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
                        input={{ ...input, from, to }}
                        measure={numerator}
                        count={sums[numerator]}
                        label={`${t(`supervisor.spans.${span}`)} ${nameOf(numerator)}`}
                      />{' '}
                      ／{' '}
                      <Opens
                        input={{ ...input, from, to }}
                        measure={denominator}
                        count={sums[denominator]}
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

/** What closed months said and what counts in them since. */
function Corrections({ found }: { found: Found }) {
  const { t, local } = useWords();
  const names = useRead('GET /indicator-definitions', {}).data?.measures ?? [];
  if (found.corrections.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="corrections">
      <h2 id="corrections">{t('supervisor.corrections')}</h2>
      <p className="quiet">{t('supervisor.correctionsHint')}</p>
      <table className="rows rows-plain">
        <thead>
          <tr>
            <th scope="col">{t('supervisor.month')}</th>
            <th scope="col">{t('supervisor.number')}</th>
            <th scope="col" className="right">
              {t('supervisor.asClosed')}
            </th>
            <th scope="col" className="right">
              {t('supervisor.asNow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.corrections.map(({ month, measure, closed, now }) => (
            <tr key={`${month}${measure}`}>
              <td className="number">{month.slice(0, 7)}</td>
              <td>{local(names.find(({ key }) => key === measure)?.name ?? { zh: measure, en: measure })}</td>
              <td className="number right">{figure(closed)}</td>
              <td className="number right">{figure(now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
