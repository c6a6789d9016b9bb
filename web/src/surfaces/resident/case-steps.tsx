import { useTranslation } from 'react-i18next';
import type { ResidentCase } from '../../../../contract/cases.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Section } from '../../ui/resident/page.tsx';

const marks = { done: '✓', now: '●', later: '○' } as const;

/** 办到哪一步了: the stages of the matter, and who is at work where several are at once. */
export function CaseSteps({ matter: { progress, state } }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { day, text } = useSaying();
  if (state === 'DRAFT') return null;
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
                      <span key={task.key} className="block hint">
                        {[
                          text(task.organ),
                          stage.tasks.length > 1 ? text(task.name) : '',
                          task.dueDay === undefined ? '' : t('due.latest', { day: day(task.dueDay) }),
                        ]
                          .filter(Boolean)
                          .join(t('story.comma'))}
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
