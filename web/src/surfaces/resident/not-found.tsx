import { useTranslation } from 'react-i18next';
import { useDistrict } from '../../ui/resident/district.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

export function NotFound() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  return (
    <Page heading={t('notFound.title')} before={<Back to="/">{t('home')}</Back>}>
      <p>
        <Say text={t('notFound.text', { hotline })} />
      </p>
    </Page>
  );
}
