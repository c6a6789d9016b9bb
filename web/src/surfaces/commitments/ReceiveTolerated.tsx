import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { Loading } from '../staff/Loading.tsx';
import { PaperChecks, type PaperOnDesk, toHandedIn } from '../staff/PaperChecks.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Foot } from './AcceptTolerated.tsx';

/** 收容缺材料: what was owed and has come; the rest stays owed. */
export function ReceiveTolerated({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const read = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId });
  const receive = useCaseAct('POST /cases/:caseId/receive-tolerated');
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(`doorstep.supply.${kase.caseId}`, {});
  const [tried, setTried] = useState(false);
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
  const { owed } = read.data;
  const materials = kase.materials
    .map(({ requirement }) => requirement)
    .filter(({ key }) => owed.some((each) => each.key === key));
  const got = toHandedIn(materials, papers).filter(({ received }) => received);
  const submit = () => {
    setTried(true);
    if (got.length === 0) return;
    receive.mutate(
      { caseId: kase.caseId, materials: got },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  return (
    <>
      <div className="act-body">
        <div className="act-main">
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
          <PaperChecks
            materials={materials}
            papers={papers}
            onChange={(key, paper) => setPapers((before) => ({ ...before, [key]: paper }))}
          />
        </div>
      </div>
      <Foot
        able={able}
        pending={receive.isPending}
        error={receive.error}
        faults={tried && got.length === 0 ? [t('commitments.receive.none')] : []}
        submit={submit}
        word={t('commitments.receive.do')}
      />
    </>
  );
}
