import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import type { ServiceGuide } from '../../../../contract/catalogue.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { ByCommitment, CanI, FeeSaid, Standing } from './guide.tsx';
import { Needed, SituationSaid } from './guide-materials.tsx';
import './guide-print.css';
import { hoursLine } from './hours.ts';
import { OfficialGuide } from './official-guide.tsx';
import { useGuide } from './reads.ts';
import { printAddress, useSituation } from './situation.ts';

/** So many places, nearest first, stand on the notice of one sheet. */
const placesOnNotice = 3;

/** 一次性告知单, simple or with the full guide: one paper for one situation, from the version in force. */
export function GuidePrint() {
  const { itemId = '' } = useParams();
  return <Loaded of={useGuide(itemId)}>{(guide) => <Sheet guide={guide} />}</Loaded>;
}

function Sheet({ guide }: { guide: ServiceGuide }) {
  const { t } = useTranslation('resident');
  const { text, language, day } = useSaying();
  const [search] = useSearchParams();
  const situation = useSituation(guide);
  const [hasCode, setHasCode] = useState(false);
  const full = search.get('size') === 'full';
  const atOnce = search.has('now');
  // The clerk pressed 打印告知单: the paper comes by itself once all of it is there.
  useEffect(() => {
    if (atOnce && hasCode) window.print();
  }, [atOnce, hasCode]);
  const code = new URLSearchParams({ situation: situation.search.slice(1) });
  return (
    <Page
      heading={text(guide.name)}
      className="guide sheet"
      before={
        <>
          <Back to={`/items/${guide.itemId}${situation.search}`}>{t('guide.print.back')}</Back>
          <p className="no-print sheet-acts">
            <button type="button" className="button" onClick={() => window.print()}>
              {t('print')}
            </button>
            <Link className="touch" href={printAddress(guide.itemId, full ? 'simple' : 'full', situation)}>
              <span className="line">{t(full ? 'guide.print.simple' : 'guide.print.full')}</span>
            </Link>
          </p>
          <div className="sheet-head">
            <div>
              <p className="matter">{t(full ? 'guide.print.guideTitle' : 'guide.print.noticeTitle')}</p>
              <p className="hint">
                <Say
                  text={t('guide.print.version', {
                    version: guide.version,
                    day: dayWithYear(guide.effectiveDay, language),
                  })}
                />
                <span className="block">{t('guide.print.code', { code: guide.code })}</span>
              </p>
            </div>
            <figure>
              <img
                src={`/api/items/${guide.itemId}/code?${code}`}
                width="112"
                height="112"
                alt={t('guide.print.scanAlt')}
                onLoad={() => setHasCode(true)}
              />
              <figcaption>{t('guide.print.scan')}</figcaption>
            </figure>
          </div>
        </>
      }
    >
      <p>
        <Say text={text(guide.brief)} />
      </p>
      <Standing guide={guide} />
      {Object.keys(situation.answers).length === 0 ? null : (
        <Section heading={t('guide.situation.yours')}>
          <SituationSaid situation={situation} />
        </Section>
      )}
      <Section heading={t('guide.bring')}>
        <Needed guide={guide} situation={situation} whole />
      </Section>
      <CanI guide={guide} />
      <ByCommitment guide={guide} />
      <Section heading={t('guide.where')}>
        <Places centers={full ? guide.centers : guide.centers.slice(0, placesOnNotice)} />
      </Section>
      <Section heading={t('guide.print.result')}>
        <Facts wide>
          {guide.standing.standing === 'IN_USE' ? (
            <Fact label={t('guide.howLong')}>
              <Say text={t('guide.decidedBy', { day: day(guide.ifAppliedToday.decidedByDay) })} />
            </Fact>
          ) : null}
          <Fact label={t('guide.fee')}>
            <FeeSaid guide={guide} />
          </Fact>
          <Fact label={t('guide.result')}>
            <strong>{text(guide.result.name)}</strong>
            <span className="hint block">
              <Say text={text(guide.result.note)} />
            </span>
          </Fact>
        </Facts>
      </Section>
      {full ? (
        <Section heading={t('guide.official')}>
          <OfficialGuide guide={guide} />
        </Section>
      ) : null}
    </Page>
  );
}

/** Paper does not know what time it is: where, which phone, which hours. */
function Places({ centers }: Pick<ServiceGuide, 'centers'>) {
  const { text, language } = useSaying();
  return (
    <ul className="rows materials">
      {centers.map(({ id, name, address, phone, hours }) => (
        <li key={id}>
          <strong>{text(name)}</strong> {phone}
          <span className="hint block">
            {[text(address), ...hours.map((each) => hoursLine(each, language))].join(language === 'en' ? '; ' : '；')}
          </span>
        </li>
      ))}
    </ul>
  );
}
