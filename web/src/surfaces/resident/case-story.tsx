import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Due, ResidentCase, StoryLine } from '../../../../contract/cases.ts';
import { askedFields } from '../../../../contract/questions.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Fact, Facts, Fold, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { spanOf } from '../../ui/resident/span.ts';
import { AnswerFacts } from './answer.tsx';
import { CaseNumber } from './case-number.tsx';
import { useStateWord } from './case-row.tsx';
import { CaseSteps } from './case-steps.tsx';
import { Documents } from './documents.tsx';
import { HearingAnswers } from './hearing.tsx';
import { useGuide } from './reads.ts';
import { useStorySentence } from './story.ts';

/** How many days of the story stand open; the older fold. */
const openDays = 5;

interface CaseStoryProps {
  matter: ResidentCase;
  /** Where “why this day?” leads; a signed-in resident has an address of his own for it. */
  why: ReactNode;
  /** Documents and files open only for whom is signed in. */
  mine: boolean;
}

/** A case is a story: the one date that matters, what to do now, what happened, newest first. */
export function CaseStory({ matter, why, mine }: CaseStoryProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const stateWord = useStateWord();
  const about = [matter.applicant, matter.regionName === undefined ? '' : text(matter.regionName)].filter(Boolean);
  return (
    <>
      <p className="about">{about.join(t('story.comma'))}</p>
      <p className="state">
        <span className="tag grey">{stateWord(matter)}</span>
      </p>
      {matter.due === undefined ? null : <DateBox due={matter.due} matter={matter} why={why} />}
      {matter.due === undefined && matter.explanation !== undefined ? <p>{why}</p> : null}
      <ToDo matter={matter} mine={mine} />
      {matter.deemedAccepted ? (
        <p>
          <Say text={t('case.deemed')} />
        </p>
      ) : null}
      <CaseSteps matter={matter} />
      <Story matter={matter} mine={mine} />
      {matter.outcome === 'DENIED' || matter.state === 'ACCEPTANCE_REFUSED' ? (
        <Remedies itemId={matter.itemId} />
      ) : null}
      <HandedIn matter={matter} mine={mine} />
      <Also matter={matter} mine={mine} />
      {matter.caseNo === undefined ? null : (
        <p className="hint case-no">
          {t('case.number')} <CaseNumber number={matter.caseNo} />
        </p>
      )}
    </>
  );
}

function DateBox({ due, matter, why }: { due: Due; matter: ResidentCase; why: ReactNode }) {
  const { t } = useTranslation('resident');
  const { day, text, today } = useSaying();
  const paused = due.light === 'blue';
  // On a weekend after the last day no working day has passed yet, and the day has all the same.
  const late = !paused && due.day < today;
  const line = {
    answer: 'lineAnswer',
    correction: 'lineCorrection',
    decision: 'lineDecision',
    delivery: 'lineDelivery',
  } as const;
  const left = due.workingDaysLeft;
  const counting = paused
    ? ''
    : late
      ? left === 0
        ? t(due.purpose === 'correction' ? 'due.pastCorrection' : 'due.pastDecision')
        : t(due.purpose === 'correction' ? 'due.lateCorrection' : 'due.lateDecision', { count: -left })
      : due.elapsed === undefined
        ? left === 0
          ? t('due.leftToday')
          : t('due.left', { count: left })
        : left === 0
          ? t('due.elapsedToday', { elapsed: due.elapsed })
          : t('due.elapsedLeft', { elapsed: due.elapsed, count: left });
  return (
    <div className={`date-box${paused ? ' is-paused' : ''}${late ? ' is-late' : ''}`}>
      <p className="date">
        <span className="phrase">{t('due.latest', { day: day(due.day) })}</span>{' '}
        <span className="phrase">{t(`due.${line[due.purpose]}`)}</span>
      </p>
      <p>
        {counting !== '' && <Say text={counting} />}
        {due.provisional || paused ? (
          <span className="block">
            <Say text={t('due.provisional')} />
          </span>
        ) : null}
        {late && due.purpose !== 'correction' ? (
          <span className="block">
            <Say text={t('due.owed', { organ: text(matter.holder.organ), phone: matter.holder.phone })} />
          </span>
        ) : null}
      </p>
      {matter.explanation === undefined ? null : <p className="no-print">{why}</p>}
    </div>
  );
}

