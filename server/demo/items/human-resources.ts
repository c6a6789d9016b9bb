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
  licenceLimits,
  licensingBases,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const insuranceLaw = sample('社会保险法');
const employmentLaw = sample('就业促进法');
const pensionRules = sample('城乡居民基本养老保险经办规程');

const pensionEnrolment: ItemContent = {
  name: both('城乡居民养老保险参保登记', 'Residents’ pension insurance: enrolment'),
  brief: both(
    '满16周岁、没在单位参加养老保险的居民，选一档每年交，政府还有补贴，满60周岁按月领养老金。3个工作日办好。',
    'Residents of 16 and older without an employer’s pension choose a yearly contribution; the government adds to it, and from 60 on you draw a monthly pension. It takes 3 working days.',
  ),
  bring: both('身份证', 'Identity card'),
  howLong: both('受理后3个工作日，登记不收钱', '3 working days after acceptance; enrolment is free'),
  conditions: [
    both('满16周岁，不是在校学生；', 'You are 16 or older and not at school;'),
    both('户口在本区；', 'your household is registered in this district;'),
    both(
      '没有参加职工养老保险，也不是机关事业单位的人。',
      'you are in no employees’ or civil servants’ pension insurance.',
    ),
  ],
  materials: [
    idCard(pensionRules),
    material(
      'helpProof',
      both('残疾、低保等证明', 'Proof of disability, minimum living allowance or the like'),
      both('我们先自己查，查不到的再请您交。', 'We look it up first; only if we do not find it.'),
      pensionRules,
      { necessity: 'optional', source: 'government' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
    lookedUp('insuranceRecord', both('已参加养老保险的记录', 'Record of earlier pension insurance'), dataSharing),
  ],
  form: [
    {
      ...ask('computed', 'age', both('您今年', 'Your age'), {
        unit: both('周岁', 'years'),
        required: false,
        privacy: 'sensitive',
        compute: { kind: 'age', of: 'applicant' },
        page: both('您的情况', 'About you'),
      }),
      notes: [
        {
          when: [{ field: 'age', below: 16 }],
          text: both('还没满16周岁，满了再来参保。', 'You are not yet 16.'),
        },
        {
          when: [{ field: 'age', atLeast: 45, below: 60 }],
          text: both(
            '到60周岁交不满15年的，可以一次补缴够15年。',
            'If you cannot pay for 15 years before you are 60, you may pay the missing years at once.',
          ),
        },
        {
          when: [{ field: 'age', atLeast: 60 }],
          text: both(
            '已满60周岁。没有领养老金的，登记后直接按月领，有的地方要补缴。',
            'You are 60 or older. Once enrolled, you draw the pension at once; some years may have to be paid for.',
          ),
        },
      ],
    },
    choose(
      'occupation',
      both('您现在做什么？', 'What do you do?'),
      [
        ['farming', '种地、养殖', 'Farming'],
        ['casual', '打零工', 'Casual work'],
        ['home', '在家照顾家人', 'Caring for the family'],
        ['business', '做小生意', 'A small business'],
        ['none', '没有工作', 'No work'],
      ],
      { privacy: 'sensitive' },
    ),
    ask(
      'yesNo',
      'otherPension',
      both('以前在单位交过养老保险吗？', 'Did an employer ever pay pension insurance for you?'),
      {
        privacy: 'sensitive',
        notes: [
          {
            when: [{ field: 'otherPension', is: ['yes'] }],
            text: both(
              '交过的不会白交，到领养老金时可以转过来算在一起。',
              'Nothing is lost: it can be moved and counted together when you retire.',
            ),
          },
        ],
      },
    ),
    ask('text', 'otherPlace', both('在哪里交的？', 'Where was it?'), {
      hint: both('写到县就行，如：广东省东莞市。', 'The county or city is enough.'),
      maxLength: 80,
      privacy: 'sensitive',
      when: [{ field: 'otherPension', is: ['yes'] }],
    }),
    choose(
      'level',
      both('每年缴费档次', 'Yearly contribution'),
      [
        ['200', '200元', '200 yuan'],
        ['300', '300元', '300 yuan'],
        ['500', '500元', '500 yuan'],
        ['1000', '1000元', '1,000 yuan'],
        ['2000', '2000元', '2,000 yuan'],
        ['3000', '3000元', '3,000 yuan'],
      ],
      {
        hint: both(
          '交得多，将来领得多。每年可以换一档。',
          'The more you pay, the more you get. You may change it every year.',
        ),
        page: both('怎么交', 'What you pay'),
        notes: [
          {
            when: [{ field: 'level', is: ['200', '300'] }],
            text: both(
              '按样例标准，政府每年补贴30元到40元。',
              'By the sample rates the government adds 30 to 40 yuan a year.',
            ),
          },
          {
            when: [{ field: 'level', is: ['500', '1000'] }],
            text: both(
              '按样例标准，政府每年补贴60元到100元。',
              'By the sample rates the government adds 60 to 100 yuan a year.',
            ),
          },
          {
            when: [{ field: 'level', is: ['2000', '3000'] }],
            text: both(
              '按样例标准，政府每年补贴150元到200元。',
              'By the sample rates the government adds 150 to 200 yuan a year.',
            ),
          },
        ],
      },
    ),
    ask('number', 'backYears', both('要补缴以前几年的？', 'For how many earlier years will you pay now?'), {
      hint: both(
        '不补缴的不用填。补缴的部分没有政府补贴。',
        'Leave this empty if none. The government adds nothing to these.',
      ),
      required: false,
      minimum: 1,
      maximum: 15,
      unit: both('年', 'years'),
    }),
    ask('computed', 'backPay', both('补缴合计（按样例每年200元）', 'For earlier years (sample: 200 yuan a year)'), {
      unit: both('元', 'yuan'),
      required: false,
      compute: { kind: 'times', of: 'backYears', times: 200 },
    }),
    choose(
      'help',
      both('有没有下面的情况？', 'Does one of these apply to you?'),
      [
        ['none', '都没有', 'None'],
        ['disabled', '重度残疾', 'Severe disability'],
        ['poor', '低保、特困', 'Minimum living allowance or destitute'],
        ['onlyChild', '独生子女、双女户父母', 'Parent of an only child or of two daughters'],
      ],
      {
        privacy: 'sensitive',
        notes: [
          {
            when: [{ field: 'help', is: ['disabled', 'poor'] }],
            text: both('政府帮您交最低一档，您自己不用交。', 'The government pays the lowest contribution for you.'),
          },
        ],
      },
    ),
    ask('rows', 'beneficiaries', both('万一您不在了，账户里的钱留给谁？', 'Who inherits your account?'), {
      hint: both('没写的，按法律继承。', 'If nobody is named, the law decides.'),
      required: false,
      privacy: 'sensitive',
      rowName: both('继承人', 'Heir'),
      minRows: 0,
      maxRows: 5,
      page: both('账户留给谁', 'Your heirs'),
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        choose(
          'relation',
          both('是您的什么人', 'Relation to you'),
          [
            ['spouse', '配偶', 'Spouse'],
            ['child', '子女', 'Child'],
            ['parent', '父母', 'Parent'],
            ['other', '其他', 'Other'],
          ],
          { privacy: 'sensitive' },
        ),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), {
          required: false,
          privacy: 'identifier',
        }),
        ask('number', 'share', both('份额', 'Share'), {
          minimum: 1,
          maximum: 100,
          unit: both('%', '%'),
          privacy: 'sensitive',
        }),
      ],
    }),
    {
      ...ask('computed', 'shares', both('份额合计', 'Shares together'), {
        unit: both('%', '%'),
        required: false,
        privacy: 'sensitive',
        when: [{ field: 'beneficiaries', atLeast: 1 }],
        compute: { kind: 'sum', of: 'beneficiaries.share' },
      }),
      notes: [
        {
          when: [{ field: 'shares', below: 100 }],
          text: both('份额加起来还不到100%，剩下的按法律继承。', 'Less than 100%: the law decides about the rest.'),
        },
        {
          when: [{ field: 'shares', atLeast: 100.01 }],
          text: both('份额加起来超过100%了，请改一下。', 'More than 100%: please correct the shares.'),
        },
      ],
    },
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
    ask('text', 'bank', both('从哪家银行扣款、领钱？', 'Through which bank do you pay and get paid?'), {
      hint: both('有社保卡的，写社保卡的银行。', 'If you have a social security card: its bank.'),
      maxLength: 60,
      prefill: 'earlier',
    }),
  ],
  ...guideLimits('城乡居民养老保险参保登记办事指南', 3),
  fee: {
    fen: 0,
    note: both(
      '登记不收钱。每年交的保费进您自己的账户，在手机或者银行交，金额是样例。',
      'Enrolment is free. The yearly contribution goes into your own account and is paid by phone or at the bank; the amounts are samples.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('参保登记回执', 'Confirmation of enrolment'),
    note: both(
      '一份办理结果通知书。当年的保费年底以前交。',
      'A written confirmation. Pay this year’s contribution before the end of the year.',
    ),
    scope: '全国',
  },
  elements: {
    ...commonElements,
    itemType: 'PUBLIC_SERVICE',
    serviceObjects: ['PERSON'],
    resultType: 'OTHER',
    themes: ['社会保障'],
    questions: [
      {
        question: both('要交多少年？', 'For how many years must I pay?'),
        answer: both('满15年，60周岁起按月领。', 'For 15 years; from 60 on you draw the pension every month.'),
      },
      {
        question: both('进城上班了怎么办？', 'What if I find a job in town?'),
        answer: both(
          '单位给您交职工养老保险，这边停下来，以后合在一起算。',
          'Your employer then pays for you; this one rests and is counted later.',
        ),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口登记，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both('镇上核对户口和以前的参保记录。', 'The township checks household and earlier insurance.'),
    both('区人社局确认，建好您的账户。', 'The social security bureau confirms and opens your account.'),
    both('您在手机或者银行交当年的保费。', 'You pay this year’s contribution by phone or at the bank.'),
  ],
  bases: [insuranceLaw, pensionRules, checked('老年人权益保障法', '第二十八条')],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'senior',
  aliases: [
    '城乡居民养老保险',
    '居民养老保险',
    '居民养老',
    '农保',
    '新农保',
    '农村养老保险',
    '农民养老',
    '交养老保险',
    '买养老保险',
    '买社保',
    '个人交社保',
    '养老金怎么交',
    '没单位交养老',
    '补交养老保险',
    '补缴养老保险',
    '老了领养老金',
    '60岁领钱',
    '社保登记',
    'pension',
    'pension insurance',
    'social security',
    'retirement insurance',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人年满十六周岁，户籍在本区，未参加其他基本养老保险',
  decisionAnswers: ['level', 'backPay'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

const flexibleRules = sample('灵活就业登记服务办法');

const flexibleEmployment: ItemContent = {
  name: both('灵活就业登记', 'Registration of flexible employment'),
  brief: both(
    '送外卖、跑网约车、摆摊、打零工、做家政，没有单位的，都可以登记。登记了能申请社保补贴。3个工作日办好。',
    'Couriers, drivers, stall keepers, casual and domestic workers without an employer may register, and then apply for help with their insurance. It takes 3 working days.',
  ),
  bring: both('身份证', 'Identity card'),
  howLong: both('受理后3个工作日，不收钱', '3 working days after acceptance, free of charge'),
  conditions: [
    both('满16周岁，没到退休年龄；', 'You are 16 or older and below the age of retirement;'),
    both('在本区干活，没有和单位签劳动合同。', 'you work in this district without an employment contract.'),
  ],
  materials: [
    idCard(flexibleRules),
    material(
      'workProof',
      both('能看出您在干活的材料', 'Something that shows your work'),
      both(
        '如：平台接单的截图、摊位照片。没有也行，写清楚就行。',
        'E.g. a picture of your orders or your stall. You may do without it.',
      ),
      flexibleRules,
      { necessity: 'optional', form: 'electronic' },
    ),
    lookedUp('insuranceRecord', both('社保缴费记录', 'Record of social insurance'), dataSharing),
  ],
  form: [
    choose(
      'work',
      both('做什么工作', 'Your work'),
      [
        ['platform', '外卖、快递、网约车', 'Delivery, courier or ride-hailing'],
        ['stall', '摆摊、开小店', 'A stall or small shop'],
        ['household', '保姆、月嫂、家政', 'Domestic work'],
        ['building', '建筑、装修零工', 'Building and decorating'],
        ['online', '网店、直播', 'Online shop, streaming'],
        ['other', '其他', 'Other'],
      ],
      { page: both('您的工作', 'Your work') },
    ),
    ask('text', 'platform', both('在哪个平台接单？', 'Through which platform?'), {
      maxLength: 60,
      when: [{ field: 'work', is: ['platform'] }],
    }),
    ask('text', 'stallPlace', both('在哪里摆摊、开店？', 'Where is your stall or shop?'), {
      maxLength: 120,
      when: [{ field: 'work', is: ['stall'] }],
    }),
    ask('text', 'otherWork', both('具体做什么？', 'What exactly?'), {
      maxLength: 120,
      when: [{ field: 'work', is: ['household', 'building', 'online', 'other'] }],
    }),
    ask('date', 'since', both('开始的日期', 'Since when'), { latest: 'today' }),
    ask('number', 'hours', both('一周大概干几个小时？', 'About how many hours a week?'), {
      minimum: 1,
      maximum: 112,
      unit: both('小时', 'hours'),
    }),
    ask('money', 'income', both('一个月大概挣多少？', 'About how much do you earn a month?'), {
      minimum: 0,
      unit: both('元', 'yuan'),
      privacy: 'sensitive',
    }),
    ask('computed', 'yearly', both('一年大概', 'That is in a year about'), {
      unit: both('元', 'yuan'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'times', of: 'income', times: 12 },
    }),
    choose(
      'insured',
      both('您自己交社保吗？', 'Do you pay social insurance yourself?'),
      [
        ['employee', '交，按职工的', 'Yes, as employees do'],
        ['resident', '交，按城乡居民的', 'Yes, as residents do'],
        ['none', '没交', 'No'],
      ],
      { privacy: 'sensitive', page: both('社保和补贴', 'Insurance and help') },
    ),
    ask('yesNo', 'subsidy', both('想申请社保补贴吗？', 'Would you like help with your contributions?'), {
      privacy: 'sensitive',
      when: [{ field: 'insured', is: ['employee'] }],
      notes: [
        {
          when: [
            { field: 'subsidy', is: ['yes'] },
            { field: 'applicant.sex', is: ['female'] },
            { field: 'applicant.age', atLeast: 40 },
          ],
          text: both(
            '您是满40周岁的女性，可以申请就业困难人员社保补贴（样例）。',
            'As a woman of 40 or older you may apply for the subsidy (sample).',
          ),
        },
        {
          when: [
            { field: 'subsidy', is: ['yes'] },
            { field: 'applicant.sex', is: ['male'] },
            { field: 'applicant.age', atLeast: 50 },
          ],
          text: both(
            '您是满50周岁的男性，可以申请就业困难人员社保补贴（样例）。',
            'As a man of 50 or older you may apply for the subsidy (sample).',
          ),
        },
      ],
    }),
    choose(
      'difficulty',
      both('有没有下面的情况？', 'Does one of these apply to you?'),
      [
        ['none', '都没有', 'None'],
        ['graduate', '毕业两年内的大学生', 'Graduated within the last two years'],
        ['disabled', '有残疾人证', 'I hold a disability card'],
        ['land', '失地农民', 'My farmland was taken'],
        ['zero', '全家没人有固定工作', 'Nobody of the family has regular work'],
      ],
      { privacy: 'sensitive', when: [{ field: 'subsidy', is: ['yes'] }] },
    ),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
  ],
  ...guideLimits('灵活就业登记办事指南', 3),
  fee: free,
  result: {
    name: both('灵活就业登记回执', 'Confirmation of registration'),
    note: both(
      '一份办理结果通知书，申请社保补贴时不用再证明。',
      'A written confirmation; it is all the proof that the subsidy needs.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PUBLIC_SERVICE',
    serviceObjects: ['PERSON'],
    resultType: 'OTHER',
    themes: ['就业创业'],
    questions: [
      {
        question: both('登记了是不是就要交社保？', 'Must I pay insurance once I am registered?'),
        answer: both('不是，交不交您自己定。', 'No, that is up to you.'),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口登记，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both('工作人员打电话问两句。', 'An officer calls you with a question or two.'),
    both('区人社局确认登记。', 'The social security bureau confirms.'),
  ],
  bases: [employmentLaw, flexibleRules],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'work',
  aliases: [
    '灵活就业',
    '灵活就业登记',
    '打零工',
    '零工',
    '送外卖',
    '外卖员',
    '骑手',
    '跑网约车',
    '网约车司机',
    '快递员',
    '摆摊',
    '摆地摊',
    '做家政',
    '保姆',
    '月嫂',
    '自由职业',
    '做直播',
    '开网店',
    '没有单位',
    '灵活就业社保补贴',
    '4050补贴',
    'freelancer',
    'gig worker',
    'self-employed',
    'casual work',
    'delivery rider',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人在法定劳动年龄内，在本区以灵活就业方式从业，未与用人单位建立劳动关系',
  decisionAnswers: ['work', 'since'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

const unemploymentRules = sample('失业登记服务办法');
const fromFirm = ['ended', 'dismissed', 'resigned', 'closed'];

/** The bureau lets the counter register in its name (a sample), so that one visit to one person is enough. */
const unemployment: ItemContent = {
  name: both('失业登记', 'Registration of unemployment'),
  brief: both(
    '没工作、想找工作的，来登记一下，免费介绍工作、免费培训。带身份证，当场办好。',
    'If you are out of work and looking for some, register: we help you find work and training, free of charge. Bring your identity card; it is done on the spot.',
  ),
  bring: both('身份证', 'Identity card'),
  howLong: both('当场办好，不收钱', 'Done on the spot, free of charge'),
  conditions: [
    both('满16周岁，没到退休年龄；', 'You are 16 or older and below the age of retirement;'),
    both('有劳动能力，想工作，现在没有工作；', 'you can work and want to, and have no work;'),
    both('户口在本区，或者常住在本区。', 'you are registered or live in this district.'),
  ],
  materials: [
    idCard(unemploymentRules),
    material(
      'leavingProof',
      both('离开单位的证明', 'Proof of leaving the employer'),
      both('有解除劳动合同的纸就带上，没有也能登记。', 'Bring the paper if you have it; you may register without it.'),
      unemploymentRules,
      { necessity: 'optional', source: 'other' },
    ),
    lookedUp('insuranceRecord', both('社保缴费记录', 'Record of social insurance'), dataSharing),
  ],
  form: [
    choose(
      'reason',
      both('失业的原因', 'Why you are out of work'),
      [
        ['ended', '合同到期', 'My contract ended'],
        ['dismissed', '被单位辞退', 'I was dismissed'],
        ['resigned', '自己辞职', 'I resigned'],
        ['closed', '单位倒闭、停产', 'The firm closed'],
        ['business', '自己的店关了', 'I closed my own business'],
        ['graduate', '毕业后一直没工作', 'I have not worked since I graduated'],
        ['land', '失地农民', 'My farmland was taken'],
        ['other', '其他', 'Other'],
      ],
      { privacy: 'sensitive', page: both('原来的工作', 'Your last work') },
    ),
    ask('firm', 'employer', both('原来的单位', 'Your last employer'), {
      hint: both('写单位全名。', 'The full name.'),
      when: [{ field: 'reason', is: fromFirm }],
    }),
    ask('date', 'leftDay', both('哪天离开单位的？', 'When did you leave?'), {
      latest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'reason', is: fromFirm }],
    }),
    ask('date', 'closedDay', both('店是哪天关的？', 'When did you close it?'), {
      latest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['business'] }],
    }),
    ask('text', 'school', both('从哪个学校毕业的？', 'From which school did you graduate?'), {
      maxLength: 80,
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['graduate'] }],
    }),
    ask('date', 'graduatedDay', both('哪天毕业的？', 'When did you graduate?'), {
      latest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['graduate'] }],
    }),
    ask('yesNo', 'benefit', both('想同时申领失业保险金吗？', 'Do you also want to claim unemployment benefit?'), {
      privacy: 'sensitive',
      when: [{ field: 'reason', is: fromFirm }],
      notes: [
        {
          when: [
            { field: 'benefit', is: ['yes'] },
            { field: 'reason', is: ['resigned'] },
          ],
          text: both(
            '自己辞职的，一般领不了失业保险金。登记照样可以办。',
            'Who resigned does as a rule not get the benefit. You may register all the same.',
          ),
        },
        {
          when: [
            { field: 'benefit', is: ['yes'] },
            { field: 'reason', is: ['ended', 'dismissed', 'closed'] },
          ],
          text: both(
            '单位给您交满1年失业保险的，可以领。登记后我们帮您转过去申请。',
            'You get it if your employer paid for a year. We pass your claim on once you are registered.',
          ),
        },
      ],
    }),
    choose(
      'education',
      both('您的学历？', 'Your education'),
      [
        ['primary', '小学及以下', 'Primary school or less'],
        ['middle', '初中', 'Middle school'],
        ['high', '高中、中专、技校', 'High or vocational school'],
        ['college', '大专', 'College'],
        ['university', '本科及以上', 'University'],
      ],
      { page: both('想找的工作', 'The work you look for') },
    ),
    ask('text', 'skills', both('会什么？', 'What can you do?'), {
      hint: both('如：电焊、做饭、开车、用电脑。', 'E.g. welding, cooking, driving, computers.'),
      required: false,
      maxLength: 120,
    }),
    ask('text', 'wanted', both('想找什么工作？', 'What work are you looking for?'), {
      required: false,
      maxLength: 120,
    }),
    ask('money', 'wage', both('希望一个月挣多少？', 'What monthly pay do you hope for?'), {
      required: false,
      unit: both('元', 'yuan'),
    }),
    ask('yesNo', 'training', both('想参加免费培训吗？', 'Would you like free training?')),
    choose(
      'course',
      both('想学什么？', 'In what?'),
      [
        ['care', '养老护理', 'Care for the elderly'],
        ['cook', '厨师、面点', 'Cooking and baking'],
        ['electric', '电工、电焊', 'Electrics and welding'],
        ['driving', '挖机、叉车', 'Excavator and forklift'],
        ['commerce', '电商、直播', 'Online selling'],
        ['other', '别的', 'Something else'],
      ],
      { when: [{ field: 'training', is: ['yes'] }] },
    ),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
  ],
  ...guideLimits('失业登记办事指南', 1),
  fee: free,
  result: {
    name: both('失业登记凭证', 'Certificate of registered unemployment'),
    note: both(
      '一张失业登记凭证，凭它享受免费的就业服务。找到工作了自动注销。',
      'A certificate that entitles you to free help. It ends by itself once you have work.',
    ),
    scope: '全国',
    validity: { months: 12, mark: 'sample' },
    certificate: {
      title: '失业登记凭证',
      word: '失业登',
      rows: [
        { label: '姓名', value: '{applicant.name}' },
        { label: '公民身份号码', value: '{applicant.number}' },
        { label: '失业原因', value: '{reason}' },
        { label: '文化程度', value: '{education}' },
        { label: '登记机构', value: '{organ}' },
        { label: '登记日期', value: '{issueDay}' },
        { label: '有效期至', value: '{untilDay}' },
      ],
      statement: '持证人已办理失业登记，可以凭本凭证享受公共就业服务和就业扶持政策。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'PUBLIC_SERVICE',
    serviceObjects: ['PERSON'],
    handlingArea: 'NATION',
    resultType: 'CERTIFICATE',
    themes: ['就业创业'],
    questions: [
      {
        question: both('登记了就能领失业金吗？', 'Do I get the benefit once I am registered?'),
        answer: both(
          '登记是第一步。单位交满1年、又不是自己辞职的，才能领。',
          'Registering is the first step. You get it if your employer paid for a year and you did not resign.',
        ),
      },
      {
        question: both('户口在外地能登记吗？', 'I am registered elsewhere. Can I register here?'),
        answer: both('常住在这里就能登记。', 'Yes, if you live here.'),
      },
    ],
  },
  steps: [
    both('您在网上或者任何一个窗口登记。', 'You register online or at any window.'),
    both('窗口核对身份和社保记录。', 'The window checks who you are and your insurance record.'),
    both(
      '当场登记，发凭证，推荐工作和培训。',
      'You are registered at once, and get the certificate and offers of work and training.',
    ),
  ],
  bases: [employmentLaw, unemploymentRules],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  singleOfficer: sample('本区公共就业服务窗口授权办法'),
  lifeEvent: 'work',
  aliases: [
    '失业',
    '失业登记',
    '失业证',
    '失业金',
    '失业保险金',
    '领失业金',
    '没工作',
    '没有工作',
    '下岗',
    '下岗证',
    '被辞退',
    '被裁员',
    '裁员',
    '丢了工作',
    '厂子倒闭',
    '离职',
    '找工作',
    '介绍工作',
    '待业',
    '毕业没工作',
    '就业创业证',
    'unemployed',
    'unemployment',
    'lost my job',
    'looking for work',
    'laid off',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人在法定劳动年龄内，有劳动能力和就业要求，现处于无业状态',
  decisionAnswers: ['reason'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

const dispatchRules = sample('劳务派遣行政许可实施办法');
const contractLaw = sample('劳动合同法');

const labourDispatch: ItemContent = {
  name: both('劳务派遣经营许可（新办）', 'Labour dispatch licence (new)'),
  brief: both(
    '公司要把工人派到别的单位干活，开业前要办这个许可。注册资本不少于200万元。受理后10个工作日内给结果，不收钱。',
    'A company that sends workers to other employers needs it before it begins. The registered capital is 2 million yuan or more. You get the result within 10 working days of acceptance, free of charge.',
  ),
  bring: both('公司章程、场所证明、管理制度', 'Articles of the company, proof of premises, rules'),
  howLong: both('受理后10个工作日，不收钱', '10 working days after acceptance, free of charge'),
  conditions: [
    both(
      '是有限公司或者股份公司，注册资本不少于200万元；',
      'A limited company with a registered capital of 2 million yuan or more;',
    ),
    both('有固定的、合适的经营场所和设施；', 'it has fixed, suitable premises;'),
    both('有合法的劳务派遣管理制度。', 'it has lawful rules for dispatching.'),
  ],
  materials: [
    { ...idCard(dispatchRules), name: both('经办人的身份证', 'Identity card of whoever hands it in') },
    material(
      'articles',
      both('公司章程', 'Articles of the company'),
      both('盖公章的复印件。', 'A copy with the company’s seal.'),
      dispatchRules,
    ),
    material(
      'capitalProof',
      both('验资报告或者财务审计报告', 'Report on the capital, or audit report'),
      both(
        '会计师事务所出具，证明注册资本到位。事务所由您自己选。',
        'By an accounting firm of your choice; it shows that the capital was paid in.',
      ),
      dispatchRules,
      {
        source: 'other',
        standard: both(
          '载明的实缴资本不少于200万元（样例）。',
          'The capital paid in is 2 million yuan or more (sample).',
        ),
      },
    ),
    material(
      'premisesProof',
      both('经营场所的使用证明', 'Proof of the right to use the premises'),
      both('自己的房子交产权证，租的交租赁合同。', 'Your own: the title. Rented: the lease.'),
      dispatchRules,
    ),
    material(
      'dispatchRules',
      both('劳务派遣管理制度', 'Rules for dispatching'),
      both(
        '写明合同、工资、社保、工时、休假和纠纷怎么管。窗口有样本。',
        'Contracts, pay, insurance, hours, leave and disputes. The window has a sample.',
      ),
      dispatchRules,
      { sample: true },
    ),
    material(
      'dispatchAgreement',
      both('和用工单位的劳务派遣协议样本', 'Sample of the agreement with the employers'),
      both('还没签的，交打算用的样本。', 'If none is signed yet, the one that you mean to use.'),
      dispatchRules,
    ),
    material(
      'mandate',
      both('委托书', 'Mandate'),
      both('法定代表人自己来办的不用交。', 'Not if the legal representative comes in person.'),
      checked('行政许可法', '第二十九条第二款'),
      { necessity: 'optional', originals: 1, copies: 0 },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), dataSharing),
  ],
  form: [
    ask('firm', 'firm', both('申请的公司', 'The company'), {
      hint: both('照营业执照填。您是经办人。', 'As on the business licence. You act as its handler.'),
      asks: ['uscc', 'representative', 'representativeNumber', 'phone'],
      party: 'applicant',
      signer: 'handler',
      page: both('公司', 'The company'),
    }),
    choose('companyKind', both('公司类型', 'Form of the company'), [
      ['limited', '有限责任公司', 'Limited liability company'],
      ['jointStock', '股份有限公司', 'Joint stock company'],
    ]),
    ask('date', 'foundedDay', both('成立日期', 'Day of foundation'), { latest: 'today' }),
    ask('number', 'capital', both('注册资本', 'Registered capital'), {
      hint: both('不少于200万元（样例）。', '2 million yuan or more (sample).'),
      minimum: 200,
      maximum: 1_000_000,
      unit: both('万元', '× 10,000 yuan'),
    }),
    ask('computed', 'capitalYuan', both('也就是', 'That is'), {
      unit: both('元', 'yuan'),
      required: false,
      compute: { kind: 'times', of: 'capital', times: 10_000 },
    }),
    ask('address', 'office', both('经营场所', 'Premises'), { page: both('场所和人员', 'Premises and people') }),
    ask('number', 'area', both('场所面积', 'Floor area'), { minimum: 1, maximum: 100_000, unit: both('平方米', 'm²') }),
    choose('premises', both('场所是自己的还是租的？', 'Are the premises your own?'), [
      ['own', '自己的', 'Our own'],
      ['rented', '租的', 'Rented'],
    ]),
    ask('date', 'leaseEnd', both('租到哪天？', 'When does the lease end?'), {
      when: [{ field: 'premises', is: ['rented'] }],
    }),
    ask('rows', 'managers', both('管理人员', 'Those who run it'), {
      rowName: both('管理人员', 'Person'),
      privacy: 'identifier',
      minRows: 1,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        choose('duty', both('管什么', 'Duty'), [
          ['head', '负责人', 'Head'],
          ['contracts', '合同、劳动关系', 'Contracts'],
          ['pay', '工资、社保', 'Pay and insurance'],
          ['safety', '安全、培训', 'Safety and training'],
        ]),
      ],
    }),
    ask('computed', 'managerCount', both('管理人员一共', 'People in all'), {
      unit: both('人', 'people'),
      required: false,
      compute: { kind: 'count', of: 'managers' },
    }),
    ask('rows', 'branches', both('在本区的分公司', 'Branches in this district'), {
      hint: both('没有就不用填。', 'Leave this empty if there are none.'),
      required: false,
      rowName: both('分公司', 'Branch'),
      minRows: 0,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('名称', 'Name'), { maxLength: 200 }),
        ask('place', 'place', both('在哪里', 'Where')),
        ask('text', 'head', both('负责人', 'Head'), { maxLength: 100, privacy: 'identifier' }),
      ],
    }),
    ask('number', 'workers', both('打算派遣多少人？', 'How many workers do you mean to dispatch?'), {
      minimum: 1,
      maximum: 100_000,
      unit: both('人', 'people'),
      page: both('经营打算', 'Your plans'),
    }),
    ask('longText', 'trades', both('派到哪些行业、岗位？', 'To which trades and posts?'), {
      hint: both(
        '只能派到临时性、辅助性、替代性的岗位。',
        'Only temporary, auxiliary or substitute posts are allowed.',
      ),
      maxLength: 500,
    }),
  ],
  ...licenceLimits('劳务派遣经营许可办事指南', 10),
  fee: {
    ...free,
    note: both(
      '不收钱。验资由您委托的事务所收费，不归我们收。',
      'Free of charge. The accounting firm of your choice charges for its report; we do not.',
    ),
  },
  result: {
    name: both('劳务派遣经营许可证', 'Labour dispatch licence'),
    note: both(
      '一张许可证，有效3年，要延续的，到期30日前申请（样例）。',
      'A licence that is valid for 3 years. To renew it, apply at least 30 days before it ends.',
    ),
    scope: '许可证载明的许可经营事项',
    validity: { months: 36, mark: 'sample' },
    certificate: {
      title: '劳务派遣经营许可证',
      word: '劳派证',
      rows: [
        { label: '单位名称', value: '{firm.name}' },
        { label: '统一社会信用代码', value: '{firm.uscc}' },
        { label: '法定代表人', value: '{firm.representative}' },
        { label: '注册资本', value: '{capital}' },
        { label: '住所', value: '{office}' },
        { label: '许可经营事项', value: '劳务派遣' },
        { label: '有效期限', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经审查，该单位符合经营劳务派遣业务的条件，准予在许可范围内经营。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['ENTERPRISE'],
    resultType: 'CERTIFICATE',
    specialProcedures: [
      {
        name: both('场所核查', 'Visit to the premises'),
        limit: both('3个工作日', '3 working days'),
        counted: true,
        basis: dispatchRules,
      },
    ],
    intermediary: both(
      '验资或者审计（会计师事务所，由您自己选）',
      'Capital or audit report, by an accounting firm of your choice',
    ),
    themes: ['准营准办', '就业创业'],
    questions: [
      {
        question: both('个体户能办吗？', 'Can an individual business apply?'),
        answer: both('不能，要先登记成公司。', 'No. It must be registered as a company first.'),
      },
      {
        question: both('快到期了怎么办？', 'What if it is about to end?'),
        answer: both(
          '到期30日前申请延续。按时申请了、到期我们没答复的，视为准予延续。',
          'Apply at least 30 days before. If you did and we have not answered when it ends, it counts as renewed.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者区政务服务中心申请。', 'You apply online or at the district’s service centre.'),
    both(
      '5个工作日内告诉您受理了，或者一次说清要补什么。',
      'Within 5 working days you hear that it is accepted, or everything that must still be added.',
    ),
    both('区人社局审查，两名工作人员到场所看一看。', 'The bureau reviews it; two officers visit the premises.'),
    both(
      '另一位负责人作出决定，10个工作日内发证。',
      'Another officer decides, and the licence is issued within 10 working days.',
    ),
  ],
  bases: [contractLaw, dispatchRules, ...licensingBases, checked('行政许可法', '第五十条')],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC'],
  lifeEvent: 'business',
  aliases: [
    '劳务派遣',
    '劳务派遣证',
    '劳务派遣许可证',
    '派遣公司',
    '派遣许可',
    '派遣工人',
    '开劳务公司',
    '劳务公司',
    '劳务外包',
    '人力公司',
    '开人力资源公司',
    '劳动派遣',
    '派遣资质',
    '劳务资质',
    'labour dispatch',
    'labor dispatch',
    'staffing agency',
    'temp agency',
    'dispatch workers',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请单位注册资本、经营场所和管理制度符合经营劳务派遣业务的条件，申请材料齐全、符合法定形式',
  decisionAnswers: ['capital', 'office'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const humanResourcesItems: readonly DemoItem[] = [
  {
    key: 'pensionEnrolment',
    code: '11431302DEM0010257443201400100001',
    organ: 'humanResources',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: pensionEnrolment,
  },
  {
    key: 'flexibleEmployment',
    code: '11431302DEM0010257443201400200001',
    organ: 'humanResources',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: flexibleEmployment,
  },
  {
    key: 'unemployment',
    code: '11431302DEM0010257443201400300001',
    organ: 'humanResources',
    profile: 'PUBLIC_SERVICE',
    caseType: 'IMMEDIATE',
    level: 'DISTRICT',
    content: unemployment,
  },
  {
    key: 'labourDispatch',
    code: '11431302DEM0010257443011400100001',
    organ: 'humanResources',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: labourDispatch,
  },
];
