import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '../../../../../contract/places.ts';
import type { LocalText } from '../../../../../contract/values.ts';
import { useRead } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { FieldGroup, type FieldProps, SelectField } from '../../../ui/resident/form.tsx';
import { useChosenVillage } from '../near.tsx';

interface PlaceFieldProps extends FieldProps {
  /** The id of a village. */
  value: string;
  /** What the server calls it, township first. */
  name: LocalText | undefined;
  onChange: (value: string) => void;
}

/** A village anywhere in the district: township first, then the village. The answer is there when both are chosen. */
export function PlaceField({ value, name, onChange, wrong, ...field }: PlaceFieldProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const chosen = useChosenVillage();
  const [picked, setPicked] = useState<string>();
  const townships = useRead('GET /regions', {}).data?.regions ?? [];
  const townshipId = picked ?? townshipOf(value) ?? '';
  const found = useRead('GET /regions', { parentId: townshipId }, { enabled: townshipId !== '' }).data?.regions;
  const villages = found ?? [];
  const options = (regions: readonly Region[]) => regions.map((each) => ({ value: each.id, label: text(each.name) }));
  const isListed = villages.some(({ id }) => id === value);

  function townshipOf(villageId: string): string | undefined {
    if (villageId === '') return undefined;
    if (villageId === chosen?.villageId) return chosen.townshipId;
    return townships.find((township) => name?.zh.startsWith(township.name.zh))?.id;
  }

  const empty = townshipId === '' ? 'township' : 'village';
  return (
    <FieldGroup field={field}>
      {value !== '' && !isListed && name !== undefined && (townshipId === '' || found !== undefined) ? (
        <p className="hint">{t('apply.placeNow', { name: text(name) })}</p>
      ) : null}
      <SelectField
        id={empty === 'township' ? field.id : `${field.id}-township`}
        label={t('place.township')}
        pick={t('place.pick')}
        value={townshipId}
        options={options(townships)}
        wrong={empty === 'township' ? wrong : undefined}
        onChange={(id) => {
          setPicked(id);
          onChange('');
        }}
      />
      <SelectField
        id={empty === 'village' ? field.id : `${field.id}-village`}
        label={t('place.village')}
        pick={t('place.pick')}
        value={isListed ? value : ''}
        options={options(villages)}
        wrong={empty === 'village' ? wrong : undefined}
        onChange={onChange}
      />
    </FieldGroup>
  );
}
