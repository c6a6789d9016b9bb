import type { ItemContent } from '../../modules/catalogue/index.ts';
import { staged } from './builders.ts';
import {
  ask,
  both,
  checked,
  choose,
  commonElements,
  type DemoItem,
  guideLimits,
  licenceLimits,
  licensingBases,
  lookedUp,
  material,
  phone,
  promised,
  remedies,
  sample,
} from './pieces.ts';
import { count, line, only, person, pick, spot, squareMetres as squareMetresPair, yuan } from './questions.ts';

const propertyRegulation = sample('不动产登记暂行条例');
const propertyRules = sample('不动产登记暂行条例实施细则');
const landLaw = sample('土地管理法');
const planningLaw = sample('城乡规划法');
const homesteadRules = sample('本区农村宅基地审批管理办法');

const squareMetres = both('平方米', 'm²');

/** Registry, housing and tax at one window: three organs at once. */
const propertyTransfer: ItemContent = {
  name: both('不动产转移登记（二手房过户）', 'Transfer of property (buying and selling a home)'),
  brief: both(
    '买卖、继承、赠与房子，过户领不动产证。买卖双方一起到窗口，登记、交易、缴税一个窗口办。',
    'When a home is sold, inherited or given away, it is registered in the new owner’s name. Buyer and seller come together; registration, contract and tax are done at one window.',
  ),
  bring: both('双方身份证、不动产证、买卖合同', 'Identity cards of both, property certificate, contract of sale'),
  howLong: both('受理后3个工作日，登记费80元', '3 working days after acceptance, registration fee 80 yuan'),
  conditions: [
    both('房子在本区，已经有不动产证或者房产证；', 'The home is in this district and has a property certificate;'),
    both('没有查封、没有争议，抵押的事说清楚了；', 'it is not seized or disputed, and any mortgage is settled;'),
    both('双方都愿意，税交清了。', 'both agree, and the tax is paid.'),
  ],
  materials: [
    material(
      'idCards',
      both('双方的身份证', 'Identity cards of both'),
      both('夫妻共有的，两口子都要带。', 'If a couple owns it, of both.'),
      propertyRules,
      { originals: 2, copies: 0, source: 'government' },
    ),
    material(
      'propertyCertificate',
      both('不动产权证书或者房产证', 'Property certificate'),
      both('要原件，过户后收回。', 'The original; it is taken back after the transfer.'),
      propertyRules,
      { originals: 1, copies: 0, form: 'paper', source: 'government' },
    ),
    material(
      'contract',
      both('买卖合同，或者继承、赠与的材料', 'Contract of sale, or papers of inheritance or gift'),
      both('窗口有买卖合同的范本。', 'The window has a model contract.'),
      propertyRules,
      { originals: 1, copies: 0, sample: true },
    ),
    lookedUp('marriage', both('婚姻信息', 'Marital status'), propertyRegulation),
    lookedUp('taxReceipt', both('完税信息', 'Receipt of the taxes'), propertyRegulation),
  ],
  form: [
    pick('cause', '为什么过户？', 'Why is it transferred?', [
      ['sale', '买卖', 'Sale'],
      ['inheritance', '继承', 'Inheritance'],
      ['gift', '赠与', 'Gift'],
    ]),
    person('seller', '现在的产权人', 'The owner until now', {
      hint: both('卖方、赠与人；两个人共有的，写在场的一位。', 'The seller or giver.'),
      asks: ['number', 'phone'],
      party: 'coApplicant',
      ...only('cause', 'sale', 'gift'),
    }),
    line('certificateNumber', '不动产权证号', 'Number of the property certificate', { maxLength: 60 }),
    spot('house', '房子在哪里？', 'Where is the home?'),
    count('floorArea', '建筑面积', 'Floor area', squareMetresPair),
    yuan('price', '合同价', 'Price in the contract', only('cause', 'sale')),
    pick('share', '新产权怎么登记？', 'How is it held from now on?', [
      ['sole', '单独所有', 'By one'],
      ['joint', '共同共有', 'Jointly'],
    ]),
    phone,
  ],
  ...guideLimits('不动产转移登记办事指南', 3),
  statutoryLimit: { amount: 30, unit: 'workingDays', basis: { law: '不动产登记暂行条例', article: '第二十条' } },
  // Whoever is not refused in writing on the spot is accepted.
  answerLimit: { amount: 0, unit: 'workingDays', basis: { law: '不动产登记暂行条例', article: '第十七条' } },
  deemedAcceptance: true,
  limitMarks: { statutory: 'sample', promised: 'sample' },
  deliveryLimit: promised('不动产转移登记办事指南', 1),
  fee: {
    fen: 8000,
    note: both('住宅登记费80元一件，契税等由税务局另收。', 'For a home 80 yuan; the tax office charges the taxes.'),
    mark: 'sample',
    basis: sample('不动产登记收费标准'),
  },
  result: {
    name: both('不动产权证书', 'Property certificate'),
    note: both('一本不动产权证书，手机上也有。', 'A property certificate, also on your phone.'),
    validity: { months: null, mark: 'sample' },
    certificate: {
      title: '不动产权证书',
      word: '不动产权',
      rows: [
        { label: '权利人', value: '{applicant.name}' },
        { label: '共有情况', value: '{share}' },
        { label: '坐落', value: '{house.place}{house.detail}' },
        { label: '权利类型', value: '国有建设用地使用权、房屋所有权' },
        { label: '建筑面积', value: '{floorArea}' },
        { label: '取得方式', value: '{cause}' },
        { label: '登记机关', value: '{organ}' },
        { label: '登记日期', value: '{issueDay}' },
      ],
      statement:
        '根据《不动产登记暂行条例》，对不动产权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'CONFIRMATION',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'OTHER'],
    handlingForms: ['WINDOW'],
    onlineDepth: 'CONSULT',
    resultType: 'CERTIFICATE',
    visitReason: both('要当面核对双方是不是自愿。', 'Both must say in person that they agree.'),
    jointBodies: [both('税务局', 'Tax office'), both('住房和城乡建设局', 'Housing bureau')],
    bookable: true,
    themes: ['土地房产'],
    questions: [
      {
        question: both('父母的房子过给我，用公证吗？', 'My parents give me their home. Is a notary needed?'),
        answer: both(
          '不是非公证不可。一家人一起到窗口，说清楚就行。',
          'Not necessarily. Come to the window together and state it.',
        ),
      },
      {
        question: both('贷款没还清能过户吗？', 'May it be transferred with a mortgage on it?'),
        answer: both('能，银行和买方都清楚、合同里写明就行。', 'Yes, if bank and buyer know and the contract says so.'),
      },
    ],
  },
  steps: [
    both(
      '买卖双方一起到不动产窗口，交一套材料。',
      'Buyer and seller come to the property window with one set of papers.',
    ),
    both(
      '窗口当场核对，房管局、税务局同时办。',
      'The window checks them; the housing bureau and the tax office work at the same time.',
    ),
    both('在同一个窗口交税、交登记费。', 'Taxes and fee are paid at the same window.'),
    both('登记，发新证。', 'It is registered, and the new certificate is issued.'),
  ],
  bases: [propertyRegulation, propertyRules, checked('优化营商环境条例', '第四十七条第一款')],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW'],
  lifeEvent: 'housing',
  aliases: [
    '过户',
    '房产过户',
    '房子过户',
    '二手房过户',
    '买房',
    '买二手房',
    '卖房',
    '卖房子',
    '房产证',
    '办房产证',
    '不动产证',
    '不动产登记',
    '房子继承',
    '父母房子过户给子女',
    '房子赠与',
    '房子改名',
    '更名房产证',
    'transfer of property',
    'buy a house',
    'sell a house',
    'title deed',
    'property certificate',
    'inherit a house',
    'house transfer',
  ],
  online: false,
  correctionDays: null,
  grantReason: '申请登记的权利来源清楚，双方意思表示真实，税费已经缴清，没有不予登记的情形',
  offeredAt: ['DISTRICT'],
};

/** How much land a household may get, by what the land was: figures of the sample, in square metres. */
const landLimits = [
  ['farmland', 130],
  ['wasteland', 210],
  ['built', 180],
] as const;

/** The villagers speak first; then the bureau decides whether the house fits the plan of the village. */
const villagerHouse: ItemContent = {
  name: both('乡村建设规划许可（农村村民建房）', 'Rural planning permit (building a villager’s house)'),
  brief: both(
    '在村里新建、翻建房子，动工前要批。先向村里说，村里公示7天，再来申请。受理后15个工作日内给结果，不收钱。',
    'You need it before you build or rebuild a house in the village. Tell the village first; it is displayed there for 7 days before you apply. You get the result within 15 working days of acceptance, free of charge.',
  ),
  bring: both(
    '户主身份证、建房图样、村里同意的意见',
    'Identity card of the head of household, drawing, consent of the village',
  ),
  howLong: both('受理后15个工作日，不收钱', '15 working days after acceptance, free of charge'),
  conditions: [
    both('您是本村集体的成员，一户一处宅基地；', 'You belong to the village; each household has one homestead;'),
    both(
      '没有房子，或者房子不够住、要翻建、要搬迁；',
      'you have no house, or it is too small, too old or must be moved;',
    ),
    both('地点符合村庄规划，不占基本农田；', 'the place fits the village plan and is no protected farmland;'),
    both('村里讨论同意，公示没有人反对。', 'the village has agreed, and nobody objected while it was displayed.'),
  ],
  materials: [
    material(
      'idCard',
      both('户主的身份证', 'Identity card of the head of household'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      homesteadRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'villageConsent',
      both('村民小组和村委会的意见', 'Opinion of the village group and committee'),
      both(
        '写明讨论的日子、公示的日子和结果，盖章。',
        'With the days of discussion and display, the outcome and the seal.',
      ),
      homesteadRules,
      { originals: 1, copies: 0, source: 'other', sample: true },
    ),
    material(
      'drawing',
      both('建房图样', 'Drawing of the house'),
      both('镇里有免费的图样，挑一张也行。', 'The township has free drawings to choose from.'),
      homesteadRules,
    ),
    material(
      'oldCertificate',
      both('旧房子的产权证', 'Certificate of the old house'),
      both(
        '翻建、搬迁的才要交，没有证的让村里写明。',
        'Only for rebuilding or moving; the village may state it instead.',
      ),
      homesteadRules,
      { necessity: 'optional', source: 'government' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), homesteadRules),
  ],
  form: [
    choose(
      'reason',
      both('为什么建房？', 'Why do you build?'),
      [
        ['separate', '分家立户，没有房子', 'A new household without a house'],
        ['rebuild', '旧房原地翻建', 'Rebuilding the old house in its place'],
        ['extend', '人多不够住，扩建', 'Extending it for more people'],
        ['move', '搬迁、避灾', 'Moving, or safety from disaster'],
      ],
      { page: both('家里的情况', 'The household') },
    ),
    ask('rows', 'members', both('家里有哪些人？', 'Who belongs to the household?'), {
      hint: both('户主也要写。', 'The head of household too.'),
      rowName: both('家里人', 'Member of the household'),
      minRows: 1,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        choose(
          'relation',
          both('是户主的什么人？', 'Relation to the head'),
          [
            ['head', '户主', 'Head of household'],
            ['spouse', '配偶', 'Spouse'],
            ['child', '子女', 'Child'],
            ['parent', '父母', 'Parent'],
            ['other', '其他', 'Other'],
          ],
          { privacy: 'sensitive' },
        ),
        ask('yesNo', 'registeredHere', both('户口在本村吗？', 'Registered in this village?'), { privacy: 'sensitive' }),
      ],
    }),
    ask('computed', 'memberCount', both('一共', 'In all'), {
      required: false,
      compute: { kind: 'count', of: 'members' },
      unit: both('人', 'people'),
    }),
    ask('yesNo', 'hasHouse', both('现在有房子吗？', 'Do you have a house now?')),
    ask('number', 'oldArea', both('旧宅基地多大？', 'How large is the old homestead?'), {
      minimum: 1,
      maximum: 2000,
      unit: squareMetres,
      when: [{ field: 'hasHouse', is: ['yes'] }],
    }),
    choose(
      'oldHouse',
      both('旧房子怎么办？', 'What happens to the old house?'),
      [
        ['demolish', '拆掉，宅基地退给村里', 'Torn down, the land goes back to the village'],
        ['inPlace', '原地拆了重建', 'Torn down and rebuilt in its place'],
        ['keep', '留着', 'It stays'],
      ],
      {
        when: [{ field: 'hasHouse', is: ['yes'] }],
        notes: [
          {
            when: [{ field: 'oldHouse', is: ['keep'] }],
            text: both(
              '一户只能有一处宅基地，旧的要退出来。',
              'A household may have one homestead; the old one must be given back.',
            ),
          },
        ],
      },
    ),
    ask('address', 'site', both('想建在哪里？', 'Where do you want to build?'), {
      page: both('地和房', 'Land and house'),
      hint: both('选村，再写组和小地名。', 'The village, then the group and the local name.'),
      privacy: 'sensitive',
      prefill: 'place',
    }),
    choose(
      'landKind',
      both('现在是什么地？', 'What is the land now?'),
      [
        ['built', '旧宅基地、村里的建设用地', 'Old homestead or built-up land'],
        ['wasteland', '荒山、荒地', 'Waste land'],
        ['farmland', '田、土', 'Farm land'],
      ],
      {
        notes: [
          {
            when: [{ field: 'landKind', is: ['farmland'] }],
            text: both(
              '占田占土的，还要办农用地转用，时间会长一些。',
              'For farm land its conversion is needed too, which takes longer.',
            ),
          },
        ],
      },
    ),
    ask('number', 'landArea', both('宅基地要多大？', 'How much land?'), {
      minimum: 10,
      maximum: 2000,
      unit: squareMetres,
      notes: landLimits.map(([kind, most]) => ({
        when: [
          { field: 'landKind', is: [kind] },
          { field: 'landArea', atLeast: most + 0.01 },
        ],
        text: both(`这种地最多${most}平方米（样例）。`, `At most ${most} m² (sample) of this land.`),
      })),
    }),
    ask('text', 'east', both('东边到哪里？', 'What bounds it on the east?'), { maxLength: 60 }),
    ask('text', 'south', both('南边到哪里？', 'On the south?'), { maxLength: 60 }),
    ask('text', 'west', both('西边到哪里？', 'On the west?'), { maxLength: 60 }),
    ask('text', 'north', both('北边到哪里？', 'On the north?'), { maxLength: 60 }),
    ask('number', 'storeys', both('建几层？', 'How many storeys?'), {
      minimum: 1,
      maximum: 10,
      unit: both('层', 'storeys'),
      notes: [
        {
          when: [{ field: 'storeys', atLeast: 4 }],
          text: both('村里的房子一般不超过3层。', 'Houses in the village usually have 3 storeys at most.'),
        },
      ],
    }),
    ask('number', 'height', both('总共多高？', 'Height'), { minimum: 2, maximum: 40, unit: both('米', 'm') }),
    ask('number', 'floorArea', both('建筑面积一共多大？', 'Floor area in all'), {
      minimum: 10,
      maximum: 5000,
      unit: squareMetres,
    }),
    choose('structure', both('什么结构？', 'Structure'), [
      ['brick', '砖混', 'Brick and concrete'],
      ['frame', '框架', 'Concrete frame'],
      ['timber', '木结构', 'Timber'],
      ['other', '其他', 'Other'],
    ]),
    ask('person', 'builder', both('谁来建？', 'Who builds it?'), {
      hint: both('写工匠或者施工队带头的人。', 'The craftsman, or the head of the team.'),
      asks: ['phone'],
      privacy: 'identifier',
    }),
    ask('date', 'displayedFrom', both('村里从哪天开始公示的？', 'From which day was it displayed in the village?'), {
      page: both('村里的意见', 'The village'),
      latest: 'today',
    }),
    ask('yesNo', 'neighboursAgree', both('邻居都同意吗？', 'Do the neighbours agree?'), {
      notes: [
        {
          when: [{ field: 'neighboursAgree', is: ['no'] }],
          text: both('先请村里调解，谈好了再批。', 'The village mediates first; it is decided afterwards.'),
        },
      ],
    }),
    phone,
  ],
  ...licenceLimits('乡村建设规划许可办事指南', 15),
  fee: { fen: 0, note: both('不收钱，图样也不要钱。', 'Free of charge, the drawings too.'), mark: 'sample' },
  result: {
    name: both('乡村建设规划许可证', 'Rural planning permit'),
    note: both(
      '一张乡村建设规划许可证，开工前镇里的人来放线，两年内建好（样例）。',
      'A permit. Before you begin, the township marks out the house; build within two years.',
    ),
    scope: '限许可证载明的地点、面积和层数',
    validity: { months: 24, mark: 'sample' },
    certificate: {
      title: '乡村建设规划许可证',
      word: '乡建规',
      rows: [
        { label: '建房人', value: '{applicant.name}' },
        { label: '公民身份号码', value: '{applicant.number}' },
        { label: '建设位置', value: '{site.place}{site.detail}' },
        { label: '用地面积', value: '{landArea}' },
        { label: '土地原用途', value: '{landKind}' },
        { label: '四至', value: '东至{east}；南至{south}；西至{west}；北至{north}' },
        { label: '层数', value: '{storeys}' },
        { label: '建筑面积', value: '{floorArea}' },
        { label: '发证机关', value: '{organ}' },
        { label: '有效期', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经村民会议讨论和公示，准予在批准的位置和范围内建房。开工前请先放线。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON'],
    resultType: 'CERTIFICATE',
    visitReason: both('工作人员要到地里看两次，您在场就行。', 'Officers see the place twice; you must be there.'),
    specialProcedures: [
      {
        name: both('实地查看', 'Visit to the site'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: homesteadRules,
      },
    ],
    jointBodies: [
      both('乡镇人民政府、街道办事处', 'Township government or subdistrict office'),
      both('农业农村局', 'Agriculture bureau'),
    ],
    themes: ['土地房产', '国土和规划建设'],
    questions: [
      {
        question: both('城里人能买村里的宅基地吗？', 'May people from town buy a homestead?'),
        answer: both('不能，宅基地只分给本村集体的成员。', 'No, it is only for members of the village.'),
      },
      {
        question: both('先动工后补手续行吗？', 'May I begin and apply later?'),
        answer: both('不行，没批先建的要拆。', 'No. What was built without approval must be taken down.'),
      },
    ],
  },
  steps: [
    both(
      '您先向村民小组提出来，村里讨论、公示。',
      'You tell the village group; the village discusses and displays it.',
    ),
    both(
      '村委会同意后，您在网上或者窗口申请，也可以请村里的代办员把材料交到乡镇、街道。',
      'When the committee agrees you apply online or at the window, or the village agent hands your papers in.',
    ),
    both(
      '自然资源局审查，两名工作人员和镇里的人一起到地里看。',
      'The natural resources bureau reviews it; two officers and the township see the place.',
    ),
    both('另一位负责人决定，发许可证。', 'Another officer decides, and the permit is issued.'),
    both('开工前放线，建好后验收。', 'The house is marked out before you begin and seen when it is done.'),
  ],
  bases: [
    landLaw,
    planningLaw,
    homesteadRules,
    checked('村民委员会组织法', '第二十四条第一款第六项'),
    ...licensingBases,
  ],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'housing',
  aliases: [
    '建房',
    '盖房',
    '盖房子',
    '起屋',
    '修房子',
    '建新房',
    '农村建房',
    '农村盖房',
    '村里建房',
    '自建房',
    '翻建',
    '拆旧建新',
    '老房子重建',
    '宅基地',
    '批宅基地',
    '申请宅基地',
    '分家建房',
    '建房许可证',
    '危房重建',
    'build a house',
    'village house',
    'homestead',
    'rebuild my house',
    'building permit',
    'rural house',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人是本村集体经济组织成员，符合一户一宅，建房位置和面积符合规划，村民会议讨论同意，公示无异议',
  decisionAnswers: ['reason', 'site', 'landKind', 'landArea', 'storeys', 'floorArea'],
  offeredAt: ['VILLAGE', 'TOWNSHIP', 'DISTRICT'],
};

export const naturalResourcesItems: readonly DemoItem[] = [
  {
    key: 'propertyTransfer',
    code: '11431302DEM000284E443071500100301',
    organ: 'naturalResources',
    profile: 'REAL_ESTATE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: propertyTransfer,
    process: staged(
      [
        {
          name: ['并联审核', 'Joint review'],
          tasks: [
            ['REVIEW', '权属审核', 'Ownership', 2],
            ['REVIEW', '交易和网签核对', 'Contract of sale', 1, 'housing'],
            ['REVIEW', '契税、个人所得税核定', 'Deed and income tax', 1, 'tax', { veto: true }],
          ],
        },
      ],
      ['缮证', 'Printing the certificate'],
    ),
  },
  {
    key: 'villagerHouse',
    code: '11431302DEM000284E443011500200001',
    organ: 'naturalResources',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: villagerHouse,
  },
];
