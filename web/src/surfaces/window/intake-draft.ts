import { useEffect, useState } from 'react';
import type { CommitmentChoice } from '../../../../contract/cases.ts';
import type { DeliveryWish } from '../../../../contract/values.ts';
import { newRequestId } from '../../api/call.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { PaperOnDesk } from '../staff/PaperChecks.tsx';

/** What a clerk wrote for the person at the window. What is not here nobody wrote: it is prefilled, or empty. */
export interface Draft {
  itemId: string;
  /** About who stands here, by path: `applicant.name`, `agent.untilDay`. */
  people: Record<string, string>;
  /** Somebody else stands here for the applicant, with a mandate. */
  hasAgent: boolean;
  answers: Record<string, string>;
  papers: Record<string, PaperOnDesk>;
  deliveryWish: DeliveryWish | '';
  /** 告知承诺 on paper; absent: the normal route. */
  commitment?: CommitmentChoice | undefined;
  /** Keys pressed beside what was typed. */
  strokes: number;
}

const blank: Draft = {
  itemId: '',
  people: {},
  hasAgent: false,
  answers: {},
  papers: {},
  deliveryWish: '',
  strokes: 0,
};

/** A copy for the case that the tab is closed; the tab itself keeps its own. */
interface Left {
  day: string;
  draft: Draft;
}

const hasWords = ({ itemId, people, answers }: Draft) =>
  itemId !== '' || [...Object.values(people), ...Object.values(answers)].some((typed) => typed !== '');

function tabName(): string {
  const known = sessionStorage.getItem('doorstep.tab');
  if (known !== null) return known;
  const made = newRequestId();
  sessionStorage.setItem('doorstep.tab', made);
  return made;
}

/** What this clerk left today in tabs that are closed; what is older than today is thrown away, whoever left it. */
function findLeft(mine: string, own: string, today: string): { key: string; draft: Draft } | undefined {
  const found: { key: string; draft: Draft }[] = [];
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith('doorstep.left.'))) {
    const left = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Left>;
    if (left.day !== today) localStorage.removeItem(key);
    else if (key.startsWith(mine) && key !== own && left.draft) found.push({ key, draft: left.draft });
  }
  return found[0];
}

/**
 * The draft of this tab: over reloads it is simply there; after a closed tab it is offered again, on the same day and to
 * the same clerk, and never put in by itself, for another person may stand at the window by then.
 */
export function useIntakeDraft(staffId: string, today: string) {
  const [draft, setDraft, forgetHere] = useKept<Draft>(`doorstep.intake.${staffId}`, blank);
  const mine = `doorstep.left.${staffId}.`;
  const own = mine + tabName();
  const [left, setLeft] = useState<{ key: string; draft: Draft }>();
  useEffect(() => {
    if (today !== '') setLeft(findLeft(mine, own, today));
  }, [mine, own, today]);
  useEffect(() => {
    if (today === '') return;
    if (hasWords(draft)) localStorage.setItem(own, JSON.stringify({ day: today, draft } satisfies Left));
    else localStorage.removeItem(own);
  }, [draft, own, today]);
  const drop = () => {
    if (left) localStorage.removeItem(left.key);
    setLeft(undefined);
  };
  return {
    draft,
    setDraft,
    forget: () => {
      forgetHere();
      localStorage.removeItem(own);
    },
    left: hasWords(draft) ? undefined : left,
    takeUp: () => {
      if (left) setDraft(left.draft);
      drop();
    },
    drop,
  };
}
