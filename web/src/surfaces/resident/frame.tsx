import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CallRefused } from '../../api/call.ts';
import { DistrictContext, useDistrictName, useLanguage } from '../../ui/resident/district.tsx';
import { useElder } from '../../ui/resident/elder.ts';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { chooseLanguage } from '../../words/language.ts';

/** The number that is answered everywhere, until the district tells its own. */
const hotlineOfAll = '12345';

function useHotline(): string {
  return useContext(DistrictContext)?.hotline ?? hotlineOfAll;
}

export function Skip() {
  const { t } = useTranslation('resident');
  return (
    // biome-ignore lint/a11y/useValidAnchor: a skip link is a link; the router must not lose the page's own address
    <a
      className="skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}

/** What stands above a printed page: whose it is and of which day. */
export function Printed() {
  const { t } = useTranslation('resident');
  const name = useDistrictName();
  const language = useLanguage();
  const today = useContext(DistrictContext)?.today;
  return today === undefined ? null : (
    <p className="print-only printed" aria-hidden="true">
      {t('printed', { district: name, day: dayWithYear(today, language) })}
    </p>
  );
}

export function Head() {
  const { t } = useTranslation('resident');
  const [elder, toggleElder] = useElder();
  const name = useDistrictName();
  const district = useContext(DistrictContext);
  return (
    <header className="head no-print">
      <div className="column head-row">
        <Link href="/" className="brand">
          <Door />
          <span>{t('brand')}</span>
        </Link>
        <span className="district">
          {name}
          {district?.mode === 'demo' ? t('sample') : ''}
        </span>
        <nav className="head-links" aria-label={t('mine')}>
          <button type="button" className="plain" onClick={toggleElder}>
            {elder ? t('normal') : t('elder')}
          </button>
          <Link href="/my">{t('mine')}</Link>
        </nav>
      </div>
    </header>
  );
}

/** A door that stands ajar. */
function Door() {
  return (
    <svg className="door" viewBox="0 0 26 32" width="26" height="32" aria-hidden="true" focusable="false">
      <path d="M2 32V5a3 3 0 0 1 3-3h16a3 3 0 0 1 3 3v27" fill="none" stroke="currentColor" strokeWidth="2.6" />
      <path className="door-leaf" d="M7 8.5 18 11v21H7z" />
    </svg>
  );
}

export function Foot() {
  const { t } = useTranslation('resident');
  const language = useLanguage();
  const hotline = useHotline();
  return (
    <footer className="foot no-print">
      <div className="column foot-row">
        <p>
          {t('help')}{' '}
          <a className="tel" href={`tel:${hotline}`}>
            {hotline}
          </a>
        </p>
        <ul>
          <li>
            <button
              type="button"
              className="plain"
              lang={language === 'en' ? 'zh-CN' : 'en'}
              onClick={() => chooseLanguage(language === 'en' ? 'zh-CN' : 'en')}
            >
              <span className="line">{t('otherLanguage')}</span>
            </button>
          </li>
          <li>
            <Link href="/lists">
              <span className="line">{t('listsShort')}</span>
            </Link>
          </li>
          <li>
            <Link href="/notices">
              <span className="line">{t('noticesShort')}</span>
            </Link>
          </li>
          <li>
            <Link href="/grants">
              <span className="line">{t('grantsShort')}</span>
            </Link>
          </li>
          <li>
            <Link href="/accessibility">
              <span className="line">{t('accessibilityShort')}</span>
            </Link>
          </li>
          <li>
            <Link href="/privacy">
              <span className="line">{t('privacyShort')}</span>
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** What has the focus must not lie under the bar; what one has scrolled away from stays away. */
function uncover(): void {
  if (!document.documentElement.classList.contains('with-phone-bar')) return;
  const focused = document.activeElement;
  if (focused?.closest('main form, a, button, summary') == null) return;
  const shown = focused.closest('label') ?? focused;
  const { top, bottom } = shown.getBoundingClientRect();
  if (top < innerHeight && bottom > 0) shown.scrollIntoView({ block: 'nearest' });
}

/** Elder mode keeps a phone at the foot of the window; it makes room while somebody types. */
export function PhoneBar() {
  const { t } = useTranslation('resident');
  const [elder] = useElder();
  const hotline = useHotline();
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    // Not while a finger is down: a bar that comes up between press and release would take the press.
    let pressed = false;
    const look = () => {
      if (pressed) return;
      setTyping(document.activeElement?.matches('input:not([type=radio]):not([type=file]), textarea') ?? false);
    };
    const later = () => setTimeout(look, 100);
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      later();
    };
    const watched = { focusin: later, focusout: later, pointerdown: press, pointerup: release, pointercancel: release };
    for (const [event, listener] of Object.entries(watched)) document.addEventListener(event, listener);
    // A page that grows while it loads pushes what has the focus under the bar.
    const growing = new ResizeObserver(() => {
      if (!pressed) uncover();
    });
    growing.observe(document.body);
    return () => {
      growing.disconnect();
      for (const [event, listener] of Object.entries(watched)) document.removeEventListener(event, listener);
    };
  }, []);
  useEffect(() => {
    document.documentElement.classList.toggle('with-phone-bar', elder && !typing);
    uncover();
  }, [elder, typing]);
  if (!elder || typing) return null;
  return (
    <aside className="phone-bar no-print" aria-label={t('phoneSomeone')}>
      <div className="column">
        <a className="button" href={`tel:${hotline}`}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path
              d="M6.6 2.5 3 4.2C2.6 13.4 10.6 21.4 19.8 21l1.7-3.6-4.7-3.2-2.7 2A13 13 0 0 1 7.8 9.9l2-2.7z"
              fill="currentColor"
            />
          </svg>
          {t('phoneSomeone')} <strong>{hotline}</strong>
        </a>
      </div>
    </aside>
  );
}

/** The server does not answer at all: say so, and name the ways that still work. */
export function Unreachable({ refusal, retry }: { refusal: CallRefused; retry: () => void }) {
  const { t } = useTranslation('resident');
  const { refused } = useSentences();
  const location = useLocation()[0];
  useEffect(() => {
    document.title = `${t('failed.title')}, ${t('brand')}`;
  }, [t]);
  return (
    <main className="column page" id="main" tabIndex={-1} key={location}>
      <h1>{t('failed.title')}</h1>
      <p role="alert">
        <Say text={refused(refusal)} />
      </p>
      <button type="button" className="button" onClick={retry}>
        {t('tryAgain')}
      </button>
      <p>
        <a className="button second" href={`tel:${hotlineOfAll}`}>
          {t('phone', { number: hotlineOfAll })}
        </a>
      </p>
    </main>
  );
}
