import type { LegalBasis } from '../../contract/catalogue.ts';
import type { BasicContent, PowerType, StandardHandling } from '../../contract/standards.ts';
import type { LocalText } from '../../contract/values.ts';
import { basicCodeOf, processOf } from '../modules/catalogue/index.ts';
import { claimBasicItem, publishBasicItem, startCheck } from '../modules/standards/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { both, checked, type DemoItem, sample } from './items/pieces.ts';
import { demoItems } from './items.ts';
import type { OrganKey } from './places.ts';

type Duty = BasicContent['responsibilities'][number];

const duty = (stage: LocalText, zh: string, en: string, basis?: LegalBasis): Duty => ({
  stage,
  duty: both(zh, en),
  ...(basis && { basis }),
});

const stages = {
  acceptance: both('受理', 'Acceptance'),
  review: both('审查', 'Review'),
  decision: both('决定', 'Decision'),
  delivery: both('送达', 'Service'),
  supervision: both('事后监管', 'Supervision'),
  opening: both('立案', 'Opening'),
  investigation: both('调查', 'Investigation'),
  informing: both('告知', 'Informing'),
  execution: both('执行', 'Execution'),
  plan: both('制定计划', 'Planning'),
  inspection: both('检查', 'Inspection'),
  handling: both('处理', 'Handling'),
  publication: both('公开', 'Publication'),
};

const licensing = (article: string) => checked('行政许可法', article);

/** 责任事项 of a licence; each article was read. */
const licenceDuties: readonly Duty[] = [
  duty(
    stages.acceptance,
    '公示办理所需的条件和材料；材料不齐的当场或者五日内一次告知；受理或者不予受理，出具书面凭证。',
    'Make conditions and materials public; tell at once or within five days everything that is missing; give a written receipt for acceptance or refusal.',
    licensing('第三十二条'),
  ),
  duty(
    stages.review,
    '对申请材料进行审查；需要核实实质内容的，指派两名以上工作人员核查。',
    'Examine the materials; where their substance must be verified, send two officers or more.',
    licensing('第三十四条'),
  ),
  duty(
    stages.decision,
    '符合法定条件、标准的，作出准予的书面决定；不予许可的，说明理由并告知复议、诉讼权利。',
    'Grant in writing what meets the conditions of the law; give reasons for a refusal and tell of reconsideration and court.',
    licensing('第三十八条'),
  ),
  duty(
    stages.delivery,
    '自作出准予决定之日起十日内，颁发、送达许可证件。',
    'Issue and serve the licence within ten days of the decision.',
    licensing('第四十四条'),
  ),
  duty(
    stages.supervision,
    '建立健全监督制度，核查被许可人从事许可事项活动的材料，履行监督责任。',
    'Keep up supervision: verify the records of what the holder does under the licence.',
    licensing('第六十一条'),
  ),
];

/** 责任事项 where no general law was read: the stages as such, without an article. */
const plainDuties: readonly Duty[] = [
  duty(
    stages.acceptance,
    '公示条件、材料和期限，一次性告知要补正的全部内容。',
    'Make conditions, materials and limits public; tell all at once what is missing.',
  ),
  duty(stages.review, '核对申请材料，需要时核实情况。', 'Check the materials and verify the facts where needed.'),
  duty(
    stages.decision,
    '在承诺期限内作出决定，不同意的说明理由。',
    'Decide within the promise; give reasons for a no.',
  ),
  duty(stages.delivery, '把结果送达申请人。', 'Serve the result.'),
  duty(stages.supervision, '核查后续情况，情况变化的及时处理。', 'Follow up and act where things have changed.'),
];

