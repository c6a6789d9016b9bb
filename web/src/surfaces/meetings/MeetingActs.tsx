import { Button, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MeetingAct, MeetingView } from '../../../../contract/meetings.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { challengeRulings, declineGrounds, meetingOutcomes, signatures } from '../../../../contract/words.ts';
import { useAct } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { ActDialog, type ActFormState, useActForm } from '../staff/act-form.tsx';
import { readableFacts, useMe } from '../staff/Refused.tsx';
import { refusalSentence, useWords } from '../staff/words.ts';
import { ByNotice, hearingBounds } from './ByNotice.tsx';
import { People } from './People.tsx';

const routes = {
  nameOfficers: 'POST /meetings/:meetingId/name-officers',
  postpone: 'POST /meetings/:meetingId/postpone',
  cancel: 'POST /meetings/:meetingId/cancel',
  drawExperts: 'POST /meetings/:meetingId/draw-experts',
  declineExpert: 'POST /meetings/:meetingId/decline-expert',
  ruleOnChallenge: 'POST /meetings/:meetingId/rule-on-challenge',
  hold: 'POST /meetings/:meetingId/hold',
  writeOpinion: 'POST /meetings/:meetingId/write-opinion',
  writeConclusion: 'POST /meetings/:meetingId/write-conclusion',
  recordSignature: 'POST /meetings/:meetingId/record-signature',
  sign: 'POST /meetings/:meetingId/sign',
} as const satisfies Record<MeetingAct, string>;

type Route = (typeof routes)[MeetingAct];

/** What comes next, the furthest first; the rest stands beside it. */
const forward: readonly MeetingAct[] = [
  'sign',
  'writeConclusion',
  'writeOpinion',
  'hold',
  'drawExperts',
  'nameOfficers',
];

/** Acts that are no longer what comes next once they were done. */
const done: Partial<Record<MeetingAct, (view: MeetingView) => boolean>> = {
  nameOfficers: (view) => part(view)?.officers.length !== 0,
  writeOpinion: (view) => part(view)?.opinion !== undefined,
  writeConclusion: (view) => view.outcome !== undefined,
};

const part = (view: MeetingView) => view.organParts.find(({ organId }) => organId === view.myOrganId);

/** What this officer may do now as buttons, and as sentences what stands against the rest. */
export function MeetingActs({ view }: { view: MeetingView }) {
  const words = useWords();
  const { t } = words;
  const [asked, ask] = useState<MeetingAct>();
  const next =
    view.lostSigners.length > 0
      ? 'cancel'
      : forward.find((act) => view.actions.includes(act) && done[act]?.(view) !== true);
  const acts = [...view.actions].sort((a, b) => Number(b === next) - Number(a === next));
  return (
    <>
      {acts.length > 0 && (
        <div className="act-row">
          {acts.map((act) => (
            <Button key={act} type={act === next ? 'primary' : 'default'} onClick={() => ask(act)}>
              {t(`meetings.acts.${act}`)}…
            </Button>
          ))}
        </div>
      )}
      {view.blocked.map(({ act, code, facts }) => (
        <Notice key={act} tone="plain">
          <strong>{t(`meetings.acts.${act}`)}</strong>
          {t('colon')}
          {refusalSentence(code, readableFacts(facts, words))}
        </Notice>
      ))}
      {asked !== undefined && <MeetingDialog key={asked} view={view} act={asked} close={() => ask(undefined)} />}
    </>
  );
}

type Value = string | readonly string[] | undefined;
type Typed = Readonly<Record<string, Value>>;

const isEmpty = (value: Value) => (typeof value === 'string' ? value.trim() === '' : !value?.length);

function MeetingDialog({ view, act, close }: { view: MeetingView; act: MeetingAct; close: () => void }) {
  const { t } = useWords();
  const sent = useAct<Route>(routes[act]);
  const [typed, setTyped, forget] = useKept<Typed>(`doorstep.meeting.${view.meetingId}.${act}`, initial(view, act));
  const put = (name: string, value: Value) => setTyped((before) => ({ ...before, [name]: value }));
  const needs = needed(view, act, typed);
  const form = useActForm({
    act: sent,
    faults: Object.fromEntries(
      [...needs, 'place', 'expertIds', 'note', 'chairId', 'noticeReason'].map((name) => [
        name,
        needs.includes(name) && isEmpty(typed[name]) && t('meetings.arrange.required'),
      ]),
    ),
    submit: () =>
      sent.mutate(inputOf(view, act, typed) as Inputs[Route], {
        onSuccess: () => {
          forget();
          close();
        },
      }),
  });
  return (
    <ActDialog
      form={form}
      title={t(`meetings.acts.${act}`)}
      button={t(`meetings.do.${act}`)}
      isEnding={act === 'cancel'}
      close={close}
    >
      <p>{t(`meetings.effects.${act}`)}</p>
      <Asks view={view} act={act} typed={typed} put={put} at={form.at} />
    </ActDialog>
  );
}

