import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { ServiceGuide } from '../../../../contract/catalogue.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import '../../ui/resident/form.css';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Fold, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { Bring, useFew } from './guide-materials.tsx';
import { hoursLine } from './hours.ts';
import { useOpenSentence } from './near.tsx';
import { BasisLine, OfficialGuide, useYuan } from './official-guide.tsx';
import { useGuide } from './reads.ts';
import { printAddress, useSituation } from './situation.ts';

/** So many places stand open, nearest first; the others fold. */
const nearestShown = 3;

/** 办事指南: can I, what do I bring, where, how long, what does it cost, what do I get; then one button. */
export function Guide() {
  const { itemId = '' } = useParams();
  return <Loaded of={useGuide(itemId)}>{(guide) => <GuidePage guide={guide} />}</Loaded>;
}

function GuidePage({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  const situation = useSituation(guide);
  const print = (size: 'simple' | 'full') => printAddress(guide.itemId, size, situation);
  return (
    <Page
      heading={text(guide.name)}
      className="guide"
      before={<Back to={`/find?lifeEvent=${guide.lifeEvent}`}>{t(`lifeEvents.${guide.lifeEvent}`)}</Back>}
    >
      <p>
        <Say text={text(guide.brief)} />
      </p>
      <Standing guide={guide} />
      <CanI guide={guide} />
      <Bring guide={guide} situation={situation} />
      <ByCommitment guide={guide} />
      <Where guide={guide} />
      {guide.standing.standing === 'IN_USE' ? <HowLong guide={guide} /> : null}
      <Section heading={t('guide.fee')} line={false}>
        <p>
          <FeeSaid guide={guide} />
        </p>
      </Section>
      <Section heading={t('guide.result')} line={false}>
        <p>
          <strong>{text(guide.result.name)}</strong>
          <span className="block">
            <Say text={text(guide.result.note)} />
          </span>
        </p>
      </Section>
      {guide.standing.standing !== 'IN_USE' ? null : isOffered(guide) ? (
        <div className="one-button no-print">
          <Link className="button" href={`/items/${guide.itemId}/apply${situation.search}`}>
            {t('guide.start')}
          </Link>
          <p className="hint">
            <Say text={t('guide.orGo')} />
          </p>
        </div>
      ) : (
        <GoThere guide={guide} />
      )}
      <p className="no-print">
        <Link className="touch" href={print('simple')}>
          <span className="line">{t('guide.print.simple')}</span>
        </Link>
        <br />
        <Link className="touch" href={print('full')}>
          <span className="line">{t('guide.print.full')}</span>
        </Link>
      </p>
      <Fold
        summary={t('guide.official')}
        note={t('guide.officialNote', { version: guide.version, day: dayWithYear(guide.effectiveDay, language) })}
      >
        <OfficialGuide guide={guide} />
      </Fold>
    </Page>
  );
}

/** 暂停、取消: since when and why; there is no button then. */
export function Standing({ guide: { standing } }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text, day } = useSaying();
  const { hotline } = useDistrict();
  if (standing.standing === 'IN_USE') return null;
  return (
    <section className="go-box">
      <h2>{t(`guide.standing.${standing.standing}`)}</h2>
      <p>
        <Say text={t('guide.standing.since', { day: day(standing.fromDay ?? '') })} />
        {standing.reason === undefined || text(standing.reason) === '' ? null : (
          <span className="block">
            <Say text={t('guide.standing.because', { reason: text(standing.reason).replace(/[。.]$/, '') })} />
          </span>
        )}
        <span className="block">
          <Say text={t('guide.standing.running', { hotline })} />
        </span>
      </p>
    </section>
  );
}

const isOffered = ({ online, guideOnly }: ServiceGuide) => online && guideOnly === undefined;

/** What cannot be applied for here: why, and where one goes instead. */
function GoThere({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text, language } = useSaying();
  const { hotline } = useDistrict();
  const [nearest] = guide.centers;
  const phone = nearest?.phone ?? hotline;
  return (
    <section className="go-box">
      <h2>{t('guide.goTitle')}</h2>
      <p>
        <Say text={guide.guideOnly === undefined ? t('guide.goOnly') : text(guide.guideOnly)} />
      </p>
      {nearest === undefined ? null : (
        <p>
          {t('guide.goNearest')}
          {language === 'en' ? ' ' : ''}
          <Link className="touch" href={`/near#${nearest.id}`}>
            <strong className="line">{text(nearest.name)}</strong>
          </Link>
          <span className="block">{text(nearest.address)}</span>
        </p>
      )}
      <p>
        {t('guide.goCall')}{' '}
        <a className="tel" href={`tel:${phone}`}>
          {phone}
        </a>
      </p>
    </section>
  );
}

