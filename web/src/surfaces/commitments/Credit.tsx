import { Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { CreditRecord, CreditSource } from '../../../../contract/credit.ts';
import { creditSources } from '../../../../contract/words.ts';
import { useAct } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
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
  const [tried, setTried] = useState(false);
  const given = { ...draft, name: draft.name.trim(), number: draft.number.trim(), reason: draft.reason.trim() };
  const isWrong = (record.error?.fields ?? []).some(({ field }) => field === 'number');
  const faults = {
    name: given.name === '' ? t('commitments.credit.needName') : '',
    number:
      given.number === '' ? t('commitments.credit.needNumber') : isWrong ? t('commitments.credit.wrongNumber') : '',
    reason: given.reason === '' ? t('commitments.credit.needReason') : '',
  };
  const submit = () => {
    setTried(true);
    if (given.name === '' || given.number === '' || given.reason === '') return;
    record.mutate(given, { onSuccess: () => close(t('commitments.credit.recorded')) });
  };
  const field = (name: 'name' | 'number', label: string, hint?: string) => (
    <div>
      <label htmlFor={`credit-${name}`}>{label}</label>
      <Input
        id={`credit-${name}`}
        value={draft[name]}
        placeholder={hint}
        maxLength={name === 'name' ? 4000 : 60}
        aria-invalid={tried && faults[name] !== ''}
        aria-describedby={`credit-${name}-fault`}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
      <p id={`credit-${name}-fault`} className="fault">
        {tried ? faults[name] : ''}
      </p>
    </div>
  );
  return (
    <Modal
      open
      title={t('commitments.credit.record')}
      okText={t('commitments.credit.do')}
      cancelText={t('commitments.credit.cancel')}
      confirmLoading={record.isPending}
      onOk={submit}
      onCancel={() => close()}
    >
      <div className="stack">
        {field('name', t('commitments.credit.name'))}
        {field('number', t('commitments.credit.number'), t('commitments.credit.numberHint'))}
        <fieldset>
          <legend>{t('commitments.credit.source')}</legend>
          <Radio.Group
            aria-label={t('commitments.credit.source')}
            value={draft.source}
            onChange={(event) => setDraft({ ...draft, source: event.target.value })}
            options={creditSources.map((each) => ({ value: each, label: t(`commitments.credit.sources.${each}`) }))}
          />
        </fieldset>
        <label htmlFor="credit-reason">{t('commitments.credit.reason')}</label>
        <Input.TextArea
          id="credit-reason"
          rows={3}
          maxLength={500}
          placeholder={t('commitments.credit.reasonHint')}
          value={draft.reason}
          aria-invalid={tried && faults.reason !== ''}
          onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
        />
        <p className="fault">{tried ? faults.reason : ''}</p>
        {!isWrong && <Refused error={record.error} />}
      </div>
    </Modal>
  );
}

function RepairDialog({ record, close }: { record: CreditRecord; close: (said?: string) => void }) {
  const { t } = useWords();
  const repair = useAct('POST /credit-records/:recordId/repair');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    repair.mutate(
      { recordId: record.recordId, reason: reason.trim() },
      { onSuccess: () => close(t('commitments.credit.doneRepair')) },
    );
  };
  return (
    <Modal
      open
      title={`${t('commitments.credit.repair')} ${record.subject}`}
      okText={t('commitments.credit.doRepair')}
      cancelText={t('commitments.credit.cancel')}
      confirmLoading={repair.isPending}
      onOk={submit}
      onCancel={() => close()}
    >
      <div className="stack">
        <label htmlFor="repair-reason">{t('commitments.credit.repairReason')}</label>
        <Input.TextArea
          id="repair-reason"
          rows={3}
          maxLength={500}
          placeholder={t('commitments.credit.repairHint')}
          value={reason}
          aria-invalid={tried && reason.trim() === ''}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="fault">{tried && reason.trim() === '' ? t('commitments.credit.needReason') : ''}</p>
        <Refused error={repair.error} />
      </div>
    </Modal>
  );
}