const text = (typed: Typed, name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : '');
const list = (typed: Typed, name: string) => (typeof typed[name] === 'object' ? [...(typed[name] as string[])] : []);
const lines = (typed: Typed, name: string) =>
  text(typed, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function initial(view: MeetingView, act: MeetingAct): Typed {
  const named = view.organParts.flatMap(({ officers }) => officers.map(({ staffId }) => staffId));
  switch (act) {
    case 'nameOfficers':
      return { staffIds: (part(view)?.officers ?? []).map(({ staffId }) => staffId) };
    case 'hold':
      return {
        attendees: [...new Set([...named, ...(view.chair === undefined ? [] : [view.chair.staffId])])],
        expertIds: (view.draw?.experts ?? []).flatMap(({ expertId, declined }) => (declined ? [] : [expertId])),
        applicants: guestsOf(view, 'applicant'),
        interested: guestsOf(view, 'interestedParty'),
      };
    case 'writeOpinion':
      return { opinion: part(view)?.opinion ?? '', text: part(view)?.text ?? '' };
    case 'writeConclusion':
      return { outcome: view.outcome ?? '', text: view.text ?? '' };
    case 'postpone':
      return { place: view.place, ...(view.noticeReason !== undefined && { noticeReason: view.noticeReason }) };
    default:
      return {};
  }
}

const guestsOf = (view: MeetingView, role: 'applicant' | 'interestedParty') =>
  (view.hearing?.parties ?? [])
    .filter((party) => party.role === role)
    .map(({ name }) => name)
    .join('\n');

function needed(view: MeetingView, act: MeetingAct, typed: Typed): string[] {
  switch (act) {
    case 'nameOfficers':
      return ['staffIds'];
    case 'postpone':
      return ['startsAt', 'reason', ...(typed.noticeReason === undefined ? [] : ['noticeReason'])];
    case 'cancel':
      return ['reason'];
    case 'declineExpert':
      return ['expertId', 'ground', 'reason'];
    case 'ruleOnChallenge':
      return ['ruling', 'reason', ...(typed.ruling === 'UPHELD' ? ['chairId'] : [])];
    case 'hold':
      return ['attendees'];
    case 'writeOpinion':
      return ['opinion', 'text'];
    case 'writeConclusion':
      return ['outcome', 'text'];
    case 'recordSignature':
      if (isOfficer(view, text(typed, 'guestId'))) return ['guestId', 'note'];
      return ['guestId', 'signature', ...(typed.signature === 'REFUSED' ? ['note'] : [])];
    default:
      return [];
  }
}

/** What was typed, as the route takes it. */
function inputOf(view: MeetingView, act: MeetingAct, typed: Typed): Record<string, unknown> {
  const { meetingId, draw } = view;
  if (act === 'nameOfficers') return { meetingId, staffIds: list(typed, 'staffIds') };
  if (act === 'hold')
    return {
      meetingId,
      attendees: list(typed, 'attendees'),
      ...(draw !== undefined && { expertIds: list(typed, 'expertIds') }),
      guests: [
        ...lines(typed, 'applicants').map((name) => ({ role: 'applicant', name })),
        ...lines(typed, 'interested').map((name) => ({ role: 'interestedParty', name })),
      ],
    };
  const signer = text(typed, 'guestId');
  if (act === 'recordSignature' && isOfficer(view, signer))
    return { meetingId, staffId: signer, signature: 'SIGNED', note: text(typed, 'note') };
  const given = Object.entries(typed).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  const kept =
    act === 'ruleOnChallenge' && typed.ruling === 'REJECTED' ? given.filter(([name]) => name !== 'chairId') : given;
  return { meetingId, ...Object.fromEntries(kept) };
}

interface AsksProps {
  view: MeetingView;
  act: MeetingAct;
  typed: Typed;
  put: (name: string, value: Value) => void;
  at: ActFormState['at'];
}

/** What an act asks for. */
function Asks(props: AsksProps) {
  const { view, act, typed } = props;
  const words = useWords();
  const { t } = words;
  const opinions = ['agree', 'disagree'] as const;
  switch (act) {
    case 'nameOfficers':
      return <Officers {...props} name="staffIds" label={t('meetings.arrange.officers')} ofOrgan={view.myOrganId} />;
    case 'postpone':
      return (
        <>
          <Line
            {...props}
            name="startsAt"
            label={t('meetings.arrange.startsAt')}
            type="datetime-local"
            hint={hearingBounds(view, typed.noticeReason === undefined ? 'directly' : 'byNotice', words)}
          />
          {view.kind === 'HEARING' && (
            <ByNotice
              reason={typed.noticeReason === undefined ? undefined : text(typed, 'noticeReason')}
              put={(reason) => props.put('noticeReason', reason)}
              fault={props.at('noticeReason', t('meetings.hearing.noticeReason'))}
            />
          )}
          <Line {...props} name="place" label={t('meetings.arrange.place')} />
          <Area {...props} name="reason" label={t('meetings.ask.reason')} />
        </>
      );
    case 'cancel':
      return <Area {...props} name="reason" label={t('meetings.ask.reason')} />;
    case 'declineExpert':
      return (
        <>
          <Choice
            {...props}
            name="expertId"
            label={t('meetings.ask.expert')}
            options={(view.draw?.experts ?? [])
              .filter(({ declined }) => declined === undefined)
              .map(({ expertId, name }) => [expertId, name])}
          />
          <Choice
            {...props}
            name="ground"
            label={t('meetings.ask.ground')}
            options={declineGrounds.map((ground) => [ground, t(`meetings.page.declined.${ground}`)])}
          />
          <Area {...props} name="reason" label={t('meetings.ask.reason')} />
        </>
      );
    case 'ruleOnChallenge':
      return (
        <>
          <Choice
            {...props}
            name="ruling"
            label={t('meetings.ask.ruling')}
            options={challengeRulings.map((ruling) => [ruling, t(`meetings.ask.rulings.${ruling}`)])}
          />
          {typed.ruling === 'UPHELD' && <Chair {...props} />}
          <Area {...props} name="reason" label={t('meetings.ask.reason')} />
        </>
      );
    case 'hold':
      return (
        <>
          <Officers {...props} name="attendees" label={t('meetings.ask.attendees')} />
          {view.draw !== undefined && <Sitting {...props} />}
          <Area {...props} name="applicants" label={t('meetings.ask.applicants')} />
          {view.kind === 'HEARING' && <Area {...props} name="interested" label={t('meetings.ask.interested')} />}
        </>
      );
    case 'writeOpinion':
      return (
        <>
          <Choice
            {...props}
            name="opinion"
            label={t('meetings.ask.opinion')}
            options={opinions.map((opinion) => [opinion, t(`meetings.ask.opinions.${opinion}`)])}
          />
          <Area {...props} name="text" label={t('meetings.ask.text')} />
        </>
      );
    case 'writeConclusion':
      return (
        <>
          <Choice
            {...props}
            name="outcome"
            label={t('meetings.ask.outcome')}
            options={meetingOutcomes
              .filter((outcome) => outcome !== 'recheck' || (view.visit === 1 && isVisit(view)))
              .map((outcome) => [outcome, t(`meetings.ask.outcomes.${outcome}`)])}
          />
          <Area
            {...props}
            name="text"
            label={t(view.kind === 'HEARING' ? 'meetings.ask.record' : 'meetings.ask.text')}
          />
        </>
      );
    case 'recordSignature':
      return <WhoSigned {...props} />;
    case 'sign':
      return (
        view.outcome !== undefined && (
          <p className="said">
            <strong>{t(`meetings.ask.outcomes.${view.outcome}`)}</strong>
            {t('colon')}
            {view.text}
          </p>
        )
      );
    default:
      return null;
  }
}

/** Officers whose signature is waited for; before the merged opinion stands there is nothing to sign. */
export const owing = ({ eachSigns, outcome, organParts }: MeetingView) =>
  eachSigns && outcome !== undefined
    ? organParts
        .flatMap(({ officers }) => officers)
        .filter(({ attended, signedAt }) => attended === true && signedAt === undefined)
    : [];

const isOfficer = (view: MeetingView, id: string) => owing(view).some(({ staffId }) => staffId === id);

/** A guest signs before the organ that leads, or refuses to; a colleague who cannot sign here has signed the paper original. */
function WhoSigned(props: AsksProps) {
  const { view, typed } = props;
  const { t } = useWords();
  const me = useMe().data?.me?.staffId;
  const own = part(view);
  const guests = own?.lead === true ? view.guests : [];
  const officers = owing(view).filter(
    ({ staffId }) => staffId !== me && own?.officers.some((officer) => officer.staffId === staffId) === true,
  );
  const onPaper = isOfficer(view, text(typed, 'guestId'));
  return (
    <>
      <Choice
        {...props}
        name="guestId"
        label={t('meetings.ask.guest')}
        options={[
          ...guests.map(({ guestId, name }) => [guestId, name] as const),
          ...officers.map(({ staffId, name }) => [staffId, name] as const),
        ]}
      />
      {!onPaper && (
        <Choice
          {...props}
          name="signature"
          label={t('meetings.ask.signature')}
          options={signatures.map((signature) => [signature, t(`meetings.ask.signatures.${signature}`)])}
        />
      )}
      <Area {...props} name="note" label={t(onPaper ? 'meetings.ask.paperNote' : 'meetings.ask.note')} />
    </>
  );
}

const isVisit = ({ kind }: MeetingView) => kind === 'SITE_VISIT' || kind === 'JOINT_SITE_VISIT';

type Named = AsksProps & { name: string; label: string };

function Line({
  type = 'text',
  hint,
  ...props
}: Named & { type?: 'text' | 'datetime-local'; hint?: string | undefined }) {
  const { name, label, typed, put } = props;
  return (
    <Field label={label} hint={hint} fault={props.at(name, label)}>
      {(bound) => (
        <Input
          {...bound}
          type={type}
          {...(type === 'datetime-local' && { className: 'meeting-when' })}
          maxLength={200}
          value={text(typed, name)}
          onChange={({ target }) => put(name, target.value)}
        />
      )}
    </Field>
  );
}

function Area(props: Named) {
  const { name, label, typed, put, act } = props;
  return (
    <Field label={label} fault={props.at(name, label)}>
      {(bound) => (
        <Input.TextArea
          {...bound}
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={act === 'writeConclusion' ? 8000 : act === 'writeOpinion' ? 4000 : 1000}
          value={text(typed, name)}
          onChange={({ target }) => put(name, target.value)}
        />
      )}
    </Field>
  );
}

function Choice({ options, ...props }: Named & { options: readonly (readonly [string, string])[] }) {
  const { name, label, typed, put } = props;
  return (
    <FieldGroup label={label} fault={props.at(name, label)}>
      <Radio.Group
        className="meeting-ticks"
        aria-label={label}
        value={text(typed, name)}
        options={options.map(([value, said]) => ({ value, label: said }))}
        onChange={({ target }) => put(name, target.value)}
      />
    </FieldGroup>
  );
}

/** People of one office, or of each that takes part. */
function Officers({ ofOrgan, ...props }: Named & { ofOrgan?: string }) {
  const { view, name, label, typed, put } = props;
  const { local } = useWords();
  const chosen = list(typed, name);
  const groups = view.colleagues.filter(({ organId }) => ofOrgan === undefined || organId === ofOrgan);
  return (
    <FieldGroup label={label} fault={props.at(name, label)}>
      {groups.map(({ organId, people }) => {
        const own = new Set(people.map(({ staffId }) => staffId));
        const organ = view.organParts.find((each) => each.organId === organId);
        return (
          <div key={organId} className="unit">
            {groups.length > 1 && organ !== undefined && <span className="quiet">{local(organ.name)}</span>}
            <People
              label={organ === undefined ? label : local(organ.name)}
              people={people}
              chosen={chosen.filter((id) => own.has(id))}
              choose={(next) => put(name, [...chosen.filter((id) => !own.has(id)), ...next])}
            />
          </div>
        );
      })}
    </FieldGroup>
  );
}

function Sitting(props: AsksProps) {
  const { view, typed, put } = props;
  const { t } = useWords();
  const experts = (view.draw?.experts ?? []).filter(({ declined }) => declined === undefined);
  return (
    <FieldGroup label={t('meetings.ask.sitting')} fault={props.at('expertIds', t('meetings.ask.sitting'))}>
      <People
        label={t('meetings.ask.sitting')}
        people={experts.map(({ expertId, name, employer }) => ({
          staffId: expertId,
          name,
          post: { zh: employer, en: employer },
        }))}
        chosen={list(typed, 'expertIds')}
        choose={(next) => put('expertIds', next)}
      />
    </FieldGroup>
  );
}

function Chair(props: AsksProps): ReactNode {
  const { view, typed, put } = props;
  const { t, local } = useWords();
  const people = view.colleagues.flatMap(({ people: each }) => each).filter(({ barred }) => barred === undefined);
  return (
    <Field label={t('meetings.ask.newChair')} fault={props.at('chairId', t('meetings.ask.newChair'))}>
      {(bound) => (
        <Select<string>
          {...bound}
          value={text(typed, 'chairId') || null}
          options={people.map(({ staffId, name, post }) => ({ value: staffId, label: `${name} ${local(post)}` }))}
          onChange={(next) => put('chairId', next)}
        />
      )}
    </Field>
  );
}
