import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  bodyNatures,
  caseTypes,
  itemTypes,
  levels,
  lifeEvents,
  powerSources,
  powerTypeCodes,
  procedureProfiles,
  serviceObjects,
} from '../../../../contract/words.ts';
import { useWords } from '../staff/words.ts';
import { blankBasis, blankText } from './blanks.ts';
import { valueAt } from './content-path.ts';
import { Entries } from './Entries.tsx';
import { useEditing, useElement } from './editing.ts';
import {
  ChoiceField,
  FaultsAt,
  LocalField,
  ManyField,
  MaybePart,
  type Option,
  TagsField,
  TextField,
} from './fields.tsx';
import { useOptions } from './options.ts';

/** Subjects under which the national list sorts matters of people and of firms. */
const themes = [
  '生育收养',
  '户籍办理',
  '民族宗教',
  '教育科研',
  '入伍服役',
  '就业创业',
  '设立变更',
  '准营准办',
  '职业资格',
  '婚姻登记',
  '优待抚恤',
  '规划建设',
  '住房保障',
  '社会保障',
  '证件办理',
  '交通出行',
  '医疗卫生',
  '死亡殡葬',
  '税收财务',
  '年检年审',
  '质量技术',
  '安全生产',
  '环保绿化',
  '农林牧渔',
  '水务气象',
  '文体教育',
  '公安消防',
  '其他',
] as const;

/** 基本信息与编码. `code`: of an item that is there, whose code never changes. */
export function BasicsPart({ code, organs }: { code: string | undefined; organs: readonly Option[] }) {
  const { t } = useWords();
  const options = useOptions();
  const { whole } = useEditing();
  return (
    <div className="elements">
      <LocalField path="content.name" />
      {code === undefined ? <CodeField /> : <FixedCode code={code} />}
      <ChoiceField path="content.elements.itemType" options={options('itemTypes', itemTypes)} />
      <ChoiceField path="profile" options={options('profiles', procedureProfiles)} />
      <ChoiceField path="caseType" options={options('caseTypes', caseTypes)} />
      <ChoiceField path="level" options={options('levels', levels)} />
      <OrganField path="decidingOrganId" organs={organs} />
      <OrganField path="acceptingOrganId" organs={organs} />
      <ChoiceField path="content.elements.powerSource" options={options('powerSources', powerSources)} />
      <ChoiceField path="content.elements.bodyNature" options={options('bodyNatures', bodyNatures)} />
      {(valueAt(whole, 'content.elements.bodyNature') === 'ENTRUSTED' ||
        valueAt(whole, 'content.elements.entrustedBy') !== undefined) && (
        <LocalField path="content.elements.entrustedBy" optional />
      )}
      <MaybePart path="content.handling" blank={blankText}>
        <LocalField path="content.handling" bare={t('compilation.handlingName')} />
      </MaybePart>
      <ManyField path="content.elements.serviceObjects" options={options('servedBy', serviceObjects)} />
      <TagsField
        path="content.elements.themes"
        size="half"
        options={themes.map((theme) => ({ value: theme, label: theme }))}
      />
      <ChoiceField path="content.lifeEvent" options={options('lifeEvents', lifeEvents)} />
      <LocalField path="content.brief" rows={2} />
      <LocalField path="content.bring" />
      <LocalField path="content.howLong" />
    </div>
  );
}

function FixedCode({ code }: { code: string }) {
  const { label, t } = useElement('code');
  return (
    <div className="element element-wide" data-field="code">
      <span className="quiet">{label}</span>
      <p className="number code-shown">{code}</p>
      <p className="quiet small">{t('compilation.codeFixed')}</p>
      <FaultsAt path="code" />
    </div>
  );
}

