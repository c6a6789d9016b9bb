import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DaySeal } from '../../../../contract/operations.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { dayOfInstant, timeOf } from '../../ui/day.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';

/** The daily seals of the ledger, to print and keep. */
export function Seals() {
  const { t } = useTranslation('resident');
  const first = useRead('GET /seals', {});
  const [more, setMore] = useState<{ seals: DaySeal[]; next?: string | undefined }>();
  const [trouble, setTrouble] = useState<Error | null>(null);
  const goOn = (after: string) =>
    call('GET /seals', { after }).then(
      (reply) => setMore({ seals: [...(more?.seals ?? []), ...reply.seals], next: reply.next }),
      setTrouble,
    );
  return (
    <Loaded of={first}>
      {(page) => {
        const seals = [...page.seals, ...(more?.seals ?? [])];
        const next = more === undefined ? page.next : more.next;
        return (
          <Page heading={t('seals.title')} before={<Back to="/">{t('home')}</Back>}>
            <p>
              <Say text={t('seals.text')} />
              <span className="block">
                <Say text={t('seals.how')} />
              </span>
            </p>
            {seals.length === 0 ? (
              <p>
                <Say text={t('seals.none')} />
              </p>
            ) : (
              <p className="no-print">
                <button type="button" className="plain" onClick={() => window.print()}>
                  <span className="line">{t('print')}</span>
                </button>
              </p>
            )}
            {seals.map((seal) => (
              <SealPart key={seal.number} seal={seal} />
            ))}
            <Refused refusal={trouble} />
            {next === undefined ? null : (
              <p className="no-print">
                <button type="button" className="plain" onClick={() => void goOn(next)}>
                  <span className="line">{t('seals.more')}</span>
                </button>
              </p>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function SealPart({ seal }: { seal: DaySeal }) {
  const { t } = useTranslation('resident');
  const { day, language } = useSaying();
  return (
    <Section heading={dayWithYear(seal.day, language)}>
      <p>
        {t('seals.number', { number: seal.number })}
        <span className="hint block">
          <Say
            text={`${t('seals.sealedAt', { day: day(dayOfInstant(seal.sealedAt)), at: timeOf(seal.sealedAt) })}${t('story.comma')}${t('seals.subjects', { count: seal.subjects })}`}
          />
        </span>
      </p>
      <Facts>
        <Fact label={t('seals.root')}>
          <code>{seal.root}</code>
        </Fact>
        <Fact label={t('seals.signature')}>
          <code>{seal.signature}</code>
        </Fact>
        <Fact label={t('seals.publicKey')}>
          <code>{seal.publicKey}</code>
        </Fact>
      </Facts>
    </Section>
  );
}
