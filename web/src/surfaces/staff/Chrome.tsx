import { Button, Input, type InputRef, Modal, Switch } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch, useSearchParams } from 'wouter';
import type { Queue } from '../../../../contract/cases.ts';
import type { PostView, StaffMe } from '../../../../contract/people.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { forgetOthers } from '../../ui/staff/kept.ts';
import { Key, switchSingleKeys, useKeys, useSingleKeysOn } from '../../ui/staff/keys.tsx';
import { useDistrict } from './Refused.tsx';
import { LanguageSwitch, Posts } from './SignIn.tsx';
import { type StaffWord, useWords } from './words.ts';

const groups: { word: StaffWord | undefined; queues: Queue[] }[] = [
  { word: undefined, queues: ['mine', 'takenIn', 'all', 'overdue'] },
  {
    word: 'rail.mine',
    queues: ['toCheck', 'supplemented', 'toSignFor', 'toReview', 'toAssign', 'toDecide', 'toCertify', 'toDeliver'],
  },
  { word: 'rail.others', queues: ['waitingForApplicant', 'inReview'] },
  { word: 'rail.today', queues: ['doneToday'] },
];

/** The top bar and the rail: the work of this post with its counts, and nothing else. */
export function Chrome({ me, post, children }: { me: StaffMe; post: PostView; children: ReactNode }) {
  const { t, local, language } = useWords();
  const [path, go] = useLocation();
  const district = useDistrict().data;
  const search = useRef<InputRef>(null);
  const [shown, show] = useState<'keys' | 'account'>();
  const admin = post.role === 'administrator';
  const takesIn = me.permissions.includes('cases.takeIn');
  const compiles = me.permissions.includes('drafts.read');
  const place = useSearch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another queue in use
  useEffect(() => {
    document.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path, place]);
  useKeys({
    '/': admin ? undefined : () => search.current?.focus({ cursor: 'all' }),
    '?': () => show('keys'),
    c: takesIn ? () => go('/intake') : undefined,
    C: takesIn ? () => go('/intake') : undefined,
  });
  return (
    <div className="chrome">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          {t('brand')}
        </Link>
        {!admin && (
          <Search
            ref={search}
            label={t(compiles ? 'compilation.list.search' : 'search.label')}
            hint={t(compiles ? 'compilation.list.searchHint' : 'search.hint')}
            onSearch={(q) =>
              go(
                q === ''
                  ? '/'
                  : compiles
                    ? `/items?q=${encodeURIComponent(q)}`
                    : `/?queue=mine&q=${encodeURIComponent(q)}`,
              )
            }
          />
        )}
        <span className="grow" />
        {district && (
          <span className="top-district">
            {local(district.name)}
            {district.mode === 'demo' && t('demo')}
          </span>
        )}
        <button type="button" className="top-me" onClick={() => show('account')} aria-haspopup="dialog">
          {me.name} · {local(post.title)}
          {post.actsFor !== undefined && ` · ${t('backoffice.actsFor', { name: post.actsFor })}`}
          {me.posts.length > 1 && <span className="top-change"> {t('signIn.change')}</span>}
        </button>
        <LanguageSwitch language={language} />
      </header>
      <nav className="rail" aria-label={t('nav')}>
        <p className="rail-head rail-place">{local(post.center ?? post.organ)}</p>
        {admin ? <AdminRail path={path} /> : compiles ? <DraftsRail path={path} /> : <QueueRail path={path} />}
        <PagesRail path={path} permissions={me.permissions} />
        {me.permissions.includes('catalogue.read') && <PublicRail />}
        {takesIn && (
          <Link href="/intake" className="rail-act" aria-current={path === '/intake' ? 'page' : undefined}>
            {t('rail.intake')} <Key>C</Key>
          </Link>
        )}
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      {shown === 'keys' && <KeysDialog close={() => show(undefined)} />}
      {shown === 'account' && <AccountDialog me={me} post={post} close={() => show(undefined)} />}
    </div>
  );
}

