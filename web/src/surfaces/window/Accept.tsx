import { Button } from 'antd';
import { useState } from 'react';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import type { ActProps } from '../staff/act.ts';
import { MaterialList, MaterialsCount, unread, Viewer } from '../staff/Materials.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 受理: shows the notice, both dates and who is told, before it is done. */
export function Accept({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const accept = useCaseAct('POST /cases/:caseId/accept');
  const preview = usePreview({ caseId: kase.caseId, act: 'accept' }, { enabled: able });
  const toRead = unread(kase);
  const [material, setMaterial] = useState(toRead[0]?.requirement.key);
  const may = able && toRead.length === 0;
  const submit = () => accept.mutate({ caseId: kase.caseId }, { onSuccess: done });
  const sheet = preview.data;
  useKeys({ 'Ctrl+Enter': may && !accept.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main">
          {material === undefined ? (
            <section className="block" aria-labelledby="materials">
              <h2 id="materials">
                {t('case.materials')} <MaterialsCount kase={kase} />
              </h2>
              <MaterialList kase={kase} onOpen={setMaterial} />
            </section>
          ) : (
            <Viewer kase={kase} chosen={material} onChoose={setMaterial} />
          )}
          {sheet && (
            <section className="block" aria-labelledby="effects">
              <h2 id="effects">{t('accept.effects')}</h2>
              <dl className="dates">
                {sheet.promisedDueDay && (
                  <div>
                    <dt>{t('accept.promised')}</dt>
                    <dd>{day(sheet.promisedDueDay)}</dd>
                  </div>
                )}
                {sheet.statutoryDueDay && (
                  <div>
                    <dt>{t('accept.statutory')}</dt>
                    <dd>{day(sheet.statutoryDueDay)}</dd>
                  </div>
                )}
              </dl>
              <ol className="effects">
                <li>{t('accept.effect1', { day: day(sheet.day) })}</li>
                <li>{sheet.tells ? t('accept.tells', { phone: sheet.tells }) : t('accept.tellsNone')}</li>
                <li>
                  {kase.caseType === 'IMMEDIATE'
                    ? t('accept.effectImmediate')
                    : t('accept.effect3', { organ: local(kase.decidingOrgan) })}
                </li>
              </ol>
            </section>
          )}
        </div>
        <div className="act-paper">
          <PreviewPaper preview={preview} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={accept.error} />
          {able && toRead.length > 0 && <p>{t('accept.unread', { count: toRead.length })}</p>}
        </div>
        {may && (
          <Button type="primary" loading={accept.isPending} onClick={submit}>
            {t('accept.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
        {able && toRead[0] && (
          <Button type="primary" onClick={() => setMaterial(toRead[0]?.requirement.key)}>
            {t('case.openNext', { n: kase.materials.indexOf(toRead[0]) + 1 })}
          </Button>
        )}
      </div>
    </>
  );
}
