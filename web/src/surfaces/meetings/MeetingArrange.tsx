import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ExpertField, HearingView, MeetingPlan } from '../../../../contract/meetings.ts';
import { hearingAnswers } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { ActDialog, useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, readableFacts, useMe } from '../staff/Refused.tsx';
import { refusalSentence, useWords } from '../staff/words.ts';
import { ByNotice, hearingBounds } from './ByNotice.tsx';
import { HearingPart } from './HearingPart.tsx';
import { People } from './People.tsx';
import './meetings.css';

/** The meeting of a task before there is one: of a hearing first the right to it, then the appointment. */
export function MeetingArrange({ caseId, taskId }: { caseId: string; taskId: string }) {
  const words = useWords();
  const { t, local } = words;
  const read = useRead('GET /cases/:caseId/tasks/:taskId/meeting-plan', { caseId, taskId });
  const me = useMe().data?.me;
  const plan = read.data;
  const title = plan === undefined ? '' : t('meetings.arrange.title', { kind: t(`meetings.kinds.${plan.kind}`) });
  usePageTitle(title === '' ? t('meetings.title') : title);
  if (plan === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  const arranges =
    me?.permissions.includes('cases.arrange') === true &&
    plan.organs.some(({ lead, organId }) => lead && organId === me.post?.organId);
  return (
    <div className="page-pad meetings">
      <p>
        <Link href={`/cases/${caseId}`}>{t('backToCase')}</Link>
      </p>
      <h1>{title}</h1>
      <p className="quiet">
        {local(plan.itemName)} · {plan.applicant} · <span className="number">{plan.caseNo}</span> ·{' '}
        {local(plan.taskName)}
      </p>
      {plan.blocked?.code === 'meeting_open' && plan.meetingId !== undefined ? (
        <Notice tone="plain" role="status">
          <p>{t('meetings.arrange.already')}</p>
          <Link href={`/meetings/${plan.meetingId}`} className="button button-primary">
            {t('meetings.arrange.open')}
          </Link>
        </Notice>
      ) : (
        plan.blocked !== undefined && (
          <Notice tone="yellow" role="status">
            <strong>{t('meetings.arrange.cannot')}</strong>
            {t('colon')}
            {refusalSentence(plan.blocked.code, readableFacts(plan.blocked.facts, words))}{' '}
            {plan.meetingId !== undefined && (
              <Link href={`/meetings/${plan.meetingId}`}>{t('meetings.arrange.last')}</Link>
            )}
          </Notice>
        )
      )}
      {plan.kind === 'HEARING' ? (
        <Hearing plan={plan} arranges={arranges} />
      ) : (
        arranges && plan.blocked === undefined && <Appointment plan={plan} />
      )}
    </div>
  );
}

/** Tell them of the right; record what they say; appoint when somebody asks, or when the law itself requires a hearing. */
function Hearing({ plan, arranges }: { plan: MeetingPlan; arranges: boolean }) {
  const { t } = useWords();
  const [direct, setDirect] = useState(false);
  const [telling, tell] = useState(false);
  const { hearing } = plan;
  const isOpen = plan.blocked === undefined;
  return (
    <>
      {hearing === undefined ? (
        <section className="stack">
          <h2>{t('meetings.hearing.title')}</h2>
          <p className="said">{t('meetings.hearing.notTold')}</p>
          {isOpen && arranges && !direct && !telling && (
            <div className="act-row">
              <Button type="primary" onClick={() => tell(true)}>
                {t('meetings.hearing.tell')}
              </Button>
              <Button onClick={() => setDirect(true)}>{t('meetings.hearing.direct')}</Button>
            </div>
          )}
          {telling && <Tell plan={plan} />}
        </section>
      ) : (
        <HearingPart hearing={hearing} acts={(party) => isOpen && <Answer plan={plan} party={party} />} />
      )}
      {isOpen && arranges && (direct || hearing?.state === 'REQUESTED') && <Appointment plan={plan} />}
    </>
  );
}

function Tell({ plan: { caseId, taskId } }: { plan: MeetingPlan }) {
  const { t } = useWords();
  const sent = useAct('POST /cases/:caseId/tasks/:taskId/notify-hearing');
  const [typed, setTyped, forget] = useKept(`doorstep.hearing.${taskId}`, { matter: '', others: '' });
  const form = useActForm({
    act: sent,
    faults: { matter: typed.matter.trim() === '' && t('meetings.arrange.required'), interestedParties: undefined },
    submit: () => {
      const interestedParties = typed.others
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      sent.mutate({ caseId, taskId, matter: typed.matter, interestedParties }, { onSuccess: forget });
    },
  });
  return (
    <div className="meeting-form">
      <Field label={t('meetings.hearing.matter')} fault={form.at('matter', t('meetings.hearing.matter'))}>
        {(bound) => (
          <Input.TextArea
            {...bound}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={typed.matter}
            onChange={({ target }) => setTyped((before) => ({ ...before, matter: target.value }))}
          />
        )}
      </Field>
      <Field label={t('meetings.hearing.others')} fault={form.at('interestedParties', t('meetings.hearing.others'))}>
        {(bound) => (
          <Input.TextArea
            {...bound}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed.others}
            onChange={({ target }) => setTyped((before) => ({ ...before, others: target.value }))}
          />
        )}
      </Field>
      <p className="quiet">{t('meetings.hearing.tellSays')}</p>
      <Refused error={form.rest} />
      <div>
        <Button type="primary" loading={sent.isPending} onClick={form.press}>
          {t('meetings.hearing.tell').replace('…', '')} <Key>Ctrl Enter</Key>
        </Button>
      </div>
    </div>
  );
}

