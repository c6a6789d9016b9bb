import type { ActProps } from '../staff/act.ts';
import { ReceivePapers } from '../staff/ReceivePapers.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Takes in at the window what the correction notice asked for. */
export function ReceiveSupplement({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const receive = useCaseAct('POST /cases/:caseId/receive-supplement');
  const open = kase.materials.filter(({ defect }) => defect && !defect.settled);
  return (
    <ReceivePapers
      able={able}
      act={receive}
      kept={`doorstep.supplement.${kase.caseId}.${kase.round}`}
      materials={open.map(({ requirement }) => requirement)}
      button={t('supplement.do')}
      none={t('supplement.none')}
      way="asked"
      receive={(materials, onSuccess, sent) =>
        receive.mutate({ caseId: kase.caseId, materials, ...(sent && { sent }) }, { onSuccess })
      }
      done={done}
    >
      <p>{t('supplement.hint')}</p>
      <h2>{t('supplement.open')}</h2>
      <ul className="plain-list">
        {open.map(({ requirement, defect }) => (
          <li key={requirement.key}>
            {local(requirement.name)}
            {t('colon')}
            {defect?.howToFix}
          </li>
        ))}
      </ul>
    </ReceivePapers>
  );
}
