import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { CommitmentChoice } from '../../../../contract/cases.ts';
import type { ItemCommitment, MaterialRequirement } from '../../../../contract/catalogue.ts';
import type { CommitmentLetter } from '../../../../contract/commitments.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { type CallRefused, call } from '../../api/call.ts';
import { Letter } from '../commitments/Letter.tsx';
import { Refused, useToday } from './Refused.tsx';
import { useWords } from './words.ts';
import '../commitments/commitments.css';

/** The letter for a choice; where the item does not offer it, it is refused. */
function useLetter(itemId: string, { whole, materials }: CommitmentChoice, { enabled }: { enabled: boolean }) {
  return useQuery<CommitmentLetter, CallRefused>({
    queryKey: ['POST /cases/commitment-letter', itemId, whole, materials],
    queryFn: () => call('POST /cases/commitment-letter', { itemId, whole, materials: [...materials] }),
    enabled,
    retry: false,
  });
}

/** 告知承诺 at the window: chosen by who stands there, printed, signed with a pen, and then ticked. */
export function OnPaper({
  itemId,
  commitment,
  materials,
  choice,
  onChange,
}: {
  itemId: string;
  /** What the item offers for the whole matter. */
  commitment: ItemCommitment | undefined;
  materials: readonly MaterialRequirement[];
  choice: CommitmentChoice;
  onChange: (choice: CommitmentChoice) => void;
}) {
  const { t, local } = useWords();
  const today = useToday();
  const [shown, setShown] = useState(false);
  // Who commits himself to a matter that is decided at once commits himself to all of it.
  const may = commitment?.decideAtOnce ? [] : materials.filter((material) => material.commitment !== undefined);
  const isChosen = choice.whole || choice.materials.length > 0;
  const letter = useLetter(itemId, choice, { enabled: isChosen });
  if (commitment === undefined && may.length === 0) return null;
  // Another choice is another letter, and not signed.
  const put = (next: { whole: boolean; materials: string[] }) => onChange(next);
  return (
    <fieldset className="on-paper">
      <legend>{t('commitments.onPaper.title')}</legend>
      <p className="quiet small">{t('commitments.onPaper.hint')}</p>
      <div className="stack">
        {commitment !== undefined && (
          <Checkbox checked={choice.whole} onChange={(event) => put({ whole: event.target.checked, materials: [] })}>
            {t('commitments.onPaper.whole')}
          </Checkbox>
        )}
        {!choice.whole &&
          may.map(({ key, name }) => (
            <Checkbox
              key={key}
              checked={choice.materials.includes(key)}
              onChange={(event) =>
                put({
                  whole: false,
                  materials: event.target.checked
                    ? [...choice.materials, key]
                    : choice.materials.filter((each) => each !== key),
                })
              }
            >
              {t('commitments.onPaper.one', { name: local(name) })}
            </Checkbox>
          ))}
        <Refused error={isChosen ? letter.error : null} />
        {isChosen && letter.data !== undefined && (
          <>
            <p>
              <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
                {t('commitments.onPaper.print')}
              </Button>
            </p>
            {shown && (
              <Letter title="告知承诺书" organ={letter.data.organ.zh} day={today} lines={linesOf(letter.data)} />
            )}
            <Checkbox
              checked={choice.signed === letter.data.digest}
              onChange={(event) =>
                onChange({
                  whole: choice.whole,
                  materials: choice.materials,
                  ...(event.target.checked && { signed: letter.data.digest }),
                })
              }
            >
              {t('commitments.onPaper.signed')}
            </Checkbox>
            {choice.signed !== letter.data.digest && (
              <p className="quiet small">{t('commitments.onPaper.needSigned')}</p>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Both parts as the sheet says them: official papers speak Chinese. */
function linesOf(letter: CommitmentLetter): string[] {
  const joined = (label: string, texts: readonly LocalText[]) =>
    texts.length === 0 ? [] : [`${label}：${texts.map(({ zh }) => zh).join('；')}。`];
  const { method, withinDays } = letter.verification;
  return [
    `申请事项：${letter.itemName.zh}`,
    '第一部分　行政机关告知',
    ...joined('依据', letter.basis),
    ...joined('应当履行的义务', letter.obligations),
    ...joined('应当符合的条件', letter.conditions),
    ...joined('承诺代替的材料', letter.replaces),
    `核查：${method.zh}，在作出决定后${withinDays}天内核查。`,
    ...joined('法律责任', letter.liability),
    '第二部分　申请人承诺',
    ...letter.statements.map(({ zh }, at) => `${at + 1}. ${zh}。`),
  ];
}
