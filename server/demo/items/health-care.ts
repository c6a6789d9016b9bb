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

/** A parent speaks for a child under 14 (PIPL 31). */
const parentsConsent = checked('个人信息保护法', '第三十一条第一款');
const sexes = [
  ['female', '女', 'Female'],
  ['male', '男', 'Male'],
] as const;

const registrationRules = sample('本省生育登记服务办法');

const maternityRegistration: ItemContent = {
  name: both('生育服务登记', 'Maternity registration'),
  brief: both(
    '怀孕了或者孩子出生了，来登记一下，产检、建档、生育津贴都接得上。当场办好，不收钱。',
    'Register when you are expecting or when the child is born; check-ups, health records and maternity pay follow from it. Done on the spot, free of charge.',
  ),
  bring: both('身份证', 'Identity card'),
  howLong: both('当场办好，不收钱', 'Done on the spot, free of charge'),
  conditions: [
    both('已经怀孕，或者孩子已经出生；', 'You are expecting, or the child has been born;'),
    both(
      '您或者孩子的另一位家长，户口在本区或者住在本区。',
      'you or the other parent are registered or live in this district.',
    ),
  ],
  materials: [
    idCard(registrationRules),
    material(
      'pregnancyProof',
      both('怀孕的检查单', 'Result of a pregnancy test'),
      both('怀孕登记的，带一张医院的检查单。没有也能先登记。', 'If you are expecting; you may register without it.'),
      registrationRules,
      { necessity: 'optional', source: 'other' },
    ),
    lookedUp('birthCertificate', both('出生医学证明', 'Medical certificate of birth'), dataSharing),
    lookedUp('marriageCertificate', both('结婚证', 'Marriage certificate'), dataSharing),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
  ],
  form: [
    choose(
      'stage',
      both('现在的情况', 'Your situation'),
      [
        ['expecting', '怀孕了', 'I am expecting'],
        ['born', '孩子已经出生', 'The child has been born'],
      ],
      { privacy: 'sensitive', page: both('这次登记', 'This registration') },
    ),
    ask('date', 'dueDay', both('预产期是哪天？', 'When is the child due?'), {
      hint: both('在产检本上，大概的也行。', 'It stands in your check-up booklet; about will do.'),
      earliest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'stage', is: ['expecting'] }],
    }),
    choose(
      'expected',
      both('怀了几个？', 'How many children do you expect?'),
      [
        ['one', '一个', 'One'],
        ['two', '双胞胎', 'Twins'],
        ['more', '三个或者更多', 'Three or more'],
      ],
      { privacy: 'sensitive', when: [{ field: 'stage', is: ['expecting'] }] },
    ),
    ask('rows', 'newborns', both('刚出生的孩子', 'The newborn'), {
      hint: both(
        '双胞胎的，一个孩子填一行。还没有身份证号，不用填。',
        'Twins: one row for each child. No identity number is needed yet.',
      ),
      privacy: 'sensitive',
      party: 'beneficiary',
      rowName: both('孩子', 'Child'),
      minRows: 1,
      maxRows: 4,
      when: [{ field: 'stage', is: ['born'] }],
      fields: [
        ask('text', 'name', both('姓名', 'Name'), {
          hint: both(
            '还没取名的，写妈妈姓名加“之子”“之女”。',
            'Not named yet? Write the mother’s name and “son of” or “daughter of”.',
          ),
          maxLength: 4000,
          privacy: 'identifier',
        }),
        choose('sex', both('性别', 'Sex'), sexes, { privacy: 'sensitive' }),
        ask('date', 'birthDay', both('出生日期', 'Date of birth'), { latest: 'today', privacy: 'sensitive' }),
        ask('text', 'hospital', both('在哪家医院出生', 'Hospital of birth'), { required: false, maxLength: 80 }),
      ],
    }),
    ask('yesNo', 'withSpouse', both('一起登记孩子的另一位家长吗？', 'Shall the other parent be registered too?'), {
      hint: both('单独登记也可以。', 'You may register alone.'),
      privacy: 'sensitive',
      page: both('两位家长', 'The parents'),
    }),
    ask('person', 'spouse', both('孩子的另一位家长', 'The other parent'), {
      asks: ['number', 'phone'],
      privacy: 'identifier',
      party: 'coApplicant',
      when: [{ field: 'withSpouse', is: ['yes'] }],
    }),
    choose('residence', both('家长的户口在哪里？', 'Where are the parents registered?'), [
      ['both', '两个人都在本区', 'Both in this district'],
      ['one', '有一个人在本区', 'One of them in this district'],
      ['living', '都不在本区，住在这里', 'Neither, but we live here'],
    ]),
    ask('rows', 'children', both('以前生育、收养的孩子', 'Children born or adopted before'), {
      hint: both('没有就不用填。', 'Leave this empty if there are none.'),
      required: false,
      privacy: 'sensitive',
      rowName: both('孩子', 'Child'),
      minRows: 0,
      maxRows: 10,
      page: both('家里的孩子', 'The other children'),
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        choose('sex', both('性别', 'Sex'), sexes, { privacy: 'sensitive' }),
        ask('date', 'birthDay', both('出生日期', 'Date of birth'), { latest: 'today', privacy: 'sensitive' }),
      ],
    }),
    ask('computed', 'childCount', both('以前的孩子一共', 'Children before'), {
      unit: both('个', 'in all'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'count', of: 'children' },
      notes: [
        {
          when: [{ field: 'childCount', atLeast: 2 }],
          text: both(
            '第三个和以后的孩子，产假、补助另有照顾，登记后我们把说明发给您。',
            'From the third child on there are extra benefits; we send you a note after the registration.',
          ),
        },
      ],
    }),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
    ask(
      'yesNo',
      'visitWanted',
      both('要社区医生上门看望产妇和孩子吗？', 'Would you like the community doctor to visit?'),
      {
        privacy: 'sensitive',
      },
    ),
  ],
  ...guideLimits('生育服务登记办事指南', 1),
  fee: free,
  result: {
    name: both('生育登记凭证', 'Maternity registration certificate'),
    note: both(
      '一张生育登记凭证，手机上还有一份。医院、医保看这个就行。',
      'A certificate, and the same on your phone. Hospital and medical insurance need nothing else.',
    ),
    scope: '全国',
    validity: { months: null, mark: 'sample' },
    certificate: {
      title: '生育登记凭证',
      word: '生育登',
      rows: [
        { label: '登记人', value: '{applicant.name}' },
        { label: '公民身份号码', value: '{applicant.number}' },
        { label: '登记情形', value: '{stage}' },
        { label: '居住地', value: '{home.place}' },
        { label: '登记机关', value: '{organ}' },
        { label: '登记日期', value: '{issueDay}' },
      ],
      statement: '登记人已办理生育服务登记，凭本凭证接受孕产期保健、儿童保健等服务。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'PUBLIC_SERVICE',
    serviceObjects: ['PERSON'],
    handlingArea: 'PROVINCE',
    resultType: 'CERTIFICATE',
    themes: ['生育收养'],
    questions: [
      {
        question: both('没结婚能登记吗？', 'Can I register without being married?'),
        answer: both('能。一个人登记就行，不用结婚证。', 'Yes, alone and without a marriage certificate.'),
      },
      {
        question: both('孩子生了才来登记，晚不晚？', 'The child is already born. Is it too late?'),
        answer: both('不晚，随时可以补登记。', 'No. You may register at any time.'),
      },
    ],
  },
  steps: [
    both('您在网上或者任何一个乡镇、街道窗口登记。', 'You register online or at any township’s window.'),
    both('窗口核对身份和婚育信息。', 'The window checks who you are and what is on record.'),
    both('另一位工作人员确认，当场发凭证。', 'A second officer confirms, and you get the certificate at once.'),
  ],
  bases: [sample('人口与计划生育法'), registrationRules, parentsConsent],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'birth',
  aliases: [
    '生育登记',
    '生育服务证',
    '生育服务单',
    '准生证',
    '计生证',
    '怀孕',
    '怀孕登记',
    '怀孕了办什么',
    '有喜了',
    '建档',
    '孕妇建册',
    '生孩子',
    '生小孩',
    '生二胎',
    '生三胎',
    '二胎',
    '三胎',
    '孩子出生',
    '刚生了孩子',
    '双胞胎',
    '未婚生育',
    'pregnant',
    'pregnancy',
    'maternity',
    'having a baby',
    'newborn',
  ],
  online: true,
  correctionDays: null,
  grantReason: '登记人提交的信息真实、完整，符合本区生育登记的办理条件',
  decisionAnswers: ['stage'],
  offeredAt: ['TOWNSHIP'],
};

