import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Inputs, Replies, RouteKey } from '../../../contract/routes.ts';
import { type CallRefused, call, newRequestId } from './call.ts';

type Reads = Extract<RouteKey, `GET ${string}`>;
type Writes = Exclude<RouteKey, Reads>;

/** Reads a route and keeps it; the cache key is the route and its input. */
export function useRead<K extends Reads>(
  key: K,
  input: Inputs[K],
  options: { enabled?: boolean; refetchInterval?: number } = {},
) {
  return useQuery<Replies[K], CallRefused>({ queryKey: [key, input], queryFn: () => call(key, input), ...options });
}

/** What to do once an act is answered. */
interface Then<K extends Writes> {
  onSuccess?: (reply: Replies[K]) => void;
  onError?: (refused: CallRefused) => void;
}

/**
 * One intended act. Its request id stays with what is sent while the line fails, so that pressing again never does it
 * twice; other input, or a press after an answer, is a new act. Everything read before is read again, and then
 * `onSuccess` runs, even where the page has gone with what it showed. `leave` runs before: for an act after which its
 * page has nothing to show.
 */
export function useAct<K extends Writes>(key: K, { leave }: { leave?: (reply: Replies[K]) => void } = {}) {
  const sent = useRef({ what: '', requestId: '' });
  const then = useRef<Then<K>>({});
  const client = useQueryClient();
  const { mutate, ...act } = useMutation<Replies[K], CallRefused, Inputs[K]>({
    mutationFn: (input) => {
      const what = JSON.stringify(input);
      if (sent.current.what !== what) sent.current = { what, requestId: newRequestId() };
      return call(key, input, sent.current.requestId);
    },
    onSuccess: async (reply) => {
      const { onSuccess } = then.current;
      leave?.(reply);
      await client.invalidateQueries();
      onSuccess?.(reply);
    },
    onError: (refused) => then.current.onError?.(refused),
    onSettled: (_, refused) => {
      if (refused?.code !== 'offline') sent.current = { what: '', requestId: '' };
    },
  });
  return {
    ...act,
    mutate: (input: Inputs[K], next: Then<K> = {}) => {
      then.current = next;
      mutate(input);
    },
  };
}
