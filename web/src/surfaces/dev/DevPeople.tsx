import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { levels } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

type Post = Replies['GET /dev/people']['posts'][number];

const usualCount = 9;

/** A district has hundreds of posts: those with work first, the rest by search. */
function usual(posts: readonly Post[], current: string | undefined): Post[] {
  const rank = (post: Post) => (post.appointmentId === current ? Number.POSITIVE_INFINITY : post.waiting);
  return [...posts].sort((a, b) => rank(b) - rank(a)).slice(0, usualCount);
}

/** Every post and sample resident; one click and one is somebody else, at home on his own page. */
export function DevPeople({ postId, residentId }: { postId: string | undefined; residentId: string | undefined }) {
  const { t, local } = useWords();
  const read = useRead('GET /dev/people', {});
  const become = useAct('POST /dev/become');
  const [text, setText] = useState('');
  const search = useRef<InputRef>(null);
  useKeys({ '/': () => search.current?.focus() });
  const wanted = text.trim().toLowerCase();
  const matches = (...words: string[]) => wanted === '' || words.some((word) => word.toLowerCase().includes(wanted));
  const posts = (read.data?.posts ?? []).filter((post) =>
    matches(post.staffName, local(post.title), local(post.organ), post.region, t(`role.${post.role}`)),
  );
  const residents = (read.data?.residents ?? []).filter((resident) => matches(resident.name, t('dev.residents')));
  const go = (input: Inputs['POST /dev/become']) =>
    become.mutate(input, { onSuccess: ({ surface }) => location.assign(surface === 'staff' ? '/staff' : '/') });
  return (
    <section className="dev-column" aria-labelledby="dev-posts">
      <div className="section-head">
        <h2 id="dev-posts">
          {t('dev.posts')}{' '}
          <span className="quiet">{read.data && t('dev.postsCount', { count: read.data.posts.length })}</span>
        </h2>
      </div>
      <Input
        ref={search}
        type="search"
        aria-label={t('dev.search')}
        placeholder={t('dev.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        suffix={<Key>/</Key>}
      />
      <Refused error={read.error ?? become.error} />
      {read.isPending && <Loading />}
      {levels.map((level) => {
        const all = posts.filter((post) => post.level === level);
        const here = wanted === '' ? usual(all, postId) : all.slice(0, 60);
        if (here.length === 0) return null;
        return (
          <div key={level}>
            <h3>{t(`level.${level}`)}</h3>
            <ul className="people">
              {here.map((post) => {
                const current = post.appointmentId === postId;
                return (
                  <li key={post.appointmentId} className={current ? 'person person-current' : 'person'}>
                    <span>{post.staffName}</span>
                    <span className="quiet person-post" title={local(post.organ)}>
                      {post.level === 'TOWNSHIP'
                        ? [post.region, t(`role.${post.role}`)].join(t('comma'))
                        : local(post.title)}
                    </span>
                    <span className="quiet number" title={t('dev.waiting', { count: post.waiting })}>
                      {post.waiting}
                    </span>
                    {current ? (
                      <a href="/staff">{t('dev.current')}</a>
                    ) : (
                      <button
                        type="button"
                        className="plain-link"
                        disabled={become.isPending}
                        aria-label={t('dev.becomeFor', {
                          name: post.staffName,
                          post: [local(post.title), post.region].join(t('comma')),
                        })}
                        onClick={() => go({ appointmentId: post.appointmentId })}
                      >
                        {t('dev.become')}
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
            {all.length > here.length && (
              <p className="quiet small">{t('dev.morePeople', { count: all.length - here.length })}</p>
            )}
          </div>
        );
      })}
      {residents.length > 0 && (
        <div>
          <h3>{t('dev.residents')}</h3>
          <ul className="people">
            {residents.map((resident) => {
              const current = resident.residentId === residentId;
              return (
                <li key={resident.residentId} className={current ? 'person person-current' : 'person'}>
                  <span>{resident.name}</span>
                  <span className="quiet person-post">
                    {t(`case.assurance.${resident.assurance}`)}
                    {t('comma')}
                    {t('dev.residentCases', { count: resident.cases })}
                  </span>
                  <span />
                  {current ? (
                    <a href="/">{t('dev.current')}</a>
                  ) : (
                    <button
                      type="button"
                      className="plain-link"
                      disabled={become.isPending}
                      aria-label={t('dev.becomeFor', { name: resident.name, post: t('dev.residents') })}
                      onClick={() => go({ residentId: resident.residentId })}
                    >
                      {t('dev.become')}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {read.isSuccess && posts.length === 0 && residents.length === 0 && <p>{t('dev.noPeople')}</p>}
    </section>
  );
}
