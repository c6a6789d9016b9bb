import type { DocumentKind, PrintedBlock } from '../../../contract/documents.ts';
import type { DeliveryMethod } from '../../../contract/values.ts';
import type {
  AcceptanceNoticeData,
  AcceptanceRefusalData,
  ApplicationFormData,
  DeliveryReceiptData,
  DocumentData,
  DocumentHead,
  IntakeReceiptData,
  LicenceDecisionData,
} from './document.data.ts';
import { decisionWords, licenceActWord } from './document.rules.ts';
import {
  applicantNames,
  clause,
  joined,
  licensing,
  printDay,
  printDayOf,
  printInstant,
  printLastDay,
  printLimit,
  printValidity,
  provisionalSentence,
  remediesSentence,
  self,
  you,
} from './printing.rules.ts';
import { obligatoryOfProcedures, procedureValues } from './procedure-values.rules.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * What a template may print of a document, by the names that editors use. Sentences that the law binds (remedies,
 * limits, acceptance by silence, provisional days) are whole values: a template prints them or not, and cannot bend
 * them. A name is never taken away, since published templates use it.
 */
export interface Values {
  /** Empty where there is nothing to say. */
  texts: Texts;
  lists: Readonly<Record<string, readonly Texts[]>>;
  /** What the document brings of its own: the answers of an application, the entries of a certificate. */
  rows: readonly PrintedBlock[];
}

/** The values of a document, all names of its kind among them; pure, from the frozen data alone. */
export function documentValues(data: DocumentData): Values {
  const { texts = {}, lists = {}, rows = [] } = ownValues(data);
  return { texts: { ...headTexts(data), ...texts }, lists, rows };
}

function headTexts(head: DocumentHead): Texts {
  return {
    文书名称: head.title,
    机关: head.organ,
    办件编号: head.caseNumber,
    事项: head.item.name,
    事项编码: head.item.code,
    申请人: applicantNames(head),
    您: you(head),
    出具日: printDay(head.issueDay),
    联系人: head.contact.name ?? '',
    联系电话: head.contact.phone,
    联系方式: `${head.contact.name === null ? '联系' : `联系人${head.contact.name}，`}电话${head.contact.phone}。`,
    暂算说明: provisionalSentence(head),
    行政许可: head.profile === 'LICENSE' ? '行政许可' : '',
  };
}

