import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { SheetView } from '../../../../contract/handovers.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { SheetState } from './SheetList.tsx';
import { Papers } from './SheetMake.tsx';
import './backoffice.css';

/** One hand-over sheet: what is on it, who signed, and what this reader does next. It prints as it stands. */
export function SheetPage({ sheetId }: { sheetId: string }) {
  const { t, local, at } = useWords();
  const read = useRead('GET /hand-over-sheets/:sheetId', { sheetId });
  const sheet = read.data;
  usePageTitle(t('backoffice.sheets.sheet'));
  if (sheet === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  const signer = (signed: SheetView['handed']) =>
    signed === undefined
      ? t('backoffice.sheets.notYet')
      : t('backoffice.sheets.signed', { name: `${signed.name} ${local(signed.post)}`.trim(), at: at(signed.at) });
  return (
    <div className="page-pad stack sheet">
      <p className="no-print">
        <Link href="/hand-over">{t('backoffice.sheets.back')}</Link>
      </p>
      <h1>
        {t('backoffice.sheets.sheet')} {sheet.number}
      </h1>
      <p>
        {local(sheet.from)} → {local(sheet.to)} · <SheetState sheet={sheet} />
      </p>
      {sheet.actions.includes('take') ? <Take sheet={sheet} /> : <Lines sheet={sheet} />}
      <dl className="sheet-signers">
        <div>
          <dt>{t('backoffice.sheets.giver')}</dt>
          <dd>{signer(sheet.handed)}</dd>
        </div>
        <div>
          <dt>{t('backoffice.sheets.taker')}</dt>
          <dd>{signer(sheet.taken)}</dd>
        </div>
      </dl>
      <div className="row no-print">
        {sheet.actions.includes('hand') && <Hand sheet={sheet} />}
        <Button onClick={() => window.print()}>{t('backoffice.sheets.print')}</Button>
        {sheet.documentId !== undefined && (
          <a
            className="button"
            target="_blank"
            rel="noreferrer"
            href={hrefOf('GET /hand-over-sheets/:sheetId/pdf', { sheetId })}
          >
            {t('backoffice.sheets.pdf')}
          </a>
        )}
      </div>
    </div>
  );
}

function Lines({ sheet }: { sheet: SheetView }) {
  const { t, local } = useWords();
  return (
    <Scrolled label={t('backoffice.sheets.case')}>
      <table className="rows rows-plain">
        <thead>
          <tr>
            <th scope="col">{t('backoffice.sheets.case')}</th>
            <th scope="col">{t('backoffice.sheets.papers')}</th>
            <th scope="col">{t('backoffice.sheets.filter')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.caseId}>
              <td>
                <span className="number">{line.caseNo}</span> {line.applicant}
                <div className="quiet">{local(line.itemName)}</div>
              </td>
              <td>
                <Papers papers={line.papers} />
              </td>
              <td>
                {t(`backoffice.sheets.line.${line.state}`)}
                {line.reason !== undefined && <div>{line.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Hand({ sheet }: { sheet: SheetView }) {
  const { t } = useWords();
  const { sheetId } = sheet;
  const hand = useAct('POST /hand-over-sheets/:sheetId/hand');
  const discard = useAct('POST /hand-over-sheets/:sheetId/discard');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="quiet">{t('backoffice.sheets.handNote', { days: sheet.takeWithinDays })}</p>
      <Button type="primary" loading={hand.isPending} onClick={() => hand.mutate({ sheetId })}>
        {t('backoffice.sheets.hand')}
      </Button>
      <Button onClick={() => setAsking(true)}>{t('backoffice.sheets.discard')}…</Button>
      <Refused error={hand.error} />
      {asking && (
        <Modal
          open
          title={t('backoffice.sheets.discard')}
          okText={t('backoffice.sheets.discard')}
          cancelText={t('cancel')}
          confirmLoading={discard.isPending}
          onCancel={() => setAsking(false)}
          onOk={() => discard.mutate({ sheetId }, { onSuccess: () => setAsking(false) })}
        >
          <p>{t('backoffice.sheets.discardSure')}</p>
          <Refused error={discard.error} />
        </Modal>
      )}
    </>
  );
}

/** The taker counts case by case; a refusal without what is missing does not go out. */
function Take({ sheet }: { sheet: SheetView }) {
  const { t, local } = useWords();
  const take = useAct('POST /hand-over-sheets/:sheetId/take');
  const [refused, setRefused, forget] = useKept<Record<string, string>>(`doorstep.take.${sheet.sheetId}`, {});
  const form = useActForm({
    act: take,
    faults: Object.fromEntries(
      Object.entries(refused).map(([caseId, reason]) => [
        caseId,
        reason.trim() === '' && t('backoffice.sheets.needWhy'),
      ]),
    ),
    submit: () =>
      take.mutate(
        {
          sheetId: sheet.sheetId,
          refused: Object.entries(refused).map(([caseId, reason]) => ({ caseId, reason: reason.trim() })),
        },
        { onSuccess: forget },
      ),
  });
  const choose = (caseId: string, isRefused: boolean) => {
    const { [caseId]: said = '', ...others } = refused;
    setRefused(isRefused ? { ...others, [caseId]: said } : others);
  };
  return (
    <>
      <p>{t('backoffice.sheets.takeNote')}</p>
      <ul className="sheet-lines">
        {sheet.lines.map((line) => {
          const reason = refused[line.caseId];
          return (
            <li key={line.caseId} className="sheet-line">
              <div>
                <span className="number">{line.caseNo}</span> {line.applicant}{' '}
                <span className="quiet">{local(line.itemName)}</span>
              </div>
              <Papers papers={line.papers} />
              <Radio.Group
                aria-label={line.caseNo}
                value={reason === undefined ? 'taken' : 'refused'}
                onChange={({ target }) => choose(line.caseId, target.value === 'refused')}
                options={[
                  { value: 'taken', label: t('backoffice.sheets.taken') },
                  { value: 'refused', label: t('backoffice.sheets.refuse') },
                ]}
              />
              {reason !== undefined && (
                <Field label={t('backoffice.sheets.why')} fault={form.at(line.caseId)}>
                  {(bound) => (
                    <Input
                      {...bound}
                      maxLength={500}
                      value={reason}
                      onChange={({ target }) => setRefused({ ...refused, [line.caseId]: target.value })}
                    />
                  )}
                </Field>
              )}
            </li>
          );
        })}
      </ul>
      <Refused error={take.error} />
      <p className="no-print">
        <Button type="primary" loading={take.isPending} onClick={form.press}>
          {t('backoffice.sheets.take')} <Key>Ctrl Enter</Key>
        </Button>
      </p>
    </>
  );
}
