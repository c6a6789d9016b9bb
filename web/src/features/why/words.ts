import { useTranslation } from 'react-i18next';
import type { Basis, ExplainedDay, Explanation } from '../../../../contract/deadlines.ts';
import { inLanguage, type Language, longDay } from '../../ui/day.ts';
import { spanOf } from '../../ui/resident/span.ts';
import { type BasisWords, basisShort, basisText } from './basis.ts';

/** Which clock is explained; it names the start day. `application` is the guide's “if you applied today”. */
export type Purpose = 'answer' | 'correction' | 'decision' | 'delivery' | 'application';

export interface WhySentence {
  key: string;
  /** Lines, each a phrase of its own; `<b>…</b>` has weight. */
  lines: string[];
  bases: string[];
}

/** The words of an explanation in the reader's language: sentences, reasons, bases. Drawn by residents' and staff screens. */
export function useWhyWords(explanation: Explanation, purpose: Purpose) {
  const { t, i18n } = useTranslation('why');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { limit, summary, today } = explanation;
  const day = (iso: string) => longDay(iso, language, today);
  const words: BasisWords = {
    guide: t('guide'),
    notice: (year) => t('notice', { year }),
    noticeShort: t('noticeShort'),
  };
  const basis = (of: Basis) => basisText(of, language, words);
  const mainLaw = 'law' in summary.countingBasis ? summary.countingBasis.law : undefined;

  const reason = (entry: ExplainedDay): string => {
    const provisional = entry.provisional ? t('provisionalDay') : '';
    if (entry.reason === 'startDay') return t(`reasons.startDay.${purpose}`);
    if (entry.reason === 'paused') return t(`grounds.${entry.ground ?? 'other'}`);
    if (entry.reason === 'lastDay') return t('reasons.lastDay', { amount: entry.nth ?? limit.amount });
    if (entry.reason === 'holiday')
      return `${entry.name === undefined ? t('reasons.holiday') : inLanguage(entry.name, language)}${provisional}`;
    return `${t(`reasons.${entry.reason}`)}${provisional}`;
  };

  /** One or two characters for a cell of the calendar. */
  const cell = (entry: ExplainedDay): string => {
    if (entry.reason === 'startDay') return t(`started.${purpose}`);
    if (entry.reason === 'paused') return t(`groundsShort.${entry.ground ?? 'other'}`);
    if (entry.counted) return entry.nth === undefined ? t('last') : t('nth', { nth: entry.nth });
    if (entry.reason === 'holiday' && entry.name !== undefined && language !== 'en')
      return entry.name.zh.replace(/(节|假期)$/, '').slice(0, 2);
    return language === 'en' && entry.reason === 'weekend'
      ? '–'
      : language === 'en'
        ? t('reasons.holiday')
        : t(`reasons.${entry.reason === 'holiday' ? 'holiday' : 'weekend'}`);
  };

  const counted = (entry: ExplainedDay): string =>
    entry.counted ? (entry.nth === undefined ? t('counted') : t('countedNth', { nth: entry.nth })) : t('uncounted');

  /** What a screen reader says for a day. */
  const spoken = (entry: ExplainedDay): string => {
    const said = t('spoken', {
      day: day(entry.day),
      word: reason(entry),
      counted: counted(entry),
      basis: basis(entry.basis),
    });
    return entry.day === today ? t('spokenToday', { spoken: said }) : said;
  };

  return {
    language,
    day,
    basis,
    basisShort: (of: Basis) => basisShort(of, mainLaw, language, words),
    mainLaw,
    reason,
    cell,
    counted,
    spoken,
    sentences: (): WhySentence[] => sentencesOf(),
  };

  function sentencesOf(): WhySentence[] {
    const { unit, amount } = limit;
    const out: WhySentence[] = [];
    const add = (key: string, lines: (string | undefined)[], bases: (Basis | undefined)[]) => {
      const named = bases.flatMap((each) => (each === undefined ? [] : [basis(each)]));
      out.push({ key, lines: lines.flatMap((line) => (line === undefined ? [] : [line])), bases: [...new Set(named)] });
    };
    const start = day(explanation.startDay);
    const told = purpose === 'application' && explanation.startDay === today ? 'applicationToday' : purpose;
    add(
      'start',
      [unit === 'officeHours' ? t('startHours', { day: start }) : t(`start.${told}`, { day: start })],
      [summary.startBasis],
    );
    add('limit', [t(`limit.${'guide' in limit.basis ? 'guide' : 'law'}.${unit}`, { amount })], [limit.basis]);
    const makeups = summary.makeups.filter(({ nth }) => nth !== undefined);
    const names = [...new Set(summary.holidays.map(({ name }) => inLanguage(name, language)))];
    const off = [...(summary.counts.weekend > 0 ? [t('weekend')] : []), ...names];
    if (unit === 'calendarDays') add('daysOff', [t('daysOffAll')], [summary.countingBasis]);
    else if (off.length > 0 || makeups.length > 0) {
      add(
        'daysOff',
        [
          off.length === 0 ? undefined : t('daysOff', { names: off.join(language === 'en' ? ', ' : '、') }),
          ...makeups.map((makeup) => t('makeup', { day: day(makeup.day) })),
        ],
        [summary.countingBasis, ...summary.holidays.map((each) => each.basis), ...makeups.map((each) => each.basis)],
      );
    }
    summary.pauses.forEach((pause, at) => {
      const ground = t(`grounds.${pause.ground}`);
      const { fromDay, toDay } = pause;
      add(
        `pause-${at}`,
        [
          fromDay === undefined || toDay === undefined
            ? t('pauseNone', { ground, day: day(pause.noticeDay) })
            : t('pause', { ground, span: spanOf(fromDay, toDay, language, today), days: pause.days }),
          pause.resumedDay === undefined && pause.neededDays !== undefined
            ? t('pauseNeeded', { days: pause.neededDays })
            : undefined,
        ],
        [pause.basis],
      );
    });
    if (summary.extension !== undefined) {
      const { unit: extended, amount: more, approvedDay, basis: by } = summary.extension;
      add('extension', [t(`extension.${extended}`, { amount: more, day: day(approvedDay) })], [by]);
    }
    summary.moves.forEach(({ movedDay, fromDay, toDay, basis: by }, at) => {
      add(`move-${at}`, [t('moved', { on: day(movedDay), from: day(fromDay), to: day(toDay) })], [by]);
    });
    const total = unit === 'officeHours' ? amount : summary.counts.counted;
    const only = summary.pauses.length === 1 ? summary.pauses[0] : undefined;
    add(
      'end',
      [
        t(`end.${unit}`, {
          amount: total,
          day: day(explanation.dueDay),
          time: explanation.dueTime?.slice(11, 16) ?? '',
        }),
        summary.dueDayWithoutPause === undefined
          ? undefined
          : only === undefined
            ? t('withoutPause', { day: day(summary.dueDayWithoutPause) })
            : t('withoutPauseOf', { ground: t(`grounds.${only.ground}`), day: day(summary.dueDayWithoutPause) }),
      ],
      [],
    );
    return out;
  }
}
