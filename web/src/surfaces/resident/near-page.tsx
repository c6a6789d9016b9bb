import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ServiceCenter } from '../../../../contract/places.ts';
import { useAct } from '../../api/hooks.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Form, Submit } from '../../ui/resident/form.tsx';
import { Back, Fact, Facts, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { hoursLine } from './hours.ts';
import { keepChosenVillage, useCenters, useChosenVillage, useOpenSentence } from './near.tsx';
import { useMe } from './self.ts';
import { VillageFields } from './village-fields.tsx';

/** Where one goes, nearest first, after one's own choice of a village. */
export function Near() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  const { text } = useSaying();
  const centers = useCenters();
  const chosen = useChosenVillage();
  const me = useMe();
  const keep = useAct('POST /my/region');
  const [place, setPlace] = useState(chosen ?? { townshipId: '', villageId: '' });
  const save = () => {
    if (place.villageId === '') return;
    keepChosenVillage(place);
    if (me !== undefined) keep.mutate({ regionId: place.villageId });
  };
  const first = centers[0]?.id;
  useEffect(() => {
    const wanted = location.hash.slice(1);
    if (first !== undefined && wanted !== '') document.getElementById(wanted)?.scrollIntoView();
  }, [first]);
  const choice = (
    <Section heading={chosen === undefined ? t('near.choose') : t('near.chooseOther')}>
      <p>
        <Say text={t('near.pageText')} />
      </p>
      <Form onSubmit={save} busy={keep.isPending}>
        <VillageFields {...place} onChange={(townshipId, villageId) => setPlace({ townshipId, villageId })} />
        <Submit working={t('apply.saving')} busy={keep.isPending}>
          {t('place.save')}
        </Submit>
      </Form>
    </Section>
  );
  return (
    <Page heading={t('near.title')} before={<Back to="/">{t('home')}</Back>}>
      {chosen === undefined ? choice : null}
      {centers.map((center) => (
        <Center key={center.id} center={center} />
      ))}
      {centers.length === 0 ? (
        <p>
          <Say text={t('near.none', { hotline })} />
        </p>
      ) : (
        <p>
          <Say text={t('near.homeVisitText')} />{' '}
          <a className="tel" href={`tel:${centers[0]?.phone}`}>
            {centers[0]?.phone}
          </a>
          {centers[0] === undefined ? null : <span className="hidden">{text(centers[0].name)}</span>}
        </p>
      )}
      {chosen === undefined ? null : choice}
    </Page>
  );
}

function Center({ center }: { center: ServiceCenter }) {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  const sentence = useOpenSentence();
  return (
    <Section heading={text(center.name)} id={center.id}>
      <p>
        <Say text={sentence(center)} />
      </p>
      <Facts>
        <Fact label={t('near.openingHours')}>
          {center.hours.map((hours) => (
            <span className="block" key={`${hours.weekdays.join()}${hours.opens}`}>
              {hoursLine(hours, language)}
            </span>
          ))}
        </Fact>
        <Fact label={t('near.address')}>{text(center.address)}</Fact>
        <Fact label={t('near.phone')}>
          <a className="tel" href={`tel:${center.phone}`}>
            {center.phone}
          </a>
        </Fact>
      </Facts>
      <p>
        <Link className="touch" href={`/find?centerId=${center.id}`}>
          <span className="line">{t('find.here')}</span>
          <span className="hidden">{text(center.name)}</span>
        </Link>
      </p>
    </Section>
  );
}
