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

const cardRules = sample('残疾人证管理办法');
/** What the card is good for is law; how it is given was not at hand. */
const bases = [
  sample('残疾人保障法'),
  cardRules,
  checked('无障碍环境建设法', '第二十四条第二款'),
  checked('无障碍环境建设法', '第四十条'),
];

const kinds = [
  ['sight', '视力残疾', 'Sight'],
  ['hearing', '听力残疾', 'Hearing'],
  ['speech', '言语残疾', 'Speech'],
  ['limbs', '肢体残疾', 'Limbs'],
  ['intellect', '智力残疾', 'Intellect'],
  ['mind', '精神残疾', 'Mental health'],
  ['several', '多重残疾', 'More than one'],
] as const;

const grades = [
  ['1', '一级', 'Grade 1'],
  ['2', '二级', 'Grade 2'],
  ['3', '三级', 'Grade 3'],
  ['4', '四级', 'Grade 4'],
] as const;

const forWhom = choose(
  'forWhom',
  both('您给谁办？', 'Whom is it for?'),
  [
    ['self', '给我自己', 'Myself'],
    ['child', '给我不满18周岁的孩子', 'My child under 18'],
    ['ward', '给我监护的成年家人', 'An adult of whom I am the guardian'],
  ],
  { privacy: 'sensitive', situation: true, page: both('给谁办', 'For whom') },
);

const forAnother = [{ field: 'forWhom', is: ['child', 'ward'] }];

/** Who gets the card, where that is not who asks for it: he applies, the guardian signs. */
const holder = ask('person', 'holder', both('要办证的人', 'The person who gets the card'), {
  asks: ['number'],
  privacy: 'identifier',
  party: 'applicant',
  signer: 'guardian',
  when: forAnother,
});

/** Who the guardian of a child is: a spouse or a grown-up child is nobody's here. */
const guardianOfChild = choose(
  'guardianOfChild',
  both('您是孩子的什么人？', 'Who are you to the child?'),
  [
    ['parent', '父母', 'Parent'],
    ['grandparent', '祖父母、外祖父母', 'Grandparent'],
    ['other', '其他监护人', 'Another guardian'],
  ],
  { privacy: 'sensitive', situation: true, when: [{ field: 'forWhom', is: ['child'] }] },
);

const guardianOf = choose(
  'guardianOf',
  both('您是他（她）的什么人？', 'Who are you to him or her?'),
  [
    ['parent', '父母', 'Parent'],
    ['spouse', '配偶', 'Husband or wife'],
    ['child', '成年子女', 'Grown-up child'],
    ['relative', '其他近亲属', 'Another close relative'],
    ['committee', '村（居）委会或者民政部门', 'Village or residents’ committee, or civil affairs'],
  ],
  { privacy: 'sensitive', when: [{ field: 'forWhom', is: ['ward'] }] },
);

const photo = material(
  'photo',
  both('两寸白底照片', '2-inch photo on white ground'),
  both(
    '近半年拍的。没有也行，窗口给您现拍，不收钱。',
    'Taken in the last six months. If you have none, we take it at the window, free of charge.',
  ),
  cardRules,
  { necessity: 'optional', originals: 1, copies: 0 },
);

const holderCard = material(
  'holderCard',
  both('办证人的身份证或者户口簿', 'Identity card or household register of the person who gets the card'),
  both('要原件，看过就还给您。', 'The original; we give it back.'),
  cardRules,
  { originals: 1, copies: 0, source: 'government', when: forAnother },
);

const certificate = {
  title: '残疾人证',
  word: '残证',
  rows: [
    { label: '姓名', value: '{applicant.name}' },
    { label: '公民身份号码', value: '{applicant.number}' },
    { label: '残疾类别', value: '{disability}' },
    { label: '残疾等级', value: '{grade}' },
    { label: '签发机关', value: '{organ}' },
    { label: '签发日期', value: '{issueDay}' },
    { label: '有效期至', value: '{untilDay}' },
  ],
  statement: '持证人经评定符合残疾标准，凭本证依法享受国家和社会给予残疾人的扶助和优待。',
};

const result = {
  name: both('残疾人证', 'Disability card'),
  scope: '全国',
  validity: { months: 120, mark: 'sample' },
} as const;