function ownValues(data: DocumentData): Partial<Values> {
  switch (data.kind) {
    case 'intakeReceipt':
      return {
        texts: {
          查询码: data.queryCode,
          收到时间:
            data.sentBy === undefined
              ? printInstant(data.receivedAt)
              : `${printDayOf(data.receivedAt)}（${data.sentBy}）`,
          收件人: data.receiver.name,
          收件地点: data.receiver.place,
          材料数: String(data.materials.length),
          核对最后日: data.checkLastDay === null ? '' : printLastDay(data.checkLastDay),
          逾期受理: silenceSentence(data),
          补交情况: supplySentence(data),
          不代表受理: data.supply === undefined ? '，不代表已经受理' : '',
        },
        lists: {
          材料: data.materials.map(({ name, originals, copies, pages, form }, index) => ({
            序号: String(index + 1),
            名称: name,
            原件: form === 'electronic' ? '—' : String(originals),
            复印件: form === 'electronic' ? '—' : String(copies),
            页数: pages === null ? '—' : String(pages),
            形式: form === 'electronic' ? '电子' : '纸质',
          })),
        },
      };
    case 'acceptanceNotice':
      return {
        texts: {
          查询码: data.queryCode,
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          材料齐全: completeSentence(data),
          补正齐全: data.ground.kind === 'corrected' ? '已按要求提交全部补正材料' : '',
          // The article speaks of a whole set of materials, which a tolerated acceptance has not.
          受理依据: data.ground.kind === 'tolerated' ? '' : licensing(data, '第三十二条第一款第五项'),
          视为受理: deemedSentence(data),
          承诺期限: promiseSentence(data),
          法定期限: statutorySentence(data),
          计日说明: [data.promised, data.statutory].some((limit) => limit?.unit === 'workingDay')
            ? '工作日不含法定节假日。'
            : '',
          过程: clause(data.process),
          特别程序: specialProcedures(data),
          费用: data.fee ? `收费${clause(data.fee.text)}，依据是${clause(data.fee.basis)}` : '不收费',
        },
      };
    case 'correctionNotice':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          收件日: printDay(data.receivedDay),
          补正项数: String(data.defects.length),
          补正依据: licensing(data, '第三十二条第一款第四项'),
          最后一天: data.correctionLimit ? printLastDay(data.correctionLimit.lastDay) : '',
          期限依据: data.correctionLimit?.basis ?? '',
          后果: clause(data.correctionLimit?.consequence ?? ''),
        },
        lists: {
          补正内容: data.defects.map(({ material, defect, remedy, basis }, index) => ({
            序号: String(index + 1),
            材料: material,
            问题: defect,
            怎样补正: remedy,
            依据: basis,
          })),
        },
      };
    case 'acceptanceRefusal':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          理由: clause(data.reason),
          依据: joined([refusalArticle(data), ...data.basis]),
          结论: refusalConclusion(data),
          有权机关: clause(data.competentOrgan ?? ''),
          救济途径: remediesSentence(data, data.remedies),
        },
      };
    case 'grantDecision':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          事实: clause(data.facts),
          条件: data.profile === 'LICENSE' ? '法定条件、标准' : '规定条件',
          依据: joined([licensing(data, '第三十八条第一款'), ...data.basis]),
          决定: decisionWords(data.profile).granting,
          内容: clause(data.content),
          适用范围: clause(data.scope ?? ''),
          有效期: data.validity === null ? '' : printValidity(data.validity),
          证件: data.certificate?.name ?? '',
          证件编号: data.certificate?.number ?? '',
          证件送达日: data.certificate === null ? '' : printLastDay(data.certificate.deliveryLastDay),
        },
      };
    case 'denialDecision':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          事实: clause(data.facts),
          理由: clause(data.reasons),
          依据: joined([...data.basis, licensing(data, '第三十八条第二款')]),
          决定: decisionWords(data.profile).denying,
          救济途径: remediesSentence(data, data.remedies),
        },
      };
    case 'deliveryReceipt':
      return {
        texts: {
          送达文书: data.documents
            .map(({ title, number, copies }) => `《${title}》${number ?? ''}，${copies}份`)
            .join('；'),
          送达方式: methodWords(data),
          送达时间: deliveredWords(data),
          送达地点: placeWords(data),
          受送达人签名: receivedWords(data),
          代收人: data.agent === null ? '' : `${data.agent.name}（${data.agent.authority}）`,
          拒收理由: data.refusal?.reason ?? '',
          见证人: data.refusal?.witness ?? '',
          送达人: data.deliverers.join('、'),
          备注: data.remark ?? '',
        },
      };
    case 'applicationForm':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          签名人: data.signer.name,
          签名人身份: data.signer.role,
          代办人: data.agent?.name ?? '',
          委托到期日: data.agent?.until == null ? '' : printDay(data.agent.until),
          承诺: `${self(data)}承诺：所填内容和提交的材料真实，并对其真实性负责；如有不实，依法承担责任。`,
        },
        lists: { 材料: data.materials.map((name, index) => ({ 序号: String(index + 1), 名称: name })) },
        rows: printParts(data.parts),
      };
    case 'certificate':
      return {
        texts: {
          证照名称: data.certificateTitle,
          证照编号: data.number ?? '',
          版次: data.version > 1 ? String(data.version) : '',
          说明: clause(data.statement),
        },
        rows: [{ kind: 'form', rows: data.rows.map((row) => [row]) }],
      };
    case 'licenceDecision':
      return {
        texts: {
          证照名称: data.licence.title,
          证照编号: data.licence.number,
          版次: data.licence.version > 1 ? String(data.licence.version) : '',
          发证日: printDay(data.licence.issueDay),
          理由: clause(data.reason),
          依据: licenceArticle(data),
          决定: licenceActWord(data.act, data.profile),
          生效日: printDay(data.fromDay),
          后果: licenceOutcome(data),
          救济途径: remediesSentence(data, data.remedies),
        },
      };
    default:
      return procedureValues(data);
  }
}

