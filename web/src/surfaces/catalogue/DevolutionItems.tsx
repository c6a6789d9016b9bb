import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { BatchItem, ProposedItem } from '../../../../contract/devolution.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { devolutionModes, receiverKinds } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { faultSentence, useWords } from '../staff/words.ts';
import { UploadFile } from './DevolutionDialog.tsx';
import { Asked } from './DraftActs.tsx';

/** One item of a proposal as it is typed. */
export interface ItemRow {
  readonly itemId: string;
  readonly name: string;
  readonly code: string;
  readonly mode: ProposedItem['mode'];
  readonly kind: ProposedItem['receivers']['kind'];
  readonly regionIds: readonly string[];
  readonly organId: string;
  readonly law: string;
  readonly article: string;
  readonly mark: LegalBasis['mark'];
  readonly effectiveDay: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly note: string;
}

/** An item that a batch holds already, for its department to change. */
export function rowOf(item: BatchItem, name: string): ItemRow {
  const { itemId, code, mode, receivers, basis, effectiveDay, agreement, note } = item;
  return {
    itemId,
    name,
    code,
    mode,
    kind: receivers.kind,
    regionIds: receivers.regionIds ?? [],
    organId: receivers.organId ?? '',
    law: basis?.law ?? '',
    article: basis?.article ?? '',
    mark: basis?.mark ?? 'sample',
    effectiveDay,
    fileId: agreement?.fileId ?? '',
    fileName: agreement?.name ?? '',
    note: note ?? '',
  };
}

/** The rows as the server takes them; moving service forward names no basis. */
export function itemsOf(rows: readonly ItemRow[]): ProposedItem[] {
  return rows.map(({ itemId, mode, kind, regionIds, organId, law, article, mark, effectiveDay, fileId, note }) => ({
    itemId,
    mode,
    receivers: {
      kind,
      ...(kind === 'ORGAN' ? organId !== '' && { organId } : regionIds.length > 0 && { regionIds: [...regionIds] }),
    },
    ...(mode !== 'SERVICE_FORWARD' &&
      law.trim() !== '' && {
        basis: { law: law.trim(), ...(article.trim() !== '' && { article: article.trim() }), mark },
      }),
    effectiveDay,
    ...(fileId !== '' && { agreementFileId: fileId }),
    ...(note.trim() !== '' && { note: note.trim() }),
  }));
}

type PutRows = (change: (rows: ItemRow[]) => ItemRow[]) => void;

