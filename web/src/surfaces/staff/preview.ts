import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call } from '../../api/call.ts';

export type Preview = Replies['GET /cases/:caseId/preview'];

/** A value once it has rested, so that a preview follows the typing without asking at every stroke. */
export function useRested<T>(value: T, key: string): T {
  const [rested, setRested] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the value
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), 350);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}

/** What an act would produce; the last sheet stays while the next one is made. Nothing is done. */
export function usePreview(input: Inputs['GET /cases/:caseId/preview'], options: { enabled: boolean }) {
  const rested = useRested(input, JSON.stringify(input));
  return useQuery<Preview, CallRefused>({
    queryKey: ['GET /cases/:caseId/preview', rested],
    queryFn: () => call('GET /cases/:caseId/preview', rested),
    placeholderData: keepPreviousData,
    ...options,
  });
}
