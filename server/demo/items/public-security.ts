import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  choose,
  commonElements,
  type DemoItem,
  dataSharing,
  free,
  guideLimits,
  idCard,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const sealRules = sample('印章管理办法');
const residenceRegulation = sample('居住证暂行条例');
const dogRules = sample('本市养犬管理条例');

/** A filing in one visit: the office takes note which seals a firm has made, and where. */
const sealEngraving: ItemContent = {
  name: both('公章刻制备案', 'Filing of seals to be made'),
  brief: both(
    '单位要刻公章、财务章、合同章，先在这里备案。材料齐了当场办好，备案不收钱。',
    'A firm that has its seals made files them here first. It is done on the spot when the papers are complete; the filing is free.',
  ),
  bring: both('经办人身份证、法定代表人委托书', 'Identity card of the handler, mandate of the representative'),
  howLong: both('当场办好，备案不收钱', 'Done on the spot, the filing is free'),
  conditions: [
    both('单位已经登记，有统一社会信用代码；', 'The firm is registered and has its unified social credit code;'),
    both(
      '每种章只能有一枚在用，发票章可以多枚。',
      'one seal of each kind is in use; of invoice seals there may be several.',
    ),
  ],
  materials: [
    material(
      'handlerIdCard',
      both('经办人的身份证', 'Identity card of the handler'),
      both('谁来办就带谁的，看过就还。', 'Of whoever comes; we give it back.'),
      sealRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'mandate',
      both('法定代表人的委托书', 'Mandate of the legal representative'),
      both('法定代表人自己来的不用交。', 'Not needed if the representative comes himself.'),
      sealRules,
      { necessity: 'optional', originals: 1, copies: 0, sample: true },
    ),
    material(
      'oldSeal',
      both('要换的旧章', 'The old seal that is replaced'),
      both(
        '旧章磨坏了、单位改名了的才要交，当场销毁。',
        'Only where it is worn or the name changed; it is destroyed at once.',
      ),
      sealRules,
      { necessity: 'optional', originals: 1, copies: 0, form: 'paper' },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), sealRules),
  ],
  form: [
    ask('firm', 'unit', both('用章的单位', 'The firm that uses the seals'), {
      hint: both('和营业执照上的一样。', 'As on the business licence.'),
      party: 'applicant',
      signer: 'handler',
      asks: ['uscc', 'representative', 'phone'],
    }),
    choose('reason', both('为什么刻章？', 'Why are seals made?'), [
      ['new', '单位新成立', 'The firm is new'],
      ['added', '加刻一种章', 'One more kind is needed'],
      ['worn', '旧章磨坏了', 'The old seal is worn'],
      ['renamed', '单位改了名', 'The firm changed its name'],
      ['lost', '章丢了、被偷了', 'The seal was lost or stolen'],
    ]),
    ask('date', 'lostDay', both('哪天发现丢的？', 'When did you notice the loss?'), {
      latest: 'today',
      when: [{ field: 'reason', is: ['lost'] }],
    }),
    ask(
      'yesNo',
      'lossAnnounced',
      both('登报或者在网上公告作废了吗？', 'Was the loss announced in a newspaper or online?'),
      {
        when: [{ field: 'reason', is: ['lost'] }],
        notes: [
          {
            when: [{ field: 'lossAnnounced', is: ['no'] }],
            text: both(
              '请您先公告旧章作废，别人拿着旧章盖的字才不算您的。',
              'Please announce it first, so that nothing stamped with the old seal binds you.',
            ),
          },
        ],
      },
    ),
    ask('yesNo', 'oldHandedIn', both('旧章带来了吗？', 'Did you bring the old seal?'), {
      when: [{ field: 'reason', is: ['worn', 'renamed'] }],
      notes: [
        {
          when: [{ field: 'oldHandedIn', is: ['no'] }],
          text: both(
            '旧章要交回来销毁，领新章的时候带上。',
            'It must be handed in; bring it when you collect the new one.',
          ),
        },
      ],
    }),
    ask('rows', 'seals', both('要刻的章', 'Seals to be made'), {
      rowName: both('章', 'Seal'),
      minRows: 1,
      maxRows: 10,
      fields: [
        choose('kind', both('哪种章？', 'Kind'), [
          ['unit', '单位公章', 'Seal of the firm'],
          ['finance', '财务专用章', 'Finance seal'],
          ['contract', '合同专用章', 'Contract seal'],
          ['invoice', '发票专用章', 'Invoice seal'],
          ['representative', '法定代表人名章', 'Name seal of the representative'],
        ]),
        ask('number', 'count', both('几枚？', 'How many?'), { minimum: 1, maximum: 20, unit: both('枚', 'seals') }),
        choose('make', both('什么样的？', 'Made of'), [
          ['photosensitive', '光敏章', 'Photosensitive, self-inking'],
          ['rubber', '橡胶章', 'Rubber'],
          ['metal', '铜章', 'Brass'],
          ['electronic', '电子印章', 'Electronic'],
        ]),
      ],
    }),
    ask('computed', 'sealCount', both('一共', 'In all'), {
      required: false,
      compute: { kind: 'sum', of: 'seals.count' },
      unit: both('枚', 'seals'),
    }),
    ask('text', 'engraver', both('在哪家店刻？', 'Which engraver makes them?'), {
      hint: both('店由您自己选。', 'You choose it yourself.'),
      required: false,
      maxLength: 100,
    }),
    ask('person', 'keeper', both('章由谁保管？', 'Who keeps the seals?'), { asks: ['phone'], privacy: 'identifier' }),
  ],
  ...guideLimits('公章刻制备案办事指南', 1),
  fee: {
    fen: 0,
    note: both(
      '备案不收钱。刻章的钱由刻章店收，价钱您和店里商量。',
      'The filing is free. The engraver charges for the seals; you agree on the price.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('公章刻制备案通知书', 'Notice of the filing of seals'),
    note: both('一张备案通知书，拿着它去店里刻章。', 'A notice of the filing; take it to the engraver.'),
    scope: '限通知书载明的印章种类和数量',
  },
  elements: {
    ...commonElements,
    itemType: 'OTHER_POWER',
    serviceObjects: ['ENTERPRISE', 'INSTITUTION', 'ASSOCIATION', 'UNINCORPORATED'],
    resultType: 'DECISION',
    themes: ['公安消防', '设立变更'],
    questions: [
      {
        question: both('个体户也要刻公章吗？', 'Does a sole trader need a seal?'),
        answer: both('不是非刻不可。要刻，也在这里备案。', 'You need not have one. If you do, file it here.'),
      },
    ],
  },
  steps: [
    both('经办人在网上或者窗口填好要刻的章。', 'The handler names the seals online or at a window.'),
    both('窗口核对营业执照和委托书。', 'The window checks the business licence and the mandate.'),
    both(
      '公安分局的工作人员当场备案，发通知书。',
      'An officer of the public security bureau files it at once and issues the notice.',
    ),
  ],
  bases: [sealRules],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC'],
  lifeEvent: 'business',
  aliases: [
    '刻公章',
    '刻章',
    '刻个章',
    '刻印章',
    '公章',
    '印章',
    '公司章',
    '公司公章',
    '公章备案',
    '印章备案',
    '财务章',
    '合同章',
    '发票章',
    '法人章',
    '公章丢了',
    '章丢了',
    '换公章',
    '补刻公章',
    'company seal',
    'company stamp',
    'make a seal',
    'official stamp',
    'lost seal',
    'chop',
  ],
  online: true,
  correctionDays: null,
  grantReason: '用章单位登记信息属实，申请刻制的印章种类和数量符合规定',
  decisionAnswers: ['reason', 'seals', 'sealCount', 'engraver'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

/** Who lives here with his household registered elsewhere; the ground asked for decides which proof he brings. */
const residencePermit: ItemContent = {
  name: both('居住证申领', 'Residence permit'),
  handling: both('申领', 'First issue'),
  brief: both(
    '户口在外地，在这里住满半年，有工作、有住处或者在读书的可以办。孩子上学、看病、买车都用得上。不收钱。',
    'For people registered elsewhere who have lived here for half a year and work, study or have a home here. It helps with school, medical care and buying a car. Free of charge.',
  ),
  bring: both('身份证、照片、住处或者工作、读书的证明', 'Identity card, photo, proof of home, work or study'),
  howLong: both('受理后10个工作日，不收钱', '10 working days after acceptance, free of charge'),
  conditions: [
    both('户口不在本市；', 'Your household is registered outside this city;'),
    both('在本区登记居住满半年；', 'you have been registered as living in this district for half a year;'),
    both(
      '有合法稳定的工作，或者有合法稳定的住处，或者在这里连续上学，占一样就行。',
      'you have steady work, or a steady home, or go to school here; one of them is enough.',
    ),
  ],
  materials: [
    material(
      'idCard',
      both('身份证', 'Identity card'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      residenceRegulation,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'photo',
      both('一寸照片1张', 'One 1-inch photo'),
      both('没有也行，窗口给您现拍，不收钱。', 'If you have none, we take it at the window, free of charge.'),
      residenceRegulation,
      { necessity: 'optional', originals: 1, copies: 0 },
    ),
    material(
      'groundProof',
      both('住处、工作或者读书的证明', 'Proof of home, work or study'),
      both(
        '租房合同、房产证、劳动合同、营业执照、学生证，按您选的交一样。',
        'A rental contract, a deed, a work contract, a business licence or a student card: one, as you choose.',
      ),
      residenceRegulation,
    ),
    lookedUp('registration', both('居住登记', 'Registration of residence'), residenceRegulation),
  ],
  form: [
    ask('address', 'home', both('现在住哪里？', 'Where do you live now?'), {
      hint: both('写到门牌号、楼栋和房号。', 'Down to the house, building and flat number.'),
      privacy: 'sensitive',
      prefill: 'place',
    }),
    ask('text', 'registeredAt', both('户口在哪里？', 'Where is your household registered?'), {
      hint: both('写省、市、县，如：贵州省铜仁市松桃县。', 'Province, city, county.'),
      maxLength: 100,
      privacy: 'sensitive',
    }),
    ask('date', 'since', both('从哪天起住在这里？', 'Since when have you lived here?'), {
      hint: both('要住满半年才能办。', 'Half a year is needed.'),
      latest: 'today',
    }),
    choose('ground', both('凭什么申领？', 'On what ground do you apply?'), [
      ['home', '在这里有住处', 'I have a home here'],
      ['work', '在这里工作、做生意', 'I work or do business here'],
      ['study', '在这里读书', 'I go to school here'],
    ]),
    choose(
      'homeKind',
      both('住的是什么房子？', 'What kind of home is it?'),
      [
        ['own', '自己家买的', 'My family owns it'],
        ['rented', '租的', 'Rented'],
        ['dormitory', '单位宿舍', 'Dormitory of my employer'],
        ['relatives', '住亲戚家', 'With relatives'],
      ],
      { when: [{ field: 'ground', is: ['home'] }] },
    ),
    ask('person', 'landlord', both('房东', 'Landlord'), {
      asks: ['phone'],
      privacy: 'identifier',
      when: [{ field: 'homeKind', is: ['rented'] }],
    }),
    ask('date', 'leaseUntil', both('租到哪天？', 'When does the lease end?'), {
      when: [{ field: 'homeKind', is: ['rented'] }],
    }),
    choose(
      'workKind',
      both('怎么工作？', 'How do you work?'),
      [
        ['employed', '给单位上班', 'Employed'],
        ['business', '自己做生意', 'My own business'],
        ['flexible', '打零工、跑外卖', 'Day work, deliveries'],
      ],
      { when: [{ field: 'ground', is: ['work'] }] },
    ),
    ask('text', 'employer', both('单位或者店的名称', 'Name of the employer or business'), {
      maxLength: 200,
      when: [{ field: 'workKind', is: ['employed', 'business'] }],
    }),
    ask('date', 'contractUntil', both('劳动合同到哪天？', 'When does the work contract end?'), {
      hint: both('没有期限的不填。', 'Leave it empty if it has no end.'),
      required: false,
      when: [{ field: 'workKind', is: ['employed'] }],
    }),
    ask('text', 'school', both('学校', 'School'), {
      maxLength: 200,
      when: [{ field: 'ground', is: ['study'] }],
    }),
    choose(
      'schoolLevel',
      both('读什么？', 'Level'),
      [
        ['primary', '小学', 'Primary school'],
        ['middle', '初中', 'Middle school'],
        ['high', '高中、中职', 'High school, vocational school'],
        ['college', '大专、大学', 'College, university'],
      ],
      { when: [{ field: 'ground', is: ['study'] }] },
    ),
    ask('yesNo', 'hasChildren', both('有孩子跟您住在这里吗？', 'Do children of yours live here with you?')),
    ask('rows', 'children', both('孩子', 'Children'), {
      rowName: both('孩子', 'Child'),
      minRows: 1,
      maxRows: 8,
      party: 'beneficiary',
      when: [{ field: 'hasChildren', is: ['yes'] }],
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        ask('yesNo', 'atSchool', both('在这里上学吗？', 'At school here?'), { privacy: 'sensitive' }),
      ],
    }),
    phone,
  ],
  ...guideLimits('居住证申领办事指南', 10),
  fee: {
    fen: 0,
    note: both(
      '第一次办不收钱。有人向您收，请打12345。',
      'The first one is free of charge. If anybody asks you for money, call 12345.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('居住证', 'Residence permit'),
    note: both(
      '一张居住证，每年签注一次，签注不收钱。',
      'A residence permit, to be endorsed once a year, free of charge.',
    ),
    scope: '本区',
    validity: { months: 12, mark: 'sample' },
    certificate: {
      title: '居住证',
      word: '居住证',
      rows: [
        { label: '姓名', value: '{applicant.name}' },
        { label: '公民身份号码', value: '{applicant.number}' },
        { label: '常住户口所在地', value: '{registeredAt}' },
        { label: '居住地址', value: '{home.place}{home.detail}' },
        { label: '签发机关', value: '{organ}' },
        { label: '签发日期', value: '{issueDay}' },
        { label: '签注有效期', value: '{fromDay}至{untilDay}' },
      ],
      statement: '持证人在本区居住，凭本证依法享受居住地的基本公共服务和便利。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'CONFIRMATION',
    serviceObjects: ['PERSON'],
    resultType: 'CERTIFICATE',
    visitReason: both('第一次办要核对本人。', 'The first time, you must be seen in person.'),
    themes: ['户籍办理'],
    questions: [
      {
        question: both('没住满半年怎么办？', 'What if I have lived here for less than half a year?'),
        answer: both(
          '先去派出所或者社区做居住登记，满半年再来办证。',
          'Register your residence with the police station or community first and come back after half a year.',
        ),
      },
      {
        question: both('到期了忘了签注呢？', 'What if I forgot to have it endorsed?'),
        answer: both(
          '证还在，只是先用不了。补办签注，从补办那天起接着用。',
          'It is not lost, only suspended. Once it is endorsed it counts again from that day on.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者任何一个窗口申请。', 'You apply online or at any window.'),
    both(
      '在村（社区）可以请代办员帮您填，材料由他交到乡镇、街道的窗口。',
      'In your village the agent fills it in with you and hands your papers in at the township.',
    ),
    both('窗口核对本人和材料。', 'The window checks who you are and your papers.'),
    both(
      '公安分局查居住登记，另一位工作人员决定。',
      'The public security bureau looks up your registration; another officer decides.',
    ),
    both('制证，您来领或者由代办员送到家。', 'The card is made; you collect it or the village agent brings it.'),
  ],
  bases: [residenceRegulation],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'housing',
  aliases: [
    '居住证',
    '办居住证',
    '暂住证',
    '办暂住证',
    '外地户口',
    '外地人',
    '外来人口',
    '外来务工',
    '流动人口',
    '租房子住',
    '户口在外地',
    '孩子在这里上学',
    '外地人上学',
    '居住登记',
    '住满半年',
    '居住证签注',
    'residence permit',
    'residence card',
    'temporary residence',
    'living permit',
    'migrant worker',
    'moved here',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人户口不在本市，在本区居住满半年，符合所选的申领条件，提交的材料齐全',
  decisionAnswers: ['ground', 'since'],
  offeredAt: ['VILLAGE', 'TOWNSHIP', 'DISTRICT'],
};

/** A dog's yearly registration: its vaccination and its size decide. */
const dogRegistration: ItemContent = {
  name: both('犬只登记（养犬登记）', 'Dog registration'),
  brief: both(
    '家里养狗，先打狂犬疫苗，再来登记领证。受理后3个工作日内给结果，不收钱。',
    'Have your dog vaccinated against rabies, then register it. You get the result within 3 working days of acceptance, free of charge.',
  ),
  bring: both('身份证、狂犬疫苗免疫证、狗的照片', 'Identity card, rabies vaccination record, photo of the dog'),
  howLong: both('受理后3个工作日，不收钱', '3 working days after acceptance, free of charge'),
  conditions: [
    both('您满18周岁，有固定住处，在本区；', 'You are 18 or older and have a home in this district;'),
    both('狗打过狂犬疫苗，还在有效期里；', 'the dog has a valid rabies vaccination;'),
    both('城区里不是禁养的烈性犬、大型犬。', 'in town, it is no fierce or large dog that is forbidden.'),
  ],
  materials: [
    material(
      'idCard',
      both('养犬人的身份证', 'Identity card of the keeper'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      dogRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'vaccination',
      both('狂犬疫苗免疫证', 'Rabies vaccination record'),
      both('一年以内的，在动物医院或者畜牧站打。', 'Not older than one year, by an animal hospital or station.'),
      dogRules,
      { source: 'other' },
    ),
    material(
      'dogPhoto',
      both('狗的照片2张', 'Two photos of the dog'),
      both('正面、侧面各一张，手机拍的就行。', 'One from the front, one from the side; a phone is good enough.'),
      dogRules,
      { copies: 2 },
    ),
  ],
  form: [
    ask('text', 'dogName', both('狗的名字', 'Name of the dog'), { maxLength: 40, page: both('狗', 'The dog') }),
    ask('text', 'breed', both('品种', 'Breed'), {
      hint: both('不知道的写“土狗”或者“杂交”。', 'If you do not know, write “mixed”.'),
      maxLength: 60,
    }),
    ask('text', 'colour', both('毛色', 'Colour'), { maxLength: 40 }),
    choose('dogSex', both('公的还是母的？', 'Male or female?'), [
      ['male', '公', 'Male'],
      ['female', '母', 'Female'],
    ]),
    ask('date', 'bornDay', both('大概哪天出生？', 'About when was it born?'), { latest: 'today', required: false }),
    ask('number', 'shoulder', both('站着肩有多高？', 'Height at the shoulder'), {
      minimum: 5,
      maximum: 120,
      unit: both('厘米', 'cm'),
      notes: [
        {
          when: [{ field: 'shoulder', atLeast: 61 }],
          text: both(
            '肩高超过60厘米的算大型犬，城区里不能养，乡下可以拴养。',
            'Over 60 cm it counts as large: not allowed in town, on a chain in the country.',
          ),
        },
      ],
    }),
    ask('date', 'vaccinatedDay', both('哪天打的狂犬疫苗？', 'When was it vaccinated against rabies?'), {
      latest: 'today',
    }),
    ask('computed', 'vaccinationYears', both('离打疫苗已经满', 'Whole years since the vaccination'), {
      required: false,
      compute: { kind: 'age', of: 'vaccinatedDay' },
      unit: both('年', 'years'),
      notes: [
        {
          when: [{ field: 'vaccinationYears', atLeast: 1 }],
          text: both(
            '疫苗过期了，请您先给狗再打一针，再来登记。',
            'The vaccination is out of date. Please have it renewed before you register.',
          ),
        },
      ],
    }),
    ask('text', 'chip', both('芯片号', 'Chip number'), {
      hint: both('没有植芯片的不填。', 'Leave it empty if there is none.'),
      required: false,
      maxLength: 20,
    }),
    ask('yesNo', 'neutered', both('绝育了吗？', 'Is it neutered?')),
    ask('address', 'home', both('养在哪里？', 'Where is it kept?'), {
      page: both('养犬人', 'The keeper'),
      privacy: 'sensitive',
      prefill: 'place',
    }),
    choose(
      'area',
      both('是城区还是乡下？', 'In town or in the country?'),
      [
        ['town', '城区，住楼房', 'In town, in a flat'],
        ['house', '城区，独门独户', 'In town, in a house of its own'],
        ['country', '乡下', 'In the country'],
      ],
      {
        notes: [
          {
            when: [
              { field: 'area', is: ['town', 'house'] },
              { field: 'shoulder', atLeast: 61 },
            ],
            text: both(
              '这么大的狗在城区里办不下来，请您先问问窗口。',
              'A dog of this size cannot be registered in town; please ask at the window first.',
            ),
          },
        ],
      },
    ),
    ask('number', 'dogsAtHome', both('家里一共养几条狗？', 'How many dogs are there in your home?'), {
      minimum: 1,
      maximum: 20,
      unit: both('条', 'dogs'),
      notes: [
        {
          when: [
            { field: 'dogsAtHome', atLeast: 2 },
            { field: 'area', is: ['town'] },
          ],
          text: both('城区楼房里一户只能养一条。', 'In a flat in town each household may keep one.'),
        },
      ],
    }),
    phone,
    ask(
      'yesNo',
      'promise',
      both('您保证牵绳、清粪、按时打疫苗吗？', 'Do you promise a leash, to clean up, and to vaccinate?'),
      {
        notes: [
          {
            when: [{ field: 'promise', is: ['no'] }],
            text: both('不保证的不能登记。', 'Without this promise it cannot be registered.'),
          },
        ],
      },
    ),
  ],
  ...guideLimits('养犬登记办事指南', 3),
  fee: {
    fen: 0,
    note: both(
      '登记不收钱。疫苗由动物医院收费。',
      'Registration is free. The animal hospital charges for the vaccination.',
    ),
    mark: 'sample',
  },
  result: {
    name: both('养犬登记证', 'Dog registration certificate'),
    note: both(
      '一张养犬登记证和一块狗牌，有效1年（样例），到期前带免疫证来续。',
      'A certificate and a tag, valid for one year; renew it with the new vaccination record.',
    ),
    scope: '本区',
    validity: { months: 12, mark: 'sample' },
    certificate: {
      title: '养犬登记证',
      word: '犬证',
      rows: [
        { label: '养犬人', value: '{applicant.name}' },
        { label: '住址', value: '{home.place}{home.detail}' },
        { label: '犬名', value: '{dogName}' },
        { label: '品种', value: '{breed}' },
        { label: '毛色', value: '{colour}' },
        { label: '性别', value: '{dogSex}' },
        { label: '免疫日期', value: '{vaccinatedDay}' },
        { label: '有效期', value: '{fromDay}至{untilDay}' },
      ],
      statement: '该犬已登记。携犬出户请束犬链，随手清理粪便，按时接种狂犬病疫苗。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'OTHER_POWER',
    serviceObjects: ['PERSON'],
    resultType: 'CERTIFICATE',
    themes: ['公安消防', '其他'],
    questions: [
      {
        question: both('要把狗牵来吗？', 'Must I bring the dog?'),
        answer: both('不用，有照片就行。', 'No, photos are enough.'),
      },
      {
        question: both('乡下看家狗也要登记吗？', 'Does a watchdog in the country need it?'),
        answer: both(
          '疫苗一定要打，登记可以请村里的代办员帮您办。',
          'It must be vaccinated; the village agent can register it for you.',
        ),
      },
    ],
  },
  steps: [
    both('先到动物医院给狗打疫苗。', 'First have the dog vaccinated at an animal hospital.'),
    both('您在网上或者任何一个窗口申请。', 'You apply online or at any window.'),
    both(
      '在村（社区）可以请代办员帮您填，材料由他交到乡镇、街道的窗口。',
      'In your village the agent fills it in with you and hands your papers in at the township.',
    ),
    both('公安分局审查，另一位工作人员决定。', 'The public security bureau reviews it; another officer decides.'),
    both('领证和狗牌。', 'You get the certificate and the tag.'),
  ],
  bases: [dogRules, sample('动物防疫法')],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'housing',
  aliases: [
    '养狗',
    '狗证',
    '办狗证',
    '狗牌',
    '犬证',
    '养犬证',
    '养犬登记',
    '给狗上户口',
    '狗狗登记',
    '宠物狗',
    '宠物登记',
    '家里养了条狗',
    '买了只狗',
    '土狗',
    '看家狗',
    '狂犬疫苗',
    '遛狗',
    'dog licence',
    'dog registration',
    'register my dog',
    'keep a dog',
    'puppy',
    'pet',
    'dog tag',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人有固定住处，所养犬只不属于禁养犬只，狂犬病免疫在有效期内',
  decisionAnswers: ['dogName', 'breed', 'colour', 'home'],
  offeredAt: ['VILLAGE', 'TOWNSHIP', 'DISTRICT'],
};

const householdRules = sample('户口登记条例');

/** The family reports it at the police station: there is a guide and nothing to apply for. */
const deathRegistration: ItemContent = {
  name: both('死亡登记和户口注销', 'Registering a death'),
  brief: both(
    '亲人去世后，家里人带死亡证明和户口簿到户口所在的派出所，当场办好，不收钱。请节哀，别的事可以慢慢来。',
    'After a death the family takes the medical certificate and the household register to the police station; it is done on the spot, free of charge. Our condolences; other matters can wait.',
  ),
  bring: both(
    '死亡证明、户口簿、办事人的身份证、逝者的身份证',
    'Medical certificate of death, household register, your identity card and that of the deceased',
  ),
  howLong: both('当场办好，不收钱', 'Done on the spot, free of charge'),
  conditions: [
    both('逝者的户口在本区；', 'The household of the deceased is registered in this district;'),
    both(
      '由户主、家里人、抚养人或者邻居来办。',
      'the head of household, a relative, a carer or a neighbour reports it.',
    ),
  ],
  materials: [
    material(
      'deathCertificate',
      both('死亡证明', 'Medical certificate of death'),
      both(
        '在医院去世的，医院开；在家去世的，乡镇卫生院、社区卫生服务中心开。',
        'By the hospital, or for a death at home by the township health centre.',
      ),
      householdRules,
      { originals: 1, copies: 0, form: 'paper', source: 'other' },
    ),
    material(
      'householdBook',
      both('户口簿', 'Household register'),
      both('要原件，盖了注销章就还给您。', 'The original; it is stamped and given back.'),
      householdRules,
      { originals: 1, copies: 0, form: 'paper', source: 'government' },
    ),
    {
      ...idCard(householdRules),
      hint: both('办事人自己的，看过就还给您。', 'Your own; we give it back.'),
      form: 'paper',
    },
    material(
      'deceasedIdCard',
      both('逝者的身份证', 'Identity card of the deceased'),
      both('找不到了也能办，窗口写个说明。', 'If it cannot be found, a note at the window is enough.'),
      householdRules,
      { necessity: 'optional', originals: 1, copies: 0, form: 'paper', source: 'government' },
    ),
    lookedUp('householdRecord', both('户口登记信息', 'Record of the household'), dataSharing),
  ],
  form: [],
  guideOnly: both(
    '要核对死亡证明和户口簿的原件，网上办不了。请到户口所在的派出所，或者区政务服务中心的公安窗口。',
    'The original papers are checked, so it cannot be done online. Please go to the police station where the household is registered, or to the police window in the district’s service centre.',
  ),
  promisedLimit: { amount: 0, unit: 'workingDays', basis: { guide: '死亡登记办事指南' } },
  answerLimit: { amount: 1, unit: 'workingDays', basis: { guide: '死亡登记办事指南' } },
  limitMarks: { promised: 'sample' },
  deemedAcceptance: false,
  fee: free,
  result: {
    name: both('户口注销证明', 'Proof that the registration has ended'),
    note: both(
      '户口簿上盖注销章，再给一份注销证明，领抚恤金、办继承要用，请收好。',
      'The register is stamped, and you get a proof that you need for benefits and the inheritance.',
    ),
    scope: '全国',
    validity: { months: null, mark: 'sample' },
  },
  elements: {
    ...commonElements,
    itemType: 'OTHER_POWER',
    serviceObjects: ['PERSON'],
    handlingForms: ['WINDOW'],
    onlineDepth: 'CONSULT',
    resultType: 'CERTIFICATE',
    visitReason: both('要核对死亡证明和户口簿原件。', 'The original certificate and register are checked.'),
    themes: ['证件办理'],
    questions: [
      {
        question: both('不注销会怎么样？', 'What if it is not reported?'),
        answer: both(
          '养老金、医保这些会对不上，多领的要退，继承也办不了。',
          'Pension and insurance go wrong, what is overpaid must be returned, and nothing can be inherited.',
        ),
      },
      {
        question: both('在外地去世的，在哪里办？', 'He died elsewhere. Where is it reported?'),
        answer: both('还是到户口所在的派出所办。', 'At the police station where he was registered.'),
      },
    ],
  },
  steps: [
    both('先请医院或者卫生院开死亡证明。', 'Ask the hospital or health centre for the medical certificate.'),
    both('家里人带材料到派出所或者公安窗口。', 'Take the papers to the police station or the police window.'),
    both('当场核对，注销户口，给注销证明。', 'They are checked, the registration ends and you get the proof.'),
  ],
  bases: [householdRules],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW'],
  lifeEvent: 'death',
  aliases: [
    '死亡登记',
    '死亡证明',
    '死亡',
    '去世',
    '老人去世',
    '亲人去世',
    '家人去世',
    '父母去世',
    '老人走了',
    '人没了',
    '过世',
    '死了人',
    '后事',
    '办丧事',
    '销户',
    '销户口',
    '注销户口',
    '户口注销',
    '下户口',
    'death',
    'died',
    'death certificate',
    'register a death',
    'deceased',
  ],
  online: false,
  correctionDays: null,
  grantReason: '死亡证明真实、完整，逝者户口在本区',
  offeredAt: ['DISTRICT'],
};

export const publicSecurityItems: readonly DemoItem[] = [
  {
    key: 'sealEngraving',
    code: '11431302DEM000225B443100900100001',
    organ: 'publicSecurity',
    profile: 'FILING',
    caseType: 'IMMEDIATE',
    level: 'DISTRICT',
    content: sealEngraving,
  },
  {
    key: 'residencePermit',
    code: '11431302DEM000225B443070900200101',
    organ: 'publicSecurity',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: residencePermit,
  },
  {
    key: 'dogRegistration',
    code: '11431302DEM000225B443100900300101',
    organ: 'publicSecurity',
    profile: 'PUBLIC_SERVICE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: dogRegistration,
  },
  {
    key: 'deathRegistration',
    code: '11431302DEM000225B443100900400001',
    organ: 'publicSecurity',
    profile: 'FILING',
    caseType: 'IMMEDIATE',
    level: 'DISTRICT',
    content: deathRegistration,
  },
];
