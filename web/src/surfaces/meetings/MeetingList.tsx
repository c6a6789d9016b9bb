import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { MeetingSummary } from '../../../../contract/meetings.ts';
import { meetingKinds, meetingStates } from '../../../../contract/words.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './meetings.css';

/** What this office takes part in: what is to come first, then what was. */
export function MeetingList() {
  const { t, local, at } = useWords();
  const [params, setParams] = useSearchParams();
  const state = meetingStates.find((each) => each === params.get('state'));
  const kind = meetingKinds.find((each) => each === params.get('kind'));
  const list = usePages('GET /meetings', { ...(state && { state }), ...(kind && { kind }) });
  const meetings = list.data?.pages.flatMap((page) => page.meetings) ?? [];
  usePageTitle(t('meetings.title'));
  const put = (name: 'state' | 'kind', value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="page-pad meetings">
      <h1>{t('meetings.title')}</h1>
      <p className="quiet">{t('meetings.hint')}</p>
      <fieldset className="filters" aria-label={t('meetings.filters')}>
        <Select
          aria-label={t('meetings.state')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={state ?? ''}
          onChange={(value) => put('state', value)}
          options={[
            { value: '', label: `${t('meetings.state')}${t('colon')}${t('meetings.any')}` },
            ...meetingStates.map((each) => ({ value: each, label: t(`meetings.states.${each}`) })),
          ]}
        />
        <Select
          aria-label={t('meetings.kind')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={kind ?? ''}
          onChange={(value) => put('kind', value)}
          options={[
            { value: '', label: `${t('meetings.kind')}${t('colon')}${t('meetings.any')}` },
            ...meetingKinds.map((each) => ({ value: each, label: t(`meetings.kinds.${each}`) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && meetings.length === 0 && <p>{t('meetings.none')}</p>}
      {meetings.length > 0 && (
        <Scrolled label={t('meetings.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('meetings.when')}</th>
                <th scope="col">{t('meetings.what')}</th>
                <th scope="col">{t('meetings.matter')}</th>
                <th scope="col">{t('meetings.where')}</th>
                <th scope="col">{t('meetings.who')}</th>
                <th scope="col">{t('meetings.state')}</th>
              </tr>
            </thead>
            <tbody>
              {meetings.map((meeting) => (
                <tr key={meeting.meetingId}>
                  <td className="nowrap number">{at(meeting.startsAt)}</td>
                  <td className="nowrap">
                    <Link href={`/meetings/${meeting.meetingId}`}>{t(`meetings.kinds.${meeting.kind}`)}</Link>
                    {meeting.visit > 1 && <span className="quiet"> {t('meetings.visit')}</span>}
                  </td>
                  <td>
                    {local(meeting.itemName)}
                    <div className="quiet small">
                      {meeting.applicant} · <span className="number">{meeting.caseNo}</span>
                    </div>
                  </td>
                  <td>{meeting.place}</td>
                  <td>{meeting.organs.map(local).join(t('list.separator'))}</td>
                  <td className="nowrap">
                    <MeetingState meeting={meeting} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </div>
  );
}

const shapes: Record<MeetingSummary['state'], Shape> = {
  ARRANGED: 'none',
  HELD: 'green',
  CONCLUDED: 'done',
  CANCELLED: 'wrong',
};

/** Where a meeting stands; what this office owes speaks louder. */
export function MeetingState({ meeting: { state, awaits } }: { meeting: Pick<MeetingSummary, 'state' | 'awaits'> }) {
  const { t } = useWords();
  if (awaits !== undefined) return <Light shape="yellow">{t(`meetings.awaits.${awaits}`)}</Light>;
  return <Light shape={shapes[state]}>{t(`meetings.states.${state}`)}</Light>;
}
