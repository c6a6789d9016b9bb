import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { TemplateBlock, TemplateContent } from '../../../../contract/documents.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { Replies } from '../../../../contract/routes.ts';
import { useWords } from '../staff/words.ts';
import { emptyBlock, moved, withValue } from './template-draft.ts';

type View = Replies['GET /document-templates/:kind'];
const kinds = ['paragraph', 'numbered', 'note', 'addressee', 'reference', 'table', 'form', 'rows'] as const;

interface Editing {
  view: View;
  faults: readonly FieldFault[];
  /** Puts a value at a path of the content. */
  put: (path: string, value: unknown) => void;
}

/** Title and blocks of a template as plain fields; each names its place, where its faults stand. */
export function TemplateEditor({
  view,
  content,
  faults,
  onChange,
}: {
  view: View;
  content: TemplateContent;
  faults: readonly FieldFault[];
  onChange: (content: TemplateContent) => void;
}) {
  const { t } = useWords();
  const [adding, setAdding] = useState<TemplateBlock['kind']>('paragraph');
  const put = (path: string, value: unknown) => onChange(withValue(content, path, value));
  const editing = { view, faults, put };
  const hasRows = view.kind === 'applicationForm' || view.kind === 'certificate';
  const offered = kinds.filter((kind) => (kind !== 'rows' || hasRows) && (kind !== 'table' || view.lists.length > 0));
  return (
    <div className="template-editor">
      <Field editing={editing} path="title" label={t('templates.docTitle')} value={content.title} rows={1} />
      <ol>
        {content.blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity than their place
          <li key={at} id={`blocks.${at}`} className="template-block">
            <div className="row">
              <strong className="grow">
                {at + 1}. {t(`templates.blocks.${block.kind}`)}
              </strong>
              <Button
                size="small"
                disabled={at === 0}
                aria-label={t('templates.up', { number: at + 1 })}
                onClick={() => put('blocks', moved(content.blocks, at, -1))}
              >
                ↑
              </Button>
              <Button
                size="small"
                disabled={at === content.blocks.length - 1}
                aria-label={t('templates.down', { number: at + 1 })}
                onClick={() => put('blocks', moved(content.blocks, at, 1))}
              >
                ↓
              </Button>
              <Button
                size="small"
                aria-label={t('templates.removeBlock', { number: at + 1 })}
                onClick={() => put(`blocks.${at}`, undefined)}
              >
                {t('templates.remove')}
              </Button>
            </div>
            <BlockFields editing={editing} block={block} path={`blocks.${at}`} />
            <Condition editing={editing} block={block} path={`blocks.${at}`} />
            <FaultsAt faults={faults} path={`blocks.${at}`} />
          </li>
        ))}
      </ol>
      <div className="row">
        <Select
          aria-label={t('templates.newBlock')}
          value={adding}
          onChange={setAdding}
          options={offered.map((kind) => ({ value: kind, label: t(`templates.blocks.${kind}`) }))}
          className="template-new"
        />
        <Button onClick={() => put('blocks', [...content.blocks, emptyBlock(adding, view.lists[0]?.name ?? '')])}>
          {t('templates.add')}
        </Button>
      </div>
    </div>
  );
}

