import { Button } from 'antd';
import { Link } from 'wouter';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { BatchItem, BatchView, ReceivingOffice } from '../../../../contract/devolution.ts';
import { acceptances, devolutionSteps } from '../../../../contract/words.ts';
import { hrefOf } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { articleText, lawName } from '../../features/why/basis.ts';
import type { Language } from '../../ui/day.ts';
import { Light, Mark, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import './catalogue.css';
import { DevolutionActs } from './DevolutionActs.tsx';
import './devolution.css';
import { dayWithYear } from './standing.ts';

/** How often the townships are asked before the law is (三轮征求意见). */
const roundsNeeded = 3;

/** One batch on one page: where it stands, what it holds, what was said and done about it, and what may be done now. */
export function DevolutionPage({ batchId }: { batchId: string }) {
  const { t } = useWords();
  const read = useRead('GET /devolution-batches/:batchId', { batchId });
  const view = read.data;
  usePageTitle(view?.title ?? t('devolution.title'));
  if (view === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  return (
    <div className="page-pad devolution">
      <p className="devolution-back">
        <Link href="/devolution">{t('devolution.back')}</Link>
      </p>
      <div className="row">
        <h1>{view.title}</h1>
        <span className="quiet number">{view.number}</span>
        <span className="grow" />
        <Button className="devolution-print" onClick={() => print()}>
          {t('devolution.print')}
        </Button>
      </div>
      <Steps view={view} />
      {view.note !== undefined && <p className="quiet">{view.note}</p>}
      <DevolutionActs view={view} />
      <Contents view={view} />
      <Rounds view={view} />
      <Reviews view={view} />
      <Trainings view={view} />
      <Offices view={view} />
      <Story view={view} />
    </div>
  );
}

/** The steps as a line, and under it for whom the batch waits. */
function Steps({ view }: { view: BatchView }) {
  const words = useWords();
  const { t } = words;
  const ended = view.step === 'TAKEN_BACK' || view.step === 'WITHDRAWN';
  const reached = new Set(view.story.map(({ step }) => step));
  const steps = devolutionSteps.filter((step) => (step !== 'TAKEN_BACK' && step !== 'WITHDRAWN') || step === view.step);
  const waits = waitsFor(view, words);
  return (
    <section className="stack" aria-label={t('devolution.step')}>
      <ol className="devolution-steps">
        {steps.map((step) => {
          const isNow = step === view.step;
          const isDone = isNow || (reached.has(step) && (ended || steps.indexOf(step) < steps.indexOf(view.step)));
          const shape: Shape = !isDone ? 'none' : !isNow || step === 'LIVE' ? 'done' : ended ? 'wrong' : 'green';
          return (
            <li key={step} aria-current={isNow ? 'step' : undefined}>
              <Mark shape={shape} />
              <span>{t(`devolution.steps.${step}`)}</span>
              <span className="only-heard">{isNow ? t('devolution.now') : isDone ? t('devolution.done') : ''}</span>
            </li>
          );
        })}
      </ol>
      {waits !== undefined && <p className="devolution-waits">{waits}</p>}
    </section>
  );
}

function waitsFor(view: BatchView, { t, day, local, language }: Words): string | undefined {
  const { step, rounds, reviews } = view;
  const names = (list: readonly { name: BatchView['from'][number]['name'] }[]) =>
    list.map(({ name }) => local(name)).join(t('list.separator'));
  switch (step) {
    case 'JOINT_MEETING': {
      const open = rounds.find(({ closed }) => !closed);
      if (open !== undefined)
        return t(open.silent.length === 0 ? 'devolution.waits.roundSaid' : 'devolution.waits.round', {
          round: open.round,
          until: day(open.untilDay),
          count: open.silent.length,
        });
      if (rounds.length < roundsNeeded) return t('devolution.waits.nextRound', { round: rounds.length + 1 });
      const lawful = new Set(reviews.filter((review) => review.lawful).map(({ organ }) => organ.organId));
      const left = view.from.filter(({ organId }) => !lawful.has(organId));
      return t('devolution.waits.JOINT_MEETING', { names: names(left) });
    }
    case 'PUBLISHED':
      return t('devolution.waits.PUBLISHED', {
        count: view.offices.filter(({ untrainedBy }) => untrainedBy.length > 0).length,
      });
    case 'TRIAL':
      return t('devolution.waits.TRIAL', { until: view.trial === undefined ? '' : day(view.trial.untilDay) });
    case 'LIVE':
      return view.liveDay && t('devolution.liveSince', { day: dayWithYear(view.liveDay, language) });
    case 'PROPOSED':
    case 'LEGALITY_REVIEW':
    case 'TRAINED':
    case 'PERMITTED':
      return t(`devolution.waits.${step}`);
    default:
      return undefined;
  }
}

function Contents({ view }: { view: BatchView }) {
  const { t, local, find, language } = useWords();
  const isLive = view.step === 'LIVE' || view.step === 'TAKEN_BACK';
  const { batchId } = view;
  return (
    <div className="stack">
      <h2>
        {t('devolution.contents')} <span className="quiet">{t('devolution.countItems', { count: view.items })}</span>
      </h2>
      <Scrolled label={t('devolution.contents')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('devolution.item')}</th>
              <th scope="col">{t('devolution.mode')}</th>
              <th scope="col">{t('devolution.from')}</th>
              <th scope="col">{t('devolution.to')}</th>
              <th scope="col">{t('devolution.basis')}</th>
              <th scope="col">{t('devolution.effective')}</th>
            </tr>
          </thead>
          <tbody>
            {view.contents.map((item) => (
              <tr key={item.batchItemId}>
                <td>
                  {local(item.name)}
                  <span className="quiet number code-small block">{item.code}</span>
                  {item.note !== undefined && <span className="quiet small block">{item.note}</span>}
                  {item.faults.map((fault) => (
                    <span key={fault} className="fault block">
                      {find(`devolution.faults.${fault}`, 'devolution.faults.other')}
                    </span>
                  ))}
                </td>
                <td className="nowrap">{t(`devolution.modes.${item.mode}`)}</td>
                <td>{local(item.from.name)}</td>
                <td>
                  <Receiving item={item} isLive={isLive} />
                </td>
                <td>
                  {item.basis === undefined ? (
                    <span className="quiet">{item.mode === 'SERVICE_FORWARD' && t('devolution.noBasis')}</span>
                  ) : (
                    basisWords(item.basis, language)
                  )}
                  {item.agreement !== undefined && (
                    <a
                      className="block underlined"
                      href={hrefOf('GET /devolution-batches/:batchId/files/:fileId', {
                        batchId,
                        fileId: item.agreement.fileId,
                      })}
                    >
                      {t('devolution.agreement')}
                      {t('colon')}
                      {item.agreement.name}
                    </a>
                  )}
                </td>
                <td className="nowrap">
                  {dayWithYear(item.effectiveDay, language)}
                  {item.takenBackDay !== undefined && (
                    <span className="block">
                      <Light shape="wrong">
                        {t('devolution.takenBack', { day: dayWithYear(item.takenBackDay, language) })}
                      </Light>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}

/** 行政许可法第24条 / Administrative Licensing Law art. 24 */
function basisWords({ law, article }: LegalBasis, language: Language): string {
  return [lawName(law, language), ...(article === undefined ? [] : [articleText(article, language)])].join(
    language === 'en' ? ' ' : '',
  );
}

/** To whom an item goes, and once it is live how many have taken it over; whoever has difficulty is named. */
function Receiving({ item, isLive }: { item: BatchItem; isLive: boolean }) {
  const words = useWords();
  const { t, local } = words;
  const { kind, regionIds } = item.receivers;
  const regions = useRead('GET /regions', {}).data?.regions ?? [];
  // A township is known by its short name; an organ that is named has none but its own.
  const nameOf = ({ regionId, organ }: BatchItem['receiving'][number]) => {
    const region = kind === 'ORGAN' ? undefined : regions.find(({ id }) => id === regionId);
    return local(region?.name ?? organ.name);
  };
  const names = [...new Set(item.receiving.map(nameOf))].join(t('list.separator'));
  const said =
    kind === 'ORGAN'
      ? names
      : regionIds === undefined
        ? t(kind === 'VILLAGES' ? 'devolution.allVillages' : 'devolution.allTowns')
        : t(`devolution.receiverOf.${kind}`, { names });
  const notable = item.receiving.filter(
    ({ acceptance, reason }) => reason !== undefined || acceptance === 'DIFFICULT' || acceptance === 'TAKEN_BACK',
  );
  const counts = acceptances.flatMap((state) => {
    const count = item.receiving.filter(({ acceptance }) => acceptance === state).length;
    return count === 0 ? [] : [t('devolution.acceptanceCount', { state: t(`devolution.acceptances.${state}`), count })];
  });
  return (
    <>
      {said}
      {isLive && <span className="quiet small block">{counts.join(t('comma'))}</span>}
      {isLive &&
        item.takenBackDay === undefined &&
        notable.map((receiver) => (
          <span key={receiver.receiverId} className="small block">
            {t('devolution.acceptanceOf', {
              state: t(`devolution.acceptances.${receiver.acceptance}`),
              name: nameOf(receiver),
            })}
            {receiver.reason !== undefined && <span className="quiet"> {receiver.reason}</span>}
          </span>
        ))}
    </>
  );
}

/** A few names in the line; many fold behind their number. */
function Names({ of }: { of: BatchView['from'] }) {
  const { t, local } = useWords();
  const names = of.map(({ name }) => local(name)).join(t('list.separator'));
  if (of.length <= 4) return <>{names}</>;
  return (
    <details className="devolution-names">
      <summary>{t('devolution.organs', { count: of.length })}</summary>
      {names}
    </details>
  );
}

const opinionShapes = { AGREE: 'done', AGREE_WITH_CHANGE: 'yellow', CANNOT_TAKE: 'red' } as const;

function Rounds({ view }: { view: BatchView }) {
  const { t, local, at, day, language } = useWords();
  const { batchId } = view;
  return (
    <section className="stack" aria-labelledby="devolution-rounds">
      <h2 id="devolution-rounds">{t('devolution.rounds')}</h2>
      {view.meetings.length === 0 && <p className="quiet">{t('devolution.noMeeting')}</p>}
      {view.meetings.map((meeting) => (
        <div key={meeting.meetingId}>
          {t('devolution.meeting', { day: dayWithYear(meeting.day, language) })}
          <Names of={meeting.organs} />
          {meeting.minutes !== undefined && (
            <>
              {' '}
              <a
                className="underlined"
                href={hrefOf('GET /devolution-batches/:batchId/files/:fileId', {
                  batchId,
                  fileId: meeting.minutes.fileId,
                })}
              >
                {t('devolution.minutes')}
                {t('colon')}
                {meeting.minutes.name}
              </a>
            </>
          )}
          {meeting.note !== undefined && <span className="quiet block">{meeting.note}</span>}
        </div>
      ))}
      <div className="devolution-rounds">
        {view.rounds.map((round) => (
          <section key={round.round} className="stack" aria-labelledby={`devolution-round-${round.round}`}>
            <h3 id={`devolution-round-${round.round}`}>
              {t('devolution.round', { round: round.round, from: day(round.fromDay), until: day(round.untilDay) })}{' '}
              <span className="quiet">{t(round.closed ? 'devolution.roundClosed' : 'devolution.roundOpen')}</span>
            </h3>
            <ul className="devolution-lines">
              {round.comments.map((comment) => (
                <li key={comment.organ.organId}>
                  <Light shape={opinionShapes[comment.opinion]}>
                    {local(comment.organ.name)} {t(`devolution.opinions.${comment.opinion}`)}
                  </Light>
                  {comment.text !== '' && <p className="devolution-said">{comment.text}</p>}
                  <p className="quiet small">
                    {comment.by} {at(comment.at)}
                  </p>
                </li>
              ))}
              {round.silent.length > 0 && (
                <li>
                  <Light shape="none">
                    {t('devolution.silent')}
                    <Names of={round.silent} />
                  </Light>
                </li>
              )}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function Reviews({ view }: { view: BatchView }) {
  const { t, local, at, language } = useWords();
  return (
    <section className="stack" aria-labelledby="devolution-reviews">
      <h2 id="devolution-reviews">{t('devolution.reviews')}</h2>
      {view.reviews.length === 0 && <p className="quiet">{t('devolution.noReview')}</p>}
      <ul className="devolution-lines">
        {view.reviews.map((review) => (
          <li key={`${review.organ.organId} ${review.at}`}>
            <Light shape={review.lawful ? 'done' : 'wrong'}>
              {local(review.organ.name)} {t(review.lawful ? 'devolution.lawful' : 'devolution.unlawful')}
            </Light>
            <p className="devolution-said">
              {review.opinion}{' '}
              <span className="quiet small">
                {review.by} {at(review.at)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {view.publishedDay !== undefined && (
        <p>
          {t('devolution.publishedOn', {
            day: dayWithYear(view.publishedDay, language),
            text: view.announcement ?? '',
          })}
        </p>
      )}
    </section>
  );
}

function Trainings({ view }: { view: BatchView }) {
  const { t, local, day } = useWords();
  return (
    <section className="stack" aria-labelledby="devolution-trainings">
      <h2 id="devolution-trainings">{t('devolution.trainings')}</h2>
      {view.trainings.length === 0 && <p className="quiet">{t('devolution.noTraining')}</p>}
      <ul className="devolution-lines">
        {view.trainings.map((training) => (
          <li key={training.trainingId}>
            {t('devolution.trainingOf', {
              day: day(training.day),
              hours: training.hours,
              organ: local(training.organ.name),
              section: training.section,
            })}
            <p className="quiet small devolution-names">
              {t('devolution.trained', {
                count: training.attendees.length,
                names: training.attendees.map(({ name }) => name).join(t('list.separator')),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offices({ view }: { view: BatchView }) {
  const { t, local, at, day } = useWords();
  const { permission, trial } = view;
  if (view.offices.length === 0) return null;
  return (
    <div className="stack">
      <h2>{t('devolution.offices')}</h2>
      {permission !== undefined && (
        <p>
          {t('devolution.permissionOf', {
            at: at(permission.at),
            by: permission.by,
            seal: permission.sealNote ?? '—',
            network: permission.networkNote ?? '—',
          })}
        </p>
      )}
      {trial !== undefined && (
        <p>
          {t('devolution.trialOf', { from: day(trial.fromDay), until: day(trial.untilDay) })}
          {trial.note !== undefined && <span className="quiet"> {trial.note}</span>}
        </p>
      )}
      <Scrolled label={t('devolution.offices')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('devolution.office')}</th>
              <th scope="col" className="right">
                {t('devolution.items')}
              </th>
              <th scope="col">{t('devolution.trainings')}</th>
              <th scope="col">{t('devolution.post')}</th>
            </tr>
          </thead>
          <tbody>
            {view.offices.map((office) => (
              <tr key={`${office.regionId} ${office.level} ${office.organ.organId}`}>
                <td>{local(office.name)}</td>
                <td className="right number">{office.items}</td>
                <td>
                  {office.untrainedBy.length === 0 ? (
                    <Light shape="done">{t('devolution.trainedOffice')}</Light>
                  ) : (
                    <Light shape="yellow">
                      {office.untrainedBy.length === view.from.length
                        ? t('devolution.untrainedAll')
                        : t('devolution.untrained', {
                            names: office.untrainedBy.map(({ name }) => local(name)).join(t('list.separator')),
                          })}
                    </Light>
                  )}
                </td>
                <td>
                  <Posts office={office} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}

/** The posts of an office; those of many villages fold. */
function Posts({ office: { posts } }: { office: ReceivingOffice }) {
  const { t, local } = useWords();
  const list = (
    <ul>
      {posts.map((post) => (
        <li key={post.postId}>
          {post.centerName && `${local(post.centerName)} `}
          {local(post.title)}
          {t('colon')}
          {post.holders
            .map(({ name, trained }) => name + (trained ? '' : t('devolution.notTrained')))
            .join(t('list.separator'))}
          {' · '}
          {t(post.permitted ? 'devolution.permitted' : 'devolution.notPermitted')}
        </li>
      ))}
    </ul>
  );
  if (posts.length <= 3) return list;
  return (
    <details>
      <summary>
        {t('devolution.postCount', {
          count: posts.length,
          permitted: posts.filter(({ permitted }) => permitted).length,
        })}
      </summary>
      {list}
    </details>
  );
}

function Story({ view }: { view: BatchView }) {
  const { t, at, local } = useWords();
  return (
    <section className="stack" aria-labelledby="devolution-story">
      <h2 id="devolution-story">{t('devolution.story')}</h2>
      <ol className="devolution-story">
        {view.story.map((record) => (
          <li key={`${record.at} ${record.act} ${record.by}`}>
            <span className="quiet">{at(record.at)}</span>
            <span>
              {t(`devolution.acts.${record.act}`)}{' '}
              <span className="quiet">
                {record.organ && local(record.organ)} {record.by}
              </span>
              {record.note !== undefined && <span className="block quiet">{record.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
