import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  choose,
  commonElements,
  type DemoItem,
  licenceLimits,
  licensingBases,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const forestLaw = sample('森林法');
const forestRules = sample('森林法实施条例');

const mu = both('亩', 'mu');
const cubicMetres = both('立方米', 'm³');

/** From this volume on the demo's guide asks for a survey; the department must check the figure. */
const surveyedFrom = 15;

/** Plot by plot, as the felling is surveyed; its sums are what the licence allows. */
const treeFelling: ItemContent = {
  name: both('林木采伐许可', 'Tree felling licence'),
  brief: both(
    '砍自家山上、承包山上的树，砍之前要办。受理后10个工作日内给结果，不收钱。房前屋后自己种的零星树不用办。',
    'You need it before you fell trees on your own or contracted hill. You get the result within 10 working days of acceptance, free of charge. Single trees that you planted around your house need none.',
  ),
  bring: both('身份证、林权证、现场照片', 'Identity card, forest right certificate, photos of the place'),
  howLong: both('受理后10个工作日，不收钱', '10 working days after acceptance, free of charge'),
  conditions: [
    both('树是您的，或者主人委托了您；', 'The trees are yours, or their owner has mandated you;'),
    both('不在封山育林区，不是古树名木；', 'they do not stand in a closed forest and are not old or famous trees;'),
    both('砍完当年或者第二年补种。', 'you replant in the same year or the next.'),
  ],
  materials: [
    material(
      'idCard',
      both('身份证', 'Identity card'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      forestRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'forestRight',
      both('林权证或者承包合同', 'Forest right certificate or contract'),
      both('证丢了的，村里开一张山是谁家的证明。', 'If it is lost, a note of the village on whose hill it is.'),
      forestRules,
    ),
    material(
      'placePhotos',
      both('要砍的地方的照片', 'Photos of the place'),
      both('站远一点拍一张，近处拍一张。', 'One from further away, one from near.'),
      forestRules,
      { copies: 2 },
    ),
    material(
      'survey',
      both('伐区调查设计表', 'Felling survey'),
      both(
        '总共15立方米（样例）以上的才要交。林业站免费帮您做。',
        'Only from 15 m³ (sample) in all. The forestry station makes it free of charge.',
      ),
      forestRules,
      { necessity: 'optional', originals: 1, copies: 0, source: 'other' },
    ),
    lookedUp('quota', both('年度采伐限额', 'Felling quota of the year'), forestLaw),
  ],
  form: [
    ask('address', 'forest', both('山在哪里？', 'Where is the forest?'), {
      page: both('山和树', 'The forest'),
      hint: both('选村，再写组和小地名，如：三组枫树坳。', 'The village, then the group and the local name.'),
      privacy: 'sensitive',
      prefill: 'place',
    }),
    choose('ownership', both('山和树是谁的？', 'Whose are hill and trees?'), [
      ['own', '自留山、自家种的', 'My own'],
      ['contract', '承包的集体山', 'Contracted from the collective'],
      ['transferred', '从别人手里流转来的', 'Transferred from someone else'],
      ['collective', '村组集体的', 'The collective’s'],
    ]),
    ask('text', 'rightNumber', both('林权证号', 'Number of the forest right certificate'), {
      hint: both('没有证的不填。', 'Leave it empty if there is none.'),
      required: false,
      maxLength: 60,
    }),
    ask('person', 'owner', both('原来的主人', 'The former owner'), {
      asks: ['phone'],
      privacy: 'identifier',
      when: [{ field: 'ownership', is: ['transferred'] }],
    }),
    choose('reason', both('为什么要砍？', 'Why are they felled?'), [
      ['timber', '卖木材', 'To sell the timber'],
      ['ownUse', '自家用（盖房、烧柴）', 'For my own use'],
      ['tending', '间伐，让树长得更好', 'Thinning'],
      ['renewal', '换树种', 'To change the species'],
      ['salvage', '遭了虫灾、火灾、雪灾', 'After pests, fire or snow'],
    ]),
    ask('longText', 'damage', both('受了什么灾？多少树受损？', 'What happened, and how many trees are damaged?'), {
      maxLength: 300,
      when: [{ field: 'reason', is: ['salvage'] }],
    }),
    ask('rows', 'plots', both('要砍的地块', 'Plots to be felled'), {
      page: both('砍多少', 'How much'),
      hint: both(
        '一块一行。拿不准就请林业站的人一起估。',
        'One a row. If in doubt, estimate them with the forestry station.',
      ),
      rowName: both('地块', 'Plot'),
      minRows: 1,
      maxRows: 20,
      fields: [
        choose('species', both('什么树？', 'Species'), [
          ['fir', '杉木', 'China fir'],
          ['pine', '松树', 'Pine'],
          ['cypress', '柏木', 'Cypress'],
          ['poplar', '杨树', 'Poplar'],
          ['broadleaf', '其他阔叶树', 'Other broad-leaved trees'],
        ]),
        ask('text', 'plot', both('地块名', 'Plot'), { maxLength: 60 }),
        choose('method', both('怎么砍？', 'How'), [
          ['clear', '全部砍完（皆伐）', 'All of them'],
          ['select', '挑着砍（择伐）', 'Chosen trees'],
          ['thin', '间伐', 'Thinning'],
        ]),
        ask('number', 'area', both('面积', 'Area'), { minimum: 0.1, maximum: 5000, unit: mu }),
        ask('number', 'trees', both('多少棵？', 'How many trees?'), {
          minimum: 1,
          maximum: 100_000,
          unit: both('棵', 'trees'),
        }),
        ask('number', 'volume', both('材积', 'Volume'), { minimum: 0.1, maximum: 10_000, unit: cubicMetres }),
      ],
    }),
    ask('computed', 'totalArea', both('总面积', 'Area in all'), {
      required: false,
      compute: { kind: 'sum', of: 'plots.area' },
      unit: mu,
    }),
    ask('computed', 'totalVolume', both('总材积', 'Volume in all'), {
      required: false,
      compute: { kind: 'sum', of: 'plots.volume' },
      unit: cubicMetres,
      notes: [
        {
          when: [{ field: 'totalVolume', atLeast: surveyedFrom }],
          text: both(
            `${surveyedFrom}立方米（样例）以上，要交伐区调查设计表，林业站免费帮您做。`,
            `From ${surveyedFrom} m³ (sample) on a survey is needed; the forestry station makes it free of charge.`,
          ),
        },
      ],
    }),
    ask('date', 'fellFrom', both('打算哪天开始砍？', 'From when will you fell?'), {
      hint: both('拿到证才能动手。', 'Not before you have the licence.'),
      earliest: 'today',
    }),
    ask('number', 'replantArea', both('补种多少？', 'How much will you replant?'), {
      page: both('补种', 'Replanting'),
      minimum: 0,
      maximum: 5000,
      unit: mu,
      notes: [
        {
          when: [{ field: 'replantArea', below: 0.1 }],
          text: both('砍了就要补种，面积和株数不能比砍的少。', 'Whoever fells replants at least as much.'),
        },
      ],
    }),
    ask('text', 'replantSpecies', both('补种什么树？', 'What will you plant?'), { maxLength: 60 }),
    choose('replantYear', both('什么时候补种？', 'When?'), [
      ['thisYear', '今年', 'This year'],
      ['nextYear', '明年', 'Next year'],
    ]),
    ask('yesNo', 'promise', both('您保证按时补种、管好吗？', 'Do you promise to replant in time and to tend it?'), {
      notes: [
        {
          when: [{ field: 'promise', is: ['no'] }],
          text: both('不补种的，采伐许可批不下来。', 'Without replanting no licence can be granted.'),
          stops: true,
        },
      ],
    }),
    phone,
  ],
  ...licenceLimits('林木采伐许可办事指南', 10),
  fee: {
    fen: 0,
    note: both('不收钱，调查设计也不收。', 'Free of charge, the survey too.'),
    mark: 'sample',
  },
  result: {
    name: both('林木采伐许可证', 'Tree felling licence'),
    note: both(
      '一张采伐许可证，一年内有效（样例），只能砍证上写的地方和数量。',
      'A licence, valid within one year, for the places and the volume that it names.',
    ),
    scope: '限许可证载明的地点、树种、方式和数量',
    validity: { months: 12, mark: 'sample' },
    certificate: {
      title: '林木采伐许可证',
      word: '林采',
      rows: [
        { label: '采伐单位（个人）', value: '{applicant.name}' },
        { label: '采伐地点', value: '{forest.place}{forest.detail}' },
        { label: '林权证号', value: '{rightNumber}' },
        { label: '树种', value: '{plots}' },
        { label: '采伐原因', value: '{reason}' },
        { label: '采伐面积', value: '{totalArea}' },
        { label: '采伐蓄积', value: '{totalVolume}' },
        { label: '更新面积', value: '{replantArea}' },
        { label: '更新树种', value: '{replantSpecies}' },
        { label: '采伐期限', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经审查，准予在许可的地点和数量范围内采伐。采伐后应当按时完成更新造林。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'OTHER'],
    resultType: 'CERTIFICATE',
    specialProcedures: [
      {
        name: both('现场核对', 'Check on the spot'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: forestRules,
      },
    ],
    quantityLimit: both(
      '受年度采伐限额限制，先来先办。',
      'Within the felling quota of the year, first come first served.',
    ),
    themes: ['农林牧渔'],
    questions: [
      {
        question: both('砍竹子要办吗？', 'Do I need it for bamboo?'),
        answer: both('砍竹子不用办采伐证。', 'Not for bamboo.'),
      },
      {
        question: both('树挡了电线，能先砍吗？', 'A tree touches the power line. May I fell it at once?'),
        answer: both(
          '先打电力和林业的电话，危险的由他们处理。',
          'Call the power company and the forestry bureau first; they deal with danger.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上、窗口或者村里申请。', 'You apply online, at a window or in your village.'),
    both(
      '在村（社区）可以请代办员帮您填，材料由他交到乡镇、街道的窗口。',
      'In your village the agent fills it in with you and hands your papers in at the township.',
    ),
    both(
      '5个工作日内告诉您受理了，或者一次说清要补什么。',
      'Within 5 working days you hear that it is accepted, or everything that must still be added.',
    ),
    both('林业局审查，两名工作人员到山上核对。', 'The forestry bureau reviews it; two officers check on the spot.'),
    both('另一位负责人决定，发证。', 'Another officer decides, and the licence is issued.'),
    both('砍完补种，林业站来看。', 'After the felling you replant, and the forestry station comes to see.'),
  ],
  bases: [forestLaw, forestRules, ...licensingBases],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '砍树',
    '砍树证',
    '砍树手续',
    '伐木',
    '采伐证',
    '采伐许可证',
    '林木采伐',
    '木材采伐',
    '砍木头',
    '砍杉树',
    '砍松树',
    '砍自家的树',
    '自留山砍树',
    '山上的树',
    '卖木材',
    '卖树',
    '树倒了',
    '林业局办证',
    'fell trees',
    'cut down trees',
    'tree felling',
    'logging permit',
    'timber',
    'cut a tree',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请采伐的林木权属清楚，不属于禁止采伐的范围，采伐数量在年度限额内，申请人承诺按时更新造林',
  decisionAnswers: [
    'forest',
    'reason',
    'plots',
    'totalArea',
    'totalVolume',
    'replantArea',
    'replantSpecies',
    'replantYear',
  ],
  offeredAt: ['VILLAGE', 'TOWNSHIP', 'DISTRICT'],
};

export const forestryItems: readonly DemoItem[] = [
  {
    key: 'treeFelling',
    code: '11431302DEM0002336443016400100001',
    organ: 'forestry',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: treeFelling,
  },
];
