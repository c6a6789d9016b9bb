import { useTranslation } from 'react-i18next';
import { lifeEvents } from '../../../../contract/words.ts';
import { Back, Page, Row, Rows } from '../../ui/resident/page.tsx';

/** All eight, one below the other: where 别的事 of the elder home leads. */
export function LifeEvents() {
  const { t } = useTranslation('resident');
  return (
    <Page heading={t('lifeEvents.title')} before={<Back to="/">{t('home')}</Back>}>
      <Rows>
        {lifeEvents.map((event) => (
          <Row key={event} to={`/find?lifeEvent=${event}`} name={t(`lifeEvents.${event}`)} />
        ))}
      </Rows>
    </Page>
  );
}
