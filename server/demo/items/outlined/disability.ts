import { benefit, confirmation, publicService, withHomeVisit } from '../builders.ts';
import { blank, card, found, household, later, paper, proof, where } from '../papers.ts';
import { both, checked, type DemoItem, phone, sample } from '../pieces.ts';
import { contact, count, line, only, person, pick, situation, story, whether } from '../questions.ts';

const cardRules = sample('中华人民共和国残疾人证管理办法');

/** Matters of the Disabled Persons’ Federation beside those that are written out whole. */
export const moreDisability: readonly DemoItem[] = [
  confirmation({
    key: 'disabilityCardMove',
    organ: 'disabledFederation',
    number: '001000',
    sequence: 3,
    handling: ['迁移', 'Transfer'],
    name: ['残疾人证迁移', 'Disability card: transfer'],
    brief: [
      '户口迁了，残疾人证跟着迁过来，不用重新评残，全国都能办。5个工作日办好。',
      'If your household registration moves, the card follows without a new assessment, anywhere in the country. It takes 5 working days.',
    ],
    who: [['户口已经迁到本区，证还在有效期内。', 'Your household has moved here, and the card is valid.']],
    rule: cardRules,
    materials: [
      card,
      household,
      found('record', '残疾人证信息', 'Record of the card', '残联', 'The Disabled Persons’ Federation', {
        licence: '残疾人证',
      }),
    ],
    form: [
      line('from', '原来在哪个县（区）？', 'In which county was it issued?'),
      line('cardNumber', '证号', 'Number of the card', { maxLength: 20, privacy: 'identifier' }),
      ...contact,
    ],
    days: 5,
    was: [4, 20, 3],
    gives: ['迁入后的残疾人证', 'The card, transferred'],
    note: ['档案由我们去调，不用您回老家。', 'We fetch the files; you need not travel.'],
    elements: {
      powerSource: 'AUTHORIZED',
      bodyNature: 'AUTHORIZED',
      handlingArea: 'NATION',
      courier: true,
      assistance: withHomeVisit,
    },
    life: 'medical',
    at: 'VT',
    called: [
      '残疾证迁移 残疾证转过来 残疾证迁户口 残疾证转回老家 残疾证跨省转 迁残疾证 残疾证迁入 外地残疾证转入 残疾证转移 户口迁了残疾证怎么办 残疾证关系转移 残疾档案迁移',
      'transfer disability card, move disability card, disability card other province',
    ],
  }),
  confirmation({
    key: 'disabilityCardCancel',
    organ: 'disabledFederation',
    number: '001000',
    sequence: 4,
    handling: ['注销', 'Cancellation'],
    name: ['残疾人证注销', 'Disability card: cancellation'],
    brief: [
      '持证人去世、好了或者不想要了，来注销。当场办。',
      'If the holder has died, recovered or does not want the card any more, it is cancelled at once.',
    ],
    who: [['本人、监护人或者家里人来办。', 'The holder, guardian or family applies.']],
    rule: cardRules,
    materials: [
      card,
      paper(
        'oldCard',
        '残疾人证',
        'The card',
        '交回来就行，找不到写一句说明。',
        'Give it back; if it is lost, say so in a line.',
        { necessity: 'optional', originals: 1, copies: 0 },
      ),
    ],
    form: [
      pick(
        'reason',
        '为什么注销？',
        'Why?',
        [
          ['dead', '持证人去世', 'The holder has died'],
          ['well', '康复了', 'Recovered'],
          ['wish', '自己不要了', 'By own wish'],
        ],
        { privacy: 'sensitive' },
      ),
      person('holder', '持证人', 'The holder', { asks: ['number'] }),
      phone,
    ],
    days: 0,
    was: [4, 5, 1],
    gives: ['注销回执', 'Confirmation'],
    note: ['补贴从下个月起停发。', 'Subsidies end with the next month.'],
    elements: { powerSource: 'AUTHORIZED', bodyNature: 'AUTHORIZED', handlingArea: 'NATION', resultType: 'OTHER' },
    life: 'death',
    at: 'VT',
    called: [
      '残疾证注销 注销残疾证 退残疾证 不要残疾证了 残疾人去世证怎么办 残疾证作废 残疾证销户 残疾证取消 交回残疾证 残疾证退掉 残疾人证注销手续 康复了退证',
      'cancel disability card, give back disability card, disabled person died',
    ],
  }),
  publicService({
    key: 'assistiveDevice',
    organ: 'disabledFederation',
    number: '010000',
    name: ['残疾人辅助器具适配', 'Assistive devices'],
    brief: [
      '轮椅、拐杖、助听器、坐便椅，持证残疾人可以免费配。有人上门量尺寸，10个工作日内送到。',
      'Wheelchairs, crutches, hearing aids and the like are free for card holders. Somebody comes to measure; they are brought within 10 working days.',
    ],
    who: [['有残疾人证，两年内没配过同样的。', 'You hold a card and had no such device in the last two years.']],
    rule: sample('残疾人基本型辅助器具适配补贴办法'),
    materials: [
      card,
      found('disabilityCard', '残疾人证', 'Disability card', '残联', 'The Disabled Persons’ Federation', {
        licence: '残疾人证',
      }),
    ],
    form: [
      pick('device', '想要什么？', 'What do you need?', [
        ['wheelchair', '轮椅', 'Wheelchair'],
        ['crutch', '拐杖、助行器', 'Crutch or walker'],
        ['hearing', '助听器', 'Hearing aid'],
        ['toilet', '坐便椅、洗澡椅', 'Toilet or bath chair'],
        ['other', '别的', 'Something else'],
      ]),
      count('height', '身高', 'Height', ['厘米', 'cm'], {
        minimum: 30,
        maximum: 250,
        ...only('device', 'wheelchair', 'crutch'),
      }),
      whether('before', '以前配过吗？', 'Did you have one before?'),
      ...contact,
    ],
    days: 10,
    was: [5, 40, 2],
    gives: ['辅助器具', 'The device'],
    note: ['送到家里，教您怎么用。', 'Brought to your home, with somebody who shows how to use it.'],
    elements: { assistance: withHomeVisit, resultType: 'OTHER' },
    life: 'medical',
    says: ['device'],
    at: 'VT',
    called: [
      '轮椅 免费轮椅 拐杖 助听器 领轮椅 假肢 坐便椅 助行器 辅具 耳聋助听器 盲杖 坐轮椅',
      'wheelchair, hearing aid, crutches, walking aid',
    ],
  }),
  publicService({
    key: 'barrierFreeHome',
    organ: 'disabledFederation',
    number: '011000',
    name: ['残疾人家庭无障碍改造', 'Barrier-free home'],
    brief: [
      '给困难重度残疾人家里装扶手、修坡道、改厕所，不收钱。15个工作日内定下来怎么改。',
      'Handrails, ramps and bathrooms for severely disabled people of small means, free of charge. Within 15 working days it is settled what is done.',
    ],
    who: [
      ['有残疾人证，一级或者二级；', 'You hold a card of grade 1 or 2;'],
      ['家庭困难，房子是自己的或者房东同意。', 'your means are small, and the house is yours or its owner agrees.'],
    ],
    rule: checked('无障碍环境建设法', '第十九条第一款'),
    materials: [
      card,
      paper(
        'ownerConsent',
        '房东同意书',
        'Consent of the owner',
        '租房的才交。',
        'Only if you rent.',
        where('house', 'rented'),
      ),
      found('disabilityCard', '残疾人证', 'Disability card', '残联', 'The Disabled Persons’ Federation', {
        licence: '残疾人证',
      }),
    ],
    form: [
      situation('house', '房子是谁的？', 'Whose is the house?', [
        ['own', '自己家的', 'Our own'],
        ['rented', '租的', 'Rented'],
      ]),
      pick('work', '最想改哪里？', 'What matters most?', [
        ['toilet', '厕所', 'The bathroom'],
        ['ramp', '门口坡道', 'A ramp at the door'],
        ['kitchen', '厨房', 'The kitchen'],
        ['rail', '扶手', 'Handrails'],
      ]),
      story('wish', '有什么不方便？', 'What is difficult for you?', { required: false, privacy: 'sensitive' }),
      ...contact,
    ],
    days: 15,
    was: [6, 60, 2],
    gives: ['改造方案', 'Plan of the work'],
    note: ['您同意了才开工，做完请您验收。', 'Work begins when you agree, and you accept it at the end.'],
    steps: [['有人上门看房子，和您一起定方案。', 'Somebody sees the house and makes a plan with you.']],
    stages: [
      {
        name: ['上门评估', 'Home visit'],
        tasks: [
          ['SITE_VISIT', '入户评估', 'Assessment at home', 5],
          ['REVIEW', '房屋安全查看', 'Safety of the house', 5, 'housing'],
        ],
      },
    ],
    elements: { assistance: withHomeVisit, resultType: 'OTHER' },
    life: 'housing',
    at: 'VT',
    called: [
      '无障碍改造 装扶手 修坡道 厕所改造 残疾人家里改造 轮椅坡道 门口台阶轮椅上不去 家庭无障碍 改厕所扶手 蹲便改坐便 残疾人改房子 卫生间扶手',
      'ramp at home, handrail, barrier free, accessible bathroom',
    ],
  }),
  benefit({
    key: 'childRehabilitation',
    organ: 'disabledFederation',
    number: '012000',
    name: ['残疾儿童康复救助', 'Rehabilitation of disabled children'],
    brief: [
      '0到6岁（有的到17岁）的残疾孩子做康复训练、配助听器，政府出钱。10个工作日内给结果。',
      'The government pays for training and devices of disabled children from 0 to 6, some up to 17. You get the answer within 10 working days.',
    ],
    who: [
      ['孩子有残疾人证，或者医院诊断；', 'The child has a card or a diagnosis;'],
      ['有康复需要。', 'rehabilitation will help.'],
    ],
    rule: sample('国务院关于建立残疾儿童康复救助制度的意见'),
    materials: [
      { ...card, name: both('监护人的身份证', 'Identity card of the guardian') },
      proof(
        ['diagnosis', '诊断证明', 'Diagnosis'],
        ['定点医院', 'A designated hospital'],
        '没有残疾人证的交。',
        'If there is no card yet.',
        { ...where('card', 'no'), ...later(10) },
      ),
      household,
    ],
    form: [
      person('child', '孩子', 'The child', { asks: ['number', 'birthDay'] }),
      situation(
        'card',
        '孩子有残疾人证吗？',
        'Has the child a disability card?',
        [
          ['yes', '有', 'Yes'],
          ['no', '没有', 'No'],
        ],
        { privacy: 'sensitive' },
      ),
      pick(
        'kind',
        '哪方面？',
        'In what?',
        [
          ['hearing', '听力', 'Hearing'],
          ['autism', '孤独症', 'Autism'],
          ['mind', '智力', 'Mental'],
          ['limbs', '肢体', 'Limbs'],
          ['sight', '视力', 'Sight'],
        ],
        { privacy: 'sensitive' },
      ),
      ...contact,
    ],
    days: 10,
    was: [6, 30, 2],
    gives: ['康复救助决定', 'Decision on rehabilitation'],
    note: ['拿着决定去定点机构，不用先垫钱。', 'Take it to a designated institution; you need not pay first.'],
    elements: { handlingArea: 'CITY' },
    life: 'medical',
    at: 'VT',
    called: [
      '儿童康复 残疾儿童 自闭症训练 孤独症 脑瘫康复 康复训练 人工耳蜗 孩子不会说话 孩子发育慢 听力障碍儿童 智力残疾儿童 康复补贴',
      'autism training, child rehabilitation, disabled child',
    ],
  }),
  publicService({
    key: 'disabledCare',
    organ: 'disabledFederation',
    number: '013000',
    name: ['残疾人托养服务申请', 'Day and home care for disabled people'],
    brief: [
      '智力、精神和重度肢体残疾人，白天可以送去托养，也可以请人上门照料。10个工作日内给结果。',
      'People with mental or severe physical disabilities may be looked after by day or at home. You get the answer within 10 working days.',
    ],
    who: [
      ['16到59周岁，有残疾人证；', 'You are 16 to 59 and hold a card;'],
      ['生活不能完全自理，没有传染病。', 'you cannot manage alone and have no infectious disease.'],
    ],
    rule: sample('残疾人托养服务管理办法'),
    materials: [
      card,
      blank('application', '托养服务申请表', 'Application form'),
      found('disabilityCard', '残疾人证', 'Disability card', '残联', 'The Disabled Persons’ Federation', {
        licence: '残疾人证',
      }),
    ],
    form: [
      pick('way', '想要哪种？', 'Which?', [
        ['day', '白天去机构', 'By day at an institution'],
        ['home', '上门照料', 'At home'],
        ['full', '住在机构', 'Living there'],
      ]),
      person('carer', '平时照顾的人', 'Who looks after you now', { asks: ['relation', 'phone'] }),
      ...contact,
    ],
    days: 10,
    was: [6, 30, 2],
    gives: ['托养服务安排', 'Arrangement of care'],
    note: ['先试住一个月，不合适可以换。', 'The first month is a trial; you may change.'],
    elements: { assistance: withHomeVisit, resultType: 'OTHER' },
    life: 'medical',
    at: 'VT',
    called: [
      '残疾人托养 托养 阳光家园 白天没人看残疾孩子 托养中心 智力残疾托管 精神残疾照料 残疾人日间照料 重残托养 残疾人寄养 照看残疾人 居家托养',
      'day care disabled, respite care, care centre disabled',
    ],
  }),
];
