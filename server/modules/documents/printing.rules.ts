import { zone } from '../../platform/clock.ts';
import type { DocumentHead, Limit, Remedies } from './document.data.ts';

/** 2026年3月12日 */
export function printDay(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}

/** 2026年3月12日（星期四）, for days by which somebody must act. */
export function printLastDay(day: string): string {
  return `${printDay(day)}（星期${'一二三四五六日'.charAt(Temporal.PlainDate.from(day).dayOfWeek - 1)}）`;
}

/** 2026年2月26日15时04分, in the district's zone. */
export function printInstant(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${printDay(local.toPlainDate().toString())}${local.hour}时${String(local.minute).padStart(2, '0')}分`;
}

/** The day of an instant, in the district's zone. */
export function printDayOf(at: string): string {
  return printDay(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString());
}

/** 10个工作日 */
export function printLimit({ days, unit }: Limit): string {
  return `${days}${unit === 'workingDay' ? '个工作日' : '日'}`;
}

export function printValidity({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }): string {
  return `自${printDay(fromDay)}起${untilDay === null ? '长期有效' : `至${printDay(untilDay)}止`}`;
}

/** Text that staff typed, ready to stand inside a sentence. */
export function clause(text: string): string {
  return text.trim().replace(/[，、；：。,;:.]+$/u, '');
}

export function joined(bases: readonly string[]): string {
  return bases
    .map(clause)
    .filter((basis) => basis !== '')
    .join('、');
}

/** An article of the licensing law, which is cited for licences alone. */
export function licensing({ profile }: DocumentHead, article: string): string {
  return profile === 'LICENSE' ? `《中华人民共和国行政许可法》${article}` : '';
}

export function applicantNames({ applicants }: DocumentHead): string {
  return applicants.map(({ name }) => name).join('、');
}

/** How the document speaks to its addressee. */
export function you({ applicants }: DocumentHead): string {
  if (applicants.length > 1) return '你们';
  return applicants[0]?.kind === 'organisation' ? '你单位' : '您';
}

/** How applicants speak of themselves. */
export function self({ applicants }: DocumentHead): string {
  if (applicants.length > 1) return '我们';
  return applicants[0]?.kind === 'organisation' ? '本单位' : '本人';
}

/** Said wherever a printed date may still move; empty when none can. */
export function provisionalSentence({ provisionalYears }: DocumentHead): string {
  if (provisionalYears.length === 0) return '';
  const years = provisionalYears.map((year) => `${year}年`).join('、');
  return `${years}的放假安排尚未公布，涉及的日期为暂算，公布后按公布的安排重新计算。`;
}

/** 行政许可法 art. 38 for denials; also printed on refusals of acceptance. */
export function remediesSentence(head: DocumentHead, remedies: Remedies | null): string {
  if (remedies === null) return '';
  // 决定书, 告知书, 通知书: the sentence calls the paper what its title does.
  const paper = /(?:决定|告知|通知)书$/u.exec(head.title)?.[0] ?? '文书';
  return (
    `${you(head)}如不服本${paper.slice(0, 2)}，可以自收到本${paper}之日起六十日内向${remedies.reconsiderationOrgan}申请行政复议，` +
    `也可以自收到本${paper}之日起六个月内依法向${remedies.court}提起行政诉讼。`
  );
}

/** （一）…；（二）…: several points inside a sentence; a single one stands alone. */
export function enumerated(points: readonly string[]): string {
  const said = points.map(clause).filter((point) => point !== '');
  if (said.length < 2) return said.join('');
  return said.map((point, at) => `（${chineseNumber(at + 1)}）${point}`).join('；');
}

/** 一 … 九十九 */
export function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return digits.charAt(ones);
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`;
}
