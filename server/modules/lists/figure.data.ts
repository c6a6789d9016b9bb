import type { LocalText } from '../../../contract/values.ts';
import { type Gauge, gauges } from './figure.rules.ts';

/** How each figure is called, and what it counts, of what. */
const words: Readonly<Record<string, readonly [zh: string, en: string, definitionZh: string, definitionEn: string]>> = {
  items: [
    '政务服务事项',
    'Matters',
    '今天有效、没有暂停也没有取消的事项。',
    'In force today, neither suspended nor cancelled.',
  ],
  deployed: [
    '一窗部署',
    'On the one window',
    '能在本平台收件、办理的事项 ÷ 全部事项。',
    'Received and handled on this platform, of all.',
  ],
  inHall: [
    '事项进驻',
    'In the hall',
    '在区政务大厅或者乡镇（街道）便民服务中心收件的 ÷ 应进驻的（负面清单以外的）。',
    'Received in the district’s hall or a township’s centre, of those not on the negative list.',
  ],
  instant: ['即办件', 'Settled at once', '即办件 ÷ 全部事项。', 'Immediate matters, of all.'],
  atTownships: [
    '乡镇（街道）能办',
    'Received at townships',
    '乡镇（街道）便民服务中心收件的 ÷ 全部事项。',
    'Received at township centres, of all.',
  ],
  atVillages: [
    '村（社区）能办',
    'Received at villages',
    '村（社区）便民服务站收件的 ÷ 全部事项。',
    'Received at village stations, of all.',
  ],
  onlineable: [
    '网上可办',
    'Online applications',
    '能在网上提交申请的 ÷ 全部事项。',
    'Can be applied for online, of all.',
  ],
  whollyOnline: [
    '全程网办',
    'Online throughout',
    '从申请到拿结果都在网上、一趟不跑的 ÷ 全部事项。',
    'Online from application to result without a visit, of all.',
  ],
  mobile: ['掌上可办', 'On a phone', '手机上能办的 ÷ 全部事项。', 'Can be done on a phone, of all.'],
  offHours: [
    '延时错时预约',
    'Outside office hours',
    '下班、周末、节假日也能办的 ÷ 全部事项。',
    'Handled outside office hours too, of all.',
  ],
  noTrip: ['一次不用跑', 'No visit', '到现场0次的 ÷ 全部事项。', 'Without a visit, of all.'],
  oneTrip: ['最多跑一次', 'At most one visit', '到现场不超过1次的 ÷ 全部事项。', 'With at most one visit, of all.'],
  oneContact: [
    '最多找一人',
    'At most one person',
    '收件、咨询、出件只找一个窗口的 ÷ 全部事项。',
    'One window takes in, answers and hands out, of all.',
  ],
  oneMonth: [
    '最多一个月',
    'At most one month',
    '承诺时限不超过22个工作日的 ÷ 全部事项。',
    'Promised within 22 working days, of all.',
  ],
  threeAtMost: [
    '三个最多都做到',
    'All three at most',
    '一次、一人、一个月都做到的 ÷ 全部事项。',
    'One visit, one person and one month together, of all.',
  ],
  fewerSteps: [
    '减环节',
    'Fewer steps',
    '有精简前基数的事项，办理环节的总数：精简前→现在。',
    'Steps of matters with a baseline, before and now.',
  ],
  fewerMaterials: [
    '减材料',
    'Fewer materials',
    '有精简前基数的事项，必交材料的总数：精简前→现在。',
    'Required materials of matters with a baseline, before and now.',
  ],
  fewerDays: [
    '减时限',
    'Fewer days',
    '有精简前基数的事项，工作日的总数：精简前→现在承诺的。',
    'Working days of matters with a baseline, before and as promised now.',
  ],
  lessFee: [
    '减费用',
    'Lower fees',
    '有精简前基数的事项，收费标准的总和：精简前→现在。页面上是元，接口里的数是分。',
    'Fees of matters with a baseline, before and now. In yuan on the page, in fen in the data of the interface.',
  ],
  fewerVisits: [
    '减跑动',
    'Fewer visits',
    '有精简前基数的事项，到现场次数的总和：精简前→现在。',
    'Visits of matters with a baseline, before and now.',
  ],
  shorterThanLaw: [
    '时限压缩',
    'Shorter than the law',
    '有法定时限的事项，工作日的总数：法定→承诺。',
    'Working days of matters with a statutory limit: by law and as promised.',
  ],
  findPerson: [
    '不愁找不到人',
    'Somebody to ask',
    '指南上有电话可以问的 ÷ 全部事项。',
    'The guide names a phone to ask, of all.',
  ],
  getDone: [
    '不愁办不成事',
    'A guide without gaps',
    '条件、结果、依据和救济都写全了的 ÷ 全部事项。',
    'Conditions, result, basis and remedies are all told, of all.',
  ],
  speed: [
    '确保速度',
    'Speed',
    '承诺不超过法定时限（没有法定的，不超过一个月）的 ÷ 全部事项。',
    'Promised within the statutory limit, or a month where there is none, of all.',
  ],
  attitude: ['确保态度', 'Help', '有领办、帮办、代办或上门办的 ÷ 全部事项。', 'With help free of charge, of all.'],
  quality: [
    '确保质量',
    'Quality',
    '依据和时限都与原文核对过的 ÷ 全部事项。',
    'Bases and limits were checked against their texts, of all.',
  ],
};

/** The figures with their words. */
export const figures: readonly (Gauge & { readonly name: LocalText; readonly definition: LocalText })[] = gauges.map(
  (gauge) => {
    const [zh, en, definitionZh, definitionEn] = words[gauge.key] ?? [gauge.key, gauge.key, '', ''];
    return { ...gauge, name: { zh, en }, definition: { zh: definitionZh, en: definitionEn } };
  },
);
