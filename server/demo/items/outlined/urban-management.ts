import { licence } from '../builders.ts';
import { card, handlerCard, later, paper } from '../papers.ts';
import { type DemoItem, phone, sample } from '../pieces.ts';
import { comingDay, count, firm, line, pick, spot, squareMetres } from '../questions.ts';

/** Matters of the town’s order beside the one that is written out whole. */
export const moreUrbanManagement: readonly DemoItem[] = [
  licence({
    key: 'roadOccupation',
    organ: 'urbanManagement',
    number: '010000',
    name: ['临时占用城市道路审批', 'Temporary use of a street'],
    brief: [
      '搭架子、搞活动、堆料要占人行道，先来批。受理后2个工作日内给结果。',
      'Scaffolding, events or building material on the pavement are approved first. You get the result within 2 working days of acceptance.',
    ],
    who: [
      ['占道不影响通行和消防；', 'People and fire engines can pass;'],
      ['用完恢复原样。', 'it is left as it was.'],
    ],
    rule: sample('城市道路管理条例'),
    materials: [
      card,
      paper('sketch', '占道示意图', 'Sketch', '手画也行，标出长和宽。', 'By hand will do, with length and width.'),
      paper('promise', '恢复承诺书', 'Commitment to restore', '窗口有样本。', 'The window has a sample.', {
        sample: true,
      }),
    ],
    form: [
      spot('site', '占哪里？', 'Where?'),
      count('area', '占多少？', 'How much?', squareMetres, { maximum: 2000 }),
      comingDay('from', '从哪天？', 'From?'),
      comingDay('until', '到哪天？', 'Until?'),
      pick('why', '做什么？', 'What for?', [
        ['scaffold', '搭架子', 'Scaffolding'],
        ['event', '活动', 'An event'],
        ['material', '堆料', 'Material'],
      ]),
      phone,
    ],
    days: 2,
    was: [5, 10, 2],
    gives: ['准予占道决定', 'Permission'],
    note: ['到期前自己清走。', 'Clear it before it ends.'],
    stages: [
      {
        name: ['现场会看', 'On the spot'],
        tasks: [
          ['REVIEW', '交通影响', 'Traffic', 1, 'publicSecurity', { silence: sample('本区并联审批工作规则') }],
          ['SITE_VISIT', '看占道位置', 'Place', 1],
        ],
      },
    ],
    elements: { serviceObjects: ['PERSON', 'ENTERPRISE'] },
    life: 'business',
    at: 'D',
    called: [
      '占道 临时占道 占用人行道 搭脚手架 占道审批 路边搞活动 门口堆料 占道经营审批 街上搭台 占路施工 搭棚子 路边促销',
      'use the pavement, street event, scaffolding on street',
    ],
  }),
  licence({
    key: 'buildingWaste',
    organ: 'urbanManagement',
    number: '011000',
    name: ['建筑垃圾处置核准', 'Disposal of building waste'],
    brief: [
      '工地的渣土往哪运、谁来运，先来核准。受理后3个工作日内给结果。',
      'Where the earth of a site goes and who carries it is approved first. You get the result within 3 working days of acceptance.',
    ],
    who: [
      ['有接收渣土的地方；', 'There is a place that takes it;'],
      ['运输公司有资质，车辆密闭。', 'the carrier is licensed and its lorries are closed.'],
    ],
    rule: sample('城市建筑垃圾管理规定'),
    materials: [
      handlerCard,
      paper(
        'carriage',
        '和运输公司的合同',
        'Contract with the carrier',
        '写明车牌和路线。',
        'With plates and route.',
        later(5),
      ),
      paper('dump', '消纳场同意接收的材料', 'Consent of the dump', '盖章。', 'Sealed.'),
    ],
    form: [
      firm,
      spot('site', '工地在哪里？', 'Where is the site?'),
      count('volume', '多少渣土？', 'How much?', ['立方米', 'm³'], { maximum: 10_000_000 }),
      line('carrier', '谁来运？', 'Who carries it?'),
      line('dump', '运到哪里？', 'Where to?'),
    ],
    days: 3,
    was: [7, 20, 2],
    gives: ['建筑垃圾处置核准书', 'Approval'],
    note: ['车上带着副本。', 'A copy travels with each lorry.'],
    life: 'business',
    at: 'D',
    called: [
      '渣土 建筑垃圾 渣土证 拉渣土 渣土运输 建筑垃圾处置 倒渣土 装修垃圾 运渣土手续 渣土准运证 泥土外运 工地垃圾',
      'building waste, carry rubble, construction waste',
    ],
  }),
];
