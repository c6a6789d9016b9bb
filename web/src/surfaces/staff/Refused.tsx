import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Replies, RouteKey } from '../../../../contract/routes.ts';
import type { CaseState } from '../../../../contract/values.ts';
import { CallRefused, call } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { type Facts, refusalSentence, useWords, type Words } from './words.ts';

/** Facts as people read them: states by their word, instants by day and hour, days by their weekday. */
export function readableFacts(facts: Facts, words: Words): Facts {
  const readable: Facts = { ...facts };
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value !== 'string') continue;
    if (name === 'state')
      readable[name] = words.state({
        state: value as CaseState,
        openDefects: Number(facts.openDefects ?? 0),
        profile: 'LICENSE',
      });
    else if (/^\d{4}-\d{2}-\d{2}T/.test(value)) readable[name] = words.at(value);
    else if (/^\d{4}-\d{2}-\d{2}$/.test(value)) readable[name] = words.day(value);
  }
  return readable;
}

/** What the server refused, as a sentence at the place of the act. */
export function Refused({ error }: { error: unknown }) {
  const words = useWords();
  if (!error) return null;
  const refused = error instanceof CallRefused ? error : new CallRefused('gone_wrong');
  return (
    <Notice tone="red" role="alert">
      {refusalSentence(refused.code, readableFacts(refused.facts, words))}
    </Notice>
  );
}

type CaseWrites = Extract<RouteKey, `POST /cases/${string}`>;

/** An act on a case; when a colleague was quicker, the case is read again and the sentence says who and when. */
export function useCaseAct<K extends CaseWrites>(key: K) {
  const client = useQueryClient();
  const act = useAct(key);
  useEffect(() => {
    if (act.error?.code === 'case_moved_on') void client.invalidateQueries({ queryKey: ['GET /cases/:caseId'] });
  }, [act.error, client]);
  return act;
}

/** A case on which something was just done: read again until its documents are there to be printed. */
export function useFreshCase(caseId: string | undefined) {
  return useQuery<Replies['GET /cases/:caseId'], CallRefused>({
    queryKey: ['GET /cases/:caseId', { caseId }],
    queryFn: () => call('GET /cases/:caseId', { caseId: caseId ?? '' }),
    enabled: caseId !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.documents.every((document) => document.ready) === false ? 2_500 : false,
  });
}

/** The district with the server's day and hour; the browser's clock is never asked. */
export function useDistrict() {
  return useRead('GET /district', {}, { refetchInterval: 60_000 });
}

export function useMe() {
  return useRead('GET /staff/self', {});
}

/** The day on which the server lives. */
export function useToday(): string {
  return useDistrict().data?.today ?? '';
}
