import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import type { MaterialRequirement } from '../../../../contract/catalogue.ts';
import type { Condition, FormField } from '../../../../contract/form.ts';
import { materialKinds, matterFields } from '../../../../contract/words.ts';
import { upload } from '../../api/call.ts';
import { Faults } from '../../features/editing/fields.tsx';
import { Conditions } from '../../features/form-editor/conditions.tsx';
import { sourcesIn } from '../../features/form-editor/questions.ts';
import { Refused } from '../staff/Refused.tsx';
import { sheets, useWords } from '../staff/words.ts';
import { BasisFields } from './BasicsPart.tsx';
import { blankMaterial, blankText } from './blanks.ts';
import { valueAt } from './content-path.ts';
import { Entries, FoldedEntries } from './Entries.tsx';
import { useEditing, useElement } from './editing.ts';
import {
  CheckField,
  ChoiceField,
  FaultsAt,
  Group,
  LocalField,
  ManyField,
  MaybePart,
  NumberField,
  TextField,
} from './fields.tsx';
import { useOptions } from './options.ts';

/** 告知承诺 for the whole matter, before somebody writes it. */
const blankCommitment = { conditions: [blankText], verification: { method: blankText, withinDays: 60 } };

/** 申请材料: what may be asked for, and nothing besides. */
export function MaterialsPart() {
  const words = useWords();
  const { t, local, find } = words;
  const options = useOptions();
  return (
    <div className="elements">
      <p className="quiet small element">{t('compilation.burdenHint')}</p>
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
      <MaybePart path="content.fields" blank={[]}>
        <ManyField path="content.fields" options={options('matterFields', matterFields)} />
      </MaybePart>
      <MaybePart path="content.commitment" blank={blankCommitment}>
        <Entries
          path="content.commitment.conditions"
          name={(condition) => local({ ...blankText, ...(condition as object) })}
          blank={() => blankText}
          add={t('compilation.add.condition')}
        >
          {(path, at) => <LocalField path={path} bare={t('compilation.entry.conditions', { number: at + 1 })} />}
        </Entries>
        <LocalField path="content.commitment.verification.method" />
        <NumberField
          path="content.commitment.verification.withinDays"
          min={1}
          max={730}
          unit={t('compilation.unit.days')}
        />
        <CheckField path="content.commitment.decideAtOnce" optional />
      </MaybePart>
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
      <ChoiceField path={`${path}.necessity`} options={options('necessity', ['required', 'optional', 'shared'])} />
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
        <CheckField path={`${path}.tolerated.afterPromise`} optional />
      </MaybePart>
      <MaybePart path={`${path}.commitment`} blank={{ verification: blankText }}>
        <LocalField path={`${path}.commitment.verification`} />
        <NumberField
          path={`${path}.commitment.withinDays`}
          min={1}
          max={730}
          unit={t('compilation.unit.days')}
          optional
        />
      </MaybePart>
      <Samples path={`${path}.files`} />
      <CheckField path={`${path}.sample`} optional />
    </>
  );
}

/** 情形: asked for only where all of these hold. */
function Situations({ path }: { path: string }) {
  const { value, put, label, hint, t } = useElement(path);
  const { whole, faults } = useEditing();
  const form = (valueAt(whole, 'content.form') ?? []) as FormField[];
  return (
    <fieldset className="element element-wide group" data-field={path}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <Faults value={faults}>
        <Conditions
          place={path}
          conditions={(value ?? []) as Condition[]}
          sources={sourcesIn(form)}
          lead={t('compilation.onlyWhen')}
          otherwise={t('compilation.always')}
          onChange={(next) => put(next.length === 0 ? undefined : next)}
        />
      </Faults>
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
