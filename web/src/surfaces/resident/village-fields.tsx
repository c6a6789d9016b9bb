import { useTranslation } from 'react-i18next';
import type { Region } from '../../../../contract/places.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { SelectField } from '../../ui/resident/form.tsx';

interface VillageFieldsProps {
  townshipId: string;
  villageId: string;
  wrongs?: { township?: string | undefined; village?: string | undefined };
  onChange: (townshipId: string, villageId: string) => void;
}

/** Township, then village: two plain lists, no location prompt. */
export function VillageFields({ townshipId, villageId, wrongs, onChange }: VillageFieldsProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const townships = useRead('GET /regions', {}).data?.regions ?? [];
  const villages =
    useRead('GET /regions', { parentId: townshipId }, { enabled: townshipId !== '' }).data?.regions ?? [];
  const options = (regions: readonly Region[]) => regions.map(({ id, name }) => ({ value: id, label: text(name) }));
  return (
    <>
      <SelectField
        id="township"
        label={t('place.township')}
        pick={t('place.pick')}
        value={townshipId}
        options={options(townships)}
        wrong={wrongs?.township}
        onChange={(id) => onChange(id, '')}
      />
      <SelectField
        id="village"
        label={t('place.village')}
        pick={t('place.pick')}
        value={villageId}
        options={options(villages)}
        wrong={wrongs?.village}
        onChange={(id) => onChange(townshipId, id)}
      />
    </>
  );
}
