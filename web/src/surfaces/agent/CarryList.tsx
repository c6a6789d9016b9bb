import { Link } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { DueLight } from '../staff/DueLight.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** What this village agent carries, for a phone held in one hand: who, what, where, until when, one big button. */
export function CarryList() {
  const words = useWords();
  const { t, local, day } = words;
  const read = useRead('GET /worklist', { limit: 100 }, { refetchInterval: 60_000 });
  usePageTitle(t('agent.title'));
  const rows = read.data?.rows ?? [];
  return (
    <div className="carry">
      <h1>
        {t('agent.title')} {read.isSuccess && <span className="quiet">{t('agent.count', { count: rows.length })}</span>}
      </h1>
      <Refused error={read.error} />
      {read.isPending && <Loading />}
      {read.isSuccess && rows.length === 0 && <p>{t('agent.empty')}</p>}
      <ul className="carry-list">
        {rows.map((row) => (
          <li key={row.caseId} className="carry-row">
            <div className="row">
              <strong className="grow carry-who">{row.applicant}</strong>
              <DueLight due={row.due} state={row.state} />
            </div>
            <p>{local(row.itemName)}</p>
            <p className="quiet">
              {row.region && `${t('agent.where')} ${local(row.region)} `}
              {row.due && t('due.delivery', { day: day(row.due.day) })}
            </p>
            <p className="quiet number small">{row.caseNo}</p>
            <Link
              href={row.next === 'deliver' ? `/cases/${row.caseId}/deliver` : `/cases/${row.caseId}`}
              className={row.next === 'deliver' ? 'button button-primary button-big' : 'button button-big'}
              aria-label={`${row.next === 'deliver' ? t('agent.deliver') : words.nextWord(row.next)}${t('colon')}${row.applicant}`}
            >
              {row.next === 'deliver' ? t('agent.deliver') : words.shortState(row)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
