import type { DraftView } from '../../../../contract/compilation.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { useWords } from '../staff/words.ts';

/** what a draft asks beyond the version before it, and on what basis. */
export function Burdens({ view }: { view: DraftView }) {
  const { t } = useWords();
  if (view.burdens.length === 0) return <p className="quiet">{t('compilation.review.noBurdens')}</p>;
  return (
    <Notice tone="yellow">
      <h3>{t('compilation.review.burdens')}</h3>
      <ul className="plain-list">
        {view.burdens.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            {t(`compilation.review.burden.${kind}`)}
            {t('colon')}
            {text}
          </li>
        ))}
      </ul>
      {view.burdenBasis && (
        <p>
          {t('compilation.review.burdenBasis')}
          {t('colon')}
          <strong>
            《{view.burdenBasis.law}》{view.burdenBasis.article}
          </strong>
        </p>
      )}
      <p className="small">{t('compilation.review.burdensSays')}</p>
    </Notice>
  );
}
