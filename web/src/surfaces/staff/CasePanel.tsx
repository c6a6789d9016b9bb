import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { useKeys } from '../../ui/staff/keys.tsx';
import { Mark } from '../../ui/staff/Light.tsx';
import { Blocked, CaseActions } from './CaseActions.tsx';
import { dueSentence, leftOfCase } from './DueLight.tsx';
import { Loading } from './Loading.tsx';
import { MaterialList, MaterialsCount, unread } from './Materials.tsx';
import { Parties } from './Parties.tsx';
import { Refused, useToday } from './Refused.tsx';
import { HistoryBroken, StoryShort } from './Story.tsx';
import { useWords } from './words.ts';

/** The open row beside the list. A row that is only passed on the way down is not read, for reading is recorded. */
export function CasePanel({ caseId, close }: { caseId: string; close: () => void }) {
  const words = useWords();
  const { t, local } = words;
  const [, go] = useLocation();
  const today = useToday();
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), 250);
    return () => clearTimeout(timer);
  }, []);
  const read = useRead('GET /cases/:caseId', { caseId }, { enabled: stayed });
  const kase = read.data;
  const openMaterial = (key: string) => go(`/cases/${caseId}?material=${encodeURIComponent(key)}`);
  const next = kase && unread(kase)[0];
  useKeys({ o: next ? () => openMaterial(next.requirement.key) : undefined });
  return (
    <aside className="panel" aria-label={t('work.preview')}>
      <div className="panel-top">
        <span className="quiet number grow">{kase?.caseNo}</span>
        <Link href={`/cases/${caseId}`}>{t('work.openFull')}</Link>
        <button type="button" className="icon-button" onClick={close} aria-label={t('close')}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2 2 12" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </div>
      <Refused error={read.error} />
      {kase === undefined ? (
        read.isError ? null : (
          <Loading />
        )
      ) : (
        <>
          <div className="panel-head">
            <h2>{kase.applicant}</h2>
            <p>{local(kase.itemName)}</p>
          </div>
          <div className="panel-body">
            <div className="panel-due">
              <Mark shape={kase.due?.light ?? 'none'} />
              <div>
                {kase.due ? (
                  <strong>{dueSentence(kase.due, today, words)}</strong>
                ) : (
                  <strong>{words.state(kase)}</strong>
                )}
                <p className="quiet">
                  {kase.due && `${leftOfCase(kase, words)}${t('stop')}`}
                  {kase.due?.purpose === 'answer' &&
                    kase.receivedDay &&
                    kase.profile === 'LICENSE' &&
                    t('due.deem', { day: words.day(kase.receivedDay) })}
                  {kase.explanation && <Link href={`/cases/${caseId}#why`}>{t('due.why')}</Link>}
                </p>
              </div>
            </div>
            <HistoryBroken kase={kase} />
            <Blocked kase={kase} />
            <h3>
              {t('case.materials')} <MaterialsCount kase={kase} />
            </h3>
            <MaterialList kase={kase} onOpen={openMaterial} />
            <h3>{t('case.who')}</h3>
            <Parties kase={kase} />
            <dl className="facts">
              {kase.regionName && (
                <div>
                  <dt>{t('case.region')}</dt>
                  <dd>{local(kase.regionName)}</dd>
                </div>
              )}
              <div>
                <dt>{t('case.channel')}</dt>
                <dd>
                  {t(`case.channelWord.${kase.channel}`)}
                  {kase.receivedAt && `${t('comma')}${words.at(kase.receivedAt)}`}
                </dd>
              </div>
            </dl>
            <h3>{t('case.story')}</h3>
            <StoryShort kase={kase} />
          </div>
          <div className="panel-foot">
            <CaseActions kase={kase} onOpenMaterial={openMaterial} />
            {kase.actions.length === 0 && <p className="quiet">{t('case.nothing')}</p>}
          </div>
        </>
      )}
    </aside>
  );
}
