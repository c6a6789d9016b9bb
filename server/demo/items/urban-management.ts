import type { ItemContent } from '../../modules/catalogue/index.ts';
import {
  ask,
  both,
  choose,
  commonElements,
  type DemoItem,
  guideLimits,
  lookedUp,
  material,
  phone,
  remedies,
  sample,
} from './pieces.ts';

const cityRegulation = sample('城市市容和环境卫生管理条例');
const signRules = sample('本区户外招牌设置规范');

const metres = both('米', 'm');

/** Sign by sign with its measures; where it hangs decides what else is asked. */
const shopSign: ItemContent = {
  name: both('户外招牌设置备案', 'Filing of outdoor shop signs'),
  brief: both(
    '店门口要挂招牌、装灯箱，先在这里备案。受理后3个工作日内给结果，不收钱。贴在玻璃里面的不用办。',
    'File a sign or light box before you hang it outside your shop. You get the result within 3 working days of acceptance, free of charge. What is stuck inside the window needs no filing.',
  ),
  bring: both('身份证、店面照片、招牌效果图', 'Identity card, photo of the shop front, picture of the sign'),
  howLong: both('受理后3个工作日，不收钱', '3 working days after acceptance, free of charge'),
  conditions: [
    both('招牌挂在自己店的门面上；', 'The sign hangs on the front of your own shop;'),
    both(
      '一店一招，不挡窗户、消防通道和红绿灯；',
      'one shop, one sign; it covers no window, fire lane or traffic light;',
    ),
    both('写的字规范，装得牢。', 'it is spelt correctly and fixed securely.'),
  ],
  materials: [
    material(
      'idCard',
      both('经营者或者经办人的身份证', 'Identity card of the operator or handler'),
      both('要原件，看过就还给您。', 'The original; we give it back.'),
      signRules,
      { originals: 1, copies: 0, source: 'government' },
    ),
    material(
      'frontPhoto',
      both('店面现状照片', 'Photo of the shop front'),
      both('站在街对面拍，左右邻居的招牌也要拍进去。', 'From across the street, with the neighbours’ signs in it.'),
      signRules,
      { standard: both('一个月以内拍的，看得清门牌。', 'Not older than one month, the house number can be read.') },
    ),
    material(
      'picture',
      both('招牌效果图', 'Picture of the sign'),
      both('广告店会画，标上长、宽、厚。', 'The sign maker draws it; with width, height and depth.'),
      signRules,
    ),
    material(
      'structure',
      both('结构安全说明', 'Statement on the structure'),
      both('挂在二楼以上，或者单块超过10平方米的才要交。', 'Only above the ground floor or for one sign over 10 m².'),
      signRules,
      { necessity: 'optional', originals: 1, copies: 0, source: 'other' },
    ),
    lookedUp('businessLicence', both('营业执照', 'Business licence'), cityRegulation),
  ],
  form: [
    ask('text', 'shopName', both('店名', 'Name of the shop'), {
      hint: both('和营业执照上的一样。', 'As on the business licence.'),
      maxLength: 100,
    }),
    ask('uscc', 'uscc', both('统一社会信用代码', 'Unified social credit code'), { privacy: 'identifier' }),
    ask('address', 'front', both('店在哪里？', 'Where is the shop?'), { privacy: 'sensitive' }),
    ask('number', 'frontWidth', both('门面多宽？', 'How wide is the shop front?'), {
      minimum: 0.5,
      maximum: 200,
      unit: metres,
    }),
    ask('rows', 'signs', both('要挂的招牌', 'Signs'), {
      rowName: both('招牌', 'Sign'),
      minRows: 1,
      maxRows: 6,
      fields: [
        ask('text', 'wording', both('招牌上写什么？', 'What does it say?'), { maxLength: 100 }),
        choose('kind', both('哪一种？', 'Kind'), [
          ['fascia', '门楣招牌', 'Sign over the door'],
          ['lightBox', '灯箱', 'Light box'],
          ['projecting', '侧招（竖在墙边的）', 'Sign standing out from the wall'],
          ['letters', '立体字', 'Single letters'],
          ['screen', '电子屏', 'Electronic screen'],
        ]),
        ask('number', 'width', both('长', 'Width'), { minimum: 0.1, maximum: 100, unit: metres }),
        ask('number', 'height', both('高', 'Height'), { minimum: 0.1, maximum: 30, unit: metres }),
        ask('number', 'area', both('面积', 'Area'), {
          hint: both('长乘高。', 'Width times height.'),
          minimum: 0.01,
          maximum: 3000,
          unit: both('平方米', 'm²'),
        }),
        ask('number', 'brightUntil', both('晚上亮到几点？', 'Lit until what hour?'), {
          minimum: 17,
          maximum: 24,
          unit: both('点', 'o’clock'),
          when: [{ field: 'kind', is: ['lightBox', 'letters', 'screen'] }],
        }),
      ],
      notes: [
        {
          when: [{ field: 'signs', atLeast: 2 }],
          text: both(
            '一家店一般只挂一块。在街角、有两个门的，可以挂两块。',
            'A shop usually has one sign; one on a corner or with two doors may have two.',
          ),
        },
      ],
    }),
    ask('computed', 'totalArea', both('总面积', 'Area in all'), {
      required: false,
      compute: { kind: 'sum', of: 'signs.area' },
      unit: both('平方米', 'm²'),
      notes: [
        {
          when: [{ field: 'totalArea', atLeast: 10 }],
          text: both('10平方米以上，要交结构安全说明。', 'From 10 m² on, a statement on the structure is needed.'),
        },
      ],
    }),
    choose(
      'floor',
      both('挂在几楼？', 'On which floor?'),
      [
        ['ground', '一楼门面上', 'Ground floor'],
        ['second', '二楼外墙', 'First floor'],
        ['higher', '三楼以上或者楼顶', 'Higher, or on the roof'],
      ],
      {
        notes: [
          {
            when: [{ field: 'floor', is: ['higher'] }],
            text: both(
              '三楼以上和楼顶不能挂店招。要做大型户外广告，请来窗口问。',
              'No shop sign may hang that high. For large outdoor advertising please ask at the window.',
            ),
          },
        ],
      },
    ),
    ask('yesNo', 'ownerAgrees', both('房主和楼上住户同意吗？', 'Do the owner and those living above agree?'), {
      when: [{ field: 'floor', is: ['second', 'higher'] }],
    }),
    ask('text', 'maker', both('谁来做、谁来装？', 'Who makes and fixes it?'), {
      hint: both('广告店由您自己选。', 'You choose the sign maker yourself.'),
      maxLength: 100,
    }),
    ask('date', 'hangDay', both('打算哪天装？', 'When will it be fixed?'), { earliest: 'today' }),
    ask('yesNo', 'removes', both('不开店了，您负责拆掉吗？', 'Will you take it down when you close the shop?')),
    phone,
  ],
  ...guideLimits('户外招牌设置备案办事指南', 3),
  fee: { fen: 0, note: both('不收钱。', 'Free of charge.'), mark: 'sample' },
  result: {
    name: both('户外招牌设置备案通知书', 'Notice of the filing of outdoor signs'),
    note: both(
      '一张备案通知书。照备案的尺寸装，样子不变就一直有效。',
      'A notice. It holds as long as the sign is as it was filed.',
    ),
    scope: '限备案的店面和招牌',
  },
  elements: {
    ...commonElements,
    itemType: 'OTHER_POWER',
    serviceObjects: ['PERSON', 'ENTERPRISE', 'UNINCORPORATED'],
    resultType: 'DECISION',
    themes: ['城市综合执法'],
    questions: [
      {
        question: both('只换灯、不换字，要再备案吗？', 'I only replace the lamps. Must I file again?'),
        answer: both('不用。字、尺寸、位置变了才要。', 'No, only if wording, size or place change.'),
      },
      {
        question: both('招牌颜色有规定吗？', 'Is a colour prescribed?'),
        answer: both('没有统一颜色，看着协调、不刺眼就行。', 'No. It must not dazzle and should suit the street.'),
      },
    ],
  },
  steps: [
    both(
      '您在网上或者窗口填招牌的尺寸，交效果图。',
      'You state the measures online or at a window and hand in the picture.',
    ),
    both('城市管理局对照规范审查。', 'The urban management bureau compares it with the rules.'),
    both('要改的，一次说清怎么改。', 'If something must be changed, you hear all of it at once.'),
    both('另一位工作人员备案，发通知书。', 'Another officer files it and issues the notice.'),
  ],
  bases: [cityRegulation, signRules],
  remedies,
  visits: 0,
  deliveryWishes: ['WINDOW', 'ELECTRONIC'],
  lifeEvent: 'business',
  aliases: [
    '招牌',
    '店招',
    '挂招牌',
    '换招牌',
    '门头',
    '做门头',
    '装门头',
    '店铺招牌',
    '门店招牌',
    '广告牌',
    '户外广告',
    '灯箱',
    '霓虹灯',
    '电子屏',
    '牌匾',
    '城管招牌',
    'shop sign',
    'signboard',
    'shop front',
    'outdoor sign',
    'light box',
    'billboard',
  ],
  online: true,
  correctionDays: null,
  grantReason: '所设招牌的位置、尺寸和形式符合设置规范',
  decisionAnswers: ['shopName', 'front', 'signs', 'totalArea', 'floor', 'maker'],
  offeredAt: ['TOWNSHIP', 'DISTRICT'],
};

export const urbanManagementItems: readonly DemoItem[] = [
  {
    key: 'shopSign',
    code: '11431302DEM000268Q443107200100001',
    organ: 'urbanManagement',
    profile: 'FILING',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: shopSign,
  },
];