export function CanI({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const few = useFew();
  const count = guide.conditions.length;
  if (count === 0) return null;
  return (
    <Section heading={t('guide.canI')} line={false}>
      <p>{count === 1 ? t('guide.oneMeet') : t('guide.allMeet', { count: few(count) })}</p>
      <ol>
        {guide.conditions.map((condition) => (
          <li key={condition.zh}>
            <Say text={text(condition)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** 告知承诺 for the whole matter: who may, what he commits himself to, and how it is looked into afterwards (domain §2.7). */
export function ByCommitment({ guide: { commitment, standing } }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  if (commitment === undefined || standing.standing !== 'IN_USE') return null;
  const { conditions, verification, decideAtOnce } = commitment;
  return (
    <Section heading={t('guide.byCommitment.title')} line={false}>
      <p>
        <Say text={t(decideAtOnce ? 'guide.byCommitment.atOnce' : 'guide.byCommitment.promise')} />
      </p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.zh}>
            <Say text={text(condition)} />
          </li>
        ))}
      </ul>
      <p>
        <Say
          text={t('guide.byCommitment.verified', { days: verification.withinDays, method: text(verification.method) })}
        />
      </p>
    </Section>
  );
}

/** 领办、帮办、代办、上门办, and hours beside those of the office: all free of charge. */
function Help({ guide: { elements } }: { guide: ServiceGuide }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { assistance, offHours } = elements;
  if (assistance.length === 0 && !offHours) return null;
  const modes = assistance.map((each) => t(`guide:elements.assistances.${each}`)).join(t('guide:outline.comma'));
  return (
    <p>
      {assistance.length === 0 ? null : <Say text={t('guide.help', { modes })} />}
      {offHours ? (
        <span className="block">
          <Say text={t('guide.offHours')} />
        </span>
      ) : null}
    </p>
  );
}

function Where({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  const further = guide.centers.slice(nearestShown);
  return (
    <Section heading={t('guide.where')}>
      {guide.centers.length === 0 ? (
        <p>
          <Say text={t('near.none', { hotline })} />
        </p>
      ) : (
        <>
          <Centers centers={guide.centers.slice(0, nearestShown)} />
          {further.length === 0 ? null : (
            <Fold summary={t('guide.moreCenters', { count: further.length })}>
              <Centers centers={further} />
            </Fold>
          )}
        </>
      )}
      <Help guide={guide} />
      <p className="no-print">
        <Link href="/near">
          <span className="line">{t('near.choose')}</span>
        </Link>
      </p>
    </Section>
  );
}

function Centers({ centers }: { centers: ServiceGuide['centers'] }) {
  const { text, language } = useSaying();
  const sentence = useOpenSentence();
  return (
    <ul className="rows centers">
      {centers.map((center) => (
        <li key={center.id}>
          <Link className="touch" href={`/near#${center.id}`}>
            <strong className="line">{text(center.name)}</strong>
          </Link>
          <span className="hint block">
            <Say text={sentence(center)} />
          </span>
          {center.hours.map((hours) => (
            <span className="hint block" key={`${hours.weekdays.join()}${hours.opens}`}>
              {hoursLine(hours, language)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function HowLong({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { day } = useSaying();
  const { amount, unit } = guide.promisedLimit;
  const promise = {
    workingDays: 'promiseWorkingDays',
    calendarDays: 'promiseCalendarDays',
    officeHours: 'promiseOfficeHours',
  } as const;
  const { answeredByDay, decidedByDay, provisional } = guide.ifAppliedToday;
  return (
    <Section heading={t('guide.howLong')}>
      <Facts>
        {guide.caseType === 'IMMEDIATE' ? (
          <Fact label={t('guide.atWindow')}>
            <strong>{t('guide.onTheSpot')}</strong>
          </Fact>
        ) : null}
        {isOffered(guide) && guide.deemedAcceptance ? (
          <Fact label={t('guide.answer')}>
            <strong>
              <Say text={t('guide.latest', { day: day(answeredByDay) })} />
            </strong>
            <span className="block">
              <Say text={t('apply.done.answer')} />
            </span>
          </Fact>
        ) : null}
        {guide.caseType === 'IMMEDIATE' && !isOffered(guide) ? null : (
          <Fact label={guide.caseType === 'IMMEDIATE' ? t('guide.byPhone') : t('find.howLong')}>
            <strong>
              <Say text={t('guide.latest', { day: day(decidedByDay) })} />
            </strong>
            <span className="block">{t('due.lineDecision')}</span>
          </Fact>
        )}
      </Facts>
      <p>
        <Say text={t(`guide.${promise[unit]}`, { amount })} />
        {provisional ? (
          <span className="block">
            <Say text={t('due.provisional')} />
          </span>
        ) : null}
        <span className="block">
          <Link className="touch no-print" href={`/items/${guide.itemId}/why`}>
            <span className="line">{t('due.why')}</span>
          </Link>
        </span>
      </p>
    </Section>
  );
}

/** What it costs, what is waived, and on which law the fee rests. */
export function FeeSaid({ guide: { fee } }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const yuan = useYuan();
  return (
    <>
      <Say text={fee.fen === 0 ? t('guide.noFee', { hotline }) : t('guide.someFee', { yuan: yuan(fee.fen) })} />
      {fee.fen === 0 ? null : <Say text={text(fee.note)} />}
      {fee.reduction === undefined ? null : (
        <span className="block">
          <Say text={text(fee.reduction)} />
        </span>
      )}
      {fee.basis === undefined ? null : <BasisLine basis={fee.basis} />}
    </>
  );
}
