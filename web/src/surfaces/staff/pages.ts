import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call } from '../../api/call.ts';

type Paged =
  | 'GET /organs'
  | 'GET /commitment-checks'
  | 'GET /credit-records'
  | 'GET /item-drafts'
  | 'GET /items'
  | 'GET /catalogue-items'
  | 'GET /catalogue-items/:itemId/history'
  | 'GET /staff-members'
  | 'GET /access-log'
  | 'GET /jobs'
  | 'GET /item-aliases'
  | 'GET /search-misses'
  | 'GET /licences'
  | 'GET /posts'
  | 'GET /hand-over-sheets'
  | 'GET /archives'
  | 'GET /basic-items'
  | 'GET /standard-checks/:checkId/deviations'
  | 'GET /standard-checks/:checkId/channel-differences'
  | 'GET /beyond-guide'
  | 'GET /item-imports'
  | 'GET /devolution-batches'
  | 'GET /look-backs'
  | 'GET /meetings'
  | 'GET /experts'
  | 'GET /indicators/cases'
  | 'GET /closed-periods'
  | 'GET /indicator-proofs'
  | 'GET /look-back-findings'
  | 'GET /item-imports/:importId/rows';

/** A list that is read page by page, in the order in which the server keeps it. */
export function usePages<K extends Paged>(key: K, input: Inputs[K]) {
  return useInfiniteQuery<Replies[K], CallRefused, { pages: Replies[K][] }, unknown[], string>({
    queryKey: [key, input],
    queryFn: ({ pageParam }) => call(key, pageParam === '' ? input : { ...input, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** The same to its end, for a choice that must reach all of it. */
export function useWhole<K extends Paged>(key: K, input: Inputs[K]) {
  const list = usePages(key, input);
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return list;
}