/**
 * The right to a hearing while it can be used, and the hearing that is to come. Who holds only the query code knows from
 * the story until when.
 */
function useHearing({ caseId, story }: ResidentCase, mine: boolean) {
  const { t } = useTranslation('resident');
  const { at, day, today } = useSaying();
  const told = story.find(({ act }) => act === 'case.hearingRightsNotified');
  const read = useRead('GET /my/cases/:caseId/hearing', { caseId }, { enabled: mine && told !== undefined });
  const lastDay = String(told?.facts.requestLastDay ?? '');
  if (told === undefined) return { said: [] };
  if (!mine) {
    const isOver = story.some(
      ({ act, sequence, facts }) =>
        sequence > told.sequence &&
        (act === 'case.hearingNotRequested' || (/hearing(Requested|Waived)$/.test(act) && facts.role === 'applicant')),
    );
    return { said: isOver || lastDay < today ? [] : [t('hearing.now', { day: day(lastDay) }), t('hearing.signIn')] };
  }
  if (read.data === undefined) return { said: [], isPending: read.error === null };
  const { hearing, meeting, mayAnswer } = read.data;
  const answer = hearing?.parties[0]?.answer;
  if (meeting?.state === 'ARRANGED' && hearing?.state === 'REQUESTED')
    return { said: [t('hearing.come', { at: at(meeting.startsAt), place: meeting.place })] };
  if (!mayAnswer || hearing === undefined) return { said: [] };
  return answer === undefined
    ? { said: [t('hearing.now', { day: day(hearing.requestLastDay) }), t('hearing.right')], open: hearing }
    : { said: [], answered: t(`hearing.own.${answer}`, { day: day(hearing.parties[0]?.answeredDay ?? today) }) };
}

