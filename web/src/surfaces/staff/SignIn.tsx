import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import type { PostView, StaffMe } from '../../../../contract/people.ts';
import { useAct } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { chooseLanguage } from '../../words/language.ts';
import { Refused, useDistrict, useMe } from './Refused.tsx';
import { useWords } from './words.ts';

/** Where a person lands after signing in: the page he asked for, if it is one of ours. */
function destination(asked: string | null): string {
  return asked?.startsWith('/staff/') && !asked.startsWith('/staff/sign-in') ? asked.slice('/staff'.length) : '/';
}

export function SignIn() {
  const { t } = useWords();
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const self = useMe();
  const signIn = useAct('POST /staff-sessions');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'username' | 'password'>();
  useEffect(() => {
    document.title = t('pageTitle', { page: t('signIn.title') });
  }, [t]);
  if (self.data?.me && !signIn.isPending) return <Redirect to={destination(params.get('to'))} replace />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = username.trim() === '' ? 'username' : password === '' ? 'password' : undefined;
    setMissing(lacks);
    if (lacks) document.getElementById(lacks)?.focus();
    else signIn.mutate({ username: username.trim(), password }, { onSuccess: () => go(destination(params.get('to'))) });
  };
  return (
    <Gate title={t('signIn.title')}>
      <form onSubmit={submit} className="stack" noValidate>
        <Refused error={signIn.error} />
        {missing && (
          <Notice tone="red" role="alert">
            {t(missing === 'username' ? 'signIn.needUsername' : 'signIn.needPassword')}
          </Notice>
        )}
        <label htmlFor="username">{t('signIn.username')}</label>
        <Input
          id="username"
          autoComplete="username"
          autoFocus
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <label htmlFor="password">{t('signIn.password')}</label>
        <Input.Password
          id="password"
          autoComplete="current-password"
          visibilityToggle={false}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={signIn.isPending} block>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className="quiet">
        <a href="/">{t('signIn.resident')}</a>
      </p>
    </Gate>
  );
}

/** A person with several posts says first in which one he works today. */
export function PostChoice({ me }: { me: StaffMe }) {
  const { t } = useWords();
  const signOut = useAct('POST /staff/sign-out');
  return (
    <Gate title={me.posts.length === 0 ? me.name : t('signIn.choose')}>
      {me.posts.length === 0 ? <p>{t('signIn.noPost')}</p> : <p className="quiet">{t('signIn.chooseHint')}</p>}
      <Posts posts={me.posts} />
      <Button onClick={() => signOut.mutate({})}>{t('signIn.out')}</Button>
    </Gate>
  );
}

/** The posts of a person as a list of buttons; the one in use is said, not pressed. */
export function Posts({
  posts,
  current,
  onDone,
}: {
  posts: readonly PostView[];
  current?: string;
  onDone?: () => void;
}) {
  const { t, local } = useWords();
  const actAs = useAct('POST /staff/act-as');
  return (
    <>
      <Refused error={actAs.error} />
      <ul className="posts">
        {posts.map((post) => (
          <li key={post.appointmentId}>
            <button
              type="button"
              className="post"
              disabled={actAs.isPending}
              aria-current={post.appointmentId === current ? 'true' : undefined}
              onClick={() => actAs.mutate({ appointmentId: post.appointmentId }, { onSuccess: () => onDone?.() })}
            >
              <span>
                {local(post.title)}
                {post.kind === 'substitute' && <span className="quiet"> {t('signIn.substitute')}</span>}
              </span>
              <span className="quiet">
                {local(post.organ)}
                {post.appointmentId === current && ` · ${t('signIn.current')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Gate({ title, children }: { title: string; children: React.ReactNode }) {
  const { t, local, language } = useWords();
  const district = useDistrict().data;
  return (
    <>
      <header className="top">
        <span className="brand">{t('brand')}</span>
        <span className="grow" />
        {district && (
          <span className="top-district">
            {local(district.name)}
            {district.mode === 'demo' && t('demo')}
          </span>
        )}
        <LanguageSwitch language={language} />
      </header>
      <main className="gate">
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}

export function LanguageSwitch({ language }: { language: 'zh-CN' | 'en' }) {
  const { t } = useWords();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="plain-link" lang={other} onClick={() => chooseLanguage(other)}>
      {t('otherLanguage')}
    </button>
  );
}
