import { benefit, filing, licence, withHomeVisit } from '../builders.ts';
import { bankCard, blank, card, found, handlerCard, household, later, paper } from '../papers.ts';
import { both, checked, type DemoItem, sample } from '../pieces.ts';
import {
  account,
  comingDay,
  contact,
  count,
  firm,
  line,
  people,
  person,
  pick,
  spot,
  squareMetres,
  yuan,
} from '../questions.ts';

/** Matters of housing and building beside the one that is written out whole. */
export const moreHousing: readonly DemoItem[] = [
  benefit({
    key: 'unsafeHouse',
    organ: 'housing',
    number: '010000',
    name: ['农村危房改造补助', 'Help to rebuild an unsafe village house'],
    brief: [
      '低保、特困等困难户的房子是C级、D级危房，政府补钱修或者重建。20个工作日内给结果。',
      'Families of small means whose village house is unsafe get money to repair or rebuild it. You get the answer within 20 working days.',
    ],
    who: [
      ['低保、特困、脱贫不稳定等农户；', 'You are on an allowance or of small means;'],
      ['唯一的住房，鉴定为C级或者D级。', 'it is your only home and graded C or D.'],
    ],
    rule: sample('农村危房改造管理办法'),
    bases: [checked('老年人权益保障法', '第三十二条')],
    materials: [
      card,
      paper(
        'photos',
        '房子的照片',
        'Photos of the house',
        '手机拍，前后左右和裂缝。',
        'From all sides, and the cracks.',
        { form: 'electronic' },
      ),
      bankCard,
      household,
      found('allowance', '低保信息', 'Minimum living allowance', '民政部门', 'Civil affairs'),
    ],
    form: [
      pick('plan', '想怎么改？', 'What do you plan?', [
        ['repair', '加固维修', 'Repair'],
        ['rebuild', '拆了重建', 'Rebuild'],
      ]),
      count('area', '现在多少平方米？', 'Floor area now', squareMetres, { maximum: 1000 }),
      count('people', '住几口人？', 'How many live there?', people, { maximum: 20 }),
      ...contact,
      ...account,
    ],
    days: 20,
    was: [9, 60, 3],
    gives: ['危房改造补助决定', 'Decision on the help'],
    note: ['开工给一部分，验收后给齐。', 'Part is paid at the start, the rest when it is done.'],
    stages: [
      {
        name: ['鉴定和核对', 'Assessment'],
        tasks: [
          ['SITE_VISIT', '房屋安全鉴定', 'Safety of the house', 6],
          ['REVIEW', '困难对象核对', 'Check of means', 5, 'civilAffairs'],
        ],
      },
      { name: ['公示', 'Public notice'], tasks: [['PUBLIC_NOTICE', '村里公示', 'Notice in the village', 5]] },
    ],
    elements: { assistance: withHomeVisit, onlineDepth: 'ACCEPTANCE' },
    life: 'housing',
    at: 'VT',
    called: [
      '危房 危房改造 房子要塌 房子裂缝 老房子漏雨 D级危房 危房补助 土坯房改造 房屋鉴定 修房子补贴 危旧房 房子快倒了',
      'unsafe house, house falling down, rebuild old house',
    ],
  }),
  filing({
    key: 'rentalFiling',
    organ: 'housing',
    number: '011000',
    name: ['房屋租赁登记备案', 'Filing of a lease'],
    brief: [
      '房子租出去，30天内来备案。租客办居住证、提公积金都用得着。当场办。',
      'A lease is filed within 30 days; the tenant needs it for a residence permit or the housing fund. It is done at once.',
    ],
    who: [['房子能合法出租，双方签了合同。', 'The home may be let, and both have signed.']],
    rule: sample('商品房屋租赁管理办法'),
    materials: [
      card,
      paper('lease', '租房合同', 'Lease', '双方签字的。', 'Signed by both.'),
      found('deed', '不动产权证书', 'Title', '自然资源部门', 'Natural resources', { licence: '不动产权证书' }),
    ],
    form: [
      spot('house', '房子在哪里？', 'Where is it?'),
      person('tenant', '租客', 'The tenant', { asks: ['number', 'phone'] }),
      yuan('rent', '一个月租金', 'Rent a month'),
      comingDay('until', '租到哪天？', 'Until when?'),
    ],
    days: 0,
    was: [5, 3, 2],
    gives: ['租赁备案证明', 'Certificate of filing'],
    note: ['到期或者退租了来注销。', 'Struck out when the lease ends.'],
    elements: { handlingArea: 'CITY', offHours: true, selfService: true, simpleApproval: true },
    life: 'housing',
    at: 'TD',
    called: [
      '租房备案 租赁备案 房屋租赁 出租房登记 租房合同备案 房东出租 租房登记 提公积金租房备案 备案租房合同 出租屋备案 租房证明 房屋出租',
      'file a lease, rent registration, landlord filing',
    ],
  }),
  licence({
    key: 'constructionPermit',
    organ: 'housing',
    number: '012000',
    name: ['建筑工程施工许可', 'Construction permit'],
    brief: [
      '工程开工前拿施工许可证。受理后3个工作日内给结果。',
      'Before work begins you need this permit. You get the result within 3 working days of acceptance.',
    ],
    who: [
      ['有规划许可，定了施工和监理单位；', 'Planning is permitted, builder and supervisor are chosen;'],
      ['图纸、质量和安全措施到位。', 'drawings, quality and safety are in place.'],
    ],
    rule: sample('建筑法'),
    materials: [
      handlerCard,
      blank('application', '施工许可申请表', 'Application'),
      paper('contract', '施工合同', 'Contract with the builder', '写明工期和价款。', 'With time and price.', later(10)),
      paper('funds', '资金安排承诺', 'Commitment on the money', '窗口有样本。', 'The window has a sample.', {
        sample: true,
      }),
      paper('safety', '质量安全措施', 'Measures for quality and safety', '施工单位编。', 'By the builder.'),
      found('planning', '建设工程规划许可证', 'Planning permission', '自然资源部门', 'Natural resources', {
        licence: '建设工程规划许可证',
      }),
    ],
    form: [
      firm,
      line('project', '工程名称', 'Project', { maxLength: 120 }),
      spot('site', '工地在哪里？', 'Where is the site?'),
      yuan('price', '合同价', 'Contract price'),
      line('builder', '施工单位', 'Builder'),
      comingDay('startDay', '哪天开工？', 'When does it begin?'),
    ],
    days: 3,
    was: [14, 15, 2],
    gives: ['建筑工程施工许可证', 'Construction permit'],
    note: ['三个月内开工。', 'Work begins within three months.'],
    certificate: {
      title: '建筑工程施工许可证',
      word: '施许',
      rows: [
        ['建设单位', '{firm.name}'],
        ['工程名称', '{project}'],
        ['建设地址', '{site}'],
        ['合同价格', '{price}元'],
        ['施工单位', '{builder}'],
        ['发证机关', '{organ}'],
      ],
      statement: '经审查，本建筑工程符合施工条件，准予施工。',
    },
    elements: {
      simpleApproval: true,
      intermediary: both('施工图审查（由您自己选）', 'Check of the drawings, by a firm of your choice'),
    },
    life: 'business',
    at: 'D',
    called: [
      '施工许可 施工许可证 开工手续 建筑施工证 工地开工 工程开工许可 开工证 施工证 厂房开工 装修施工许可 建筑许可 开工审批',
      'construction permit, start building, building site permit',
    ],
  }),
];
