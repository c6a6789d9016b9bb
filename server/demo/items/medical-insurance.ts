import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  checked,
  choose,
  commonElements,
  type DemoItem,
  dataSharing,
  guideLimits,
  homeAddress,
  idCard,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const enrolmentRules = sample('基本医疗保险经办规程');

const medicalEnrolment: ItemContent = {
  name: both('城乡居民医保参保登记', 'Residents’ medical insurance: enrolment'),
  brief: both(
    '没在单位交医保的大人、老人、学生、刚出生的孩子，都可以参保。一家人一次登记，每人每年交一次。3个工作日办好。',
    'Adults without an employer’s insurance, old people, pupils and the newborn may join. The whole family enrols at once, and each pays once a year. It takes 3 working days.',
  ),
  bring: both('全家人的身份证号', 'The identity numbers of the family'),
  howLong: both('受理后3个工作日，登记不收钱', '3 working days after acceptance; enrolment is free'),
  conditions: [
    both('户口在本区，或者有本区的居住证；', 'You are registered in this district or hold its residence permit;'),
    both('没有参加职工医保；', 'you are in no employees’ medical insurance;'),
    both(
      '刚出生的孩子，90天内登记的，从出生那天起就能报销。',
      'a child enrolled within 90 days of birth is insured from birth.',
    ),
  ],
  materials: [
    idCard(enrolmentRules),
    material(
      'birthCertificate',
      both('孩子的出生医学证明', 'The child’s medical certificate of birth'),
      both('给还没上户口的孩子登记，才要交。', 'Only for a child not yet registered with a household.'),
      enrolmentRules,
      { necessity: 'optional', source: 'other' },
    ),
    material(
      'residencePermit',
      both('居住证', 'Residence permit'),
      both('户口在外地的才要交。', 'Only if you are registered elsewhere.'),
      enrolmentRules,
      { necessity: 'optional', source: 'government' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
    lookedUp('helpRecord', both('低保、特困、残疾的认定', 'Record of assistance or disability'), dataSharing),
  ],
  form: [
    choose(
      'year',
      both('参加哪一年的医保？', 'For which year?'),
      [
        ['current', '今年（中途参保）', 'This year (joining late)'],
        ['next', '明年', 'Next year'],
      ],
      {
        page: both('参保年度', 'The year'),
        notes: [
          {
            when: [{ field: 'year', is: ['current'] }],
            text: both(
              '中途参保的，有的要等一段时间才能报销；新生儿不用等。',
              'Who joins late may have to wait before costs are paid; a newborn does not.',
            ),
          },
        ],
      },
    ),
    choose('residence', both('户口在哪里？', 'Where is your household registered?'), [
      ['registered', '在本区', 'In this district'],
      ['permit', '在外地，有本区居住证', 'Elsewhere; I hold a residence permit'],
    ]),
    ask('rows', 'members', both('参保的人', 'Who is to be insured'), {
      hint: both('您自己要参保的，也写一行。', 'If you join yourself, add a row for yourself.'),
      privacy: 'identifier',
      party: 'beneficiary',
      rowName: both('参保人', 'Person'),
      minRows: 1,
      maxRows: 12,
      page: both('参保的人', 'Who is insured'),
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
            ['grandparent', '祖父母、外祖父母', 'Grandparent'],
            ['other', '其他家人', 'Another relative'],
          ],
          { privacy: 'sensitive' },
        ),
        ask('yesNo', 'newborn', both('是刚出生、还没上户口的孩子吗', 'A newborn not yet registered?'), {
          privacy: 'sensitive',
        }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), {
          privacy: 'identifier',
          when: [{ field: 'newborn', is: ['no'] }],
        }),
        ask('date', 'birthDay', both('出生日期', 'Date of birth'), {
          latest: 'today',
          privacy: 'sensitive',
          when: [{ field: 'newborn', is: ['yes'] }],
        }),
        choose(
          'group',
          both('属于哪种情况', 'Group'),
          [
            ['ordinary', '普通居民', 'Resident'],
            ['pupil', '在校学生', 'Pupil or student'],
            ['poor', '低保、特困', 'Receives assistance'],
            ['disabled', '重度残疾', 'Severely disabled'],
          ],
          { privacy: 'sensitive' },
        ),
      ],
    }),
    ask('computed', 'people', both('参保人数', 'People to be insured'), {
      unit: both('人', 'people'),
      required: false,
      compute: { kind: 'count', of: 'members' },
    }),
    ask('computed', 'total', both('按样例每人400元，一共', 'At the sample rate of 400 yuan each'), {
      hint: both(
        '低保、特困、重度残疾的人有资助，实际交多少以缴费页面为准。',
        'Those who receive assistance or are severely disabled pay less; what the payment page says counts.',
      ),
      unit: both('元', 'yuan'),
      required: false,
      compute: { kind: 'times', of: 'people', times: 400 },
    }),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
    choose('payment', both('想怎么交钱？', 'How will you pay?'), [
      ['phone', '手机上交', 'By phone'],
      ['bank', '到银行交', 'At a bank'],
      ['village', '请村（社区）帮着交', 'With the help of the village or community'],
    ]),
  ],
  ...guideLimits('城乡居民医保参保登记办事指南', 3),
  fee: {
    fen: 0,
    note: both(
      '登记不收钱。保费另外交给税务部门，每人每年的金额是样例，以当年公布的为准。',
      'Enrolment is free. The contribution is paid to the tax office; the amount is a sample, and what is published for the year counts.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('参保登记结果', 'Confirmation of enrolment'),
    note: both(
      '一份办理结果通知书。交了钱，看病带身份证或者医保码就行。',
      'A written confirmation. Once you have paid, your identity card or insurance code is enough at the doctor’s.',
    ),
    scope: '全国',
  },
  elements: {
    ...commonElements,
    itemType: 'PUBLIC_SERVICE',
    serviceObjects: ['PERSON'],
    handlingArea: 'CITY',
    resultType: 'OTHER',
    themes: ['社会保障', '医疗卫生'],
    questions: [
      {
        question: both('去年交过，今年还要登记吗？', 'I paid last year. Must I enrol again?'),
        answer: both(
          '不用，直接交钱就行。没交过、断过的才要登记。',
          'No, just pay. Only those who are new or left must enrol.',
        ),
      },
      {
        question: both('孩子还没取名能参保吗？', 'May a child be enrolled before it has a name?'),
        answer: both(
          '能。先用妈妈的姓名加“之子”“之女”登记，上了户口再改。',
          'Yes, as “son of” or “daughter of” the mother; it is changed later.',
        ),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口登记，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both('镇上核对每个人有没有别的医保。', 'The township checks that nobody is insured elsewhere.'),
    both('区医保局确认登记。', 'The medical insurance bureau confirms.'),
    both('您收到短信后交钱。', 'You get a message and pay.'),
  ],
  bases: [sample('社会保险法'), enrolmentRules, checked('老年人权益保障法', '第二十九条第一款')],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'medical',
  aliases: [
    '医保',
    '居民医保',
    '城乡居民医保',
    '农合',
    '新农合',
    '合作医疗',
    '农村医保',
    '交医保',
    '医保登记',
    '医保参保',
    '买医保',
    '医疗保险',
    '看病报销',
    '看病能报销',
    '小孩医保',
    '新生儿医保',
    '孩子上医保',
    '学生医保',
    '老人医保',
    '全家交医保',
    'medical insurance',
    'health insurance',
    'insure my child',
    'hospital bills',
  ],
  online: true,
  correctionDays: null,
  grantReason: '参保人符合本区居民参保条件，未参加其他基本医疗保险',
  decisionAnswers: ['members', 'people'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

export const medicalInsuranceItems: readonly DemoItem[] = [
  {
    key: 'medicalEnrolment',
    code: '11431302DEM0010332443203600100001',
    organ: 'medicalInsurance',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: medicalEnrolment,
  },
];
