import { Button, Select } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { DraftView } from '../../../../contract/compilation.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { useRead } from '../../api/hooks.ts';
import { timeOf } from '../../ui/day.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Mark } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { BasesPart, BasicsPart, ConditionsPart } from './BasicsPart.tsx';
import './catalogue.css';
import { Conflict } from './Conflict.tsx';
import { DraftActs } from './DraftActs.tsx';
import { DraftHead } from './DraftHead.tsx';
import type { Drafted } from './drafted.ts';
import { EditingContext, elementWord, faultPlace, faultWords } from './editing.ts';
import { FormPart } from './FormPart.tsx';
import type { Option } from './fields.tsx';
import { BaselinePart, FeePart, LimitsPart } from './LimitsPart.tsx';
import { MaterialsPart } from './MaterialsPart.tsx';
import { Preview } from './Preview.tsx';
import { ProcessPart } from './ProcessPart.tsx';
import { ResultPart } from './ResultPart.tsx';
import { QuestionsPart, ServicePart } from './ServicePart.tsx';
import { faultCounts, inOrder, type Section, sectionOf, sections } from './sections.ts';
import { type Saving, useDraft } from './use-draft.ts';

type Part = Section | 'preview';
const parts: readonly Part[] = [...sections, 'preview'];

/** Writing a draft: its parts on the left, one part in the middle; saved by itself, every step can be taken back. */
export function DraftEditor({ opened, staffId }: { opened: DraftView; staffId: string }) {
  const words = useWords();
  const { t } = words;
  const draft = useDraft(opened, staffId);
  const { drafted, view, put, undo, redo } = draft;
  const [params, setParams] = useSearchParams();
  const part = parts.find((each) => each === params.get('part')) ?? 'basics';
  const organs = useOrgans();
  const [acting, setActing] = useState<'submit' | 'abandon'>();
  const [wanted, setWanted] = useState<string>();
  useUndoKeys(undo, redo);
  const open = useCallback(
    (next: Part) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.set('part', next);
        return after;
      }),
    [setParams],
  );
  const faults = useMemo(() => inOrder(view.faults), [view.faults]);
  const editing = useMemo(() => ({ whole: drafted, faults, put, wanted }), [drafted, faults, put, wanted]);
  const show = ({ field }: FieldFault) => {
    open(sectionOf(field));
    setWanted(field);
  };
  useWanted(wanted, () => setWanted(undefined));
  const act = async (next: 'submit' | 'abandon') => {
    if (next === 'abandon' || (await draft.save())) setActing(next);
  };
  const isUnchanged = view.base !== undefined && view.changes.length === 0;
  const maySubmit = view.actions.includes('submit') && view.faults.length === 0 && !isUnchanged;
  const missing = (view.missing ?? []).filter((element) => sectionOf(`content.${element}`) === part);
  const [firstFault] = faults;
  useKeys({ 'Ctrl+Enter': maySubmit && acting === undefined ? () => void act('submit') : undefined });
  return (
    <EditingContext value={editing}>
      <div className="page draft">
        <DraftHead view={view} content={drafted.content}>
          <SavedState saving={draft.saving} changedAt={view.changedAt} />
          <Button size="small" disabled={undo === undefined} onClick={undo} title="Ctrl+Z">
            {t('compilation.edit.undo')}
          </Button>
          <Button size="small" disabled={redo === undefined} onClick={redo} title="Ctrl+Shift+Z">
            {t('compilation.edit.redo')}
          </Button>
        </DraftHead>
        <div className="page-notices draft-notices">
          {draft.restored && (
            <Notice tone="green" role="status">
              {t('compilation.edit.restored')}
            </Notice>
          )}
          {draft.refused && draft.saving === 'refused' && <Refused error={draft.refused} />}
          {view.returned !== undefined && view.state === 'RETURNED' && (
            <Notice tone="yellow">
              {t('compilation.review.returned', {
                by: view.returned.by,
                at: words.at(view.returned.at),
                reason: view.returned.reason,
              })}
            </Notice>
          )}
          {draft.theirs && (
            <Conflict
              theirs={draft.theirs}
              who={String(draft.refused?.facts.who ?? draft.theirs.compiledBy)}
              mine={drafted}
              keepMine={draft.keepMine}
              takeTheirs={draft.takeTheirs}
            />
          )}
        </div>
        <FaultSummary faults={faults} onShow={show} />
        <div className="draft-body">
          <Parts chosen={part} faults={faults} missing={view.missing ?? []} onChoose={open} />
          <section className="draft-part" aria-labelledby="part-title">
            <h2 id="part-title" tabIndex={-1}>
              {t(`compilation.sections.${part}`)}
            </h2>
            {missing.length > 0 && (
              <Notice tone="yellow">
                {t('compilation.missingHint', {
                  names: missing.map((element) => elementWord(element, words)).join(t('list.separator')),
                })}
              </Notice>
            )}
            <PartOf part={part} code={view.isNew ? undefined : view.code} organs={organs} drafted={drafted} />
          </section>
        </div>
        <footer className="act-foot">
          <div className="grow">
            {view.base !== undefined && isUnchanged ? (
              <p className="quiet">{t('compilation.edit.unchanged', { version: view.base.version })}</p>
            ) : (
              view.faults.length === 0 && <p>{t('compilation.edit.faultless')}</p>
            )}
          </div>
          {view.actions.includes('abandon') && (
            <Button onClick={() => void act('abandon')}>{t('compilation.acts.abandon')}…</Button>
          )}
          <Link href={`/drafts/${view.draftId}/review`} className="button">
            {t('compilation.edit.seeChanges')}
          </Link>
          {maySubmit && (
            <Button type="primary" loading={draft.saving === 'saving'} onClick={() => void act('submit')}>
              {t('compilation.edit.submit')} <Key>Ctrl Enter</Key>
            </Button>
          )}
          {firstFault !== undefined && (
            <Button type="primary" onClick={() => show(firstFault)}>
              {t('compilation.edit.toFault')}
            </Button>
          )}
        </footer>
        {acting !== undefined && <DraftActs view={view} act={acting} close={() => setActing(undefined)} />}
      </div>
    </EditingContext>
  );
}

