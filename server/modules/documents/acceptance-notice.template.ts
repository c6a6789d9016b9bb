import {
  application,
  type Block,
  clause,
  contactSentence,
  type DocumentHead,
  type Limit,
  letterHead,
  numbered,
  paragraph,
  printDay,
  printLastDay,
  printLimit,
  provisionalSentence,
  querySentence,
  sentence,
  you,
} from './document.blocks.ts';

/** 受理通知书: from which day, by which day, in which way, at what cost. */
export interface AcceptanceNoticeData extends DocumentHead {
  kind: 'acceptanceNotice';
  queryCode: string;
  appliedDay: string;
  acceptedDay: string;
  /**
   * `complete`: all was there; `corrected`: all corrections were supplied; `deemed`: no correction notice within five
   * working days of receipt, so the law accepted from the day of receipt (行政许可法 art. 32, R-2.5).
   */
  ground: { kind: 'complete' } | { kind: 'corrected' } | { kind: 'deemed'; receivedDay: string; noticeLastDay: string };
  promised: Limit | null;
  statutory: Limit | null;
  /** How it will be examined, in sentences. */
  process: string;
  specialProcedures: {
    name: string;
    neededTime: string | null;
    /** Whether its time counts in the limits (行政许可法 art. 45, or the item's own law). */
    counted: boolean;
    basis: string | null;
  }[];
  /** Null: free of charge. */
  fee: { text: string; basis: string } | null;
}

export function acceptanceNoticeBlocks(data: AcceptanceNoticeData): Block[] {
  return [
    ...letterHead(data),
    paragraph(opening(data)),
    ...numbered([
      ['期限', limits(data)],
      ['过程', sentence(data.process)],
      ['特别程序和费用', specialProcedures(data) + fee(data)],
      ['联系和查询', contactSentence(data) + querySentence(data.queryCode)],
    ]),
  ];
}

function opening(data: AcceptanceNoticeData): string {
  const received = `${application(data, data.appliedDay)}，本机关已收到。`;
  const article = (item: string) =>
    data.profile === 'LICENSE' ? `根据《中华人民共和国行政许可法》第三十二条第一款第${item}项的规定，` : '';
  switch (data.ground.kind) {
    case 'complete':
      return `${received}经核对，申请材料齐全，符合法定形式。${article('五')}现决定自${printDay(data.acceptedDay)}起受理。`;
    case 'corrected':
      return `${received}${you(data)}已按要求提交全部补正材料。${article('五')}现决定自${printDay(data.acceptedDay)}起受理。`;
    case 'deemed':
      return (
        `${application(data, data.appliedDay)}，本机关于${printDay(data.ground.receivedDay)}收到材料，到${printDay(data.ground.noticeLastDay)}` +
        `没有告知需要补正的内容。${article('四')}本件自收到申请材料之日起即为受理，受理日为${printDay(data.acceptedDay)}，` +
        '办理期限从受理日起算，不因本通知书出具在后而顺延。'
      );
  }
}

function limits(data: AcceptanceNoticeData): string {
  const { promised, statutory } = data;
  const counting = [promised, statutory].some((limit) => limit?.unit === 'workingDay') ? '工作日不含法定节假日。' : '';
  return limitsSentence(promised, statutory) + counting + provisionalSentence(data);
}

function limitsSentence(promised: Limit | null, statutory: Limit | null): string {
  const law = statutory && `法定期限为${printLimit(statutory)}，最迟${printLastDay(statutory.lastDay)}`;
  if (promised) {
    const promise = `本机关承诺最迟${printLastDay(promised.lastDay)}作出决定，即受理后${printLimit(promised)}内`;
    return law ? `${promise}；${law}。` : `${promise}。`;
  }
  return law ? `${law}作出决定。` : '本件没有法定期限，本机关尽快办理。';
}

function specialProcedures({ specialProcedures }: AcceptanceNoticeData): string {
  if (specialProcedures.length === 0) return '本件没有特别程序，';
  return specialProcedures
    .map(({ name, neededTime, counted, basis }) => {
      const time = neededTime === null ? '所需时间另行书面告知' : `所需时间${clause(neededTime)}`;
      const counting = counted ? '计入办理期限' : '不计入办理期限';
      return `本件需要${name}，${time}，${counting}${basis === null ? '' : `（${basis}）`}。`;
    })
    .join('');
}

function fee({ fee, specialProcedures }: AcceptanceNoticeData): string {
  if (fee) return `${specialProcedures.length > 0 ? '本件' : ''}收费${clause(fee.text)}，依据是${clause(fee.basis)}。`;
  return specialProcedures.length > 0 ? '本件不收费。' : '不收费。';
}
