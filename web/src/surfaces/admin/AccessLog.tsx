import { refusalStatus } from '../../../../contract/words.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { refusalSentence, useWords } from '../staff/words.ts';

/** Refused access and every sign-in, newest first. */
export function AccessLog() {
  const { t, at, find } = useWords();
  const list = usePages('GET /access-log', { limit: 50 });
  usePageTitle(t('rail.accessLog'));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('rail.accessLog')}</h1>
      <p className="quiet">{t('admin.logHint')}</p>
      <Refused error={list.error} />
      {list.isSuccess && rows.length === 0 && <p>{t('admin.empty')}</p>}
      {rows.length > 0 && (
        <Scrolled label={t('rail.accessLog')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('admin.at')}</th>
                <th scope="col">{t('admin.who')}</th>
                <th scope="col">{t('admin.code')}</th>
                <th scope="col">{t('admin.route')}</th>
                <th scope="col">{t('admin.address')}</th>
                <th scope="col" className="right">
                  {t('admin.times')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no other identity than their place
                <tr key={index}>
                  <td className="quiet">{at(row.at)}</td>
                  <td>{row.who === 'visitor' ? t('admin.visitor') : row.who}</td>
                  <td>
                    {find(`admin.kinds.${row.kind}`, 'admin.kinds.other', { kind: row.kind })}
                    {row.kind === 'refused' && row.code in refusalStatus && (
                      <span className="quiet">
                        {t('colon')}
                        {refusalSentence(row.code)}
                      </span>
                    )}
                  </td>
                  <td className="quiet">{row.route}</td>
                  <td className="quiet number">{row.address}</td>
                  <td className="right number">{row.times}</td>
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
