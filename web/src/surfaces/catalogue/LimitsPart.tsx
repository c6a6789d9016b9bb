import { Checkbox, Select } from 'antd';
import type { Limit } from '../../../../contract/deadlines.ts';
import { checkMarks } from '../../../../contract/words.ts';
import { useWords } from '../staff/words.ts';
import { BasisFields } from './BasicsPart.tsx';
import { blankBasis, blankLimit, blankText } from './blanks.ts';
import { useElement } from './editing.ts';
import {
  CheckField,
  ChoiceField,
  Group,
  LocalField,
  MaybePart,
  MoneyField,
  NumberField,
  TextField,
} from './fields.tsx';
import { useOptions } from './options.ts';

/** 时限: by law, as promised, to answer and to hand out. */
export function LimitsPart() {
  const { t } = useWords();
  const options = useOptions();
  const marks = options('marks', checkMarks);
  return (
    <div className="elements">
      <MaybePart path="content.statutoryLimit" blank={{ ...blankLimit, amount: 20 }}>
        <LimitFields path="content.statutoryLimit" />
        <NumberField path="content.statutoryLimit.extendableBy" max={3650} unit={t('compilation.unit.same')} optional />
        <ChoiceField path="content.limitMarks.statutory" options={marks} optional />
      </MaybePart>
      <Group path="content.promisedLimit">
        <LimitFields path="content.promisedLimit" />
        <CountedByLaw path="content.promisedLimit.countedBy" />
        <ChoiceField path="content.limitMarks.promised" options={marks} />
      </Group>
      <Group path="content.answerLimit">
        <LimitFields path="content.answerLimit" />
        <CheckField path="content.deemedAcceptance" />
      </Group>
      <MaybePart path="content.deliveryLimit" blank={blankLimit}>
        <LimitFields path="content.deliveryLimit" />
      </MaybePart>
      <MaybeCorrection />
    </div>
  );
}

function LimitFields({ path }: { path: string }) {
  const options = useOptions();
  const { value } = useElement(path);
  const basis = (value as Partial<Limit> | undefined)?.basis;
  return (
    <>
      <NumberField path={`${path}.amount`} max={3650} />
      <ChoiceField
        path={`${path}.unit`}
        options={options('limitUnits', ['workingDays', 'calendarDays', 'officeHours'])}
      />
      <BasisKind path={`${path}.basis`} />
      {basis !== undefined && 'guide' in basis ? (
        <TextField path={`${path}.basis.guide`} maxLength={200} />
      ) : (
        <>
          <TextField path={`${path}.basis.law`} maxLength={200} />
          <TextField path={`${path}.basis.article`} size="short" maxLength={100} optional />
        </>
      )}
    </>
  );
}

/** A limit rests on a law, or on what the guide promises. */
function BasisKind({ path }: { path: string }) {
  const { value, put, label } = useElement(path);
  const { t } = useWords();
  const kind = typeof value === 'object' && value !== null && 'guide' in value ? 'guide' : 'law';
  return (
    <div className="element element-short" data-field={path}>
      <label htmlFor={path}>{label}</label>
      <Select<'law' | 'guide'>
        id={path}
        value={kind}
        options={[
          { value: 'law', label: t('compilation.byLaw') },
          { value: 'guide', label: t('compilation.byGuide') },
        ]}
        onChange={(next) => put(next === 'law' ? { law: '' } : { guide: '' })}
      />
    </div>
  );
}

/** ALL 82: the days of a licence count as working days, the promised ones too. */
function CountedByLaw({ path }: { path: string }) {
  const { value, put, label } = useElement(path);
  return (
    <div className="element element-check" data-field={path}>
      <Checkbox
        checked={value !== undefined}
        onChange={({ target }) => put(target.checked ? { law: '行政许可法', article: '第八十二条' } : undefined)}
      >
        {label}
      </Checkbox>
    </div>
  );
}

/** By when to correct, and whether a local rule counts it as withdrawing when nobody does. */
function MaybeCorrection() {
  const path = 'content.correctionDays';
  const { value, put, label, hint, t } = useElement(path);
  return (
    <fieldset className="element element-wide maybe" data-field={path}>
      <legend className="only-heard">{label}</legend>
      <Checkbox checked={typeof value === 'number'} onChange={({ target }) => put(target.checked ? 15 : null)}>
        {label}
      </Checkbox>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      {typeof value === 'number' && (
        <div className="elements maybe-inside">
          <NumberField path={path} min={1} max={365} unit={t('compilation.unit.workingDays')} />
          <MaybePart path="content.deemedWithdrawal" blank={blankBasis}>
            <BasisFields path="content.deemedWithdrawal" />
          </MaybePart>
        </div>
      )}
    </fieldset>
  );
}

/** 收费: nothing without a law or an administrative regulation (ALL 58, 59). */
export function FeePart() {
  const options = useOptions();
  return (
    <div className="elements">
      <MoneyField path="content.fee.fen" />
      <ChoiceField path="content.fee.mark" options={options('marks', checkMarks)} />
      <LocalField path="content.fee.note" />
      <MaybePart path="content.fee.basis" blank={blankBasis}>
        <BasisFields path="content.fee.basis" />
      </MaybePart>
      <LocalField path="content.fee.reduction" optional />
    </div>
  );
}

/** 四减基线: what it took before. */
export function BaselinePart() {
  const options = useOptions();
  const { t } = useWords();
  const path = 'content.baseline';
  const blank = { steps: 0, materials: 0, days: 0, fen: 0, visits: 0, source: blankText, mark: 'sample' };
  return (
    <div className="elements">
      <MaybePart path={path} blank={blank}>
        <NumberField path={`${path}.steps`} max={99} />
        <NumberField path={`${path}.materials`} max={99} />
        <NumberField path={`${path}.days`} max={999} unit={t('compilation.unit.workingDays')} />
        <MoneyField path={`${path}.fen`} />
        <NumberField path={`${path}.visits`} max={99} />
        <ChoiceField path={`${path}.mark`} options={options('marks', checkMarks)} />
        <LocalField path={`${path}.source`} />
      </MaybePart>
    </div>
  );
}
