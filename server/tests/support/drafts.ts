import type { DraftState, DraftView } from '../../../contract/compilation.ts';
import type { Inputs } from '../../../contract/routes.ts';
import type { Town } from './town.ts';

/** A new item as one begins it. */
export const newItem = { code: '', profile: 'LICENSE', caseType: 'PROMISED', level: 'DISTRICT' } as const;

/** From when and why the standing of an item changes. */
export const fromTodayOn = (town: Town) => ({
  fromDay: town.today(),
  reason: { zh: '样例：上级文件要求。', en: 'Sample: required from above.' },
});

/** A save that changes what a draft says of the item in two sentences. */
export function saveOf(draft: DraftView, zh: string): Inputs['POST /item-drafts/:draftId/save'] {
  const { draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = draft;
  return {
    ...{ draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId },
    content: { ...content, brief: { zh, en: zh } },
  };
}

/** A draft as somebody read it who acts on it now. */
export const readOf = ({ draftId, revision, round }: DraftView) => ({ draftId, revision, round });

/** A change of an item, brought to a state by those whose work it is. */
export async function bringDraftTo(
  town: Town,
  itemId: string,
  state: Exclude<DraftState, 'PUBLISHED' | 'ABANDONED'>,
): Promise<DraftView> {
  const draft = await town.itemManager.call('POST /item-drafts', { itemId });
  const { draftId } = draft;
  const saved = await town.itemManager.call('POST /item-drafts/:draftId/save', saveOf(draft, `样例${draftId}`));
  if (state === 'DRAFT') return saved;
  const submitted = await town.itemManager.call('POST /item-drafts/:draftId/submit', {
    ...readOf(saved),
    reason: '样例',
  });
  if (state === 'PENDING_REVIEW') return submitted;
  if (state === 'RETURNED')
    return town.itemReviewer.call('POST /item-drafts/:draftId/return', { draftId, reason: '样例' });
  const reviewed = await town.itemReviewer.call('POST /item-drafts/:draftId/review', readOf(submitted));
  if (state === 'PENDING_APPROVAL') return reviewed;
  return town.itemPublisher.call('POST /item-drafts/:draftId/approve', readOf(reviewed));
}
