import { Link } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** What waits for the head: requests for more time, due first, and procedures that take longer than was told. */
export function HeadsWork() {
  const { t, day, local } = useWords();
  const read = useRead('GET /heads-work', {}, { refetchInterval: 60_000 });
  usePageTitle(t('procedures.heads.title'));
  const { extensions = [], overlong = [] } = read.data ?? {};
  return (
    <div className="page-pad">
      <h1>{t('procedures.heads.title')}</h1>
      <Refused error={read.error} />
      <div>
        <h2>{t('procedures.heads.extensions')}</h2>
        {extensions.length === 0 ? (
          <p className="quiet">{t('procedures.heads.noExtensions')}</p>
        ) : (
          <Scrolled label={t('procedures.heads.extensions')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('procedures.heads.lastDay')}</th>
                  <th scope="col">{t('procedures.heads.item')}</th>
                  <th scope="col">{t('procedures.heads.organ')}</th>
                  <th scope="col">{t('procedures.heads.days')}</th>
                  <th scope="col">{t('procedures.heads.asked')}</th>
                  <th scope="col">{t('procedures.heads.caseNo')}</th>
                </tr>
              </thead>
              <tbody>
                {extensions.map((row) => (
                  <tr key={row.extensionId}>
                    <td>{day(row.oldDay)}</td>
                    <td>{local(row.itemName)}</td>
                    <td>{local(row.organ)}</td>
                    <td>{t('procedures.days', { count: row.days })}</td>
                    <td>{row.askedBy.name}</td>
                    <td>
                      <Link href={`/cases/${row.caseId}/extend`}>
                        {t('procedures.heads.open')} {row.caseNo}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </div>
      <div>
        <h2>{t('procedures.heads.overlong')}</h2>
        {overlong.length === 0 ? (
          <p className="quiet">{t('procedures.heads.noOverlong')}</p>
        ) : (
          <Scrolled label={t('procedures.heads.overlong')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('procedures.heads.expected')}</th>
                  <th scope="col">{t('procedures.heads.item')}</th>
                  <th scope="col">{t('procedures.start.ground')}</th>
                  <th scope="col">{t('procedures.heads.organ')}</th>
                  <th scope="col">{t('procedures.heads.caseNo')}</th>
                </tr>
              </thead>
              <tbody>
                {overlong.map((row) => (
                  <tr key={row.procedureId}>
                    <td>{day(row.expectedDay)}</td>
                    <td>{local(row.itemName)}</td>
                    <td>{t(`procedures.ground.${row.ground}`)}</td>
                    <td>{local(row.organ)}</td>
                    <td>
                      <Link href={`/cases/${row.caseId}`}>{row.caseNo}</Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </div>
    </div>
  );
}
