import { Button } from 'antd';
import { useContext, useEffect, useState } from 'react';
import type { Computation, FormField, LeafField, Note } from '../../../../contract/form.ts';
import { computations, fieldKinds, leafKinds, partyRoles, personParts } from '../../../../contract/words.ts';
import { BothLanguages, ChoiceField, Faults, FaultsAt, Fold, isWithin, NumberField, Tick } from '../editing/fields.tsx';
import { changed, moved, orNone, replaced, without } from '../editing/list.ts';
import { useEditorWords } from '../editing/words.ts';
import { sourceWords } from './condition-words.ts';
import { Conditions } from './conditions.tsx';
import { EntrySettings, Ticks } from './entry-settings.tsx';
import {
  computable,
  has,
  newQuestion,
  prefillsOf,
  sourcesIn,
  sourcesOfColumn,
  strangeParts,
  withKind,
} from './questions.ts';
import { type Renaming, withoutColumn } from './renaming.ts';

const blank = { zh: '', en: '' };
const signers = ['handler', 'guardian', 'legalRepresentative'] as const;

interface Settings {
  form: readonly FormField[];
  at: number;
  field: FormField;
  place: string;
  wanted: string | undefined;
  put: (changes: { [K in keyof FormField]?: FormField[K] | undefined }) => void;
  onRename: (renaming: Renaming) => void;
}

