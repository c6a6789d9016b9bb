import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { ResidentCase } from '../../../../contract/cases.ts';
import { useRead } from '../../api/hooks.ts';
import { Why } from '../../features/why/why.tsx';
import type { Purpose } from '../../features/why/words.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

/** Which clock the explanation of a case speaks of: the one that runs, else the decision's. */
export function purposeOf({ due }: Pick<ResidentCase, 'due'>): Purpose {
  return due?.purpose ?? 'decision';
}

export function CaseWhy() {
  const { t } = useTranslation(['why', 'resident']);
  const { caseId = '' } = useParams();
  const { text } = useSaying();
  const { hotline } = useDistrict();
  return (
    <Loaded of={useRead('GET /my/cases/:caseId', { caseId })}>
      {(matter) => (
        <Page heading={t('why:title')} before={<Back to={`/my/cases/${caseId}`}>{text(matter.itemName)}</Back>}>
          {matter.explanation === undefined ? (
            <p>
              <Say text={t('resident:case.noClock')} />
            </p>
          ) : (
            <Why explanation={matter.explanation} purpose={purposeOf(matter)} hotline={hotline} />
          )}
        </Page>
      )}
    </Loaded>
  );
}
