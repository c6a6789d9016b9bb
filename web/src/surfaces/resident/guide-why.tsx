import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { Why } from '../../features/why/why.tsx';
import { useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { useGuide } from './reads.ts';

/** Why that day, if one applied today. */
export function GuideWhy() {
  const { t } = useTranslation(['why', 'resident']);
  const { itemId = '' } = useParams();
  const { text } = useSaying();
  return (
    <Loaded of={useGuide(itemId)}>
      {(guide) => (
        <Page heading={t('why:title')} before={<Back to={`/items/${itemId}`}>{text(guide.name)}</Back>}>
          <Why explanation={guide.ifAppliedToday.explanation} purpose="application" />
        </Page>
      )}
    </Loaded>
  );
}
