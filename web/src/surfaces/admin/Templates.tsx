import { Link } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 文书模板: the version of every kind of document that is in force. */
export function Templates() {
  const { t, at } = useWords();
  const list = useRead('GET /document-templates', {});
  usePageTitle(t('templates.title'));
  return (
    <div className="page-pad">
      <h1>{t('templates.title')}</h1>
      <p className="quiet">{t('templates.hint')}</p>
      <Refused error={list.error} />
      {list.data && (
        <Scrolled label={t('templates.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('templates.kind')}</th>
                <th scope="col">{t('templates.profile')}</th>
                <th scope="col" className="right">
                  {t('templates.version')}
                </th>
                <th scope="col">{t('templates.publishedAt')}</th>
                <th scope="col">{t('templates.publishedBy')}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.templates.map(({ kind, profile, version, publishedAt, publishedBy, lacks }) => (
                <tr key={`${kind} ${profile ?? ''}`}>
                  <td>
                    <Link href={`/templates/${kind}?version=${version}`}>{t(`templates.kinds.${kind}`)}</Link>
                    {lacks.length > 0 && (
                      <p className="fault">{t('templates.lacksShort', { names: lacks.join(t('list.separator')) })}</p>
                    )}
                  </td>
                  <td>{profile ? t(`templates.profiles.${profile}`) : t('templates.allProfiles')}</td>
                  <td className="right number">{version}</td>
                  <td className="quiet">{publishedAt ? at(publishedAt) : t('templates.builtIn')}</td>
                  <td className="quiet">{publishedBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </div>
  );
}
