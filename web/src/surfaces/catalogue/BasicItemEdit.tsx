import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { Link, useLocation } from 'wouter';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { BasicContent, StandardHandling, StandardLimit } from '../../../../contract/standards.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { exerciseLevels, powerTypes, serviceObjects } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useOwn } from '../../ui/staff/kept.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';
import {
  type BasicDraft,
  blankBasis,
  blankDraft,
  blankHandling,
  blankText,
  changedAt,
  draftOf,
  isOnApplication,
  sentOf,
  withoutAt,
} from './basic-draft.ts';
import './standards.css';

/** A new version of a basic item, or a new basic item; what is typed stays in this page until it is published. */
export function BasicItemEdit({ basicItemId }: { basicItemId: string | undefined }) {
  const { t } = useWords();
  const read = useRead(
    'GET /basic-items/:basicItemId',
    { basicItemId: basicItemId ?? '' },
    { enabled: basicItemId !== undefined },
  );
  usePageTitle(t('standards.edit.newTitle'));
  if (basicItemId === undefined) return <Editor kept="new" from={blankDraft} version={0} />;
  if (read.isPending) return <Loading />;
  if (read.data === undefined)
    return (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    );
  const { version } = read.data;
  return (
    <Editor
      key={version}
      kept={`${basicItemId}.${version}`}
      from={draftOf(read.data)}
      version={version}
      basicItemId={basicItemId}
    />
  );
}

