import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StaffCase } from '../../../../contract/cases.ts';
import type { DocumentView } from '../../../../contract/documents.ts';
import { isServed, isServedAlone } from '../../../../contract/words.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct } from '../../api/hooks.ts';
import { Refused } from './Refused.tsx';
import { canServe, isToldByHand, serviceWords } from './service-record.ts';
import { useWords } from './words.ts';

const hrefOfPdf = (documentId: string) => hrefOf('GET /documents/:documentId/pdf', { documentId });
/** A phone shows no PDF inside a page. */
const framed = () => matchMedia('(min-width: 1100px)').matches;

/** 文书 of a case; each opens as PDF, in the page where there is room. */
export function Documents({ kase, onOpen }: { kase: StaffCase; onOpen?: (documentId: string) => void }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="documents" className="block">
      <h2 id="documents">{t('case.documents')}</h2>
      {kase.documents.length === 0 && <p className="quiet">{t('case.noDocuments')}</p>}
      <ul className="documents">
        {kase.documents.map((document) => (
          <DocumentLine
            key={document.documentId}
            document={document}
            href={hrefOfPdf(document.documentId)}
            {...(onOpen && { onOpen })}
          >
            <HandOver kase={kase} document={document} />
            {canServe(kase, document) && (
              <Link
                className="document-no"
                href={`/cases/${kase.caseId}/serveDocument?document=${document.documentId}`}
                aria-label={`${document.title}${t('colon')}${t('service.open')}`}
              >
                {t('service.open')}
              </Link>
            )}
          </DocumentLine>
        ))}
      </ul>
    </section>
  );
}

/** One paper with its service and what can be done with it. A sheet that is not rendered yet says so. */
export function DocumentLine({
  document,
  href,
  onOpen,
  children,
}: {
  document: DocumentView;
  href: string;
  onOpen?: (documentId: string) => void;
  children?: ReactNode;
}) {
  const words = useWords();
  const { t, day } = words;
  return (
    <li>
      <span>
        {document.ready ? (
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            aria-label={t(onOpen ? 'case.pdfHere' : 'case.pdf', { title: document.title })}
            onClick={(event) => {
              if (onOpen === undefined || !framed() || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onOpen(document.documentId);
            }}
          >
            {document.title}
          </a>
        ) : (
          document.title
        )}
        {document.number && <span className="quiet small number document-no">{document.number}</span>}
        {document.addressee !== undefined && (
          <span className="quiet small document-no">{t('case.addressee', { name: document.addressee })}</span>
        )}
        {document.service && <span className="quiet small document-no">{serviceWords(document.service, words)}</span>}
        {isToldByHand(document) && <span className="small document-no">{t('case.tellCalledOff')}</span>}
        {children}
      </span>
      <span className="quiet number document-day">{day(document.day)}</span>
      <span className="right">
        {!document.ready
          ? t('case.making')
          : isServed(document.kind)
            ? t(document.served ? 'case.served' : document.overtaken ? 'case.overtaken' : 'case.notServed')
            : null}
      </span>
    </li>
  );
}

/** A notice of a window case, given to whom stands there; the papers of the result go with its delivery. */
function HandOver({ kase, document }: { kase: StaffCase; document: DocumentView }) {
  const { t } = useWords();
  const handOver = useAct('POST /cases/:caseId/hand-over');
  if (document.served || document.overtaken || !isServedAlone(document.kind) || !kase.actions.includes('handOver'))
    return null;
  return (
    <>
      <button
        type="button"
        className="plain-link"
        disabled={handOver.isPending}
        onClick={() => handOver.mutate({ caseId: kase.caseId, documentId: document.documentId })}
        aria-label={`${document.title}${t('colon')}${t('act.handOver')}`}
      >
        {t('act.handOver')}
      </button>
      <Refused error={handOver.error} />
    </>
  );
}

/** One document, read in the page. */
export function DocumentReader({ document }: { document: DocumentView }) {
  const { t } = useWords();
  const href = hrefOfPdf(document.documentId);
  return (
    <section className="viewer" aria-label={document.title}>
      <div className="viewer-bar">
        <span className="grow">
          {document.title} {document.number && <span className="quiet number">{document.number}</span>}
        </span>
        <a href={href} target="_blank" rel="noreferrer">
          {t('case.newWindow')}
        </a>
      </div>
      <div className="viewer-sheet">
        <iframe src={`${href}#navpanes=0&view=FitH`} title={document.title} />
      </div>
    </section>
  );
}
