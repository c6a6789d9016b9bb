import type { ItemContent } from '../../modules/catalogue/index.ts';
import { staged } from './builders.ts';
import {
  ask,
  both,
  checked,
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
import { count, firm, hints, line, pick, spot, squareMetres as squareMetresPair, whether } from './questions.ts';

const registration = sample('市场主体登记管理条例');
const soleTraders = sample('促进个体工商户发展条例');
const companyLaw = sample('公司法');
const cooperativeLaw = sample('农民专业合作社法');
const foodLaw = sample('食品安全法');

/** Founding a firm establishes a legal personality: the licensing law names it among what may be licensed. */
const founding = checked('行政许可法', '第十二条第五项');
/** Where the papers are complete and in due form, it is registered on the spot. */
const onTheSpot = checked('行政许可法', '第五十六条');

const yuan = both('元', 'yuan');
const squareMetres = both('平方米', 'm²');
const free = {
  fen: 0,
  note: both('不收钱。有人向您收，请打12345。', 'Free of charge. If anybody asks you for money, call 12345.'),
  mark: 'sample',
} as const;

/** Whose the premises are, and the paper that shows it. */
const premisesRight = choose('premisesRight', both('房子是谁的？', 'Whose are the premises?'), [
  ['own', '自己的', 'My own'],
  ['rented', '租的', 'Rented'],
  ['lent', '别人白给用的', 'Lent free of charge'],
]);

const premisesProof = material(
  'premisesProof',
  both('房子能用的证明', 'Proof that you may use the premises'),
  both(
    '自己的房子交房产证复印件，租的交租赁合同，白用的交房主写的同意书。',
    'A copy of the deed, the rental contract, or a note of consent by the owner.',
  ),
  registration,
);

const scope = ask('longText', 'scope', both('经营范围', 'Scope of business'), {
  hint: both('一样一样写，如：食品零售、日用品零售。', 'One by one, such as: food retail, retail of daily goods.'),
  maxLength: 500,
});

/** Individual business: the person is the business, and its debts are his own. */
const soleTrader: ItemContent = {
  name: both('个体工商户设立登记', 'Registering as a sole trader'),
  handling: both('设立', 'Foundation'),
  brief: both(
    '一个人或者一家人开店做生意，先办这个，领营业执照。受理后2个工作日内给结果，不收钱。',
    'You or your family want to open a shop: this gives you the business licence. You get the result within 2 working days of acceptance, free of charge.',
  ),
  bring: both('身份证、房子能用的证明', 'Identity card, proof that you may use the premises'),
  howLong: both('受理后2个工作日，不收钱', '2 working days after acceptance, free of charge'),
  conditions: [
    both('您有经营能力；', 'You are able to run a business yourself;'),
    both('有固定的经营场所，在本区；', 'you have fixed premises in this district;'),
    both('要做的生意不在禁止之列。', 'the trade is not a forbidden one.'),
  ],
  materials: [
    material(
      'idCard',
      both('经营者的身份证', 'Identity card of the operator'),
      both(
        '要原件，看过就还给您。手机申请拍正反两面。',
        'The original; we give it back. Online: photos of both sides.',
      ),
      registration,
      { originals: 1, copies: 0, source: 'government' },
    ),
    premisesProof,
    material(
      'familyIdCards',
      both('一起经营的家里人的身份证', 'Identity cards of the family members who take part'),
      both('家庭经营的才要交，一人一份复印件。', 'Only for a family business, one copy each.'),
      soleTraders,
      { necessity: 'optional', source: 'government' },
    ),
    lookedUp('householdBook', both('户口簿', 'Household register'), soleTraders),
  ],
  form: [
    choose(
      'naming',
      both('要给店起名字吗？', 'Shall the business have a name?'),
      [
        ['named', '要起名字', 'Yes'],
        ['unnamed', '不起，用我自己的姓名', 'No, under my own name'],
      ],
      { page: both('店名和地址', 'Name and address') },
    ),
    ask('text', 'tradeName', both('想用的店名', 'Name you would like'), {
      hint: both('如：娄星区老李面馆。', 'Such as: Louxing District Old Li Noodle House.'),
      maxLength: 60,
      when: [{ field: 'naming', is: ['named'] }],
    }),
    ask('text', 'secondName', both('备选的店名', 'Second choice'), {
      hint: both('第一个有人用了就用这个。', 'Used if the first is taken.'),
      required: false,
      maxLength: 60,
      when: [{ field: 'naming', is: ['named'] }],
    }),
    ask('address', 'shop', both('经营场所', 'Address of the business'), {
      hint: both('写到门牌号和楼层。', 'Down to the house number and floor.'),
      privacy: 'sensitive',
    }),
    premisesRight,
    ask('number', 'area', both('经营面积', 'Floor area'), { minimum: 1, maximum: 100_000, unit: squareMetres }),
    choose(
      'trade',
      both('主要做什么生意？', 'What is your main trade?'),
      [
        ['retail', '小卖部、商店、超市', 'Shop, supermarket'],
        ['catering', '餐馆、小吃、奶茶', 'Restaurant, snacks, tea shop'],
        ['lodging', '旅馆、民宿', 'Hotel, guest house'],
        ['beauty', '理发、美容', 'Hairdresser, beauty salon'],
        ['repair', '修理、洗车、装修', 'Repairs, car wash, decoration'],
        ['processing', '加工、小作坊', 'Processing, small workshop'],
        ['online', '网店、直播带货', 'Online shop, live selling'],
        ['transport', '运输、送货', 'Transport, delivery'],
        ['other', '其他', 'Something else'],
      ],
      {
        page: both('生意', 'The trade'),
        notes: [
          {
            when: [{ field: 'trade', is: ['catering'] }],
            text: both(
              '领了营业执照，还要办食品经营许可才能开门。',
              'After the business licence you also need a food licence before you open.',
            ),
          },
          {
            when: [{ field: 'trade', is: ['lodging', 'beauty'] }],
            text: both(
              '领了营业执照，还要办公共场所卫生许可才能开门。',
              'After the business licence you also need a hygiene licence before you open.',
            ),
          },
        ],
      },
    ),
    ask('yesNo', 'sellsTobacco', both('卖烟吗？', 'Will you sell tobacco?'), {
      when: [{ field: 'trade', is: ['retail', 'catering', 'lodging'] }],
      notes: [
        {
          when: [{ field: 'sellsTobacco', is: ['yes'] }],
          text: both(
            '卖烟要另外办烟草专卖零售许可，没拿到证之前不能卖。',
            'Selling tobacco needs its own licence; do not sell before you have it.',
          ),
        },
      ],
    }),
    scope,
    ask('money', 'capital', both('准备投多少钱？', 'How much money do you put in?'), {
      hint: both('照实写，不用验资。', 'As it is; nobody audits it.'),
      minimum: 0,
      maximum: 100_000_000,
      unit: yuan,
    }),
    ask('number', 'staff', both('一共几个人干活？', 'How many people work in it?'), {
      hint: both('连您自己算在内。', 'Yourself included.'),
      minimum: 1,
      maximum: 500,
      unit: both('人', 'people'),
    }),
    choose(
      'organisation',
      both('组成形式', 'Who runs it'),
      [
        ['alone', '个人经营', 'I run it alone'],
        ['family', '家庭经营', 'My family runs it together'],
      ],
      {
        page: both('经营者', 'The operator'),
        notes: [
          {
            when: [{ field: 'organisation', is: ['family'] }],
            text: both(
              '家庭经营的，欠的债用全家的财产还。',
              'In a family business, debts are paid from what the whole family owns.',
            ),
          },
        ],
      },
    ),
    ask('rows', 'family', both('一起经营的家里人', 'Family members who take part'), {
      rowName: both('家庭成员', 'Family member'),
      minRows: 1,
      maxRows: 10,
      party: 'member',
      when: [{ field: 'organisation', is: ['family'] }],
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        choose(
          'relation',
          both('是您的什么人？', 'Relation to you'),
          [
            ['spouse', '配偶', 'Spouse'],
            ['child', '子女', 'Child'],
            ['parent', '父母', 'Parent'],
            ['sibling', '兄弟姐妹', 'Brother or sister'],
            ['other', '其他亲属', 'Other relative'],
          ],
          { privacy: 'sensitive' },
        ),
      ],
    }),
    phone,
    ask('number', 'duplicates', both('营业执照副本要几份？', 'How many duplicates of the licence?'), {
      minimum: 1,
      maximum: 5,
      unit: both('份', 'copies'),
    }),
  ],
  ...licenceLimits('个体工商户设立登记办事指南', 2),
  fee: free,
  result: {
    name: both('个体工商户营业执照', 'Business licence of a sole trader'),
    note: both(
      '一张营业执照，正本挂在店里。长期有效，每年1月到6月要报年报。',
      'A business licence to hang in your shop. It does not expire; file the yearly report between January and June.',
    ),
    scope: '限营业执照载明的经营场所和经营范围',
    validity: { months: null, mark: 'sample' },
    certificate: {
      title: '营业执照',
      word: '个体执照',
      rows: [
        { label: '统一社会信用代码', value: '登记系统赋予（演示不赋码）' },
        { label: '名称', value: '{tradeName}' },
        { label: '类型', value: '个体工商户' },
        { label: '经营者', value: '{applicant.name}' },
        { label: '组成形式', value: '{organisation}' },
        { label: '经营场所', value: '{shop.place}{shop.detail}' },
        { label: '经营范围', value: '{scope}' },
        { label: '注册日期', value: '{issueDay}' },
        { label: '登记机关', value: '{organ}' },
      ],
      statement: '经审查，申请人符合个体工商户设立登记条件，准予登记，可以在登记的范围内从事经营。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON'],
    resultType: 'CERTIFICATE',
    themes: ['设立变更'],
    questions: [
      {
        question: both('住的房子能开店吗？', 'Can I open a shop where I live?'),
        answer: both(
          '能，但是不能吵到邻居，楼里其他住户要同意。',
          'Yes, if it does not disturb the neighbours and the other households of the building agree.',
        ),
      },
      {
        question: both('在街边摆摊要办吗？', 'Do I need it for a stall in the street?'),
        answer: both(
          '卖自己种的菜、做点零活，不用办。拿不准就来窗口问一句。',
          'Not for selling what you grow yourself or for odd jobs. If you are not sure, ask at the window.',
        ),
      },
    ],
  },
  steps: [
    both('您在网上或者任何一个乡镇、街道的窗口申请。', 'You apply online or at any township’s window.'),
    both('窗口核对身份，查店名有没有人用。', 'The window checks who you are and whether the name is free.'),
    both('区市场监督管理局审查，另一位工作人员决定。', 'The market bureau reviews it; another officer decides.'),
    both('领营业执照，也可以在手机上看。', 'You get the business licence, on paper and on your phone.'),
  ],
  bases: [registration, soleTraders, onTheSpot, ...licensingBases],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '营业执照',
    '办执照',
    '办营业执照',
    '个体户',
    '个体工商户',
    '个体执照',
    '注册个体户',
    '工商登记',
    '开店',
    '开个店',
    '开小店',
    '开小卖部',
    '开商店',
    '开超市',
    '做生意',
    '做小生意',
    '摆摊',
    '小摊',
    '摆小摊',
    '夫妻店',
    '开网店',
    '开淘宝店',
    '直播带货',
    '修车铺',
    '洗车店',
    '自己当老板',
    'business licence',
    'sole trader',
    'self-employed business',
    'open a shop',
    'small shop',
    'family business',
    'online shop',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人有经营能力，经营场所合法，提交的材料齐全、符合法定形式，登记事项符合规定',
  decisionAnswers: ['tradeName', 'organisation', 'shop', 'capital', 'scope'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

/** A limited company: the applicant is the company to be, for which whoever comes signs as its handler. */
const company: ItemContent = {
  name: both('企业设立登记（有限责任公司）', 'Registering a company (limited liability)'),
  brief: both(
    '几个人一起或者一个人开公司，先办这个，领营业执照。受理后3个工作日内给结果，不收钱。',
    'One or several people found a company: this gives it the business licence. You get the result within 3 working days of acceptance, free of charge.',
  ),
  bring: both(
    '经办人身份证、公司章程、股东和法定代表人身份证明、房子能用的证明',
    'Identity card of the handler, articles of association, identity papers of shareholders and representative, proof of premises',
  ),
  howLong: both('受理后3个工作日，不收钱', '3 working days after acceptance, free of charge'),
  conditions: [
    both('有股东，最多50个；', 'There are shareholders, 50 at most;'),
    both('股东都认了出资；', 'every shareholder has subscribed his share of the capital;'),
    both('股东一起定了公司章程；', 'the shareholders have agreed on articles of association;'),
    both('有公司名称、组织机构和住所。', 'the company has a name, its officers and a registered address.'),
  ],
  materials: [
    material(
      'handlerIdCard',
      both('经办人的身份证', 'Identity card of the handler'),
      both('谁来办就带谁的，看过就还。', 'Of whoever comes; we give it back.'),
      registration,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'articles',
      both('公司章程', 'Articles of association'),
      both(
        '全体股东签字或者盖章。窗口有样本，可以照着改。',
        'Signed or sealed by all shareholders. The window has a sample to adapt.',
      ),
      companyLaw,
      { originals: 1, copies: 0, sample: true },
    ),
    material(
      'shareholderPapers',
      both('股东的身份证明', 'Identity papers of the shareholders'),
      both(
        '个人交身份证复印件，企业交营业执照复印件。',
        'Copies of the identity cards of persons and of the business licences of firms.',
      ),
      registration,
      { source: 'government' },
    ),
    material(
      'appointment',
      both('任职文件', 'Appointment of the officers'),
      both(
        '股东会决定谁当法定代表人、董事、监事和经理的文件。',
        'The shareholders’ resolution on the representative, directors, supervisor and manager.',
      ),
      companyLaw,
      { originals: 1, copies: 0, sample: true },
    ),
    premisesProof,
  ],
  form: [
    choose(
      'companyType',
      both('办哪种公司？', 'What kind of company?'),
      [
        ['several', '有限责任公司（自然人投资或控股）', 'Limited company, two or more shareholders'],
        ['single', '有限责任公司（自然人独资）', 'Limited company, one person as the only shareholder'],
      ],
      {
        page: both('名称和住所', 'Name and address'),
        hint: both(
          '两个以上股东选前一种，一个人开的选后一种。',
          'Two or more shareholders: the first; one person alone: the second.',
        ),
      },
    ),
    ask('firm', 'company', both('要设立的公司', 'The company to be'), {
      hint: both(
        '名称一般是：地名+字号+行业+有限公司。',
        'A name is usually made of place, own name, trade and “Limited”.',
      ),
      party: 'applicant',
      signer: 'handler',
      asks: ['representative', 'representativeNumber', 'phone'],
    }),
    ask('text', 'secondName', both('备选名称', 'Second choice of name'), { required: false, maxLength: 100 }),
    ask('address', 'seat', both('住所', 'Registered address'), {
      hint: both('政府的信会寄到这里。', 'Official letters go here.'),
      privacy: 'sensitive',
    }),
    premisesRight,
    ask('yesNo', 'hasBranchSite', both('住所以外还有别的经营地方吗？', 'Is there a place of business elsewhere?')),
    ask('address', 'branchSite', both('另一处经营场所', 'The other place of business'), {
      privacy: 'sensitive',
      when: [{ field: 'hasBranchSite', is: ['yes'] }],
    }),
    { ...scope, page: both('经营和出资', 'Business and capital') },
    choose('term', both('公司开多久？', 'How long shall the company exist?'), [
      ['unlimited', '长期', 'Without end'],
      ['limited', '有期限', 'For some years'],
    ]),
    ask('number', 'termYears', both('多少年？', 'How many years?'), {
      minimum: 1,
      maximum: 100,
      unit: both('年', 'years'),
      when: [{ field: 'term', is: ['limited'] }],
    }),
    ask('rows', 'shareholders', both('股东和出资', 'Shareholders and capital'), {
      party: 'member',
      rowName: both('股东', 'Shareholder'),
      minRows: 1,
      maxRows: 50,
      fields: [
        choose('kind', both('股东是', 'The shareholder is'), [
          ['person', '个人', 'A person'],
          ['firm', '企业', 'A firm'],
        ]),
        ask('text', 'name', both('姓名（名称）', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), {
          privacy: 'identifier',
          when: [{ field: 'kind', is: ['person'] }],
        }),
        ask('uscc', 'uscc', both('统一社会信用代码', 'Unified social credit code'), {
          when: [{ field: 'kind', is: ['firm'] }],
        }),
        ask('money', 'capital', both('认缴出资', 'Capital subscribed'), { minimum: 1, unit: yuan }),
        choose('way', both('拿什么出资？', 'Paid in what form'), [
          ['money', '钱', 'Money'],
          ['goods', '实物', 'Goods'],
          ['rights', '知识产权', 'Intellectual property'],
          ['land', '土地使用权', 'Land-use right'],
        ]),
        ask('date', 'paidBy', both('什么时候交足？', 'Paid in full by'), {
          hint: both('自公司成立起5年以内。', 'Within 5 years of the founding.'),
          earliest: 'today',
        }),
      ],
      notes: [
        {
          when: [
            { field: 'companyType', is: ['several'] },
            { field: 'shareholders', below: 2 },
          ],
          text: both(
            '您选的是两个以上股东的公司，请再加一个股东。',
            'You chose a company of two or more shareholders; please add one.',
          ),
          stops: true,
        },
        {
          when: [
            { field: 'companyType', is: ['single'] },
            { field: 'shareholders', atLeast: 2 },
          ],
          text: both(
            '您选的是一个股东的公司，这里只能填一个。',
            'You chose a company of one shareholder; only one may stand here.',
          ),
          stops: true,
        },
      ],
    }),
    ask('computed', 'capital', both('注册资本（出资合计）', 'Registered capital (sum of the shares)'), {
      required: false,
      compute: { kind: 'sum', of: 'shareholders.capital' },
      unit: yuan,
      notes: [
        {
          when: [{ field: 'capital', atLeast: 10_000_000 }],
          text: both(
            '注册资本不是越大越好：认了多少，就要在5年内交多少。',
            'More is not better: what you subscribe must be paid within 5 years.',
          ),
        },
      ],
    }),
    ask('rows', 'officers', both('董事、监事、经理', 'Directors, supervisors, manager'), {
      page: both('任职的人', 'The officers'),
      hint: both('小公司可以只有一位董事，不设监事。', 'A small company may have one director and no supervisor.'),
      rowName: both('任职的人', 'Officer'),
      minRows: 1,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), { privacy: 'identifier' }),
        choose('post', both('职务', 'Post'), [
          ['chair', '董事长', 'Chair of the board'],
          ['director', '董事', 'Director'],
          ['supervisor', '监事', 'Supervisor'],
          ['manager', '经理', 'Manager'],
        ]),
        ask('yesNo', 'represents', both('是法定代表人吗？', 'Is this the legal representative?'), {
          when: [{ field: 'post', is: ['chair', 'director', 'manager'] }],
        }),
      ],
    }),
    ask('person', 'accountant', both('财务负责人', 'Head of finance'), {
      asks: ['number', 'phone'],
      privacy: 'identifier',
    }),
    ask('number', 'staff', both('准备请几个人？', 'How many people will you employ?'), {
      minimum: 0,
      maximum: 100_000,
      unit: both('人', 'people'),
    }),
    ask('number', 'duplicates', both('营业执照副本要几份？', 'How many duplicates of the licence?'), {
      minimum: 1,
      maximum: 10,
      unit: both('份', 'copies'),
    }),
  ],
  ...licenceLimits('企业设立登记办事指南', 3),
  fee: free,
  result: {
    name: both('营业执照', 'Business licence'),
    note: both(
      '一张营业执照。拿到以后去刻章、开银行账户、到税务局报到，30日内办完社保登记。',
      'A business licence. With it you have the seals made, open a bank account, register for tax, and register for social security within 30 days.',
    ),
    scope: '限营业执照载明的经营范围',
    validity: { months: null, mark: 'sample' },
    certificate: {
      title: '营业执照',
      word: '公司执照',
      rows: [
        { label: '统一社会信用代码', value: '登记系统赋予（演示不赋码）' },
        { label: '名称', value: '{company.name}' },
        { label: '类型', value: '{companyType}' },
        { label: '法定代表人', value: '{company.representative}' },
        { label: '注册资本', value: '{capital}' },
        { label: '住所', value: '{seat.place}{seat.detail}' },
        { label: '经营范围', value: '{scope}' },
        { label: '成立日期', value: '{issueDay}' },
        { label: '登记机关', value: '{organ}' },
      ],
      statement: '经审查，该公司符合设立登记条件，准予登记，自成立日期起具有法人资格。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'ENTERPRISE'],
    resultType: 'CERTIFICATE',
    themes: ['设立变更'],
    questions: [
      {
        question: both('要先验资吗？', 'Must the capital be audited first?'),
        answer: both(
          '不用。股东自己认多少写多少，按章程写的日子交足。',
          'No. The shareholders say how much they subscribe and pay it by the day in the articles.',
        ),
      },
      {
        question: both(
          '我是法定代表人，人在外地，能让别人去办吗？',
          'I am the representative but away. May someone else go?',
        ),
        answer: both(
          '能。让经办人带上您签字的委托书和他的身份证。',
          'Yes. The handler brings your signed mandate and his identity card.',
        ),
      },
    ],
  },
  steps: [
    both('经办人在网上或者窗口申请。', 'The handler applies online or at a window.'),
    both(
      '5个工作日内告诉您受理了，或者一次说清要补什么。',
      'Within 5 working days you hear that it is accepted, or everything that must still be added.',
    ),
    both('区市场监督管理局查名称、审查材料。', 'The market bureau checks the name and reviews the papers.'),
    both('另一位工作人员决定，发营业执照。', 'Another officer decides, and the licence is issued.'),
  ],
  bases: [registration, companyLaw, founding, onTheSpot, ...licensingBases],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '开公司',
    '办公司',
    '注册公司',
    '成立公司',
    '新开公司',
    '公司注册',
    '公司登记',
    '企业登记',
    '企业设立',
    '办企业',
    '开办企业',
    '营业执照',
    '公司执照',
    '工商注册',
    '有限公司',
    '合伙开公司',
    '股东',
    '法人',
    '创业',
    'register a company',
    'start a company',
    'found a company',
    'limited company',
    'incorporation',
    'business licence',
    'start-up',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人提交的材料齐全、符合法定形式，公司名称、住所、注册资本、股东出资和组织机构符合规定',
  decisionAnswers: ['companyType', 'seat', 'capital', 'scope'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

/** The largest number of members that the form takes at once. */
const mostMembers = 50;

/** Four fifths of the members are farmers: for each number of farmers needed, the numbers of members that need so many. */
const tooFewFarmers = Array.from({ length: mostMembers * 0.8 - 3 }, (_, at) => {
  const needed = at + 4;
  const most = (farmers: number) => Math.floor((farmers * 5) / 4);
  return {
    when: [
      { field: 'memberCount', atLeast: most(needed - 1) + 1, below: most(needed) + 1 },
      { field: 'farmers', below: needed },
    ],
    text: both(
      `农民至少要占成员的80%，现在最少要${needed}个。`,
      `At least 80% of the members must be farmers: ${needed} at the least.`,
    ),
  };
});

/** A farmers' cooperative: five members or more, most of them farmers; its legal representative signs. */
const cooperative: ItemContent = {
  name: both('农民专业合作社设立登记', 'Registering a farmers’ cooperative'),
  brief: both(
    '5户以上一起种、一起养、一起卖，可以办合作社，领营业执照。受理后5个工作日内给结果，不收钱。',
    'Five or more who grow, raise and sell together can found a cooperative with a business licence. You get the result within 5 working days of acceptance, free of charge.',
  ),
  bring: both(
    '法定代表人身份证、设立大会纪要、章程、成员身份证明、房子能用的证明',
    'Identity card of the representative, minutes of the founding meeting, articles, identity papers of the members, proof of premises',
  ),
  howLong: both('受理后5个工作日，不收钱', '5 working days after acceptance, free of charge'),
  conditions: [
    both('成员有5个以上，农民占80%以上；', 'There are 5 members or more, and at least 80% of them are farmers;'),
    both('开过设立大会，定了章程，选了理事长；', 'a founding meeting agreed on the articles and elected the chair;'),
    both(
      '有名称、住所，成员都出了资。',
      'it has a name and an address, and the members have made their contributions.',
    ),
  ],
  materials: [
    material(
      'representativeIdCard',
      both('法定代表人（理事长）的身份证', 'Identity card of the legal representative (chair)'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      registration,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'foundingMinutes',
      both('设立大会纪要', 'Minutes of the founding meeting'),
      both('全体设立人签名或者按手印。', 'Signed or finger-printed by all founders.'),
      cooperativeLaw,
      { originals: 1, copies: 0, sample: true },
    ),
    material(
      'articles',
      both('章程', 'Articles'),
      both('全体设立人签名。窗口有样本，可以照着改。', 'Signed by all founders. The window has a sample to adapt.'),
      cooperativeLaw,
      { originals: 1, copies: 0, sample: true },
    ),
    material(
      'memberPapers',
      both('成员的身份证明', 'Identity papers of the members'),
      both(
        '农民交户口簿或者身份证复印件，单位交营业执照或者登记证书复印件。',
        'Farmers: copy of the household register or identity card; bodies: copy of their licence or registration.',
      ),
      cooperativeLaw,
      { source: 'government' },
    ),
    premisesProof,
  ],
  form: [
    ask('firm', 'cooperative', both('要设立的合作社', 'The cooperative to be'), {
      page: both('合作社', 'The cooperative'),
      hint: both('名称里要有“专业合作社”。', 'The name must contain the words for “specialised cooperative”.'),
      party: 'applicant',
      signer: 'legalRepresentative',
      asks: ['representative', 'phone'],
    }),
    ask('address', 'seat', both('住所', 'Registered address'), { privacy: 'sensitive' }),
    premisesRight,
    choose('trade', both('主要做什么？', 'What does it mainly do?'), [
      ['crops', '种植', 'Growing crops'],
      ['livestock', '养殖', 'Raising animals'],
      ['machinery', '农机服务', 'Farm machinery services'],
      ['processing', '农产品加工', 'Processing farm produce'],
      ['selling', '农产品销售', 'Selling farm produce'],
      ['tourism', '休闲农业、乡村旅游', 'Rural tourism'],
      ['handicraft', '民间工艺', 'Folk crafts'],
    ]),
    {
      ...scope,
      label: both('业务范围', 'Scope of business'),
      hint: both('如：柑橘种植、销售，农资采购。', 'Such as: growing and selling oranges, buying farm supplies.'),
    },
    ask('date', 'meetingDay', both('设立大会是哪天开的？', 'When was the founding meeting?'), { latest: 'today' }),
    ask('rows', 'members', both('成员名册', 'Members'), {
      party: 'member',
      page: both('成员和出资', 'Members and contributions'),
      hint: both('最少5个，一行一个，理事长也要写。', 'At least 5, one a row; the chair too.'),
      rowName: both('成员', 'Member'),
      minRows: 5,
      maxRows: mostMembers,
      fields: [
        choose('kind', both('成员是', 'The member is'), [
          ['farmer', '农民', 'A farmer'],
          ['person', '不是农民的个人', 'A person who is no farmer'],
          ['body', '企业、事业单位、社会组织', 'A firm, institution or association'],
        ]),
        ask('text', 'name', both('姓名（名称）', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        ask('residentNumber', 'number', both('身份证号', 'Identity number'), {
          privacy: 'identifier',
          when: [{ field: 'kind', is: ['farmer', 'person'] }],
        }),
        ask('uscc', 'uscc', both('统一社会信用代码', 'Unified social credit code'), {
          when: [{ field: 'kind', is: ['body'] }],
        }),
        ask('place', 'place', both('哪个村（社区）的？', 'Village or community'), {
          privacy: 'sensitive',
          when: [{ field: 'kind', is: ['farmer'] }],
        }),
        ask('money', 'contribution', both('出资额', 'Contribution'), { minimum: 0, unit: yuan }),
        choose('way', both('拿什么出资？', 'Paid in what form'), [
          ['money', '钱', 'Money'],
          ['goods', '农机、牲畜等实物', 'Machinery, animals, other goods'],
          ['land', '土地经营权', 'Right to farm land'],
          ['forest', '林权', 'Forest right'],
        ]),
      ],
    }),
    ask('computed', 'memberCount', both('成员总数', 'Members in all'), {
      required: false,
      compute: { kind: 'count', of: 'members' },
      unit: both('个', 'members'),
    }),
    ask('number', 'farmers', both('其中农民几个？', 'How many of them are farmers?'), {
      minimum: 0,
      maximum: mostMembers,
      unit: both('个', 'members'),
      notes: tooFewFarmers,
    }),
    ask('computed', 'capital', both('出资总额', 'Contributions in all'), {
      required: false,
      compute: { kind: 'sum', of: 'members.contribution' },
      unit: yuan,
    }),
    ask('rows', 'council', both('理事、监事', 'Council and supervisors'), {
      page: both('任职的人', 'The officers'),
      rowName: both('任职的人', 'Officer'),
      minRows: 1,
      maxRows: 20,
      fields: [
        ask('text', 'name', both('姓名', 'Name'), { maxLength: 4000, privacy: 'identifier' }),
        choose('post', both('职务', 'Post'), [
          ['chair', '理事长', 'Chair'],
          ['council', '理事', 'Member of the council'],
          ['supervisor', '监事', 'Supervisor'],
        ]),
      ],
    }),
  ],
  ...licenceLimits('农民专业合作社设立登记办事指南', 5),
  fee: free,
  result: {
    name: both('农民专业合作社营业执照', 'Business licence of a farmers’ cooperative'),
    note: both('一张营业执照，长期有效。', 'A business licence; it does not expire.'),
    scope: '限营业执照载明的业务范围',
    validity: { months: null, mark: 'sample' },
    certificate: {
      title: '营业执照',
      word: '合作社执照',
      rows: [
        { label: '统一社会信用代码', value: '登记系统赋予（演示不赋码）' },
        { label: '名称', value: '{cooperative.name}' },
        { label: '类型', value: '农民专业合作社' },
        { label: '法定代表人', value: '{cooperative.representative}' },
        { label: '成员出资总额', value: '{capital}' },
        { label: '成员总数', value: '{memberCount}' },
        { label: '住所', value: '{seat.place}{seat.detail}' },
        { label: '业务范围', value: '{scope}' },
        { label: '成立日期', value: '{issueDay}' },
        { label: '登记机关', value: '{organ}' },
      ],
      statement: '经审查，该合作社符合设立登记条件，准予登记，自成立日期起取得法人资格。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'OTHER'],
    resultType: 'CERTIFICATE',
    visitReason: both(
      '第一次办要核对法定代表人本人和材料原件。',
      'The first time, the representative and the original papers are seen.',
    ),
    themes: ['设立变更', '农林牧渔'],
    questions: [
      {
        question: both('成员里能有公司吗？', 'May a firm be a member?'),
        answer: both(
          '能。成员20个以下的最多一家，20个以上的不超过总数的5%。',
          'Yes: one where there are up to 20 members, no more than 5% where there are more.',
        ),
      },
      {
        question: both('出资有最低数吗？', 'Is there a least contribution?'),
        answer: both('没有，成员商量好写进章程就行。', 'No. The members agree on it in the articles.'),
      },
    ],
  },
  steps: [
    both(
      '理事长带材料到任何一个乡镇、街道的窗口，或者在网上申请。',
      'The chair applies at any township’s window, or online.',
    ),
    both('窗口核对成员名册和章程。', 'The window checks the list of members and the articles.'),
    both('区市场监督管理局审查，另一位工作人员决定。', 'The market bureau reviews it; another officer decides.'),
    both('发营业执照。', 'The licence is issued.'),
  ],
  bases: [registration, cooperativeLaw, founding, onTheSpot, ...licensingBases],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '合作社',
    '专业合作社',
    '农民合作社',
    '农业合作社',
    '办合作社',
    '成立合作社',
    '注册合作社',
    '合伙种地',
    '一起种地',
    '一起养猪',
    '种植合作社',
    '养殖合作社',
    '农机合作社',
    '农产品一起卖',
    '联合种养',
    '种田大户',
    '合作社执照',
    'cooperative',
    'co-op',
    'farmers cooperative',
    'farming together',
    'agricultural cooperative',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人提交的材料齐全、符合法定形式，成员人数、农民所占比例、章程和出资符合规定',
  decisionAnswers: ['trade', 'seat', 'scope', 'memberCount', 'farmers', 'capital'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

/** Two officers see the kitchen while the papers are reviewed. */
const foodBusiness: ItemContent = {
  name: both('食品经营许可（新办）', 'Food licence (new)'),
  handling: both('新办', 'First issue'),
  brief: both(
    '开饭店、小吃店、奶茶店、食堂，卖散装熟食，开门前要办。先领营业执照，再办这个。',
    'Restaurants, snack bars, tea shops, canteens and sellers of loose cooked food need it before they open. Get the business licence first.',
  ),
  bring: both(
    '身份证、平面图、设备清单、食品安全制度',
    'Identity card, floor plan, list of equipment, food safety rules',
  ),
  howLong: both(
    '受理后10个工作日，不收钱；中间要到店里看一次',
    '10 working days after acceptance, free of charge; we come and see the premises once',
  ),
  conditions: [
    both('已经领了营业执照；', 'You have a business licence;'),
    both(
      '厨房、仓库够用，离厕所、垃圾站这些脏地方有距离；',
      'kitchen and store are large enough and away from toilets and refuse;',
    ),
    both('有冷藏、消毒、防蝇防鼠的设备；', 'there is cooling, disinfection and protection from flies and rats;'),
    both('有食品安全管理人员和制度。', 'there is somebody in charge of food safety, and rules for it.'),
  ],
  materials: [
    material(
      'idCard',
      both('法定代表人或者负责人的身份证', 'Identity card of the legal representative or person in charge'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      foodLaw,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'plan',
      both('厨房和店面的平面图', 'Floor plan of kitchen and shop'),
      both(
        '自己画也行，标出洗、切、炒、摆的地方。',
        'You may draw it yourself; mark where food is washed, cut, cooked and laid out.',
      ),
      foodLaw,
    ),
    material(
      'equipment',
      both('主要设备设施清单', 'List of the main equipment'),
      both('冰箱、消毒柜、排烟机这些，写名称和数量。', 'Refrigerators, disinfection cabinets, hoods: name and number.'),
      foodLaw,
    ),
    material(
      'safetyRules',
      both('食品安全管理制度', 'Food safety rules of your business'),
      both('窗口有样本，可以照着填。', 'The window has a sample to fill in.'),
      foodLaw,
      { sample: true },
    ),
    material(
      'healthCertificates',
      both('从业人员健康证明', 'Health certificates of the staff'),
      both('接触直接入口食品的人都要有，一年以内的。', 'Of everybody who touches ready food, not older than one year.'),
      foodLaw,
      { source: 'other' },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), foodLaw),
  ],
  form: [
    firm,
    line('tradeName', '店叫什么？', 'What is the business called?', { maxLength: 60 }),
    pick('trade', '做什么？', 'What kind of business?', [
      ['restaurant', '热食、炒菜', 'Hot meals'],
      ['snack', '小吃、面馆', 'Snacks, noodles'],
      ['drinks', '奶茶、饮品', 'Drinks'],
      ['canteen', '单位食堂', 'Canteen'],
      ['loose', '卖散装熟食', 'Loose cooked food'],
    ]),
    spot('premises', '店在哪里？', 'Where is it?'),
    count('area', '一共多大？', 'How large is it?', squareMetresPair),
    count('kitchenArea', '厨房多大？', 'How large is the kitchen?', squareMetresPair),
    whether('coldRoom', '卖凉菜、生食、裱花蛋糕吗？', 'Cold dishes, raw food or decorated cakes?', {
      ...hints(
        'coldRoom',
        ['yes'],
        '要有专间，看现场时会看。',
        'This needs a separate room; we look at it during the visit.',
      ),
    }),
    line('safetyOfficer', '谁管食品安全？', 'Who is in charge of food safety?', {
      maxLength: 60,
      privacy: 'identifier',
    }),
    phone,
  ],
  ...licenceLimits('食品经营许可办事指南', 10),
  fee: free,
  result: {
    name: both('食品经营许可证', 'Food licence'),
    note: both(
      '一张食品经营许可证，有效5年（样例），挂在店里看得见的地方。',
      'A food licence, valid for 5 years, to hang where guests see it.',
    ),
    scope: '限许可证载明的经营场所和经营项目',
    validity: { months: 60, mark: 'sample' },
    certificate: {
      title: '食品经营许可证',
      word: '食经',
      rows: [
        { label: '经营者名称', value: '{firm.name}' },
        { label: '统一社会信用代码', value: '{firm.uscc}' },
        { label: '法定代表人', value: '{firm.representative}' },
        { label: '店名', value: '{tradeName}' },
        { label: '经营场所', value: '{premises.place}{premises.detail}' },
        { label: '主体业态和经营项目', value: '{trade}' },
        { label: '发证机关', value: '{organ}' },
        { label: '发证日期', value: '{issueDay}' },
        { label: '有效期至', value: '{untilDay}' },
      ],
      statement: '经审查和现场核查，符合食品经营许可条件，准予许可。',
    },
  },
  elements: {
    ...commonElements,
    itemType: 'LICENSE',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'UNINCORPORATED'],
    resultType: 'CERTIFICATE',
    onlineDepth: 'ACCEPTANCE',
    visitReason: both('到店里现场核查的时候，要有人在。', 'Somebody must be there when the premises are seen.'),
    specialProcedures: [
      {
        name: both('现场核查', 'Visit to the premises'),
        limit: both('5个工作日', '5 working days'),
        counted: true,
        basis: foodLaw,
      },
    ],
    themes: ['食品药品', '准营准办'],
    questions: [
      {
        question: both('只卖包装好的零食、饮料，要办吗？', 'I only sell packed snacks and drinks. Do I need it?'),
        answer: both('不用办许可，到窗口做个备案就行。', 'No licence is needed; a filing at the window is enough.'),
      },
      {
        question: both('没办下来能先试营业吗？', 'May I open on trial before I have it?'),
        answer: both('不能，拿到证再开门。', 'No. Open when you have the licence.'),
      },
    ],
  },
  steps: [
    both('您在网上或者到区政务服务中心窗口申请。', 'You apply online or at the window of the district service centre.'),
    both('两名工作人员约好时间，到店里看一次。', 'Two officers make an appointment and see the premises once.'),
    both(
      '有要改的地方，一次说清，改好再看。',
      'If something must be changed you hear all of it at once; then we look again.',
    ),
    both('另一位负责人决定，发证。', 'Another officer decides, and the licence is issued.'),
  ],
  bases: [foodLaw, sample('食品经营许可和备案管理办法'), checked('行政许可法', '第三十四条第三款'), ...licensingBases],
  remedies,
  visits: 1,
  deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  lifeEvent: 'business',
  aliases: [
    '食品经营许可',
    '食品经营许可证',
    '食品证',
    '食品许可',
    '餐饮许可证',
    '餐饮证',
    '开饭店',
    '开饭馆',
    '开餐馆',
    '开餐厅',
    '开早餐店',
    '开面馆',
    '开米粉店',
    '开小吃店',
    '开火锅店',
    '开奶茶店',
    '开蛋糕店',
    '烧烤店',
    '卤菜店',
    '卖熟食',
    '卖吃的',
    '做餐饮',
    '食堂',
    '外卖店',
    '小餐饮',
    'restaurant',
    'open a restaurant',
    'food licence',
    'food permit',
    'snack bar',
    'canteen',
    'bakery',
    'takeaway',
  ],
  online: true,
  correctionDays: null,
  grantReason: '申请人提交的材料齐全、符合法定形式，经营场所经现场核查符合食品安全要求',
  offeredAt: ['DISTRICT'],
};

export const marketSupervisionItems: readonly DemoItem[] = [
  {
    key: 'soleTrader',
    code: '11431302DEM000217G443013100100001',
    organ: 'marketSupervision',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: soleTrader,
  },
  {
    key: 'company',
    code: '11431302DEM000217G443013100200001',
    organ: 'marketSupervision',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: company,
  },
  {
    key: 'cooperative',
    code: '11431302DEM000217G443013100300001',
    organ: 'marketSupervision',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: cooperative,
  },
  {
    key: 'foodBusiness',
    code: '11431302DEM000217G443013100400101',
    organ: 'marketSupervision',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: foodBusiness,
    process: staged([
      {
        name: ['现场核查', 'On the spot'],
        tasks: [
          ['SITE_VISIT', '场所、布局和设备', 'Premises, layout and equipment', 5],
          ['REVIEW', '材料审查', 'Review of the papers', 3],
        ],
      },
    ]),
  },
];
