import type { CaseFacts, Objection, Viewer } from './case.data.ts';

/**
 * 退件 (domain §3.2): the organ that decides gives an accepted file back to the window, once, and only while the window
 * can still tell the applicant what is missing: inside the five working days of receipt. What the law
 * itself accepted nobody takes back.
 */
export function returnObjection(
  { isReturned, deemedAccepted, answerLastDay, leadOrganId }: CaseFacts,
  viewer: Viewer,
): Objection | undefined {
  if (viewer.organId !== leadOrganId) return { code: 'not_assigned', facts: {} };
  if (isReturned) return { code: 'returned_already', facts: {} };
  if (deemedAccepted || answerLastDay === null || viewer.today > answerLastDay)
    return { code: 'five_days_over', facts: { day: answerLastDay ?? '' } };
  return undefined;
}
