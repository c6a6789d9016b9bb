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
      <MeetingLinks matter={matter} />
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

/** Where the right to a hearing stands, and where a draw of experts can be replayed. */
function MeetingLinks({ matter: { caseId, story } }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const told = story.some(({ act }) => act === 'case.hearingRightsNotified');
  const drawn = story.find(({ act, facts }) => act === 'case.expertsDrawn' && typeof facts.meeting === 'string');
  return (
    <>
      {told ? (
        <p>
          <Link className="touch" href={`/my/cases/${caseId}/hearing`}>
            <span className="line">{t('meetingLinks.hearing')}</span>
          </Link>
        </p>
      ) : null}
      {drawn === undefined ? null : (
        <p>
          <Link className="touch" href={`/draws/${String(drawn.facts.meeting)}`}>
            <span className="line">{t('meetingLinks.draw')}</span>
          </Link>
        </p>
      )}
    </>
  );
}
