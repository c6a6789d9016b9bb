import { Link, useSearchParams } from 'wouter';
import type { Correction, OpenedKey } from '../../../../contract/indicators.ts';
import { measureKeys } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { change, figure, useAsked } from './asked.ts';
import './supervisor.css';

const lights = ['green', 'yellow', 'red', 'blue', 'none'] as const;

/** One number opened: what it counts, how, and each case behind it. */
export function CountedCases() {
  const { t } = useWords();
  const { input } = useAsked();
  const [params] = useSearchParams();
  const measure = [...measureKeys, 'open' as const].find((each) => each === params.get('measure')) ?? 'accepted';
  usePageTitle(t('supervisor.opened.title'));
  if (input === undefined) return <Loading />;
  return <Opened input={input} measure={measure} />;
}

function Opened({ input, measure }: { input: NonNullable<ReturnType<typeof useAsked>['input']>; measure: OpenedKey }) {
  const words = useWords();
  const { t, local, day } = words;
  const [params] = useSearchParams();
  const definitions = useRead('GET /indicator-definitions', {}).data;
  const whole = useRead('GET /indicators', input).data;
  const light = lights.find((each) => measure === 'open' && each === params.get('light'));
  const isChange = params.get('counted') === 'changed' && light === undefined;
  const list = usePages('GET /indicators/cases', {
    ...{ ...input, measure },
    ...(light && { light }),
    ...(isChange && { counted: 'changed' }),
  });
  const cases = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const hidden = list.data?.pages[0]?.hidden;
  const counted = definitions?.measures.find(({ key }) => key === measure);
  const name = measure === 'open' ? t('supervisor.columns.open') : local(counted?.name ?? { zh: '', en: '' });
  const isSum = counted?.amount !== undefined || isChange;
  const { counted: _, ...days } = input;
  const changed = useRead('GET /indicators/corrections', days, { enabled: isChange }).data;
  const value = isChange
    ? changed && changeOf(changed.corrections, measure)
    : whole && figure(measure === 'open' ? whole.open : whole.sums[measure]);
  return (
    <div className="page-pad figures">
      <p>
        <Link href={`/indicators?${new URLSearchParams(input)}`}>{t('supervisor.opened.back')}</Link>
      </p>
      <h1>
        {name} {light === undefined && <span className="number">{value ?? '…'}</span>}
        {isChange && ` ${t('supervisor.changedSince')}`}
        {light !== undefined && <Light shape={light}>{t(`supervisor.openNow.${light}`)}</Light>}
      </h1>
      <dl className="figures-definition">
        <dt>{t('supervisor.opened.span')}</dt>
        <dd className="number">
          {light !== undefined
            ? t('supervisor.opened.now')
            : measure === 'open'
              ? t('supervisor.opened.until', { day: input.to })
              : `${input.from} – ${input.to}`}
        </dd>
        <dt>{t('supervisor.opened.where')}</dt>
        <dd>
          {[...(whole?.areas ?? [])]
            .reverse()
            .map((area) => local(area.name))
            .join(' › ')}
          {input.own && ` › ${t('supervisor.own')}`}
          {whole?.narrowed.map(
            ({ cut, name: narrowed }) => ` · ${t(`supervisor.cuts.${cut}`)}${t('colon')}${local(narrowed)}`,
          )}
        </dd>
        {whole !== undefined && light === undefined && whole.closed.length > 0 && (
          <>
            <dt>{t('supervisor.opened.by')}</dt>
            <dd>
              {t(
                isChange
                  ? 'supervisor.opened.byChange'
                  : whole.basis === 'closed'
                    ? 'supervisor.opened.byClosing'
                    : 'supervisor.opened.byLedger',
              )}
            </dd>
          </>
        )}
        <dt>{t('supervisor.opened.how')}</dt>
        <dd>{light === undefined ? t(`supervisor.meaning.${measure}`) : t('supervisor.openNow.meaning')}</dd>
        {light === undefined && (
          <>
            <dt>{t('supervisor.opened.query')}</dt>
            <dd>
              <code>
                {measure === 'open'
                  ? 'accepted_day <= :to and (completed_day is null or completed_day > :to)'
                  : `${counted?.counted ?? ''}${counted?.amount ? ` → sum(${counted.amount})` : ''}`}
              </code>
            </dd>
          </>
        )}
      </dl>
      <Refused error={list.error} />
      {list.isSuccess && cases.length === 0 && hidden === undefined && (
        <p>{t(whole && whole.countedAt === undefined ? 'supervisor.neverCounted' : 'supervisor.opened.none')}</p>
      )}
      {cases.length > 0 && (
        <Scrolled label={name}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('supervisor.opened.caseNo')}</th>
                <th scope="col">{t('supervisor.opened.item')}</th>
                <th scope="col">{t('supervisor.opened.applicant')}</th>
                <th scope="col">{t('supervisor.cuts.center')}</th>
                <th scope="col">{t('supervisor.cuts.organ')}</th>
                <th scope="col">{t('supervisor.opened.accepted')}</th>
                <th scope="col">{t('supervisor.opened.decided')}</th>
                <th scope="col">{t('supervisor.opened.completed')}</th>
                {isSum && (
                  <th scope="col" className="right">
                    {t('supervisor.opened.amount')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {cases.map((row) => (
                <tr key={`${row.caseId}${row.day}`}>
                  <td className="number">
                    <Link href={`/cases/${row.caseId}`}>{row.caseNo}</Link>
                  </td>
                  <td>{local(row.itemName)}</td>
                  <td>{row.applicant}</td>
                  <td>{row.centerName && local(row.centerName)}</td>
                  <td>{row.organName && local(row.organName)}</td>
                  <td>{row.acceptedDay && day(row.acceptedDay)}</td>
                  <td>{row.decidedDay && day(row.decidedDay)}</td>
                  <td>
                    {row.completedDay ? (
                      day(row.completedDay)
                    ) : (
                      <span className="quiet">{words.stateName(row.state)}</span>
                    )}
                  </td>
                  {isSum && <td className="number right">{isChange ? change(row.amount) : figure(row.amount)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {hidden !== undefined && (
        <p className="quiet">
          {isSum
            ? t('supervisor.opened.hiddenSum', {
                count: hidden.cases,
                amount: isChange ? change(hidden.amount) : figure(hidden.amount),
              })
            : t('supervisor.opened.hidden', { count: hidden.cases })}
        </p>
      )}
      <More list={list} />
    </div>
  );
}

/** How much a number changed since it was closed. */
function changeOf(corrections: readonly Correction[], measure: OpenedKey): string {
  const by = corrections
    .filter((each) => each.measure === measure)
    .reduce((sum, { closed, now }) => sum + now - closed, 0);
  return change(by);
}