function BlockFields({ editing, block, path }: { editing: Editing; block: TemplateBlock; path: string }) {
  const { t } = useWords();
  const { put, view } = editing;
  switch (block.kind) {
    case 'rows':
      return (
        <p className="quiet">
          {t(view.kind === 'certificate' ? 'templates.rowsOfCertificate' : 'templates.rowsOfForm')}
        </p>
      );
    case 'table':
      return (
        <>
          <Select
            aria-label={t('templates.list')}
            value={block.list}
            onChange={(list) => put(`${path}.list`, list)}
            options={view.lists.map(({ name }) => ({ value: name, label: name }))}
          />
          {block.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
            <div key={at} className="row template-cells">
              <Field
                editing={editing}
                path={`${path}.columns.${at}.title`}
                label={t('templates.columnTitle')}
                value={column.title}
                rows={1}
              />
              <Field
                editing={editing}
                path={`${path}.columns.${at}.text`}
                label={t('templates.columnText')}
                value={column.text}
                rows={1}
              />
              <div className="stack">
                <label htmlFor={`${path}.columns.${at}.share`}>{t('templates.share')}</label>
                <InputNumber
                  id={`${path}.columns.${at}.share`}
                  min={1}
                  max={100}
                  value={column.share}
                  onChange={(share) => share && put(`${path}.columns.${at}.share`, share)}
                />
              </div>
              <Button
                size="small"
                disabled={block.columns.length === 1}
                aria-label={`${t('templates.remove')}${t('colon')}${column.title}`}
                onClick={() => put(`${path}.columns.${at}`, undefined)}
              >
                {t('templates.remove')}
              </Button>
            </div>
          ))}
          {block.columns.length < 8 && (
            <Button
              size="small"
              onClick={() =>
                put(`${path}.columns`, [...block.columns, { title: '', text: '', share: 20, align: 'left' }])
              }
            >
              {t('templates.addColumn')}
            </Button>
          )}
        </>
      );
    case 'form':
      return (
        <>
          {block.rows.map((fields, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
            <div key={row} className="row template-cells">
              {fields.map((field, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other identity than their place
                <div key={at} className="row grow">
                  <Field
                    editing={editing}
                    path={`${path}.rows.${row}.${at}.label`}
                    label={t('templates.label')}
                    value={field.label}
                    rows={1}
                  />
                  <Field
                    editing={editing}
                    path={`${path}.rows.${row}.${at}.text`}
                    label={t('templates.cell')}
                    value={field.text}
                    rows={1}
                  />
                </div>
              ))}
              <Button
                size="small"
                disabled={block.rows.length === 1}
                aria-label={`${t('templates.remove')}${t('colon')}${fields[0]?.label ?? ''}`}
                onClick={() => put(`${path}.rows.${row}`, undefined)}
              >
                {t('templates.remove')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => put(`${path}.rows`, [...block.rows, [{ label: '', text: '' }]])}>
            {t('templates.addRow')}
          </Button>
        </>
      );
    case 'numbered':
      return (
        <>
          <Field
            editing={editing}
            path={`${path}.heading`}
            label={t('templates.heading')}
            value={block.heading}
            rows={1}
          />
          <Field editing={editing} path={`${path}.text`} label={t('templates.words')} value={block.text} rows={2} />
        </>
      );
    default:
      return <Field editing={editing} path={`${path}.text`} label={t('templates.words')} value={block.text} rows={2} />;
  }
}

const modes = ['always', 'when', 'unless'] as const;
type Mode = (typeof modes)[number];

/** Printed always, only with a value, or only without one. */
function Condition({ editing, block, path }: { editing: Editing; block: TemplateBlock; path: string }) {
  const { t } = useWords();
  const { put, view } = editing;
  const mode: Mode = block.when !== undefined ? 'when' : block.unless !== undefined ? 'unless' : 'always';
  const name = block.when ?? block.unless;
  const names = [...view.values, ...view.lists].map((each) => ({ value: each.name, label: each.name }));
  const choose = (next: Mode, value: string | undefined) => {
    const { when, unless, ...bare } = block;
    put(path, next === 'always' ? bare : { ...bare, [next]: value ?? names[0]?.value ?? '' });
  };
  return (
    <div className="row template-condition">
      <Select
        aria-label={t('templates.condition')}
        size="small"
        value={mode}
        onChange={(next) => choose(next, name)}
        options={modes.map((each) => ({ value: each, label: t(`templates.conditions.${each}`) }))}
      />
      {mode !== 'always' && (
        <Select
          aria-label={t('templates.conditionValue')}
          size="small"
          showSearch
          className="grow"
          value={name ?? null}
          onChange={(value) => choose(mode, value ?? undefined)}
          options={names}
        />
      )}
    </div>
  );
}

function Field({
  editing,
  path,
  label,
  value,
  rows,
}: {
  editing: Editing;
  path: string;
  label: string;
  value: string;
  rows: number;
}) {
  const isWrong = editing.faults.some(({ field }) => field === path);
  return (
    <div className="stack grow">
      <label htmlFor={path}>{label}</label>
      <Input.TextArea
        id={path}
        lang="zh-CN"
        data-template=""
        autoSize={{ minRows: rows, maxRows: 12 }}
        maxLength={4000}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${path}-fault` : undefined}
        {...(isWrong && { status: 'error' as const })}
        onChange={(event) => editing.put(path, event.target.value)}
      />
      <FaultsAt faults={editing.faults} path={path} />
    </div>
  );
}

function FaultsAt({ faults, path }: { faults: readonly FieldFault[]; path: string }) {
  const { find } = useWords();
  const here = faults.filter(({ field }) => field === path || field === `${path}.when` || field === `${path}.unless`);
  if (here.length === 0) return null;
  return (
    <p id={`${path}-fault`} className="fault">
      {here
        .map((fault) => find(`templates.fault.${fault.code}`, 'templates.fault.brackets', fault.facts ?? {}))
        .join('')}
    </p>
  );
}