const subsidyRules = sample('育儿补贴制度实施方案');

const childcareSubsidy: ItemContent = {
  name: both('育儿补贴申领', 'Childcare subsidy'),
  brief: both(
    '家里有不满3周岁的孩子，每年可以领一笔育儿补贴，按样例标准每月300元。一个孩子申请一次，网上就能办。',
    'For a child under 3 you receive a subsidy, 300 yuan a month by the sample rate. Apply once for each child; it can be done online.',
  ),
  bring: both('家长身份证、银行卡', 'Parent’s identity card, bank card'),
  howLong: both('受理后15个工作日，不收钱', '15 working days after acceptance, free of charge'),
  conditions: [
    both('孩子不满3周岁；', 'The child is under 3;'),
    both('孩子的户口在本区；', 'the child is registered in this district;'),
    both('由父母一方或者监护人申请，别处没有领过。', 'a parent or guardian applies, and it was not paid elsewhere.'),
  ],
  materials: [
    idCard(subsidyRules),
    material(
      'bankCard',
      both('家长或者孩子的银行卡', 'Bank card of the parent or child'),
      both('拍有卡号的一面。', 'A photo of the side with the number.'),
      subsidyRules,
    ),
    material(
      'guardianProof',
      both('监护关系证明', 'Proof of guardianship'),
      both('父母以外的监护人申请才要交。', 'Only if a guardian other than a parent applies.'),
      subsidyRules,
      { necessity: 'optional', source: 'other' },
    ),
    lookedUp('birthCertificate', both('出生医学证明', 'Medical certificate of birth'), dataSharing),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
  ],
  form: [
    choose(
      'relation',
      both('您是孩子的什么人？', 'Who are you to the child?'),
      [
        ['mother', '妈妈', 'Mother'],
        ['father', '爸爸', 'Father'],
        ['guardian', '其他监护人', 'Another guardian'],
      ],
      { privacy: 'sensitive', page: both('孩子', 'The child') },
    ),
    ask('yesNo', 'hasNumber', both('孩子上户口了吗？', 'Has the child been registered with a household?'), {
      hint: both('上了户口就有身份证号，在户口簿上。', 'Then it has an identity number, in the household register.'),
      privacy: 'sensitive',
    }),
    ask('person', 'child', both('孩子', 'The child'), {
      asks: ['number'],
      privacy: 'identifier',
      party: 'beneficiary',
      when: [{ field: 'hasNumber', is: ['yes'] }],
    }),
    ask('person', 'newborn', both('孩子（还没上户口）', 'The child (not yet registered)'), {
      hint: both(
        '可以先申请。发钱以前要上好户口。',
        'You may apply now. It must be registered before the first payment.',
      ),
      asks: ['sex', 'birthDay'],
      privacy: 'identifier',
      party: 'beneficiary',
      when: [{ field: 'hasNumber', is: ['no'] }],
    }),
    ask('computed', 'childAge', both('孩子现在', 'The child is now'), {
      unit: both('周岁', 'years old'),
      required: false,
      privacy: 'sensitive',
      when: [{ field: 'hasNumber', is: ['yes'] }],
      compute: { kind: 'age', of: 'child' },
      notes: [
        {
          when: [{ field: 'childAge', atLeast: 3 }],
          text: both(
            '孩子满3周岁了。只能补领以前没有领的月份。',
            'The child is 3 or older. Only months that were not paid before can be claimed.',
          ),
        },
      ],
    }),
    choose(
      'order',
      both('这是第几个孩子？', 'Which child is it?'),
      [
        ['first', '第一个', 'The first'],
        ['second', '第二个', 'The second'],
        ['third', '第三个或者更后面', 'The third or later'],
      ],
      { privacy: 'sensitive' },
    ),
    ask('number', 'months', both('申请的月数', 'Months that you apply for'), {
      hint: both(
        '从出生的那个月算到满3周岁的前一个月，最多36个月。',
        'From the month of birth to the month before the third birthday, 36 at most.',
      ),
      minimum: 1,
      maximum: 36,
      unit: both('个月', 'months'),
      page: both('领多少', 'How much it is'),
    }),
    ask('computed', 'amount', both('补贴合计（按样例每月300元）', 'Subsidy (sample: 300 yuan a month)'), {
      unit: both('元', 'yuan'),
      required: false,
      compute: { kind: 'times', of: 'months', times: 300 },
    }),
    ask('person', 'otherParent', both('孩子的另一位家长', 'The other parent'), {
      hint: both('填了能防止两个人各领一份被退回。', 'It prevents a double claim from being sent back.'),
      required: false,
      asks: ['number'],
      privacy: 'identifier',
      page: both('家里', 'The family'),
    }),
    homeAddress,
    phone,
    ...accountFields(both('钱打到哪里', 'Where the money goes')),
    choose('accountOf', both('这是谁的账户？', 'Whose account is it?'), [
      ['applicant', '我的', 'Mine'],
      ['child', '孩子的', 'The child’s'],
    ]),
  ],
  ...guideLimits('育儿补贴申领办事指南', 15),
  fee: free,
  result: {
    name: both('育儿补贴', 'Childcare subsidy'),
    note: both(
      '一份准予给付决定书，钱打到您填的账户。金额是样例，以卫生健康部门公布的为准。',
      'A written decision; the money goes to the account that you named. The amount is a sample; what the health bureau publishes counts.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PAYMENT',
    serviceObjects: ['PERSON'],
    resultType: 'DECISION',
    themes: ['生育收养', '社会保障'],
    questions: [
      {
        question: both(
          '爸爸妈妈户口不在一起，在哪里申请？',
          'The parents are registered in different places. Where do we apply?',
        ),
        answer: both('在孩子户口所在地申请。', 'Where the child is registered.'),
      },
      {
        question: both('有两个孩子，要申请两次吗？', 'We have two children. Do we apply twice?'),
        answer: both(
          '是，一个孩子一次。第二次填过的内容会自动带出来。',
          'Yes, once for each. What you wrote the first time is filled in for you.',
        ),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口申请，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both('镇上核对孩子的出生和户口信息。', 'The township checks birth and household on record.'),
    both('区卫生健康局审查、决定。', 'The health bureau reviews and decides.'),
    both('钱打到卡上，发短信告诉您。', 'The money is paid, and you get a message.'),
  ],
  bases: [subsidyRules, parentsConsent],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'birth',
  aliases: [
    '育儿补贴',
    '育儿补助',
    '育儿津贴',
    '养孩子补贴',
    '生孩子补贴',
    '生娃给钱',
    '生小孩发钱',
    '孩子补贴',
    '宝宝补贴',
    '婴幼儿补贴',
    '奶粉钱',
    '奶粉补贴',
    '三岁以下补贴',
    '3岁以下补贴',
    '3600元补贴',
    '生育补贴',
    '生二胎补贴',
    'childcare subsidy',
    'child benefit',
    'child allowance',
    'money for children',
    'baby subsidy',
  ],
  online: true,
  correctionDays: null,
  grantReason: '孩子不满三周岁，户籍在本区，申请人符合申领条件，未重复领取',
  decisionAnswers: ['months', 'amount', 'bank'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

export const healthCareItems: readonly DemoItem[] = [
  {
    key: 'maternityRegistration',
    code: '11431302DEM000030H543202300100001',
    organ: 'township',
    profile: 'FILING',
    caseType: 'IMMEDIATE',
    level: 'TOWNSHIP',
    content: maternityRegistration,
  },
  {
    key: 'childcareSubsidy',
    code: '11431302DEM000022N443052300300001',
    organ: 'health',
    profile: 'BENEFIT',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: childcareSubsidy,
  },
];
