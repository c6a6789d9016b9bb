import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StaffCase } from '../../../../contract/cases.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { DueLight, dueSentence, leftOfCase } from './DueLight.tsx';
import { useToday } from './Refused.tsx';
import { useWords } from './words.ts';

/** State, the one date and its light: what a person must know before anything else. */
export function CaseHead({ kase, title, children }: { kase: StaffCase; title?: string; children?: ReactNode }) {
  const words = useWords();
  const { t, local } = words;
  const today = useToday();
  return (
    <header className="page-head">
      <div className="grow">
        <div className="page-title">
          <h1>{title ?? kase.applicant}</h1>
          {title && <span>{kase.applicant}</span>}
          <span>{local(kase.itemName)}</span>
          <span className="quiet number">{kase.caseNo ?? t('case.noNumber')}</span>
        </div>
        <p className="page-due">
          {!(kase.state === 'SPECIAL_PROCEDURE' && kase.due?.light === 'blue') && <span>{words.state(kase)}</span>}
          {kase.due && <strong>{dueSentence(kase.due, today, words)}</strong>}
          {kase.due === undefined ? (
            <DueLight due={undefined} state={kase.state} />
          ) : (
            <Light shape={kase.due.light}>{leftOfCase(kase, words)}</Light>
          )}
          {kase.due?.purpose === 'decision' &&
            kase.statutoryDueDay !== undefined &&
            kase.statutoryDueDay !== kase.due.day && (
              <span className="quiet">{t('due.statutory', { day: words.day(kase.statutoryDueDay) })}</span>
            )}
          {kase.owedMaterials > 0 && (
            <Light shape="yellow">
              {kase.supplyDueDay === undefined
                ? t('commitments.owed', { count: kase.owedMaterials })
                : t('commitments.owedUntil', { count: kase.owedMaterials, day: words.day(kase.supplyDueDay) })}
            </Light>
          )}
          {kase.due?.provisional && <span className="quiet">{t('due.provisional')}</span>}
          {kase.explanation && !title && <a href="#why">{t('due.why')}</a>}
          {kase.explanation && title && <Link href={`/cases/${kase.caseId}#why`}>{t('due.why')}</Link>}
        </p>
      </div>
      {children}
    </header>
  );
}