const disabilityCard: ItemContent = {
  name: both('残疾人证新办', 'Disability card (first issue)'),
  handling: both('新办', 'First issue'),
  brief: both(
    '先到指定医院做残疾评定，再拿评定表申请。孩子和不能自己办的人，由监护人办。15个工作日内给结果，不收钱。',
    'First have the disability assessed at a designated hospital, then apply with its form. A guardian applies for a child or for somebody who cannot. You get the result within 15 working days, free of charge.',
  ),
  bring: both('身份证、残疾评定表、照片', 'Identity card, assessment form, photo'),
  howLong: both('受理后15个工作日，不收钱', '15 working days after acceptance, free of charge'),
  conditions: [
    both('户口在本区；', 'Your household is registered in this district;'),
    both('在指定医院评定，符合残疾标准；', 'a designated hospital found a disability that meets the standard;'),
    both(
      '不满18周岁的，或者不能辨认自己行为的，由监护人申请。',
      'for a person under 18, or one who cannot act alone, the guardian applies.',
    ),
  ],
  materials: [
    idCard(cardRules),
    holderCard,
    material(
      'assessment',
      both('残疾评定表', 'Assessment form'),
      both(
        '指定医院出的，一年以内的，有医生签名和医院公章。',
        'By a designated hospital, not older than one year, signed and sealed.',
      ),
      cardRules,
      {
        originals: 1,
        copies: 0,
        source: 'other',
        standard: both('残疾类别、等级填写清楚，两名评定医生签名。', 'Kind and grade are legible; two doctors signed.'),
      },
    ),
    photo,
    material(
      'guardianProof',
      both('监护关系证明', 'Proof of guardianship'),
      both(
        '法院的判决，或者村（居）委会指定监护的文书。',
        'A judgment, or the paper by which the village committee named you.',
      ),
      cardRules,
      { source: 'other', when: [{ field: 'forWhom', is: ['ward'] }] },
    ),
    material(
      'childGuardianProof',
      both('孩子的监护关系证明', 'Proof of guardianship of the child'),
      both('父母给孩子办不用交，我们自己查。', 'Not for parents; we look that up ourselves.'),
      cardRules,
      { source: 'other', when: [{ field: 'guardianOfChild', is: ['grandparent', 'other'] }] },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), dataSharing),
  ],
  form: [
    forWhom,
    holder,
    guardianOfChild,
    guardianOf,
    ask('computed', 'holderAge', both('办证人的年龄', 'Age of the person who gets the card'), {
      unit: both('周岁', 'years'),
      required: false,
      privacy: 'sensitive',
      when: forAnother,
      compute: { kind: 'age', of: 'holder' },
      notes: [
        {
          when: [
            { field: 'forWhom', is: ['child'] },
            { field: 'holderAge', atLeast: 18 },
          ],
          text: both(
            '已经满18周岁了。能自己办的请本人申请；不能的，上面请选“我监护的成年家人”。',
            'The person is 18 or older and should apply in person. If that is not possible, choose “an adult of whom I am the guardian” above.',
          ),
          stops: true,
        },
      ],
    }),
    choose('disability', both('残疾类别', 'Kind of disability'), kinds, {
      hint: both('照评定表填。', 'As on the assessment form.'),
      privacy: 'sensitive',
      page: both('残疾情况', 'The disability'),
    }),
    ask('text', 'several', both('有哪几类？', 'Which kinds?'), {
      hint: both('如：视力、听力。', 'E.g. sight and hearing.'),
      maxLength: 60,
      privacy: 'sensitive',
      when: [{ field: 'disability', is: ['several'] }],
    }),
    choose('grade', both('残疾等级', 'Grade'), grades, {
      hint: both('照评定表填。一级最重，四级最轻。', 'As on the assessment form. Grade 1 is the most severe.'),
      privacy: 'sensitive',
    }),
    choose(
      'cause',
      both('是怎么造成的？', 'What caused it?'),
      [
        ['birth', '出生就有', 'From birth'],
        ['illness', '生病', 'Illness'],
        ['accident', '意外受伤', 'Accident'],
        ['work', '工伤', 'Accident at work'],
        ['other', '其他或者不清楚', 'Other, or not known'],
      ],
      { privacy: 'sensitive' },
    ),
    ask('date', 'since', both('什么时候开始的？', 'Since when?'), {
      hint: both('记不清的，写大概的日子。', 'About will do.'),
      latest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'cause', is: ['illness', 'accident', 'work'] }],
    }),
    choose(
      'hospital',
      both('在哪家指定医院评定的？', 'Which designated hospital assessed it?'),
      [
        ['people', '区人民医院（样例）', 'District People’s Hospital (sample)'],
        ['eyes', '区五官科医院（样例）', 'District Eye and Ear Hospital (sample)'],
        ['mental', '区精神卫生中心（样例）', 'District Mental Health Centre (sample)'],
        ['home', '医生上门评定的', 'Doctors came to our home'],
      ],
      {
        notes: [
          {
            when: [
              { field: 'disability', is: ['intellect', 'mind'] },
              { field: 'hospital', is: ['people', 'eyes'] },
            ],
            text: both(
              '智力、精神残疾一般由精神卫生中心评定，请再看一下评定表上的公章。',
              'Intellect and mental health are as a rule assessed by the mental health centre. Please look at the seal again.',
            ),
          },
        ],
      },
    ),
    ask('date', 'assessedDay', both('哪天评定的？', 'When was it assessed?'), {
      latest: 'today',
      privacy: 'sensitive',
    }),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
    ask(
      'yesNo',
      'aids',
      both('需要轮椅、助听器这类辅助器具吗？', 'Do you need a wheelchair, hearing aid or the like?'),
      {
        hint: both('需要的，发证后残联联系您。', 'If so, the federation calls you once you have the card.'),
        privacy: 'sensitive',
      },
    ),
  ],
  ...guideLimits('残疾人证新办办事指南', 15),
  fee: {
    ...free,
    note: both(
      '办证不收钱。医院评定可能收检查费，归医院收。',
      'The card is free of charge. The hospital may charge for its examination.',
    ),
  },
  result: {
    ...result,
    note: both(
      '一本残疾人证，有效10年（样例），全国都认。手机上还有一份。',
      'A card that is valid for 10 years in the whole country, and the same on your phone.',
    ),
    certificate,
  },
  elements: {
    ...commonElements,
    itemType: 'CONFIRMATION',
    serviceObjects: ['PERSON'],
    powerSource: 'AUTHORIZED',
    handlingArea: 'NATION',
    resultType: 'CERTIFICATE',
    visitReason: both(
      '评定要本人到医院；走不动的，可以约医生上门。',
      'You must be seen at the hospital; if you cannot go, doctors may come to you.',
    ),
    specialProcedures: [
      {
        name: both('公示', 'Public notice'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: cardRules,
      },
    ],
    themes: ['社会保障', '证件办理'],
    questions: [
      {
        question: both('瘫在床上去不了医院怎么办？', 'What if somebody cannot leave the bed?'),
        answer: both('打残联电话，约医生上门评定。', 'Call the federation; doctors come to the home.'),
      },
      {
        question: both('对评定的等级不服怎么办？', 'What if I disagree with the grade?'),
        answer: both(
          '可以申请到上一级指定医院重新评定。',
          'You may ask for another assessment at a hospital of the next level.',
        ),
      },
    ],
  },
  steps: [
    both('到指定医院评定，拿到评定表。', 'Have the disability assessed and take the form with you.'),
    both('在网上或者镇上窗口申请。', 'Apply online or at the township’s window.'),
    both('区残联审核，公示5个工作日。', 'The federation reviews it; it is on public notice for 5 working days.'),
    both('没有异议的，发证。', 'If nobody objects, the card is issued.'),
  ],
  bases,
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'medical',
  aliases: [
    '残疾证',
    '残疾人证',
    '办残疾证',
    '办残疾人证',
    '新办残疾证',
    '第一次办残疾证',
    '残疾鉴定',
    '残疾评定',
    '评残',
    '评残疾等级',
    '孩子残疾',
    '脑瘫',
    '自闭症',
    '智障',
    '聋哑人',
    '盲人',
    '看不见',
    '听不见',
    '腿脚残疾',
    '中风偏瘫',
    '精神病人办证',
    'disability card',
    'disabled',
    'disability certificate',
    'handicapped',
    'deaf',
    'blind',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人户籍在本区，经指定医院评定符合残疾标准，公示无异议',
  decisionAnswers: ['disability', 'grade'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

const disabilityCardRenewal: ItemContent = {
  name: both('残疾人证换领', 'Disability card (renewal)'),
  handling: both('换领', 'Renewal'),
  brief: both(
    '残疾人证快到期、坏了、丢了或者信息变了，来换一本。证号不变。情况稳定的不用再评定，5个工作日办好。',
    'If your card is about to expire, damaged, lost or out of date, you get another with the same number. If nothing changed there is no new assessment; it takes 5 working days.',
  ),
  bring: both('身份证、旧的残疾人证', 'Identity card, the old disability card'),
  howLong: both('受理后5个工作日，不收钱', '5 working days after acceptance, free of charge'),
  conditions: [
    both('有本区发的残疾人证；', 'You hold a disability card issued in this district;'),
    both(
      '证到期前3个月内，或者证坏了、丢了、信息变了。',
      'it ends within 3 months, or it is damaged, lost or out of date.',
    ),
  ],
  materials: [
    idCard(cardRules),
    holderCard,
    material(
      'oldCard',
      both('旧的残疾人证', 'The old disability card'),
      both('换了新的，旧的收回。', 'It is taken in when you get the new one.'),
      cardRules,
      {
        originals: 1,
        copies: 0,
        source: 'government',
        when: [{ field: 'reason', is: ['expiring', 'damaged', 'details', 'condition'] }],
      },
    ),
    material(
      'assessment',
      both('新的残疾评定表', 'New assessment form'),
      both('指定医院出的，一年以内的。', 'By a designated hospital, not older than one year.'),
      cardRules,
      { originals: 1, copies: 0, source: 'other', when: [{ field: 'reason', is: ['condition'] }] },
    ),
    photo,
    lookedUp('cardRecord', both('残疾人证档案', 'Record of the card'), dataSharing),
  ],
  form: [
    forWhom,
    holder,
    guardianOfChild,
    guardianOf,
    ask('text', 'cardNumber', both('残疾人证号', 'Number of the card'), {
      hint: both(
        '在证上，20位：身份证号加2位数字。丢了的写身份证号。',
        'On the card, 20 characters: the identity number and 2 digits. If it was lost, write the identity number.',
      ),
      maxLength: 22,
      privacy: 'identifier',
      page: both('原来的证', 'The card that you have'),
    }),
    choose('disability', both('残疾类别', 'Kind of disability'), kinds, {
      hint: both('照证上填。', 'As on the card.'),
      privacy: 'sensitive',
      prefill: 'earlier',
    }),
    choose('grade', both('残疾等级', 'Grade'), grades, {
      hint: both(
        '照证上填。重新评定过的，照新的评定表填。',
        'As on the card; if it was assessed anew, as on the new form.',
      ),
      privacy: 'sensitive',
      prefill: 'earlier',
    }),
    choose(
      'reason',
      both('换证的原因', 'Why you need another'),
      [
        ['expiring', '快到期了', 'It is about to expire'],
        ['damaged', '证坏了', 'It is damaged'],
        ['lost', '证丢了', 'It was lost'],
        ['details', '姓名、住址这些变了', 'Name, address or the like changed'],
        ['condition', '残疾情况变了', 'The disability changed'],
      ],
      { privacy: 'sensitive', situation: true, page: both('为什么换', 'Why you need another') },
    ),
    ask('date', 'endDay', both('证上写的有效期到哪天？', 'Until when is it valid?'), {
      when: [{ field: 'reason', is: ['expiring'] }],
    }),
    ask('date', 'lostDay', both('大概哪天丢的？', 'About when was it lost?'), {
      latest: 'today',
      when: [{ field: 'reason', is: ['lost'] }],
      notes: [
        {
          when: [{ field: 'reason', is: ['lost'] }],
          text: both(
            '换了新证，旧证就作废了，找到了也不能再用。',
            'The old card ends with the new one, even if you find it again.',
          ),
        },
      ],
    }),
    ask('longText', 'changes', both('哪些变了？', 'What changed?'), {
      hint: both('如：从花山街道搬到了大科街道。', 'E.g. we moved to another township.'),
      maxLength: 300,
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['details'] }],
    }),
    ask('date', 'assessedDay', both('哪天重新评定的？', 'When was it assessed anew?'), {
      latest: 'today',
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['condition'] }],
    }),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
  ],
  ...guideLimits('残疾人证换领办事指南', 5),
  fee: free,
  result: {
    ...result,
    note: both(
      '一本新的残疾人证，证号不变，再用10年（样例）。',
      'A new card with the same number, valid for another 10 years.',
    ),
    certificate: { ...certificate, renews: true },
  },
  elements: {
    ...commonElements,
    itemType: 'CONFIRMATION',
    serviceObjects: ['PERSON'],
    powerSource: 'AUTHORIZED',
    handlingArea: 'NATION',
    resultType: 'CERTIFICATE',
    themes: ['社会保障', '证件办理'],
    questions: [
      {
        question: both('证过期了还能换吗？', 'My card has expired. Can I still renew it?'),
        answer: both(
          '能换。过期不久、情况没变的，不用重新评定。',
          'Yes. If it expired lately and nothing changed, there is no new assessment.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者镇上窗口申请。', 'You apply online or at the township’s window.'),
    both('区残联核对原来的档案。', 'The federation checks the record.'),
    both('发新证，收回旧证。', 'The new card is issued and the old one taken in.'),
  ],
  bases,
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'medical',
  aliases: [
    '换残疾证',
    '残疾证换证',
    '残疾证换新',
    '残疾证到期',
    '残疾证过期',
    '残疾证续期',
    '残疾证续证',
    '残疾证丢了',
    '残疾证遗失',
    '残疾证挂失',
    '补办残疾证',
    '残疾证补办',
    '残疾证坏了',
    '残疾证年审',
    '残疾等级变更',
    '第三代残疾人证',
    'renew disability card',
    'lost disability card',
    'replace disability card',
    'disability card expired',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人持有本区核发的残疾人证，符合换领条件',
  decisionAnswers: ['reason', 'disability', 'grade'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const disabilityItems: readonly DemoItem[] = [
  {
    key: 'disabilityCard',
    code: '11431302DEM001041W443077800100001',
    organ: 'disabledFederation',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: disabilityCard,
  },
  {
    key: 'disabilityCardRenewal',
    code: '11431302DEM001041W443077800100002',
    organ: 'disabledFederation',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: disabilityCardRenewal,
  },
];
