import type { ProcessTask } from '../../../../contract/catalogue.ts';
import { pauseGrounds } from '../../../../contract/words.ts';
import { BasisField, ChoiceField, ManyField, Tick } from '../editing/fields.tsx';
import { useEditorWords } from '../editing/words.ts';

type Put = (change: Partial<Record<keyof ProcessTask, unknown>>) => void;

/** What several units do together, and so may name who takes part. */
const together: readonly ProcessTask['kind'][] = ['JOINT_REVIEW', 'JOINT_SITE_VISIT', 'EXPERT_PANEL', 'HEARING'];
/** Procedures during which the limit may stand still. */
const standing: readonly ProcessTask['kind'][] = [
  'SITE_VISIT',
  'JOINT_SITE_VISIT',
  'EXPERT_PANEL',
  'HEARING',
  'INSPECTION',
  'PUBLIC_NOTICE',
];

/** The rules of one task: who takes part, what silence means, whether it may veto, whether its time counts. */
export function TaskRules({
  task,
  at,
  organs,
  put,
}: {
  task: ProcessTask;
  at: string;
  organs: readonly { value: string; label: string }[];
  put: Put;
}) {
  const { t } = useEditorWords();
  const { kind, participants, silence, veto, pause } = task;
  return (
    <>
      {(together.includes(kind) || participants !== undefined) && (
        <ManyField
          place={`${at}.participants`}
          label={t('processEditor.participants')}
          value={participants ?? []}
          options={organs.filter(({ value }) => value !== task.organId)}
          onChange={(chosen) => put({ participants: chosen.length === 0 ? undefined : chosen })}
        />
      )}
      {(kind === 'REVIEW' || silence !== undefined) && (
        <BasisField
          place={`${at}.silence`}
          label={t('processEditor.silence')}
          value={silence}
          onChange={(basis) => put({ silence: basis })}
        />
      )}
      {(kind === 'REVIEW' || veto === true) && (
        <Tick
          place={`${at}.veto`}
          label={t('processEditor.veto')}
          checked={veto === true}
          onChange={(checked) => put({ veto: checked ? true : undefined })}
        />
      )}
      {(standing.includes(kind) || pause !== undefined) && (
        <>
          <ChoiceField
            place={`${at}.pause.ground`}
            label={t('processEditor.pause')}
            size="short"
            value={pause?.ground}
            none={t('processEditor.counted')}
            options={pauseGrounds.map((ground) => ({ value: ground, label: t(`grounds.${ground}`) }))}
            onChange={(ground) => put({ pause: ground === undefined ? undefined : { ...pause, ground } })}
          />
          {pause !== undefined && (
            <BasisField
              place={`${at}.pause.basis`}
              label={t('processEditor.pauseBasis')}
              value={pause.basis}
              onChange={(basis) => put({ pause: { ground: pause.ground, ...(basis && { basis }) } })}
            />
          )}
        </>
      )}
    </>
  );
}
