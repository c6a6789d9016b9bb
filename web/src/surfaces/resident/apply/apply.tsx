import { useTranslation } from 'react-i18next';
import { Link, Redirect, useParams } from 'wouter';
import type { ResidentCase } from '../../../../../contract/cases.ts';
import { useRead } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { later } from '../../../ui/resident/later.tsx';
import { Loaded, Opening } from '../../../ui/resident/loaded.tsx';
import { Page } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { useMyCase } from '../reads.ts';
import { useAnswering } from './answering.ts';
import { CheckStep } from './check-step.tsx';
import { DeliveryStep } from './delivery-step.tsx';
import { FormStep } from './form-step.tsx';
import { MaterialsStep } from './materials-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { stepsOf } from './steps.ts';

/** Asked only where something may be committed to, so it comes then. */
const WayStep = later('WayStep', async () => (await import('./way-step.tsx')).WayStep);
const LetterStep = later('LetterStep', async () => (await import('./letter-step.tsx')).LetterStep);

const pages = {
  place: PlaceStep,
  form: FormStep,
  way: WayStep,
  materials: MaterialsStep,
  delivery: DeliveryStep,
  letter: LetterStep,
  check: CheckStep,
};

/** Comes with the check page, so that it is there when the line goes after the last press. */
const Done = later('Done', async () => (await import('./done.tsx')).Done);

/** One application, one thing a page; the address names the page, so Back works. */
export function Apply() {
  const { caseId = '', step: wanted = '' } = useParams();
  return (
    <Loaded of={useMyCase(caseId)}>
      {(matter) => {
        if (wanted === 'done') return <Done matter={matter} />;
        if (!matter.actions.includes('submit') && matter.state !== 'DRAFT') return <Gone matter={matter} />;
        return <Filling key={caseId} matter={matter} wanted={wanted} />;
      }}
    </Loaded>
  );
}

/** Which pages there are follows from what was answered so far, also from what has not been saved yet. */
function Filling({ matter, wanted }: { matter: ResidentCase; wanted: string }) {
  const answering = useAnswering(matter);
  const read = useRead('GET /my/cases/:caseId/commitment', { caseId: matter.caseId });
  // Which pages there are hangs on it; where it cannot be read the usual way is open.
  if (read.isPending) return <Opening />;
  const commitment = read.data;
  const steps = stepsOf(matter, wanted === 'check' ? matter.answers : answering.answers, commitment);
  const step = steps.find(({ name }) => name === wanted);
  if (step === undefined) return <Redirect replace to={`/apply/${matter.caseId}/place`} />;
  const StepPage = pages[step.kind];
  return (
    <StepPage key={step.name} matter={matter} step={step} steps={steps} answering={answering} commitment={commitment} />
  );
}

/** Back after submission never submits again. */
function Gone({ matter }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  return (
    <Page heading={t('apply.gone.title')} before={<p className="matter">{text(matter.itemName)}</p>}>
      <p>
        <Say text={t('apply.gone.text')} />
      </p>
      <Link className="button" href={`/my/cases/${matter.caseId}`}>
        {t('apply.done.follow')}
      </Link>
    </Page>
  );
}
