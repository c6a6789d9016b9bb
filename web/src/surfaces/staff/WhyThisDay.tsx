import type { Due, StaffCase } from '../../../../contract/cases.ts';
import type { Basis, ExplainedDay, Explanation } from '../../../../contract/deadlines.ts';
import { daysAfter, isoWeekday } from '../../ui/day.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { useWords, type Words } from './words.ts';

export function basisWords(basis: Basis, { t }: Words): string {
  if ('guide' in basis) return basis.guide || t('why.guide');
  if ('notice' in basis) return t('why.notice', { year: basis.year });
  return t('why.law', { law: basis.law, article: basis.article ?? '' });
}

function dayWord(day: ExplainedDay, explanation: Explanation, purpose: Due['purpose'], words: Words): string {
  const { t, local } = words;
  const nth = day.nth ?? 0;
  if (day.day === explanation.dueDay) return nth > 0 ? t('why.last', { n: nth }) : t('why.lastPlain');
  if (day.reason === 'startDay') return t('why.starts', { act: t(`why.start.${purpose}`) });
  if (day.reason === 'paused') return t('why.paused');
  if (!day.counted) return day.name ? local(day.name) : t('why.rest');
  if (day.day === explanation.today) return t('why.todayNth', { n: nth });
  return day.kind === 'makeup' ? t('why.makeup', { n: nth }) : t('why.nth', { n: nth });
}

function monday(day: string): string {
  return daysAfter(day, 1 - isoWeekday(day));
}

function weeks(explanation: Explanation): string[][] {
  const rows: string[][] = [];
  for (let start = monday(explanation.startDay); start <= explanation.dueDay; start = daysAfter(start, 7))
    rows.push(Array.from({ length: 7 }, (_, index) => daysAfter(start, index)));
  return rows;
}

function unitWord({ limit }: Explanation, { t }: Words): string {
  const word =
    limit.unit === 'workingDays'
      ? 'why.limitDays'
      : limit.unit === 'calendarDays'
        ? 'why.limitCalendar'
        : 'why.limitHours';
  return t(word, { count: limit.amount });
}

const columns = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const;

/** 为什么是这一天: the counted days as a calendar, and two sentences with their articles. */
export function WhyThisDay({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t, day, language } = words;
  const { explanation } = kase;
  if (explanation === undefined) return null;
  const purpose = kase.due?.purpose ?? 'decision';
  const explained = new Map(explanation.days.map((each) => [each.day, each]));
  const { summary } = explanation;
  const uncounted = [
    ...(summary.counts.startDay ? [t('why.startDay')] : []),
    ...(summary.counts.weekend ? [t('why.weekend', { days: summary.counts.weekend })] : []),
    ...(summary.counts.holiday ? [t('why.holiday', { days: summary.counts.holiday })] : []),
    ...(summary.counts.paused ? [t('why.pausedDays', { days: summary.counts.paused })] : []),
  ].join(t('list.separator'));
  const dates = (iso: string) => (language === 'en' ? day(iso).replace(/^\w+,? /, '') : (day(iso).split(' ')[0] ?? ''));
  return (
    <section aria-labelledby="why" className="block">
      <div className="section-head">
        <h2 id="why">{t('why.title', { day: day(explanation.dueDay) })}</h2>
        <span className="quiet">
          {summary.pauses.length > 0
            ? t('why.pauses', { count: summary.pauses.length })
            : summary.extension
              ? t('why.extended')
              : t('why.noPause')}
        </span>
      </div>
      <Scrolled label={t('why.calendar')}>
        <table className="calendar">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`why.weekday.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks(explanation).map((week) => (
              <tr key={week[0]}>
                {week.map((iso) => {
                  const each = explained.get(iso);
                  const kind = [
                    each?.counted ? 'counted' : '',
                    each && !each.counted && each.reason !== 'startDay' ? 'rest' : '',
                    each?.reason === 'paused' ? 'paused' : '',
                    iso === explanation.today ? 'today' : '',
                    iso === explanation.dueDay ? 'last' : '',
                    each?.counted && iso < explanation.today ? 'gone' : '',
                  ];
                  return (
                    <td key={iso} className={kind.filter(Boolean).join(' ')}>
                      <span>{dates(iso)}</span>
                      {each && <span className="calendar-word">{dayWord(each, explanation, purpose, words)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <dl className="why-words">
        <div>
          <dt>{unitWord(explanation, words)}</dt>
          <dd>
            {t('why.limitSentence', {
              basis: basisWords(explanation.limit.basis, words),
              start: day(explanation.startDay),
              due: day(explanation.dueDay),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('why.countHead')}</dt>
          <dd>
            {t('why.countSentence', {
              basis: basisWords(summary.countingBasis, words),
              counted: summary.counts.counted,
              uncounted: summary.counts.uncounted,
            })}
            {uncounted && t('why.uncounted', { parts: uncounted })}
            {t('stop')}
            {summary.makeups.length > 0 &&
              t('why.makeups', { days: summary.makeups.map((each) => day(each.day)).join(t('list.separator')) })}
            {summary.dueDayWithoutPause && t('why.withoutPause', { day: day(summary.dueDayWithoutPause) })}
          </dd>
        </div>
        {summary.extension && (
          <div>
            <dt>{t('why.extensionHead')}</dt>
            <dd>
              {t('why.extension', {
                amount: summary.extension.amount,
                day: day(summary.extension.approvedDay),
                basis: basisWords(summary.extension.basis, words),
              })}
            </dd>
          </div>
        )}
        {summary.pauses.map((pause) => (
          <div key={pause.noticeDay + pause.ground}>
            <dt>{t(`procedures.ground.${pause.ground}`)}</dt>
            <dd>
              {pause.fromDay === undefined || pause.toDay === undefined
                ? t('why.pauseNone', { day: day(pause.noticeDay), basis: basisWords(pause.basis, words) })
                : t('why.pause', {
                    from: day(pause.fromDay),
                    to: day(pause.toDay),
                    days: pause.days,
                    basis: basisWords(pause.basis, words),
                  })}
            </dd>
          </div>
        ))}
        {summary.moves.map(({ movedDay, fromDay, toDay, basis }) => (
          <div key={movedDay + toDay}>
            <dt>{t('why.movedHead')}</dt>
            <dd>
              {t('why.moved', {
                on: day(movedDay),
                from: day(fromDay),
                to: day(toDay),
                basis: basisWords(basis, words),
              })}
            </dd>
          </div>
        ))}
        {kase.statutoryDueDay && kase.statutoryDueDay !== explanation.dueDay && (
          <div>
            <dt>{t('why.statutoryHead')}</dt>
            <dd>{t('due.statutory', { day: day(kase.statutoryDueDay) })}</dd>
          </div>
        )}
        {kase.promisedDueDay && kase.promisedDueDay !== explanation.dueDay && (
          <div>
            <dt>{t('why.promisedHead')}</dt>
            <dd>{t('due.promised', { day: day(kase.promisedDueDay) })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
