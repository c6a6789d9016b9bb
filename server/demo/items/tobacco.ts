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
  remedies,
  sample,
} from './pieces.ts';

const tobaccoLaw = sample('烟草专卖法');
const tobaccoRules = sample('烟草专卖许可证管理办法');
const layout = sample('本区烟草制品零售点合理布局规定');

/** The shop may be a sole trader's or a firm's: it is the holder, and its operator signs. */
const tobaccoRetail: ItemContent = {
  name: both('烟草专卖零售许可（新办）', 'Tobacco retail licence (new)'),
  handling: both('新办', 'First issue'),
  brief: both(
    '店里要卖烟，先领营业执照，再办这个。受理后10个工作日内给结果，不收钱。学校门口不能卖。',
    'A shop that sells tobacco needs it, after the business licence. You get the result within 10 working days of acceptance, free of charge. It is not given next to schools.',
  ),
  bring: both(
    '经营者身份证、房子能用的证明、店面照片',
    'Identity card of the operator, proof of premises, photos of the shop',
  ),
  howLong: both('受理后10个工作日，不收钱', '10 working days after acceptance, free of charge'),
  conditions: [
    both('已经领了营业执照；', 'You have a business licence;'),
    both('有固定的店面，和住的地方分开；', 'the shop is fixed and apart from where people live;'),
    both('离中小学、幼儿园有规定的距离；', 'it is as far from schools and kindergartens as is required;'),
    both('符合本区零售点的布局。', 'it fits the district’s plan of retail shops.'),
  ],
  materials: [
    material(
      'idCard',
      both('经营者（负责人）的身份证', 'Identity card of the operator'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      tobaccoRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'premisesProof',
      both('店面能用的证明', 'Proof that you may use the shop'),
      both('房产证或者租赁合同的复印件。', 'A copy of the deed or the rental contract.'),
      tobaccoRules,
    ),
    material(
      'shopPhotos',
      both('店面照片', 'Photos of the shop'),
      both('门头、店里、左右邻居各一张。', 'The front, the inside, and the neighbours on both sides.'),
      layout,
      { copies: 3 },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), tobaccoRules),
  ],
  form: [
    ask('firm', 'shop', both('店', 'The shop'), {
      page: both('店', 'The shop'),
      hint: both('和营业执照上的一样。', 'As on the business licence.'),
      party: 'applicant',
      signer: 'legalRepresentative',
      asks: ['uscc', 'phone'],
    }),
    ask('address', 'premises', both('经营地址', 'Address of the shop'), { privacy: 'sensitive' }),
    choose('trade', both('是什么店？', 'What kind of shop is it?'), [
      ['grocery', '食杂店', 'Grocery'],
      ['convenience', '便利店', 'Convenience store'],
      ['supermarket', '超市', 'Supermarket'],
      ['tobacco', '烟酒店', 'Tobacco and spirits shop'],
      ['mall', '商场', 'Department store'],
      ['leisure', '宾馆、饭店、娱乐场所', 'Hotel, restaurant, entertainment'],
      ['other', '其他', 'Something else'],
    ]),
    ask('number', 'area', both('营业面积', 'Floor area'), {
      minimum: 1,
      maximum: 100_000,
      unit: both('平方米', 'm²'),
    }),
    ask('yesNo', 'apart', both('店面和住的地方分开吗？', 'Is the shop apart from where people live?'), {
      page: both('位置', 'The place'),
      notes: [
        {
          when: [{ field: 'apart', is: ['no'] }],
          text: both('店面要和住处隔开才能批，可以先隔好再来。', 'They must be separated before it can be granted.'),
        },
      ],
    }),
    ask('yesNo', 'nearSchool', both('附近有中小学或者幼儿园吗？', 'Is a school or kindergarten nearby?'), {
      hint: both('走路5分钟以内都算。', 'Within five minutes on foot.'),
    }),
    ask('text', 'school', both('是哪一所？', 'Which one?'), {
      maxLength: 100,
      when: [{ field: 'nearSchool', is: ['yes'] }],
    }),
    ask('number', 'schoolDistance', both('从店门到校门大约多远？', 'How far is it from door to gate?'), {
      minimum: 0,
      maximum: 5000,
      unit: both('米', 'm'),
      when: [{ field: 'nearSchool', is: ['yes'] }],
      notes: [
        {
          when: [{ field: 'schoolDistance', below: 50 }],
          text: both(
            '离校门不到50米（样例），批不下来。请您先问窗口再装修。',
            'Within 50 m (sample) of the gate it cannot be granted. Please ask at the window before you fit out the shop.',
          ),
        },
      ],
    }),
    ask('number', 'nearestShop', both('离最近的卖烟的店多远？', 'How far is the nearest shop that sells tobacco?'), {
      hint: both('大约多少米，核查的人会量。', 'About; the officers measure it.'),
      minimum: 0,
      maximum: 50_000,
      unit: both('米', 'm'),
    }),
    ask(
      'yesNo',
      'dangerous',
      both('店里存油漆、汽油、鞭炮这些危险品吗？', 'Do you store paint, petrol or fireworks?'),
      {
        notes: [
          {
            when: [{ field: 'dangerous', is: ['yes'] }],
            text: both('存危险品、有毒品的店不能卖烟。', 'A shop that stores dangerous goods may not sell tobacco.'),
          },
        ],
      },
    ),
    ask(
      'yesNo',
      'machines',
      both('打算用自动售货机或者在网上卖烟吗？', 'Will you sell by vending machine or online?'),
      {
        notes: [
          {
            when: [{ field: 'machines', is: ['yes'] }],
            text: both(
              '卖烟只能在店里当面卖，不能用机器卖，也不能在网上卖。',
              'Tobacco may only be sold in the shop, face to face.',
            ),
          },
        ],
      },
    ),
    choose(
      'favour',
      both('您有下面的情况吗？', 'Does one of these apply to you?'),
      [
        ['none', '没有', 'None'],
        ['disabled', '残疾人', 'Disabled person'],
        ['veteran', '退役军人、军烈属', 'Veteran or relative of a soldier'],
        ['poor', '低保户、特困', 'Living on social assistance'],
      ],
      {
        hint: both('有的话，布局上会放宽一些。', 'If so, the plan of shops is applied more generously.'),
        privacy: 'sensitive',
      },
    ),
  ],
  ...licenceLimits('烟草专卖零售许可办事指南', 10),
  fee: {
    fen: 0,
    note: both('不收钱。有人说花钱能办，是骗子。', 'Free of charge. Whoever offers it for money is a fraud.'),
    mark: 'sample',
  },
  result: {
    name: both('烟草专卖零售许可证', 'Tobacco retail licence'),
    note: both(
      '一张零售许可证，有效5年，要延续的，到期30日前申请（样例）。挂在店里。',
      'A licence, valid for 5 years, to hang in the shop. To renew it, apply at least 30 days before it ends.',
    ),
    scope: '限许可证载明的经营地址',
    validity: { months: 60, mark: 'sample' },
    certificate: {
      title: '烟草专卖零售许可证',
      word: '烟零',
      rows: [
        { label: '企业（字号）名称', value: '{shop.name}' },
        { label: '统一社会信用代码', value: '{shop.uscc}' },
        { label: '经营场所', value: '{premises.place}{premises.detail}' },
        { label: '业态', value: '{trade}' },
        { label: '许可范围', value: '卷烟、雪茄烟零售' },
        { label: '发证机关', value: '{organ}' },
        { label: '有效期限', value: '{fromDay}至{untilDay}' },
      ],
      statement: '经审查，该店符合烟草制品零售条件，准予在许可的地址经营。不得向未成年人销售烟草制品。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'UNINCORPORATED'],
    resultType: 'CERTIFICATE',
    visitReason: both(
      '第一次办要核对经营者本人和材料原件。',
      'The first time, the operator and the original papers are seen.',
    ),
    specialProcedures: [
      {
        name: both('现场核查', 'Visit to the shop'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: tobaccoRules,
      },
    ],
    quantityLimit: both(
      '受本区零售点布局限制，先来先办。',
      'Within the district’s plan of shops, first come first served.',
    ),
    themes: ['准营准办', '商务贸易'],
    questions: [
      {
        question: both('接手别人的店，证能接着用吗？', 'I took over a shop. May I use its licence?'),
        answer: both('不能，换了经营者要重新办。', 'No, a new operator needs a new licence.'),
      },
      {
        question: both('卖电子烟也是这个证吗？', 'Does it cover e-cigarettes?'),
        answer: both('要在证上另加一项，来窗口问。', 'They must be added to it; ask at the window.'),
      },
    ],
  },
  steps: [
    both('您在网上或者窗口申请。', 'You apply online or at a window.'),
    both(
      '5个工作日内告诉您受理了，或者一次说清要补什么。',
      'Within 5 working days you hear that it is accepted, or everything that must still be added.',
    ),
    both(
      '烟草专卖局两名工作人员到店里核查、量距离。',
      'Two officers of the tobacco bureau visit the shop and measure.',
    ),
    both('另一位负责人决定，发证。', 'Another officer decides, and the licence is issued.'),
  ],
  bases: [tobaccoLaw, tobaccoRules, layout, ...licensingBases],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '卖烟',
    '烟证',
    '烟草证',
    '香烟证',
    '办烟证',
    '卖香烟',
    '卖烟许可证',
    '烟草许可证',
    '烟草零售',
    '烟草专卖证',
    '烟酒店',
    '开烟酒店',
    '小卖部卖烟',
    '超市卖烟',
    '烟草局',
    'sell tobacco',
    'sell cigarettes',
    'tobacco licence',
    'cigarette licence',
    'tobacconist',
    'smoke shop',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人有与住所分开的固定经营场所，符合本区零售点合理布局，不在中小学和幼儿园周围的限制范围内',
  decisionAnswers: ['premises', 'trade', 'area'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const tobaccoItems: readonly DemoItem[] = [
  {
    key: 'tobaccoRetail',
    code: '11431302DEM0002411443014500100101',
    organ: 'tobacco',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: tobaccoRetail,
  },
];