type HearingAnswer = (typeof hearingAnswers)[number];

/** What a party said at the window or by phone is read once more before it stands. */
function Answer({
  plan: { caseId, taskId, hearing },
  party: { partyId, name, answer: given },
}: {
  plan: MeetingPlan;
  party: HearingView['parties'][number];
}) {
  const { t } = useWords();
  const sent = useAct('POST /cases/:caseId/tasks/:taskId/record-hearing-answer');
  const [asking, setAsking] = useState<HearingAnswer>();
  const form = useActForm({
    act: sent,
    submit: () =>
      asking !== undefined &&
      sent.mutate({ caseId, taskId, partyId, answer: asking }, { onSuccess: () => setAsking(undefined) }),
  });
  if (given === 'REQUESTED' || (hearing?.state !== 'NOTIFIED' && hearing?.state !== 'REQUESTED')) return null;
  const record = (answer: HearingAnswer) =>
    t('meetings.hearing.record', { answer: t(`meetings.hearing.answers.${answer}`) });
  return (
    <>
      {hearingAnswers
        .filter((answer) => answer !== given)
        .map((answer) => (
          <Button
            key={answer}
            size="small"
            aria-label={`${record(answer)}${t('comma')}${name}`}
            onClick={() => setAsking(answer)}
          >
            {record(answer)}…
          </Button>
        ))}
      {asking !== undefined && (
        <ActDialog form={form} title={name} button={record(asking)} close={() => setAsking(undefined)}>
          <p>{t(`meetings.hearing.sure.${asking}`)}</p>
        </ActDialog>
      )}
    </>
  );
}

interface Typed {
  readonly startsAt: string;
  readonly place: string;
  readonly officers: Readonly<Record<string, readonly string[]>>;
  readonly chairId: string;
  /** Undefined: everybody can be told directly. */
  readonly noticeReason?: string | undefined;
  readonly fields: readonly ExpertField[];
  readonly count: number;
}

