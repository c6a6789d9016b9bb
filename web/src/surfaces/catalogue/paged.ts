import { useInfiniteQuery } from '@tanstack/react-query';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call } from '../../api/call.ts';

/** A list that is read page by page, in the order in which the server keeps it. */
export function usePaged<K extends 'GET /catalogue-items' | 'GET /item-drafts'>(key: K, input: Inputs[K]) {
  return useInfiniteQuery<Replies[K], CallRefused, { pages: Replies[K][] }, unknown[], string>({
    queryKey: [key, input],
    queryFn: ({ pageParam }) => call(key, pageParam === '' ? input : { ...input, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}