/** 实施编码: its parts named while it is typed, so that a wrong place is seen at once. */
function CodeField() {
  const { label, value, put, isWrong, t } = useElement('code');
  const { whole } = useEditing();
  const code = typeof value === 'string' ? value : '';
  const type = valueAt(whole, 'content.elements.itemType');
  const typeCode = powerTypeCodes[type as keyof typeof powerTypeCodes];
  const parts: [string, number, number][] = [
    [t('compilation.codeParts.uscc'), 0, 18],
    [t('compilation.codeParts.level'), 18, 19],
    [t('compilation.codeParts.region'), 19, 21],
    [t('compilation.codeParts.type'), 21, 23],
    [t('compilation.codeParts.department'), 23, 25],
    [t('compilation.codeParts.main'), 25, 28],
    [t('compilation.codeParts.sub'), 28, 31],
    [t('compilation.codeParts.sequence'), 31, 33],
  ];
  return (
    <div className="element element-wide" data-field="code">
      <label htmlFor="code">{label}</label>
      <Input
        id="code"
        className="number code-input"
        maxLength={40}
        value={code}
        aria-invalid={isWrong}
        aria-describedby="code-parts code-fault"
        {...(isWrong && { status: 'error' as const })}
        onChange={({ target }) => put(target.value.replace(/\s/g, '').toUpperCase(), 'typing')}
      />
      <dl id="code-parts" className="code-parts small">
        {parts.map(([name, from, to]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd className="number">{code.slice(from, to) || '–'}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">
        {t('compilation.codeCount', { count: code.length })}
        {typeCode !== undefined && t('compilation.codeType', { code: typeCode })}
      </p>
      <FaultsAt path="code" />
    </div>
  );
}

/** Who accepts or decides; nobody named means the township government of the intake centre. */
function OrganField({ path, organs }: { path: string; organs: readonly Option[] }) {
  const { label, value, put, isWrong, hint, t } = useElement(path);
  return (
    <div className="element element-short" data-field={path}>
      <label htmlFor={path}>{label}</label>
      <Select<string>
        id={path}
        value={typeof value === 'string' ? value : 'township'}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        {...(isWrong && { status: 'error' as const })}
        options={[{ value: 'township', label: t('compilation.townshipDecides') }, ...organs]}
        onChange={(chosen) => put(chosen === 'township' ? null : chosen)}
      />
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <FaultsAt path={path} />
    </div>
  );
}

/** Law, article, and whether its text was at hand. */
export function BasisFields({ path }: { path: string }) {
  const options = useOptions();
  return (
    <>
      <TextField path={`${path}.law`} maxLength={200} />
      <TextField path={`${path}.article`} size="short" maxLength={100} optional />
      <ChoiceField path={`${path}.mark`} options={options('marks', ['checked', 'sample'])} />
    </>
  );
}

/** 依据. */
export function BasesPart() {
  const { t } = useWords();
  return (
    <div className="elements">
      <PartList path="content.bases">
        <Entries
          path="content.bases"
          name={(basis) => String(valueAt(basis, 'law') ?? '')}
          blank={() => blankBasis}
          add={t('compilation.add.basis')}
        >
          {(path) => <BasisFields path={path} />}
        </Entries>
      </PartList>
      <LocalField path="content.remedies" rows={2} />
      <MaybePart path="content.singleOfficer" blank={blankBasis}>
        <BasisFields path="content.singleOfficer" />
      </MaybePart>
    </div>
  );
}

/** 受理条件. */
export function ConditionsPart() {
  const { t, local } = useWords();
  return (
    <div className="elements">
      <PartList path="content.conditions">
        <p className="quiet small">{t('compilation.burdenHint')}</p>
        <Entries
          path="content.conditions"
          name={(condition) => local({ ...blankText, ...(condition as object) })}
          blank={() => blankText}
          add={t('compilation.add.condition')}
        >
          {(path, at) => <LocalField path={path} bare={t('compilation.entry.conditions', { number: at + 1 })} />}
        </Entries>
      </PartList>
      <MaybePart path="content.elements.quantityLimit" blank={blankText}>
        <LocalField path="content.elements.quantityLimit" bare={t('compilation.field.quantityLimit')} />
      </MaybePart>
    </div>
  );
}

/** A list under the word of its element. */
export function PartList({ path, children }: { path: string; children: ReactNode }) {
  const { label } = useElement(path);
  return (
    <fieldset className="element element-wide group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
