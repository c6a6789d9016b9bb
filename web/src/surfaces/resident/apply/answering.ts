import { useMemo, useState } from 'react';
import type { ResidentCase } from '../../../../../contract/cases.ts';
import { forgetTyped, keepTyped, readDraft } from './draft.ts';
import { type Answering, type Typed, withTyped } from './steps.ts';

/** Every keystroke is kept on the device and lies over what the server has, until the server has it too. */
export function useAnswering({ caseId, answers: kept }: Pick<ResidentCase, 'caseId' | 'answers'>): Answering {
  const [typed, setTyped] = useState<Typed>(() => readDraft(caseId));
  const [known, setKnown] = useState(kept);
  // Fresh answers came, perhaps from another device: of what was typed here only the unsent is left.
  if (known !== kept) {
    setKnown(kept);
    setTyped(readDraft(caseId));
  }
  return {
    answers: useMemo(() => withTyped(kept, typed), [kept, typed]),
    typed,
    change: (changes) => {
      setTyped((before) => ({ ...before, ...changes }));
      keepTyped(caseId, changes);
    },
    sent: (what) => forgetTyped(caseId, what),
  };
}
