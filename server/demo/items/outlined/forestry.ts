import { benefit, licence } from '../builders.ts';
import { card, later, paper, where } from '../papers.ts';
import { both, type DemoItem, phone, sample } from '../pieces.ts';
import { account, comingDay, count, line, pastDay, people, pick, situation, spot } from '../questions.ts';

/** Matters of forests beside the one that is written out whole. */
export const moreForestry: readonly DemoItem[] = [
  licence({
    key: 'fieldFire',
    organ: 'forestry',
    number: '010000',
    name: ['森林防火期野外用火审批', 'Fire outdoors in the season of forest fires'],
    brief: [
      '防火期在林边烧田坎、炼山，先批后烧，有人到场看着。受理后2个工作日内给结果。',
      'In the dangerous season, burning near woods is approved first and watched. You get the result within 2 working days of acceptance.',
    ],
    who: [
      ['有防火隔离带、有人看火；', 'There is a firebreak, and people watch;'],
      ['风力不大，村里同意。', 'the wind is weak, and the village agrees.'],
    ],
    rule: sample('森林防火条例'),
    materials: [
      card,
      paper('plan', '用火安全措施', 'Safety measures', '写清哪天、几个人、怎么防。', 'Day, people, precautions.', {
        sample: true,
      }),
    ],
    form: [
      spot('site', '在哪里烧？', 'Where?'),
      comingDay('fireDay', '哪天？', 'On what day?'),
      count('watchers', '几个人看火？', 'How many watch?', people, { maximum: 200 }),
      pick('why', '烧什么？', 'What for?', [
        ['field', '田坎、杂草', 'Field edges'],
        ['mountain', '炼山造林', 'Clearing for planting'],
        ['pest', '病虫害枝', 'Diseased branches'],
      ]),
      phone,
    ],
    days: 2,
    was: [5, 10, 2],
    gives: ['用火许可决定', 'Permission'],
    note: ['只管批的那天那块地，刮大风不能烧。', 'For that day and place only, and not in a strong wind.'],
    elements: {
      powerSource: 'ENTRUSTED',
      bodyNature: 'ENTRUSTED',
      entrustedBy: both('区人民政府', 'The district government'),
      onlineDepth: 'HANDLING',
    },
    life: 'business',
    at: 'VT',
    called: [
      '烧田坎 烧荒 野外用火 烧杂草 炼山 烧山 防火期用火 烧草木灰 烧秸秆要批吗 上坟烧纸 用火审批 烧地边',
      'burn field, outdoor fire, burning weeds near forest',
    ],
  }),
  benefit({
    key: 'wildlifeDamage',
    organ: 'forestry',
    number: '011000',
    name: ['野生动物致害补偿', 'Compensation for damage by wild animals'],
    brief: [
      '野猪拱了庄稼、蛇伤了人，政府按损失补偿。15个工作日内给结果。',
      'If boars ruin crops or an animal hurts somebody, the government compensates. You get the answer within 15 working days.',
    ],
    who: [
      ['损失是国家保护的或者列名的野生动物造成的；', 'The animal is protected or listed;'],
      ['不是自己去惹的。', 'you did not provoke it.'],
    ],
    rule: sample('野生动物保护法'),
    materials: [
      card,
      paper('photos', '现场照片', 'Photos', '当天拍，有庄稼和脚印。', 'Of that day, crops and tracks.', {
        form: 'electronic',
      }),
      paper('bill', '医药费单据', 'Medical bills', '伤了人的交。', 'If somebody was hurt.', {
        ...where('loss', 'person'),
        ...later(15),
      }),
    ],
    form: [
      situation('loss', '损失了什么？', 'What was lost?', [
        ['crops', '庄稼', 'Crops'],
        ['cattle', '牲口', 'Livestock'],
        ['person', '人受伤', 'Somebody was hurt'],
      ]),
      line('animal', '什么动物？', 'What animal?'),
      pastDay('day', '哪天？', 'On what day?'),
      spot('site', '在哪里？', 'Where?'),
      ...account,
    ],
    days: 15,
    was: [7, 40, 2],
    gives: ['补偿决定', 'Decision on compensation'],
    note: ['补偿按样例标准算，打到卡上。', 'By the sample rates, paid into your account.'],
    stages: [
      {
        name: ['现场核实', 'On the spot'],
        tasks: [
          ['SITE_VISIT', '看现场、估损失', 'Looking and estimating', 5],
          ['REVIEW', '农作物损失核定', 'Loss of crops', 5, 'agriculture'],
        ],
      },
    ],
    life: 'business',
    says: ['animal'],
    at: 'VT',
    called: [
      '野猪 野猪拱庄稼 野生动物伤人 野猪吃玉米 野猪补偿 蛇咬伤补偿 猴子毁庄稼 庄稼被糟蹋 野兽伤人 野猪毁田 动物损失赔偿 野猪祸害',
      'wild boar damage, crops eaten by animals, snake bite compensation',
    ],
  }),
];
