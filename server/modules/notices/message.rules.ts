import type { LicenceAct } from '../../../contract/licences.ts';

/**
 * What messages say, one function a template. Plain words, one thing each; Chinese, since a text message has one
 * language and its receiver is a resident of the district. No identity number, no reasons.
 */
export const templates = {
  phoneCode: ({ code, validMinutes }: { code: string; validMinutes: number }) =>
    `您的验证码是${code}，${validMinutes}分钟内有效。不要告诉别人，我们也不会问您要。`,
  received: ({ item, caseNo, answeredByDay, queryCode }: CaseFacts & { answeredByDay: string; queryCode: string }) =>
    `您的${item}申请我们已收到，办件编号${caseNo}，查询码${queryCode}。最迟${spoken(answeredByDay)}告诉您是否受理。`,
  corrected: ({ item, caseNo, count }: CaseFacts & { count: number }) =>
    `您的${item}申请（${caseNo}）还差${count}样材料。请到“我的”里查看要怎么补，也可以到任一窗口补。`,
  stillOpen: ({ item, caseNo, count }: CaseFacts & { count: number }) =>
    `您补交的材料我们看过了，${item}申请（${caseNo}）还有${count}样没有补好，要求和上次告知的一样。`,
  accepted: ({ item, caseNo, dueDay }: CaseFacts & { dueDay: string }) =>
    `您的${item}申请（${caseNo}）已受理，最迟${spoken(dueDay)}作出决定。`,
  acceptedTolerated: ({ item, caseNo, count, supplyDay }: CaseFacts & { count: number; supplyDay: string }) =>
    `您的${item}申请（${caseNo}）先受理了，还差${count}样材料，最迟${spoken(supplyDay)}补交。到期没补齐，这件事就终止办理。`,
  supplyReminder: ({ item, caseNo, count, supplyDay }: CaseFacts & { count: number; supplyDay: string }) =>
    `您的${item}申请（${caseNo}）还有${count}样材料没交，最后一天是${spoken(supplyDay)}。到“我的”里上传，或者到任一窗口交。`,
  supplied: ({ item, caseNo, left }: CaseFacts & { left: number }) =>
    left === 0
      ? `您的${item}申请（${caseNo}）材料补齐了，我们接着办。`
      : `您补交的材料收到了，${item}申请（${caseNo}）还差${left}样。`,
  commitmentWithdrawn: ({ item, caseNo, count }: CaseFacts & { count: number }) =>
    count === 0
      ? `您撤回了${item}申请（${caseNo}）的承诺，这件事按一般程序接着办。`
      : `您撤回了${item}申请（${caseNo}）的承诺，请补交${count}样材料，补齐才能给结果。`,
  commitmentFalse: ({ item, caseNo }: CaseFacts) =>
    `经核查，您在${item}（${caseNo}）里的承诺不实，决定已经撤销。理由和救济办法写在决定书里，请到“我的”里查看。`,
  deemedAccepted: ({ item, caseNo, dueDay, acceptedDay }: CaseFacts & { dueDay: string; acceptedDay: string }) =>
    `您的${item}申请（${caseNo}）我们没有按时答复，依法从${spoken(acceptedDay)}起就算受理，最迟${spoken(dueDay)}作出决定。`,
  returnedToFront: ({ item, caseNo, answeredByDay }: CaseFacts & { answeredByDay: string }) =>
    `您的${item}申请（${caseNo}）受理后又退回窗口核对材料，原来的受理先不算。最迟${spoken(answeredByDay)}告诉您受理了，还是要补什么。`,
  refused: ({ item, caseNo }: CaseFacts) =>
    `您的${item}申请（${caseNo}）没有受理。原因和该找谁，请到“我的”里查看告知书。`,
  granted: ({ item, caseNo, where }: CaseFacts & { where: string }) => `您的${item}（${caseNo}）已办好，${where}。`,
  denied: ({ item, caseNo }: CaseFacts) =>
    `您的${item}申请（${caseNo}）没有通过。理由和救济办法写在决定书里，请到“我的”里查看。`,
  deliveryAssigned: ({ item, caseNo, agent }: CaseFacts & { agent: string }) =>
    `您的${item}（${caseNo}）由${agent}给您送来。`,
  mandateGiven: ({ agent, matters, untilDay }: MandateTerms & { agent: string }) =>
    `您委托了${agent}代办${amount(matters)}，到${dated(untilDay)}为止。不是您的意思，请马上在“我的委托”里撤销。`,
  mandateReceived: ({ principal, matters, untilDay }: MandateTerms & { principal: string }) =>
    `${principal}委托您代办${amount(matters)}，到${dated(untilDay)}为止。不愿意办，可以在“我的委托”里放弃。`,
  mandateRevoked: ({ principal, agent }: MandateSides) =>
    `${principal}撤销了给${agent}的委托，以后不能再凭它办事。已经办的不受影响。`,
  mandateLaidDown: ({ principal, agent }: MandateSides) =>
    `${agent}放弃了${principal}给的委托，以后不能再凭它办事。已经办的不受影响。`,
  licenceChanged: ({ title, number, act, filed }: LicenceFacts & { act: LicenceAct }) =>
    `您的《${title}》（${number}）${licenceChanges[act]}。${act === 'restore' ? '决定书' : '理由和救济办法写在决定书里，'}${filed === 'online' ? '请到“我的”里查看' : '由发证机关送达给您'}。`,
  licencePosted: ({
    title,
    number,
    decision,
    carrier,
    trackingNumber,
  }: LicenceFacts & { decision: string; carrier: string; trackingNumber: string }) =>
    `您的《${title}》（${number}）的《${decision}》已寄出，${carrier}，单号${trackingNumber}。`,
  withdrawn: ({ item, caseNo }: CaseFacts) => `您的${item}申请（${caseNo}）已撤回，不再办理。要办，可以重新申请。`,
  terminated: ({ item, caseNo }: CaseFacts) =>
    `您的${item}申请（${caseNo}）已终止办理。理由和救济办法写在通知书里，请到“我的”里查看。`,
  correctionLapsed: ({ item, caseNo, count }: CaseFacts & { count: number }) =>
    `您的${item}申请（${caseNo}）补正的日子已经过了，还差${count}样材料。申请没有作废，请您尽快补交，我们接着办。`,
  deemedWithdrawn: ({ item, caseNo, lastDay }: CaseFacts & { lastDay: string }) =>
    `您的${item}申请（${caseNo}）到${spoken(lastDay)}没有补齐材料，按本地规定视为撤回。要办，可以重新申请。`,
  renewalLate: ({ item, caseNo, untilDay }: CaseFacts & { untilDay: string }) =>
    `您的${item}申请（${caseNo}）离${dated(untilDay)}到期不到规定的天数。我们照常办，但到期前不一定来得及决定，到期没有决定的不能算准予延续。`,
  renewedByLaw: ({ item, caseNo, untilDay }: CaseFacts & { untilDay: string }) =>
    `您的${item}申请（${caseNo}）到期前我们没有作出决定，依法视为准予延续${untilDay === '' ? '' : `，到${dated(untilDay)}为止`}。新证办好后送到您手上。`,
  licenceEnding: ({
    title,
    filed,
    untilDay,
    applyByDay,
    renewal,
  }: LicenceFacts & { untilDay: string; applyByDay: string; renewal: string }) =>
    `您的《${title}》${dated(untilDay)}到期。还要用的，请最迟${dated(applyByDay)}申请“${renewal}”，${filed === 'online' ? '到“我的”里打开这本证就能办' : '网上或者任一窗口都能办'}。`,
  posted: ({
    item,
    caseNo,
    title,
    carrier,
    trackingNumber,
  }: CaseFacts & { title: string; carrier: string; trackingNumber: string }) =>
    `您的${item}（${caseNo}）的《${title}》已寄出，${carrier}，单号${trackingNumber}。`,
  hearingRights: ({ item, caseNo, day }: CaseFacts & { day: string }) =>
    `您的${item}申请（${caseNo}）在作决定前，您有权要求听证，最迟${spoken(day)}提出。请到“我的”里答复，也可以到窗口说。`,
  hearingArranged: ({ item, caseNo, day }: CaseFacts & { day: string }) =>
    `您的${item}申请（${caseNo}）定于${spoken(day)}举行听证，时间和地点写在通知书里，请到“我的”里查看。`,
  visitArranged: ({ item, caseNo, day }: CaseFacts & { day: string }) =>
    `您的${item}申请（${caseNo}）定于${spoken(day)}到现场查看，请您安排人在场。`,
  hearingCancelled: ({ item, caseNo, day, was }: CaseFacts & CalledOff) =>
    was === 'held'
      ? `您的${item}申请（${caseNo}）${spoken(day)}的听证不作数。要重新举行的，会再通知您。`
      : `您的${item}申请（${caseNo}）原定${spoken(day)}的听证取消了，您不用来。另外安排的，会再通知您。`,
  visitCancelled: ({ item, caseNo, day, was }: CaseFacts & CalledOff) =>
    was === 'held'
      ? `您的${item}申请（${caseNo}）${spoken(day)}的现场查看不作数。要再去的，会再通知您。`
      : `您的${item}申请（${caseNo}）原定${spoken(day)}到现场查看，现在取消了，您不用等。另外安排的，会再通知您。`,
  procedureStarted: ({ item, caseNo, procedure, days }: CaseFacts & { procedure: string; days: number }) =>
    `您的${item}申请（${caseNo}）要做${procedure}，需要${days}个工作日，这段时间不算在办理时限里。告知书请到“我的”里查看。`,
  procedureEnded: ({ item, caseNo, procedure, dueDay }: CaseFacts & { procedure: string; dueDay: string }) =>
    `您的${item}申请（${caseNo}）的${procedure}已经完成，办理时限继续计算，最迟${spoken(dueDay)}作出决定。`,
  extended: ({ item, caseNo, days, dueDay }: CaseFacts & { days: number; dueDay: string }) =>
    `您的${item}申请（${caseNo}）经批准延长${days}个工作日，最迟${spoken(dueDay)}作出决定。理由写在延期告知书里，请到“我的”里查看。`,
  reportedUp: ({ item, caseNo, organ }: CaseFacts & { organ: string }) =>
    `您的${item}申请（${caseNo}）我们已经初审，连同全部材料报送${organ}决定，不用您再交材料。`,
  noticePosted: ({ item, caseNo, untilDay }: CaseFacts & { untilDay: string }) =>
    `您的${item}申请（${caseNo}）正在公示，到${spoken(untilDay)}为止。公示里不写您的全名。`,
  objectionAnswered: ({ item }: { item: string }) =>
    `您对${item}公示提出的异议，我们已经答复。请到公示页面查看，或者到窗口、打电话询问。`,
  completed: ({ item, caseNo }: CaseFacts) => `您的${item}（${caseNo}）已办结。感谢您。`,
} as const;

