import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { DocumentKind, TemplateContent } from '../../../../contract/documents.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { Replies } from '../../../../contract/routes.ts';
import type { ProcedureProfile } from '../../../../contract/values.ts';
import { documentKinds, procedureProfiles } from '../../../../contract/words.ts';
import { type CallRefused, call } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateSheet } from './TemplateSheet.tsx';
import { sheetLines } from './template-draft.ts';

type View = Replies['GET /document-templates/:kind'];
type Preview = Replies['POST /document-templates/:kind/preview'];

export function TemplatePage({ kind }: { kind: string }) {
  const { t } = useWords();
  const [params] = useSearchParams();
  const known = documentKinds.find((each) => each === kind);
  const [published, setPublished] = useState<number>();
  const version = Number(params.get('version')) || undefined;
  const view = useRead(
    'GET /document-templates/:kind',
    { kind: known ?? 'intakeReceipt', ...(version !== undefined && { version }) },
    { enabled: known !== undefined },
  );
  usePageTitle(known === undefined ? t('templates.title') : t(`templates.kinds.${known}`));
  return (
    <div className="page-pad">
      <p>
        <Link href="/templates">{t('templates.back')}</Link>
      </p>
      <Refused error={view.error} />
      {published !== undefined && (
        <Notice tone="green" role="status">
          {t('templates.done', { version: published })}{' '}
          <Link href={`/templates/${kind}?version=${published}`}>{t('templates.see')}</Link>
        </Notice>
      )}
      {known !== undefined && view.data && (
        <Opened
          key={`${known} ${view.data.version}`}
          view={view.data}
          onPublished={(made) => {
            setPublished(made);
            window.scrollTo(0, 0);
          }}
        />
      )}
    </div>
  );
}

interface Draft {
  content: TemplateContent;
  profile: ProcedureProfile | null;
  /** Earlier contents, newest last. */
  undo: TemplateContent[];
}

const undoable = 60;