function Editor({
  kept,
  from,
  version,
  basicItemId,
}: {
  kept: string;
  from: BasicDraft;
  version: number;
  basicItemId?: string;
}) {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const staffId = useMe().data?.me?.staffId ?? '';
  const [left, keep] = useOwn<BasicDraft | null>(`doorstep.basic.${staffId}.${kept}`, null);
  const draft = left ?? from;
  const put = (next: BasicDraft) => keep(next);
  const forget = () => keep(null);
  const publish = useAct('POST /basic-items', {
    leave: (item) => {
      forget();
      go(`/basic-items/${item.basicItemId}`);
    },
  });
  const { content, type } = draft;
  const change = (changes: Partial<BasicContent>) => put({ ...draft, content: { ...content, ...changes } });
  const faults: readonly FieldFault[] = publish.error?.fields ?? [];
  const isNew = basicItemId === undefined;
  return (
    <div className="page-pad">
      <p>
        <Link href={isNew ? '/basic-items' : `/basic-items/${basicItemId}`}>
          {isNew ? t('standards.basicItems') : local(from.content.name)}
        </Link>
      </p>
      <h1>{isNew ? t('standards.edit.newTitle') : t('standards.edit.title', { name: local(from.content.name) })}</h1>
      <p className="quiet">{t('standards.edit.hint')}</p>
      <form
        className="basic-edit"
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate({ ...sentOf(draft), note: draft.note, basedOn: version });
        }}
      >
        <div className="edit-row">
          <Field label={t('standards.list.code')} size="edit-middle">
            {(id) => (
              <Input
                id={id}
                required
                disabled={!isNew}
                maxLength={40}
                value={draft.code}
                onChange={({ target }) => put({ ...draft, code: target.value })}
              />
            )}
          </Field>
          <Field label={t('standards.list.type')} size="edit-middle">
            {(id) => (
              <Select
                id={id}
                value={type}
                onChange={(value) => put({ ...draft, type: value })}
                options={powerTypes.map((each) => ({ value: each, label: t(`standards.type.${each}`) }))}
              />
            )}
          </Field>
          <Both label={t('standards.item.name')} value={content.name} put={(name) => change({ name })} />
        </div>
        {isNew && <p className="quiet small">{t('standards.edit.codeHint')}</p>}
        <Faults faults={faults} at={['code', 'content.name', 'content.handlings', 'note']} />
        <fieldset>
          <legend>{t('standards.item.levels')}</legend>
          <Checkbox.Group
            className="edit-choices"
            value={[...content.exerciseLevels]}
            onChange={(values) => change({ exerciseLevels: values as BasicContent['exerciseLevels'] })}
            options={exerciseLevels.map((each) => ({ value: each, label: t(`standards.exercise.${each}`) }))}
          />
        </fieldset>
        <Rows
          legend={t('standards.item.bases')}
          list={content.bases}
          blank={blankBasis}
          put={(bases) => change({ bases })}
          draw={(basis, set) => <BasisFields basis={basis} put={set} />}
        />
        {isOnApplication(type) && (
          <fieldset className="edit-rows">
            <legend>{t('standards.item.standard')}</legend>
            {content.handlings.map((handling, at) => (
              <HandlingFields
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
                key={at}
                at={at}
                handling={handling}
                faults={faults}
                put={(changes) => change({ handlings: changedAt(content.handlings, at, changes) })}
                replace={(next) =>
                  change({ handlings: content.handlings.map((each, index) => (index === at ? next : each)) })
                }
                remove={
                  content.handlings.length > 1
                    ? () => change({ handlings: withoutAt(content.handlings, at) })
                    : undefined
                }
              />
            ))}
            <div>
              <Button size="small" onClick={() => change({ handlings: [...content.handlings, blankHandling] })}>
                {t('standards.edit.addHandling')}
              </Button>
            </div>
          </fieldset>
        )}
        <Rows
          legend={t('standards.item.responsibilities')}
          list={content.responsibilities}
          blank={{ stage: blankText, duty: blankText }}
          put={(responsibilities) => change({ responsibilities })}
          draw={(row, set) => (
            <>
              <Both
                label={t('standards.item.stage')}
                size="edit-small"
                value={row.stage}
                put={(stage) => set({ stage })}
              />
              <Both label={t('standards.item.duty')} value={row.duty} put={(duty) => set({ duty })} />
              <BasisFields
                basis={row.basis ?? blankBasis}
                put={(changes) => set({ basis: { ...blankBasis, ...row.basis, ...changes } })}
              />
            </>
          )}
        />
        <Rows
          legend={t('standards.item.accountability')}
          list={content.accountability}
          blank={{ text: blankText }}
          put={(accountability) => change({ accountability })}
          draw={(row, set) => (
            <>
              <Both label={t('standards.item.accountability')} value={row.text} put={(text) => set({ text })} />
              <BasisFields
                basis={row.basis ?? blankBasis}
                put={(changes) => set({ basis: { ...blankBasis, ...row.basis, ...changes } })}
              />
            </>
          )}
        />
        <Field label={t('standards.edit.note')}>
          {(id) => (
            <Input.TextArea
              id={id}
              required
              maxLength={500}
              rows={2}
              value={draft.note}
              onChange={({ target }) => put({ ...draft, note: target.value })}
            />
          )}
        </Field>
        <Refused error={publish.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={publish.isPending}>
            {t('standards.edit.publish', { version: version + 1 })}
          </Button>
          <Button
            onClick={() => {
              forget();
              go(isNew ? '/basic-items' : `/basic-items/${basicItemId}`);
            }}
          >
            {t('standards.edit.discard')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** A label and its field, which takes the id. */
function Field({ label, size = '', children }: { label: string; size?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <label className={size} htmlFor={id}>
      {label}
      {children(id)}
    </label>
  );
}

/** One text in both languages. */
function Both({
  label,
  value,
  put,
  size = '',
}: {
  label: string;
  value: LocalText;
  put: (value: LocalText) => void;
  size?: string;
}) {
  const { t } = useWords();
  return (
    <>
      <Field label={`${label} ${t('standards.edit.zh')}`} size={size}>
        {(id) => (
          <Input
            id={id}
            lang="zh-CN"
            maxLength={1000}
            value={value.zh}
            onChange={({ target }) => put({ ...value, zh: target.value })}
          />
        )}
      </Field>
      <Field label={`${label} ${t('standards.edit.en')}`} size={size}>
        {(id) => (
          <Input
            id={id}
            lang="en"
            maxLength={1000}
            value={value.en}
            onChange={({ target }) => put({ ...value, en: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function BasisFields({ basis, put }: { basis: LegalBasis; put: (changes: Partial<LegalBasis>) => void }) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('standards.edit.law')}>
        {(id) => (
          <Input
            id={id}
            lang="zh-CN"
            maxLength={200}
            value={basis.law}
            onChange={({ target }) => put({ law: target.value })}
          />
        )}
      </Field>
      <Field label={t('standards.edit.article')} size="edit-middle">
        {(id) => (
          <Input
            id={id}
            lang="zh-CN"
            maxLength={100}
            value={basis.article ?? ''}
            onChange={({ target }) => put({ article: target.value })}
          />
        )}
      </Field>
      <Field label={t('standards.edit.mark')} size="edit-middle">
        {(id) => (
          <Select
            id={id}
            value={basis.mark}
            onChange={(mark) => put({ mark })}
            options={(['checked', 'sample'] as const).map((each) => ({
              value: each,
              label: t(`standards.item.basisMarks.${each}`),
            }))}
          />
        )}
      </Field>
    </>
  );
}

function Rows<T>({
  legend,
  list,
  blank,
  put,
  draw,
}: {
  legend: string;
  list: readonly T[];
  blank: T;
  put: (list: T[]) => void;
  draw: (row: T, set: (changes: Partial<T>) => void) => ReactNode;
}) {
  const { t } = useWords();
  return (
    <fieldset className="edit-rows">
      <legend>{legend}</legend>
      {list.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
        <div key={at} className="edit-row">
          {draw(row, (changes) => put(changedAt(list, at, changes)))}
          <Button
            size="small"
            aria-label={t('standards.edit.remove', { at: at + 1, of: legend })}
            onClick={() => put(withoutAt(list, at))}
          >
            {t('standards.edit.removeShort')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          aria-label={`${t('standards.edit.add')}${t('colon')}${legend}`}
          onClick={() => put([...list, blank])}
        >
          {t('standards.edit.add')}
        </Button>
      </div>
    </fieldset>
  );
}

function HandlingFields({
  at,
  handling,
  faults,
  put,
  replace,
  remove,
}: {
  at: number;
  handling: StandardHandling;
  faults: readonly FieldFault[];
  put: (changes: Partial<StandardHandling>) => void;
  replace: (next: StandardHandling) => void;
  remove: (() => void) | undefined;
}) {
  const { t, local } = useWords();
  const spot = `content.handlings.${at}`;
  return (
    <div className="edit-handling">
      <div className="edit-row">
        <Both label={t('standards.item.name')} value={handling.name} put={(name) => put({ name })} />
        <Both
          label={t('standards.edit.handlingName')}
          value={handling.handling ?? blankText}
          put={(name) => put({ handling: name })}
        />
        {remove !== undefined && (
          <Button
            size="small"
            aria-label={t('standards.edit.remove', { at: at + 1, of: t('standards.item.handling') })}
            onClick={remove}
          >
            {t('standards.edit.removeShort')}
          </Button>
        )}
      </div>
      <Faults faults={faults} at={[`${spot}.handling`, `${spot}.materials`, `${spot}.name.zh`, `${spot}.result.zh`]} />
      <fieldset>
        <legend>{t('standards.item.objects')}</legend>
        <Checkbox.Group
          className="edit-choices"
          value={[...handling.serviceObjects]}
          onChange={(values) => put({ serviceObjects: values as StandardHandling['serviceObjects'] })}
          options={serviceObjects.map((each) => ({ value: each, label: t(`standards.object.${each}`) }))}
        />
      </fieldset>
      <Rows
        legend={t('standards.item.conditions')}
        list={handling.conditions}
        blank={blankText}
        put={(conditions) => put({ conditions })}
        draw={(condition, set) => <Both label={t('standards.item.conditions')} value={condition} put={set} />}
      />
      <Rows
        legend={t('standards.item.materials')}
        list={handling.materials}
        blank={{ name: blankText, necessity: 'required' as const, originals: 0, copies: 1 }}
        put={(materials) => put({ materials })}
        draw={(row, set) => (
          <>
            <Both label={t('standards.item.materials')} value={row.name} put={(name) => set({ name })} />
            <Field label={t('standards.edit.necessity')} size="edit-middle">
              {(id) => (
                <Select
                  id={id}
                  value={row.necessity}
                  onChange={(necessity) => set({ necessity })}
                  options={(['required', 'optional', 'shared'] as const).map((each) => ({
                    value: each,
                    label: t(`standards.item.necessity.${each}`),
                  }))}
                />
              )}
            </Field>
            {(['originals', 'copies'] as const).map((each) => (
              <Field key={each} label={t(`standards.edit.${each}`)} size="edit-small">
                {(id) => (
                  <InputNumber
                    id={id}
                    min={0}
                    max={99}
                    precision={0}
                    value={row[each]}
                    onChange={(value) => set({ [each]: value ?? 0 })}
                  />
                )}
              </Field>
            ))}
          </>
        )}
      />
      <p className="quiet">
        {handling.process === undefined
          ? t('standards.edit.processOpen')
          : t('standards.edit.processKept', {
              stages: handling.process.stages.map((stage) => local(stage.name)).join(' → '),
            })}
      </p>
      <div className="edit-row">
        <LimitFields
          label={t('standards.item.statutory')}
          none={t('standards.edit.none')}
          limit={handling.statutoryLimit}
          put={(statutoryLimit) => {
            const { statutoryLimit: _, ...rest } = handling;
            replace({ ...rest, ...(statutoryLimit && { statutoryLimit }) });
          }}
        />
        <LimitFields
          label={t('standards.item.promised')}
          none={t('standards.edit.keepOpen')}
          limit={handling.promisedLimit}
          put={(promisedLimit) => {
            const { promisedLimit: _, ...rest } = handling;
            replace({ ...rest, ...(promisedLimit && { promisedLimit }) });
          }}
        />
        <Field label={t('standards.edit.feeYuan')} size="edit-small">
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              precision={2}
              value={handling.fen / 100}
              onChange={(yuan) => put({ fen: Math.round((yuan ?? 0) * 100) })}
            />
          )}
        </Field>
      </div>
      <div className="edit-row">
        <Both label={t('standards.item.result')} value={handling.result} put={(result) => put({ result })} />
      </div>
    </div>
  );
}

const units = ['workingDays', 'calendarDays', 'officeHours'] as const;

function LimitFields({
  label,
  none,
  limit,
  put,
}: {
  label: string;
  none: string;
  limit: StandardLimit | undefined;
  put: (limit: StandardLimit | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <Field label={label} size="edit-small">
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={3650}
            precision={0}
            disabled={limit === undefined}
            value={limit?.amount ?? null}
            onChange={(amount) => put({ unit: limit?.unit ?? 'workingDays', amount: amount ?? 0 })}
          />
        )}
      </Field>
      <Field label={`${label} ${t('standards.edit.unit')}`} size="edit-middle">
        {(id) => (
          <Select<StandardLimit['unit'] | ''>
            id={id}
            value={limit?.unit ?? ''}
            onChange={(unit) => put(unit === '' ? undefined : { amount: limit?.amount ?? 0, unit })}
            options={[
              { value: '' as const, label: none },
              ...units.map((each) => ({ value: each, label: t(`standards.item.unitNames.${each}`) })),
            ]}
          />
        )}
      </Field>
    </>
  );
}

/** How the field of a fault is called, by a part of its path. */
const labels = [
  ['materials', 'standards.item.materials'],
  ['result', 'standards.item.result'],
  ['name', 'standards.item.name'],
  ['handling', 'standards.item.handling'],
  ['code', 'standards.list.code'],
  ['note', 'standards.edit.note'],
] as const;

/** What the server found wrong at some fields. */
function Faults({ faults, at }: { faults: readonly FieldFault[]; at: readonly string[] }) {
  const { t } = useWords();
  const here = faults.filter(({ field }) => at.some((each) => field === each || field === `${each}.zh`));
  if (here.length === 0) return null;
  return (
    <ul className="fault" role="alert">
      {here.map((fault) => (
        <li key={`${fault.field} ${fault.code}`}>
          {faultSentence(
            fault,
            t(labels.find(([part]) => fault.field.includes(part))?.[1] ?? 'standards.item.standard'),
          )}
        </li>
      ))}
    </ul>
  );
}
