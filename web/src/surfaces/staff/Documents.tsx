import type { StaffCase } from '../../../../contract/cases.ts';
import { hrefOf } from '../../api/call.ts';
import { useWords } from './words.ts';

/** 文书 of a case; each opens as PDF. A sheet that the job has not rendered yet says so. */
export function Documents({ kase }: { kase: StaffCase }) {
  const { t, day } = useWords();
  return (
    <section aria-labelledby="documents" className="block">
      <h2 id="documents">{t('case.documents')}</h2>
      {kase.documents.length === 0 && <p className="quiet">{t('case.noDocuments')}</p>}
      <ul className="documents">
        {kase.documents.map((document) => (
          <li key={document.documentId}>
            <span>
              {document.ready ? (
                <a
                  href={hrefOf('GET /documents/:documentId/pdf', { documentId: document.documentId })}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t('case.pdf', { title: document.title })}
                >
                  {document.title}
                </a>
              ) : (
                document.title
              )}
              {document.number && <span className="quiet small number document-no">{document.number}</span>}
            </span>
            <span className="quiet number">{day(document.day)}</span>
            <span className="right">
              {document.ready ? t(document.served ? 'case.served' : 'case.notServed') : t('case.making')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
