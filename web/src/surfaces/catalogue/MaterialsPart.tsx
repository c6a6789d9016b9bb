import { Button, InputNumber, Select } from 'antd';
import { useRef, useState } from 'react';
import type { MaterialRequirement } from '../../../../contract/catalogue.ts';
import type { Condition, FormField } from '../../../../contract/form.ts';
import { materialKinds } from '../../../../contract/words.ts';
import { upload } from '../../api/call.ts';
import { Refused } from '../staff/Refused.tsx';
import { sheets, useWords } from '../staff/words.ts';
import { BasisFields } from './BasicsPart.tsx';
import { blankMaterial, blankText } from './blanks.ts';
import { valueAt } from './content-path.ts';
import { FoldedEntries } from './Entries.tsx';
import { useEditing, useElement } from './editing.ts';
import { CheckField, ChoiceField, FaultsAt, Group, LocalField, MaybePart, NumberField, TextField } from './fields.tsx';
import { useOptions } from './options.ts';

/** 申请材料: what may be asked for, and nothing besides. */
export function MaterialsPart() {
  const words = useWords();
  const { t, local, find } = words;
  return (
    <div className="elements">
      <p className="quiet small element-wide">{t('compilation.burdenHint')}</p>
      <div className="element element-wide">
        <FoldedEntries
          path="content.materials"
          name={(entry) => local((entry as MaterialRequirement).name) || t('compilation.unnamed')}
          blank={(before) => blankMaterial(before as MaterialRequirement[])}
          add={t('compilation.add.material')}
          line={(entry) => {
            const material = entry as MaterialRequirement;
            return [
              find(`compilation.options.necessity.${material.necessity}`, 'compilation.element'),
              sheets(material, words),
              (material.when?.length ?? 0) > 0 ? t('compilation.bySituation') : '',
              material.tolerated ? t('compilation.tolerable') : '',
              material.commitment ? t('compilation.committable') : '',
            ]
              .filter(Boolean)
              .join(t('comma'));
          }}
        >
          {(path) => <MaterialFields path={path} />}
        </FoldedEntries>
      </div>
    </div>
  );
}

function MaterialFields({ path }: { path: string }) {
  const { t } = useWords();
  const options = useOptions();
  return (
    <>
      <LocalField path={`${path}.name`} />
      <LocalField path={`${path}.hint`} />
      <ChoiceField
        path={`${path}.necessity`}
        options={options('necessity', ['required', 'optional', 'shared'])}
      />
      <ChoiceField path={`${path}.kind`} options={options('materialKinds', materialKinds)} optional />
      <NumberField path={`${path}.originals`} max={20} />
      <NumberField path={`${path}.copies`} max={20} />
      <ChoiceField path={`${path}.form`} options={options('materialForms', ['paper', 'electronic', 'either'])} />
      <ChoiceField path={`${path}.source`} options={options('sources', ['applicant', 'government', 'other'])} />
      <TextField path={`${path}.key`} size="short" maxLength={40} />
      <TextField path={`${path}.licence`} size="half" maxLength={60} optional />
      <LocalField path={`${path}.issuer`} optional />
      <LocalField path={`${path}.standard`} optional />
      <Group path={`${path}.basis`}>
        <BasisFields path={`${path}.basis`} />
      </Group>
      <Situations path={`${path}.when`} />
      <MaybePart path={`${path}.tolerated`} blank={{ workingDays: 5 }}>
        <NumberField path={`${path}.tolerated.workingDays`} min={1} max={60} unit={t('compilation.unit.workingDays')} />
      </MaybePart>
      <MaybePart path={`${path}.commitment`} blank={{ verification: blankText }}>
        <LocalField path={`${path}.commitment.verification`} />
      </MaybePart>
      <Samples path={`${path}.files`} />
      <CheckField path={`${path}.sample`} optional />
    </>
  );
}

interface Source {
  value: string;
  label: string;
  choices: { value: string; label: string }[];
  countable: boolean;
}

/** What a material can depend on: the questions of the form that are chosen or counted, and who applies. */
function useSources(): Source[] {
  const { whole } = useEditing();
  const { t, local } = useWords();
  const form = (valueAt(whole, 'content.form') ?? []) as FormField[];
  const yesNo = [
    { value: 'yes', label: t('compilation.yes') },
    { value: 'no', label: t('compilation.no') },
  ];
  return [
    ...form
      .filter(({ kind }) => ['choice', 'yesNo', 'number', 'money', 'computed', 'rows'].includes(kind))
      .map(({ key, label, kind, options, situation }) => ({
        value: key,
        label: `${local(label) || key}${situation ? t('compilation.isSituation') : ''}`,
        choices:
          kind === 'yesNo' ? yesNo : (options ?? []).map((each) => ({ value: each.value, label: local(each.label) })),
        countable: !['choice', 'yesNo'].includes(kind),
      })),
    { value: 'applicant.age', label: t('compilation.applicantAge'), choices: [], countable: true },
    {
      value: 'applicant.sex',
      label: t('compilation.applicantSex'),
      choices: [
        { value: 'female', label: t('compilation.female') },
        { value: 'male', label: t('compilation.male') },
      ],
      countable: false,
    },
  ];
}

