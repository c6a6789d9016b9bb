import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDistrict } from '../../ui/resident/district.tsx';
import { Back, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

const what = ['phone', 'identity', 'answers'] as const;
const how = ['sealed', 'masked', 'noThird'] as const;

export function Privacy() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  const [forgotten, setForgotten] = useState(false);
  return (
    <Page heading={t('privacy.title')} before={<Back to="/">{t('home')}</Back>}>
      <p>
        <Say text={t('privacy.text')} />
      </p>
      <Section heading={t('privacy.what')} line={false}>
        <ul>
          {what.map((each) => (
            <li key={each}>
              <Say text={t(`privacy.whatItems.${each}`)} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('privacy.how')} line={false}>
        <ul>
          {how.map((each) => (
            <li key={each}>
              <Say text={t(`privacy.howItems.${each}`)} />
            </li>
          ))}
        </ul>
        <p>
          <Link className="touch" href="/seals">
            <span className="line">{t('seals.title')}</span>
          </Link>
        </p>
      </Section>
      <Section heading={t('privacy.device')} line={false}>
        <p>
          <Say text={t('privacy.deviceText')} />
        </p>
        <p>
          <button
            type="button"
            className="plain"
            onClick={() => {
              for (const key of Object.keys(localStorage))
                if (key.startsWith('doorstep.')) localStorage.removeItem(key);
              setForgotten(true);
            }}
          >
            <span className="line">{t('privacy.forget')}</span>
          </button>
        </p>
        <p role="status">{forgotten ? t('privacy.forgotten') : ''}</p>
      </Section>
      <Section heading={t('privacy.rights')} line={false}>
        <p>
          <Say text={t('privacy.rightsText', { hotline })} />
        </p>
      </Section>
    </Page>
  );
}
