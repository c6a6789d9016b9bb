import { licence, publicService } from '../builders.ts';
import { card, found, handlerCard, later, lookedIntoLater, paper, proof, visitedLater, where } from '../papers.ts';
import { both, type DemoItem, phone, sample } from '../pieces.ts';
import { comingDay, contact, count, firm, line, pastDay, person, situation, spot } from '../questions.ts';

const roadRules = sample('道路运输条例');

/** Matters of transport. */
export const transportItems: readonly DemoItem[] = [
  licence({
    key: 'freightLicence',
    organ: 'transport',
    field: 'TRANSPORT',
    number: '001000',
    name: ['道路货物运输经营许可', 'Licence to carry goods by road'],
    brief: [
      '大货车跑运输，先办道路运输经营许可。受理后5个工作日内给结果，不收钱。',
      'Whoever carries goods for money in a heavy lorry needs it. You get the result within 5 working days of acceptance, free of charge.',
    ],
    who: [
      ['车总质量4.5吨以上，检测合格；', 'The lorry weighs more than 4.5 tonnes and passed its test;'],
      ['司机有货运从业资格。', 'the driver is qualified.'],
    ],
    rule: roadRules,
    materials: [
      card,
      paper('rules', '安全生产制度', 'Safety rules', '窗口有样本。', 'The window has a sample.', {
        sample: true,
        ...visitedLater,
      }),
      found('vehicle', '行驶证和检测信息', 'Vehicle and its test', '公安交管部门', 'Traffic police'),
    ],
    form: [
      line('plate', '车牌号', 'Number plate', { maxLength: 12 }),
      count('tonnes', '总质量', 'Gross weight', ['吨', 'tonnes'], { minimum: 4.5, maximum: 60 }),
      person('driver', '司机', 'The driver'),
      ...contact,
    ],
    days: 5,
    was: [8, 20, 2],
    gives: ['道路运输经营许可证', 'Licence'],
    note: ['有效4年，到期30天前延续（样例）。', 'Valid for 4 years; renew it 30 days before (sample).'],
    certificate: {
      title: '道路运输经营许可证',
      word: '交运',
      months: 48,
      rows: [
        ['业户名称', '{applicant.name}'],
        ['经营范围', '道路普通货物运输'],
        ['车牌号', '{plate}'],
        ['有效期限', '{fromDay}至{untilDay}'],
        ['核发机关', '{organ}'],
      ],
      statement: '准予在许可范围内从事道路运输经营。',
    },
    elements: { handlingArea: 'CITY', simpleApproval: true, serviceObjects: ['PERSON', 'ENTERPRISE'] },
    life: 'business',
    at: 'D',
    called: [
      '货运许可 大货车手续 跑货运 道路运输许可证 货车营运证 拉货手续 营运证 道路运输证 开大货车拉货 货车运输 货运资格 跑运输',
      'freight licence, lorry business, carry goods',
    ],
  }),
  publicService({
    key: 'vehicleYearly',
    organ: 'transport',
    field: 'TRANSPORT',
    number: '002000',
    name: ['普通货运车辆年度审验', 'Yearly check of a lorry'],
    brief: [
      '货车每年审一次，手机上传检测报告就行，全国通办，当场办。',
      'Once a year; send the test report from your phone, anywhere in the country. It is done at once.',
    ],
    who: [['有道路运输证，车检测合格。', 'You hold the certificate, and the lorry passed its test.']],
    rule: roadRules,
    materials: [
      card,
      proof(
        ['test', '车辆检测报告', 'Test report'],
        ['检测站', 'Testing station'],
        '检测站联网的不用交。',
        'Not if the station is connected.',
        lookedIntoLater,
      ),
    ],
    form: [
      line('plate', '车牌号', 'Number plate', { maxLength: 12 }),
      pastDay('testDay', '哪天检的？', 'Day of the test'),
      phone,
    ],
    days: 0,
    was: [5, 5, 1],
    gives: ['审验记录', 'Record of the check'],
    note: ['电子证上更新，不用盖章。', 'The electronic certificate is brought up to date.'],
    elements: {
      handlingArea: 'NATION',
      selfService: true,
      offHours: true,
      resultType: 'NONE',
      serviceObjects: ['PERSON', 'ENTERPRISE'],
      intermediary: both('车辆检测（检测站，由您自己选）', 'Test of the lorry, at a station of your choice'),
    },
    life: 'business',
    at: 'D',
    called: [
      '货车年审 营运证年审 道路运输证年审 货车审车 大货车年检 运输证审验 车辆审验 货车检测 营运车年审 审营运证 卡车年审 货运车辆年审',
      'lorry yearly check, truck inspection, transport certificate check',
    ],
  }),
  licence({
    key: 'roadWorks',
    organ: 'transport',
    number: '003000',
    name: ['涉路施工活动许可', 'Works on a country road'],
    brief: [
      '在公路边挖沟、埋管、开路口，先批后干。受理后10个工作日内给结果。',
      'Digging, laying pipes or a new access at a road is approved first. You get the result within 10 working days of acceptance.',
    ],
    who: [['方案不影响公路安全和畅通。', 'The road stays safe and open.']],
    rule: sample('公路法'),
    materials: [
      handlerCard,
      paper('design', '设计和施工方案', 'Design and plan of the works', '设计单位盖章。', 'Sealed by the designer.', {
        source: 'other',
      }),
      paper('traffic', '交通组织方案', 'Plan of the traffic', '高速、国道的交。', 'For main roads.', {
        ...where('road', 'national'),
        ...later(5),
      }),
      paper('emergency', '应急方案', 'Emergency plan', '窗口有样本。', 'The window has a sample.', {
        sample: true,
        ...later(5),
      }),
    ],
    form: [
      situation('road', '什么路？', 'Which road?', [
        ['national', '国道、省道', 'National or provincial'],
        ['county', '县道', 'County'],
        ['village', '乡道、村道', 'Township or village'],
      ]),
      firm,
      line('works', '做什么？', 'What works?'),
      spot('site', '在哪里？', 'Where?'),
      comingDay('from', '哪天开工？', 'When does it begin?'),
    ],
    days: 10,
    was: [9, 20, 3],
    gives: ['涉路施工许可决定', 'Permission'],
    note: ['干完恢复路面，路政验收。', 'The road is restored and accepted.'],
    stages: [
      {
        name: ['联合踏勘', 'Joint visit'],
        tasks: [
          [
            'JOINT_SITE_VISIT',
            '路政和交警一起看',
            'Road inspectors and traffic police in one visit',
            4,
            undefined,
            { participants: ['publicSecurity'] },
          ],
          ['EXPERT_PANEL', '技术评价', 'Technical assessment', 5],
        ],
      },
    ],
    elements: { intermediary: both('安全技术评价（由您自己选）', 'Safety assessment, by a firm of your choice') },
    life: 'business',
    at: 'D',
    called: [
      '挖公路 占公路 涉路施工 公路埋管 公路边开口 路口开设 公路施工许可 跨公路架线 破路 公路边挖沟 乡道开口 公路占用',
      'dig up road, road works permit, pipe under road',
    ],
  }),
];
