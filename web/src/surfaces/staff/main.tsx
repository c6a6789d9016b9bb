import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallRefused } from '../../api/call.ts';
import type { Language } from '../../ui/day.ts';
import { theme } from '../../ui/staff/theme.ts';
import '../../ui/staff/staff.css';
import { startWords } from '../../words/language.ts';
import { App } from './App.tsx';

const loaders = {
  'zh-CN': async () => {
    const [{ staff }, { refusals }, { states, outcomes }, locale] = await Promise.all([
      import('../../words/zh-CN/staff.ts'),
      import('../../words/zh-CN/refusals.ts'),
      import('../../words/zh-CN/states.ts'),
      import('antd/locale/zh_CN'),
    ]);
    return { words: { staff, refusals, states, outcomes }, locale: locale.default };
  },
  en: async () => {
    const [{ staff }, { refusals }, { states, outcomes }, locale] = await Promise.all([
      import('../../words/en/staff.ts'),
      import('../../words/en/refusals.ts'),
      import('../../words/en/states.ts'),
      import('antd/locale/en_US'),
    ]);
    return { words: { staff, refusals, states, outcomes }, locale: locale.default };
  },
};

type Loaded = Awaited<ReturnType<(typeof loaders)[Language]>>;

/** A refusal is an answer: only a failing line is worth trying again. Reading a case is recorded, so nothing re-reads by itself. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (times, error) => times < 2 && error instanceof CallRefused && error.code === 'offline',
    },
  },
});

async function start(): Promise<void> {
  let locale: Loaded['locale'] | undefined;
  await startWords(async (language) => {
    const loaded = await loaders[language]();
    locale = loaded.locale;
    return loaded.words;
  });
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider
        theme={theme}
        {...(locale ? { locale } : {})}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </ConfigProvider>
    </StrictMode>,
  );
}

void start();
