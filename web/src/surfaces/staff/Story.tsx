import type { StaffCase, StoryLine } from '../../../../contract/cases.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { useWords, type Words } from './words.ts';

/** One ledger row as a sentence; an act without a sentence of its own is still told, by its name. */
export function storySentence({ act, facts }: StoryLine, { t, find, day }: Words): string {
  const word = act.replace(/^case\./, '');
  if (word === 'reviewed' && facts.opinion === 'agree') return t('story.reviewedAgree');
  if (word === 'reviewed' && facts.opinion === 'disagree') return t('story.reviewedDisagree');
  if (word === 'reviewed' && facts.opinion === 'veto') return t('story.reviewedVeto');
  if (word === 'meetingCancelled' && facts.ground === 'signerBarred') return t('story.meetingCancelledBarred');
  if (word === 'delivered' && typeof facts.method === 'string')
    return find(`story.delivered${facts.method}`, 'story.delivered');
  if ((word === 'takenIn' || word === 'supplemented') && typeof facts.receivedDay === 'string')
    return typeof facts.lateReason === 'string'
      ? t(`story.${word}Late`, { day: day(facts.receivedDay), reason: facts.lateReason })
      : t(`story.${word}Sent`, { day: day(facts.receivedDay) });
  return find(`story.${word}`, 'story.other', {
    act,
    officer: String(facts.officer ?? ''),
    fromDay: typeof facts.fromDay === 'string' ? day(facts.fromDay) : '',
    toDay: typeof facts.toDay === 'string' ? day(facts.toDay) : '',
  });
}

function actorWords({ actor }: StoryLine, { t, local }: Words): string {
  const post = actor.post ?? actor.organ;
  const actsFor = actor.actsFor === undefined ? [] : [t('backoffice.actsFor', { name: actor.actsFor })];
  if (actor.name === undefined) return actor.organ ? local(actor.organ) : t(`story.by.${actor.kind}`);
  return [actor.name, post ? local(post) : t(`story.by.${actor.kind}`), ...actsFor].join(t('comma'));
}

/** A broken chain is said wherever somebody might act on the case. */
export function HistoryBroken({ kase }: { kase: StaffCase }) {
  const { t } = useWords();
  if (kase.history.whole) return null;
  return (
    <Notice tone="red" role="alert">
      {kase.history.brokenAt === undefined
        ? t('case.brokenSomewhere')
        : t('case.broken', { row: kase.history.brokenAt })}
    </Notice>
  );
}

/** 经过: every ledger row of the case, newest first, and what the check of its chain says. */
export function Story({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t } = words;
  const lines = [...kase.story].sort((a, b) => b.sequence - a.sequence);
  return (
    <section aria-labelledby="story" className="story">
      <div className="section-head">
        <h2 id="story">
          {t('case.story')} <span className="quiet">{t('case.storyCount', { count: lines.length })}</span>
        </h2>
        {kase.history.whole && <Light shape="done">{t('case.whole')}</Light>}
      </div>
      <ol className="story-lines">
        {lines.map((line) => (
          <li key={line.sequence} className={kase.history.brokenAt === line.sequence ? 'story-broken' : undefined}>
            <span className="story-no quiet">{line.sequence}</span>
            <time className="story-at quiet" dateTime={line.at}>
              {words.at(line.at)}
            </time>
            <span className="story-what">
              {storySentence(line, words)}
              <br />
              <span className="quiet">{actorWords(line, words)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The last few lines, for the panel beside the list. */
export function StoryShort({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const lines = [...kase.story].sort((a, b) => b.sequence - a.sequence).slice(0, 5);
  return (
    <dl className="story-short">
      {lines.map((line) => (
        <div key={line.sequence}>
          <dt>{words.at(line.at)}</dt>
          <dd>{storySentence(line, words)}</dd>
        </div>
      ))}
    </dl>
  );
}
