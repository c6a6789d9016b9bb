import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  checked,
  choose,
  commonElements,
  type DemoItem,
  dataSharing,
  free,
  guideLimits,
  homeAddress,
  idCard,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const rentalRules = sample('公共租赁住房管理办法');

const publicRental: ItemContent = {
  name: both('公租房申请', 'Public rental housing'),
  brief: both(
    '没有房子、房子太小、收入又不高的家庭，可以申请租公租房，或者领租房补贴。审核、公示以后轮候，30个工作日内给审核结果。',
    'Families without a home, or with too small a one, and with a low income may rent public housing or get help with their rent. You get the answer within 30 working days, then wait your turn.',
  ),
  bring: both('全家人的身份证、收入材料', 'Identity cards of the family, papers on income'),
  howLong: both('受理后30个工作日，申请不收钱', '30 working days after acceptance; applying is free'),
  conditions: [
    both(
      '在本区没有房子，或者人均住房面积低于规定（样例：15平方米）；',
      'You own no home here, or have less than 15 m² a head (sample);',
    ),
    both('家庭收入、财产低于规定；', 'the family’s income and property are below the limits;'),
    both(
      '户口在本区，或者在本区稳定就业的外来务工人员、新就业职工。',
      'you are registered here, or work here steadily.',
    ),
  ],
  materials: [
    idCard(rentalRules),
    material(
      'incomeProof',
      both('家里人的收入材料', 'Papers on the family’s income'),
      both(
        '工资条、银行流水都行。没有固定收入的，写个说明。',
        'Pay slips or bank statements. Without regular income: a statement of your own.',
      ),
      rentalRules,
    ),
    material(
      'lease',
      both('租房合同', 'Lease'),
      both('现在租的房子的合同。', 'Of the home that you rent now.'),
      rentalRules,
      {
        when: [{ field: 'living', is: ['rent'] }],
      },
    ),
    material(
      'employment',
      both('劳动合同', 'Employment contract'),
      both('和现在的单位签的。', 'With your present employer.'),
      rentalRules,
      { when: [{ field: 'status', is: ['graduate', 'migrant'] }] },
    ),
    material(
      'authorisation',
      both('收入和财产核对授权书', 'Authorisation to check income and property'),
      both('窗口有表，成年的家人都要签字。', 'The window has the form; every adult signs it.'),
      rentalRules,
      { originals: 1, copies: 0, sample: true },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
    lookedUp('property', both('不动产登记信息', 'Real estate on record'), dataSharing),
    lookedUp('marriageCertificate', both('结婚证', 'Marriage certificate'), dataSharing),
  ],
  form: [
    choose(
      'status',
      both('您属于哪一种？', 'Which are you?'),
      [
        ['registered', '户口在本区的住房困难家庭', 'A family registered here'],
        ['graduate', '新就业职工（毕业不满5年）', 'A new employee (graduated within 5 years)'],
        ['migrant', '外来务工人员', 'I moved here for work'],
      ],
      { situation: true, page: both('您家的情况', 'Your family') },
    ),
    ask('firm', 'employer', both('在哪里上班？', 'Where do you work?'), {
      when: [{ field: 'status', is: ['graduate', 'migrant'] }],
    }),
    ask(
      'number',
      'insuredMonths',
      both('在本区交社保几个月了？', 'For how many months have you paid social insurance here?'),
      {
        minimum: 0,
        maximum: 600,
        unit: both('个月', 'months'),
        privacy: 'sensitive',
        when: [{ field: 'status', is: ['graduate', 'migrant'] }],
        notes: [
          {
            when: [{ field: 'insuredMonths', below: 6 }],
            text: both('按样例要求，要连续交满6个月。', 'By the sample rules 6 months in a row are needed.'),
          },
        ],
      },
    ),
    ask('yesNo', 'married', both('结婚了吗？', 'Are you married?'), { privacy: 'sensitive' }),
    ask('person', 'spouse', both('配偶（共同申请人）', 'Your husband or wife (applies with you)'), {
      asks: ['number', 'phone'],
      privacy: 'identifier',
      party: 'coApplicant',
      when: [{ field: 'married', is: ['yes'] }],
    }),
    ask('rows', 'household', both('一起住的人和收入', 'Who lives together, and the income'), {
      hint: both('您自己和配偶也写上，没有收入的写0。', 'Also yourself and your spouse; 0 where there is no income.'),
      privacy: 'sensitive',
      rowName: both('家人', 'Person'),
      minRows: 1,
      maxRows: 12,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        choose(
          'relation',
          both('是您的什么人', 'Relation to you'),
          [
            ['self', '本人', 'Myself'],
            ['spouse', '配偶', 'Spouse'],
            ['child', '子女', 'Child'],
            ['parent', '父母', 'Parent'],
            ['other', '其他', 'Other'],
          ],
          { privacy: 'sensitive' },
        ),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        ask('money', 'income', both('一个月收入', 'Income a month'), {
          unit: both('元', 'yuan'),
          privacy: 'sensitive',
        }),
      ],
    }),
    ask('computed', 'people', both('家庭人数', 'Family members'), {
      unit: both('人', 'people'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'count', of: 'household' },
    }),
    ask('computed', 'income', both('全家一个月收入', 'Income of all in a month'), {
      unit: both('元', 'yuan'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'sum', of: 'household.income' },
    }),
    ask('computed', 'yearlyIncome', both('一年就是', 'That is in a year'), {
      unit: both('元', 'yuan'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'times', of: 'income', times: 12 },
    }),
    choose(
      'living',
      both('现在怎么住？', 'How do you live now?'),
      [
        ['rent', '租房', 'We rent'],
        ['relatives', '借住在亲戚、朋友家', 'With relatives or friends'],
        ['dormitory', '单位宿舍', 'In an employer’s dormitory'],
        ['own', '自己的房子', 'In our own home'],
      ],
      { privacy: 'sensitive', situation: true, page: both('现在的房子', 'Your home now') },
    ),
    ask('money', 'rent', both('一个月房租多少？', 'What is the monthly rent?'), {
      unit: both('元', 'yuan'),
      privacy: 'sensitive',
      when: [{ field: 'living', is: ['rent'] }],
    }),
    ask('number', 'ownArea', both('自己的房子多大？', 'How large is your own home?'), {
      minimum: 1,
      maximum: 10_000,
      unit: both('平方米', 'm²'),
      privacy: 'sensitive',
      when: [{ field: 'living', is: ['own'] }],
    }),
    homeAddress,
    phone,
    ask('yesNo', 'car', both('家里有汽车吗？', 'Does the family have a car?'), { privacy: 'sensitive' }),
    ask('money', 'carValue', both('买的时候多少钱？', 'What did it cost?'), {
      unit: both('元', 'yuan'),
      privacy: 'sensitive',
      when: [{ field: 'car', is: ['yes'] }],
    }),
    choose(
      'wish',
      both('想要的保障方式', 'What you would like'),
      [
        ['flat', '租公租房', 'A public flat'],
        ['subsidy', '自己租房，领补贴', 'Help with the rent of a flat of my own choice'],
      ],
      { page: both('您的打算', 'What you wish for') },
    ),
    choose(
      'rooms',
      both('想要的户型', 'Rooms'),
      [
        ['one', '一室', 'One room'],
        ['two', '两室', 'Two rooms'],
        ['three', '三室', 'Three rooms'],
      ],
      { when: [{ field: 'wish', is: ['flat'] }] },
    ),
    choose(
      'priority',
      both('家里有没有要优先照顾的？', 'Does somebody of the family come first?'),
      [
        ['none', '没有', 'No'],
        ['elderly', '有60周岁以上的老人', 'Somebody is 60 or older'],
        ['disabled', '有残疾人', 'Somebody is disabled'],
        ['veteran', '有退役军人、烈士遗属', 'A veteran, or the family of a martyr'],
        ['children', '有两个以上未成年孩子', 'Two or more children under 18'],
      ],
      {
        privacy: 'sensitive',
        notes: [
          {
            when: [
              { field: 'priority', is: ['elderly', 'disabled'] },
              { field: 'wish', is: ['flat'] },
            ],
            text: both(
              '我们尽量安排一楼或者有电梯的房子。',
              'We try to find a flat on the ground floor or with a lift.',
            ),
          },
        ],
      },
    ),
  ],
  ...guideLimits('公租房申请办事指南', 30),
  fee: {
    ...free,
    note: both(
      '申请不收钱。住进去以后按月交租金，租金比市场低。',
      'Applying is free. Once you move in you pay a monthly rent below that of the market.',
    ),
  },
  result: {
    name: both('公租房保障资格', 'Entitlement to public housing'),
    note: both(
      '一份准予给付决定书。批下来以后按顺序轮候，轮到了通知您选房。',
      'A written decision. Then you wait your turn; we tell you when you may choose a flat.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PAYMENT',
    serviceObjects: ['PERSON'],
    resultType: 'DECISION',
    visitReason: both('要交签了字的核对授权书。', 'The signed authorisation must be handed in.'),
    quantityLimit: both('房源有限，按顺序轮候。', 'There are fewer flats than families; you wait your turn.'),
    specialProcedures: [
      {
        name: both('收入和财产核对', 'Check of income and property'),
        limit: both('10个工作日', '10 working days'),
        counted: true,
        basis: rentalRules,
      },
      {
        name: both('公示', 'Public notice'),
        limit: both('20天', '20 days'),
        counted: true,
        basis: rentalRules,
      },
    ],
    themes: ['住房保障'],
    questions: [
      {
        question: both('要等多久才有房？', 'How long do I wait for a flat?'),
        answer: both(
          '看房源，一般一两年。着急的可以先领租房补贴。',
          'That depends; as a rule a year or two. In the meantime you may get help with your rent.',
        ),
      },
      {
        question: both('农村有老房子能申请吗？', 'We have an old house in the village. May we apply?'),
        answer: both(
          '在城里没有房子的，可以申请，老房子要如实写。',
          'Yes, if you have no home in town. Please mention the old house.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者镇上、街道窗口申请。', 'You apply online or at the township’s window.'),
    both('街道看看现在的住房，核对收入和财产。', 'The township looks at your home; income and property are checked.'),
    both('区住建局审核，公示。', 'The housing bureau reviews it; it is on public notice.'),
    both('决定以后排队轮候，轮到了选房。', 'After the decision you wait your turn and choose a flat.'),
  ],
  bases: [rentalRules, checked('老年人权益保障法', '第三十二条')],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC'],
  lifeEvent: 'housing',
  aliases: [
    '公租房',
    '公共租赁住房',
    '廉租房',
    '保障房',
    '保障性住房',
    '政府的房子',
    '便宜租房',
    '租政府房子',
    '没房子住',
    '没地方住',
    '租不起房',
    '租房补贴',
    '住房补贴',
    '住房困难',
    '申请房子',
    '外来务工住房',
    'public housing',
    'council flat',
    'cheap flat',
    'rent subsidy',
    'low-rent housing',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请家庭住房、收入、财产状况符合公租房保障条件，公示无异议',
  decisionAnswers: ['wish', 'rooms', 'people'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const housingItems: readonly DemoItem[] = [
  {
    key: 'publicRental',
    code: '11431302DEM001068L443051700100001',
    organ: 'housing',
    profile: 'BENEFIT',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: publicRental,
  },
];
