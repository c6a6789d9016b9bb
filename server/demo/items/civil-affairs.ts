import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  accountFields,
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

const allowanceRules = sample('本区高龄津贴发放办法');

/** The law calls for an allowance from 80 on (art. 33); that this district pays from 70 on, and how much, is a sample. */
const seniorAllowance: ItemContent = {
  name: both('高龄津贴申领', 'Old-age allowance'),
  brief: both(
    '满70周岁的老人，每月可以领一笔高龄津贴，年纪越大领得越多。带身份证和银行卡去一趟，10个工作日内给结果。',
    'From 70 on you may receive a monthly allowance, which grows with your age. Come once with your identity card and bank card; you get the answer within 10 working days.',
  ),
  bring: both('身份证、银行卡', 'Identity card, bank card'),
  howLong: both('受理后10个工作日，不收钱', '10 working days after acceptance, free of charge'),
  conditions: [
    both('满70周岁（可以提前一个月申请）；', 'You are 70 or older (you may apply one month before);'),
    both('户口在本区；', 'your household is registered in this district;'),
    both('没有在别的地方领高龄津贴。', 'you receive no old-age allowance elsewhere.'),
  ],
  materials: [
    idCard(allowanceRules),
    material(
      'bankCard',
      both('老人本人的银行卡或者存折', 'The senior’s own bank card or passbook'),
      both('拍有卡号的一面。社保卡也行。', 'A photo of the side with the number. A social security card will do.'),
      allowanceRules,
    ),
    material(
      'collectorCard',
      both('代领人的身份证', 'Identity card of the person who collects the money'),
      both('请家里人代领的才要交，自己领的不用交。', 'Only if a relative collects the money for you.'),
      allowanceRules,
      { necessity: 'optional', source: 'government' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
  ],
  form: [
    {
      ...ask('computed', 'age', both('老人的年龄', 'Age of the senior'), {
        unit: both('周岁', 'years'),
        required: false,
        privacy: 'sensitive',
        compute: { kind: 'age', of: 'applicant' },
        page: both('能领多少', 'How much it is'),
      }),
      notes: [
        {
          when: [{ field: 'age', below: 70 }],
          text: both(
            '还没满70周岁。生日前一个月起就可以来申请。',
            'Not yet 70. You may apply from one month before that birthday.',
          ),
        },
        {
          when: [{ field: 'age', atLeast: 70, below: 80 }],
          text: both('按样例标准，每月50元。', 'By the sample rates: 50 yuan a month.'),
        },
        {
          when: [{ field: 'age', atLeast: 80, below: 90 }],
          text: both('按样例标准，每月100元。', 'By the sample rates: 100 yuan a month.'),
        },
        {
          when: [{ field: 'age', atLeast: 90, below: 100 }],
          text: both('按样例标准，每月300元。', 'By the sample rates: 300 yuan a month.'),
        },
        {
          when: [{ field: 'age', atLeast: 100 }],
          text: both(
            '按样例标准，每月600元。祝老人家健康长寿！',
            'By the sample rates: 600 yuan a month. We wish you many more years!',
          ),
        },
      ],
    },
    ask(
      'yesNo',
      'otherAllowance',
      both('现在领着别处的高龄津贴吗？', 'Do you receive an old-age allowance elsewhere?'),
      {
        privacy: 'sensitive',
        notes: [
          {
            when: [{ field: 'otherAllowance', is: ['yes'] }],
            text: both(
              '两处不能同时领。先在那边停了，这边从下个月接着发。',
              'It is not paid twice. End it there first; we pay from the following month on.',
            ),
          },
        ],
      },
    ),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    {
      ...phone,
      hint: both('11位手机号，自己的或者家里人的都行。', 'An 11-digit mobile number, your own or a relative’s.'),
    },
    choose(
      'yearlyCheck',
      both('每年确认一次健在，您想怎么办？', 'Once a year we make sure that you are well. How shall we do it?'),
      [
        ['phone', '手机刷脸', 'By face on a phone'],
        ['visit', '村（社区）上门看望', 'The village or community visits me'],
        ['window', '到窗口来一趟', 'I come to the window'],
      ],
    ),
    ...accountFields(both('钱打到哪里', 'Where the money goes')),
    choose('collector', both('钱由谁去取？', 'Who collects the money?'), [
      ['self', '老人自己', 'The senior'],
      ['relative', '请家里人代领', 'A relative'],
    ]),
    ask('person', 'relative', both('代领的家里人', 'The relative who collects it'), {
      asks: ['number', 'relation', 'phone'],
      privacy: 'identifier',
      when: [{ field: 'collector', is: ['relative'] }],
    }),
  ],
  ...guideLimits('高龄津贴申领办事指南', 10),
  fee: free,
  result: {
    name: both('高龄津贴', 'Old-age allowance'),
    note: both(
      '一份准予给付决定书。从申请的下个月起，每月15日前打到卡上。金额是样例，以民政部门公布的为准。',
      'A written decision. From the month after your application the money is in your account by the 15th. The amounts are samples; what the civil affairs bureau publishes counts.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PAYMENT',
    serviceObjects: ['PERSON'],
    resultType: 'DECISION',
    visitReason: both(
      '第一次办要核对本人和身份证。走不动的，村（社区）可以上门。',
      'The first time, you and your card are seen together. If you cannot walk, somebody comes to you.',
    ),
    themes: ['优待抚恤', '社会保障'],
    questions: [
      {
        question: both('过了生日才来申请，前面的能补吗？', 'I applied late. Is the money paid for the months before?'),
        answer: both(
          '从申请的下个月起发，前面的不补。所以满70周岁前就可以来办。',
          'It is paid from the month after you apply. That is why you may apply before your 70th birthday.',
        ),
      },
      {
        question: both('满80岁了要再申请一次吗？', 'Must I apply again when I turn 80?'),
        answer: both('不用，到年纪自动按新标准发。', 'No. The higher amount comes by itself.'),
      },
      {
        question: both('能在村里办吗？', 'Can I do it in the village?'),
        answer: both(
          '能。交给村里的便民服务站，村里帮您交到镇上。',
          'Yes. The service station hands it in at the township for you.',
        ),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口申请，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both(
      '镇上核对年龄和户口，5个工作日内告诉您受理了没有。',
      'The township checks age and household; within 5 working days you hear whether it is accepted.',
    ),
    both('区民政局审查、决定。', 'The civil affairs bureau reviews and decides.'),
    both('从下个月起按月打到卡上。', 'From the next month on, the money comes every month.'),
  ],
  bases: [checked('老年人权益保障法', '第三十三条第二款'), checked('老年人权益保障法', '第五十四条'), allowanceRules],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'senior',
  aliases: [
    '高龄津贴',
    '高龄补贴',
    '高龄补助',
    '高龄老人补贴',
    '老人补贴',
    '老人津贴',
    '老年补贴',
    '老年津贴',
    '敬老津贴',
    '长寿补贴',
    '长寿金',
    '尊老金',
    '老人每月发钱',
    '老人领钱',
    '70岁补贴',
    '七十岁补贴',
    '80岁补贴',
    '八十岁补贴',
    '90岁补贴',
    '百岁老人',
    'old age allowance',
    'allowance for the elderly',
    'money for old people',
    'over 80',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人符合高龄津贴的年龄条件，户籍在本区，未在其他地方领取高龄津贴',
  decisionAnswers: ['age', 'bank'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

const assistanceRules = sample('社会救助暂行办法');
const livingRules = sample('最低生活保障审核确认办法');

/** Its procedure, with surveys and public notice, does not run here yet: the guide says what it takes and where to go. */
const minimumLiving: ItemContent = {
  name: both('最低生活保障（低保）申请', 'Minimum living allowance'),
  brief: both(
    '家里人均收入低于当地低保标准、财产也符合规定的，可以申请低保。请到户口所在的乡镇、街道窗口申请。',
    'If your household’s income per head is below the local standard and its property within the limits, you may apply. Please go to the township where your household is registered.',
  ),
  bring: both('全家人的身份证、银行卡', 'Identity cards of the whole family, a bank card'),
  howLong: both('受理后一般30天内，不收钱', 'As a rule within 30 days after acceptance, free of charge'),
  conditions: [
    both('家里人均收入低于当地低保标准；', 'The income per head of your household is below the local standard;'),
    both('家里的财产符合当地规定；', 'its property is within the local limits;'),
    both(
      '以家庭为单位，由一位共同生活的家人申请。重残、重病的人，符合规定的可以单独申请。',
      'you apply as a household, through one of its members. Severely disabled or seriously ill people may in certain cases apply alone.',
    ),
  ],
  materials: [
    {
      ...idCard(livingRules),
      hint: both('全家人的都要原件，看过就还给您。', 'The originals of the whole family; we give them back.'),
    },
    material(
      'authorisation',
      both('家庭经济状况核对授权书', 'Authorisation to check the household’s means'),
      both('窗口有表，成年的家人都要签字。', 'The window has the form; every adult of the household signs it.'),
      livingRules,
      { originals: 1, copies: 0, form: 'paper', sample: true },
    ),
    material(
      'hardship',
      both('重病、残疾的证明', 'Proof of serious illness or disability'),
      both(
        '家里有重病、残疾的人才要交。残疾人证我们自己查。',
        'Only if somebody is seriously ill or disabled. We look up the disability card ourselves.',
      ),
      livingRules,
      { necessity: 'optional', source: 'other' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
  ],
  form: [],
  guideOnly: both(
    '低保要上门调查、要公示，现在还不能在网上办。请到户口所在的乡镇、街道窗口申请；走不动的，请村（社区）代您去申请。',
    'It takes a visit to your home and a public notice, so it cannot be done online yet. Please apply at the window of the township where your household is registered; if you cannot go, ask the village to apply for you.',
  ),
  promisedLimit: { amount: 30, unit: 'calendarDays', basis: { guide: '最低生活保障办事指南' } },
  answerLimit: { amount: 5, unit: 'workingDays', basis: { guide: '最低生活保障办事指南' } },
  limitMarks: { promised: 'sample' },
  deemedAcceptance: false,
  fee: free,
  result: {
    name: both('最低生活保障金', 'Minimum living allowance'),
    note: both(
      '从确认的下个月起按月打到卡上。每年（有的半年）复核一次。',
      'Paid every month from the month after the decision. It is reviewed every year or half-year.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PAYMENT',
    serviceObjects: ['PERSON'],
    powerSource: 'DEVOLVED',
    handlingForms: ['WINDOW'],
    onlineDepth: 'CONSULT',
    handlingArea: 'TOWNSHIP',
    resultType: 'DECISION',
    visitReason: both(
      '要核对全家人的身份，签核对授权书。',
      'The family’s identity is checked and the authorisation signed.',
    ),
    specialProcedures: [
      {
        name: both('入户调查', 'Visit to the home'),
        limit: both('受理后3个工作日内开始', 'Begins within 3 working days after acceptance'),
        counted: true,
        basis: livingRules,
      },
      {
        name: both('公示', 'Public notice'),
        limit: both('7天', '7 days'),
        counted: true,
        basis: livingRules,
      },
    ],
    themes: ['社会保障'],
    questions: [
      {
        question: both(
          '一家人里只有一个人困难，能只给他一个人办吗？',
          'Only one of the family is in need. Can it be for him alone?',
        ),
        answer: both(
          '重残、重病的人，家里收入也不高的，可以单独申请，到窗口问一下。',
          'A severely disabled or seriously ill person of a family with low income may apply alone; please ask at the window.',
        ),
      },
    ],
  },
  steps: [
    both('您在镇上窗口申请，签核对授权书。', 'You apply at the township’s window and sign the authorisation.'),
    both(
      '两名工作人员上门看看，同时核对收入和财产。',
      'Two officers visit your home; income and property are checked.',
    ),
    both('结果在村（社区）公示7天。', 'The result is on public notice in the village for 7 days.'),
    both('没有异议的，确认，从下个月起发钱。', 'If nobody objects it is confirmed, and paid from the next month on.'),
  ],
  bases: [assistanceRules, livingRules],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW'],
  lifeEvent: 'medical',
  aliases: [
    '低保',
    '吃低保',
    '办低保',
    '低保户',
    '低保金',
    '农村低保',
    '城市低保',
    '最低生活保障',
    '生活困难',
    '家里困难',
    '没有收入',
    '没钱吃饭',
    '困难补助',
    '贫困户',
    '困难户',
    '社会救助',
    'dibao',
    'minimum living allowance',
    'social assistance',
    'poverty relief',
    'no income',
  ],
  online: false,
  correctionDays: null,
  grantReason: '申请家庭人均收入低于最低生活保障标准，财产状况符合规定，公示无异议',
  offeredAt: ['TOWNSHIP'],
};

const marriageRules = sample('婚姻登记条例');

/** Both must come in person, so that there is a guide and nothing to apply for. */
const marriage: ItemContent = {
  name: both('结婚登记', 'Marriage registration'),
  handling: both('结婚登记', 'Marriage'),
  brief: both(
    '两个人带着身份证一起到婚姻登记处，当场领结婚证，不收钱。不用户口簿。',
    'Come together to the marriage registry with your identity cards; you get the certificate on the spot, free of charge. No household register is needed.',
  ),
  bring: both('两个人的身份证、三张合影', 'Both identity cards, three photos of you together'),
  howLong: both('当场办好，不收钱', 'Done on the spot, free of charge'),
  conditions: [
    both('两个人都是自愿的，都没有配偶；', 'Both of you want it, and neither is married;'),
    both('男方满22周岁，女方满20周岁；', 'the man is 22 or older, the woman 20 or older;'),
    both('不是直系血亲，也不是三代以内旁系血亲。', 'you are not closely related by blood.'),
  ],
  materials: [
    material(
      'idCards',
      both('两个人的身份证', 'Both identity cards'),
      both('要原件，看过就还给您。', 'The originals; we give them back.'),
      checked('居民身份证法', '第十四条第一款第三项'),
      { originals: 2, copies: 0, form: 'paper', source: 'government' },
    ),
    material(
      'photos',
      both('二寸近期半身免冠合影3张', 'Three recent 2-inch photos of you together'),
      both('没有也行，登记处给您现拍，不收钱。', 'If you have none, the registry takes them, free of charge.'),
      marriageRules,
      { necessity: 'optional', originals: 3, copies: 0, form: 'paper' },
    ),
    lookedUp('marriageRecords', both('婚姻登记档案', 'Records of earlier marriages'), dataSharing),
  ],
  form: [],
  guideOnly: both(
    '结婚要两个人亲自到场，网上办不了。请一起到区政务服务中心的婚姻登记窗口。',
    'Both of you must be there in person, so it cannot be done online. Please come together to the marriage registry in the district’s service centre.',
  ),
  promisedLimit: { amount: 0, unit: 'workingDays', basis: { guide: '结婚登记办事指南' } },
  answerLimit: { amount: 1, unit: 'workingDays', basis: { guide: '结婚登记办事指南' } },
  limitMarks: { promised: 'sample' },
  deemedAcceptance: false,
  fee: free,
  result: {
    name: both('结婚证', 'Marriage certificate'),
    note: both('当场领两本结婚证，一人一本。', 'Two certificates on the spot, one for each.'),
    scope: '全国',
    validity: { months: null, mark: 'sample' },
  },
  elements: {
    ...commonElements,
    itemType: 'CONFIRMATION',
    serviceObjects: ['PERSON'],
    handlingForms: ['WINDOW'],
    onlineDepth: 'CONSULT',
    handlingArea: 'NATION',
    resultType: 'CERTIFICATE',
    visitReason: both('要当面问明两个人都是自愿的。', 'Both of you are asked in person whether you want it.'),
    bookable: true,
    themes: ['婚姻登记'],
    questions: [
      {
        question: both('户口不在这里，能在这里登记吗？', 'We are registered elsewhere. Can we marry here?'),
        answer: both('能，全国哪里都能登记。', 'Yes. You may register anywhere in the country.'),
      },
    ],
  },
  steps: [
    both('两个人一起到婚姻登记窗口。', 'Come together to the marriage registry.'),
    both('填声明书，当面签字、按指印。', 'Fill in the declaration; sign it and leave a fingerprint.'),
    both('当场审查，符合条件的当场发证。', 'It is examined at once, and you get the certificates.'),
  ],
  bases: [sample('民法典（婚姻家庭编）'), marriageRules, checked('居民身份证法', '第十四条第一款第三项')],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW'],
  lifeEvent: 'birth',
  aliases: [
    '结婚',
    '结婚证',
    '领证',
    '扯证',
    '领结婚证',
    '打结婚证',
    '婚姻登记',
    '登记结婚',
    '我要结婚',
    '复婚',
    '再婚',
    '民政局领证',
    '娶老婆',
    '嫁人',
    'marriage',
    'marry',
    'get married',
    'wedding',
    'marriage certificate',
  ],
  online: false,
  correctionDays: null,
  grantReason: '双方自愿结婚，均已达到法定婚龄、均无配偶，没有禁止结婚的亲属关系',
  offeredAt: ['DISTRICT'],
};

export const civilAffairsItems: readonly DemoItem[] = [
  {
    key: 'seniorAllowance',
    code: '11431302DEM001017C443051100100001',
    organ: 'civilAffairs',
    profile: 'BENEFIT',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: seniorAllowance,
  },
  {
    key: 'minimumLiving',
    code: '11431302DEM000030H543051100200001',
    organ: 'township',
    profile: 'SOCIAL_ASSISTANCE',
    caseType: 'PROMISED',
    level: 'TOWNSHIP',
    content: minimumLiving,
  },
  {
    key: 'marriage',
    code: '11431302DEM001017C443071100300001',
    organ: 'civilAffairs',
    profile: 'PUBLIC_SERVICE',
    caseType: 'IMMEDIATE',
    level: 'DISTRICT',
    content: marriage,
  },
];
