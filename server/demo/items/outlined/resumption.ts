import { filing } from '../builders.ts';
import { byPromise, firmLicence, paper } from '../papers.ts';
import { both, type DemoItem, sample } from '../pieces.ts';
import { comingDay, count, firm, pick, spot } from '../questions.ts';

const resumption = filing({
  key: 'businessResumption',
  organ: 'development',
  field: 'BUSINESS',
  number: '020000',
  name: ['企业复工复产备案', 'Filing to resume business'],
  brief: [
    '企业复工，网上签一份承诺书，当场备案，不用跑。',
    'To resume work a firm signs a commitment online; it is filed at once and nobody has to come.',
  ],
  who: [
    ['在本区登记、停工后要复工的企业；', 'The firm is registered here and wants to resume work;'],
    ['安全生产和员工管理做到位，有人负责。', 'safety and staff are looked after, and somebody is in charge.'],
  ],
  rule: sample('区企业复工复产备案办法'),
  materials: [
    paper(
      'plan',
      '复工方案',
      'Plan to resume work',
      '哪天复工、多少人、谁负责、怎么管。签了承诺书就不用交。',
      'When, how many people, who is in charge, and how. Not needed with a commitment.',
      byPromise('备案后到厂里看一次。', 'The firm is visited once after the filing.'),
    ),
    firmLicence,
  ],
  form: [
    firm,
    spot('site', '在哪里复工？', 'Where?'),
    count('workers', '复工多少人？', 'How many people?', ['人', 'people'], { minimum: 1 }),
    comingDay('startDay', '哪天复工？', 'On what day?'),
    pick('trade', '做什么的？', 'What does it do?', [
      ['making', '工厂', 'Factory'],
      ['building', '工地', 'Building site'],
      ['trade', '商店、批发', 'Shop or wholesale'],
      ['service', '餐饮、服务', 'Food and services'],
    ]),
  ],
  days: 0,
  was: [6, 7, 2],
  gives: ['复工复产备案回执', 'Receipt of filing'],
  note: ['备案就能复工，三十天内会来核查一次。', 'Work may begin; within thirty days somebody comes once to check.'],
  commitment: {
    conditions: [
      both('已经明确复工负责人，员工情况登记清楚', 'Somebody is in charge, and the staff are on record'),
      both('设备、用电、消防已经检查，没有安全隐患', 'Machines, power and fire safety were checked and are in order'),
      both('员工做过复工前的安全培训', 'The staff were trained before work resumed'),
    ],
    verification: {
      method: both('到现场核查一次，对照承诺逐条看', 'One visit, point by point by this commitment'),
      withinDays: 30,
    },
    decideAtOnce: true,
  },
  elements: { simpleApproval: true, offHours: true },
  life: 'business',
  says: ['site', 'workers', 'startDay'],
  at: 'D',
  called: [
    '复工 复产 复工复产 工厂复工 开工备案 企业复工备案 复工承诺书 工地复工 复工申请 节后复工 停工后复工 复产备案 恢复生产',
    'resume work, reopen factory, resumption filing',
  ],
});

/** 复工复产: filed by a signed commitment, decided at once, verified afterwards. Its receipt comes to the account. */
export const resumptionItems: readonly DemoItem[] = [
  { ...resumption, content: { ...resumption.content, deliveryWishes: ['ELECTRONIC'] } },
];