const licenceChanges: Record<LicenceAct, string> = {
  suspend: '已被暂停，恢复以前不能使用',
  restore: '已恢复，可以继续使用',
  recall: '已被依法撤回，不再有效',
  cancel: '已注销，不再有效',
  revoke: '已被撤销，不再有效',
};

interface LicenceFacts {
  readonly title: string;
  readonly number: string;
  /** `online`: he finds it in his account. */
  readonly filed: 'online' | 'otherwise';
}

interface CaseFacts {
  readonly item: string;
  readonly caseNo: string;
}

interface CalledOff {
  readonly day: string;
  /** Whether it had taken place: then what was done does not count. */
  readonly was: 'arranged' | 'held';
}

/** Matters by their number: what they are stands in the mandate itself. */
interface MandateTerms {
  readonly matters: number | 'every';
  readonly untilDay: string;
}

interface MandateSides {
  readonly principal: string;
  readonly agent: string;
}

export type Template = keyof typeof templates;
export type TemplateFacts<T extends Template> = Parameters<(typeof templates)[T]>[0];

/** The text of a message under the sign of the platform; a demo says that it is one. */
export function messageText<T extends Template>(template: T, facts: TemplateFacts<T>, mode: 'demo' | 'live'): string {
  const say = templates[template] as (facts: TemplateFacts<T>) => string;
  return `【${mode === 'demo' ? '门口办演示' : '门口办'}】${say(facts)}`;
}

const amount = (matters: MandateTerms['matters']) => (matters === 'every' ? '所有的事' : `${matters}件事`);

/** 2027年3月12日 */
function dated(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.year}年${date.month}月${date.day}日`;
}

/** 3月12日（星期四） */
function spoken(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.month}月${date.day}日（星期${'一二三四五六日'[date.dayOfWeek - 1]}）`;
}
