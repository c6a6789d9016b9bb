import { licence, publicService, withHomeVisit } from '../builders.ts';
import { card, firmLicence, handlerCard, lookedIntoLater, paper, premises, visitedLater } from '../papers.ts';
import { both, checked, type DemoItem, phone, sample } from '../pieces.ts';
import { contact, count, firm, line, only, people, pick, spot, squareMetres } from '../questions.ts';

/** Matters of culture, broadcasting and sports. */
export const cultureItems: readonly DemoItem[] = [
  publicService({
    key: 'villageTelevision',
    organ: 'culture',
    number: '001000',
    name: ['有线电视、直播卫星报装和报修', 'Television: connection and repair'],
    brief: [
      '家里装电视、电视没信号，报一声，有人上门。3个工作日内办好。',
      'For a connection or when the picture is gone: somebody comes within 3 working days.',
    ],
    who: [['住在本区，信号能到。', 'You live here, and the signal reaches you.']],
    rule: sample('广播电视管理条例'),
    materials: [card],
    form: [
      pick('what', '装还是修？', 'Which?', [
        ['new', '新装', 'New'],
        ['repair', '报修', 'Repair'],
        ['move', '移机', 'Move'],
      ]),
      line('trouble', '什么毛病？', 'What is wrong?', only('what', 'repair')),
      ...contact,
    ],
    days: 3,
    was: [3, 10, 1],
    gives: ['装好、修好', 'The connection'],
    note: ['直播卫星的材料费按公示的收。', 'Material of satellite sets is charged as published.'],
    elements: { assistance: withHomeVisit, offHours: true, resultType: 'NONE' },
    life: 'housing',
    at: 'VT',
    called: [
      '电视没信号 有线电视 装电视 户户通 村村通 锅盖 电视报修 机顶盒 数字电视 广电 看不了电视 卫星电视',
      'television, cable tv, no tv signal',
    ],
  }),
  licence({
    key: 'bookShop',
    organ: 'culture',
    field: 'CULTURE',
    number: '002000',
    name: ['出版物零售许可', 'Licence to sell books'],
    brief: [
      '开书店、文具店卖书，承诺一下当天就批。',
      'For a shop that sells books; with a commitment it is granted the same day.',
    ],
    who: [['有营业执照和固定场所。', 'You have a business licence and premises.']],
    rule: sample('出版管理条例'),
    materials: [card, { ...premises, ...visitedLater }, firmLicence],
    commitment: {
      conditions: [
        both('有营业执照和固定的经营场所', 'There is a business licence and a fixed place of business'),
        both(
          '只卖正规渠道的出版物，进货有记录',
          'Only publications from proper sources are sold, and purchases are on record',
        ),
      ],
      verification: { method: both('到店里核查一次', 'The shop is inspected once'), withinDays: 60 },
    },
    form: [
      line('shop', '店名', 'Name of the shop'),
      spot('site', '开在哪里？', 'Where?'),
      pick('kind', '卖什么？', 'What?', [
        ['books', '图书', 'Books'],
        ['periodicals', '报刊', 'Periodicals'],
        ['audio', '音像', 'Audio and video'],
      ]),
      phone,
    ],
    days: 1,
    was: [7, 20, 2],
    gives: ['出版物经营许可证', 'Licence'],
    note: ['有效6年（样例）。', 'Valid for 6 years (sample).'],
    certificate: {
      title: '出版物经营许可证',
      word: '文出',
      months: 72,
      rows: [
        ['单位名称', '{shop}'],
        ['经营者', '{applicant.name}'],
        ['地址', '{site}'],
        ['经营范围', '{kind}'],
        ['有效期限', '{fromDay}至{untilDay}'],
        ['发证机关', '{organ}'],
      ],
      statement: '准予从事出版物零售。',
    },
    elements: { simpleApproval: true, courier: true },
    life: 'business',
    at: 'D',
    called: [
      '开书店 卖书 出版物零售 书店许可 出版物许可证 卖教辅 文具店卖书 卖报纸 书店手续 出版物经营许可 网上卖书 图书经营',
      'open a bookshop, sell books, book licence',
    ],
  }),
  licence({
    key: 'entertainmentVenue',
    organ: 'culture',
    field: 'CULTURE',
    number: '003000',
    name: ['娱乐场所经营许可', 'Licence of an entertainment venue'],
    brief: [
      '开KTV、游戏厅，要公示、听证，消防环保一起看。受理后15个工作日内给结果。',
      'A karaoke or arcade: notice, hearing, and a joint visit. You get the result within 15 working days of acceptance.',
    ],
    who: [
      ['不在居民楼、学校和医院旁边；', 'It is not in a block of flats or beside a school or hospital;'],
      ['噪声、消防合格。', 'noise and fire safety are in order.'],
    ],
    rule: sample('娱乐场所管理条例'),
    bases: [checked('行政许可法', '第四十六条')],
    materials: [
      handlerCard,
      premises,
      paper('plan', '场所平面图', 'Floor plan', '标出包厢、通道和监控。', 'Rooms, exits and cameras.'),
      paper(
        'people',
        '负责人没有犯罪记录的承诺',
        'Commitment that those in charge have no record',
        '签字就行，我们去查。',
        'Sign it; we look it up.',
        lookedIntoLater,
      ),
    ],
    form: [
      firm,
      spot('site', '开在哪里？', 'Where?'),
      pick('kind', '哪一种？', 'Which?', [
        ['karaoke', '歌舞娱乐', 'Singing and dancing'],
        ['games', '游戏游艺', 'Games'],
      ]),
      count('area', '面积', 'Floor area', squareMetres),
      count('guests', '最多多少人？', 'Guests at most', people),
    ],
    days: 15,
    was: [12, 40, 4],
    gives: ['娱乐经营许可证', 'Licence'],
    note: ['有效2年（样例）。', 'Valid for 2 years (sample).'],
    certificate: {
      title: '娱乐经营许可证',
      word: '文娱',
      months: 24,
      rows: [
        ['单位名称', '{firm.name}'],
        ['地址', '{site}'],
        ['经营范围', '{kind}'],
        ['核定人数', '{guests}'],
        ['有效期限', '{fromDay}至{untilDay}'],
        ['发证机关', '{organ}'],
      ],
      statement: '准予从事娱乐场所经营活动。',
    },
    visit: ['现场查看要有人在。', 'Somebody must be there for the visit.'],
    stages: [
      {
        name: ['现场查看', 'Joint visit'],
        tasks: [
          [
            'JOINT_SITE_VISIT',
            '场所、消防、噪声一起看',
            'Place, fire safety and noise in one visit',
            4,
            undefined,
            { participants: ['fire', 'ecology'] },
          ],
        ],
      },
      {
        name: ['公示和听证', 'Notice and hearing'],
        tasks: [
          ['PUBLIC_NOTICE', '公示10天', 'Notice for 10 days', 8],
          ['HEARING', '听证', 'Hearing', 8],
        ],
      },
    ],
    elements: { quantityLimit: both('按区里的布局规划定总量（样例）', 'Limited by the district’s plan (sample)') },
    life: 'business',
    at: 'D',
    called: [
      'KTV许可 开KTV 歌厅 游戏厅 娱乐场所 歌厅许可 开游戏厅 电玩城 棋牌室 量贩KTV 娱乐许可证 酒吧唱歌',
      'karaoke, arcade, entertainment licence',
    ],
  }),
];
