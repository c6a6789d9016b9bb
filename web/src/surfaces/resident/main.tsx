import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { CallRefused, call } from '../../api/call.ts';
import { wearElder } from '../../ui/resident/elder.ts';
import { watchPresses } from '../../ui/resident/press.ts';
import { startWords } from '../../words/language.ts';
import { App } from './app.tsx';
import * as chinese from './words.home.ts';

/** A session that ended elsewhere is known at once; a case that moved on is read again. What is typed stays. */
function learn(refusal: unknown): void {
  if (!(refusal instanceof CallRefused)) return;
  if (refusal.code === 'sign_in_needed') client.setQueryData(['GET /my/self', {}], {});
  if (refusal.code === 'case_moved_on') void client.invalidateQueries();
}

// A lost line is an answer too: it must not leave a page waiting without a word.
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: learn }),
  mutationCache: new MutationCache({ onError: learn }),
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 5_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

const root = document.getElementById('root');
if (root !== null) {
  wearElder();
  watchPresses();
  void client.prefetchQuery({ queryKey: ['GET /district', {}], queryFn: () => call('GET /district', {}) });
  void client.prefetchQuery({ queryKey: ['GET /my/self', {}], queryFn: () => call('GET /my/self', {}) });
  void startWords(async (language) =>
    language === 'en' ? { ...(await import('./words.home.en.ts')) } : { ...chinese },
  ).then(() =>
    createRoot(root).render(
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>,
    ),
  );
}
