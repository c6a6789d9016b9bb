import { Button, Checkbox, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ItemImport, ItemImportRow } from '../../../../contract/imports.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ImportState } from './Imports.tsx';
import './imports.css';

type Shown = 'wrong' | 'ready' | 'all';

/** One sheet as it was read: its faults first, and the choice of what is imported. */
export function ImportPage({ importId }: { importId: string }) {
  const { t, at } = useWords();
  const read = useRead('GET /item-imports/:importId', { importId });
  usePageTitle(read.data?.name ?? t('imports.title'));
  const of = read.data;
  if (of === undefined) return read.error ? <Refused error={read.error} /> : null;
  return (
    <div className="page-pad">
      <p>
        <Link href="/imports">{t('imports.title')}</Link>
      </p>
      <h1>{of.name}</h1>
      <p>
        <ImportState of={of} /> · {t('imports.counts', { ready: of.ready, wrong: of.wrong })} ·{' '}
        <span className="quiet">
          {of.readBy} · {at(of.readAt)} · {t('imports.heading', { row: of.headingRow })}
        </span>
      </p>
      {of.unknownHeadings.length > 0 && (
        <p className="quiet">
          {t('imports.unknown', { headings: of.unknownHeadings.join(t('imports.listSeparator')) })}
        </p>
      )}
      {of.state === 'IMPORTED' && (
        <Notice tone="green" role="status">
          {t('imports.done', { imported: of.imported })} <Link href="/drafts">{t('imports.toDrafts')}</Link>
        </Notice>
      )}
      <p>
        <a href={hrefOf('GET /item-imports/:importId/report', reportOf(importId, 'xlsx'))}>{t('imports.report')}</a> ·{' '}
        <a href={hrefOf('GET /item-imports/:importId/report', reportOf(importId, 'csv'))}>{t('imports.reportCsv')}</a>
      </p>
      <Rows of={of} />
    </div>
  );
}

function reportOf(importId: string, format: 'xlsx' | 'csv') {
  return { importId, format, language: document.documentElement.lang === 'en' ? ('en' as const) : ('zh-CN' as const) };
}