const penaltyDuties: readonly Duty[] = [
  duty(
    stages.opening,
    '发现或者接到线索后核查，符合条件的立案。',
    'Look into what was found or reported; open a case.',
  ),
  duty(
    stages.investigation,
    '两名以上执法人员出示证件，收集证据。',
    'Two officers or more show their cards and gather evidence.',
  ),
  duty(
    stages.review,
    '审查事实、证据和法律适用，重大案件集体讨论。',
    'Examine facts, evidence and law; discuss grave cases together.',
  ),
  duty(
    stages.informing,
    '告知拟作的处罚和陈述、申辩、听证的权利。',
    'Tell of the intended penalty and the right to be heard.',
  ),
  duty(
    stages.decision,
    '制作处罚决定书，写明事实、依据和救济途径。',
    'Write the decision with facts, basis and remedies.',
  ),
  duty(stages.delivery, '依法送达。', 'Serve it as the law says.'),
  duty(
    stages.execution,
    '监督履行，逾期不履行的依法申请强制执行。',
    'See it carried out, or ask the court to enforce it.',
  ),
];

const inspectionDuties: readonly Duty[] = [
  duty(stages.plan, '制定检查计划，不随意检查。', 'Plan inspections; none without a reason.'),
  duty(
    stages.inspection,
    '两名以上人员出示证件，记录检查情况。',
    'Two officers or more show their cards and keep a record.',
  ),
  duty(
    stages.handling,
    '发现问题责令改正，涉嫌违法的移送立案。',
    'Order what is wrong to be mended; pass on what may be unlawful.',
  ),
  duty(stages.publication, '按规定公开检查结果。', 'Publish the results as required.'),
];

const dutiesOf: Readonly<Record<PowerType, readonly Duty[]>> = {
  LICENSE: licenceDuties,
  PAYMENT: plainDuties,
  CONFIRMATION: plainDuties,
  REWARD: plainDuties,
  RULING: plainDuties,
  OTHER_POWER: plainDuties,
  // No power, and so no duties of a list of powers.
  PUBLIC_SERVICE: [],
  PENALTY: penaltyDuties,
  COERCION: penaltyDuties,
  COLLECTION: plainDuties,
  INSPECTION: inspectionDuties,
};

/** 追责情形 of a licence; each article was read. */
const licenceAccountability: BasicContent['accountability'] = [
  {
    text: both(
      '对符合法定条件的申请不予受理，不一次告知补正内容，或者不说明不予许可的理由的。',
      'Not accepting what meets the conditions, not telling everything at once, or refusing without a reason.',
    ),
    basis: licensing('第七十二条'),
  },
  {
    text: both('办理许可、实施监督检查，索取或者收受他人财物的。', 'Asking for or taking money or goods.'),
    basis: licensing('第七十三条'),
  },
  {
    text: both(
      '对不符合条件的准予许可、超越职权许可，或者对符合条件的不予许可、不在法定期限内许可的。',
      'Granting what may not be granted or beyond one’s powers; refusing what must be granted, or granting it too late.',
    ),
    basis: licensing('第七十四条'),
  },
  {
    text: both('擅自收费，或者不按照法定项目和标准收费的。', 'Charging what the law does not provide for.'),
    basis: licensing('第七十五条'),
  },
  {
    text: both('不依法履行监督职责或者监督不力，造成严重后果的。', 'Grave results of supervision that was not done.'),
    basis: licensing('第七十七条'),
  },
];

const plainAccountability: BasicContent['accountability'] = [
  { text: both('不依法履行职责，或者超越职权的。', 'Not doing one’s duty, or going beyond one’s powers.') },
  { text: both('违反法定程序，损害当事人权益的。', 'Breaking procedure to somebody’s harm.') },
  { text: both('索取、收受财物，或者谋取其他利益的。', 'Asking for or taking advantages.') },
];

function accountabilityOf(type: PowerType): BasicContent['accountability'] {
  if (type === 'LICENSE') return licenceAccountability;
  return type === 'PUBLIC_SERVICE' ? [] : plainAccountability;
}

