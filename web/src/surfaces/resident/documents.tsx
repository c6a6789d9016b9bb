import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../../../contract/documents.ts';
import { hrefOf } from '../../api/call.ts';

/** Documents beside what they belong to; one that is still being drawn says so. */
export function Documents({ documents, mine }: { documents: readonly DocumentView[]; mine: boolean }) {
  const { t } = useTranslation('resident');
  if (documents.length === 0) return null;
  return (
    <ul className="documents">
      {documents.map(({ documentId, title, ready, service, overtaken }) => (
        <li key={documentId}>
          {!ready ? (
            <span className="hint">{t('case.rendering', { title })}</span>
          ) : mine ? (
            <a className="touch" href={hrefOf('GET /my/documents/:documentId/pdf', { documentId })}>
              <span className="line">{t('case.pdf', { title })}</span>
            </a>
          ) : (
            title
          )}
          {overtaken && <span className="hint">{t('case.overtaken')}</span>}
          {service?.trackingNumber !== undefined && (
            <span className="hint">
              {t('case.posted', { carrier: service.carrier ?? '', number: service.trackingNumber })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
