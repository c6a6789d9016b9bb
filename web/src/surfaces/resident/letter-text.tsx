import { useTranslation } from 'react-i18next';
import type { CommitmentLetter } from '../../../../contract/commitments.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

/** The letter of commitment, both parts, as it is signed. */
export function LetterText({ letter }: { letter: CommitmentLetter }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const list = (heading: string, lines: readonly LocalText[]) =>
    lines.length === 0 ? null : (
      <>
        <h3>{heading}</h3>
        <ul>
          {lines.map((line) => (
            <li key={line.zh}>
              <Say text={text(line)} />
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="letter">
      <Section heading={t('commit.letter.partA')}>
        {list(t('commit.letter.conditions'), letter.conditions)}
        {list(t('commit.letter.replaces'), letter.replaces)}
        <h3>{t('commit.letter.verification')}</h3>
        <p>
          <Say text={text(letter.verification.method)} />
          <span className="block">{t('commit.letter.within', { days: letter.verification.withinDays })}</span>
        </p>
        {list(t('commit.letter.liability'), letter.liability)}
        {list(t('commit.letter.obligations'), letter.obligations)}
        {list(t('commit.letter.basis'), letter.basis)}
        <p className="hint">
          {t('commit.letter.organ')} {text(letter.organ)}
        </p>
      </Section>
      <Section heading={t('commit.letter.partB')}>
        <ol>
          {letter.statements.map((statement) => (
            <li key={statement.zh}>
              <Say text={text(statement)} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
