import type { DraftView } from '../../../../contract/compilation.ts';
import type { Inputs } from '../../../../contract/routes.ts';

/** What is typed of a draft: all that a save sends, but which draft and over which revision. */
export type Drafted = Omit<Inputs['POST /item-drafts/:draftId/save'], 'draftId' | 'revision' | 'missing'>;

/** The typed part of a draft as the server keeps it. */
export function draftedOf(view: DraftView): Drafted {
  const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, effectiveDay, content } = view;
  return {
    ...(view.isNew && { code }),
    profile,
    caseType,
    level,
    acceptingOrganId,
    decidingOrganId,
    ...(effectiveDay !== undefined && { effectiveDay }),
    content,
  };
}

interface Kept {
  revision: number;
  drafted: Drafted;
}

/** Under the name of who typed it: nobody saves what somebody else left at the same desk. */
const keyOf = (staffId: string, draftId: string) => `doorstep.draft.${staffId}.${draftId}`;

/** What was typed here and not saved, over closed tabs and dead lines; undefined when there is nothing. */
export function findKept(staffId: string, draftId: string): Kept | undefined {
  const text = localStorage.getItem(keyOf(staffId, draftId));
  try {
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

export function keep(staffId: string, draftId: string, kept: Kept): void {
  localStorage.setItem(keyOf(staffId, draftId), JSON.stringify(kept));
}

export function dropKept(staffId: string, draftId: string): void {
  localStorage.removeItem(keyOf(staffId, draftId));
}
