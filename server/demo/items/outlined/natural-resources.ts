import { confirmation, licence, publicService, withHomeVisit } from '../builders.ts';
import { blank, card, found, handlerCard, household, later, lookedIntoLater, paper, proof, where } from '../papers.ts';
import { both, checked, type DemoItem, phone, sample } from '../pieces.ts';
import { count, firm, line, only, pick, situation, spot, squareMetres } from '../questions.ts';

const estateRules = sample('不动产登记暂行条例');

/** Matters of natural resources beside those that are written out whole. */
export const moreNaturalResources: readonly DemoItem[] = [
  confirmation({
    key: 'homesteadDeed',
    organ: 'naturalResources',
    number: '010000',
    name: ['农村宅基地和房屋首次登记（房地一体）', 'First registration of a village homestead and house'],
    brief: [
      '农村自己的房子和宅基地，办一本不动产权证，不收钱。15个工作日办好。',
      'Your village house and its plot are registered in one title, free of charge. It takes 15 working days.',
    ],
    who: [
      ['宅基地批过，房子是按批的建的；', 'The plot was approved and the house built as approved;'],
      ['没有争议。', 'nobody disputes it.'],
    ],
    rule: estateRules,
    materials: [
      card,
      paper(
        'plotApproval',
        '宅基地批准书或者老土地证',
        'Approval of the plot or old land certificate',
        '丢了的我们查档案。',
        'If lost, we search the files.',
        { kind: 'proof', ...where('how', 'approved'), ...later(15) },
      ),
      paper(
        'inheritance',
        '家里人放弃继承的声明',
        'Waiver by the other heirs',
        '继承来的交，窗口有样本。',
        'If inherited; the window has a sample.',
        { sample: true, ...where('how', 'inherited') },
      ),
      proof(
        ['history', '房屋来历说明', 'Statement of how the house came about'],
        ['村委会', 'The village committee'],
        '老房子没有手续的，村里公示后出一份。',
        'For an old house without papers, after a notice in the village.',
        where('how', 'old'),
      ),
      household,
    ],
    form: [
      situation('how', '房子怎么来的？', 'How did it come to you?', [
        ['approved', '批地自己建的', 'Built with approval'],
        ['inherited', '继承的', 'Inherited'],
        ['old', '老房子，没手续', 'Old, without papers'],
      ]),
      spot('house', '房子在哪里？', 'Where is it?', { privacy: 'sensitive' }),
      count('floors', '几层？', 'Floors', ['层', 'floors'], { maximum: 10 }),
      count('area', '占地多少？', 'Plot', squareMetres),
      phone,
    ],
    days: 15,
    was: [9, 60, 3],
    gives: ['不动产权证书', 'Title'],
    note: ['一本证，地和房都在上面。', 'One title for plot and house.'],
    steps: [
      ['有人上门量房子，不收钱。', 'Somebody measures the house free of charge.'],
      ['在村里公示15天。', 'It is made known in the village for 15 days.'],
    ],
    stages: [
      {
        name: ['权籍调查', 'Survey'],
        tasks: [
          ['SITE_VISIT', '上门测量', 'Measuring', 5],
          ['REVIEW', '宅基地审批核对', 'Approval of the plot', 4, 'agriculture'],
          ['REVIEW', '成员身份核对', 'Membership of the village', 3, 'publicSecurity'],
        ],
      },
      { name: ['公示', 'Public notice'], tasks: [['PUBLIC_NOTICE', '在村里公示', 'Notice in the village', 8]] },
    ],
    elements: { resultType: 'CERTIFICATE', assistance: withHomeVisit, onlineDepth: 'ACCEPTANCE' },
    life: 'housing',
    at: 'VT',
    called: [
      '宅基地证 农村房产证 乡下房子办证 房地一体 宅基地确权 村里不动产证 老屋办证 土地使用证 老家房本 自建房办证 祖屋办证 宅基地登记',
      'village house title, homestead deed, rural property certificate',
    ],
  }),
  confirmation({
    key: 'mortgageRelease',
    organ: 'naturalResources',
    field: 'LAND',
    number: '011000',
    name: ['不动产抵押权注销登记', 'Release of a mortgage'],
    brief: [
      '房贷还清了，来把抵押注销，网上就能办，当场办好，不收钱。',
      'When the loan is paid off, the mortgage is struck out at once, online too, free of charge.',
    ],
    who: [['贷款还清，银行同意。', 'The loan is paid and the bank agrees.']],
    rule: estateRules,
    materials: [
      card,
      proof(
        ['payoff', '贷款结清证明', 'Proof that the loan is paid'],
        ['贷款的银行', 'The bank'],
        '联网的银行不用交。',
        'Not if the bank is connected.',
        lookedIntoLater,
      ),
    ],
    form: [
      line('title', '不动产权证号', 'Number of the title', { maxLength: 60, privacy: 'identifier' }),
      line('bank', '哪家银行的贷款？', 'With which bank?'),
      phone,
    ],
    days: 0,
    was: [5, 7, 2],
    gives: ['注销登记通知', 'Notice of release'],
    note: ['房子可以卖、可以过户了。', 'You may sell or transfer now.'],
    elements: { handlingArea: 'PROVINCE', offHours: true, bookable: true, selfService: true },
    life: 'housing',
    at: 'D',
    called: [
      '抵押注销 解押 房贷还清 解除抵押 房子解押 注销抵押 贷款还完 撤销抵押 还清房贷办什么 房产解押 抵押权注销 银行解押',
      'release mortgage, pay off mortgage, mortgage cancelled',
    ],
  }),
  publicService({
    key: 'propertyQuery',
    organ: 'naturalResources',
    number: '012000',
    name: ['不动产登记信息查询', 'Property search'],
    brief: [
      '查自己名下有没有房、开无房证明，自助机、手机、窗口都能办，当场出结果。',
      'Whether you own property, or a certificate that you own none: by machine, phone or window, at once.',
    ],
    who: [['查自己的，或者有委托、继承等关系。', 'Your own, or with a mandate or as an heir.']],
    rule: sample('不动产登记资料查询暂行办法'),
    materials: [card],
    form: [
      pick('what', '查什么？', 'What?', [
        ['own', '我名下的房', 'What I own'],
        ['none', '开无房证明', 'That I own none'],
        ['house', '一套房的情况', 'One home'],
      ]),
      spot('house', '房子在哪里？', 'Where is it?', { ...only('what', 'house') }),
      pick('use', '做什么用？', 'What for?', [
        ['school', '上学', 'School'],
        ['fund', '公积金', 'Housing fund'],
        ['rent', '公租房', 'Public housing'],
        ['other', '别的', 'Other'],
      ]),
    ],
    days: 0,
    was: [3, 3, 1],
    gives: ['不动产登记信息查询结果', 'Result of the search'],
    note: ['带二维码，能验真。', 'With a code to check it.'],
    elements: { handlingArea: 'PROVINCE', selfService: true, offHours: true, resultType: 'OTHER' },
    life: 'housing',
    at: 'TD',
    called: [
      '无房证明 查房产 名下有没有房 房产查询 查不动产 有房证明 查档 开无房证明 首套房证明 房屋信息查询 查名下房子 房产证明',
      'property search, no property certificate, look up my house',
    ],
  }),
  licence({
    key: 'planningPermit',
    organ: 'naturalResources',
    number: '013000',
    name: ['建设工程规划许可', 'Planning permission for building works'],
    brief: [
      '建厂房、楼房、修路，开工前先拿规划许可。要公示、专家评审，受理后15个工作日内给结果。',
      'Factories, houses and roads need planning permission before work begins, with public notice and experts. You get the result within 15 working days of acceptance.',
    ],
    who: [
      ['有用地手续；', 'The land is yours to use;'],
      ['方案符合详细规划。', 'the design follows the detailed plan.'],
    ],
    rule: sample('城乡规划法'),
    bases: [checked('行政许可法', '第四十七条第一款')],
    materials: [
      handlerCard,
      blank('application', '规划许可申请表', 'Application'),
      paper('design', '设计方案', 'Design', '电子版，设计单位盖章。', 'Electronic, sealed by the designer.', {
        form: 'electronic',
        source: 'other',
      }),
      paper('survey', '地形图', 'Survey map', '测绘单位出，您自己选。', 'By a surveyor of your choice.', {
        source: 'other',
        ...later(5),
      }),
      found('landRight', '用地批准文件', 'Approval of the land', '自然资源部门', 'Natural resources'),
    ],
    form: [
      firm,
      line('project', '项目名称', 'Project', { maxLength: 120 }),
      spot('site', '建在哪里？', 'Where?'),
      count('area', '总建筑面积', 'Floor area', squareMetres),
      pick('use', '做什么用？', 'Use', [
        ['factory', '工业', 'Industry'],
        ['homes', '住宅', 'Homes'],
        ['shops', '商业', 'Shops'],
        ['public', '公共设施', 'Public'],
      ]),
    ],
    days: 15,
    was: [15, 60, 4],
    gives: ['建设工程规划许可证', 'Planning permission'],
    note: ['一年内开工，不开工要延期。', 'Work begins within a year, or it must be extended.'],
    certificate: {
      title: '建设工程规划许可证',
      word: '建规',
      months: 12,
      rows: [
        ['建设单位', '{firm.name}'],
        ['项目名称', '{project}'],
        ['建设位置', '{site}'],
        ['建设规模', '{area}'],
        ['发证机关', '{organ}'],
        ['发证日期', '{issueDay}'],
      ],
      statement: '经审核，本建设工程符合国土空间规划和用途管制要求。',
    },
    stages: [
      {
        name: ['方案审查', 'Review of the design'],
        tasks: [
          ['EXPERT_PANEL', '专家评审', 'Experts', 4, undefined, { pause: { ground: 'expertReview' } }],
          [
            'JOINT_REVIEW',
            '联合评审：消防和人防、环保、道路开口',
            'Joint review: fire safety and civil defence, environment, road access',
            4,
            undefined,
            { participants: ['housing', 'ecology', 'transport'] },
          ],
          ['REVIEW', '文物保护意见', 'Protection of monuments', 4, 'culture', { veto: true }],
        ],
      },
      {
        name: ['批前公示', 'Public notice'],
        tasks: [
          ['PUBLIC_NOTICE', '现场和网站公示', 'Notice on site and website', 7],
          ['HEARING', '利害关系人要求的，听证', 'Hearing, if those concerned ask for it', 7],
        ],
      },
    ],
    visit: [
      '图纸要原件，盖着设计单位的章，窗口当面核对。',
      'The drawings come as originals with the designers’ seal, and are seen at the window.',
    ],
    elements: {
      handlingForms: ['WINDOW', 'COURIER'],
      intermediary: both('测绘、设计（由您自己选）', 'Survey and design, by firms of your choice'),
      jointBodies: [both('住建、环境、交通', 'Housing, environment, transport')],
    },
    life: 'business',
    at: 'D',
    called: [
      '建设工程规划许可 规划许可证 规划许可 盖厂房 建厂房 建设规划 规划审批 盖楼手续 工程规划 规划证 建楼规划 项目规划',
      'planning permission, build a factory, building plan approval',
    ],
  }),
];
