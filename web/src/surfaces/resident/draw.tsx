import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { PublicDraw } from '../../../../contract/meetings.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Fold, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { replayDraw } from './replay-draw.ts';

/** How the experts of a panel were drawn, and a button that computes it again. */
export function Draw() {
  const { meetingId = '' } = useParams();
  return <Loaded of={useRead('GET /draws/:meetingId', { meetingId })}>{(draw) => <DrawPage draw={draw} />}</Loaded>;
}

function DrawPage({ draw }: { draw: PublicDraw }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const eligible = draw.pool.filter(({ standing }) => standing === 'eligible').length;
  return (
    <Page heading={t('draw.title')} before={<Back to="/">{t('home')}</Back>}>
      <p>
        <Say text={t('draw.text')} />
      </p>
      <Section heading={t('draw.result')}>
        {draw.drawnAt === undefined ? (
          <p>
            <Say text={t('draw.notDrawn')} />
          </p>
        ) : (
          <ol>
            {draw.drawn.map(({ ticket, declined }) => (
              <li key={ticket}>
                <code>{ticket}</code>
                {declined === undefined ? null : (
                  <span className="hint block">
                    <Say text={t(`draw.declined.${declined}`)} />
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
        <Replay draw={draw} />
      </Section>
      <Section heading={t('draw.seed')}>
        <Facts>
          <Fact label={t('draw.day')}>{dayWithYear(draw.seedDay, language)}</Fact>
          <Fact label={t('draw.count')}>{draw.count}</Fact>
          <Fact label={t('draw.eligible')}>{eligible}</Fact>
          <Fact label={t('draw.seed')}>
            <code>{draw.seed}</code>
          </Fact>
          <Fact label={t('draw.poolDigest')}>
            <code>{draw.poolDigest}</code>
          </Fact>
          <Fact label={t('draw.ledgerHash')}>
            <code>{draw.ledgerHash}</code>
          </Fact>
        </Facts>
        <p className="hint">{t('draw.attempt', { count: draw.attempt })}</p>
        {draw.arrangements > 1 ? (
          <p className="hint">
            <Say text={t('draw.arrangements', { count: draw.arrangements })} />
          </p>
        ) : null}
      </Section>
      <Fold summary={t('draw.pool')}>
        <ul>
          {draw.pool.map(({ ticket, standing }) => (
            <li key={ticket}>
              <code>{ticket}</code> {t(`draw.standings.${standing}`)}
            </li>
          ))}
        </ul>
      </Fold>
      <Fold summary={t('draw.howTitle')}>
        <p>
          <Say text={t('draw.how')} />
        </p>
      </Fold>
    </Page>
  );
}

function Replay({ draw }: { draw: PublicDraw }) {
  const { t } = useTranslation('resident');
  const [wrong, setWrong] = useState<ReturnType<typeof replayDraw>>();
  return (
    <>
      <p className="no-print">
        <button type="button" className="plain" onClick={() => setWrong(replayDraw(draw))}>
          <span className="line">{t('draw.replay')}</span>
        </button>
      </p>
      <p role="status">
        {wrong === undefined
          ? null
          : wrong.length === 0
            ? t('draw.replayed')
            : t('draw.differs', { what: wrong.map((part) => t(`draw.parts.${part}`)).join(t('story.comma')) })}
      </p>
    </>
  );
}
