import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAct } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { figure, lastDayOf } from './asked.ts';
import './supervisor.css';

/** 封存: the months that stand as they were closed, and the closing of the next one. */
export function ClosedPeriods() {
  const { t, at } = useWords();
  const list = usePages('GET /closed-periods', {});
  const mayClose = useMe().data?.me?.permissions.includes('indicators.close') === true;
  const [month, ask] = useState<string>();
  const close = useAct('POST /closed-periods');
  usePageTitle(t('supervisor.closed.title'));
  const periods = list.data?.pages.flatMap((page) => page.periods) ?? [];
  const closable = mayClose ? list.data?.pages[0]?.closable : undefined;
  return (
    <div className="page-pad figures">
      <p>
        <Link href="/indicators">{t('supervisor.opened.back')}</Link>
      </p>
      <h1>{t('supervisor.closed.title')}</h1>
      <p className="quiet">{t('supervisor.closed.hint')}</p>
      {closable !== undefined && (
        <p>
          <Button type="primary" onClick={() => ask(closable)}>
            {t('supervisor.closed.close', { month: closable.slice(0, 7) })}
          </Button>
        </p>
      )}
      <Refused error={list.error} />
      {list.isSuccess && periods.length === 0 && <p>{t('supervisor.closed.none')}</p>}
      {periods.length > 0 && (
        <Scrolled label={t('supervisor.closed.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('supervisor.month')}</th>
                <th scope="col">{t('supervisor.closed.at')}</th>
                <th scope="col">{t('supervisor.closed.by')}</th>
                <th scope="col">{t('supervisor.closed.whole')}</th>
                <th scope="col">{t('supervisor.closed.digest')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map(({ month: each, closedAt, closedBy, digest, whole, checkedAt }) => (
                <tr key={each}>
                  <td className="number">
                    <Link href={`/indicators?from=${each}&to=${lastDayOf(each)}`}>{each.slice(0, 7)}</Link>
                  </td>
                  <td>{at(closedAt)}</td>
                  <td>{closedBy}</td>
                  <td>
                    <Light shape={whole ? 'done' : 'wrong'}>
                      {t(whole ? 'supervisor.closed.isWhole' : 'supervisor.closed.isBroken')}
                    </Light>
                    <div className="quiet">{t('supervisor.closed.checkedAt', { at: at(checkedAt) })}</div>
                  </td>
                  <td>
                    <code className="figures-digest">{digest}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
      <Proofs />
      {month !== undefined && (
        <Modal
          open
          title={t('supervisor.closed.close', { month: month.slice(0, 7) })}
          okText={t('supervisor.closed.do')}
          cancelText={t('supervisor.closed.cancel')}
          confirmLoading={close.isPending}
          onCancel={() => ask(undefined)}
          onOk={() => close.mutate({ month }, { onSuccess: () => ask(undefined) })}
        >
          <p>{t('supervisor.closed.what')}</p>
          <Refused error={close.error} />
        </Modal>
      )}
    </div>
  );
}

/** 每夜核对: what was counted anew from the ledger and compared. */
function Proofs() {
  const { t, at } = useWords();
  const list = usePages('GET /indicator-proofs', {});
  const proofs = list.data?.pages.flatMap((page) => page.proofs) ?? [];
  if (proofs.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="proofs">
      <h2 id="proofs">{t('supervisor.proofs.title')}</h2>
      <p className="quiet">{t('supervisor.proofs.hint')}</p>
      <Scrolled label={t('supervisor.proofs.title')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('supervisor.proofs.at')}</th>
              <th scope="col">{t('supervisor.proofs.days')}</th>
              <th scope="col" className="right">
                {t('supervisor.proofs.compared')}
              </th>
              <th scope="col">{t('supervisor.closed.whole')}</th>
            </tr>
          </thead>
          <tbody>
            {proofs.map((proof) => {
              const wrong = proof.casesDifferent + proof.totalsDifferent;
              return (
                <tr key={proof.proofId}>
                  <td>{at(proof.provenAt)}</td>
                  <td className="number">{proof.month?.slice(0, 7) ?? `${proof.from} – ${proof.to}`}</td>
                  <td className="number right">{figure(proof.casesCompared + proof.totalsCompared)}</td>
                  <td>
                    <Light shape={wrong === 0 ? 'done' : 'wrong'}>
                      {wrong === 0 ? t('supervisor.proofs.equal') : t('supervisor.proofs.mended', { count: wrong })}
                    </Light>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
      <More list={list} />
    </section>
  );
}
