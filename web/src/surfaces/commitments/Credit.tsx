import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { CreditRecord, CreditSource } from '../../../../contract/credit.ts';
import { creditSources } from '../../../../contract/words.ts';
import { useAct } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { ActText } from '../staff/act-fields.tsx';
import { ActDialog, useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 失信记录: the register that shuts tolerated acceptance and commitments. */
export function Credit() {
  const { t, day, local } = useWords();
  const [params, setParams] = useSearchParams();
  const [q, setQ] = useState('');
  const [asked, setAsked] = useState('');
  const standing = (['open', 'repaired'] as const).find((each) => each === params.get('standing'));
  const list = usePages('GET /credit-records', { ...(asked && { q: asked }), ...(standing && { standing }) });
  const [open, setOpen] = useState<'record' | CreditRecord>();
  const [said, setSaid] = useState<string>();
  usePageTitle(t('commitments.credit.title'));
  const records = list.data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('commitments.credit.title')}</h1>
      <p className="quiet">{t('commitments.credit.hint')}</p>
      <search aria-label={t('commitments.credit.search')}>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(q.trim());
          }}
        >
          <Input
            type="search"
            className="licence-search"
            aria-label={t('commitments.credit.search')}
            placeholder={t('commitments.credit.searchHint')}
            maxLength={100}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          <Button htmlType="submit">{t('commitments.credit.search')}</Button>
          {asked !== '' && (
            <Button
              type="link"
              onClick={() => {
                setQ('');
                setAsked('');
              }}
            >
              {t('commitments.credit.clear')}
            </Button>
          )}
          <Button type="primary" onClick={() => setOpen('record')}>
            {t('commitments.credit.record')}
          </Button>
        </form>
      </search>
      <fieldset className="filters" aria-label={t('commitments.credit.standing')}>
        <Select
          aria-label={t('commitments.credit.standing')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={standing ?? ''}
          onChange={(value) => setParams(value === '' ? {} : { standing: value }, { replace: true })}
          options={[
            { value: '', label: t('commitments.credit.any') },
            { value: 'open', label: t('commitments.credit.open') },
            { value: 'repaired', label: t('commitments.credit.repaired') },
          ]}
        />
      </fieldset>
      {said !== undefined && (
        <Notice tone="green" role="status">
          {said}
        </Notice>
      )}
      <Refused error={list.error} />
      {list.isSuccess && records.length === 0 && (
        <p>{t(asked === '' ? 'commitments.credit.none' : 'commitments.credit.noneFound')}</p>
      )}
      {records.length > 0 && (
        <Scrolled label={t('commitments.credit.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('commitments.credit.subject')}</th>
                <th scope="col">{t('commitments.credit.source')}</th>
                <th scope="col">{t('commitments.credit.reason')}</th>
                <th scope="col">{t('commitments.credit.fromDay')}</th>
                <th scope="col">{t('commitments.credit.by')}</th>
                <th scope="col">{t('commitments.credit.standing')}</th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr key={record.recordId}>
                  <td>{record.subject}</td>
                  <td>{t(`commitments.credit.sources.${record.source}`)}</td>
                  <td>
                    {record.reason}
                    {record.caseId !== undefined && (
                      <>
                        {' '}
                        <Link href={`/cases/${record.caseId}`}>{record.caseNo ?? t('commitments.credit.case')}</Link>
                      </>
                    )}
                    {record.repairReason !== undefined && <div className="quiet small">{record.repairReason}</div>}
                  </td>
                  <td>{day(record.fromDay)}</td>
                  <td>
                    {record.recordedBy ?? t('commitments.credit.system')}
                    {record.organ !== undefined && <div className="quiet small">{local(record.organ)}</div>}
                  </td>
                  <td>
                    {record.repairedDay === undefined ? (
                      <>
                        <Light shape="red">{t('commitments.credit.open')}</Light>{' '}
                        <Button size="small" onClick={() => setOpen(record)}>
                          {t('commitments.credit.repair')}…
                        </Button>
                      </>
                    ) : (
                      <Light shape="done">{t('commitments.credit.repairedOn', { day: day(record.repairedDay) })}</Light>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
      {open === 'record' && (
        <RecordDialog
          close={(word) => {
            setOpen(undefined);
            setSaid(word);
          }}
        />
      )}
      {open !== undefined && open !== 'record' && (
        <RepairDialog
          record={open}
          close={(word) => {
            setOpen(undefined);
            setSaid(word);
          }}
        />
      )}
    </div>
  );
}

function RecordDialog({ close }: { close: (said?: string) => void }) {
  const { t } = useWords();
  const record = useAct('POST /credit-records');
  const [draft, setDraft] = useState({ name: '', number: '', reason: '', source: 'FALSE_COMMITMENT' as CreditSource });
  const given = { ...draft, name: draft.name.trim(), number: draft.number.trim(), reason: draft.reason.trim() };
  const form = useActForm({
    act: record,
    faults: {
      name: given.name === '' && t('commitments.credit.needName'),
      number: given.number === '' && t('commitments.credit.needNumber'),
      source: undefined,
      reason: given.reason === '' && t('commitments.credit.needReason'),
    },
    submit: () => record.mutate(given, { onSuccess: () => close(t('commitments.credit.recorded')) }),
  });
  const isWrong = (record.error?.fields ?? []).some(({ field }) => field === 'number');
  const fault = (field: 'name' | 'number') =>
    isWrong && field === 'number' && given.number !== ''
      ? t('commitments.credit.wrongNumber')
      : form.at(field, t(`commitments.credit.${field}`));
  const line = (field: 'name' | 'number', hint?: string) => (
    <Field label={t(`commitments.credit.${field}`)} fault={fault(field)}>
      {(bound) => (
        <Input
          {...bound}
          value={draft[field]}
          placeholder={hint}
          maxLength={field === 'name' ? 4000 : 60}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      form={form}
      title={t('commitments.credit.record')}
      button={t('commitments.credit.do')}
      close={() => close()}
    >
      {line('name')}
      {line('number', t('commitments.credit.numberHint'))}
      <FieldGroup label={t('commitments.credit.source')} fault={form.at('source', t('commitments.credit.source'))}>
        <Radio.Group
          aria-label={t('commitments.credit.source')}
          value={draft.source}
          onChange={(event) => setDraft({ ...draft, source: event.target.value })}
          options={creditSources.map((each) => ({ value: each, label: t(`commitments.credit.sources.${each}`) }))}
        />
      </FieldGroup>
      <ActText
        form={form}
        name="reason"
        label={t('commitments.credit.reason')}
        rows={3}
        maxLength={500}
        placeholder={t('commitments.credit.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
    </ActDialog>
  );
}

function RepairDialog({ record, close }: { record: CreditRecord; close: (said?: string) => void }) {
  const { t } = useWords();
  const repair = useAct('POST /credit-records/:recordId/repair');
  const [reason, setReason] = useState('');
  const form = useActForm({
    act: repair,
    faults: { reason: reason.trim() === '' && t('commitments.credit.needReason') },
    submit: () =>
      repair.mutate(
        { recordId: record.recordId, reason: reason.trim() },
        { onSuccess: () => close(t('commitments.credit.doneRepair')) },
      ),
  });
  return (
    <ActDialog
      form={form}
      title={`${t('commitments.credit.repair')} ${record.subject}`}
      button={t('commitments.credit.doRepair')}
      close={() => close()}
    >
      <ActText
        form={form}
        name="reason"
        label={t('commitments.credit.repairReason')}
        rows={3}
        maxLength={500}
        placeholder={t('commitments.credit.repairHint')}
        value={reason}
        onChange={(text) => setReason(text)}
      />
    </ActDialog>
  );
}
