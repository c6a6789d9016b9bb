import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Wrong } from '../../../ui/resident/form.tsx';
import { LetterText } from '../letter-text.tsx';
import { idOf } from './question-field.tsx';
import { StepPage } from './step-page.tsx';
import type { StepProps } from './steps.ts';

/** 承诺书, read before it is signed: both parts whole, in large plain words; one tick is the account's signature. */
export function LetterStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { chosen } = props.commitment ?? {};
  const [agreed, setAgreed] = useState(chosen?.signed ?? false);
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  if (chosen === undefined) return null;
  const wrong = wrongs[0];
  return (
    <StepPage
      {...props}
      heading={t('commit.letter.title')}
      text={t('commit.letter.text')}
      wrongs={wrongs}
      check={() => {
        const found = agreed ? [] : [{ field: idOf('_letter'), sentence: t('commit.letter.need') }];
        setWrongs(found);
        return agreed;
      }}
      answer={() =>
        chosen.signed
          ? undefined
          : {
              commitment: {
                whole: chosen.kind === 'ITEM',
                materials: chosen.kind === 'ITEM' ? [] : chosen.materialKeys,
                signed: chosen.letter.digest,
              },
            }
      }
    >
      <LetterText letter={chosen.letter} />
      <div className={wrong === undefined ? 'letter-sign' : 'letter-sign is-wrong'}>
        {wrong === undefined ? null : (
          <p id={`${idOf('_letter')}-wrong`} className="wrong">
            {wrong.sentence}
          </p>
        )}
        <label className="choice">
          <input
            id={idOf('_letter')}
            type="checkbox"
            checked={agreed}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong === undefined ? undefined : `${idOf('_letter')}-wrong`}
            onChange={(event) => {
              setAgreed(event.target.checked);
              setWrongs([]);
            }}
          />
          <span className="choice-text">{t('commit.letter.sign')}</span>
        </label>
      </div>
      <p>
        <Link className="touch" href={`/apply/${props.matter.caseId}/way`}>
          <span className="line">{t('commit.letter.rather')}</span>
        </Link>
      </p>
    </StepPage>
  );
}
