import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MandateView } from '../../../../contract/mandates.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { useExtent, useMandateState } from './mandate-paper.tsx';

/** Whom I let act for me, and for whom I may act. */
export function Mandates() {
  const { t } = useTranslation('resident');
  const first = useRead('GET /my/mandates', {});
  const [more, setMore] = useState<{ mandates: MandateView[]; next?: string | undefined }>();
  const [trouble, setTrouble] = useState<Error | null>(null);
  const goOn = (after: string) =>
    call('GET /my/mandates', { after }).then(
      (reply) => setMore({ mandates: [...(more?.mandates ?? []), ...reply.mandates], next: reply.next }),
      setTrouble,
    );
  return (
    <Loaded of={first}>
      {(page) => {
        const mandates = [...page.mandates, ...(more?.mandates ?? [])];
        const next = more === undefined ? page.next : more.next;
        return (
          <Page heading={t('mandates.title')} before={<Back to="/my">{t('my.title')}</Back>}>
            <p>
              <Say text={t('mandates.text')} />
            </p>
            <Link className="button" href="/mandates/new/who">
              {t('mandates.give')}
            </Link>
            {(['principal', 'agent'] as const).map((side) => (
              <Section key={side} heading={t(`mandates.sides.${side}`)}>
                <Side mandates={mandates.filter((each) => each.side === side)} none={t(`mandates.none.${side}`)} />
              </Section>
            ))}
            <Refused refusal={trouble} />
            {next === undefined ? null : (
              <p>
                <button type="button" className="plain" onClick={() => void goOn(next)}>
                  <span className="line">{t('my.more')}</span>
                </button>
              </p>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Side({ mandates, none }: { mandates: readonly MandateView[]; none: string }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const stateWord = useMandateState();
  const extent = useExtent();
  if (mandates.length === 0)
    return (
      <p>
        <Say text={none} />
      </p>
    );
  return (
    <Rows>
      {mandates.map((mandate) => (
        <Row key={mandate.mandateId} to={`/mandates/${mandate.mandateId}`} name={mandate.other.name}>
          <span className="row-note">
            <Say
              text={t('mandates.row', {
                state: stateWord(mandate),
                matters: extent(mandate.itemIds),
                day: dayWithYear(mandate.untilDay, language),
              })}
            />
          </span>
        </Row>
      ))}
    </Rows>
  );
}
