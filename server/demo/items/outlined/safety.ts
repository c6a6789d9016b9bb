import { benefit, licence, withHomeVisit } from '../builders.ts';
import { bankCard, card, firmLicence, handlerCard, household, later, paper, premises, proof } from '../papers.ts';
import { both, type DemoItem, phone, sample } from '../pieces.ts';
import {
  account,
  contact,
  count,
  firm,
  hints,
  line,
  pastDay,
  pick,
  spot,
  squareMetres,
  whether,
} from '../questions.ts';

/** Matters of emergency management and fire safety. */
export const safetyItems: readonly DemoItem[] = [
  licence({
    key: 'fireworksShop',
    organ: 'emergency',
    number: '001000',
    name: ['烟花爆竹零售许可', 'Licence to sell fireworks'],
    brief: [
      '卖鞭炮烟花先办证，店要单独、安全。受理后7个工作日内给结果。',
      'Whoever sells firecrackers needs it; the shop stands apart and is safe. You get the result within 7 working days of acceptance.',
    ],
    who: [
      ['专店或者专柜，离学校、加油站远；', 'A shop or counter of its own, far from schools and petrol stations;'],
      ['负责人培训过，有灭火器。', 'whoever runs it is trained and has extinguishers.'],
    ],
    rule: sample('烟花爆竹安全管理条例'),
    materials: [
      card,
      premises,
      paper('photos', '店和四周的照片', 'Photos of the shop and around', '手机拍。', 'Taken with a phone.', {
        form: 'electronic',
        ...later(5),
      }),
      proof(
        ['training', '安全培训合格证', 'Training certificate'],
        ['培训机构', 'Training body'],
        '镇上组织的培训也算。',
        'The township’s training counts.',
        later(10),
      ),
    ],
    form: [
      line('shop', '店名', 'Name of the shop'),
      spot('site', '在哪里卖？', 'Where?'),
      count('boxes', '最多放多少箱？', 'Boxes at most', ['箱', 'boxes'], { maximum: 300 }),
      pick('season', '卖多久？', 'For how long?', [
        ['year', '全年', 'All year'],
        ['spring', '只卖春节', 'Spring Festival only'],
      ]),
      phone,
    ],
    days: 7,
    was: [8, 30, 3],
    gives: ['烟花爆竹经营（零售）许可证', 'Licence'],
    note: [
      '全年的管两年，春节的管到正月底（样例）。',
      'Valid for two years, or until the end of the festival (sample).',
    ],
    certificate: {
      title: '烟花爆竹经营（零售）许可证',
      word: '应烟',
      months: 24,
      rows: [
        ['店名', '{shop}'],
        ['负责人', '{applicant.name}'],
        ['经营地址', '{site}'],
        ['限制存放量', '{boxes}箱'],
        ['有效期限', '{fromDay}至{untilDay}'],
        ['发证机关', '{organ}'],
      ],
      statement: '准予零售烟花爆竹。',
    },
    visit: ['看店要您在。', 'You are there when the shop is seen.'],
    stages: [
      {
        name: ['现场核查', 'On the spot'],
        tasks: [
          [
            'JOINT_SITE_VISIT',
            '安全条件和消防一起看',
            'Safety and fire in one visit',
            4,
            undefined,
            { participants: ['fire'] },
          ],
        ],
      },
    ],
    elements: {
      quantityLimit: both(
        '按布点规划，满了先登记排队（样例）',
        'Limited by the plan of places; first come, first served (sample)',
      ),
      serviceObjects: ['UNINCORPORATED', 'ENTERPRISE'],
    },
    life: 'business',
    at: 'TD',
    called: [
      '卖鞭炮 卖烟花 烟花爆竹 鞭炮店 炮仗 烟花许可证 过年卖鞭炮 鞭炮证 烟花店 开鞭炮店 爆竹零售 卖炮竹',
      'sell fireworks, firecracker shop, fireworks licence',
    ],
  }),
  benefit({
    key: 'disasterRelief',
    organ: 'emergency',
    number: '002000',
    name: ['自然灾害倒损住房救助', 'Help for homes damaged by a disaster'],
    brief: [
      '房子被洪水、山洪、冰雹、地震冲垮压坏，政府救助、补助重建。10个工作日内给结果。',
      'If flood, hail or earthquake destroys or damages your home, the government helps. You get the answer within 10 working days.',
    ],
    who: [['自然灾害造成住房倒塌或者损坏。', 'A natural disaster destroyed or damaged your home.']],
    rule: sample('自然灾害救助条例'),
    materials: [
      card,
      paper('photos', '房子的照片', 'Photos of the house', '手机拍，越早越好。', 'With a phone, as early as you can.', {
        form: 'electronic',
        ...later(10),
      }),
      bankCard,
      household,
    ],
    form: [
      pick('disaster', '什么灾？', 'What happened?', [
        ['flood', '洪水、内涝', 'Flood'],
        ['slide', '山体滑坡', 'Landslide'],
        ['wind', '大风冰雹', 'Storm or hail'],
        ['snow', '冰雪', 'Snow or ice'],
        ['quake', '地震', 'Earthquake'],
      ]),
      pastDay('day', '哪天？', 'On what day?'),
      pick('damage', '坏成什么样？', 'How bad is it?', [
        ['gone', '倒塌', 'Destroyed'],
        ['heavy', '严重损坏', 'Badly damaged'],
        ['light', '一般损坏', 'Damaged'],
      ]),
      whether(
        'shelter',
        '现在有地方住吗？',
        'Have you a place to stay?',
        hints('shelter', ['no'], '马上打12345，先安置再办手续。', 'Call 12345 at once: shelter first, papers later.'),
      ),
      ...contact,
      ...account,
    ],
    days: 10,
    was: [7, 40, 2],
    gives: ['救助决定', 'Decision on the help'],
    note: ['公示后打到卡上。', 'Paid after a notice in the village.'],
    stages: [
      {
        name: ['核查', 'On the spot'],
        tasks: [
          ['SITE_VISIT', '入户核灾', 'Visit', 3],
          ['REVIEW', '房屋损坏鉴定', 'Damage to the house', 3, 'housing'],
        ],
      },
      { name: ['公示', 'Public notice'], tasks: [['PUBLIC_NOTICE', '村里公示', 'Notice in the village', 4]] },
    ],
    elements: { assistance: withHomeVisit, offHours: true },
    life: 'housing',
    says: ['damage'],
    at: 'VT',
    called: [
      '房子被水淹 洪水冲倒房子 受灾 灾害救助 发大水 房子塌了 山体滑坡 冰雹砸坏 救灾款 灾后重建 地震房子坏 倒房补助',
      'flood damage, house collapsed, disaster relief',
    ],
  }),
  licence({
    key: 'fireCheck',
    organ: 'fire',
    number: '001000',
    name: ['公众聚集场所开业前消防安全检查', 'Fire safety check before opening'],
    brief: [
      '酒店、商场、网吧、饭馆开业前过消防，1个工作日内给结果。',
      'Hotels, shops, internet cafés and larger restaurants. You get the result within a working day.',
    ],
    who: [['场所消防设施合格，有人管。', 'Equipment is in order, and somebody is in charge.']],
    rule: sample('消防法'),
    materials: [
      handlerCard,
      paper('promise', '消防安全自查表', 'Fire safety self-check', '窗口有样本。', 'The window has a sample.', {
        sample: true,
      }),
      paper('plan', '消防平面图', 'Plan', '标出出口和灭火器。', 'With exits and extinguishers.', later(10)),
      firmLicence,
    ],
    form: [
      firm,
      spot('site', '在哪里？', 'Where?'),
      count('area', '面积', 'Floor area', squareMetres),
      pick('kind', '做什么的？', 'What is it?', [
        ['hotel', '宾馆', 'Hotel'],
        ['shop', '商场', 'Shop'],
        ['food', '饭店', 'Restaurant'],
        ['play', '网吧、影院', 'Internet café or cinema'],
        ['other', '别的', 'Other'],
      ]),
    ],
    days: 1,
    was: [8, 15, 3],
    gives: ['消防安全检查意见书', 'Opinion on fire safety'],
    note: ['开业后来查，不合格的停。', 'It is checked afterwards; what fails is closed.'],
    elements: { simpleApproval: true, handlingArea: 'CITY' },
    life: 'business',
    at: 'TD',
    called: [
      '消防检查 开业消防 消防验收 消防证 过消防 消防手续 宾馆消防 网吧消防 开业前检查 消防安全检查 消防合格证 消防审批',
      'fire safety check, fire permit, open hotel fire',
    ],
  }),
];