function PartOf({
  part,
  code,
  organs,
  drafted,
}: {
  part: Part;
  code: string | undefined;
  organs: readonly Option[];
  drafted: Drafted;
}) {
  switch (part) {
    case 'basics':
      return <BasicsPart code={code} organs={organs} />;
    case 'bases':
      return <BasesPart />;
    case 'conditions':
      return <ConditionsPart />;
    case 'materials':
      return <MaterialsPart />;
    case 'form':
      return <FormPart />;
    case 'process':
      return <ProcessPart organs={organs} />;
    case 'limits':
      return <LimitsPart />;
    case 'fee':
      return <FeePart />;
    case 'result':
      return <ResultPart />;
    case 'service':
      return <ServicePart />;
    case 'baseline':
      return <BaselinePart />;
    case 'questions':
      return <QuestionsPart />;
    case 'preview':
      return <Preview content={drafted.content} />;
  }
}

/** The parts with what is to be put right in each; on a phone, a list to choose from. */
function Parts({
  chosen,
  faults,
  missing,
  onChoose,
}: {
  chosen: Part;
  faults: readonly FieldFault[];
  missing: readonly string[];
  onChoose: (part: Part) => void;
}) {
  const { t } = useWords();
  const counts = useMemo(() => faultCounts(faults), [faults]);
  const lacking = new Set(missing.map((element) => sectionOf(`content.${element}`)));
  const note = (part: Part) =>
    part === 'preview'
      ? ''
      : counts.has(part)
        ? String(counts.get(part))
        : lacking.has(part)
          ? t('compilation.missing')
          : '';
  return (
    <>
      <nav className="draft-parts" aria-label={t('compilation.parts')}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <button
                type="button"
                className="part-link"
                aria-current={part === chosen ? 'true' : undefined}
                onClick={() => onChoose(part)}
              >
                <span className="grow">{t(`compilation.sections.${part}`)}</span>
                {note(part) !== '' && (
                  <span className="part-note number">
                    {note(part)}
                    {counts.has(part as Section) && <span className="only-heard"> {t('compilation.edit.fault')}</span>}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="draft-parts-narrow">
        <Select<Part>
          aria-label={t('compilation.part')}
          value={chosen}
          onChange={onChoose}
          options={parts.map((part) => ({
            value: part,
            label: [t(`compilation.sections.${part}`), note(part)].filter(Boolean).join(' · '),
          }))}
        />
      </div>
    </>
  );
}

const shownFaults = 4;

/** Everything that is to be put right, each as a way to its field. */
function FaultSummary({ faults, onShow }: { faults: readonly FieldFault[]; onShow: (fault: FieldFault) => void }) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  if (faults.length === 0) return null;
  const shown = all ? faults : faults.slice(0, shownFaults);
  return (
    <section className="fault-summary" aria-labelledby="fault-summary">
      <h2 id="fault-summary">
        <Mark shape="wrong" /> {t('compilation.edit.faults', { count: faults.length })}
      </h2>
      <ul>
        {shown.map((fault, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may say the same of one field
          <li key={`${at} ${fault.field} ${fault.code}`}>
            <button type="button" className="plain-link" onClick={() => onShow(fault)}>
              {t(`compilation.sections.${sectionOf(fault.field)}`)} · {faultPlace(fault, words)}
            </button>
            {t('colon')}
            {faultWords(fault, words)}
          </li>
        ))}
      </ul>
      {faults.length > shown.length && (
        <button type="button" className="plain-link" onClick={() => setAll(true)}>
          {t('compilation.edit.faultsMore', { count: faults.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function SavedState({ saving, changedAt }: { saving: Saving; changedAt: string }) {
  const { t } = useWords();
  const said =
    saving === 'saved'
      ? t('compilation.edit.saved', { time: timeOf(changedAt) })
      : saving === 'conflict'
        ? t('compilation.conflict.title')
        : t(`compilation.edit.${saving}`);
  return (
    <span
      className={saving === 'offline' || saving === 'refused' ? 'saved-state fault' : 'saved-state quiet'}
      role="status"
    >
      {said}
    </span>
  );
}

/** Who may decide: the organs that decide something here, and one's own. */
function useOrgans(): Option[] {
  const { local } = useWords();
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  const post = useMe().data?.me?.post;
  const known = departments
    .filter(({ departmentId }) => departmentId !== 'township')
    .map(({ departmentId, name }) => ({ value: departmentId, label: local(name) }));
  return post === undefined || known.some(({ value }) => value === post.organId)
    ? known
    : [{ value: post.organId, label: local(post.organ) }, ...known];
}

/** Ctrl+Z and Ctrl+Shift+Z over the whole content; inside a text field they are the field's own. */
function useUndoKeys(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      const { target } = event;
      if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text'))
        return;
      event.preventDefault();
      if (event.shiftKey) latest.current.redo?.();
      else latest.current.undo?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Goes to a field once its part is drawn and what was folded around it has opened. */
function useWanted(wanted: string | undefined, done: () => void): void {
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    if (wanted === undefined) return;
    const timer = setTimeout(() => {
      const place = placeOf(wanted);
      place?.scrollIntoView({ block: 'center' });
      const field = place?.matches(focusable) ? place : place?.querySelector<HTMLElement>(focusable);
      (field ?? document.getElementById('part-title'))?.focus({ preventScroll: true });
      latest.current();
    }, 60);
    return () => clearTimeout(timer);
  }, [wanted]);
}

const focusable = 'input, textarea, button';

/** The drawn place of a field, or the nearest one around it. */
function placeOf(path: string): HTMLElement | undefined {
  for (
    let field = path;
    field.includes('.') || field !== '';
    field = field.slice(0, Math.max(0, field.lastIndexOf('.')))
  ) {
    const place =
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) ?? document.getElementById(field);
    if (place !== null) return place;
  }
  return undefined;
}