function QueueRail({ path }: { path: string }) {
  const { t } = useWords();
  const [params] = useSearchParams();
  const counts = useRead('GET /worklist/counts', {}, { refetchInterval: 30_000 }).data?.counts ?? [];
  const has = new Map(counts.map(({ queue, count }) => [queue, count]));
  const chosen = path === '/' ? (params.get('queue') ?? counts[0]?.queue) : undefined;
  return groups.map(({ word, queues }) => {
    const present = queues.filter((queue) => has.has(queue));
    if (present.length === 0) return null;
    return (
      <div key={queues[0]} className="rail-group">
        {word && <p className="rail-head">{t(word === 'rail.mine' && has.has('all') ? 'rail.stands' : word)}</p>}
        <ul>
          {present.map((queue) => (
            <li key={queue}>
              <Link
                href={`/?queue=${queue}`}
                className="rail-link"
                aria-current={queue === chosen ? 'page' : undefined}
              >
                <span>{t(`queue.${queue}`)}</span>
                <span className="count">{has.get(queue)?.toLocaleString('en')}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** What waits for whoever compiles, reviews or publishes items. */
function DraftsRail({ path }: { path: string }) {
  const { t } = useWords();
  const waiting = useRead('GET /item-drafts', { mine: true, limit: 100 }, { refetchInterval: 60_000 }).data;
  return (
    <div className="rail-group">
      <ul>
        <li>
          <Link href="/" className="rail-link" aria-current={path === '/' ? 'page' : undefined}>
            <span>{t('compilation.waiting')}</span>
            <span className="count">
              {waiting && `${waiting.drafts.length}${waiting.next === undefined ? '' : '+'}`}
            </span>
          </Link>
        </li>
      </ul>
    </div>
  );
}

/** Pages beside the work list, each for posts with its permission: the catalogue's, and the registers. */
const railPages: readonly {
  head: StaffWord;
  pages: readonly (readonly [permission: string, href: string, word: StaffWord])[];
}[] = [
  {
    head: 'supervisor.rail',
    pages: [
      ['indicators.read', '/indicators', 'supervisor.title'],
      ['indicators.read', '/closed-periods', 'supervisor.closed.title'],
    ],
  },
  {
    head: 'compilation.rail',
    pages: [
      ['catalogue.read', '/items', 'compilation.items'],
      ['drafts.read', '/drafts', 'compilation.drafts'],
      ['imports.run', '/imports', 'imports.title'],
    ],
  },
  { head: 'beyondGuide.rail', pages: [['beyondGuide.read', '/beyond-guide', 'beyondGuide.title']] },
  {
    head: 'standards.rail',
    pages: [
      ['standards.read', '/basic-items', 'standards.basicItems'],
      ['standards.read', '/standards', 'standards.report'],
    ],
  },
  {
    head: 'devolution.rail',
    pages: [
      ['devolution.read', '/devolution', 'devolution.title'],
      ['devolution.read', '/look-back', 'devolution.lookBack.title'],
    ],
  },
  {
    head: 'rail.agenda',
    pages: [
      ['cases.extend', '/heads-work', 'procedures.heads.title'],
      ['meetings.read', '/meetings', 'meetings.list'],
      ['notices.takeObjection', '/notices', 'procedures.desk.title'],
      ['cases.verifyCommitment', '/commitment-checks', 'commitments.checks.title'],
    ],
  },
  {
    head: 'licences.registers',
    pages: [
      ['licences.read', '/licences', 'licences.register'],
      ['experts.manage', '/experts', 'meetings.experts.title'],
      ['credit.read', '/credit', 'commitments.credit.title'],
      ['archives.read', '/archives', 'archives.title'],
    ],
  },
  {
    head: 'backoffice.rail',
    pages: [
      ['handovers.read', '/hand-over', 'backoffice.sheets.title'],
      ['staff.self', '/my-absences', 'backoffice.absences.title'],
      ['staff.self', '/my-relations', 'backoffice.relations.title'],
    ],
  },
];

function PagesRail({ path, permissions }: { path: string; permissions: readonly string[] }) {
  const { t } = useWords();
  return railPages.map(({ head, pages }) => {
    const mine = pages.filter(([permission]) => permissions.includes(permission));
    if (mine.length === 0) return null;
    return (
      <div key={head} className="rail-group">
        <p className="rail-head">{t(head)}</p>
        <ul>
          {mine.map(([, href, word]) => (
            <li key={href}>
              <Link href={href} className="rail-link" aria-current={path.startsWith(href) ? 'page' : undefined}>
                {t(word)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** What everybody reads of the catalogue, on the residents' pages. */
function PublicRail() {
  const { t } = useWords();
  return (
    <div className="rail-group">
      <p className="rail-head">{t('publicLists.rail')}</p>
      <ul>
        <li>
          <a href="/lists" className="rail-link">
            {t('publicLists.lists')}
          </a>
        </li>
        <li>
          <a href="/lists/figures" className="rail-link">
            {t('publicLists.figures')}
          </a>
        </li>
      </ul>
    </div>
  );
}

const adminPages = [
  ['/staff-members', 'rail.staffMembers'],
  ['/posts', 'backoffice.posts.title'],
  ['/calendar', 'rail.calendar'],
  ['/templates', 'templates.title'],
  ['/aliases', 'rail.aliases'],
  ['/access-log', 'rail.accessLog'],
  ['/jobs', 'rail.jobs'],
] as const;

function AdminRail({ path }: { path: string }) {
  const { t } = useWords();
  return (
    <div className="rail-group">
      <p className="rail-head">{t('rail.admin')}</p>
      <ul>
        {adminPages.map(([href, word]) => (
          <li key={href}>
            <Link
              href={href}
              className="rail-link"
              aria-current={path.split('?')[0]?.startsWith(href) ? 'page' : undefined}
            >
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Search({
  ref,
  label,
  hint,
  onSearch,
}: {
  ref: React.Ref<InputRef>;
  label: string;
  hint: string;
  onSearch: (q: string) => void;
}) {
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <Input
          ref={ref}
          type="search"
          aria-label={label}
          placeholder={hint}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
          suffix={<Key>/</Key>}
        />
      </form>
    </search>
  );
}

function KeysDialog({ close }: { close: () => void }) {
  const { t } = useWords();
  const on = useSingleKeysOn();
  const keys: [string, StaffWord][] = [
    ['j k', 'keys.move'],
    ['Enter', 'keys.open'],
    ['a', 'keys.accept'],
    ['b', 'keys.correct'],
    ['c', 'keys.intake'],
    ['/', 'keys.search'],
    ['Ctrl Enter', 'keys.submit'],
    ['Alt 1–5', 'keys.parts'],
    ['F2', 'keys.card'],
    ['F4', 'keys.agent'],
    ['F8', 'keys.allSeen'],
    ['p', 'keys.print'],
    ['n', 'keys.next'],
    ['Alt 1–9', 'keys.phrases'],
    ['Space', 'keys.toggle'],
    ['Esc', 'keys.escape'],
    ['?', 'keys.help'],
  ];
  return (
    <Modal open title={t('keys.title')} onCancel={close} footer={null} width={440}>
      <p className="keys-switch">
        <Switch
          aria-label={t('keys.use')}
          checked={on}
          onChange={(checked) => switchSingleKeys(checked ? 'on' : 'off')}
        />{' '}
        {t('keys.use')}
      </p>
      <p className="quiet">{t('keys.outside')}</p>
      <dl className="keys">
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

function AccountDialog({ me, post, close }: { me: StaffMe; post: PostView; close: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const signOut = useAct('POST /staff/sign-out');
  const leave = () => {
    forgetOthers();
    go('/sign-in');
  };
  return (
    <Modal open title={me.name} onCancel={close} footer={null} width={440}>
      <Posts
        posts={me.posts}
        current={post.appointmentId}
        onDone={() => {
          close();
          go('/');
        }}
      />
      <Button loading={signOut.isPending} onClick={() => signOut.mutate({}, { onSuccess: leave })}>
        {t('signIn.out')}
      </Button>
    </Modal>
  );
}

/** The name of the page in the browser's tab. */
export function usePageTitle(page: string): void {
  const { t } = useWords();
  useEffect(() => {
    document.title = t('pageTitle', { page });
  }, [page, t]);
}
