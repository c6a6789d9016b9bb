import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { LegalBasis, MaterialRequirement, ServiceGuide } from '../../../../contract/catalogue.ts';
import { articleText, lawName } from '../../features/why/basis.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import '../../ui/resident/form.css';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Fold, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import type { guide as chinese } from '../../words/zh-CN/guide.ts';
import { FormOutline } from './form-outline.tsx';
import { hoursLine } from './hours.ts';
import { useOpenSentence } from './near.tsx';
import { useGuide } from './reads.ts';

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
  return (
    <Page
      heading={text(guide.name)}
      className="guide"
      before={<Back to={`/find?lifeEvent=${guide.lifeEvent}`}>{t(`lifeEvents.${guide.lifeEvent}`)}</Back>}
    >
      <p>
        <Say text={text(guide.brief)} />
      </p>
      <CanI guide={guide} />
      <Bring guide={guide} />
      <Where guide={guide} />
      <HowLong guide={guide} />
      <Fee guide={guide} />
      <Section heading={t('guide.result')} line={false}>
        <p>
          <strong>{text(guide.result.name)}</strong>
          <span className="block">
            <Say text={text(guide.result.note)} />
          </span>
        </p>
      </Section>
      {isOffered(guide) ? (
        <div className="one-button no-print">
          <Link className="button" href={`/items/${guide.itemId}/apply`}>
            {t('guide.start')}
          </Link>
          <p className="hint">
            <Say text={t('guide.orGo')} />
          </p>
        </div>
      ) : (
        <GoThere guide={guide} />
      )}
      <Fold
        summary={t('guide.official')}
        note={t('guide.officialNote', { version: guide.version, day: dayWithYear(guide.effectiveDay, language) })}
      >
        <OfficialGuide guide={guide} />
      </Fold>
    </Page>
  );
}

const isOffered = ({ online, guideOnly }: ServiceGuide) => online && guideOnly === undefined;

