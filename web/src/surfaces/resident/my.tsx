import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ResidentCaseRow } from '../../../../contract/cases.ts';
import type { ResidentMe } from '../../../../contract/people.ts';
import { call } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { dayOfInstant, timeOf } from '../../ui/day.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page, Rows, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { forgetDrafts } from './apply/draft.ts';
import { CaseRow } from './case-row.tsx';
import { LicencesPart } from './licences.tsx';

/** My matters and my account; without an account, the two ways in. */
export function My() {
  const { t } = useTranslation('resident');
  return (
    <Loaded of={useRead('GET /my/self', {})}>
      {({ me }) => (
        <Page key={me?.residentId} heading={t('my.title')} before={<Back to="/">{t('home')}</Back>}>
          {me === undefined ? <Ways /> : <Mine me={me} />}
        </Page>
      )}
    </Loaded>
  );
}

function Ways() {
  const { t } = useTranslation('resident');
  return (
    <>
      <p>
        <Say text={t('signIn.text')} />
      </p>
      <Link className="button" href="/sign-in?to=%2Fmy">
        {t('my.signIn')}
      </Link>
      <p>
        <Link className="touch" href="/query">
          <span className="line">{t('my.query')}</span>
        </Link>
      </p>
    </>
  );
}

function Mine({ me }: { me: ResidentMe }) {
  const { t } = useTranslation('resident');
  const [, go] = useLocation();
  const signOut = useAct('POST /my/sign-out');
  const leave = () =>
    signOut.mutate(
      {},
      {
        onSuccess: () => {
          forgetDrafts();
          sessionStorage.clear();
          go('/');
          location.reload();
        },
      },
    );
  return (
    <>
      <Cases />
      <LicencesPart />
      <Section heading={t('my.account')}>
        <Facts>
          {me.name === undefined ? null : <Fact label={t('my.name')}>{me.name}</Fact>}
          {me.residentNumber === undefined ? null : <Fact label={t('my.number')}>{me.residentNumber}</Fact>}
          <Fact label={t('my.phone')}>{me.phone}</Fact>
          <Fact
            label={t('my.assurance')}
            {...(me.assurance === 'verified'
              ? {}
              : {
                  action: (
                    <Link href="/identity?to=%2Fmy">
                      <span className="line">
                        {me.assurance === 'none' ? t('my.fillIdentity') : t('my.changeIdentity')}
                      </span>
                    </Link>
                  ),
                })}
          >
            <strong>{t(`my.assuranceWords.${me.assurance}`)}</strong>
          </Fact>
        </Facts>
        <p className="hint">
          <Say text={t(`my.assuranceText.${me.assurance}`)} />
        </p>
      </Section>
      <Sessions />
      <p>
        <Link className="touch" href="/mandates">
          <span className="line">{t('mandates.title')}</span>
        </Link>
      </p>
      <p>
        <Link className="touch" href="/query">
          <span className="line">{t('my.query')}</span>
        </Link>
      </p>
      <Refused refusal={signOut.error} retry={leave} />
      <button type="button" className="button second" onClick={leave}>
        {t('my.signOut')}
      </button>
    </>
  );
}

function Cases() {
  const { t } = useTranslation('resident');
  const first = useRead('GET /my/cases', {});
  const [more, setMore] = useState<{ cases: ResidentCaseRow[]; next?: string | undefined }>();
  const [trouble, setTrouble] = useState<Error | null>(null);
  const cases = [...(first.data?.cases ?? []), ...(more?.cases ?? [])];
  const next = more === undefined ? first.data?.next : more.next;
  const goOn = (after: string) =>
    call('GET /my/cases', { after }).then(
      (reply) => setMore({ cases: [...(more?.cases ?? []), ...reply.cases], next: reply.next }),
      setTrouble,
    );
  return (
    <Section heading={t('my.cases')}>
      {first.data !== undefined && cases.length === 0 ? (
        <p>
          <Say text={t('my.none')} />{' '}
          <Link href="/">
            <span className="line">{t('my.start')}</span>
          </Link>
        </p>
      ) : null}
      {first.data === undefined && first.error === null ? <p role="status">{t('opening')}</p> : null}
      <Refused refusal={first.error ?? trouble} retry={() => void first.refetch()} />
      {cases.length === 0 ? null : (
        <Rows>
          {cases.map((each) => (
            <CaseRow key={each.caseId} row={each} />
          ))}
        </Rows>
      )}
      {next === undefined ? null : (
        <p>
          <button type="button" className="plain" onClick={() => void goOn(next)}>
            <span className="line">{t('my.more')}</span>
          </button>
        </p>
      )}
    </Section>
  );
}

function Sessions() {
  const { t } = useTranslation('resident');
  const { day } = useSaying();
  const sessions = useRead('GET /my/sessions', {}).data?.sessions ?? [];
  const revoke = useAct('POST /my/sessions/revoke-others');
  const others = sessions.filter(({ current }) => !current);
  return (
    <Section heading={t('my.sessions')}>
      <ul className="rows sessions">
        {sessions.map(({ sessionId, current, seenAt, agent }) => (
          <li key={sessionId}>
            <span className="block">{current ? <strong>{t('my.thisOne')}</strong> : t('my.otherDevice')}</span>
            <span className="hint block">{deviceOf(agent)}</span>
            <span className="hint block">{t('my.seen', { day: day(dayOfInstant(seenAt)), at: timeOf(seenAt) })}</span>
          </li>
        ))}
      </ul>
      <p role="status">{revoke.data === undefined ? '' : t('my.revoked', { count: revoke.data.revoked })}</p>
      <Refused refusal={revoke.error} />
      {others.length === 0 ? null : (
        <p>
          <button type="button" className="plain" onClick={() => revoke.mutate({})}>
            <span className="line">{t('my.revokeOthers')}</span>
          </button>
        </p>
      )}
    </Section>
  );
}

/** What a browser called itself, short enough to recognise. */
function deviceOf(agent: string): string {
  const system = /\(([^;)]+)[;)]/.exec(agent)?.[1] ?? '';
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)\/[\d]+/.exec(agent)?.[0]?.replace('/', ' ') ?? '';
  return [system, browser].filter(Boolean).join(', ') || agent.slice(0, 60);
}