/** The basic content that items of one basic code have in common: what they say themselves, typed nowhere twice. */
export function basicContentOf(items: readonly DemoItem[]): BasicContent {
  const [first] = items;
  if (first === undefined) throw new Error('A basic item of the demo is made from its items.');
  const type = first.content.elements.itemType;
  const bases = new Map(
    items.flatMap(({ content }) => content.bases.map((basis) => [`${basis.law} ${basis.article}`, basis])),
  );
  return {
    name: items.length === 1 ? first.content.name : stemOf(first.content.name),
    exerciseLevels: [...new Set(items.map(({ level }) => level))],
    bases: [...bases.values()],
    handlings: [...new Map(items.map((item) => [item.content.handling?.zh ?? '', handlingOf(item)])).values()].map(
      ({ bases: own, ...handling }) => ({ ...handling, ...(own && items.length > 1 && { bases: own }) }),
    ),
    responsibilities: [...dutiesOf[type]],
    accountability: [...accountabilityOf(type)],
  };
}

/** 残疾人证（新办）: what several 业务办理项 are of. */
function stemOf({ zh, en }: LocalText): LocalText {
  return both(zh.replace(/（[^）]*）$/, ''), en.replace(/ ?\([^)]*\)$/, ''));
}

function handlingOf({ content, caseType, process }: DemoItem): StandardHandling {
  const { handling, name, bases, elements, conditions, materials, statutoryLimit, promisedLimit, fee, result } =
    content;
  const { stages: steps } = process?.({} as Readonly<Record<OrganKey, string>>) ?? processOf({ content, caseType });
  return {
    ...(handling && { handling }),
    name,
    bases,
    serviceObjects: elements.serviceObjects,
    conditions,
    materials: materials.map((material) => ({
      name: material.name,
      necessity: material.necessity,
      originals: material.originals,
      copies: material.copies,
    })),
    // Who takes part is a matter of each place: the standard names no organ.
    process: {
      stages: steps.map((stage) => ({ ...stage, tasks: stage.tasks.map(({ organId: _, ...task }) => task) })),
    },
    ...(statutoryLimit && { statutoryLimit: { amount: statutoryLimit.amount, unit: statutoryLimit.unit } }),
    promisedLimit: { amount: promisedLimit.amount, unit: promisedLimit.unit },
    fen: fee.fen,
    result: result.name,
  };
}

const tobaccoRegulation = sample('烟草专卖法实施条例');

/** Where the standard asks for something else than the district's items do, so that a check has something true to find. */
const stricter: Readonly<Record<string, (content: BasicContent) => BasicContent>> = {
  pesticideTrade: eachHandling((handling) => ({ ...handling, promisedLimit: { amount: 10, unit: 'workingDays' } })),
  treeFelling: eachHandling((handling) => ({ ...handling, promisedLimit: { amount: 7, unit: 'workingDays' } })),
  studentAid: eachHandling((handling) => ({
    ...handling,
    materials: handling.materials.filter(
      ({ necessity }, at, all) =>
        at !== all.findLastIndex((each) => each.necessity === 'required') || necessity !== 'required',
    ),
  })),
  shopSign: eachHandling((handling) => ({ ...handling, conditions: handling.conditions.slice(1) })),
  tobaccoRetail: (content) => ({
    ...content,
    bases: [...content.bases, tobaccoRegulation],
    handlings: content.handlings.map(({ bases, ...handling }) => ({
      ...handling,
      ...(bases && { bases: [...bases, tobaccoRegulation] }),
    })),
  }),
};

function eachHandling(change: (handling: StandardHandling) => StandardHandling) {
  return (content: BasicContent): BasicContent => ({ ...content, handlings: content.handlings.map(change) });
}

