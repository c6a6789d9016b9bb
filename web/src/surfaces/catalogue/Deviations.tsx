import type { Deviation } from '../../../../contract/standards.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { useWords } from '../staff/words.ts';
import './standards.css';

/** Where an item differs from its standard, both sides beside each other. */
export function Deviations({ deviations }: { deviations: readonly Deviation[] }) {
  const { t } = useWords();
  if (deviations.length === 0) return <Light shape="done">{t('standards.item.same')}</Light>;
  return (
    <ul className="stack">
      {deviations.map((deviation) => (
        <OneDeviation key={`${deviation.element} ${deviation.against}`} deviation={deviation} />
      ))}
    </ul>
  );
}

function OneDeviation({ deviation }: { deviation: Deviation }) {
  const { t, local } = useWords();
  const { element, locked, against, own, other } = deviation;
  return (
    <li>
      <div className={`deviation ${locked ? 'deviation-locked' : ''}`}>
        <p>
          <strong>{t(`standards.element.${element}`)}</strong>{' '}
          <span className="quiet">{t(`standards.against.${against}`)}</span> <LockedMark locked={locked} />
        </p>
        <dl>
          <dt>{t('standards.item.own')}</dt>
          <dd>{local(own)}</dd>
        </dl>
        <dl>
          <dt>{t('standards.item.other')}</dt>
          <dd>{local(other)}</dd>
        </dl>
      </div>
    </li>
  );
}

/** Whether a deviation blocks a publication, or only warns. */
export function LockedMark({ locked }: Pick<Deviation, 'locked'>) {
  const { t } = useWords();
  return locked ? (
    <Light shape="red">{t('standards.check.lockedMark')}</Light>
  ) : (
    <Light shape="yellow">{t('standards.check.warningMark')}</Light>
  );
}
