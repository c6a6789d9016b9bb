import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { ResidentCase } from '../../../../contract/cases.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { CaseStory } from './case-story.tsx';
import { useMyCase } from './reads.ts';

export function Case() {
  const { caseId = '' } = useParams();
  return <Loaded of={useMyCase(caseId)}>{(matter) => <CasePage matter={matter} />}</Loaded>;
}

function CasePage({ matter }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  return (
    <Page heading={text(matter.itemName)} className="case" before={<Back to="/my">{t('mine')}</Back>}>
      <CaseStory
        mine
        matter={matter}
        why={
          <Link className="touch" href={`/my/cases/${matter.caseId}/why`}>
            <span className="line">{t('due.why')}</span>
          </Link>
        }
      />
    </Page>
  );
}