/** 情形: asked for only where all of these hold. */
function Situations({ path }: { path: string }) {
  const { value, put, label, hint, t } = useElement(path);
  const sources = useSources();
  const conditions = (value ?? []) as Condition[];
  const write = (next: Condition[]) => put(next.length === 0 ? undefined : next);
  const change = (at: number, next: Condition) => write(conditions.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className="element element-wide group" data-field={path}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      {conditions.map((condition, at) => {
        const source = sources.find((each) => each.value === condition.field);
        const named = t('compilation.conditionNumber', { number: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity than their place
          <div key={at} className="condition" data-field={`${path}.${at}`}>
            <span className="quiet">{at === 0 ? t('compilation.whenFirst') : t('compilation.whenAnd')}</span>
            <Select<string>
              aria-label={`${named}${t('colon')}${t('compilation.question')}`}
              popupMatchSelectWidth={false}
              value={condition.field}
              options={sources.map((each) => ({ value: each.value, label: each.label }))}
              onChange={(field) => change(at, { field })}
            />
            {source?.countable ? (
              <>
                <InputNumber<number>
                  aria-label={`${named}${t('colon')}${t('compilation.atLeast')}`}
                  prefix={t('compilation.atLeast')}
                  value={condition.atLeast ?? null}
                  onChange={(atLeast) => {
                    const { atLeast: _, ...rest } = condition;
                    change(at, atLeast === null ? rest : { ...rest, atLeast });
                  }}
                />
                <InputNumber<number>
                  aria-label={`${named}${t('colon')}${t('compilation.below')}`}
                  prefix={t('compilation.below')}
                  value={condition.below ?? null}
                  onChange={(below) => {
                    const { below: _, ...rest } = condition;
                    change(at, below === null ? rest : { ...rest, below });
                  }}
                />
              </>
            ) : (
              <Select<string[]>
                aria-label={`${named}${t('colon')}${t('compilation.answer')}`}
                mode="multiple"
                className="condition-answers"
                popupMatchSelectWidth={false}
                placeholder={t('compilation.answerAny')}
                value={condition.is ?? []}
                options={source?.choices ?? []}
                onChange={(is) => {
                  const { is: _, ...rest } = condition;
                  change(at, is.length === 0 ? rest : { ...rest, is });
                }}
              />
            )}
            <Button
              size="small"
              type="text"
              aria-label={t('compilation.removeNamed', { name: named })}
              onClick={() => write(conditions.filter((_, index) => index !== at))}
            >
              {t('compilation.remove')}
            </Button>
            <FaultsAt path={`${path}.${at}`} />
            <FaultsAt path={`${path}.${at}.field`} />
            <FaultsAt path={`${path}.${at}.is`} />
            <FaultsAt path={`${path}.${at}.below`} />
          </div>
        );
      })}
      <Button
        size="small"
        onClick={() => write([...conditions, { field: sources[0]?.value ?? 'applicant.age' }])}
        aria-label={t('compilation.add.situationOf')}
      >
        {t('compilation.add.situation')}
      </Button>
    </fieldset>
  );
}

type File = NonNullable<MaterialRequirement['files']>[number];

/** 空白表格、示例样表: files that everybody may read. */
function Samples({ path }: { path: string }) {
  const { value, put, label, hint, t } = useElement(path);
  const files = (value ?? []) as File[];
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const write = (next: File[]) => put(next.length === 0 ? undefined : next);
  const add = async (file: globalThis.File) => {
    setSending(true);
    setRefused(undefined);
    try {
      const { fileId } = await upload('POST /files', file);
      write([...files, { fileId, name: file.name.slice(0, 120), use: 'blank' }]);
    } catch (error) {
      setRefused(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <fieldset className="element element-wide group" data-field={path}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      {files.map((file, at) => (
        <div key={file.fileId} className="condition">
          <span>{file.name}</span>
          <Select<File['use']>
            aria-label={t('compilation.fileUse', { name: file.name })}
            size="small"
            popupMatchSelectWidth={false}
            value={file.use}
            options={[
              { value: 'blank', label: t('compilation.blankForm') },
              { value: 'filled', label: t('compilation.filledForm') },
            ]}
            onChange={(use) => write(files.map((each, index) => (index === at ? { ...each, use } : each)))}
          />
          <Button
            size="small"
            type="text"
            aria-label={t('compilation.removeNamed', { name: file.name })}
            onClick={() => write(files.filter((_, index) => index !== at))}
          >
            {t('compilation.remove')}
          </Button>
        </div>
      ))}
      <FaultsAt path={path} />
      <Refused error={refused} />
      {files.length < 6 && (
        <div>
          <input
            ref={picker}
            type="file"
            hidden
            accept="image/jpeg,image/png,application/pdf"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void add(file);
              target.value = '';
            }}
          />
          <Button size="small" loading={sending} onClick={() => picker.current?.click()}>
            {t('compilation.add.file')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
