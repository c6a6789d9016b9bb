import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import type { MandateView } from '../../../../contract/mandates.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { dayOfInstant, timeOf } from '../../ui/day.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Form, Refused, Submit } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { MandatePaper, type Paper, PrintButton, useMandateSentence, useMandateState } from './mandate-paper.tsx';

/** One mandate: how it stands, what it says, to print, and the way to its end. */
export function Mandate() {
  const { t } = useTranslation('resident');
  const { mandateId = '' } = useParams();
  const { day } = useSaying();
  const stateWord = useMandateState();
  const sentence = useMandateSentence();
  const me = useRead('GET /my/self', {}).data?.me;
  return (
    <Loaded of={useRead('GET /my/mandates/:mandateId', { mandateId })}>
      {(mandate) => {
        const { side, other, state, channel, givenAt, revokedAt, actions } = mandate;
        const mine = { name: me?.name ?? '', residentNumber: me?.residentNumber ?? '' };
        const at = (instant: string) => ({ day: day(dayOfInstant(instant)), at: timeOf(instant) });
        return (
          <Page
            className="mandate"
            heading={t('mandates.paper.title')}
            before={<Back to="/mandates">{t('mandates.title')}</Back>}
          >
            <p className="no-print">
              <Say text={`<b>${stateWord(mandate)}</b>${t('mandates.stop')}${sentence(mandate)}`} />
            </p>
            <MandatePaper paper={paperOf(mandate, mine)} />
            <p className="hint">
              <Say text={t(`mandates.given.${channel}`, at(givenAt))} />
              {revokedAt === undefined ? null : (
                <span className="block">
                  <Say text={t('mandates.endedAt', { ...at(revokedAt), state: stateWord(mandate) })} />
                </span>
              )}
            </p>
            {side === 'agent' && state === 'valid' ? (
              <p className="no-print">
                <Link className="button" href="/">
                  {t('mandates.actFor', { name: other.name })}
                </Link>
              </p>
            ) : null}
            <PrintButton filled={false} />
            {actions.includes('revoke') ? (
              <p className="no-print">
                <Link className="touch" href={`/mandates/${mandateId}/revoke`}>
                  <span className="line">{t(`mandates.revoke.${side}.title`)}</span>
                </Link>
              </p>
            ) : null}
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Ending a mandate says what it stops before it is done. */
export function RevokeMandate() {
  const { t } = useTranslation('resident');
  const { mandateId = '' } = useParams();
  const [, go] = useLocation();
  const revoke = useAct('POST /my/mandates/:mandateId/revoke');
  const toMandate = `/mandates/${mandateId}`;
  const send = () => revoke.mutate({ mandateId }, { onSuccess: () => go(toMandate, { replace: true }) });
  return (
    <Loaded of={useRead('GET /my/mandates/:mandateId', { mandateId })}>
      {({ side, other, actions }) => {
        const may = actions.includes('revoke');
        return (
          <Page
            heading={t(`mandates.revoke.${side}.heading`, { name: other.name })}
            before={<Back to={toMandate}>{t('mandates.paper.title')}</Back>}
          >
            <p>
              <Say text={may ? t(`mandates.revoke.${side}.text`, { name: other.name }) : t('mandates.revoke.over')} />
            </p>
            {may ? (
              <Form onSubmit={send} busy={revoke.isPending}>
                <Refused refusal={revoke.error} retry={send} />
                <Submit working={t('mandates.revoke.doing')} busy={revoke.isPending}>
                  {t(`mandates.revoke.${side}.title`)}
                </Submit>
              </Form>
            ) : null}
            <p>
              <Link className="touch" href={toMandate}>
                <span className="line">{t('mandates.revoke.keep')}</span>
              </Link>
            </p>
          </Page>
        );
      }}
    </Loaded>
  );
}

function paperOf({ side, other, itemIds, scope, fromDay, untilDay }: MandateView, mine: Paper['principal']): Paper {
  const [principal, agent] = side === 'principal' ? [mine, other] : [other, mine];
  return { principal, agent, itemIds, scope, fromDay, untilDay };
}
