import { Link } from 'wouter';
import type { MeetingView } from '../../../../contract/meetings.ts';
import { hrefOf } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { isToldByHand } from '../staff/service-record.ts';
import { useWords } from '../staff/words.ts';
import { HearingPart } from './HearingPart.tsx';
import { MeetingActs, owing } from './MeetingActs.tsx';
import { MeetingState } from './MeetingList.tsx';
import './meetings.css';

/** One meeting on one page: the appointment, who comes, what each office says and signs, and what may be done now. */
export function MeetingPage({ meetingId }: { meetingId: string }) {
  const { t, local, at, day } = useWords();
  const read = useRead('GET /meetings/:meetingId', { meetingId });
  const view = read.data;
  const title = view === undefined ? t('meetings.title') : t(`meetings.kinds.${view.kind}`);
  usePageTitle(title);
  if (view === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  return (
    <div className="page-pad meetings">
      <p>
        <Link href="/meetings">{t('meetings.back')}</Link>
      </p>
      <div className="row">
        <h1 className="grow">
          {title}
          {view.visit > 1 && <span className="quiet"> {t('meetings.visit')}</span>}
        </h1>
        <MeetingState meeting={view} />
      </div>
      {view.assignedLate && (
        <Notice tone="yellow">{t('meetings.page.late', { day: day(view.assignLastDay ?? '') })}</Notice>
      )}
      {view.hearing?.holdLastDay !== undefined && view.day > view.hearing.holdLastDay && (
        <Notice tone="yellow">{t('meetings.hearing.late', { day: day(view.hearing.holdLastDay) })}</Notice>
      )}
      {view.noticeReason !== undefined && (
        <Notice tone="plain">{t('meetings.hearing.byNotice', { reason: view.noticeReason })}</Notice>
      )}
      <CalledOff view={view} />
      <MeetingActs view={view} />
      <StillToSign view={view} />
      <section aria-labelledby="appointment">
        <h2 id="appointment">{t('meetings.page.appointment')}</h2>
        <dl className="lines">
          <dt>{t('meetings.when')}</dt>
          <dd className="number">{at(view.startsAt)}</dd>
          <dt>{t('meetings.where')}</dt>
          <dd>{view.place}</dd>
          <dt>{t('meetings.matter')}</dt>
          <dd>
            {local(view.itemName)} · {view.applicant} ·{' '}
            <Link href={`/cases/${view.caseId}`}>{t('meetings.toCase', { no: view.caseNo })}</Link>
          </dd>
          <dt>{t('meetings.page.procedure')}</dt>
          <dd>
            {view.procedure === undefined ? (
              t('meetings.page.noProcedure')
            ) : (
              <Link href={`/cases/${view.caseId}`}>
                {t('meetings.page.procedureRuns', {
                  ground: t(`procedures.ground.${view.procedure.ground}`),
                  from: day(view.procedure.startedDay),
                  until: day(view.procedure.expectedDay),
                })}
              </Link>
            )}
          </dd>
          <dt>{t('meetings.who')}</dt>
          <dd>{view.organs.map(local).join(t('list.separator'))}</dd>
          {view.chair !== undefined && (
            <>
              <dt>{t('meetings.page.chair')}</dt>
              <dd>{view.chair.name}</dd>
            </>
          )}
        </dl>
      </section>
      <Offices view={view} />
      <Merged view={view} />
      {view.hearing !== undefined && <HearingPart hearing={view.hearing} />}
      <Notices view={view} />
      <Guests view={view} />
      <Draw view={view} />
      <Moves view={view} />
      <Papers view={view} />
    </div>
  );
}

/** A hearing that was called off, and whom no message tells of it. */
function CalledOff({ view: { documents, applicant, caseId } }: { view: MeetingView }) {
  const { t } = useWords();
  const names = [...new Set(documents.filter(isToldByHand).map(({ addressee }) => addressee ?? applicant))];
  if (names.length === 0) return null;
  return (
    <Notice tone="yellow">
      {t('meetings.hearing.tellCalledOff', { names: names.join(t('list.separator')) })}{' '}
      <Link href={`/cases/${caseId}`}>{t('meetings.hearing.toServe')}</Link>
    </Notice>
  );
}

/** Each office in one row: whom it sends and who came, what it says, and its signature. */
function Offices({ view }: { view: MeetingView }) {
  const { t, local } = useWords();
  const several = view.organParts.length > 1;
  return (
    <section>
      <h2>{t('meetings.page.attendance')}</h2>
      <Scrolled label={t('meetings.page.attendance')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('meetings.page.organ')}</th>
              <th scope="col">{t('meetings.page.officer')}</th>
              {several && <th scope="col">{t('meetings.page.opinions')}</th>}
              <th scope="col">{t('meetings.page.signature')}</th>
            </tr>
          </thead>
          <tbody>
            {view.organParts.map((part) => (
              <tr key={part.organId}>
                <td>
                  {local(part.name)}
                  {part.lead && several && <span className="quiet"> {t('meetings.page.lead')}</span>}
                </td>
                <td>
                  {part.officers.length === 0 && <span className="quiet">{t('meetings.page.notNamed')}</span>}
                  {part.officers.map(({ staffId, name, attended }) => (
                    <div key={staffId} className="nowrap">
                      {attended === undefined ? (
                        name
                      ) : (
                        <Light shape={attended ? 'done' : 'wrong'}>
                          {name} {t(attended ? 'meetings.page.came' : 'meetings.page.missed')}
                        </Light>
                      )}
                    </div>
                  ))}
                </td>
                {several && (
                  <td>
                    {part.opinion === undefined ? (
                      <span className="quiet">{t('meetings.page.noOpinion')}</span>
                    ) : (
                      <>
                        <strong>{t(`meetings.ask.opinions.${part.opinion as 'agree'}`)}</strong>
                        <p className="said">{part.text}</p>
                        <span className="quiet small">{part.writtenBy}</span>
                      </>
                    )}
                  </td>
                )}
                <td className="nowrap">
                  <Signatures part={part} view={view} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

/** What was seen on site every officer signs who was there; else one signs for his office. */
function Signatures({ part, view }: { part: MeetingView['organParts'][number]; view: MeetingView }) {
  const { t, at } = useWords();
  const were = view.eachSigns ? part.officers.filter(({ attended }) => attended === true) : [];
  if (were.length === 0)
    return part.signedBy === undefined ? (
      <span className="quiet">{t('meetings.page.notSigned')}</span>
    ) : (
      <Light shape="done">{t('meetings.page.signed', { name: part.signedBy, at: at(part.signedAt ?? '') })}</Light>
    );
  return were.map(({ staffId, name, signedAt, recordedBy, note }) => (
    <div key={staffId}>
      {signedAt === undefined ? (
        <span className="quiet">
          {t(view.lostSigners.includes(staffId) ? 'meetings.page.barredSignature' : 'meetings.page.owesSignature', {
            name,
          })}
        </span>
      ) : (
        <Light shape="done">{t('meetings.page.signed', { name, at: at(signedAt) })}</Light>
      )}
      {recordedBy !== undefined && (
        <p className="said quiet small">{t('meetings.page.onPaper', { by: recordedBy, note: note ?? '' })}</p>
      )}
    </div>
  ));
}

/** Who was on site and has not signed yet, of whatever office; and who cannot any more, so that it is done anew. */
function StillToSign({ view }: { view: MeetingView }) {
  const { t } = useWords();
  if (view.state !== 'HELD') return null;
  const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(t('list.separator'));
  const lost = view.organParts
    .flatMap(({ officers }) => officers)
    .filter(({ staffId }) => view.lostSigners.includes(staffId));
  if (lost.length > 0) return <Notice tone="yellow">{t('meetings.page.lostSigners', { names: namesOf(lost) })}</Notice>;
  const missing = owing(view);
  if (missing.length === 0) return null;
  return <Notice tone="plain">{t('meetings.page.stillToSign', { names: namesOf(missing) })}</Notice>;
}

const standingShapes = { inTime: 'done', late: 'wrong', awaited: 'none', missed: 'wrong' } as const;

/** To whom the hearing was announced, and whether each was told in time; whom it was not, it cannot be held for. */
function Notices({ view: { announcement, applicant, caseId } }: { view: MeetingView }) {
  const { t, day } = useWords();
  if (announcement === undefined) return null;
  const { lastDay, notices } = announcement;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{t('meetings.hearing.told')}</h2>
      <p className="before-rows">
        {t('meetings.hearing.toldBy', { day: day(lastDay) })}{' '}
        <Link href={`/cases/${caseId}`}>{t('meetings.hearing.toServe')}</Link>
      </p>
      <ul className="plain-list">
        {notices.map(({ documentId, addressee, servedDay, untilDay, standing }) => (
          <li key={documentId}>
            {addressee ?? applicant}{' '}
            <span className="quiet">
              {t(`meetings.hearing.roles.${addressee === undefined ? 'applicant' : 'interestedParty'}`)}
            </span>{' '}
            <Light shape={standingShapes[standing]}>
              {t(`meetings.hearing.standings.${standing}`, { day: servedDay === undefined ? '' : day(servedDay) })}
            </Light>{' '}
            {untilDay !== undefined && (
              <span className="quiet">{t('service.underWay.PUBLIC_NOTICE', { until: day(untilDay) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Merged({ view }: { view: MeetingView }) {
  const { t } = useWords();
  if (view.state === 'ARRANGED' || (view.state === 'CANCELLED' && view.text === undefined)) return null;
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">{t('meetings.page.merged')}</h2>
      {view.outcome === undefined ? (
        <p className="quiet">{t('meetings.page.noMerged')}</p>
      ) : (
        <>
          <strong>{t(`meetings.ask.outcomes.${view.outcome}`)}</strong>
          <p className="said">{view.text}</p>
        </>
      )}
    </section>
  );
}

function Guests({ view }: { view: MeetingView }) {
  const { t } = useWords();
  if (view.guests.length === 0) return null;
  return (
    <section aria-labelledby="guests">
      <h2 id="guests">{t('meetings.page.guests')}</h2>
      <ul className="plain-list">
        {view.guests.map(({ guestId, role, name, signature, note }) => (
          <li key={guestId}>
            {name} <span className="quiet">{t(`meetings.hearing.roles.${role}`)}</span>{' '}
            {signature === undefined ? (
              <span className="quiet">{t('meetings.page.notYet')}</span>
            ) : (
              <Light shape={signature === 'SIGNED' ? 'done' : 'wrong'}>
                {t(`meetings.page.guestSigned.${signature}`)}
              </Light>
            )}
            {note !== undefined && <span className="quiet"> {note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The experts in the order of the draw, and the page where anybody can replay it. */
function Draw({ view: { draw, meetingId } }: { view: MeetingView }) {
  const { t } = useWords();
  if (draw === undefined) return null;
  const fieldNames = (fields: typeof draw.fields) =>
    fields.map((field) => t(`meetings.experts.fields.${field}`)).join(t('list.separator'));
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{t('meetings.page.experts')}</h2>
      <p className="before-rows">
        {t('meetings.page.pool', { eligible: draw.eligible, count: draw.count, fields: fieldNames(draw.fields) })}{' '}
        <a href={`/draws/${meetingId}`} target="_blank" rel="noopener">
          {t('meetings.page.replay')}
        </a>
      </p>
      {draw.drawnAt === undefined ? (
        <p className="quiet">{t('meetings.page.notDrawn')}</p>
      ) : (
        <Scrolled label={t('meetings.page.drawn')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('meetings.page.drawn')}</th>
                <th scope="col">{t('meetings.experts.name')}</th>
                <th scope="col">{t('meetings.page.employer')}</th>
                <th scope="col">{t('meetings.experts.field')}</th>
                <th scope="col">{t('meetings.page.attended')}</th>
              </tr>
            </thead>
            <tbody>
              {draw.experts.map((expert) => (
                <tr key={expert.expertId}>
                  <td className="nowrap number">{t('meetings.page.order', { place: expert.place })}</td>
                  <td>{expert.name}</td>
                  <td>{expert.employer}</td>
                  <td>{fieldNames(expert.fields)}</td>
                  <td>
                    {expert.declined !== undefined ? (
                      <>
                        <Light shape="wrong">{t(`meetings.page.declined.${expert.declined}`)}</Light>{' '}
                        <span className="quiet">{expert.reason}</span>
                      </>
                    ) : (
                      expert.attended !== undefined && (
                        <Light shape={expert.attended ? 'done' : 'wrong'}>
                          {t(expert.attended ? 'meetings.page.came' : 'meetings.page.missed')}
                        </Light>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  );
}

function Moves({ view: { moves } }: { view: MeetingView }) {
  const { t, day, at } = useWords();
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{t('meetings.page.moves')}</h2>
      <ul className="plain-list">
        {moves.map((move) => (
          <li key={move.at}>
            {t(`meetings.page.move.${move.act}`, {
              from: move.fromDay === undefined ? '' : day(move.fromDay),
              to: move.toDay === undefined ? '' : day(move.toDay),
            })}
            {t('colon')}
            {move.reason}{' '}
            <span className="quiet">
              {move.by} {at(move.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ view: { documents } }: { view: MeetingView }) {
  const { t } = useWords();
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('meetings.page.documents')}</h2>
      <ul className="plain-list">
        {documents.map(({ documentId, title, number, ready }) => (
          <li key={documentId}>
            {ready ? (
              <a href={hrefOf('GET /documents/:documentId/pdf', { documentId })} target="_blank" rel="noopener">
                {title}
              </a>
            ) : (
              <>
                {title} <span className="quiet">{t('meetings.page.making')}</span>
              </>
            )}{' '}
            <span className="quiet number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
