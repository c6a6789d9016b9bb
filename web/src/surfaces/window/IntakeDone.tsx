import { Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Replies } from '../../../../contract/routes.ts';
import { isSent } from '../../../../contract/words.ts';
import { hrefOf } from '../../api/call.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Blocked } from '../staff/CaseActions.tsx';
import { Documents } from '../staff/Documents.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useFreshCase, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Accept } from './Accept.tsx';
import { DecideAtDesk } from './DecideAtDesk.tsx';
import { Deliver } from './Deliver.tsx';

const steps = ['takeIn', 'accept', 'decideAtDesk', 'deliver'] as const;
const pages = { accept: Accept, decideAtDesk: DecideAtDesk, deliver: Deliver };

/**
 * The receipt of an intake: the two numbers that a person keeps. An immediate matter goes on here, step by step, until
 * it is delivered, without leaving the page.
 */
export function IntakeDone({
  reply,
  immediate,
  next,
}: {
  reply: Replies['POST /cases/take-in'];
  immediate: boolean;
  next: () => void;
}) {
  const words = useWords();
  const { t, local } = words;
  const { caseId } = reply;
  const read = useFreshCase(caseId);
  const kase = read.data;
  const receipt = kase?.documents.find((document) => document.kind === 'intakeReceipt');
  const documentId = receipt?.documentId ?? reply.documentIds[0];
  const atStation = useMe().data?.me?.post?.role === 'villageAgent';
  // What a village took in goes on at its township.
  const goesOn = immediate && !atStation;
  const step = goesOn
    ? (['accept', 'decideAtDesk', 'deliver'] as const).find((act) => kase?.actions.includes(act))
    : undefined;
  const finished = kase?.state === 'COMPLETED' || kase?.state === 'ARCHIVED';
  const at = finished ? steps.length : step ? steps.indexOf(step) : 1;
  const Page = step && pages[step];
  const print = useRef<HTMLAnchorElement>(null);
  useKeys({ p: () => print.current?.click(), n: next });
  return (
    <div className="page">
      <header className="page-head">
        <div className="grow">
          <div className="page-title">
            <h1>{t(finished ? 'intake.finished' : 'intake.done')}</h1>
            {kase && <span>{kase.applicant}</span>}
            {kase && <span>{local(kase.itemName)}</span>}
          </div>
        </div>
        <Link href={`/cases/${caseId}`} className="button">
          {t('intake.openCase')}
        </Link>
        {kase?.actions.includes('accept') && !immediate && (
          <Link href={`/cases/${caseId}/accept`} className="button button-primary">
            {t('intake.acceptNow')}…
          </Link>
        )}
        <Button type={finished ? 'primary' : 'default'} onClick={next}>
          {t('intake.nextPerson')} <Key>n</Key>
        </Button>
      </header>
      <div className="taken">
        <dl className="taken-numbers">
          <div>
            <dt>{t('intake.caseNo')}</dt>
            <dd className="number">{reply.caseNo}</dd>
          </div>
          <div>
            <dt>{t('intake.queryCode')}</dt>
            <dd className="number">{reply.queryCode}</dd>
          </div>
          <div>
            <dt>{t('intake.receiptTitle')}</dt>
            <dd>
              {documentId && (
                <a
                  ref={print}
                  href={hrefOf('GET /documents/:documentId/pdf', { documentId })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('intake.printReceipt')} <Key>p</Key>
                </a>
              )}
            </dd>
          </div>
        </dl>
        {kase && isSent(kase.channel) && receipt && !receipt.served ? (
          <div className="row">
            <p>{t('intake.serveSent')}</p>
            <Link href={`/cases/${caseId}/serveDocument?document=${receipt.documentId}`} className="button">
              {t('intake.serveReceipt')}…
            </Link>
          </div>
        ) : (
          <p className="quiet">{t('intake.queryHint')}</p>
        )}
        {atStation && kase && <p>{t('intake.goesTo', { place: local(kase.holder.organ) })}</p>}
        {goesOn && (
          <ol className="steps" aria-label={t('intake.line')}>
            {steps.map((each, index) => (
              <li
                key={each}
                aria-current={index === at ? 'step' : undefined}
                className={index === at ? 'step step-now' : 'step'}
              >
                <Light shape={index < at ? 'done' : index === at ? 'green' : 'none'}>{t(`intake.step.${each}`)}</Light>
              </li>
            ))}
          </ol>
        )}
        <Refused error={read.error} />
        {kase && goesOn && !step && !finished && <Blocked kase={kase} />}
      </div>
      {kase === undefined && !read.isError && <Loading />}
      {kase && finished && (
        <div className="page-pad">
          <Documents kase={kase} />
        </div>
      )}
      {kase && Page && <Page key={step} kase={kase} able done={() => undefined} />}
    </div>
  );
}
