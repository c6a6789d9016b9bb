import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  checked,
  choose,
  commonElements,
  type DemoItem,
  licenceLimits,
  licensingBases,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const waterLaw = sample('水法');
const waterRules = sample('取水许可和水资源费征收管理条例');

const cubicMetres = both('立方米', 'm³');

/** The firm's block stands only for firms: a person who takes water applies in his own name. */
const waterAbstraction: ItemContent = {
  name: both('取水许可', 'Water abstraction licence'),
  brief: both(
    '从河里、水库里抽水，或者打井取水，用来办厂、养殖、灌溉，动工前要办。受理后15个工作日内给结果，办证不收钱。',
    'You need it before you take water from a river, a reservoir or a well for a factory, a farm or fields. You get the result within 15 working days of acceptance; the licence itself is free.',
  ),
  bring: both(
    '身份证、取水位置图、水资源论证材料',
    'Identity card, map of the place, assessment of the water resources',
  ),
  howLong: both('受理后15个工作日，办证不收钱', '15 working days after acceptance, the licence is free'),
  conditions: [
    both('取水的地方不在禁止取水的范围；', 'Water may be taken at that place;'),
    both('取水量合理，不影响下游和邻居用水；', 'the amount is reasonable and leaves enough to others;'),
    both('退水符合要求，装计量的表。', 'what flows back is clean enough, and a meter is fitted.'),
  ],
  materials: [
    material(
      'idCard',
      both('申请人或者经办人的身份证', 'Identity card of the applicant or handler'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      waterRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'map',
      both('取水口和退水口位置图', 'Map of intake and outlet'),
      both('在地图上标出来，手画也行。', 'Marked on a map; you may draw it by hand.'),
      waterRules,
    ),
    material(
      'assessment',
      both('水资源论证报告书或者论证表', 'Assessment of the water resources'),
      both(
        '用水多的交报告书，用水少的填一张论证表，窗口有样本。',
        'A report for large amounts, a one-page table for small ones; the window has a sample.',
      ),
      waterRules,
      { originals: 1, copies: 0, sample: true },
    ),
    material(
      'thirdParty',
      both('和别人用水有关的说明', 'Statement on others who use the water'),
      both('会影响到别人用水的才要交，写清怎么商量的。', 'Only if others are affected: what was agreed with them.'),
      waterRules,
      { necessity: 'optional', originals: 1, copies: 0 },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), waterRules),
  ],
  form: [
    choose(
      'holder',
      both('谁来取水？', 'Who takes the water?'),
      [
        ['person', '我个人', 'I myself'],
        ['firm', '单位', 'A firm'],
      ],
      { page: both('取水的人', 'Who takes it') },
    ),
    ask('firm', 'firm', both('取水单位', 'The firm'), {
      hint: both('和营业执照上的一样。', 'As on the business licence.'),
      party: 'applicant',
      signer: 'handler',
      asks: ['uscc', 'representative', 'phone'],
      when: [{ field: 'holder', is: ['firm'] }],
    }),
    { ...phone, when: [{ field: 'holder', is: ['person'] }] },
    choose(
      'source',
      both('取哪里的水？', 'Where does the water come from?'),
      [
        ['river', '河、溪', 'River or stream'],
        ['reservoir', '水库、山塘', 'Reservoir or pond'],
        ['well', '地下水（打井）', 'Ground water, by a well'],
        ['hotSpring', '温泉、矿泉', 'Hot or mineral spring'],
      ],
      {
        page: both('水', 'The water'),
        notes: [
          {
            when: [{ field: 'source', is: ['well', 'hotSpring'] }],
            text: both(
              '自来水通到的地方，一般不再批打井。请您先问问水利局。',
              'Where tap water is available wells are usually not granted. Please ask the water bureau first.',
            ),
          },
        ],
      },
    ),
    ask('text', 'waterName', both('河、水库叫什么？', 'Name of the river or reservoir'), {
      maxLength: 60,
      when: [{ field: 'source', is: ['river', 'reservoir'] }],
    }),
    ask('number', 'wells', both('打几口井？', 'How many wells?'), {
      minimum: 1,
      maximum: 50,
      unit: both('口', 'wells'),
      when: [{ field: 'source', is: ['well', 'hotSpring'] }],
    }),
    ask('number', 'depth', both('最深打多深？', 'How deep is the deepest?'), {
      minimum: 1,
      maximum: 3000,
      unit: both('米', 'm'),
      when: [{ field: 'source', is: ['well', 'hotSpring'] }],
    }),
    ask('address', 'intake', both('取水口在哪里？', 'Where is the intake?'), { privacy: 'plain' }),
    choose('purpose', both('拿来做什么？', 'What is it for?'), [
      ['irrigation', '浇地、种菜', 'Irrigation'],
      ['livestock', '养殖', 'Raising animals or fish'],
      ['industry', '工厂生产', 'Industry'],
      ['supply', '集中供水', 'Supplying others'],
      ['power', '水电站发电', 'Hydropower'],
      ['service', '洗车、洗浴、酒店', 'Car wash, bath, hotel'],
    ]),
    ask('number', 'irrigated', both('浇多少地？', 'How much land is irrigated?'), {
      minimum: 0.1,
      maximum: 100_000,
      unit: both('亩', 'mu'),
      when: [{ field: 'purpose', is: ['irrigation'] }],
    }),
    ask('number', 'animals', both('养多少头（只）？', 'How many animals?'), {
      minimum: 1,
      maximum: 10_000_000,
      unit: both('头、只', 'animals'),
      when: [{ field: 'purpose', is: ['livestock'] }],
    }),
    ask('text', 'product', both('生产什么？', 'What is produced?'), {
      maxLength: 100,
      when: [{ field: 'purpose', is: ['industry'] }],
    }),
    ask('number', 'households', both('供多少户？', 'How many households are supplied?'), {
      minimum: 1,
      maximum: 1_000_000,
      unit: both('户', 'households'),
      when: [{ field: 'purpose', is: ['supply'] }],
    }),
    ask('number', 'capacity', both('装机多少？', 'Installed power'), {
      minimum: 1,
      maximum: 1_000_000,
      unit: both('千瓦', 'kW'),
      when: [{ field: 'purpose', is: ['power'] }],
    }),
    ask('number', 'monthly', both('最忙的月份一个月取多少？', 'How much in the busiest month?'), {
      page: both('取多少', 'How much'),
      minimum: 1,
      maximum: 1_000_000_000,
      unit: cubicMetres,
    }),
    ask('number', 'yearly', both('一年一共取多少？', 'How much in a year?'), {
      minimum: 1,
      maximum: 10_000_000_000,
      unit: cubicMetres,
      notes: [
        {
          when: [{ field: 'yearly', below: 100_000 }],
          text: both(
            '不到10万立方米（样例），填一张论证表就行。',
            'Below 100,000 m³ (sample) the one-page table is enough.',
          ),
        },
        {
          when: [{ field: 'yearly', atLeast: 100_000 }],
          text: both(
            '10万立方米（样例）以上，要交水资源论证报告书。',
            'From 100,000 m³ (sample) on the report is needed.',
          ),
        },
      ],
    }),
    ask('computed', 'fiveYears', both('5年一共', 'In 5 years'), {
      required: false,
      compute: { kind: 'times', of: 'yearly', times: 5 },
      unit: cubicMetres,
    }),
    ask('date', 'startDay', both('打算哪天开始取？', 'From which day on?'), { earliest: 'today' }),
    ask('date', 'endDay', both('取到哪天？', 'Until which day?'), { earliest: 'today' }),
    choose('meter', both('用什么表计量？', 'How is it metered?'), [
      ['online', '能远传的水表', 'A meter read from afar'],
      ['plain', '普通水表', 'An ordinary meter'],
      ['electricity', '按用电量折算', 'Reckoned from the electricity used'],
    ]),
    ask('yesNo', 'returns', both('用过的水要排出去吗？', 'Does used water flow back?'), {
      page: both('退水', 'What flows back'),
    }),
    ask('text', 'outlet', both('排到哪里？', 'Where to?'), {
      maxLength: 200,
      when: [{ field: 'returns', is: ['yes'] }],
    }),
    ask('longText', 'treatment', both('排之前怎么处理？', 'How is it treated before?'), {
      maxLength: 500,
      when: [{ field: 'returns', is: ['yes'] }],
    }),
    ask('longText', 'saving', both('有什么节水的办法？', 'How do you save water?'), {
      hint: both('如：滴灌、循环用水。', 'Such as drip irrigation or reuse.'),
      required: false,
      maxLength: 500,
    }),
  ],
  ...licenceLimits('取水许可办事指南', 15),
  fee: {
    fen: 0,
    note: both(
      '办证不收钱。取水以后的水资源税，由税务局按实际取水量收。',
      'The licence is free. The tax office charges the water resource tax on what you actually take.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('取水许可证', 'Water abstraction licence'),
    note: both(
      '一张取水许可证，有效5年，要延续的，到期45日前申请（样例）。',
      'A licence, valid for 5 years. To renew it, apply at least 45 days before it ends.',
    ),
    scope: '限许可证载明的取水地点、水源、用途和水量',
    validity: { months: 60, mark: 'sample' },
    certificate: {
      title: '取水许可证',
      word: '取水',
      rows: [
        { label: '取水权人', value: '{applicant.name}' },
        { label: '取水地点', value: '{intake.place}{intake.detail}' },
        { label: '水源类型', value: '{source}' },
        { label: '取水用途', value: '{purpose}' },
        { label: '年取水量', value: '{yearly}' },
        { label: '计量方式', value: '{meter}' },
        { label: '审批机关', value: '{organ}' },
        { label: '有效期限', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经审查，准予按照许可的地点、水源、用途和水量取水。取水应当计量，并服从水资源统一调度。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'INSTITUTION', 'OTHER'],
    resultType: 'CERTIFICATE',
    specialProcedures: [
      {
        name: both('专家评审', 'Review by experts'),
        limit: both('10个工作日', '10 working days'),
        counted: false,
        basis: checked('行政许可法', '第四十五条'),
      },
    ],
    intermediary: both(
      '水资源论证报告书，机构由您自己选。',
      'Assessment of the water resources; you choose who makes it.',
    ),
    themes: ['水利水务', '农林牧渔'],
    questions: [
      {
        question: both('自家吃水打口井要办吗？', 'I dig a well for my own household. Do I need it?'),
        answer: both(
          '自家吃水、喂几头猪，用水很少的，不用办。',
          'Not for drinking water of your household or a few animals.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者窗口申请。', 'You apply online or at a window.'),
    both(
      '5个工作日内告诉您受理了，或者一次说清要补什么。',
      'Within 5 working days you hear that it is accepted, or everything that must still be added.',
    ),
    both(
      '水利局审查，用水多的请专家评审，评审的时间不算在期限里。',
      'The water bureau reviews it; large amounts go to experts, whose time is not counted.',
    ),
    both(
      '另一位负责人决定；装好表、试过水，发证。',
      'Another officer decides; when the meter works, the licence is issued.',
    ),
  ],
  bases: [waterLaw, waterRules, checked('行政许可法', '第十二条第二项'), ...licensingBases],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '取水',
    '取水证',
    '取水许可证',
    '打井',
    '打水井',
    '打深井',
    '抽水',
    '抽河水',
    '河里抽水',
    '用河水',
    '水库取水',
    '地下水',
    '浇地用水',
    '灌溉用水',
    '养殖用水',
    '工厂用水',
    '水资源',
    '水利局办证',
    'dig a well',
    'drill a well',
    'water permit',
    'water licence',
    'take water from river',
    'irrigation water',
    'groundwater',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请取水的水源、地点和水量符合水资源规划，水资源论证通过审查，计量和退水措施符合要求',
  decisionAnswers: ['intake', 'source', 'purpose', 'yearly', 'meter'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const waterItems: readonly DemoItem[] = [
  {
    key: 'waterAbstraction',
    code: '11431302DEM00025XQ443011900100101',
    organ: 'water',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: waterAbstraction,
  },
];
