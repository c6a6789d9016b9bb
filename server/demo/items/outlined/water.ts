import { licence, publicService, withHomeVisit } from '../builders.ts';
import { card, handlerCard, paper, where } from '../papers.ts';
import { both, type DemoItem, phone, sample } from '../pieces.ts';
import { count, firm, line, people, pick, situation, spot } from '../questions.ts';

/** Matters of water beside the one that is written out whole. */
export const moreWater: readonly DemoItem[] = [
  publicService({
    key: 'tapWater',
    organ: 'water',
    number: '010000',
    name: ['农村自来水报装', 'Connection to the village water supply'],
    brief: [
      '家里想通自来水，报一声，有人上门看、上门装。5个工作日内通水。',
      'For tap water at home: somebody comes to look and connects you within 5 working days.',
    ],
    who: [['在供水管网能到的地方。', 'The pipes reach your place.']],
    rule: sample('农村供水条例'),
    materials: [card],
    form: [
      spot('house', '装在哪里？', 'Where?', { privacy: 'sensitive' }),
      pick('use', '做什么用？', 'What for?', [
        ['home', '家里用', 'The home'],
        ['farm', '养殖、加工', 'Livestock or processing'],
      ]),
      count('people', '几口人用？', 'For how many?', people, { maximum: 500 }),
      phone,
    ],
    days: 5,
    was: [5, 20, 2],
    gives: ['通水', 'The connection'],
    note: ['水表免费，户内的管子自己出钱。', 'The meter is free; pipes within the house are yours.'],
    steps: [['有人上门看管子怎么走。', 'Somebody looks where the pipe can go.']],
    elements: { assistance: withHomeVisit, resultType: 'NONE', offHours: true },
    life: 'housing',
    at: 'VT',
    called: [
      '自来水 装自来水 通水 自来水报装 家里没水 装水表 接自来水 自来水安装 农村饮水 吃水困难 水管入户 用水开户',
      'tap water, water connection, water meter',
    ],
  }),
  licence({
    key: 'soilConservation',
    organ: 'water',
    number: '011000',
    name: ['生产建设项目水土保持方案审批', 'Soil conservation plan of a project'],
    brief: [
      '开山、修路、建厂动土多的，先报水土保持方案。受理后5个工作日内给结果。',
      'Projects that move much earth need a soil conservation plan. You get the result within 5 working days of acceptance.',
    ],
    who: [['占地1公顷以上，或者挖填1万立方米以上。', 'It takes a hectare or moves 10,000 m³ or more.']],
    rule: sample('水土保持法'),
    materials: [
      handlerCard,
      paper('plan', '水土保持方案', 'The plan', '自己编或者请人编。', 'Your own, or by a firm of your choice.', {
        source: 'other',
        form: 'electronic',
        ...where('size', 'large', 'small'),
      }),
      paper('promise', '水土保持措施表', 'Table of measures', '园区项目和小项目交。', 'For parks and small projects.', {
        sample: true,
        ...where('size', 'park', 'small'),
      }),
    ],
    form: [
      situation('size', '哪一类项目？', 'Which project?', [
        ['large', '5公顷以上', '5 hectares or more'],
        ['small', '5公顷以下', 'Below 5 hectares'],
        ['park', '园区内', 'In a park'],
      ]),
      firm,
      line('project', '项目名称', 'Project', { maxLength: 120 }),
      spot('site', '在哪里？', 'Where?'),
      count('area', '占地', 'Land', ['公顷', 'hectares'], { minimum: 0.1 }),
    ],
    days: 5,
    was: [8, 20, 3],
    gives: ['准予许可决定', 'Decision'],
    note: ['开工后要按方案做，完工要验收。', 'It is carried out as planned, and accepted at the end.'],
    elements: {
      simpleApproval: true,
      intermediary: both('方案编制（由您自己选，也可以自己编）', 'The plan, by a firm of your choice or yourself'),
    },
    life: 'business',
    at: 'D',
    called: [
      '水土保持 水保方案 水保 水土保持方案 开山动土 水保审批 水保批复 弃土 挖山修路手续 水土流失 水土保持审批 水保报告',
      'soil conservation, earth moving, erosion plan',
    ],
  }),
];