/** Everything that one entry of a form can be set to. */
export function QuestionSettings({
  form,
  at,
  field,
  wanted,
  onChange,
  onRename,
}: {
  form: readonly FormField[];
  at: number;
  field: FormField;
  /** A place that is about to be gone to; what is folded around it opens. */
  wanted: string | undefined;
  onChange: (field: FormField) => void;
  onRename: (renaming: Renaming) => void;
}) {
  const { t } = useEditorWords();
  const place = `content.form.${at}`;
  const put: Settings['put'] = (changes) => onChange(changed<FormField>(field, changes));
  const settings: Settings = { form, at, field, place, wanted, put, onRename };
  const can = (part: keyof FormField) => has(field.kind, part);
  return (
    <div className="edits" data-field={place}>
      <Strange {...settings} />
      <ChoiceField
        place={`${place}.kind`}
        label={t('form.kind')}
        value={field.kind}
        options={fieldKinds.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
        onChange={(kind) => onChange(withKind(field, kind ?? field.kind))}
      />
      <ChoiceField
        place={`${place}.prefill`}
        label={t('form.prefill')}
        value={field.prefill}
        none={t('common.none')}
        options={(can('prefill') ? prefillsOf(field.kind) : []).map((each) => ({
          value: each,
          label: t(`form.prefills.${each}`),
        }))}
        onChange={(prefill) => put({ prefill })}
      />
      <EntrySettings
        entry={field}
        place={place}
        path={field.key}
        taken={['applicant', ...form.flatMap(({ key }, index) => (index === at ? [] : [key]))]}
        onChange={onChange}
        onRename={onRename}
      />
      {can('situation') && (
        <Tick
          place={`${place}.situation`}
          label={t('form.situation')}
          hint={t('form.situationHint')}
          checked={field.situation === true}
          onChange={(checked) => put({ situation: checked || undefined })}
        />
      )}
      {can('asks') && (
        <Ticks
          legend={t('form.asks')}
          place={`${place}.asks`}
          value={field.asks ?? []}
          options={personParts.map((part) => ({ value: part, label: t(`form.parts.${part}`) }))}
          onChange={(asks) => put({ asks: orNone(asks) })}
        />
      )}
      {can('party') && <Party {...settings} />}
      {can('compute') && field.compute !== undefined && <Compute {...settings} compute={field.compute} />}
      {can('fields') && <Rows {...settings} />}
      <section className="edit-part" aria-label={t('form.when')}>
        <h4>{t('form.when')}</h4>
        <Conditions
          place={`${place}.when`}
          conditions={field.when ?? []}
          sources={sourcesIn(form.slice(0, at))}
          lead={t('form.onlyWhen')}
          otherwise={t('form.always')}
          onChange={(when) => put({ when: orNone(when) })}
        />
      </section>
      <Notes {...settings} />
      <section className="edit-part" aria-label={t('form.page')} data-field={`${place}.page`}>
        <Tick
          place={`${place}.page`}
          label={t('form.page')}
          checked={field.page !== undefined}
          onChange={(checked) => put({ page: checked ? blank : undefined })}
        />
        {field.page && (
          <div className="edits">
            <BothLanguages
              place={`${place}.page`}
              label={t('form.pageTitle')}
              value={field.page}
              onChange={(page) => put({ page: page ?? blank })}
            />
          </div>
        )}
      </section>
    </div>
  );
}

/** Settings that this kind cannot have, and what is wrong with the entry as a whole. */
function Strange({ field, place, put }: Settings) {
  const { t, find } = useEditorWords();
  const faults = useContext(Faults);
  return (
    <>
      <FaultsAt place={place} label={t('form.questions')} />
      {strangeParts(field).map((part) => (
        <p key={part} className="edit-row-head">
          <span>
            {find(`changes.parts.${part}`, part)}{' '}
            <span className="fault">
              {faults.some((fault) => isWithin(fault, `${place}.${part}`)) ? (
                <FaultWords place={`${place}.${part}`} />
              ) : null}
            </span>
          </span>
          <Button size="small" onClick={() => put({ [part]: undefined })}>
            {t('common.takeAway')}
          </Button>
        </p>
      ))}
    </>
  );
}

function FaultWords({ place }: { place: string }) {
  const { fault } = useEditorWords();
  return useContext(Faults).flatMap((each) => (isWithin(each, place) ? [fault(each, '')] : []))[0];
}

function Party({ field, place, put }: Settings) {
  const { t } = useEditorWords();
  // Rows are several, and a case has one applicant.
  const roles = partyRoles.filter((role) => field.kind !== 'rows' || role !== 'applicant');
  return (
    <>
      <ChoiceField
        place={`${place}.party`}
        label={t('form.party')}
        value={field.party}
        none={t('form.notParty')}
        options={roles.map((role) => ({ value: role, label: t(`form.parties.${role}`) }))}
        onChange={(party) => put({ party, signer: party === 'applicant' ? (field.signer ?? 'handler') : undefined })}
      />
      {field.party === 'applicant' && (
        <ChoiceField
          place={`${place}.signer`}
          label={t('form.signer')}
          value={field.signer}
          options={signers.map((signer) => ({ value: signer, label: t(`form.parties.${signer}`) }))}
          onChange={(signer) => put({ signer })}
        />
      )}
    </>
  );
}

function Compute({ form, at, place, put, compute }: Settings & { compute: Computation }) {
  const words = useEditorWords();
  const { t } = words;
  return (
    <>
      <ChoiceField
        place={`${place}.compute.kind`}
        label={t('form.compute')}
        value={compute.kind}
        options={computations.map((kind) => ({ value: kind, label: t(`form.computations.${kind}`) }))}
        onChange={(next) => {
          const kind = next ?? compute.kind;
          const fits = computable(form.slice(0, at), kind);
          const of = fits.some(({ path }) => path === compute.of) ? compute.of : (fits[0]?.path ?? '');
          put({ compute: kind === 'times' ? { kind, of, times: compute.times ?? 1 } : { kind, of } });
        }}
      />
      <ChoiceField
        place={`${place}.compute.of`}
        label={t('form.computeOf')}
        value={compute.of === '' ? undefined : compute.of}
        options={computable(form.slice(0, at), compute.kind).map((source) => ({
          value: source.path,
          label: sourceWords({ ...source, kind: source.kind === 'rows' ? 'text' : source.kind }, words),
        }))}
        onChange={(of) => put({ compute: { ...compute, of: of ?? '' } })}
      />
      {compute.kind === 'times' && (
        <NumberField
          place={`${place}.compute.times`}
          label={t('form.times')}
          value={compute.times}
          onChange={(times) => put({ compute: changed(compute, { times }) })}
        />
      )}
      <FaultsAt place={`${place}.compute`} label={t('form.compute')} />
    </>
  );
}

function Notes({ form, at, field, place, put }: Settings) {
  const { t } = useEditorWords();
  const notes = field.notes ?? [];
  const putNotes = (next: Note[]) => put({ notes: orNone(next) });
  return (
    <section className="edit-part" aria-label={t('form.notes')}>
      <h4>{t('form.notes')}</h4>
      {notes.map((note, index) => {
        const spot = `${place}.notes.${index}`;
        const name = t('form.note', { number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other identity than their place
          <fieldset key={index} className="edit-row">
            <legend className="only-heard">{name}</legend>
            <div className="edit-row-head" data-field={spot}>
              <strong>{name}</strong>
              <Button
                size="small"
                aria-label={t('common.of', { act: t('common.remove'), what: name })}
                onClick={() => putNotes(without(notes, index))}
              >
                {t('common.remove')}
              </Button>
            </div>
            <div className="edits">
              <BothLanguages
                place={`${spot}.text`}
                label={t('form.noteText')}
                value={note.text}
                rows={2}
                onChange={(text) => putNotes(replaced(notes, index, { ...note, text: text ?? blank }))}
              />
              <Tick
                place={`${spot}.stops`}
                label={t('form.noteStops')}
                checked={note.stops === true}
                onChange={(stops) => putNotes(replaced(notes, index, changed(note, { stops: stops || undefined })))}
              />
            </div>
            <Conditions
              place={`${spot}.when`}
              conditions={note.when}
              sources={sourcesIn(form.slice(0, at + 1))}
              lead={t('form.noteWhen')}
              otherwise={t('form.noteAlways')}
              onChange={(when) => putNotes(replaced(notes, index, { ...note, when }))}
            />
          </fieldset>
        );
      })}
      <p>
        <Button size="small" onClick={() => putNotes([...notes, { when: [], text: blank }])}>
          {t('form.addNote')}
        </Button>
      </p>
    </section>
  );
}

/** How many rows there may be, what one is called, and what each asks. */
function Rows({ form, at, field, place, wanted, put, onRename }: Settings) {
  const { t, text } = useEditorWords();
  const faults = useContext(Faults);
  const [opened, setOpened] = useState<number>();
  useEffect(() => {
    if (wanted?.startsWith(`${place}.fields.`))
      setOpened(Number(wanted.slice(`${place}.fields.`.length).split('.')[0]));
  }, [wanted, place]);
  const columns = field.fields ?? [];
  const keys = columns.map(({ key }) => key);
  const putColumns = (fields: LeafField[]) => put({ fields });
  return (
    <>
      <BothLanguages
        place={`${place}.rowName`}
        label={t('form.rowName')}
        size="short"
        value={field.rowName}
        optional
        onChange={(rowName) => put({ rowName })}
      />
      <NumberField
        place={`${place}.minRows`}
        label={t('form.minRows')}
        value={field.minRows}
        min={0}
        max={50}
        whole
        onChange={(minRows) => put({ minRows })}
      />
      <NumberField
        place={`${place}.maxRows`}
        label={t('form.maxRows')}
        value={field.maxRows}
        min={1}
        max={50}
        whole
        onChange={(maxRows) => put({ maxRows })}
      />
      <section className="edit-part" aria-label={t('form.columns')} data-field={`${place}.fields`}>
        <h4>{t('form.columns')}</h4>
        {columns.map((column, index) => {
          const spot = `${place}.fields.${index}`;
          const name = t('form.column', { number: index + 1 });
          const named = (act: string) => t('common.of', { act, what: `${name} ${text(column.label)}` });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: keys change while one types, places do not
            <fieldset key={index} className="edit-row">
              <legend className="only-heard">{name}</legend>
              <div className="edit-row-head" data-field={spot}>
                <Fold
                  isOpen={opened === index}
                  onToggle={() => setOpened(opened === index ? undefined : index)}
                  faults={faults.filter((fault) => isWithin(fault, spot)).length}
                >
                  <strong>
                    {name} {text(column.label)}
                  </strong>
                  <span className="quiet small">{t(`form.kinds.${column.kind}`)}</span>
                </Fold>
                <span className="edit-acts">
                  {index > 0 && (
                    <Button
                      size="small"
                      aria-label={named(t('common.up'))}
                      onClick={() => {
                        putColumns(moved(columns, index, -1));
                        setOpened(undefined);
                      }}
                    >
                      ↑
                    </Button>
                  )}
                  {index < columns.length - 1 && (
                    <Button
                      size="small"
                      aria-label={named(t('common.down'))}
                      onClick={() => {
                        putColumns(moved(columns, index, 1));
                        setOpened(undefined);
                      }}
                    >
                      ↓
                    </Button>
                  )}
                  <Button
                    size="small"
                    aria-label={named(t('common.remove'))}
                    onClick={() => {
                      putColumns(withoutColumn(columns, index));
                      setOpened(undefined);
                    }}
                  >
                    {t('common.remove')}
                  </Button>
                </span>
              </div>
              {opened === index && (
                <>
                  <div className="edits">
                    <ChoiceField
                      place={`${spot}.kind`}
                      label={t('form.kind')}
                      size="wide"
                      value={column.kind}
                      options={leafKinds.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
                      onChange={(kind) =>
                        putColumns(replaced(columns, index, withKind(column, kind ?? column.kind) as LeafField))
                      }
                    />
                    <EntrySettings
                      entry={column}
                      place={spot}
                      path={`${field.key}.${column.key}`}
                      taken={without(keys, index)}
                      onChange={(next) => putColumns(replaced(columns, index, next))}
                      onRename={onRename}
                    />
                  </div>
                  <Conditions
                    place={`${spot}.when`}
                    conditions={column.when ?? []}
                    sources={sourcesOfColumn(form.slice(0, at), columns.slice(0, index))}
                    lead={t('form.onlyWhen')}
                    otherwise={t('form.always')}
                    onChange={(when) => putColumns(replaced(columns, index, changed(column, { when: orNone(when) })))}
                  />
                </>
              )}
            </fieldset>
          );
        })}
        <FaultsAt place={`${place}.fields`} label={t('form.columns')} />
        <p>
          <Button
            size="small"
            onClick={() => {
              putColumns([...columns, newQuestion('text', keys) as LeafField]);
              setOpened(columns.length);
            }}
          >
            {t('form.addColumn')}
          </Button>
        </p>
      </section>
    </>
  );
}
