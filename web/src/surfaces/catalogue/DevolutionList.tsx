import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { BatchSummary } from '../../../../contract/devolution.ts';
import { devolutionSteps } from '../../../../contract/words.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './catalogue.css';
import './devolution.css';
import { dayWithYear } from './standing.ts';

/** 赋权批次, newest first, and how many joint meetings there were this year. */
export function DevolutionList() {
  const { t, local, language } = useWords();
  const [params, setParams] = useSearchParams();
  const step = devolutionSteps.find((each) => each === params.get('step'));
  const list = usePages('GET /devolution-batches', { ...(step && { step }) });
  const [first] = list.data?.pages ?? [];
  const batches = list.data?.pages.flatMap((page) => page.batches) ?? [];
  usePageTitle(t('devolution.title'));
  return (
    <div className="page-pad devolution">
      <div className="row">
        <h1 className="grow">{t('devolution.title')}</h1>
        {first?.mayPropose === true && (
          <Link className="button button-primary" href="/devolution/new">
            {t('devolution.propose')}
          </Link>
        )}
      </div>
      <p className="quiet">{t('devolution.hint')}</p>
      <div className="row">
        <fieldset className="filters" aria-label={t('devolution.filters')}>
          <Select
            aria-label={t('devolution.step')}
            variant="borderless"
            popupMatchSelectWidth={false}
            value={step ?? ''}
            onChange={(value) => setParams(value === '' ? {} : { step: value }, { replace: true })}
            options={[
              { value: '', label: t('devolution.anyStep') },
              ...devolutionSteps.map((each) => ({ value: each, label: t(`devolution.steps.${each}`) })),
            ]}
          />
        </fieldset>
        {first && (
          <span>
            {t('devolution.total', { count: first.total })} ·{' '}
            {t('devolution.meetings', { count: first.meetingsThisYear })}
          </span>
        )}
      </div>
      <Refused error={list.error} />
      {list.isSuccess && batches.length === 0 && <p>{t('devolution.none')}</p>}
      {batches.length > 0 && (
        <Scrolled label={t('devolution.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('devolution.number')}</th>
                <th scope="col">{t('devolution.name')}</th>
                <th scope="col">{t('devolution.from')}</th>
                <th scope="col" className="right">
                  {t('devolution.items')}
                </th>
                <th scope="col" className="right">
                  {t('devolution.receivers')}
                </th>
                <th scope="col">{t('devolution.step')}</th>
                <th scope="col">{t('devolution.effective')}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.batchId}>
                  <td className="number nowrap">{batch.number}</td>
                  <td>
                    <Link href={`/devolution/${batch.batchId}`}>{batch.title}</Link>
                  </td>
                  <td>{batch.from.map(({ name }) => local(name)).join(t('list.separator'))}</td>
                  <td className="right number">{batch.items}</td>
                  <td className="right number">{batch.receivers}</td>
                  <td className="nowrap">
                    <BatchStep batch={batch} />
                  </td>
                  <td className="nowrap">{batch.effectiveDay && dayWithYear(batch.effectiveDay, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </div>
  );
}

const shapes: Partial<Record<BatchSummary['step'], Shape>> = { LIVE: 'done', TAKEN_BACK: 'wrong', WITHDRAWN: 'wrong' };

export function BatchStep({ batch: { step } }: { batch: Pick<BatchSummary, 'step'> }) {
  const { t } = useWords();
  return <Light shape={shapes[step] ?? 'none'}>{t(`devolution.steps.${step}`)}</Light>;
}