function Opened({ view, onPublished }: { view: View; onPublished: (version: number) => void }) {
  const { t, at } = useWords();
  const { kind, version, content, versions } = view;
  const newest = versions[0]?.version ?? 1;
  const begun: Draft = { content, profile: view.profile ?? null, undo: [] };
  const [draft, setDraft, forget] = useKept<Draft>(`doorstep.template.${kind}.${newest}.${version}`, begun);
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const settled = useSettled(draft.content, 300);
  const preview = usePreview(kind, settled, draft.profile);
  const isChanged = JSON.stringify(draft.content) !== JSON.stringify(content) || draft.profile !== begun.profile;
  const faults = preview.data?.faults ?? [];
  const change = (next: TemplateContent) => {
    setTried(false);
    setDraft((before) => ({ ...before, content: next, undo: [...before.undo, before.content].slice(-undoable) }));
  };
  const caret = useCaret();
  return (
    <>
      <h1>{t(`templates.kinds.${kind}`)}</h1>
      <p className="quiet">
        {t('templates.basedOn', { version })}
        {version !== newest && ` ${t('templates.older', { newest })}`}
      </p>
      {view.lacks.length > 0 && (
        <Notice tone="yellow" role="status">
          {t('templates.lacks', { version, names: view.lacks.join(t('list.separator')) })}
        </Notice>
      )}
      <div className="template-columns">
        <section aria-labelledby="template-text" onFocus={caret.remember}>
          <h2 id="template-text">{t('templates.text')}</h2>
          <div className="row template-cells">
            <div className="stack grow">
              <label htmlFor="template-profile">{t('templates.profile')}</label>
              <Select<ProcedureProfile | 'all'>
                id="template-profile"
                value={draft.profile ?? 'all'}
                onChange={(profile) =>
                  setDraft((before) => ({ ...before, profile: profile === 'all' ? null : profile }))
                }
                options={[
                  { value: 'all', label: t('templates.allProfiles') },
                  ...procedureProfiles.map((each) => ({ value: each, label: t(`templates.profiles.${each}`) })),
                ]}
              />
            </div>
            <Button
              disabled={draft.undo.length === 0}
              onClick={() =>
                setDraft((before) => ({
                  ...before,
                  content: before.undo[before.undo.length - 1] ?? before.content,
                  undo: before.undo.slice(0, -1),
                }))
              }
            >
              {t('templates.undo')}
            </Button>
            <Button
              disabled={!isChanged}
              onClick={() => {
                forget();
                setDraft(begun);
              }}
            >
              {t('templates.discard')}
            </Button>
          </div>
          <TemplateEditor view={view} content={draft.content} faults={faults} onChange={change} />
        </section>
        <section className="template-preview" aria-labelledby="template-preview">
          <Values view={view} insert={caret.insert} />
          <h2 id="template-preview">{t('templates.preview')}</h2>
          <p className="quiet">{t('templates.previewHint')}</p>
          <Refused error={preview.error} />
          <Faults faults={faults} />
          {preview.data && preview.data.head.length > 0 && <TemplateSheet kind={kind} preview={preview.data} />}
          <div className="row">
            <Button
              type="primary"
              disabled={!isChanged}
              loading={preview.isFetching && tried}
              onClick={() => {
                setTried(true);
                if (settled === draft.content && preview.isSuccess && faults.length === 0) setAsking(true);
              }}
            >
              {t('templates.publish', { version: newest + 1 })}…
            </Button>
            {!isChanged && <span className="quiet">{t('templates.unchanged')}</span>}
          </div>
          {tried && faults.length > 0 && (
            <Notice tone="red" role="alert">
              {t('templates.faultsFirst')}
            </Notice>
          )}
        </section>
      </div>
      <section aria-labelledby="template-versions">
        <h2 id="template-versions">{t('templates.versions')}</h2>
        <ul className="template-versions">
          {versions.map((each) => (
            <li key={each.version}>
              <Link
                href={`/templates/${kind}?version=${each.version}`}
                aria-current={each.version === version ? 'page' : undefined}
              >
                {t('templates.versionOf', { version: each.version })}
              </Link>{' '}
              <span className="quiet">
                {each.profile ? t(`templates.profiles.${each.profile}`) : t('templates.allProfiles')}
                {t('comma')}
                {each.publishedAt ? `${at(each.publishedAt)} ${each.publishedBy ?? ''}` : t('templates.builtIn')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {asking && preview.data && (
        <Publish
          view={view}
          draft={draft}
          after={preview.data}
          basedOn={newest}
          close={() => setAsking(false)}
          onDone={(made) => {
            setAsking(false);
            forget();
            onPublished(made);
          }}
        />
      )}
    </>
  );
}

/** What the act will do, said before it is done: since when, for which documents, which sentences go and come. */
function Publish({
  view,
  draft,
  after,
  basedOn,
  close,
  onDone,
}: {
  view: View;
  draft: Draft;
  after: Preview;
  basedOn: number;
  close: () => void;
  onDone: (version: number) => void;
}) {
  const { t } = useWords();
  const publish = useAct('POST /document-templates/:kind/publish');
  const { kind } = view;
  const before = usePreview(kind, view.content, draft.profile);
  const lines = { before: before.data ? sheetLines(before.data) : [], after: sheetLines(after) };
  const gone = lines.before.filter((line) => !lines.after.includes(line));
  const come = lines.after.filter((line) => !lines.before.includes(line));
  return (
    <Modal
      open
      width={720}
      title={t('templates.publish', { version: basedOn + 1 })}
      okText={t('templates.publish', { version: basedOn + 1 })}
      cancelText={t('cancel')}
      confirmLoading={publish.isPending}
      onCancel={close}
      onOk={() =>
        publish.mutate(
          { kind, content: draft.content, basedOn, ...(draft.profile && { profile: draft.profile }) },
          { onSuccess: ({ version }) => onDone(version) },
        )
      }
    >
      <p>
        {t('templates.sure', {
          kind: t(`templates.kinds.${kind}`),
          profile: draft.profile ? t(`templates.profiles.${draft.profile}`) : t('templates.allProfiles'),
          version: basedOn + 1,
        })}
      </p>
      {gone.length > 0 && <Lines title={t('templates.gone')} lines={gone} />}
      {come.length > 0 && <Lines title={t('templates.come')} lines={come} />}
      {before.isSuccess && gone.length + come.length === 0 && <p>{t('templates.sameOnSample')}</p>}
      <Refused error={publish.error} />
    </Modal>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list" lang="zh-CN">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Each fault as a sentence that leads to its field. */
function Faults({ faults }: { faults: readonly FieldFault[] }) {
  const { t } = useWords();
  if (faults.length === 0) return null;
  return (
    <Notice tone="yellow" role="status">
      <strong>{t('templates.faults', { count: faults.length })}</strong>
      <ul className="plain-list">
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code} ${fault.facts?.name ?? ''}`}>
            <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FaultWords({ fault }: { fault: FieldFault }) {
  const { t, find } = useWords();
  const [part, at] = fault.field.split('.');
  const sentence = find(
    `templates.fault.${fault.code}${fault.facts?.name === 'rows' ? 'Rows' : ''}`,
    'templates.fault.brackets',
    fault.facts ?? {},
  );
  if (part === 'blocks' && at === undefined) return sentence;
  const place = part === 'title' ? t('templates.docTitle') : t('templates.block', { number: Number(at) + 1 });
  return (
    <>
      <a href={`#${fault.field}`}>{place}</a>
      {t('colon')}
      {sentence}
    </>
  );
}

/** The values that may be printed; pressing one puts it where the cursor was. */
function Values({ view, insert }: { view: View; insert: (text: string) => void }) {
  const { t } = useWords();
  const chip = (name: string, example: string, obligatory: boolean) => (
    <li key={name}>
      <button type="button" className="template-value" title={example} onClick={() => insert(`{${name}}`)}>
        {name}
        {obligatory && <span className="quiet"> {t('templates.obligatory')}</span>}
      </button>
    </li>
  );
  return (
    <details className="template-values" open>
      <summary>{t('templates.values')}</summary>
      <p className="quiet">{t('templates.valuesHint')}</p>
      <ul lang="zh-CN">{view.values.map(({ name, example, obligatory }) => chip(name, example, obligatory))}</ul>
      {view.lists.map(({ name, columns }) => (
        <div key={name}>
          <p className="quiet">{t('templates.ofList', { name })}</p>
          <ul lang="zh-CN">{columns.map((column) => chip(column.name, column.example, column.obligatory))}</ul>
        </div>
      ))}
    </details>
  );
}

/** Remembers the field in which somebody writes, so that a value goes where the cursor stood. */
function useCaret() {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  return {
    remember: ({ target }: FocusEvent) => {
      if ((target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && 'template' in target.dataset)
        field.current = target;
    },
    insert: (text: string) => {
      const into = field.current;
      if (!into?.isConnected) return;
      into.focus();
      // The browser's own editing: React hears of it, and its undo key knows it.
      const at = into.selectionStart ?? into.value.length;
      into.setRangeText(text, at, into.selectionEnd ?? at, 'end');
      into.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

function usePreview(kind: DocumentKind, content: TemplateContent, profile: ProcedureProfile | null) {
  return useQuery<Preview, CallRefused>({
    queryKey: ['POST /document-templates/:kind/preview', kind, profile, content],
    queryFn: () =>
      call('POST /document-templates/:kind/preview', { kind, content, ...(profile !== null && { profile }) }),
    placeholderData: keepPreviousData,
  });
}

/** A value once it has stood still for a while. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
