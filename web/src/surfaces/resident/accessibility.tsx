import { useTranslation } from 'react-i18next';
import { useDistrict } from '../../ui/resident/district.tsx';
import { Back, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

const can = ['keyboard', 'zoom', 'reader', 'elder', 'print'] as const;
const known = ['pdf', 'script'] as const;

export function Accessibility() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  return (
    <Page heading={t('accessibility.title')} before={<Back to="/">{t('home')}</Back>}>
      <p>
        <Say text={t('accessibility.text')} />
      </p>
      <Section heading={t('accessibility.can')} line={false}>
        <ul>
          {can.map((each) => (
            <li key={each}>
              <Say text={t(`accessibility.items.${each}`)} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('accessibility.known')} line={false}>
        <ul>
          {known.map((each) => (
            <li key={each}>
              <Say text={t(`accessibility.knownItems.${each}`, { hotline })} />
            </li>
          ))}
        </ul>
        <p>
          <Say text={t('accessibility.contact', { hotline })} />
        </p>
      </Section>
    </Page>
  );
}
