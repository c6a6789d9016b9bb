import { useTranslation } from 'react-i18next';
import type { ProgressStage, ResidentCase } from '../../../../contract/cases.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

type Task = ProgressStage['tasks'][number];

const marks = { done: '✓', now: '●', later: '○' } as const;

/** 办到哪一步了: the stages of the matter, and who is at work where several are at once. */
export function CaseSteps({ matter: { progress, state } }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { day, text, today } = useSaying();
  if (state === 'DRAFT') return null;
  // While the time stands still no day of a unit is certain.
  const whoAndWhen = ({ organ, dueDay }: Task) =>
    [
      dueDay === undefined || state === 'SPECIAL_PROCEDURE'
        ? ''
        : t(dueDay < today ? 'case.stepLate' : 'due.latest', { day: day(dueDay) }),
      text(organ),
    ]
      .filter(Boolean)
      .join(t('story.comma'));
  const steps = progress.filter((stage) => stage.state !== 'skipped');
  return (
    <Section heading={t('case.steps')}>
      <ol className="case-steps">
        {steps.map((stage) => {
          const step = stage.state === 'skipped' ? 'later' : stage.state;
          const busy = stage.tasks.filter((task) => task.state === 'now');
          return (
            <li key={stage.key} className={`step-${step}`} aria-current={step === 'now' ? 'step' : undefined}>
              <span aria-hidden="true">{marks[step]}</span>
              <span>
                {text(stage.name)}
                <span className="hidden">{t(`case.step.${step}`)}</span>
                {step === 'now' && stage.tasks.length > 0
                  ? busy.map((task) => (
                      <span key={task.key} className="step-task">
                        {stage.tasks.length > 1 ? (
                          <span className="block">
                            <Say text={text(task.name)} />
                          </span>
                        ) : null}
                        <span className="block hint">
                          <Say text={whoAndWhen(task)} />
                        </span>
                      </span>
                    ))
                  : null}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