/**
 * What each kind must say wherever its value is there, whatever an editor writes: the elements that the law asks of it
 * (行政许可法 art. 32, 38, 40, 45). `材料.名称` is a column of a list.
 */
export const obligatoryValues: Record<DocumentKind, readonly string[]> = {
  intakeReceipt: ['收到时间', '核对最后日', '逾期受理', '补交情况', '材料.名称'],
  acceptanceNotice: ['受理日', '视为受理', '承诺期限', '法定期限', '特别程序', '费用', '暂算说明'],
  correctionNotice: ['补正内容.材料', '补正内容.问题', '补正内容.怎样补正', '最后一天', '后果', '暂算说明'],
  acceptanceRefusal: ['理由', '依据', '结论', '有权机关', '救济途径'],
  grantDecision: ['依据', '决定', '内容', '有效期', '暂算说明'],
  denialDecision: ['事实', '理由', '依据', '决定', '救济途径'],
  deliveryReceipt: ['申请人', '送达文书', '送达方式', '送达时间', '送达地点', '代收人', '拒收理由', '送达人'],
  applicationForm: ['机关', '承诺', '材料.名称', '代办人'],
  certificate: ['证照名称', '说明'],
  licenceDecision: ['申请人', '证照名称', '证照编号', '理由', '依据', '决定', '生效日', '后果', '救济途径'],
  ...obligatoryOfProcedures,
};

/** 行政许可法 art. 32 (R-2.5): silence accepts. */
function silenceSentence(data: IntakeReceiptData): string {
  if (!data.silenceAccepts) return '';
  const law = licensing(data, '第三十二条第一款第四项');
  return `逾期没有告知的，${law && `根据${law}的规定，`}自收到申请材料之日起即为受理。`;
}

/** 补交: whether everything is there now. */
function supplySentence({ supply }: IntakeReceiptData): string {
  if (supply === undefined) return '';
  if (supply.left === 0) return '应当补交的材料已经齐全。';
  return `还应当补交${supply.left}项${supply.lastDay === null ? '' : `，最迟${printLastDay(supply.lastDay)}`}。`;
}

function completeSentence({ ground }: AcceptanceNoticeData): string {
  if (ground.kind === 'complete') return '申请材料齐全，符合法定形式';
  return ground.kind === 'tolerated' ? '主要材料齐全，暂缺的材料已经承诺按期补交' : '';
}

function deemedSentence(data: AcceptanceNoticeData): string {
  if (data.ground.kind !== 'deemed') return '';
  const law = licensing(data, '第三十二条第一款第四项');
  return (
    `${you(data)}于${printDay(data.appliedDay)}提出的${data.item.name}申请，本机关于${printDay(data.ground.receivedDay)}收到材料，` +
    `到${printDay(data.ground.noticeLastDay)}没有告知需要补正的内容。${law && `根据${law}的规定，`}本件自收到申请材料之日起即为受理，` +
    `受理日为${printDay(data.acceptedDay)}，办理期限从受理日起算，不因本通知书出具在后而顺延。`
  );
}

function promiseSentence({ promised, statutory }: AcceptanceNoticeData): string {
  if (promised === null) return '';
  const end = statutory === null ? '。' : '；';
  return `本机关承诺最迟${printLastDay(promised.lastDay)}作出决定，即受理后${printLimit(promised)}内${end}`;
}

function statutorySentence({ promised, statutory }: AcceptanceNoticeData): string {
  if (statutory === null) return promised === null ? '本件没有法定期限，本机关尽快办理。' : '';
  const end = promised === null ? '作出决定。' : '。';
  return `法定期限为${printLimit(statutory)}，最迟${printLastDay(statutory.lastDay)}${end}`;
}

function specialProcedures({ specialProcedures }: AcceptanceNoticeData): string {
  return specialProcedures
    .map(({ name, neededTime, counted, basis }) => {
      const time = neededTime === null ? '所需时间另行书面告知' : `所需时间${clause(neededTime)}`;
      const counting = counted ? '计入办理期限' : '不计入办理期限';
      return `本件需要${name}，${time}，${counting}${basis === null ? '' : `（${basis}）`}。`;
    })
    .join('');
}

