import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused, useDistrict, useMe } from '../staff/Refused.tsx';
import { LanguageSwitch } from '../staff/SignIn.tsx';
import { useWords } from '../staff/words.ts';
import { DevClockColumn } from './DevClockColumn.tsx';
import { DevOutbox } from './DevOutbox.tsx';
import { DevPeople } from './DevPeople.tsx';

/** The demo's own page: become anybody, move the clock, read what would have been sent. A live installation has none. */
export function Dev() {
  const { t, local, language } = useWords();
  const district = useDistrict();
  const me = useMe().data?.me;
  const resident = useRead('GET /my/self', {}).data?.me;
  const [moving, setMoving] = useState(false);
  usePageTitle(t('dev.title'));
  const live = district.data?.mode === 'live';
  return (
    <div className="dev">
      <header className="top">
        <a href="/" className="brand">
          {t('brand')}
        </a>
        <h1 className="dev-title">{t('dev.title')}</h1>
        <span className="quiet dev-only">{t('dev.only')}</span>
        <span className="grow" />
        {district.data && (
          <span className="top-district">
            {local(district.data.name)}
            {!live && t('demo')}
          </span>
        )}
        {me && (
          <a href="/staff" className="top-using">
            {t('dev.using', { who: me.post ? `${me.name} · ${local(me.post.title)}` : me.name })}
          </a>
        )}
        <LanguageSwitch language={language} />
      </header>
      <main className="dev-columns">
        <Refused error={district.error} />
        {live ? (
          <p className="page-pad">{t('dev.live')}</p>
        ) : (
          <>
            <DevPeople postId={me?.post?.appointmentId} residentId={resident?.residentId} />
            <DevClockColumn onMoving={setMoving} />
            <DevOutbox watch={moving ? 2_000 : 10_000} />
          </>
        )}
      </main>
    </div>
  );
}
