import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ListSummary } from '../../../../../contract/lists.ts';
import { listGroups } from '../../../../../contract/words.ts';
import { useRead } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { Loaded } from '../../../ui/resident/loaded.tsx';
import { Back, Chevron, Page, Row, Rows, Section } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import './lists.css';

/** 公开清单: every list of the catalogue with how much stands on it. */
export function Lists() {
  const { t } = useTranslation(['lists', 'resident']);
  const { text } = useSaying();
  return (
    <Loaded of={useRead('GET /lists', {})}>
      {({ lists, sets }) => (
        <Page heading={t('title')} className="lists" before={<Back to="/">{t('resident:home')}</Back>}>
          <p>
            <Say text={t('text')} />
          </p>
          <Rows>
            <Row to="/lists/figures" name={t('figures')}>
              <span className="row-note">
                <Say text={t('figuresText')} />
              </span>
            </Row>
          </Rows>
          <Section heading={t('sets')}>
            {sets.map(({ key, name, lists: within }) => (
              <nav key={key} className="list-set" aria-label={text(name)}>
                <strong>{text(name)}</strong>
                <ul>
                  {within.flatMap((each) => {
                    const list = lists.find((one) => one.key === each);
                    return list === undefined ? [] : [<InSet key={each} list={list} />];
                  })}
                </ul>
              </nav>
            ))}
          </Section>
          {listGroups.map((group) => (
            <Section key={group} heading={t(`groups.${group}`)}>
              <Rows>
                {lists
                  .filter((list) => list.group === group)
                  .map((list) => (
                    <ListRow key={list.key} list={list} />
                  ))}
              </Rows>
            </Section>
          ))}
        </Page>
      )}
    </Loaded>
  );
}

function InSet({ list: { key, name, rows } }: { list: ListSummary }) {
  const { text } = useSaying();
  return (
    <li>
      <Link href={`/lists/${key}`}>
        <span className="line">{text(name).replace(/清单$|事项清单$/, '')}</span>{' '}
        <span className="list-count">{rows}</span>
      </Link>
    </li>
  );
}

function ListRow({ list: { key, name, text: about, rows, items } }: { list: ListSummary }) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  return (
    <li>
      <Link className="row" href={`/lists/${key}`}>
        <span className="row-text">
          <span className="row-name">
            <span className="line">{text(name)}</span>
          </span>
          <span className="row-note">
            <Say text={text(about)} />
          </span>
        </span>
        <span className="list-end">
          <span className="list-count">
            {rows === items ? t('rows', { count: rows }) : t('items', { rows, items })}
          </span>
          <Chevron />
        </span>
      </Link>
    </li>
  );
}
