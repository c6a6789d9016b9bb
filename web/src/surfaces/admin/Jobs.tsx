import { Button, Radio } from 'antd';
import { useSearchParams } from 'wouter';
import type { JobView } from '../../../../contract/operations.ts';
import { useAct } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

const states = ['dead', 'failed', 'planned'] as const;
const shapes = { dead: 'red', failed: 'yellow', planned: 'none' } as const;

/** Work that failed or waits: a dead job is looked at by a person before it is tried again. */
export function Jobs() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const state = states.find((each) => each === params.get('state'));
  const list = usePages('GET /jobs', { ...(state ? { state } : {}), limit: 50 });
  usePageTitle(t('rail.jobs'));
  const jobs = list.data?.pages.flatMap((page) => page.jobs) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('rail.jobs')}</h1>
      <p className="quiet">{t('admin.jobsHint')}</p>
      <div>
        <Radio.Group
          aria-label={t('admin.jobState')}
          value={state ?? ''}
          onChange={(event) => setParams(event.target.value ? { state: event.target.value } : {}, { replace: true })}
          options={[
            { value: '', label: t('admin.anyState') },
            ...states.map((each) => ({ value: each, label: t(`admin.jobStates.${each}`) })),
          ]}
        />
      </div>
      <Refused error={list.error} />
      {list.isSuccess && jobs.length === 0 && <p>{t('admin.jobsNone')}</p>}
      {jobs.length > 0 && (
        <Scrolled label={t('rail.jobs')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('admin.jobState')}</th>
                <th scope="col">{t('admin.jobKind')}</th>
                <th scope="col">{t('admin.runAt')}</th>
                <th scope="col" className="right">
                  {t('admin.tries')}
                </th>
                <th scope="col">{t('admin.error')}</th>
                <th scope="col">
                  <span className="only-heard">{t('admin.retry')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <JobRow key={job.jobId} job={job} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </div>
  );
}

function JobRow({ job }: { job: JobView }) {
  const { t, at, day, find } = useWords();
  const retry = useAct('POST /jobs/:jobId/retry');
  return (
    <tr>
      <td>
        <Light shape={shapes[job.state]}>{t(`admin.jobStates.${job.state}`)}</Light>
      </td>
      <td>
        {find(`admin.jobKinds.${job.kind.replace('.', '-')}`, 'admin.jobKinds.other', { kind: job.kind })}
        {job.document && (
          <div className="quiet" lang="zh-CN">
            {job.document.title} {job.document.number ?? day(job.document.day)}
          </div>
        )}
      </td>
      <td className="quiet">{at(job.runAt)}</td>
      <td className="right number">{job.tries}</td>
      <td className="quiet job-error">{job.error}</td>
      <td className="right">
        {job.state === 'dead' && (
          <Button
            size="small"
            loading={retry.isPending}
            aria-label={`${t('admin.retry')}${t('colon')}${job.kind}`}
            onClick={() => retry.mutate({ jobId: job.jobId })}
          >
            {t('admin.retry')}
          </Button>
        )}
        <Refused error={retry.error} />
      </td>
    </tr>
  );
}
