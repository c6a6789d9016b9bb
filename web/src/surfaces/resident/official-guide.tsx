import { useTranslation } from 'react-i18next';
import type { LegalBasis, ServiceGuide } from '../../../../contract/catalogue.ts';
import { ProcessDrawing } from '../../features/process/process-drawing.tsx';
import { articleText, lawName } from '../../features/why/basis.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Fact, Facts } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import type { guide as chinese } from '../../words/zh-CN/guide.ts';
import { FormOutline, useConditions } from './form-outline.tsx';
import { MaterialNote, SampleFiles } from './guide-materials.tsx';

/** 完整的办事指南: every element of the published version (GB/T 39554.2). */
export function OfficialGuide({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text } = useSaying();
  const limit = useLimit();
  const yuan = useYuan();
  const conditions = useConditions(guide.form, 'neededWhen');
  return (
    <>
      <Facts wide>
        {guide.handling === undefined ? null : <Fact label={t('guide:full.handling')}>{text(guide.handling)}</Fact>}
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
              <Say text={t(guide.profile === 'LICENSE' ? 'guide:full.deemedLicence' : 'guide:full.deemed')} />
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
          {guide.fee.basis === undefined ? (
            <span className="hint block">{t(`guide.mark.${guide.fee.mark}`)}</span>
          ) : (
            <BasisLine basis={guide.fee.basis} />
          )}
          {guide.fee.reduction === undefined ? null : (
            <span className="hint block">
              <Say text={t('guide:full.reduction', { text: text(guide.fee.reduction) })} />
            </span>
          )}
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
      <ProcessDrawing
        process={guide.process}
        names={{
          ...Object.fromEntries(guide.processOrgans.map(({ organId, name }) => [organId, text(name)])),
          ACCEPTING: text(guide.acceptedBy),
          DECIDING: text(guide.decidedBy),
        }}
      />
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
              {material.when === undefined ? null : <span className="block">{conditions(material.when)}</span>}
            </span>
            <SampleFiles itemId={guide.itemId} material={material} />
            <BasisLine basis={material.basis} />
          </li>
        ))}
      </ul>
      {guide.form.length === 0 ? null : (
        <>
          <h3>{t('guide:full.form')}</h3>
          <FormOutline form={guide.form} />
        </>
      )}
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
    [
      'bodyNature',
      [
        t(`guide:elements.natures.${elements.bodyNature}`),
        ...(elements.entrustedBy === undefined
          ? []
          : [t('guide:elements.entrustedBy', { name: text(elements.entrustedBy) })]),
      ].join(t('guide:outline.comma')),
    ],
    ['inHall', elements.outsideHall === undefined ? t('guide:elements.yes') : text(elements.outsideHall)],
    [
      'assistance',
      elements.assistance.length === 0
        ? t('guide:elements.noAssistance')
        : list(elements.assistance.map((each) => t(`guide:elements.assistances.${each}`))),
    ],
    ['offHours', can(elements.offHours)],
    ['singleContact', t(elements.singleContact ? 'guide:elements.yes' : 'guide:elements.no')],
    ['mobile', can(elements.mobile)],
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
export function BasisLine({ basis }: { basis: LegalBasis }) {
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

export function useLimit() {
  const { t } = useTranslation('resident');
  return ({ amount, unit }: { amount: number; unit: 'workingDays' | 'calendarDays' | 'officeHours' }): string =>
    t(`guide.${unit}`, { amount });
}

export function useYuan() {
  return (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);
}
