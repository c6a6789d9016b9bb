import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceCenter } from '../../../../contract/places.ts';
import { useRead } from '../../api/hooks.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Row } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useMe } from './self.ts';

const stored = 'doorstep.village';
const changed = 'doorstep:village';

/** The township and village that the person chose, kept on the device. */
export interface ChosenVillage {
  townshipId: string;
  villageId: string;
}

function read(): string {
  return localStorage.getItem(stored) ?? '';
}

export function useChosenVillage(): ChosenVillage | undefined {
  const text = useSyncExternalStore((listener) => {
    window.addEventListener(changed, listener);
    return () => window.removeEventListener(changed, listener);
  }, read);
  const [townshipId, villageId] = text.split('/');
  return townshipId && villageId ? { townshipId, villageId } : undefined;
}

export function keepChosenVillage({ townshipId, villageId }: ChosenVillage): void {
  localStorage.setItem(stored, `${townshipId}/${villageId}`);
  window.dispatchEvent(new Event(changed));
}

/** The region to look from: chosen on this device, else kept with the account, else the district. */
export function useRegionId(): string | undefined {
  const chosen = useChosenVillage();
  const me = useMe();
  return chosen?.villageId ?? me?.regionId;
}

/** The offices for where one lives, nearest first. */
export function useCenters(): ServiceCenter[] {
  const regionId = useRegionId();
  return useRead('GET /service-centers', regionId === undefined ? {} : { regionId }).data?.centers ?? [];
}

/** Is it open now? In the words that one wants to hear first. */
export function useOpenSentence() {
  const { t } = useTranslation('resident');
  const { today } = useDistrict();
  const { day } = useSaying();
  return ({ open }: ServiceCenter): string => {
    if (open.now) return open.until === undefined ? t('near.openNoEnd') : t('near.open', { until: open.until });
    if (open.nextDay === undefined || open.nextAt === undefined) return t('near.closed');
    const at = open.nextAt.replace(/^0/, '');
    return open.nextDay === today
      ? t('near.closedUntilToday', { at })
      : t('near.closedUntil', { day: day(open.nextDay), at });
  };
}

export function CenterRow({ center }: { center: ServiceCenter }) {
  const { text } = useSaying();
  const sentence = useOpenSentence();
  return (
    <Row to={`/near#${center.id}`} name={text(center.name)}>
      <span className="row-note">
        <Say text={sentence(center)} />
      </span>
    </Row>
  );
}