/** What cannot be applied for here: why, and where one goes instead. */
function GoThere({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
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

/** 两条, 三样: small numbers as people say them. */
function useFew() {
  const { language } = useSaying();
  return (count: number): string =>
    language === 'en' ? String(count) : ('零一两三四五六七八九十'[count] ?? String(count));
}

function CanI({ guide }: { guide: ServiceGuide }) {
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

function Bring({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const few = useFew();
  const brought = guide.materials.filter(({ necessity }) => necessity !== 'shared');
  const shared = guide.materials.filter(({ necessity }) => necessity === 'shared');
  return (
    <Section heading={t('guide.bring')}>
      {brought.length === 0 ? null : (
        <ul className="rows materials">
          {brought.map((material) => (
            <li key={material.key}>
              <strong>{text(material.name)}</strong>
              {material.necessity === 'optional' ? <span className="necessity">{t('guide.optional')}</span> : null}
              <span className="hint block">
                <Say text={text(material.hint)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        {shared.map((material) => (
          <span className="block" key={material.key}>
            <Say text={t('guide.shared', { name: text(material.name) })} />
          </span>
        ))}
        <span className="block">
          <Say
            text={brought.length === 0 ? t('guide.nothing') : t('guide.nothingElse', { count: few(brought.length) })}
          />
        </span>
      </p>
    </Section>
  );
}

function MaterialNote({ material }: { material: MaterialRequirement }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text, language } = useSaying();
  const { source, form, standard, sample } = material;
  const parts = [
    material.originals > 0 ? t('guide.originals', { count: material.originals }) : '',
    material.copies > 0 ? t('guide.copies', { count: material.copies }) : '',
    t(`guide:elements.materialForms.${form}`),
    t(`guide:elements.sources.${source}`),
    material.necessity === 'optional' ? t('guide.optional') : '',
    sample === true ? t('guide:elements.sample') : '',
  ].filter(Boolean);
  const amounts = parts.join(language === 'en' ? ', ' : '，');
  return (
    <>
      <Say text={`${amounts}${language === 'en' ? '. ' : '。'}${text(material.hint)}`} />
      {standard === undefined ? null : (
        <span className="block">
          <Say text={t('guide:elements.standard', { text: text(standard) })} />
        </span>
      )}
    </>
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

function useLimit() {
  const { t } = useTranslation('resident');
  return ({ amount, unit }: { amount: number; unit: 'workingDays' | 'calendarDays' | 'officeHours' }): string =>
    t(`guide.${unit}`, { amount });
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

function useYuan() {
  return (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);
}

function Fee({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const yuan = useYuan();
  return (
    <Section heading={t('guide.fee')} line={false}>
      <p>
        <Say
          text={guide.fee.fen === 0 ? t('guide.noFee', { hotline }) : t('guide.someFee', { yuan: yuan(guide.fee.fen) })}
        />
        {guide.fee.fen === 0 ? null : <Say text={text(guide.fee.note)} />}
      </p>
    </Section>
  );
}

function OfficialGuide({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text } = useSaying();
  const limit = useLimit();
  const yuan = useYuan();
  return (
    <>
      <Facts wide>
        <Fact label={t('guide:full.code')}>{guide.code}</Fact>
        <Fact label={t('guide:full.decidedBy')}>{text(guide.decidedBy)}</Fact>
        <Fact label={t('guide:full.acceptedBy')}>{text(guide.acceptedBy)}</Fact>
        <Fact label={t('guide:full.level')}>{t(`guide.levels.${guide.level}`)}</Fact>
        <Fact label={t('guide:full.caseType')}>
          {t(guide.caseType === 'IMMEDIATE' ? 'guide:full.immediate' : 'guide:full.promised')}
        </Fact>
        {guide.statutoryLimit === undefined ? null : (
          <Fact label={t('guide:full.statutory')}>
            {limit(guide.statutoryLimit)}
            <BasisLine basis={guide.statutoryLimit.basis} />
          </Fact>
        )}
        <Fact label={t('guide:full.promisedLimit')}>
          {limit(guide.promisedLimit)}
          <BasisLine basis={guide.promisedLimit.basis} />
          {guide.deemedAcceptance ? (
            <span className="hint block">
              <Say text={t('guide:full.deemed')} />
            </span>
          ) : null}
        </Fact>
        <Fact label={t('guide:full.visits')}>
          {t('guide:full.visitsCount', { count: guide.visits })}
          {guide.elements.visitReason === undefined ? null : (
            <span className="hint block">
              <Say text={text(guide.elements.visitReason)} />
            </span>
          )}
        </Fact>
        <Fact label={t('guide:full.fee')}>
          {guide.fee.fen === 0
            ? text(guide.fee.note)
            : `${t('guide.someFee', { yuan: yuan(guide.fee.fen) }).replace(/<\/?b>/g, '')}${text(guide.fee.note)}`}
          <span className="hint block">{t(`guide.mark.${guide.fee.mark}`)}</span>
        </Fact>
        <Fact label={t('guide:full.result')}>{text(guide.result.name)}</Fact>
        <Fact label={t('guide:full.delivery')}>
          {guide.deliveryWishes.map((wish) => (
            <span className="block" key={wish}>
              {t(`apply.delivery.${wish}`)}
            </span>
          ))}
        </Fact>
        <ElementFacts guide={guide} />
      </Facts>
      <h3>{t('guide:full.steps')}</h3>
      <ol>
        {guide.steps.map((step) => (
          <li key={step.zh}>
            <Say text={text(step)} />
          </li>
        ))}
      </ol>
      <SpecialProcedures guide={guide} />
      <h3>{t('guide:full.materials')}</h3>
      <ul className="rows materials">
        {guide.materials.map((material) => (
          <li key={material.key}>
            <strong className="block">{text(material.name)}</strong>
            <span className="hint block">
              {material.necessity === 'shared' ? (
                <Say text={t('apply.materials.shared')} />
              ) : (
                <MaterialNote material={material} />
              )}
            </span>
            <BasisLine basis={material.basis} />
          </li>
        ))}
      </ul>
      <h3>{t('guide:full.form')}</h3>
      <FormOutline form={guide.form} />
      <h3>{t('guide:full.bases')}</h3>
      <ul>
        {guide.bases.map((basis) => (
          <li key={`${basis.law}${basis.article ?? ''}`}>
            <BasisLine basis={basis} />
          </li>
        ))}
      </ul>
      <h3>{t('guide:full.remedies')}</h3>
      <p>
        <Say text={text(guide.remedies)} />
      </p>
      {guide.elements.questions.length === 0 ? null : (
        <>
          <h3>{t('guide:elements.questions')}</h3>
          {guide.elements.questions.map(({ question, answer }) => (
            <p key={question.zh}>
              <strong className="block">{text(question)}</strong>
              <Say text={text(answer)} />
            </p>
          ))}
        </>
      )}
      <p className="no-print">
        <button type="button" className="plain" onClick={() => window.print()}>
          <span className="line">{t('print')}</span>
        </button>
      </p>
    </>
  );
}

type ElementLabel = {
  [Key in keyof typeof chinese.elements]: (typeof chinese.elements)[Key] extends string ? Key : never;
}[keyof typeof chinese.elements];

/** The elements of the implementation list (GB/T 39554.2) that no other line of the guide says. */
function ElementFacts({ guide: { elements, centers } }: { guide: ServiceGuide }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const list = (words: readonly string[]) => words.join(t('guide:outline.comma'));
  const can = (possible: boolean) => t(possible ? 'guide:elements.can' : 'guide:elements.cannot');
  const facts: [ElementLabel, string][] = [
    ['itemType', t(`guide:elements.itemTypes.${elements.itemType}`)],
    ['serviceObjects', list(elements.serviceObjects.map((each) => t(`guide:elements.servedBy.${each}`)))],
    ['powerSource', t(`guide:elements.powerSources.${elements.powerSource}`)],
    ['handlingForms', list(elements.handlingForms.map((each) => t(`guide:elements.forms.${each}`)))],
    ['onlineDepth', t(`guide:elements.depths.${elements.onlineDepth}`)],
    ['handlingArea', t(`guide:elements.areas.${elements.handlingArea}`)],
    ['resultType', t(`guide:elements.results.${elements.resultType}`)],
    [
      'quantityLimit',
      elements.quantityLimit === undefined ? t('guide:elements.noQuantityLimit') : text(elements.quantityLimit),
    ],
    [
      'jointBodies',
      elements.jointBodies.length === 0 ? t('guide:elements.noJointBodies') : list(elements.jointBodies.map(text)),
    ],
    [
      'intermediary',
      elements.intermediary === undefined ? t('guide:elements.noIntermediary') : text(elements.intermediary),
    ],
    ['bookable', can(elements.bookable)],
    ['payableOnline', can(elements.payableOnline)],
    ['courier', can(elements.courier)],
    ['selfService', can(elements.selfService)],
    ['themes', list(elements.themes)],
    ['consult', centers[0]?.phone ?? hotline],
    ['complain', hotline],
  ];
  return facts.map(([label, said]) => (
    <Fact key={label} label={t(`guide:elements.${label}`)}>
      {said}
    </Fact>
  ));
}

function SpecialProcedures({ guide: { elements } }: { guide: ServiceGuide }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text, language } = useSaying();
  return (
    <>
      <h3>{t('guide:elements.special')}</h3>
      {elements.specialProcedures.length === 0 ? (
        <p>{t('guide:elements.noSpecial')}</p>
      ) : (
        <ul>
          {elements.specialProcedures.map(({ name, limit, counted, basis }) => (
            <li key={name.zh}>
              {[text(name), text(limit), t(counted ? 'guide:elements.counted' : 'guide:elements.notCounted')].join(
                language === 'en' ? ', ' : '，',
              )}
              <BasisLine basis={basis} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Law and article, and whether somebody compared them with the text. */
function BasisLine({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const article = basis.article === undefined ? '' : articleText(basis.article, language);
  return (
    <span className="hint block">
      {lawName(basis.law, language)}
      {language === 'en' && article !== '' ? ' ' : ''}
      {article}
      {language === 'en' ? ' (' : '（'}
      {t(`guide.mark.${basis.mark}`)}
      {language === 'en' ? ')' : '）'}
    </span>
  );
}
