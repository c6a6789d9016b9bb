import type { MaterialRequirement, ServiceGuide } from '../../../../contract/catalogue.ts';
import { isDay } from '../../../../contract/questions.ts';
import type { SentChannel } from '../../../../contract/values.ts';
import { notOnDesk, type PaperOnDesk } from '../staff/PaperChecks.tsx';
import { useDistrict, useMe } from '../staff/Refused.tsx';
import { sheets, useWords } from '../staff/words.ts';

/** Somebody on the receipt, with the role in which he came. */
export interface Named {
  role: 'applicant' | 'handler' | 'guardian' | 'legalRepresentative' | 'agent';
  name: string;
}

/** The receipt as it grows: what it will say, and what it promises. */
export function ReceiptPreview({
  guide,
  materials,
  people,
  papers,
  sent,
}: {
  guide: ServiceGuide | undefined;
  /** What this person hands in. */
  materials: readonly MaterialRequirement[];
  people: readonly Named[];
  papers: Record<string, PaperOnDesk>;
  sent: { by: SentChannel; arrivedDay: string } | undefined;
}) {
  const words = useWords();
  const { t, local, day } = words;
  const district = useDistrict().data;
  const me = useMe().data?.me;
  return (
    <aside className="intake-receipt" aria-label={t('intake.receipt')}>
      <h2>{t('intake.receipt')}</h2>
      <div className="receipt">
        <p className="receipt-title">{t('intake.receiptTitle')}</p>
        <dl className="facts">
          <div>
            <dt>{t('intake.receiptNo')}</dt>
            <dd className="quiet">{t('intake.receiptNoLater')}</dd>
          </div>
          {people.map(({ role, name }) => (
            <div key={role}>
              <dt>{t(`case.role.${role}`)}</dt>
              <dd>{name}</dd>
            </div>
          ))}
          <div>
            <dt>{t('work.item')}</dt>
            <dd>{guide && local(guide.name)}</dd>
          </div>
          <div>
            <dt>{t('intake.receiptAt')}</dt>
            <dd>
              {sent === undefined
                ? district && words.at(district.now)
                : [...(isDay(sent.arrivedDay) ? [day(sent.arrivedDay)] : []), t(`intake.cameBy.${sent.by}`)].join(
                    t('comma'),
                  )}
            </dd>
          </div>
          <div>
            <dt>{t('intake.receiptBy')}</dt>
            <dd>
              {me?.name}
              {me?.post && `${t('comma')}${local(me.post.title)}`}
            </dd>
          </div>
        </dl>
        {guide && (
          <>
            <h3>{t('intake.receiptGot')}</h3>
            <ul className="receipt-papers">
              {materials.map((material) => {
                const paper = papers[material.key] ?? notOnDesk;
                const shared = material.necessity === 'shared';
                return (
                  <li key={material.key} className={paper.received || shared ? undefined : 'quiet'}>
                    <span className="grow">{local(material.name)}</span>
                    <span>
                      {shared
                        ? t('intake.exempt')
                        : paper.received
                          ? sheets(paper, words) || t('intake.got')
                          : t('intake.notYet')}
                    </span>
                  </li>
                );
              })}
            </ul>
            <h3>{t('intake.nextHead')}</h3>
            <p>
              {sent === undefined ? (
                <>
                  {guide.caseType === 'IMMEDIATE' && t('intake.nextImmediate')}
                  {t('intake.nextPromise', { day: day(guide.ifAppliedToday.answeredByDay) })}
                </>
              ) : (
                t('intake.nextSent')
              )}
            </p>
          </>
        )}
      </div>
    </aside>
  );
}
