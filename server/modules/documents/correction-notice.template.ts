import {
  application,
  type Block,
  contactSentence,
  type DocumentHead,
  letterHead,
  numbered,
  paragraph,
  printDay,
  printLastDay,
  provisionalSentence,
  sentence,
} from './document.blocks.ts';

/** 补正告知书: everything that is wrong, told once (行政许可法 art. 32, R-2.4). */
export interface CorrectionNoticeData extends DocumentHead {
  kind: 'correctionNotice';
  appliedDay: string;
  receivedDay: string;
  defects: { material: string; defect: string; remedy: string; basis: string }[];
  /** Only where a local rule sets a day and says what follows when it passes: the law sets none. */
  correctionLimit: { lastDay: string; consequence: string; basis: string } | null;
}

export function correctionNoticeBlocks(data: CorrectionNoticeData): Block[] {
  const law = data.profile === 'LICENSE' ? '根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，' : '';
  const limit = data.correctionLimit;
  return [
    ...letterHead(data),
    paragraph(
      `${application(data, data.appliedDay)}，本机关已于${printDay(data.receivedDay)}收到。经核对，` +
        `有${data.defects.length}项需要补正。${law}现将需要补正的全部内容一次告知如下：`,
    ),
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 9, align: 'center' },
        { title: '材料', share: 25, align: 'left' },
        { title: '问题', share: 22, align: 'left' },
        { title: '怎样补正', share: 32, align: 'left' },
        { title: '依据', share: 26, align: 'left' },
      ],
      rows: data.defects.map(({ material, defect, remedy, basis }, index) => [
        String(index + 1),
        material,
        defect,
        remedy,
        basis,
      ]),
    },
    ...numbered([
      [
        '补正期限',
        limit
          ? `请最迟${printLastDay(limit.lastDay)}补齐（${limit.basis}）。${provisionalSentence(data)}`
          : '法律没有规定补正的最后日期，请尽快补齐，以免耽误办理。',
      ],
      [
        '补正以后',
        '补齐以上全部内容的，本机关即予受理。补正所用的时间不计入办理期限。' +
          '除补来的材料中新出现的问题外，本机关不再要求补正其他内容。',
      ],
      ['不补正的后果', limit ? sentence(limit.consequence) : '没有补齐的，本机关不能受理本件申请。'],
      ['联系', contactSentence(data)],
    ]),
  ];
}
