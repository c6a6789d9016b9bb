import { benefit, publicService, withHomeVisit } from '../builders.ts';
import { card, later, lookedIntoLater, paper, where } from '../papers.ts';
import { checked, type DemoItem, sample } from '../pieces.ts';
import { contact, line, pick, situation, story } from '../questions.ts';

/** Matters of justice. */
export const justiceItems: readonly DemoItem[] = [
  benefit({
    key: 'legalAid',
    organ: 'justice',
    field: 'JUSTICE',
    number: '001000',
    name: ['法律援助申请', 'Legal aid'],
    brief: [
      '打官司请不起律师、讨薪、受工伤、被家暴，免费派律师。3个工作日内给结果。',
      'If you cannot pay a lawyer, for wages, an accident at work or violence at home, one is given free of charge. You get the answer within 3 working days.',
    ],
    who: [
      [
        '经济困难；讨薪、工伤、家暴的不看经济条件。',
        'Your means are small; for wages, accidents at work and violence they do not count.',
      ],
    ],
    rule: sample('法律援助法'),
    bases: [checked('老年人权益保障法', '第五十六条')],
    materials: [
      card,
      paper(
        'means',
        '经济困难承诺书',
        'Commitment about your means',
        '讨薪、工伤、家暴的不用交。',
        'Not for wages, accidents at work or violence.',
        { sample: true, ...where('matter', 'divorce', 'other'), ...lookedIntoLater },
      ),
      paper(
        'evidence',
        '和案子有关的单据、聊天记录',
        'Papers and messages about the matter',
        '有什么交什么，拍照就行。',
        'Whatever you have; photos will do.',
        later(10),
      ),
    ],
    form: [
      situation(
        'matter',
        '什么事？',
        'What is it about?',
        [
          ['wages', '讨薪', 'Wages'],
          ['injury', '工伤、车祸', 'An accident'],
          ['violence', '家暴', 'Violence at home'],
          ['divorce', '离婚、抚养、赡养', 'Divorce, custody, support'],
          ['other', '别的', 'Something else'],
        ],
        { privacy: 'sensitive' },
      ),
      story('story', '简单说说经过', 'What happened?', { privacy: 'sensitive' }),
      line('other', '对方是谁？', 'Who is the other side?', { required: false, privacy: 'identifier' }),
      ...contact,
    ],
    days: 3,
    was: [6, 7, 2],
    gives: ['给予法律援助决定', 'Decision on legal aid'],
    note: ['3天内派律师联系您。', 'A lawyer calls you within 3 days.'],
    elements: { handlingArea: 'CITY', assistance: withHomeVisit, offHours: true, simpleApproval: true },
    life: 'work',
    at: 'VT',
    called: [
      '法律援助 免费律师 打官司没钱 讨薪 拖欠工资 请不起律师 要不到工钱 老板不给工资 家暴 工伤打官司 欠薪 法援',
      'legal aid, free lawyer, unpaid wages, boss does not pay',
    ],
  }),
  publicService({
    key: 'mediation',
    organ: 'township',
    domain: 'justice',
    number: '002000',
    name: ['人民调解申请', 'People’s mediation'],
    brief: [
      '邻里吵架、田界、家务事，不想打官司，请调解员来评评理，不收钱。15个工作日内调完。',
      'Neighbours, boundaries, family: a mediator helps free of charge, within 15 working days.',
    ],
    who: [['双方都愿意调解，没有起诉。', 'Both are willing, and nobody has gone to court.']],
    rule: sample('人民调解法'),
    materials: [
      card,
      paper('evidence', '合同、照片、欠条', 'Contract, photos, receipt', '有就带上。', 'If you have any.', {
        necessity: 'optional',
      }),
    ],
    form: [
      pick(
        'matter',
        '什么事？',
        'What is it about?',
        [
          ['neighbour', '邻里', 'Neighbours'],
          ['land', '田土山林', 'Land'],
          ['family', '家务', 'Family'],
          ['debt', '欠钱', 'Debts'],
          ['injury', '打伤、撞伤', 'Injuries'],
          ['other', '别的', 'Something else'],
        ],
        { privacy: 'sensitive' },
      ),
      line('other', '和谁？', 'With whom?', { privacy: 'identifier' }),
      story('story', '说说经过', 'What happened?', { privacy: 'sensitive' }),
      ...contact,
    ],
    days: 15,
    was: [3, 30, 2],
    gives: ['人民调解协议书', 'Agreement'],
    note: ['可以到法院确认，确认了能强制执行。', 'The court may confirm it, and then it can be enforced.'],
    visits: 2,
    visit: ['双方要坐到一起谈，签字要再来一次。', 'Both talk at one table, and come again to sign.'],
    elements: {
      assistance: withHomeVisit,
      handlingArea: 'TOWNSHIP',
      offHours: true,
      onlineDepth: 'ACCEPTANCE',
      resultType: 'OTHER',
    },
    life: 'housing',
    at: 'VT',
    called: [
      '调解 邻居吵架 田界纠纷 人民调解 打架赔偿 邻里纠纷 宅基地纠纷 山林纠纷 家庭纠纷 欠钱不还 评理 扯皮',
      'mediation, quarrel with neighbour, boundary dispute',
    ],
  }),
];
