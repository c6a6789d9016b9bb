import { useQuery } from '@tanstack/react-query';
import type { Prefilled } from '../../../../contract/cases.ts';
import type { Answers, FormField } from '../../../../contract/form.ts';
import type { Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call, newRequestId } from '../../api/call.ts';

type Prefill = Replies['POST /cases/prefill'];

/** `window`: what the clerk wrote further up on the same page. */
export type Source = Prefilled | { from: 'window' };

/**
 * What earlier cases of the person whose card was seen say for this form. Asked once for each card and item, for every
 * look is recorded; another card, and it is gone from the page.
 */
export function usePrefill(itemId: string, card: { name: string; residentNumber: string } | undefined) {
  return useQuery<Prefill, CallRefused>({
    queryKey: ['POST /cases/prefill', { itemId, ...card }],
    queryFn: () =>
      call('POST /cases/prefill', { itemId, ...(card ?? { name: '', residentNumber: '' }) }, newRequestId()),
    enabled: itemId !== '' && card !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Answers that nobody typed into their field, each with where it came from. */
interface Given {
  answers: Answers;
  sources: Record<string, Source>;
}

/** What stands in the form before anybody typed there: earlier answers, and the phone and village just written above. */
export function givenAnswers(
  form: readonly FormField[],
  prefill: Prefill | undefined,
  above: { phone: string; villageId: string },
): Given {
  const answers: Record<string, string> = { ...prefill?.answers };
  const sources: Record<string, Source> = { ...prefill?.prefilled };
  for (const { key, kind, prefill: from } of form) {
    const value = from === 'phone' ? above.phone : from === 'place' ? above.villageId : '';
    if (value === '') continue;
    const path = kind === 'address' ? `${key}.place` : key;
    if (answers[path] === value) continue;
    answers[path] = value;
    sources[path] = { from: 'window' };
  }
  return { answers, sources };
}