function refusalConclusion({ profile, ground }: AcceptanceRefusalData): string {
  if (ground !== 'notRequired') return '本机关决定不予受理';
  const need = profile === 'LICENSE' ? '依法不需要取得行政许可' : '依法不需要办理';
  return `该事项${need}，无需提出申请，本机关不受理`;
}

function refusalArticle(data: AcceptanceRefusalData): string {
  if (data.ground === 'other') return '';
  return licensing(data, `第三十二条第一款第${data.ground === 'notRequired' ? '一' : '二'}项`);
}

/** The law itself speaks of 撤销 and 注销 (行政许可法 art. 69, 70); a suspension rests on the law that its reason names. */
function licenceArticle(data: LicenceDecisionData): string {
  if (data.act === 'recall') return licensing(data, '第八条');
  if (data.act === 'revoke') return licensing(data, '第六十九条');
  return data.act === 'cancel' ? licensing(data, '第七十条') : '';
}

function licenceOutcome(data: LicenceDecisionData): string {
  const { title } = data.licence;
  switch (data.act) {
    case 'suspend':
      return `暂停期间，《${title}》不能使用；恢复时，本机关另行书面告知。`;
    case 'restore':
      return `暂停自当日起解除，《${title}》在有效期内可以继续使用。`;
    case 'recall':
    case 'cancel':
      return `《${title}》自当日起不再有效。`;
    case 'revoke': {
      const law = licensing(data, '第七十条第四项');
      return `《${title}》自当日起不再有效${law && `，本机关根据${law}的规定办理注销手续`}。`;
    }
  }
}

const methods: Record<DeliveryMethod, string> = {
  DIRECT: '直接送达',
  LEFT: '留置送达',
  ENTRUSTED: '委托送达',
  MAIL: '邮寄送达',
  ELECTRONIC: '电子送达',
  PUBLIC_NOTICE: '公告送达',
};

function methodWords({ method, post }: DeliveryReceiptData): string {
  return post === null ? methods[method] : `${methods[method]}（${post.carrier}，单号${post.trackingNumber}）`;
}

function deliveredWords({ deliveredAt, notice }: DeliveryReceiptData): string {
  if (notice !== null) return printDay(Temporal.PlainDate.from(notice.untilDay).add({ days: 1 }).toString());
  if (deliveredAt === null) return '';
  return deliveredAt.length === 10 ? printDay(deliveredAt) : printInstant(deliveredAt);
}

/** Who took it in his account, or by nobody's hand at all, does not sign with a pen. */
function receivedWords(data: DeliveryReceiptData): string {
  if (data.method === 'ELECTRONIC') return `${deliveredWords(data)}送达申请人账户，不用手写签名`;
  return data.method === 'PUBLIC_NOTICE' ? '公告送达，没有签名' : '签名：　　　　　　　　　　　　　　年　　月　　日';
}

/** A public notice tells its whole period: the document counts as served when it has passed. */
function placeWords({ place, notice }: DeliveryReceiptData): string {
  if (notice === null) return place;
  return `${clause(notice.place)}。自${printDay(notice.fromDay)}公告，到${printDay(notice.untilDay)}满三十日，次日即视为送达`;
}

/** The parts of a form; questions that go on without a heading stand in one form with those before. */
function printParts(parts: ApplicationFormData['parts']): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  for (const part of parts) {
    if (part.heading !== null) blocks.push({ kind: 'heading', text: part.heading });
    const last = blocks.at(-1);
    if ('table' in part) blocks.push({ kind: 'table', columns: columnsOf(part), rows: part.table });
    else if (last?.kind === 'form') last.rows.push(...part.rows.map((row) => [row]));
    else blocks.push({ kind: 'form', rows: part.rows.map((row) => [row]) });
  }
  return blocks;
}

/** Columns as wide as what stands in them, a long text within limits; a title may take two lines. */
function columnsOf({ columns, table }: { columns: string[]; table: string[][] }) {
  const width = (text = '') => [...text].reduce((sum, char) => sum + (char < '\u0100' ? 0.55 : 1), 0);
  return columns.map((title, column) => {
    const widest = Math.max(...table.map((cells) => width(cells[column])), width(title) / 2);
    return { title, share: 1.2 + Math.min(Math.max(widest, 2), 12), align: 'left' as const };
  });
}