/** What the resident must do now, or that there is nothing to do. */
function ToDo({ matter, mine }: { matter: ResidentCase; mine: boolean }) {
  const { t } = useTranslation(['resident', 'outcomes']);
  const { text, day } = useSaying();
  const receive = useAct('POST /my/cases/:caseId/receive-result');
  const organ = text(matter.holder.organ);
  const said: string[] = [];
  const denied = matter.outcome === 'DENIED';
  const decided =
    matter.outcome === undefined
      ? []
      : [
          t('case.todo.decided', { outcome: t(`outcomes:${matter.profile}.${matter.outcome}`) }),
          ...(denied ? [t('case.todo.deniedText')] : []),
        ];
  const hearing = useHearing(matter, mine);
  const nothing = hearing.said.length > 0 || hearing.isPending === true ? [] : [t('case.todo.nothing')];
  const owed =
    matter.owedMaterials === 0
      ? undefined
      : matter.supplyDueDay === undefined
        ? t('case.todo.owed', { count: matter.owedMaterials })
        : t('case.todo.owedBy', { count: matter.owedMaterials, day: day(matter.supplyDueDay) });
  const lacking = matter.materials.filter(({ defect }) => defect !== undefined && !defect.settled);
  switch (matter.state) {
    case 'DRAFT':
      said.push(t('case.todo.draft'));
      break;
    case 'RECEIVED':
      said.push(...nothing, t('case.todo.RECEIVED'));
      break;
    case 'CORRECTION_REQUIRED':
      said.push(t('case.todo.correction', { count: matter.openDefects }));
      break;
    case 'ACCEPTED':
    case 'IN_REVIEW':
    case 'SPECIAL_PROCEDURE':
    case 'DECIDING':
      said.push(
        ...hearing.said,
        ...(owed === undefined ? nothing : [owed]),
        ...(hearing.answered === undefined ? [] : [hearing.answered]),
        t(`case.todo.${matter.state}`, { organ }),
      );
      break;
    case 'REPORTED_UP':
      said.push(...nothing, t('case.todo.reported'));
      break;
    case 'GRANTED':
    case 'CERTIFYING':
      said.push(...nothing, t('case.todo.granted'));
      break;
    case 'DENIED':
      said.push(...decided);
      break;
    case 'DELIVERING':
      said.push(...decided);
      if (matter.actions.includes('receiveResult'))
        said.push(t(denied ? 'case.todo.electronicDenied' : 'case.todo.electronic'));
      else said.push(matter.deliveryWish === 'AGENT' ? t('case.todo.carried') : t('case.todo.collect'));
      break;
    case 'ACCEPTANCE_REFUSED':
      said.push(t('case.todo.refused'));
      break;
    case 'NOT_REQUIRED':
      said.push(t('case.todo.notRequired'));
      break;
    case 'WITHDRAWN':
    case 'WITHDRAWN_DEEMED':
      said.push(t('case.todo.withdrawn'));
      break;
    case 'TERMINATED':
      said.push(t('case.todo.terminated'));
      break;
    case 'COMPLETED':
    case 'ARCHIVED':
      said.push(t('case.todo.done'), ...decided);
      break;
  }
  return (
    <>
      <p className="todo" role="status">
        {said.map((line) => (
          <span className="block" key={line}>
            <Say text={line} />
          </span>
        ))}
      </p>
      {matter.state !== 'CORRECTION_REQUIRED' || lacking.length === 0 ? null : (
        <ul className="lacking">
          {lacking.map(({ requirement, defect }) => (
            <li key={requirement.key}>
              {t('case.todo.lacking', {
                label: text(requirement.name),
                kind: t(`supplement.kinds.${defect?.kind ?? 'missing'}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {hearing.open === undefined ? null : (
        <HearingAnswers caseId={matter.caseId} lastDay={hearing.open.requestLastDay} waived={false} />
      )}
      {mine && matter.actions.includes('receiveTolerated') ? (
        <Link className="button" href={`/my/cases/${matter.caseId}/supply`}>
          {t('commit.owed.title')}
        </Link>
      ) : null}
      {mine && matter.actions.includes('supplement') ? (
        <Link className="button" href={`/my/cases/${matter.caseId}/supplement`}>
          {t('case.todo.supplement')}
        </Link>
      ) : null}
      {mine && matter.state === 'DRAFT' ? (
        <Link className="button" href={`/apply/${matter.caseId}/place`}>
          {t('my.draft')}
        </Link>
      ) : null}
      {mine && matter.actions.includes('receiveResult') ? (
        <>
          <button
            type="button"
            className="button"
            aria-disabled={receive.isPending}
            onClick={() => {
              if (!receive.isPending) receive.mutate({ caseId: matter.caseId });
            }}
          >
            {receive.isPending ? t('case.todo.receiving') : t(denied ? 'case.todo.receiveDenied' : 'case.todo.receive')}
          </button>
          <p className="hint">
            <Say text={t('case.todo.receiveNote')} />
          </p>
          <Refused refusal={receive.error} />
        </>
      ) : null}
    </>
  );
}

/** Against a refusal there are remedies; the document says them with their days, this page at once. */
function Remedies({ itemId }: { itemId: string }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const guide = useGuide(itemId).data;
  if (guide === undefined) return null;
  return (
    <Section heading={t('case.todo.remedies')} line={false}>
      <p>
        <Say text={text(guide.remedies)} />
      </p>
    </Section>
  );
}

interface StoryDay {
  day: string;
  lines: StoryLine[];
}

function Story({ matter, mine }: { matter: ResidentCase; mine: boolean }) {
  const { t } = useTranslation('resident');
  const { language, today } = useSaying();
  const newestFirst = [...matter.story].sort((one, other) => other.sequence - one.sequence);
  const days: StoryDay[] = [];
  for (const line of newestFirst) {
    const last = days[days.length - 1];
    if (last !== undefined && last.day === line.day) last.lines.push(line);
    else days.push({ day: line.day, lines: [line] });
  }
  if (days.length === 0) return null;
  const open = days.slice(0, openDays);
  const older = days.slice(openDays);
  const told = new Set(matter.story.flatMap(({ documentIds }) => documentIds));
  const untold = matter.documents.filter(({ documentId }) => !told.has(documentId));
  const count = older.reduce((sum, { lines }) => sum + lines.length, 0);
  const [first, last] = [older[0], older[older.length - 1]];
  return (
    <Section heading={t('case.storyTitle')} line={false}>
      <StoryDays days={open} matter={matter} mine={mine} />
      {first === undefined || last === undefined ? null : (
        <Fold
          summary={
            count === 1
              ? t('case.olderOne', { span: spanOf(last.day, first.day, language, today) })
              : t('case.older', { count, span: spanOf(last.day, first.day, language, today) })
          }
        >
          <StoryDays days={older} matter={matter} mine={mine} />
        </Fold>
      )}
      {untold.length === 0 ? null : (
        <>
          <h3>{t('case.documents')}</h3>
          <Documents documents={untold} mine={mine} />
        </>
      )}
    </Section>
  );
}

function StoryDays({ days, matter, mine }: { days: readonly StoryDay[]; matter: ResidentCase; mine: boolean }) {
  const { day } = useSaying();
  const sentence = useStorySentence(matter);
  return (
    <ol className="story">
      {days.map(({ day: each, lines }) => (
        <li key={each}>
          <h3>{day(each)}</h3>
          {lines.map((line) => (
            <div key={line.sequence} className="story-line">
              <p>
                <Say text={sentence(line)} />
              </p>
              <Documents
                documents={matter.documents.filter(({ documentId }) => line.documentIds.includes(documentId))}
                mine={mine}
              />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function HandedIn({ matter, mine }: { matter: ResidentCase; mine: boolean }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const handed = matter.materials.filter(({ files, received }) => files.length > 0 || received);
  if (!mine || (handed.length === 0 && matter.form.length === 0)) return null;
  return (
    <Fold summary={t('case.materials')}>
      <AnswerFacts of={matter} entries={askedFields(matter.form, matter.answers, matter.about)} />
      <Facts>
        {handed.map(({ requirement, files }) => (
          <Fact key={requirement.key} label={text(requirement.name)}>
            {files.length === 0
              ? t('case.onPaper')
              : files.map(({ fileId, name }) => (
                  <a
                    key={fileId}
                    className="block touch"
                    href={hrefOf('GET /my/cases/:caseId/files/:fileId', { caseId: matter.caseId, fileId })}
                  >
                    <span className="line">{name}</span>
                  </a>
                ))}
          </Fact>
        ))}
      </Facts>
    </Fold>
  );
}

/** Only what this caller may do; whom to ask stands here always. */
function Also({ matter, mine }: { matter: ResidentCase; mine: boolean }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  const id = useId();
  const told = matter.story.some(({ act }) => act === 'case.hearingRightsNotified');
  const drawn = matter.story.find(({ act, facts }) => act === 'case.expertsDrawn' && typeof facts.meeting === 'string');
  return (
    <section aria-labelledby={id} className="no-print">
      <h2 className="ruled" id={id}>
        {t('case.also')}
      </h2>
      <Rows>
        <Row to={`tel:${matter.holder.phone}`} name={t('case.contact')}>
          <span className="row-note">
            <Say text={t('case.contactText', { organ: text(matter.holder.organ), phone: matter.holder.phone })} />
          </span>
        </Row>
        <Row to={`tel:${hotline}`} name={t('case.complain')}>
          <span className="row-note">
            <Say text={t('case.complainText', { hotline })} />
          </span>
        </Row>
        {mine && told ? <Row to={`/my/cases/${matter.caseId}/hearing`} name={t('meetingLinks.hearing')} /> : null}
        {drawn === undefined ? null : (
          <Row to={`/draws/${String(drawn.facts.meeting)}`} name={t('meetingLinks.draw')} />
        )}
        {mine && matter.actions.includes('withdrawCommitment') ? (
          <Row to={`/my/cases/${matter.caseId}/withdraw-commitment`} name={t('commit.withdraw.row')}>
            <span className="row-note">
              <Say text={t('commit.withdraw.rowText')} />
            </span>
          </Row>
        ) : null}
        {mine && matter.actions.includes('withdraw') ? (
          <Row to={`/my/cases/${matter.caseId}/withdraw`} name={t('case.withdraw')}>
            <span className="row-note">
              <Say text={t('case.withdrawText')} />
            </span>
          </Row>
        ) : null}
      </Rows>
    </section>
  );
}