/** The items of a proposal: one search adds row after row, and each begins as the one before it. */
export function DevolutionItems({
  rows,
  put,
  organId,
  today,
  faults,
  missing,
}: {
  rows: readonly ItemRow[];
  put: PutRows;
  organId: string;
  today: string;
  faults: readonly FieldFault[];
  missing?: string;
}) {
  const { t } = useWords();
  const add = (item: Pick<ItemRow, 'itemId' | 'name' | 'code'>, isTownships: boolean) =>
    put((before) => {
      const last = before[before.length - 1];
      const begun: ItemRow = {
        mode: 'DEVOLVED',
        kind: 'TOWNSHIPS',
        regionIds: [],
        organId: '',
        law: '',
        article: '',
        mark: 'sample',
        effectiveDay: today,
        ...last,
        ...(isTownships && { mode: 'SERVICE_FORWARD', kind: 'VILLAGES' }),
        fileId: '',
        fileName: '',
        note: '',
        ...item,
      };
      return [...before, begun];
    });
  return (
    <section className="stack" aria-labelledby="devolution-items">
      <h2 id="devolution-items">{t('devolution.contents')}</h2>
      <AddItem organId={organId} taken={rows.map(({ itemId }) => itemId)} missing={missing} onAdd={add} />
      {rows.length === 0 ? (
        <p>{t('devolution.row.none')}</p>
      ) : (
        <ol className="devolution-rows">
          {rows.map((row, at) => (
            <Row
              key={row.itemId}
              row={row}
              at={at}
              today={today}
              faults={faults.filter(({ field }) => field === `items.${at}` || field.startsWith(`items.${at}.`))}
              put={(part) => put((before) => before.map((each, index) => (index === at ? { ...each, ...part } : each)))}
              remove={() => put((before) => before.filter((_, index) => index !== at))}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function AddItem({
  organId,
  taken,
  missing,
  onAdd,
}: {
  organId: string;
  taken: readonly string[];
  missing: string | undefined;
  onAdd: (item: Pick<ItemRow, 'itemId' | 'name' | 'code'>, isTownships: boolean) => void;
}) {
  const { t, local } = useWords();
  const [q, setQ] = useState('');
  const asked = { ...(q !== '' && { q }), standing: 'IN_USE' as const, limit: 30 };
  const own = useRead('GET /catalogue-items', { ...asked, departmentId: organId });
  const townships = useRead('GET /catalogue-items', { ...asked, departmentId: 'township' });
  const found = (read: typeof own) => (read.data?.items ?? []).filter(({ itemId }) => !taken.includes(itemId));
  const optionsOf = (read: typeof own) =>
    found(read).map(({ itemId, name }) => ({ value: itemId, label: local(name) }));
  return (
    <Asked
      label={t('devolution.row.search')}
      hint={t('devolution.row.searchHint')}
      {...(missing !== undefined && { fault: missing })}
    >
      {(bound) => (
        <Select<string>
          {...bound}
          className="devolution-title"
          value={null}
          showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
          notFoundContent={t('devolution.row.nothing')}
          options={[
            { label: t('devolution.row.own'), options: optionsOf(own) },
            { label: t('devolution.row.township'), options: optionsOf(townships) },
          ].filter(({ options }) => options.length > 0)}
          onChange={(itemId) => {
            const isTownships = found(townships).some((item) => item.itemId === itemId);
            const item = [...found(own), ...found(townships)].find((each) => each.itemId === itemId);
            if (item !== undefined) onAdd({ itemId, name: local(item.name), code: item.code }, isTownships);
            setQ('');
          }}
        />
      )}
    </Asked>
  );
}

function Row({
  row,
  at,
  today,
  faults,
  put,
  remove,
}: {
  row: ItemRow;
  at: number;
  today: string;
  faults: readonly FieldFault[];
  put: (part: Partial<ItemRow>) => void;
  remove: () => void;
}) {
  const { t, find, local } = useWords();
  const towns = useRead('GET /regions', {}).data?.regions ?? [];
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  const { name, code, mode, kind } = row;
  const needsBasis = mode !== 'SERVICE_FORWARD';
  const number = at + 1;
  const field = (label: string, size: string, children: Parameters<typeof Asked>[0]['children']): ReactNode => (
    <div className={`devolution-${size}`}>
      <Asked label={label}>{(bound) => children({ ...bound })}</Asked>
    </div>
  );
  const line = (of: 'law' | 'article' | 'note', label: string, size: string, most: number) =>
    field(label, size, (bound) => (
      <Input {...bound} maxLength={most} value={row[of]} onChange={({ target }) => put({ [of]: target.value })} />
    ));
  const agreement = t('devolution.row.of', { label: t('devolution.agreement'), number });
  return (
    <li>
      <fieldset className="devolution-row" aria-label={name}>
        <div className="row devolution-row-head">
          <strong>
            {number}. {name}
          </strong>
          <span className="quiet number code-small grow">{code}</span>
          <Button size="small" onClick={remove}>
            {t('devolution.row.remove', { number })}
          </Button>
        </div>
        {field(t('devolution.mode'), 'small', (bound) => (
          <Select<ItemRow['mode']>
            {...bound}
            value={mode}
            options={devolutionModes.map((value) => ({ value, label: t(`devolution.modes.${value}`) }))}
            onChange={(next) => put({ mode: next })}
          />
        ))}
        {field(t('devolution.row.receivers'), 'small', (bound) => (
          <Select<ItemRow['kind']>
            {...bound}
            value={kind}
            options={receiverKinds.map((value) => ({ value, label: t(`devolution.receiverKinds.${value}`) }))}
            onChange={(next) => put({ kind: next })}
          />
        ))}
        {kind === 'ORGAN'
          ? field(t('devolution.row.organ'), 'middle', (bound) => (
              <Select<string>
                {...bound}
                value={row.organId === '' ? null : row.organId}
                showSearch={{ optionFilterProp: 'label' }}
                options={departments
                  .filter(({ departmentId }) => departmentId !== 'township')
                  .map(({ departmentId, name: organ }) => ({ value: departmentId, label: local(organ) }))}
                onChange={(organId) => put({ organId })}
              />
            ))
          : field(t('devolution.row.towns'), 'middle', (bound) => (
              <Select<string[]>
                {...bound}
                mode="multiple"
                placeholder={t('devolution.row.anyTown')}
                value={[...row.regionIds]}
                showSearch={{ optionFilterProp: 'label' }}
                options={towns.map(({ id, name: town }) => ({ value: id, label: local(town) }))}
                onChange={(regionIds) => put({ regionIds })}
              />
            ))}
        {field(t('devolution.row.day'), 'small', (bound) => (
          <Input
            {...bound}
            type="date"
            min={today}
            value={row.effectiveDay}
            onChange={({ target }) => put({ effectiveDay: target.value })}
          />
        ))}
        <p className="quiet small devolution-wide">{t(`devolution.modeHints.${mode}`)}</p>
        {needsBasis && line('law', t('devolution.row.law'), 'middle', 200)}
        {needsBasis && line('article', t('devolution.row.article'), 'small', 100)}
        {line('note', t('devolution.fields.note'), 'middle', 500)}
        <div className="devolution-small dialog-field">
          <span>{t('devolution.agreement')}</span>
          <UploadFile of={agreement} name={row.fileName} onFile={(fileId, fileName) => put({ fileId, fileName })} />
        </div>
        {faults.map((fault) => (
          <p key={`${fault.field} ${fault.code}`} className="fault devolution-wide" role="alert">
            {fault.field === `items.${at}`
              ? find(`devolution.faults.${fault.code}`, 'devolution.faults.other')
              : faultSentence(fault, t('devolution.row.of', { label: labelOf(fault), number }))}
          </p>
        ))}
      </fieldset>
    </li>
  );

  function labelOf({ field: place }: FieldFault): string {
    if (place.endsWith('.effectiveDay')) return t('devolution.row.day');
    if (place.endsWith('.agreementFileId')) return t('devolution.agreement');
    if (place.includes('.receivers')) return t('devolution.row.receivers');
    if (place.includes('.basis')) return t('devolution.basis');
    return t('devolution.item');
  }
}
