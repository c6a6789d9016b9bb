import { benefit, publicService, withHomeVisit } from '../builders.ts';
import { bankCard, card, household, later, paper } from '../papers.ts';
import { type DemoItem, sample } from '../pieces.ts';
import { account, contact, count, line, pastDay, pick, whether } from '../questions.ts';

/** Matters of veterans beside the one that is written out whole. */
export const moreVeterans: readonly DemoItem[] = [
  benefit({
    key: 'veteranSettlement',
    organ: 'veterans',
    number: '010000',
    name: ['自主就业退役士兵一次性经济补助', 'Grant for soldiers who find their own work'],
    brief: [
      '退伍回来自己找工作的士兵，按服役年限领一笔补助。15个工作日内给结果。',
      'Soldiers who leave and find their own work get a grant by years of service. You get the answer within 15 working days.',
    ],
    who: [
      ['从本区入伍，选择自主就业；', 'You enlisted here and chose your own work;'],
      ['回来一年内报到。', 'you reported within a year.'],
    ],
    rule: sample('退役军人安置条例'),
    materials: [
      card,
      paper(
        'discharge',
        '退伍证',
        'Discharge papers',
        '义务兵、士官退出现役证都行。',
        'Of a conscript or a sergeant.',
        { kind: 'proof' },
      ),
      bankCard,
    ],
    form: [
      pastDay('enlistedDay', '哪天入伍？', 'When did you enlist?'),
      pastDay('leftDay', '哪天退伍？', 'When did you leave?'),
      pick('rank', '退伍时是', 'You left as', [
        ['conscript', '义务兵', 'Conscript'],
        ['sergeant', '军士', 'Sergeant'],
      ]),
      ...contact,
      ...account,
    ],
    days: 15,
    was: [7, 60, 2],
    gives: ['经济补助决定', 'Decision on the grant'],
    note: ['一次打到卡上。', 'Paid at once.'],
    life: 'work',
    at: 'T',
    called: [
      '退伍补助 退伍费 退役金 自主就业补助 一次性退役补助 当兵回来领钱 士兵安置费 退役士兵补助 地方经济补助 退伍报到 退役安置 复员费',
      'discharge grant, soldier settlement, leaving the army money',
    ],
  }),
  benefit({
    key: 'oldSoldier',
    organ: 'veterans',
    number: '011000',
    name: ['60周岁农村籍退役士兵生活补助', 'Allowance for rural veterans from 60 on'],
    brief: [
      '农村户口的退伍老兵，满60周岁按当兵年限每月领补助。10个工作日内给结果。',
      'Rural veterans get a monthly allowance from 60 on, by years of service. You get the answer within 10 working days.',
    ],
    who: [
      ['1954年以后入伍，农村户口，满60周岁；', 'You enlisted after 1954, are registered as rural and 60 or older;'],
      ['没有领其他定期抚恤补助。', 'you draw no other such allowance.'],
    ],
    rule: sample('军人抚恤优待条例'),
    materials: [
      card,
      paper(
        'discharge',
        '退伍证',
        'Discharge papers',
        '丢了的我们查档案，找两个战友作证。',
        'If lost, we search the files, with two comrades as witnesses.',
        { kind: 'proof', ...later(20) },
      ),
      bankCard,
      household,
    ],
    form: [
      pastDay('enlistedDay', '哪年哪月当的兵？', 'When did you enlist?'),
      count('years', '当了几年？', 'For how many years?', ['年', 'years'], { maximum: 40 }),
      line('unit', '部队番号', 'Unit', { required: false }),
      ...contact,
      ...account,
    ],
    days: 10,
    was: [8, 60, 3],
    gives: ['生活补助决定', 'Decision on the allowance'],
    note: ['每年年底认证一次，按月发。', 'Checked once a year, paid monthly.'],
    elements: { assistance: withHomeVisit },
    life: 'senior',
    at: 'VT',
    called: [
      '老兵补助 退伍老兵60岁 老兵生活补助 农村老兵 退役士兵老年补助 老兵领补贴 在乡老兵 老复员军人 参战补助 优抚金 抚恤补助 义务兵老年补助',
      'old soldier, veteran allowance, veteran over sixty',
    ],
  }),
  publicService({
    key: 'gloryPlaque',
    organ: 'veterans',
    number: '012000',
    name: ['光荣之家光荣牌悬挂', 'Plaque “home of glory”'],
    brief: [
      '军人、退役军人、烈士家庭，免费挂光荣牌，送到家、挂上墙。5个工作日内办好。',
      'Homes of soldiers, veterans and martyrs get a plaque, brought and put up free of charge within 5 working days.',
    ],
    who: [['家里有现役、退役军人，或者是烈属。', 'A soldier, a veteran or a martyr’s family lives there.']],
    rule: sample('为烈属、军属和退役军人等家庭悬挂光荣牌工作实施办法'),
    materials: [card],
    form: [
      pick('family', '您家是', 'Your family has', [
        ['soldier', '现役军人', 'A soldier'],
        ['veteran', '退役军人', 'A veteran'],
        ['martyr', '烈属', 'A martyr'],
      ]),
      whether('replace', '是换旧的吗？', 'Is it to replace an old one?'),
      ...contact,
    ],
    days: 5,
    was: [4, 30, 1],
    gives: ['光荣牌', 'The plaque'],
    note: ['我们上门挂。', 'We put it up.'],
    elements: { assistance: withHomeVisit, resultType: 'OTHER' },
    life: 'housing',
    at: 'VT',
    called: [
      '光荣牌 光荣之家 军属光荣牌 挂光荣牌 光荣之家牌子 军属牌 烈属牌 光荣牌坏了 退伍军人门牌 军人家庭牌 光荣牌换新 家里当兵的牌子',
      'glory plaque, soldier family plaque, home of glory',
    ],
  }),
];