/** Powers that nobody applies for: they stand in the list of powers and responsibilities alone. */
const otherPowers: readonly {
  readonly code: string;
  readonly type: PowerType;
  readonly organs: readonly OrganKey[];
  readonly name: LocalText;
  readonly basis: LegalBasis;
}[] = [
  {
    code: '430209101000',
    type: 'PENALTY',
    organs: ['publicSecurity'],
    name: both('对出租、出借、转让居民身份证的处罚', 'Penalty for lending or passing on an identity card'),
    basis: checked('居民身份证法', '第十六条第二项'),
  },
  {
    code: '430209102000',
    type: 'PENALTY',
    organs: ['publicSecurity'],
    name: both('对冒用他人居民身份证的处罚', 'Penalty for using somebody else’s identity card'),
    basis: checked('居民身份证法', '第十七条第一款第一项'),
  },
  {
    code: '430223101000',
    type: 'PENALTY',
    organs: ['health'],
    name: both(
      '对公共场所未取得卫生许可证擅自营业的处罚',
      'Penalty for running a public place without a hygiene licence',
    ),
    basis: sample('公共场所卫生管理条例'),
  },
  {
    code: '430231101000',
    type: 'PENALTY',
    organs: ['marketSupervision'],
    name: both('对未取得许可从事食品经营的处罚', 'Penalty for trading in food without a licence'),
    basis: sample('食品安全法'),
  },
  {
    code: '430272101000',
    type: 'PENALTY',
    // Two departments say that it is theirs, which somebody must settle.
    organs: ['urbanManagement', 'housing'],
    name: both('对擅自设置大型户外广告的处罚', 'Penalty for putting up large outdoor advertising without leave'),
    basis: sample('城市市容和环境卫生管理条例'),
  },
  {
    code: '430331101000',
    type: 'COERCION',
    organs: ['marketSupervision'],
    name: both('查封、扣押不符合食品安全标准的食品', 'Sealing and seizing unsafe food'),
    basis: sample('食品安全法'),
  },
  {
    code: '430419101000',
    type: 'COLLECTION',
    organs: ['water'],
    name: both('水土保持补偿费的征收', 'Collection of the soil conservation charge'),
    basis: sample('水土保持法'),
  },
  {
    code: '430611101000',
    type: 'INSPECTION',
    organs: ['civilAffairs'],
    name: both('对养老机构的监督检查', 'Inspection of homes for the elderly'),
    basis: checked('老年人权益保障法', '第四十五条'),
  },
  {
    code: '430623101000',
    type: 'INSPECTION',
    organs: ['health'],
    name: both('对公共场所卫生的监督检查', 'Inspection of the hygiene of public places'),
    basis: sample('公共场所卫生管理条例'),
  },
  {
    code: '430620101000',
    type: 'INSPECTION',
    // Nobody has claimed it yet.
    organs: [],
    name: both('对农药经营者的监督检查', 'Inspection of pesticide dealers'),
    basis: sample('农药管理条例'),
  },
];

/** The basic catalogue of the demo: one basic item for every item, and powers that nobody applies for, claimed by their departments. */
export async function foundBasicItems(
  tx: Tx,
  organs: Readonly<Record<OrganKey, string>>,
  call: Call,
): Promise<Readonly<Record<string, string>>> {
  const founded: Record<string, string> = {};
  const note = '演示数据：按本区事项整理，待部门核对。';
  for (const [code, items] of Map.groupBy(demoItems, (item) => basicCodeOf(item.code))) {
    const type = items[0]?.content.elements.itemType;
    if (type === undefined) continue;
    const content = items.reduce((made, { key }) => stricter[key]?.(made) ?? made, basicContentOf(items));
    const { basicItemId } = await publishBasicItem(tx, { code, type, content, note, basedOn: 0 }, call);
    for (const { key } of items) founded[key] = basicItemId;
  }
  for (const { code, type, organs: holders, name, basis } of otherPowers) {
    const content: BasicContent = {
      name,
      exerciseLevels: ['DISTRICT'],
      bases: [basis],
      handlings: [],
      responsibilities: [...dutiesOf[type]],
      accountability: [...accountabilityOf(type)],
    };
    const { basicItemId } = await publishBasicItem(tx, { code, type, content, note, basedOn: 0 }, call);
    for (const organId of new Set(holders.map((organ) => organs[organ])))
      await claimBasicItem(tx, { basicItemId, organId }, call);
    founded[code] = basicItemId;
  }
  return founded;
}

/** The first run of both checks, done when the jobs begin. */
export async function foundChecks(tx: Tx, call: Call): Promise<void> {
  await startCheck(tx, { kind: 'ELEMENTS' }, call);
  await startCheck(tx, { kind: 'CHANNELS' }, call);
}
