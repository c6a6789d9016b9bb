import { Link, useSearchParams } from 'wouter';
import type { WorkRow } from '../../../../contract/cases.ts';
import { useRead } from '../../api/hooks.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { DueLight } from '../staff/DueLight.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/**
 * A village agent's home, for a phone held in one hand: what he carries, with one big button each; what his station took
 * in; and the way to the next person who comes with papers.
 */
export function CarryList() {
  const { t } = useWords();
  const [params] = useSearchParams();
  const q = params.get('q') ?? '';
  const queue = params.get('queue') === 'takenIn' ? 'takenIn' : 'mine';
  const read = useRead('GET /worklist', { queue, limit: 100, ...(q && { q }) }, { refetchInterval: 60_000 });
  const title = q ? t('work.found', { q }) : t(queue === 'takenIn' ? 'queue.takenIn' : 'agent.title');
  usePageTitle(title);
  const rows = read.data?.rows ?? [];
  return (
    <div className="carry">
      <div className="row">
        <h1 className="grow">
          {title} {read.isSuccess && <span className="quiet">{t('agent.count', { count: rows.length })}</span>}
        </h1>
        <Link href="/intake" className="button button-big">
          {t('rail.intake')}
        </Link>
      </div>
      <Refused error={read.error} />
      {read.isPending && <Loading />}
      {read.isSuccess && rows.length === 0 && !q && (
        <p>{t(queue === 'takenIn' ? 'agent.takenInEmpty' : 'agent.empty')}</p>
      )}
      <ul className="carry-list">
        {rows.map((row) => (
          <CarryRow key={row.caseId} row={row} />
        ))}
      </ul>
    </div>
  );
}

function CarryRow({ row }: { row: WorkRow }) {
  const words = useWords();
  const { t, local, day } = words;
  const carries = row.next === 'deliver';
  return (
    <li className="carry-row">
      <div className="row">
        <strong className="grow carry-who">{row.applicant}</strong>
        <DueLight due={row.due} state={row.state} />
      </div>
      <p>{local(row.itemName)}</p>
      <p className="quiet">
        {row.region && carries && `${t('agent.where')} ${local(row.region)} `}
        {row.due && carries && t('due.delivery', { day: day(row.due.day) })}
      </p>
      <p className="quiet number small">{row.caseNo}</p>
      <Link
        href={carries ? `/cases/${row.caseId}/deliver` : `/cases/${row.caseId}`}
        className={carries ? 'button button-primary button-big' : 'button button-big'}
        aria-label={`${carries ? t('agent.deliver') : words.shortState(row)}${t('colon')}${row.applicant}`}
      >
        {carries ? t('agent.deliver') : words.shortState(row)}
      </Link>
    </li>
  );
}
