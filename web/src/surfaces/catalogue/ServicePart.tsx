import {
  assistanceModes,
  deliveryWishes,
  handlingAreas,
  handlingForms,
  levels,
  onlineDepths,
} from '../../../../contract/words.ts';
import { useWords } from '../staff/words.ts';
import { PartList } from './BasicsPart.tsx';
import { blankText } from './blanks.ts';
import { Entries } from './Entries.tsx';
import { CheckField, ChoiceField, LocalField, ManyField, MaybePart, NumberField, TagsField } from './fields.tsx';
import { useOptions } from './options.ts';

/** 办理方式与服务. */
export function ServicePart() {
  const { t, local } = useWords();
  const options = useOptions();
  const checks = [
    'bookable',
    'payableOnline',
    'courier',
    'selfService',
    'offHours',
    'singleContact',
    'simpleApproval',
    'mobile',
  ];
  return (
    <div className="elements">
      <ManyField path="content.elements.handlingForms" options={options('forms', handlingForms)} />
      <ManyField path="content.offeredAt" options={options('levels', levels)} />
      <ManyField path="content.deliveryWishes" options={options('deliveryWishes', deliveryWishes)} />
      <ManyField path="content.elements.assistance" options={options('assistance', assistanceModes)} />
      <ChoiceField path="content.elements.onlineDepth" options={options('depths', onlineDepths)} />
      <ChoiceField path="content.elements.handlingArea" options={options('areas', handlingAreas)} />
      <NumberField path="content.visits" max={9} unit={t('compilation.unit.times')} />
      <CheckField path="content.online" />
      <LocalField path="content.elements.visitReason" optional />
      <fieldset className="element element-wide checks">
        <legend>{t('compilation.conveniences')}</legend>
        {checks.map((check) => (
          <CheckField key={check} path={`content.elements.${check}`} />
        ))}
      </fieldset>
      <MaybePart path="content.elements.outsideHall" blank={blankText}>
        <LocalField path="content.elements.outsideHall" bare={t('compilation.why')} />
      </MaybePart>
      <MaybePart path="content.guideOnly" blank={blankText}>
        <LocalField path="content.guideOnly" bare={t('compilation.why')} rows={2} />
      </MaybePart>
      <MaybePart path="content.elements.intermediary" blank={blankText}>
        <LocalField path="content.elements.intermediary" bare={t('compilation.which')} />
      </MaybePart>
      <PartList path="content.elements.jointBodies">
        <Entries
          path="content.elements.jointBodies"
          name={(body) => local({ ...blankText, ...(body as object) })}
          blank={() => blankText}
          add={t('compilation.add.body')}
        >
          {(path, at) => <LocalField path={path} bare={t('compilation.entry.jointBodies', { number: at + 1 })} />}
        </Entries>
      </PartList>
    </div>
  );
}

/** 常见问题, and how people call it. */
export function QuestionsPart() {
  const { t, local } = useWords();
  return (
    <div className="elements">
      <PartList path="content.elements.questions">
        <Entries
          path="content.elements.questions"
          name={(entry) => local({ ...blankText, ...((entry as { question?: object }).question ?? {}) })}
          blank={() => ({ question: blankText, answer: blankText })}
          add={t('compilation.add.question')}
          most={30}
        >
          {(path) => (
            <>
              <LocalField path={`${path}.question`} />
              <LocalField path={`${path}.answer`} rows={2} />
            </>
          )}
        </Entries>
      </PartList>
      <TagsField path="content.aliases" />
    </div>
  );
}
