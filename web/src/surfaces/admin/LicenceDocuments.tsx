import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DocumentView } from '../../../../contract/documents.ts';
import type { LicenceView } from '../../../../contract/licences.ts';
import { isServed } from '../../../../contract/words.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { DocumentLine } from '../staff/Documents.tsx';
import { Refused } from '../staff/Refused.tsx';
import { ServiceFields, useService } from '../staff/Service.tsx';
import { useWords } from '../staff/words.ts';

/** What was decided on a licence, how each decision reached its holder, and serving what has not. */
export function LicenceDocuments({ licence }: { licence: LicenceView }) {
  const { t } = useWords();
  const { licenceId, documents, serves } = licence;
  // Read again until what was just issued is there to be opened.
  useRead(
    'GET /licences/:licenceId',
    { licenceId },
    documents.every(({ ready }) => ready) ? {} : { refetchInterval: 2_500 },
  );
  const [chosen, choose] = useState<string>();
  const canServe = ({ kind, served }: DocumentView) => serves && !served && isServed(kind);
  const paper = documents.find((document) => document.documentId === chosen && canServe(document));
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('licences.documents')}</h2>
      {documents.length === 0 && <p className="quiet">{t('licences.noDocuments')}</p>}
      <ul className="documents">
        {documents.map((document) => (
          <DocumentLine
            key={document.documentId}
            document={document}
            href={hrefOf('GET /licences/:licenceId/documents/:documentId/pdf', {
              ...{ licenceId, documentId: document.documentId },
            })}
          >
            {canServe(document) && (
              <button
                type="button"
                className="plain-link document-no"
                aria-label={`${document.title}${t('colon')}${t('service.open')}`}
                aria-expanded={document === paper}
                onClick={() => choose(document === paper ? undefined : document.documentId)}
              >
                {t('service.open')}
              </button>
            )}
          </DocumentLine>
        ))}
      </ul>
      {paper && (
        <ServeDecision key={paper.documentId} licenceId={licenceId} paper={paper} close={() => choose(undefined)} />
      )}
    </section>
  );
}

function ServeDecision({ licenceId, paper, close }: { licenceId: string; paper: DocumentView; close: () => void }) {
  const { t } = useWords();
  const act = useAct('POST /licences/:licenceId/serve-document');
  const { documentId } = paper;
  const service = useService({
    paper,
    act,
    serve: (told, forget) =>
      act.mutate(
        { licenceId, documentId, ...told },
        {
          onSuccess: () => {
            forget();
            close();
          },
        },
      ),
  });
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  return (
    <div ref={form} className="licence-form dialog-form">
      <h3>
        {paper.title} {paper.number && <span className="quiet number">{paper.number}</span>}
      </h3>
      <ServiceFields service={service} follows={t('service.alone')} placeHint={t('service.organHint')} />
      <Refused error={service.form.rest} />
      <p className="row">
        <Button type="primary" loading={act.isPending} onClick={service.form.press}>
          {service.button} <Key>Ctrl Enter</Key>
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </div>
  );
}
