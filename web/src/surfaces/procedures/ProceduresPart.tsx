import type { StaffCase } from '../../../../contract/cases.ts';
import type { ExtensionView } from '../../../../contract/procedures.ts';
import { useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { useWords, type Words } from '../staff/words.ts';

function extensionWords({ state, days, approver, oldDay, newDay }: ExtensionView, { t, day }: Words): string {
  if (state === 'ASKED') return t('procedures.part.asked', { days, approver: t(`procedures.approver.${approver}`) });
  if (state === 'APPROVED')
    return t('procedures.part.approved', { days, from: day(oldDay), to: day(newDay ?? oldDay) });
  return t(state === 'REFUSED' ? 'procedures.part.refused' : 'procedures.part.lapsed');
}

/** What stopped, moved or lengthened the limit of a case, and what was said outside; nothing where nothing did. */
export function ProceduresPart({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t, day, local } = words;
  const accepted = kase.acceptedDay !== undefined;
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId }, { enabled: accepted });
  const what = read.data;
  if (what === undefined) return null;
  const { procedures, extensions, notices, reportUp, upper } = what;
  if (procedures.length + extensions.length + notices.length === 0 && upper === undefined) return null;
  return (
    <section className="block" aria-labelledby="procedures">
      <h2 id="procedures">{t('procedures.title')}</h2>
      <ul className="stack">
        {procedures.map((one) => {
          const ground = t(`procedures.ground.${one.ground}`);
          const from = day(one.startedDay);
          return (
            <li key={one.procedureId}>
              {one.endedDay === undefined
                ? t('procedures.part.paused', { ground, from, until: day(one.expectedDay) })
                : t('procedures.part.pausedOver', { ground, from, to: day(one.endedDay) })}
              {one.escalated && one.endedDay === undefined && (
                <>
                  {' '}
                  <Light shape="red">{t('procedures.part.overlong')}</Light>
                </>
              )}
              <p className="quiet">{[one.reason, one.result].filter(Boolean).join(' ')}</p>
            </li>
          );
        })}
        {extensions.map((one) => (
          <li key={one.extensionId}>
            {extensionWords(one, words)}
            <p className="quiet">{[one.reason, one.answer].filter(Boolean).join(' ')}</p>
          </li>
        ))}
        {upper && (
          <li>
            {upper.firstReviewDay === undefined
              ? t('procedures.part.upperOnly', { organ: local(upper.organ) })
              : t('procedures.part.upper', { organ: local(upper.organ), day: day(upper.firstReviewDay) })}
            {reportUp && (
              <p className="quiet">
                {t('procedures.part.reported', {
                  day: day(reportUp.reportedDay),
                  opinion: t(`procedures.up.${reportUp.opinion}`),
                })}
              </p>
            )}
            {reportUp?.decision && (
              <p>
                {t('procedures.part.decided', {
                  outcome: t(
                    reportUp.decision.outcome === 'GRANTED' ? 'procedures.down.granted' : 'procedures.down.denied',
                  ),
                  number: reportUp.decision.number,
                  day: day(reportUp.decision.day),
                })}
              </p>
            )}
          </li>
        )}
        {notices.map((one) => (
          <li key={one.noticeId}>
            {t('procedures.part.notice', { from: day(one.fromDay), until: day(one.untilDay) })}
            <p className="quiet">
              {t('procedures.part.noticeObjections', {
                n: one.objections.length,
                answered: one.objections.filter(({ answer }) => answer !== undefined).length,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
