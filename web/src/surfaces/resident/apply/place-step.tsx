import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import type { Wrong } from '../../../ui/resident/form.tsx';
import { useSentences } from '../../../ui/resident/refused.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { keepChosenVillage, useChosenVillage } from '../near.tsx';
import { VillageFields } from '../village-fields.tsx';
import { StepPage } from './step-page.tsx';
import type { StepProps } from './steps.ts';

export function PlaceStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { fault } = useSentences();
  const chosen = useChosenVillage();
  const [place, setPlace] = useState(chosen ?? { townshipId: '', villageId: '' });
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const keep = useAct('POST /my/region');
  const known = props.matter.regionName;
  const faults = (): Wrong[] => {
    if (place.villageId !== '' || (known !== undefined && place.townshipId === '')) return [];
    const missing = (field: string, label: string) => ({
      field,
      sentence: fault({ field, code: 'not_chosen' }, label),
    });
    return place.townshipId === ''
      ? [missing('township', t('place.township')), missing('village', t('place.village'))]
      : [missing('village', t('place.village'))];
  };
  const sentenceAt = (field: string) => wrongs.find((wrong) => wrong.field === field)?.sentence;
  return (
    <StepPage
      {...props}
      heading={t('apply.place.title')}
      text={t('apply.place.text')}
      wrongs={wrongs}
      check={() => {
        const found = faults();
        setWrongs(found);
        return found.length === 0;
      }}
      answer={() => {
        if (place.villageId === '') return undefined;
        keepChosenVillage(place);
        keep.mutate({ regionId: place.villageId });
        return { regionId: place.villageId };
      }}
    >
      {known === undefined ? null : (
        <p>
          <Say text={t('apply.place.keep', { name: text(known) })} />
        </p>
      )}
      <VillageFields
        {...place}
        wrongs={{ township: sentenceAt('township'), village: sentenceAt('village') }}
        onChange={(townshipId, villageId) => setPlace({ townshipId, villageId })}
      />
    </StepPage>
  );
}
