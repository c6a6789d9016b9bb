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

const aidRules = sample('家庭经济困难学生资助办法');

const studentAid: ItemContent = {
  name: both('家庭经济困难学生资助', 'Aid for pupils of families in need'),
  brief: both(
    '家里困难的孩子上幼儿园、小学、初中、高中，可以申请资助，每学期发一次。低保、脱贫户、残疾学生优先。15个工作日内给结果。',
    'Children of families in need may receive aid from kindergarten to high school, paid every term. Families on assistance and disabled pupils come first. You get the answer within 15 working days.',
  ),
  bring: both('家长身份证、银行卡', 'Parent’s identity card, bank card'),
  howLong: both('受理后15个工作日，不收钱', '15 working days after acceptance, free of charge'),
  conditions: [
    both('学生在本区的学校、幼儿园上学；', 'The pupil attends a school or kindergarten in this district;'),
    both('家里经济困难；', 'the family is in need;'),
    both('不满18周岁的学生由家长申请。', 'for a pupil under 18 a parent applies.'),
  ],
  materials: [
    { ...idCard(aidRules), name: both('申请人的身份证', 'Identity card of whoever applies') },
    material(
      'bankCard',
      both('家长或者学生的银行卡', 'Bank card of the parent or pupil'),
      both('拍有卡号的一面。', 'A photo of the side with the number.'),
      aidRules,
    ),
    material(
      'hardship',
      both('家里有困难的材料', 'Papers that show the need'),
      both(
        '如：住院单据、受灾照片。低保、残疾这些我们自己查。',
        'E.g. hospital bills, photos of damage. Assistance and disability we look up ourselves.',
      ),
      aidRules,
      { necessity: 'optional' },
    ),
    lookedUp('schoolRecord', both('学籍', 'School record'), dataSharing),
    lookedUp(
      'helpRecord',
      both('低保、特困、残疾、脱贫户的认定', 'Record of assistance, disability or poverty relief'),
      dataSharing,
    ),
  ],
  form: [
    choose(
      'forWhom',
      both('给谁申请？', 'Whom is it for?'),
      [
        ['child', '给孩子', 'My child'],
        ['self', '我自己是学生，满18周岁了', 'Myself; I am 18 or older'],
      ],
      { privacy: 'sensitive', page: both('学生', 'The pupil') },
    ),
    ask('person', 'student', both('学生', 'The pupil'), {
      asks: ['number'],
      privacy: 'identifier',
      party: 'beneficiary',
      when: [{ field: 'forWhom', is: ['child'] }],
    }),
    ask('text', 'school', both('就读的学校、幼儿园', 'School or kindergarten'), {
      maxLength: 80,
      privacy: 'sensitive',
    }),
    choose(
      'stage',
      both('就读阶段', 'Stage'),
      [
        ['kindergarten', '幼儿园', 'Kindergarten'],
        ['primary', '小学', 'Primary school'],
        ['middle', '初中', 'Middle school'],
        ['high', '普通高中', 'High school'],
        ['vocational', '中职', 'Vocational school'],
      ],
      {
        privacy: 'sensitive',
        notes: [
          {
            when: [{ field: 'stage', is: ['kindergarten'] }],
            text: both('按样例标准，每学期500元。', 'By the sample rates: 500 yuan a term.'),
          },
          {
            when: [{ field: 'stage', is: ['high', 'vocational'] }],
            text: both(
              '按样例标准，每学期1000元，符合条件的还免学费。',
              'By the sample rates: 1,000 yuan a term, in some cases without school fees.',
            ),
          },
        ],
      },
    ),
    ask('yesNo', 'boards', both('在学校住吗？', 'Does the pupil board at school?'), {
      privacy: 'sensitive',
      when: [{ field: 'stage', is: ['primary', 'middle'] }],
      notes: [
        {
          when: [{ field: 'boards', is: ['yes'] }],
          text: both('按样例标准，住校的每学期625元。', 'By the sample rates boarders get 625 yuan a term.'),
        },
        {
          when: [{ field: 'boards', is: ['no'] }],
          text: both('按样例标准，不住校的每学期312.5元。', 'By the sample rates day pupils get 312.50 yuan a term.'),
        },
      ],
    }),
    choose(
      'reason',
      both('家里主要是什么困难？', 'What is the main difficulty?'),
      [
        ['assistance', '低保、特困', 'On minimum living allowance, or destitute'],
        ['relief', '脱贫户、防返贫监测户', 'Lifted from poverty, or at risk of it'],
        ['disabled', '学生或者父母残疾', 'The pupil or a parent is disabled'],
        ['orphan', '孤儿、事实无人抚养', 'Orphan, or in fact without parents'],
        ['illness', '家里有重病人', 'Serious illness in the family'],
        ['disaster', '受灾、出了意外', 'Disaster or accident'],
        ['other', '其他', 'Other'],
      ],
      { privacy: 'sensitive', page: both('家里的情况', 'The family') },
    ),
    ask('longText', 'story', both('请说说困难的情况', 'Please tell us about it'), {
      hint: both('几句话就行，如：爸爸去年生病住院三个月，花了五万元。', 'A few sentences are enough.'),
      maxLength: 500,
      privacy: 'sensitive',
      when: [{ field: 'reason', is: ['illness', 'disaster', 'other'] }],
    }),
    ask('rows', 'family', both('家里人和收入', 'The family and its income'), {
      hint: both('一起生活的都写上，没有收入的写0。', 'Everybody who lives together; 0 where there is no income.'),
      privacy: 'sensitive',
      rowName: both('家人', 'Person'),
      minRows: 1,
      maxRows: 12,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        choose(
          'relation',
          both('是学生的什么人', 'Relation to the pupil'),
          [
            ['self', '学生本人', 'The pupil'],
            ['parent', '父母', 'Parent'],
            ['grandparent', '祖父母、外祖父母', 'Grandparent'],
            ['sibling', '兄弟姐妹', 'Brother or sister'],
            ['other', '其他', 'Other'],
          ],
          { privacy: 'sensitive' },
        ),
        ask('text', 'work', both('做什么', 'Work'), { required: false, maxLength: 60, privacy: 'sensitive' }),
        ask('money', 'income', both('一年收入', 'Income a year'), { unit: both('元', 'yuan'), privacy: 'sensitive' }),
      ],
    }),
    ask('computed', 'people', both('家里一共', 'The family has'), {
      unit: both('人', 'people'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'count', of: 'family' },
    }),
    ask('computed', 'income', both('全家一年收入', 'Income of all in a year'), {
      unit: both('元', 'yuan'),
      required: false,
      privacy: 'sensitive',
      compute: { kind: 'sum', of: 'family.income' },
      notes: [
        {
          when: [{ field: 'income', atLeast: 100_000 }],
          text: both(
            '收入不算低。有特别大的开支的，请在材料里说明。',
            'This is not a low income. If you have great expenses, please show them in your papers.',
          ),
        },
      ],
    }),
    { ...homeAddress, page: both('怎么找到您', 'How to reach you') },
    phone,
    ...accountFields(both('钱打到哪里', 'Where the money goes')),
  ],
  ...guideLimits('家庭经济困难学生资助办事指南', 15),
  fee: free,
  result: {
    name: both('学生资助', 'Aid'),
    note: both(
      '一份准予给付决定书，每学期打到卡上。金额是样例，以教育部门公布的为准。',
      'A written decision; the money comes every term. The amounts are samples; what the education bureau publishes counts.',
    ),
    scope: '本区',
  },
  elements: {
    ...commonElements,
    itemType: 'PAYMENT',
    serviceObjects: ['PERSON'],
    resultType: 'DECISION',
    themes: ['教育科研', '社会保障'],
    questions: [
      {
        question: both('同学会知道吗？', 'Will the other pupils know?'),
        answer: both(
          '不会。名单不公开，学校也不让学生当众说困难。',
          'No. There is no public list, and nobody has to speak about it in class.',
        ),
      },
      {
        question: both('每学期都要申请吗？', 'Must I apply every term?'),
        answer: both('一学年申请一次。', 'Once a school year.'),
      },
    ],
  },
  steps: [
    both(
      '您在网上、镇上窗口申请，或者交给村（社区），村里帮您交到镇上。',
      'You apply online or at the township’s window, or give it to the village, which hands it in for you.',
    ),
    both('镇上核对学籍和困难认定。', 'The township checks school record and need.'),
    both('区教育局会同学校评定。', 'The education bureau grades the need together with the school.'),
    both('资助打到卡上，发短信告诉您。', 'The aid is paid, and you get a message.'),
  ],
  bases: [sample('教育法'), aidRules, checked('个人信息保护法', '第三十一条第一款')],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'school',
  aliases: [
    '学生资助',
    '助学金',
    '困难学生补助',
    '贫困生',
    '贫困生补助',
    '上学没钱',
    '交不起学费',
    '学费补助',
    '孩子上学补助',
    '上学补贴',
    '寄宿生补助',
    '寄宿生生活补助',
    '教育资助',
    '免学费',
    '国家助学金',
    '幼儿园资助',
    '读书补助',
    'student aid',
    'school fees',
    'help with school',
    'grant for pupils',
    'education subsidy',
  ],
  online: true,
  correctionDays: null,
  grantReason: '学生在本区就读，家庭经济困难情况属实，符合资助条件',
  decisionAnswers: ['school', 'stage'],
  offeredAt: ['TOWNSHIP', 'VILLAGE'],
};

export const educationItems: readonly DemoItem[] = [
  {
    key: 'studentAid',
    code: '11431302DEM00105XL443050500100001',
    organ: 'education',
    profile: 'BENEFIT',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: studentAid,
  },
];