/** One appointment for all: when, where, who of each office; the chair of a hearing, the draw of a panel. */
function Appointment({ plan }: { plan: MeetingPlan }) {
  const words = useWords();
  const { t, local, day } = words;
  const [, go] = useLocation();
  const sent = useAct('POST /cases/:caseId/tasks/:taskId/meetings');
  const [typed, setTyped, forget] = useKept<Typed>(`doorstep.arrange.${plan.taskId}`, {
    startsAt: '',
    place: '',
    officers: {},
    chairId: '',
    fields: [],
    count: 3,
  });
  const put = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const isHearing = plan.kind === 'HEARING';
  const isPanel = plan.kind === 'EXPERT_PANEL';
  const missing = (isEmpty: boolean) => isEmpty && t('meetings.arrange.required');
  const form = useActForm({
    act: sent,
    faults: {
      startsAt: missing(typed.startsAt === ''),
      place: missing(typed.place.trim() === ''),
      chairId: missing(isHearing && typed.chairId === ''),
      noticeReason: missing(typed.noticeReason?.trim() === ''),
      experts: missing(isPanel && typed.fields.length === 0),
      officers: undefined,
    },
    submit: () => {
      const officers = Object.entries(typed.officers)
        .filter(([, staffIds]) => staffIds.length > 0)
        .map(([organId, staffIds]) => ({ organId, staffIds: [...staffIds] }));
      sent.mutate(
        {
          caseId: plan.caseId,
          taskId: plan.taskId,
          startsAt: typed.startsAt.slice(0, 16),
          place: typed.place,
          officers,
          ...(isHearing && { chairId: typed.chairId }),
          ...(isHearing && typed.noticeReason !== undefined && { noticeReason: typed.noticeReason }),
          ...(isPanel && { experts: { fields: [...typed.fields], count: typed.count } }),
        },
        {
          onSuccess: ({ meetingId }) => {
            forget();
            go(`/meetings/${meetingId}`);
          },
        },
      );
    },
  });
  const chairs = plan.organs.flatMap(({ people }) => people).filter(({ barred }) => barred === undefined);
  const from = typed.noticeReason === undefined ? plan.earliestDay : plan.byNotice?.earliestDay;
  return (
    <div className="meeting-form">
      {plan.visit > 1 && <p>{t('meetings.arrange.recheck')}</p>}
      {plan.earliestDay !== undefined && plan.hearing?.holdLastDay !== undefined && plan.latestDay === undefined && (
        <Notice tone="yellow">{t('meetings.hearing.late', { day: day(plan.hearing.holdLastDay) })}</Notice>
      )}
      <Field
        label={t('meetings.arrange.startsAt')}
        hint={hearingBounds(plan, typed.noticeReason === undefined ? 'directly' : 'byNotice', words)}
        fault={form.at('startsAt', t('meetings.arrange.startsAt'))}
      >
        {(bound) => (
          <Input
            {...bound}
            type="datetime-local"
            className="meeting-when"
            value={typed.startsAt}
            {...(from !== undefined && { min: `${from}T00:00` })}
            onChange={({ target }) => put({ startsAt: target.value })}
          />
        )}
      </Field>
      {isHearing && (
        <ByNotice
          reason={typed.noticeReason}
          put={(noticeReason) => put({ noticeReason })}
          fault={form.at('noticeReason', t('meetings.hearing.noticeReason'))}
        />
      )}
      <Field label={t('meetings.arrange.place')} fault={form.at('place', t('meetings.arrange.place'))}>
        {(bound) => (
          <Input
            {...bound}
            maxLength={200}
            value={typed.place}
            onChange={({ target }) => put({ place: target.value })}
          />
        )}
      </Field>
      {isHearing && (
        <Field
          label={t('meetings.arrange.chair')}
          hint={t('meetings.arrange.chairHint')}
          fault={form.at('chairId', t('meetings.arrange.chair'))}
        >
          {(bound) => (
            <Select<string>
              {...bound}
              value={typed.chairId === '' ? null : typed.chairId}
              options={chairs.map(({ staffId, name, post }) => ({ value: staffId, label: `${name} ${local(post)}` }))}
              onChange={(chairId) => put({ chairId })}
            />
          )}
        </Field>
      )}
      {isPanel && (
        <PanelFields plan={plan} typed={typed} put={put} fault={form.at('experts', t('meetings.arrange.fields'))} />
      )}
      <FieldGroup
        label={t('meetings.arrange.officers')}
        fault={form.at('officers', t('meetings.arrange.officers'))}
        hint={
          plan.kind === 'INSPECTION'
            ? t('meetings.arrange.officersAtOnce')
            : t('meetings.arrange.officersHint', { count: plan.officersNeeded })
        }
      >
        {plan.organs.map(({ organId, name, people }) => (
          <div key={organId} className="unit">
            <span>{local(name)}</span>
            <People
              label={local(name)}
              people={people}
              chosen={typed.officers[organId] ?? []}
              choose={(staffIds) => put({ officers: { ...typed.officers, [organId]: staffIds } })}
            />
          </div>
        ))}
      </FieldGroup>
      <p className="quiet">{t('meetings.arrange.sends')}</p>
      <Refused error={form.rest} />
      <div>
        <Button type="primary" loading={sent.isPending} onClick={form.press}>
          {t('meetings.arrange.send')} <Key>Ctrl Enter</Key>
        </Button>
      </div>
    </div>
  );
}

function PanelFields({
  plan,
  typed,
  put,
  fault,
}: {
  plan: MeetingPlan;
  typed: Typed;
  put: (change: Partial<Typed>) => void;
  fault: string | undefined;
}) {
  const { t } = useWords();
  const known = plan.experts ?? [];
  const name = (field: ExpertField) => t(`meetings.experts.fields.${field}`);
  return (
    <>
      <FieldGroup label={t('meetings.arrange.fields')} hint={t('meetings.arrange.poolHint')} fault={fault}>
        <Checkbox.Group
          className="meeting-ticks"
          aria-label={t('meetings.arrange.fields')}
          value={[...typed.fields]}
          onChange={(fields) => put({ fields: fields as ExpertField[] })}
          options={known.map(({ field, count }) => ({ value: field, label: `${name(field)} ${count}` }))}
        />
      </FieldGroup>
      <Field label={t('meetings.arrange.count')}>
        {(bound) => (
          <InputNumber<number>
            {...bound}
            controls={false}
            min={1}
            max={15}
            value={typed.count}
            onChange={(count) => put({ count: count ?? 1 })}
          />
        )}
      </Field>
    </>
  );
}
