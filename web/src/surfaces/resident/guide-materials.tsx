import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MaterialRequirement, ServiceGuide } from '../../../../contract/catalogue.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { ChoiceField } from '../../ui/resident/form.tsx';
import { Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useConditions } from './form-outline.tsx';
import { type Situation, situationOf } from './situation.ts';

/** 两条, 三样: small numbers as people say them. */
export function useFew() {
  const { language } = useSaying();
  return (count: number): string =>
    language === 'en' ? String(count) : ('零一两三四五六七八九十'[count] ?? String(count));
}

/** 要带什么: first which situation one is in, where there are several; then exactly what that needs. */
export function Bring({ guide, situation }: { guide: ServiceGuide; situation: Situation }) {
  const { t } = useTranslation('resident');
  return (
    <Section heading={t('guide.bring')}>
      {situation.asked.length === 0 ? null : <SituationTree guide={guide} situation={situation} />}
      <Needed guide={guide} situation={situation} />
    </Section>
  );
}

/** 您是哪种情况？ Each answer goes into the address, so that a link or a QR code carries it. */
function SituationTree({ guide, situation }: { guide: ServiceGuide; situation: Situation }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { today } = useDistrict();
  const [path, go] = useLocation();
  const put = (key: string, value: string) =>
    go(`${path}${situationOf(guide, { ...situation.answers, [key]: value }, today).search}`, { replace: true });
  return (
    <div className="situation no-print">
      <p>
        <Say text={t('guide.situation.lead')} />
      </p>
      {situation.asked.map(({ field: { key, kind, label, hint, options = [] } }) => (
        <ChoiceField
          key={key}
          id={`s-${key}`}
          label={text(label)}
          {...(hint === undefined ? {} : { hint: text(hint) })}
          value={situation.answers[key] ?? ''}
          options={
            kind === 'yesNo'
              ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`apply.${value}`) }))
              : options.map((option) => ({ value: option.value, label: text(option.label) }))
          }
          onChange={(value) => put(key, value)}
        />
      ))}
    </div>
  );
}

/** The situation that a printed guide was made for. */
export function SituationSaid({ situation }: { situation: Situation }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const said = situation.asked.flatMap(({ field: { key, kind, label, options = [] } }) => {
    const value = situation.answers[key];
    if (value === undefined) return [];
    const option = options.find((each) => each.value === value);
    const word =
      kind === 'yesNo' ? t(value === 'yes' ? 'apply.yes' : 'apply.no') : option === undefined ? '' : text(option.label);
    return [{ key, label: text(label), word }];
  });
  return said.length === 0 ? null : (
    <p>
      {said.map(({ key, label, word }) => (
        <span className="situation-said" key={key}>
          {label} <strong>{word}</strong>{' '}
        </span>
      ))}
    </p>
  );
}

/** What to bring, what depends on an answer, what we look up ourselves, and that nobody may ask for more; `whole` says how many of each too. */
export function Needed({
  guide,
  situation,
  whole = false,
}: {
  guide: ServiceGuide;
  situation: Situation;
  whole?: boolean;
}) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const few = useFew();
  const conditions = useConditions(guide.form, 'neededWhen');
  const { materials, isCertain } = situation;
  const brought = materials.filter(({ necessity }) => necessity !== 'shared');
  const isSettled = brought.every(isCertain);
  const count = few(brought.length);
  return (
    <>
      {brought.length === 0 ? null : (
        <ul className="rows materials">
          {brought.map((material) => (
            <li key={material.key}>
              <strong>{text(material.name)}</strong>
              {material.necessity === 'optional' && !whole ? (
                <span className="necessity">{t('guide.optional')}</span>
              ) : null}
              {isCertain(material) ? null : (
                <span className="block maybe">
                  <Say text={conditions(material.when ?? [])} />
                </span>
              )}
              <span className="hint block">
                {whole ? <MaterialNote material={material} /> : <Say text={text(material.hint)} />}
              </span>
              <Leeway material={material} />
              <SampleFiles itemId={guide.itemId} material={material} />
            </li>
          ))}
        </ul>
      )}
      <p role={situation.asked.length === 0 ? undefined : 'status'}>
        {materials
          .filter(({ necessity }) => necessity === 'shared')
          .map((material) => (
            <span className="block" key={material.key}>
              <Say text={t('guide.shared', { name: text(material.name) })} />
            </span>
          ))}
        <span className="block">
          <Say
            text={
              brought.length === 0
                ? t('guide.nothing')
                : t(isSettled ? 'guide.nothingElse' : 'guide.situation.atMost', { count })
            }
          />
        </span>
      </p>
    </>
  );
}

/** 容缺、告知承诺: what may follow later, and what a written commitment may stand for. */
function Leeway({ material: { tolerated, commitment, licence } }: { material: MaterialRequirement }) {
  const { t } = useTranslation('resident');
  const lines = [
    ...(tolerated === undefined ? [] : [t('guide.tolerated', { days: tolerated.workingDays })]),
    ...(commitment === undefined ? [] : [t('guide.commitment')]),
    ...(licence === undefined ? [] : [t('guide.licence', { title: licence })]),
  ];
  return lines.map((line) => (
    <span className="hint block" key={line}>
      <Say text={line} />
    </span>
  ));
}

/** How many, in which form and from where, with what whoever looks at it goes by. */
export function MaterialNote({ material }: { material: MaterialRequirement }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text, language } = useSaying();
  const { source, form, standard, sample, kind, issuer } = material;
  const parts = [
    kind === undefined ? '' : t(`guide:elements.materialKinds.${kind}`),
    material.originals > 0 ? t('guide.originals', { count: material.originals }) : '',
    material.copies > 0 ? t('guide.copies', { count: material.copies }) : '',
    t(`guide:elements.materialForms.${form}`),
    issuer === undefined ? t(`guide:elements.sources.${source}`) : t('guide:elements.issuer', { name: text(issuer) }),
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

/** 空白表格、示例样表, to be had at once. */
export function SampleFiles({ itemId, material: { files = [] } }: { itemId: string; material: MaterialRequirement }) {
  const { t } = useTranslation('resident');
  return files.map(({ fileId, name, use }) => (
    <a
      key={fileId}
      className="touch block"
      href={`/api/items/${itemId}/files/${fileId}`}
      target="_blank"
      rel="noreferrer"
    >
      <span className="line">{t(`guide.files.${use}`, { name })}</span>
    </a>
  ));
}
