import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Inputs } from '../../../../contract/routes.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { timeOf } from '../../ui/day.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { type StaffWord, useWords } from '../staff/words.ts';

type Target = Inputs['GET /dev/clock/preview'];

const eventWords: [RegExp, StaffWord][] = [
  [/deem/, 'dev.event.deemAccepted'],
  [/remind/, 'dev.event.remind'],
  [/seal/, 'dev.event.seal'],
  [/render/, 'dev.event.render'],
  [/send|tell/, 'dev.event.send'],
  [/sweep/, 'dev.event.sweep'],
  [/recompute/, 'dev.event.recompute'],
];

/** The demo's clock: says first what will happen on the way, then walks there day by day; it never goes back. */
export function DevClockColumn({ onMoving }: { onMoving: (moving: boolean) => void }) {
  const words = useWords();
  const { t, day, at, find } = words;
  const [polls, setPolls] = useState(false);
  const clock = useRead('GET /dev/clock', {}, { refetchInterval: polls ? 1_000 : 30_000 });
  const now = clock.data;
  const [target, setTarget] = useState<Target>();
  const [writtenDay, writeDay] = useState<string>();
  const [writtenTime, writeTime] = useState<string>();
  const preview = useRead('GET /dev/clock/preview', target ?? {}, { enabled: target !== undefined });
  const move = useAct('POST /dev/clock');
  const moving = now?.target !== undefined;
  const wasMoving = useRef(false);
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    setPolls(moving);
    onMoving(moving);
    if (wasMoving.current && !moving) setArrived(true);
    wasMoving.current = moving;
  }, [moving, onMoving]);
  if (now === undefined)
    return (
      <section className="dev-column" aria-label={t('dev.time')}>
        <Refused error={clock.error} />
        {clock.isPending && <Loading />}
      </section>
    );
  const chosen = preview.data?.target;
  const days = Math.floor(now.aheadSeconds / 86_400);
  const hours = Math.floor((now.aheadSeconds % 86_400) / 3_600);
  const choose = (next: Target) => {
    setArrived(false);
    setTarget(next);
  };
  const write = (nextDay: string, nextTime: string) => {
    writeDay(nextDay);
    writeTime(nextTime);
    if (/^\d{4}-\d{2}-\d{2}$/.test(nextDay))
      choose({ day: nextDay, ...(/^\d{2}:\d{2}$/.test(nextTime) ? { time: nextTime } : {}) });
  };
  const go = () =>
    target &&
    move.mutate(target, {
      onSuccess: () => {
        setTarget(undefined);
        setPolls(true);
      },
    });
  const shownDay = writtenDay ?? now.today;
  const shownTime = writtenTime ?? '18:00';
  return (
    <section className="dev-column" aria-labelledby="dev-time">
      <h2 id="dev-time">
        {t('dev.time')}{' '}
        <span className="quiet">{now.aheadSeconds > 0 ? t('dev.ahead', { days, hours }) : t('dev.same')}</span>
      </h2>
      <p className="dev-now">
        <time dateTime={now.now}>
          {words.language === 'en'
            ? `${day(now.today)} ${now.today.slice(0, 4)}`
            : `${now.today.slice(0, 4)}年${day(now.today)}`}{' '}
          {timeOf(now.now)}
        </time>
      </p>
      <p className="quiet">{t(`dev.dayKind.${now.dayKind}`)}</p>
      <p className="row">
        <Button onClick={() => choose({ day: now.today, time: '18:00' })}>{t('dev.toEvening')}</Button>
        <Button onClick={() => choose({ workingDays: 1 })}>{t('dev.nextWorking')}</Button>
        <Button onClick={() => choose({ workingDays: 5 })}>{t('dev.fiveWorking')}</Button>
      </p>
      <div className="row dev-target">
        <Input
          type="date"
          aria-label={t('dev.day')}
          min={now.today}
          value={shownDay}
          onChange={(event) => write(event.target.value, shownTime)}
        />
        <Input
          type="time"
          aria-label={t('dev.at')}
          value={shownTime}
          onChange={(event) => write(shownDay, event.target.value)}
        />
        {target && !preview.isError && (
          <Button type="primary" loading={move.isPending || moving} onClick={go}>
            {t('dev.go')}
          </Button>
        )}
      </div>
      <Refused error={move.error ?? (target ? preview.error : null)} />
      {now.target && (
        <Notice tone="plain" role="status">
          {t('dev.walking', { day: day(now.today), time: timeOf(now.now), target: at(now.target) })}
        </Notice>
      )}
      {arrived && !moving && (
        <Notice tone="green" role="status">
          {t('dev.arrived')}
        </Notice>
      )}
      {target && preview.isPending && <Loading />}
      {target && preview.data && chosen && (
        <div aria-live="polite">
          <h3 className="dev-events-head">
            {preview.data.total === 0 ? t('dev.noEvents') : t('dev.events', { count: preview.data.total })}
            <span className="quiet">
              {t('comma')}
              {t('dev.target', { day: at(chosen).replace(/ \d\d:\d\d$/, ''), time: timeOf(chosen) })}
            </span>
          </h3>
          <ul className="dev-events">
            {preview.data.events.map((event, index) => {
              const word = eventWords.find(([pattern]) => pattern.test(event.kind))?.[1];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same job may stand twice in the same minute
                <li key={index}>
                  <time className="quiet" dateTime={event.at}>
                    {at(event.at)}
                  </time>
                  <Light shape={/deem/.test(event.kind) ? 'yellow' : 'green'}>
                    {word ? t(word) : find('dev.event.other', 'dev.event.other', { kind: event.kind })}
                  </Light>
                  <span className="quiet number">{event.caseNo}</span>
                </li>
              );
            })}
          </ul>
          {preview.data.total > preview.data.events.length && (
            <p className="quiet">{t('dev.more', { count: preview.data.total - preview.data.events.length })}</p>
          )}
        </div>
      )}
      <p className="quiet">{t('dev.rule')}</p>
    </section>
  );
}
