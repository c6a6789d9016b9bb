import { Button } from 'antd';
import { useState } from 'react';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { PaperChecks, type PaperOnDesk, toHandedIn } from '../staff/PaperChecks.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Takes in at the window what the correction notice asked for; nothing else may be asked. */
export function ReceiveSupplement({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const receive = useCaseAct('POST /cases/:caseId/receive-supplement');
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(
    `doorstep.supplement.${kase.caseId}.${kase.round}`,
    {},
  );
  const [tried, setTried] = useState(false);
  const open = kase.materials.filter((material) => material.defect && !material.defect.settled);
  const materials = open.map((material) => material.requirement);
  const got = toHandedIn(materials, papers).filter((material) => material.received);
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
  useKeys({ 'Ctrl+Enter': able && !receive.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main">
          <p>{t('supplement.hint')}</p>
          <h2>{t('supplement.open')}</h2>
          <ul className="plain-list">
            {open.map((material) => (
              <li key={material.requirement.key}>
                {local(material.requirement.name)}
                {t('colon')}
                {material.defect?.howToFix}
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
      <div className="act-foot">
        <div className="grow">
          <Refused error={receive.error} />
          {tried && got.length === 0 && (
            <Notice tone="red" role="alert">
              {t('supplement.none')}
            </Notice>
          )}
        </div>
        {able && (
          <Button type="primary" loading={receive.isPending} onClick={submit}>
            {t('supplement.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
