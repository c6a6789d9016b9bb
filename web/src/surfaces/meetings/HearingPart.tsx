import type { ReactNode } from 'react';
import type { HearingView } from '../../../../contract/meetings.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { useWords } from '../staff/words.ts';

/** The right to a hearing: who was told, until when, and what each said. */
export function HearingPart({
  hearing,
  acts,
}: {
  hearing: HearingView;
  /** What may be recorded for a party. */
  acts?: (party: HearingView['parties'][number]) => ReactNode;
}) {
  const { t, day } = useWords();
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{t('meetings.hearing.title')}</h2>
      <p>
        {t('meetings.hearing.notified', { day: day(hearing.notifiedDay), last: day(hearing.requestLastDay) })}
        {' · '}
        {t(`meetings.hearing.states.${hearing.state}`)}
        {hearing.holdLastDay !== undefined && (
          <>
            {' · '}
            {t('meetings.hearing.hold', { day: day(hearing.holdLastDay) })}
          </>
        )}
      </p>
      <p className="said">{hearing.matter}</p>
      <ul className="plain-list">
        {hearing.parties.map((party) => (
          <li key={party.partyId}>
            {party.name} <span className="quiet">{t(`meetings.hearing.roles.${party.role}`)}</span>{' '}
            {party.answer === undefined ? (
              <span className="quiet">{t('meetings.hearing.noAnswer')}</span>
            ) : (
              <Light shape={party.answer === 'REQUESTED' ? 'done' : 'none'}>
                {t(`meetings.hearing.answers.${party.answer}`)} {day(party.answeredDay ?? '')}
              </Light>
            )}{' '}
            {acts?.(party)}
          </li>
        ))}
      </ul>
    </section>
  );
}
