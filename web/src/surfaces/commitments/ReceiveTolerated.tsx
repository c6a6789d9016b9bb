import { useRead } from '../../api/hooks.ts';
import type { ActProps } from '../staff/act.ts';
import { Loading } from '../staff/Loading.tsx';
import { ReceivePapers } from '../staff/ReceivePapers.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 收容缺材料: what was owed and has come; the rest stays owed. */
export function ReceiveTolerated({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const read = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId });
  const receive = useCaseAct('POST /cases/:caseId/receive-tolerated');
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
  const { owed } = read.data;
  return (
    <ReceivePapers
      able={able}
      act={receive}
      kept={`doorstep.supply.${kase.caseId}`}
      materials={kase.materials.flatMap(({ requirement }) =>
        owed.some(({ key }) => key === requirement.key) ? [requirement] : [],
      )}
      button={t('commitments.receive.do')}
      none={t('commitments.receive.none')}
      receive={(materials, onSuccess) => receive.mutate({ caseId: kase.caseId, materials }, { onSuccess })}
      done={done}
    >
      <p>{t('commitments.receive.hint')}</p>
      <ul className="plain-list">
        {owed.map((each) => (
          <li key={each.key}>
            {local(each.name)}
            {each.day !== undefined && (
              <>
                {t('colon')}
                {t('commitments.receive.until', { day: day(each.day) })}
              </>
            )}
          </li>
        ))}
      </ul>
    </ReceivePapers>
  );
}
