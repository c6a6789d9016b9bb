import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { BatchView } from '../../../../contract/devolution.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './catalogue.css';
import './devolution.css';
import { useSubmitKey } from './DevolutionDialog.tsx';
import { DevolutionItems, type ItemRow, itemsOf, rowOf } from './DevolutionItems.tsx';
import { Asked } from './DraftActs.tsx';

interface Proposal {
  title: string;
  note: string;
  rows: ItemRow[];
}

/** A new batch, or the items that my department has in one. */
export function DevolutionPropose({ batchId }: { batchId: string | undefined }) {
  const { data: batch, error } = useRead(
    'GET /devolution-batches/:batchId',
    { batchId: batchId ?? '' },
    { enabled: batchId !== undefined },
  );
  const organId = useMe().data?.me?.post?.organId;
  const today = useToday();
  if (error)
    return (
      <div className="page-pad">
        <Refused error={error} />
      </div>
    );
  if ((batchId !== undefined && batch === undefined) || organId === undefined || today === '') return <Loading />;
  return <ProposalForm batch={batch} organId={organId} today={today} />;
}

function ProposalForm({ batch, organId, today }: { batch: BatchView | undefined; organId: string; today: string }) {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const [proposal, setProposal, forget] = useKept<Proposal>(`doorstep.devolution.items.${batch?.batchId ?? 'new'}`, {
    title: batch?.title ?? '',
    note: '',
    rows:
      batch?.contents.filter(({ from }) => from.organId === organId).map((item) => rowOf(item, local(item.name))) ?? [],
  });
  const propose = useAct('POST /devolution-batches');
  const putItems = useAct('POST /devolution-batches/:batchId/put-items');
  const sent = batch === undefined ? propose : putItems;
  const [tried, setTried] = useState(false);
  const act = batch === undefined ? 'propose' : 'putItems';
  usePageTitle(t(`devolution.acts.${act}`));
  const { title, note, rows } = proposal;
  const put = (part: Partial<Proposal>) => setProposal((before) => ({ ...before, ...part }));
  const titleMissing = title.trim() === '';
  // A department may take its last item out of a batch, but proposes none that is empty.
  const rowsMissing = batch === undefined && rows.length === 0;
  const send = () => {
    setTried(true);
    if (sent.isPending || titleMissing || rowsMissing) return;
    const input = { items: itemsOf(rows), ...(note.trim() !== '' && { note: note.trim() }) };
    const onSuccess = (view: BatchView) => {
      forget();
      go(`/devolution/${view.batchId}`);
    };
    if (batch === undefined) propose.mutate({ title: title.trim(), ...input }, { onSuccess });
    else putItems.mutate({ batchId: batch.batchId, ...input }, { onSuccess });
  };
  useSubmitKey(send);
  const faults: readonly FieldFault[] = sent.error?.fields ?? [];
  return (
    <div className="page-pad devolution">
      <p>
        {batch === undefined ? (
          <Link href="/devolution">{t('devolution.back')}</Link>
        ) : (
          <Link href={`/devolution/${batch.batchId}`}>
            {batch.number} {batch.title}
          </Link>
        )}
      </p>
      <h1>{t(`devolution.acts.${act}`)}</h1>
      {batch === undefined && (
        <Asked label={t('devolution.fields.title')} {...(tried && titleMissing && { fault: t('devolution.required') })}>
          {(bound) => (
            <Input
              {...bound}
              className="devolution-title"
              maxLength={120}
              value={title}
              onChange={(event) => put({ title: event.target.value })}
            />
          )}
        </Asked>
      )}
      <DevolutionItems
        rows={rows}
        put={(change) => {
          if (sent.isError) sent.reset();
          setProposal((before) => ({ ...before, rows: change(before.rows) }));
        }}
        organId={organId}
        today={today}
        faults={faults}
        {...(tried && rowsMissing && { missing: t('devolution.row.itemMissing') })}
      />
      <Asked label={t('devolution.fields.batchNote')}>
        {(bound) => (
          <Input.TextArea
            {...bound}
            className="devolution-title"
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            value={note}
            onChange={(event) => put({ note: event.target.value })}
          />
        )}
      </Asked>
      <Notice tone="plain">{t(`devolution.effects.${act}`)}</Notice>
      <Refused error={sent.error} />
      <div className="row">
        <Button type="primary" loading={sent.isPending} onClick={send}>
          {t(`devolution.acts.${act}`)} <Key>Ctrl Enter</Key>
        </Button>
        <span className="quiet">{t('devolution.row.count', { count: rows.length })}</span>
      </div>
    </div>
  );
}
