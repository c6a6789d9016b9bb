import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  choose,
  commonElements,
  type DemoItem,
  licenceLimits,
  licensingBases,
  lookedUp,
  material,
  remedies,
  sample,
} from './pieces.ts';

const pesticideRegulation = sample('农药管理条例');
const pesticideRules = sample('农药经营许可管理办法');

const squareMetres = both('平方米', 'm²');

/** What the guide asks of the person who advises the buyers; the figures are those of the sample. */
const trainedHours = 56;
const leastArea = { shop: 30, store: 50 };

const pesticideTrade: ItemContent = {
  name: both('农药经营许可（新办）', 'Pesticide trade licence (new)'),
  brief: both(
    '卖农药、除草剂的店，领了营业执照再办这个。受理后15个工作日内给结果，不收钱。只卖卫生用杀虫剂的不用办。',
    'A shop that sells pesticides or weed killers needs it, after the business licence. You get the result within 15 working days of acceptance, free of charge. Household insecticides alone need none.',
  ),
  bring: both(
    '负责人身份证、经营人员学历或者培训证明、店面和仓库照片、管理制度',
    'Identity card, proof of education or training, photos of shop and store, rules of management',
  ),
  howLong: both('受理后15个工作日，不收钱', '15 working days after acceptance, free of charge'),
  conditions: [
    both(
      `有懂农药的经营人员，学过相关专业，或者培训满${trainedHours}学时；`,
      `somebody knows pesticides: by education, or by ${trainedHours} hours of training;`,
    ),
    both(
      `店面不小于${leastArea.shop}平方米，仓库不小于${leastArea.store}平方米，和其他商品、住处、饮用水源隔开；`,
      `the shop has ${leastArea.shop} m² and the store ${leastArea.store} m² at least, apart from other goods, homes and drinking water;`,
    ),
    both('有电脑和扫码设备，能查来源去向；', 'there is a computer and a scanner to trace what is sold;'),
    both('有进货、台账、安全管理制度。', 'there are rules for purchase, records and safety.'),
  ],
  materials: [
    material(
      'idCard',
      both('法定代表人（负责人）的身份证', 'Identity card of the legal representative'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      pesticideRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'training',
      both('经营人员的学历或者培训证明', 'Proof of education or training of the staff'),
      both('毕业证、职称证、培训合格证都行。', 'A diploma, a professional title or a certificate of training.'),
      pesticideRules,
      { source: 'other' },
    ),
    material(
      'plan',
      both('店面和仓库的地址、面积、平面图', 'Address, size and plan of shop and store'),
      both('自己画也行，标出农药柜台和限制使用农药的专柜。', 'You may draw it; mark the counters for pesticides.'),
      pesticideRules,
    ),
    material(
      'equipmentPhotos',
      both('电脑、扫码枪、安全防护设备的照片', 'Photos of computer, scanner and safety equipment'),
      both('灭火器、通风、手套口罩也要拍。', 'Extinguishers, ventilation, gloves and masks too.'),
      pesticideRules,
    ),
    material(
      'managementRules',
      both('管理制度', 'Rules of management'),
      both(
        '进货查验、台账、安全、废弃物回收。窗口有样本。',
        'Purchase, records, safety, return of waste. The window has a sample.',
      ),
      pesticideRules,
      { sample: true },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), pesticideRules),
  ],
  form: [
    ask('firm', 'trader', both('经营者', 'The trader'), {
      page: both('经营者', 'The trader'),
      hint: both('和营业执照上的一样。', 'As on the business licence.'),
      party: 'applicant',
      signer: 'handler',
      asks: ['uscc', 'representative', 'representativeNumber', 'phone'],
    }),
    choose('form', both('怎么卖？', 'How do you sell?'), [
      ['retail', '零售给农户', 'Retail to farmers'],
      ['wholesale', '批发', 'Wholesale'],
      ['both', '零售兼批发', 'Both'],
    ]),
    ask('yesNo', 'restricted', both('卖限制使用的农药吗？', 'Will you sell restricted pesticides?'), {
      hint: both('高毒的、要专门登记买主的那些。', 'Highly toxic ones, whose buyers are recorded.'),
      notes: [
        {
          when: [{ field: 'restricted', is: ['yes'] }],
          text: both(
            '限制使用的农药由省里批，店里要有专柜和病虫害防治经验的人。请您先问窗口。',
            'These are licensed by the province and need a counter of their own and experienced staff. Please ask at the window first.',
          ),
        },
      ],
    }),
    ask('address', 'shop', both('店面地址', 'Address of the shop'), {
      page: both('店面和仓库', 'Shop and store'),
      privacy: 'sensitive',
    }),
    ask('number', 'shopArea', both('店面面积', 'Size of the shop'), {
      minimum: 1,
      maximum: 100_000,
      unit: squareMetres,
      notes: [
        {
          when: [{ field: 'shopArea', below: leastArea.shop }],
          text: both(`店面要有${leastArea.shop}平方米。`, `The shop must have ${leastArea.shop} m².`),
        },
      ],
    }),
    ask('address', 'store', both('仓库地址', 'Address of the store'), { privacy: 'sensitive' }),
    ask('number', 'storeArea', both('仓库面积', 'Size of the store'), {
      minimum: 1,
      maximum: 1_000_000,
      unit: squareMetres,
      notes: [
        {
          when: [{ field: 'storeArea', below: leastArea.store }],
          text: both(`仓库要有${leastArea.store}平方米。`, `The store must have ${leastArea.store} m².`),
        },
      ],
    }),
    ask('number', 'waterDistance', both('离最近的饮用水源多远？', 'How far is the nearest drinking water source?'), {
      minimum: 0,
      maximum: 100_000,
      unit: both('米', 'm'),
    }),
    ask('yesNo', 'otherGoods', both('店里还卖别的东西吗？', 'Do you sell other goods too?'), {
      hint: both('种子、化肥也算。', 'Seeds and fertiliser count.'),
    }),
    ask('yesNo', 'ownCounter', both('农药有单独的柜台吗？', 'Do the pesticides have a counter of their own?'), {
      when: [{ field: 'otherGoods', is: ['yes'] }],
      notes: [
        {
          when: [{ field: 'ownCounter', is: ['no'] }],
          text: both(
            '农药不能和吃的、用的放在一起，请您先隔开。',
            'Pesticides must be kept apart from food and other goods.',
          ),
        },
      ],
    }),
    ask(
      'yesNo',
      'traced',
      both('有电脑和扫码枪，能查每瓶药卖给了谁吗？', 'Can you trace by computer who bought each bottle?'),
      {
        notes: [
          {
            when: [{ field: 'traced', is: ['no'] }],
            text: both('要先装好，核查的时候要看。', 'It must be set up first; the officers will look at it.'),
          },
        ],
      },
    ),
    ask('rows', 'staff', both('经营人员', 'Staff who advise the buyers'), {
      page: both('人员', 'Staff'),
      rowName: both('经营人员', 'Member of staff'),
      minRows: 1,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        choose('knowledge', both('凭什么懂农药？', 'How do they know pesticides?'), [
          ['education', '农学、植保、农药专业毕业', 'Degree in agronomy or plant protection'],
          ['training', '参加过培训', 'Training'],
        ]),
        ask('text', 'diploma', both('学校和专业', 'School and subject'), {
          maxLength: 100,
          when: [{ field: 'knowledge', is: ['education'] }],
        }),
        ask('number', 'hours', both('培训多少学时？', 'Hours of training'), {
          minimum: trainedHours,
          maximum: 2000,
          unit: both('学时', 'hours'),
          when: [{ field: 'knowledge', is: ['training'] }],
        }),
        ask('date', 'certifiedDay', both('哪天发的证？', 'Certified on'), { latest: 'today' }),
      ],
    }),
    ask('rows', 'branches', both('分店', 'Branches'), {
      hint: both('没有分店不用填。', 'Leave this empty if there are none.'),
      required: false,
      rowName: both('分店', 'Branch'),
      minRows: 0,
      maxRows: 10,
      fields: [
        ask('text', 'name', both('店名', 'Name'), { maxLength: 100 }),
        ask('place', 'place', both('哪个村（社区）？', 'Village or community')),
      ],
    }),
    ask('longText', 'waste', both('空瓶、过期药怎么收？', 'How do you take back bottles and expired goods?'), {
      maxLength: 300,
    }),
  ],
  ...licenceLimits('农药经营许可办事指南', 15),
  fee: { fen: 0, note: both('不收钱。', 'Free of charge.'), mark: 'sample' },
  result: {
    name: both('农药经营许可证', 'Pesticide trade licence'),
    note: both(
      '一张经营许可证，有效5年，要延续的，到期90日前申请（样例）。挂在店里。',
      'A licence, valid for 5 years, to hang in the shop. To renew it, apply at least 90 days before it ends.',
    ),
    scope: '限许可证载明的经营场所、仓储场所和经营范围',
    validity: { months: 60, mark: 'sample' },
    certificate: {
      title: '农药经营许可证',
      word: '农药经许',
      rows: [
        { label: '经营者名称', value: '{trader.name}' },
        { label: '统一社会信用代码', value: '{trader.uscc}' },
        { label: '法定代表人（负责人）', value: '{trader.representative}' },
        { label: '营业场所', value: '{shop.place}{shop.detail}' },
        { label: '仓储场所', value: '{store.place}{store.detail}' },
        { label: '经营范围', value: '农药（限制使用农药除外）' },
        { label: '发证机关', value: '{organ}' },
        { label: '有效期', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经审查，该经营者符合农药经营条件，准予在许可的场所和范围内经营农药。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['ENTERPRISE', 'UNINCORPORATED', 'OTHER'],
    resultType: 'CERTIFICATE',
    visitReason: both(
      '第一次办要核对负责人本人和材料原件。',
      'The first time, the person in charge and the original papers are seen.',
    ),
    specialProcedures: [
      {
        name: both('实地核查', 'Visit to the premises'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: pesticideRules,
      },
    ],
    themes: ['农林牧渔', '准营准办'],
    questions: [
      {
        question: both('在网上卖农药行不行？', 'May I sell pesticides online?'),
        answer: both('有证可以，限制使用的农药不能在网上卖。', 'With a licence, yes, but no restricted ones.'),
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
      '农业农村局审查，两名工作人员到店里和仓库核查。',
      'The agriculture bureau reviews it; two officers visit shop and store.',
    ),
    both('另一位负责人决定，发证。', 'Another officer decides, and the licence is issued.'),
  ],
  bases: [pesticideRegulation, pesticideRules, ...licensingBases],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '卖农药',
    '农药店',
    '开农药店',
    '农药证',
    '农药许可证',
    '农药经营证',
    '农资店',
    '开农资店',
    '农资经营',
    '卖农资',
    '除草剂',
    '杀虫剂',
    '卖除草剂',
    '打药',
    '种子化肥农药',
    'sell pesticides',
    'pesticide shop',
    'pesticide licence',
    'weed killer',
    'farm supplies',
    'agrochemicals',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人的经营人员、营业场所、仓储场所、追溯设备和管理制度符合农药经营条件',
  decisionAnswers: ['form', 'shop', 'shopArea', 'store', 'storeArea'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const agricultureItems: readonly DemoItem[] = [
  {
    key: 'pesticideTrade',
    code: '11431302DEM000276K443012000100101',
    organ: 'agriculture',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: pesticideTrade,
  },
];