function Rows({ of }: { of: ItemImport }) {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown>(of.wrong > 0 ? 'wrong' : 'all');
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const list = usePages('GET /item-imports/:importId/rows', {
    importId: of.importId,
    limit: 50,
    ...(shown !== 'all' && { ready: shown === 'ready' }),
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = of.state === 'PREVIEWED';
  const toggle = (row: number) => {
    const next = new Set(picked);
    if (!next.delete(row)) next.add(row);
    setPicked(next);
  };
  return (
    <>
      {open && <Acts of={of} picked={picked} pickNone={() => setPicked(new Set())} />}
      <div className="row">
        <Segmented<Shown>
          aria-label={t('imports.rows')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'wrong', label: `${t('imports.wrong')} ${of.wrong}` },
            { value: 'ready', label: `${t('imports.ready')} ${of.ready}` },
            { value: 'all', label: `${t('imports.allRows')} ${of.ready + of.wrong}` },
          ]}
        />
      </div>
      <Refused error={list.error} />
      {rows.length > 0 && (
        <Scrolled label={t('imports.rows')}>
          <table className="rows rows-plain import-rows">
            <thead>
              <tr>
                <th scope="col" className="right">
                  {t('imports.row')}
                </th>
                <th scope="col">{t('imports.name')}</th>
                <th scope="col">{t('imports.department')}</th>
                <th scope="col">{t('imports.result')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.row} of={of} row={row} picked={open ? picked.has(row.row) : undefined} toggle={toggle} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </>
  );
}

function Row({
  of,
  row,
  picked,
  toggle,
}: {
  of: ItemImport;
  row: ItemImportRow;
  picked: boolean | undefined;
  toggle: (row: number) => void;
}) {
  const { t, local } = useWords();
  return (
    <tr>
      <td className="right number">
        {picked !== undefined && row.ready ? (
          <Checkbox
            aria-label={t('imports.pick', { row: row.row, name: row.name })}
            checked={picked}
            onChange={() => toggle(row.row)}
          >
            {row.row}
          </Checkbox>
        ) : (
          row.row
        )}
      </td>
      <td>
        {row.name}
        <br />
        <span className="quiet number">{row.code}</span>
      </td>
      <td>
        {row.organ === undefined ? row.department : local(row.organ)}
        {row.organ === undefined && row.ready && (
          <>
            <br />
            <span className="quiet">{t('imports.organUnknown', { organ: local(of.organ) })}</span>
          </>
        )}
      </td>
      <td>
        {row.faults.map(({ column, sentence }) => (
          <p key={`${local(column)} ${local(sentence)}`} className="fault">
            {local(column)}
            {t('colon')}
            {local(sentence)}
          </p>
        ))}
        {row.remarks.map(({ sentence }) => (
          <p key={local(sentence)}>{local(sentence)}</p>
        ))}
        {row.missing.length > 0 && (
          <p className="quiet">
            {t('imports.missing', { parts: row.missing.map(local).join(t('imports.listSeparator')) })}
          </p>
        )}
        {row.draftId !== undefined && <Link href={`/drafts/${row.draftId}`}>{t('imports.draft')}</Link>}
      </td>
    </tr>
  );
}

/** Each act says what it will do before it is done. */
function Acts({ of, picked, pickNone }: { of: ItemImport; picked: ReadonlySet<number>; pickNone: () => void }) {
  const { t } = useWords();
  const confirm = useAct('POST /item-imports/:importId/confirm');
  const discard = useAct('POST /item-imports/:importId/discard');
  const [asked, ask] = useState<'confirm' | 'discard'>();
  const { importId } = of;
  const count = picked.size > 0 ? picked.size : of.ready;
  const close = () => ask(undefined);
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const departments = Object.entries(given).map(([name, organId]) => ({ name, organId }));
  const chosen = {
    ...(picked.size > 0 && { rows: [...picked] }),
    ...(departments.length > 0 && { departments }),
  };
  return (
    <div className="row">
      <Button type="primary" disabled={of.ready === 0} onClick={() => ask('confirm')}>
        {picked.size > 0
          ? t('imports.confirmPicked', { count: picked.size })
          : t('imports.confirmAll', { ready: of.ready })}
      </Button>
      <Button onClick={() => ask('discard')}>{t('imports.discard')}</Button>
      {picked.size > 0 && (
        <Button type="text" onClick={pickNone}>
          {t('imports.pickNone')}
        </Button>
      )}
      <Modal
        open={asked === 'confirm'}
        title={t('imports.confirmTitle', { count })}
        okText={t('imports.yesImport')}
        cancelText={t('imports.cancel')}
        confirmLoading={confirm.isPending}
        onCancel={close}
        onOk={() => confirm.mutate({ importId, ...chosen }, { onSuccess: close })}
      >
        <p>{t('imports.confirmText')}</p>
        {of.departments !== undefined && of.departments.length > 0 && (
          <Departments of={of} strange={of.departments} given={given} give={setGiven} />
        )}
        <Refused error={confirm.error} />
      </Modal>
      <Modal
        open={asked === 'discard'}
        title={t('imports.discardTitle')}
        okText={t('imports.yesDiscard')}
        cancelText={t('imports.cancel')}
        confirmLoading={discard.isPending}
        onCancel={close}
        onOk={() => discard.mutate({ importId }, { onSuccess: close })}
      >
        <p>{t('imports.discardText')}</p>
        <Refused error={discard.error} />
      </Modal>
    </div>
  );
}

/** Whose the departments are that the sheet names and we do not have. */
function Departments({
  of,
  strange,
  given,
  give,
}: {
  of: ItemImport;
  strange: NonNullable<ItemImport['departments']>;
  given: Readonly<Record<string, string>>;
  give: (given: Readonly<Record<string, string>>) => void;
}) {
  const { t, local } = useWords();
  const known = useRead('GET /departments', {}).data?.departments ?? [];
  const organ = local(of.organ);
  const options = known
    .filter(({ departmentId }) => departmentId !== 'township')
    .map(({ departmentId, name }) => ({ value: departmentId, label: local(name) }));
  return (
    <div className="import-departments">
      <p>{t('imports.departmentsSay', { organ })}</p>
      {strange.map(({ name, rows }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the list of choices within is its control
        <label key={name}>
          {t('imports.departmentRows', { name: name || t('imports.departmentNone'), rows })}
          <Select
            aria-label={name || t('imports.departmentNone')}
            placeholder={t('imports.departmentStays', { organ })}
            allowClear
            showSearch
            optionFilterProp="label"
            options={options}
            value={given[name] ?? null}
            onChange={(organId: string | null | undefined) => {
              const { [name]: _, ...others } = given;
              give(organId ? { ...others, [name]: organId } : others);
            }}
          />
        </label>
      ))}
    </div>
  );
}
