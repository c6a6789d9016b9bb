import { useTranslation } from 'react-i18next';
import { lifeEvents } from '../../../../contract/life-events.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Back, Page, Row, Rows, Section } from '../../ui/resident/page.tsx';

/** The ways to look without a word for it: by life event, by whom it serves, by who decides. */
export function LifeEvents() {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  return (
    <Page heading={t('lifeEvents.title')} before={<Back to="/">{t('home')}</Back>}>
      <Rows>
        {lifeEvents.map((event) => (
          <Row key={event} to={`/find?lifeEvent=${event}`} name={t(`lifeEvents.${event}`)} />
        ))}
      </Rows>
      <Section heading={t('find.byAudience')}>
        <Rows>
          <Row to="/find?audience=person" name={t('find.audiences.person')} />
          <Row to="/find?audience=firm" name={t('find.audiences.firm')} />
        </Rows>
      </Section>
      {departments.length === 0 ? null : (
        <Section heading={t('find.byOffice')}>
          <Rows>
            {departments.map(({ departmentId, name, items }) => (
              <Row key={departmentId} to={`/find?departmentId=${departmentId}`} name={text(name)}>
                <span className="row-note">{t('find.matters', { count: items })}</span>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
}
