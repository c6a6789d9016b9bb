import type { LegalBasis } from '../../../contract/catalogue.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { handlingTags, listGroups } from '../../../contract/words.ts';
import { processOf, townshipGovernment } from '../catalogue/index.ts';
import type { Places } from '../places/index.ts';
import {
  type AssistanceMode,
  assistedBy,
  type Entry,
  eachMaterial,
  type HandOver,
  handlingTagsOf,
  handOvers,
  isProof,
  type Matter,
  type Power,
  receivedAt,
  type Standing,
  where,
} from './list.rules.ts';
import {
  accountabilityOf,
  areaWords,
  assistanceWords,
  issuerWords,
  levelWords,
  limitUnitWords,
  modeWords,
  natureWords,
  powerTypeWords,
  tagWords,
  usualDuties,
  usualDutiesOfOffice,
} from './list-words.data.ts';

const both = (zh: string, en: string): LocalText => ({ zh, en });

interface Column {
  readonly name: LocalText;
  readonly of: (matter: Matter, entry: Entry, places: Places) => LocalText;
}

/** A public list: what stands on it and what it says of each. The name of the matter comes first by itself. */
export interface List {
  readonly key: string;
  readonly group: (typeof listGroups)[number];
  readonly name: LocalText;
  readonly text: LocalText;
  readonly basis: LocalText;
  readonly stands: Standing;
  readonly columns: readonly Column[];
}

const nothing = both('', '');
const elements = ({ version }: Matter) => version.content.elements;

function joined(texts: readonly LocalText[]): LocalText {
  const both = (language: 'zh' | 'en', between: string) => texts.map((text) => text[language]).join(between);
  return { zh: both('zh', '、'), en: both('en', ', ') };
}

function basisText({ law, article = '' }: LegalBasis): LocalText {
  const title = law.replace(/[《》]/g, '');
  return both(`《${title}》${article}`, `${title}${article === '' ? '' : ` ${article}`}`);
}

/** 事项的设定依据, each once. */
function basesText(bases: readonly LegalBasis[]): LocalText {
  const texts = bases.map(basisText);
  const once = texts.filter((text, at) => texts.findIndex(({ zh }) => zh === text.zh) === at);
  return both(once.map(({ zh }) => zh).join('；'), once.map(({ en }) => en).join('; '));
}

export function organText(organId: string | null, places: Places): LocalText {
  return (organId === null ? undefined : places.organById(organId)?.name) ?? townshipGovernment;
}

function limitText({ amount, unit }: { amount: number; unit: keyof typeof limitUnitWords }): LocalText {
  if (amount === 0) return both('当场办结', 'On the spot');
  const words = limitUnitWords[unit];
  return both(`${amount}${words.zh}`, `${amount} ${words.en}`);
}

/** 2026年5月1日, 1 May 2026. */
function dayText(day: string): LocalText {
  const date = Temporal.PlainDate.from(day);
  const en = date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return both(`${date.year}年${date.month}月${date.day}日`, en);
}

const code: Column = { name: both('实施编码', 'Code'), of: ({ version }) => both(version.code, version.code) };
const type: Column = {
  name: both('事项类型', 'Type'),
  of: (matter) => powerTypeWords[elements(matter).itemType],
};
const department: Column = {
  name: both('实施主体', 'Body'),
  of: ({ version }, _, places) => organText(version.decidingOrganId, places),
};
const basis: Column = {
  name: both('设定依据', 'Legal basis'),
  of: ({ version }) => basesText(version.content.bases),
};
const promise: Column = {
  name: both('承诺时限', 'Promised limit'),
  of: ({ version }) => limitText(version.content.promisedLimit),
};
const received: Column = {
  name: both('哪里能办', 'Received at'),
  of: (matter) => joined(receivedAt(matter).map((level) => levelWords[level])),
};
const visits: Column = {
  name: both('跑几趟', 'Visits'),
  of: ({ version }) => both(String(version.content.visits), String(version.content.visits)),
};
const materialName: Column = {
  name: both('材料名称', 'Material'),
  of: (_, { material }) => material?.name ?? nothing,
};
const materialBasis: Column = {
  name: both('依据', 'Basis'),
  of: (_, { material }) => (material === undefined ? nothing : basisText(material.basis)),
};
const version: Column = {
  name: both('版本和生效日期', 'Version and effective day'),
  of: ({ version: { version, effectiveDay } }) => {
    const from = dayText(effectiveDay);
    return both(`第${version}版，${from.zh}起`, `Version ${version}, from ${from.en}`);
  },
};

const usual = [department, promise, received];

/** 责任事项: those of the basic item, else the duties that its process names, else those of every power on application. */
const duties: Column = {
  name: both('责任事项', 'Responsibilities'),
  of: ({ version, power }) => {
    if (power !== undefined && power.content.responsibilities.length > 0) return dutiesText(power);
    const named = processOf(version).stages.flatMap(({ tasks }) =>
      tasks.flatMap(({ name, duty }) => (duty === undefined ? [] : [{ name, duty }])),
    );
    if (named.length === 0) return usualDuties;
    return lined(named.map(({ name, duty }) => both(`${name.zh}：${duty.zh}`, `${name.en}: ${duty.en}`)));
  },
};
const accountability: Column = {
  name: both('追责情形和依据', 'Accountability'),
  of: ({ version, power }) =>
    power !== undefined && power.content.accountability.length > 0
      ? accountabilityText(power)
      : accountabilityOf(version.content.elements.itemType),
};

function dutiesText({ content: { responsibilities } }: Power): LocalText {
  return lined(
    responsibilities.map(({ stage, duty }) =>
      both(`${stage.zh}：${duty.zh}`, `${stage.en || stage.zh}: ${duty.en || duty.zh}`),
    ),
  );
}

function accountabilityText({ content }: Power): LocalText {
  return lined(
    content.accountability.map(({ text, basis }) => {
      const of = basis && basisText(basis);
      return of === undefined ? text : both(`${text.zh}（${of.zh}）`, `${text.en || text.zh} (${of.en})`);
    }),
  );
}

/** 从哪里来: the department that decides; of what came from above, who is said to have entrusted it, else nothing. */
function sourceText({ version }: Matter, { from }: HandOver, places: Places): LocalText {
  return from === 'DEPARTMENT'
    ? organText(version.decidingOrganId, places)
    : (version.content.elements.entrustedBy ?? nothing);
}

/** 谁来承接: the department of what was handed down to it; every township or village by that one word, else those that do. */
function receiversText({ version }: Matter, { from, level, to }: HandOver, places: Places): LocalText {
  if (from === 'ABOVE' && version.decidingOrganId !== null) return organText(version.decidingOrganId, places);
  const regions = to.flatMap(({ regionId }) => places.regionById(regionId) ?? []);
  const [first] = regions;
  const isEverywhere =
    first === undefined ||
    regions.some((region) => region.level === 'DISTRICT') ||
    (first.parentId !== undefined &&
      places.childrenOf(first.parentId).every(({ id }) => regions.some((region) => region.id === id)));
  if (isEverywhere) return both(`各${levelWords[level].zh}`, `Every ${levelWords[level].en.toLowerCase()}`);
  return joined(
    to.map(({ regionId, receiverOrganId }) =>
      receiverOrganId === null ? (places.spokenName(regionId) ?? nothing) : organText(receiverOrganId, places),
    ),
  );
}

/** One under the other. */
function lined(texts: readonly LocalText[]): LocalText {
  return both(texts.map(({ zh }) => zh).join('\n'), texts.map(({ zh, en }) => en || zh).join('\n'));
}

/** A power that nobody applies for, in the columns of the list of powers. */
export function powerCells(power: Power, places: Places): LocalText[] {
  const { code, type, content, organIds } = power;
  return [
    both(code, code),
    powerTypeWords[type],
    organIds.length === 0
      ? both('尚无部门认领', 'Claimed by nobody yet')
      : joined(organIds.map((id) => organText(id, places))),
    basesText(content.bases),
    content.responsibilities.length > 0 ? dutiesText(power) : usualDutiesOfOffice,
    content.accountability.length > 0 ? accountabilityText(power) : accountabilityOf(type),
  ];
}

const businessEnvironment = (article: string, number: string) =>
  both(`《优化营商环境条例》${article}`, `Regulation on Improving the Business Environment, art. ${number}`);
const localRule = both('本区自己编制和公布', 'Drawn up and published by the district');
const noticeOf2022 = both('国发〔2022〕5号', 'State Council document 5 of 2022');
const noticeOf2018 = both(
  '中办国办2018年《关于深入推进审批服务便民化的指导意见》',
  'Guidance on convenient approval of 2018',
);

const assisted: readonly { key: string; mode: AssistanceMode; text: LocalText }[] = [
  {
    key: 'escort',
    mode: 'ESCORT',
    text: both('有人带着办的事。都不收钱。', 'Matters through which somebody walks you. Free of charge.'),
  },
  {
    key: 'assist',
    mode: 'ASSIST',
    text: both('有人帮着填、帮着办的事。都不收钱。', 'Matters with help to fill in and apply. Free of charge.'),
  },
  {
    key: 'agency',
    mode: 'AGENCY',
    text: both('可以请人代办的事。都不收钱。', 'Matters that an agent does for you. Free of charge.'),
  },
  {
    key: 'homeVisit',
    mode: 'HOME_VISIT',
    text: both('走不动的，我们到家里来办。都不收钱。', 'Matters for which we come to your home. Free of charge.'),
  },
];

const tagged: readonly { key: string; tag: (typeof handlingTags)[number]; text: LocalText }[] = [
  {
    key: 'immediate',
    tag: 'IMMEDIATE',
    text: both('到窗口当场就能办好的事。', 'Matters settled at once at the window.'),
  },
  {
    key: 'online',
    tag: 'ONLINE',
    text: both('从申请到拿结果都在网上，不用跑。', 'Matters done online from beginning to end.'),
  },
  {
    key: 'nearby',
    tag: 'NEARBY',
    text: both('乡镇（街道）、村（社区）就收件的事。', 'Matters received in townships and villages.'),
  },
  { key: 'once', tag: 'ONCE', text: both('最多跑一趟就办好的事。', 'Matters with at most one visit.') },
];

/** 五公开: what is public of every matter, and where it stands. */
const open: readonly { key: string; name: LocalText; what: Column['of']; where: LocalText }[] = [
  {
    key: 'openDecision',
    name: both('决策公开', 'Decisions made public'),
    what: ({ version: { content } }) => {
      const bases = basesText(content.bases);
      const count = content.conditions.length;
      return both(
        `依据：${bases.zh}；申请条件：${count}条`,
        `Legal basis: ${bases.en}; ${count} ${count === 1 ? 'condition' : 'conditions'}`,
      );
    },
    where: both('办事指南“办理依据”“我能办吗”', 'Guide, “Legal basis” and “Can I apply?”'),
  },
  {
    key: 'openExecution',
    name: both('执行公开', 'Execution made public'),
    what: ({ version }) => {
      const stages = processOf(version).stages.map(({ name }) => name);
      const limit = limitText(version.content.promisedLimit);
      return both(
        `流程：${stages.map(({ zh }) => zh).join('→')}；时限：${limit.zh}`,
        `Process: ${stages.map(({ en }) => en).join(' → ')}; limit: ${limit.en}`,
      );
    },
    where: both('办事指南“办理流程”和每件事的进度页', 'Guide, “Steps”, and the page of every case'),
  },
  {
    key: 'openManagement',
    name: both('管理公开', 'Administration made public'),
    what: ({ version }, _, places) => {
      const organ = organText(version.decidingOrganId, places);
      const nature = natureWords[version.content.elements.bodyNature];
      return both(
        `谁来办：${organ.zh}（${nature.zh}）；不服怎么办`,
        `Who decides: ${organ.en} (${nature.en}); remedies`,
      );
    },
    where: both('权责清单、办事指南“不服怎么办”', 'List of powers; guide, “If you disagree”'),
  },
  {
    key: 'openService',
    name: both('服务公开', 'Service made public'),
    what: (matter) => {
      const { materials, fee } = matter.version.content;
      const at = joined(receivedAt(matter).map((level) => levelWords[level]));
      const bring = materials.filter(({ necessity }) => necessity === 'required').length;
      const money = fee.fen === 0 ? both('不收费', 'free') : both(`${fee.fen / 100}元`, `${fee.fen / 100} yuan`);
      return both(
        `材料${bring}样；${money.zh}；收件：${at.zh}`,
        `${bring} materials; ${money.en}; received at: ${at.en}`,
      );
    },
    where: both('办事指南“要带什么”“到哪里办”', 'Guide, “What do I bring?” and “Where, and when?”'),
  },
  {
    key: 'openResult',
    name: both('结果公开', 'Results made public'),
    what: ({ version: { content } }) =>
      both(`办理结果：${content.result.name.zh}`, `Result: ${content.result.name.en}`),
    where: both('进度查询，文书和证照的扫码核验', 'Progress enquiry; documents and certificates by their code'),
  },
];

/** Every public list. All of it follows from the items in force: nothing here is typed a second time. */
export const lists: readonly List[] = [
  {
    key: 'powers',
    group: 'powers',
    name: both('权责清单', 'Powers and responsibilities'),
    text: both(
      '各部门的行政权力、责任和追责依据。',
      'The powers of every department, its duties, and what it answers for.',
    ),
    basis: localRule,
    stands: where((matter) => elements(matter).itemType !== 'PUBLIC_SERVICE'),
    columns: [code, type, department, basis, duties, accountability],
  },
  {
    key: 'licences',
    group: 'powers',
    name: both('行政许可事项清单', 'Licences'),
    text: both('清单以外，不得要求办许可。', 'Nothing outside this list needs a licence.'),
    basis: businessEnvironment('第四十条', '40'),
    stands: where((matter) => elements(matter).itemType === 'LICENSE'),
    columns: [code, department, basis, promise, version],
  },
  {
    key: 'services',
    group: 'powers',
    name: both('公共服务事项清单', 'Public services'),
    text: both('不是行政权力、为大家提供的服务。', 'Services that are no administrative power.'),
    basis: localRule,
    stands: where((matter) => elements(matter).itemType === 'PUBLIC_SERVICE'),
    columns: [code, department, basis, promise, version],
  },
  {
    key: 'levels',
    group: 'powers',
    name: both('区、乡镇、村三级事项清单', 'Matters by level'),
    text: both('每件事在哪一级收件、由谁决定。', 'At which level each matter is received, and who decides it.'),
    basis: localRule,
    stands: where(() => true),
    columns: [
      type,
      department,
      ...(['DISTRICT', 'TOWNSHIP', 'VILLAGE'] as const).map((level) => ({
        name: levelWords[level],
        of: (matter: Matter) => (receivedAt(matter).includes(level) ? both('能办', 'Yes') : both('—', '—')),
      })),
    ],
  },
  {
    key: 'intermediary',
    group: 'powers',
    name: both('行政审批中介服务事项目录', 'Intermediary services'),
    text: both('要请中介出报告的事。请谁由您自己选。', 'Matters that need an intermediary’s report. You choose whom.'),
    basis: businessEnvironment('第四十三条', '43'),
    stands: where((matter) => elements(matter).intermediary !== undefined),
    columns: [
      { name: both('中介服务', 'Service'), of: (matter) => elements(matter).intermediary ?? nothing },
      department,
      basis,
    ],
  },
  {
    key: 'devolved',
    group: 'powers',
    name: both('赋权事项目录', 'Devolved matters'),
    text: both(
      '下放、授权、委托、服务前移到乡镇（街道）和村（社区）的事。',
      'Matters devolved, authorised, entrusted or moved forward to townships and villages.',
    ),
    basis: localRule,
    stands: handOvers,
    columns: [
      {
        name: both('方式', 'Mode'),
        of: (_, { handOver }) => (handOver === undefined ? nothing : modeWords[handOver.mode]),
      },
      {
        name: both('从哪里来', 'From'),
        of: (matter, { handOver }, places) => (handOver === undefined ? nothing : sourceText(matter, handOver, places)),
      },
      {
        name: both('到哪一级', 'Level'),
        of: (_, { handOver }) => (handOver === undefined ? nothing : levelWords[handOver.level]),
      },
      {
        name: both('谁来承接', 'Taken by'),
        of: (matter, { handOver }, places) =>
          handOver === undefined ? nothing : receiversText(matter, handOver, places),
      },
      {
        name: both('起始日期', 'From day'),
        of: (_, { handOver }) => (handOver?.fromDay === undefined ? nothing : dayText(handOver.fromDay)),
      },
    ],
  },
  {
    key: 'proofs',
    group: 'materials',
    name: both('证明材料清单', 'Proofs'),
    text: both('清单以外，不得要求开证明。', 'No proof outside this list may be demanded.'),
    basis: businessEnvironment('第四十四条', '44'),
    stands: eachMaterial(isProof),
    columns: [
      materialName,
      { name: both('谁来要', 'Asked by'), of: ({ version }, _, places) => organText(version.decidingOrganId, places) },
      {
        name: both('谁来开', 'Issued by'),
        of: (_, { material }) => (material === undefined ? nothing : (material.issuer ?? issuerWords[material.source])),
      },
      materialBasis,
    ],
  },
  {
    key: 'commitments',
    group: 'materials',
    name: both('告知承诺制证明事项目录', 'Commitments instead of proofs'),
    text: both(
      '签一份承诺书就可以不交的证明。选不选，由您定。',
      'Proofs that a signed commitment replaces, if you so choose.',
    ),
    basis: both('国办发〔2020〕42号', 'State Council Office document 42 of 2020'),
    stands: eachMaterial(({ commitment }) => commitment !== undefined),
    columns: [
      materialName,
      department,
      {
        name: both('怎么核查', 'Verified how'),
        of: (_, { material }) => material?.commitment?.verification ?? nothing,
      },
      materialBasis,
    ],
  },
  {
    key: 'tolerated',
    group: 'materials',
    name: both('容缺事项清单', 'Materials that may follow later'),
    text: both(
      '主要材料齐了就先受理，这些可以晚些补。',
      'With the main papers complete you are accepted; these may follow.',
    ),
    basis: noticeOf2022,
    stands: eachMaterial(({ tolerated }) => tolerated !== undefined),
    columns: [
      materialName,
      {
        name: both('补交期限', 'Due within'),
        of: (_, { material }) =>
          material?.tolerated === undefined
            ? nothing
            : limitText({ amount: material.tolerated.workingDays, unit: 'workingDays' }),
      },
      department,
    ],
  },
  {
    key: 'simple',
    group: 'handling',
    name: both('极简审批事项清单', 'Simplified approval'),
    text: both('几个环节并成一个的事。', 'Matters whose steps were fused into one.'),
    basis: localRule,
    stands: where((matter) => elements(matter).simpleApproval),
    columns: usual,
  },
  ...tagged.map(({ key, tag, text }): List => {
    const name = tagWords[tag];
    return {
      key,
      group: 'handling',
      name: both(`${name.zh}清单`, name.en),
      text,
      basis: noticeOf2018,
      stands: where((matter) => handlingTagsOf(matter).includes(tag)),
      columns: [...usual, visits],
    };
  }),
  ...assisted.map(({ key, mode, text }): List => {
    const name = assistanceWords[mode];
    return {
      key,
      group: 'assistance',
      name: both(`${name.zh}事项清单`, name.en),
      text,
      basis: localRule,
      stands: assistedBy(mode),
      columns: usual,
    };
  }),
  {
    key: 'offHours',
    group: 'assistance',
    name: both('延时错时预约服务事项清单', 'Outside office hours'),
    text: both('下班、周末、节假日也能办的事。', 'Matters handled after hours, at weekends and on holidays.'),
    basis: localRule,
    stands: where((matter) => elements(matter).offHours),
    columns: [
      {
        name: both('可以预约', 'By appointment'),
        of: (matter) => (elements(matter).bookable ? both('可以', 'Yes') : both('不用', 'Not needed')),
      },
      ...usual,
    ],
  },
  {
    key: 'crossRegion',
    group: 'places',
    name: both('跨省通办、跨域通办事项清单', 'Across regions'),
    text: both('在外地也能交材料的事。', 'Matters that can be handed in elsewhere.'),
    basis: localRule,
    stands: where((matter) => ['NATION', 'PROVINCE', 'CITY'].includes(elements(matter).handlingArea)),
    columns: [{ name: both('通办范围', 'Area'), of: (matter) => areaWords[elements(matter).handlingArea] }, ...usual],
  },
  {
    key: 'mobile',
    group: 'places',
    name: both('掌上办事项清单', 'On a phone'),
    text: both('手机上就能办的事。', 'Matters that can be done on a phone.'),
    basis: localRule,
    stands: where((matter) => elements(matter).mobile && matter.version.content.guideOnly === undefined),
    columns: usual,
  },
  {
    key: 'selfService',
    group: 'places',
    name: both('自助办事项清单', 'At self-service terminals'),
    text: both('自助机上就能办的事。', 'Matters that a self-service terminal handles.'),
    basis: localRule,
    stands: where((matter) => elements(matter).selfService),
    columns: usual,
  },
  {
    key: 'outsideHall',
    group: 'places',
    name: both('政务服务事项进驻负面清单', 'Not in the hall'),
    text: both(
      '不在政务服务大厅办的事，写明为什么。其余的都要进大厅。',
      'Matters outside the hall, and why. All others must be in it.',
    ),
    basis: noticeOf2022,
    stands: where((matter) => elements(matter).outsideHall !== undefined),
    columns: [
      { name: both('为什么不进驻', 'Why'), of: (matter) => elements(matter).outsideHall ?? nothing },
      department,
    ],
  },
  ...open.map(
    ({ key, name, what, where: place }): List => ({
      key,
      group: 'openness',
      name,
      text: both('每件事公开什么、在哪里看。', 'What is public of each matter, and where.'),
      basis: both('中办发〔2016〕8号', 'Central Office document 8 of 2016'),
      stands: where(() => true),
      columns: [
        { name: both('公开什么', 'What is public'), of: what },
        { name: both('在哪里看', 'Where'), of: () => place },
      ],
    }),
  ),
];

/**
 * 五办 and 五公开: no official text says which five. These are the usual ones of this region; a district that counts
 * otherwise changes this row.
 */
export const listSets: readonly { key: string; name: LocalText; lists: readonly string[] }[] = [
  {
    key: 'fiveHandlings',
    name: both('五办', 'Five ways of handling'),
    lists: ['immediate', 'online', 'nearby', 'once', 'agency'],
  },
  {
    key: 'fiveOpenings',
    name: both('五公开', 'Five things made public'),
    lists: ['openDecision', 'openExecution', 'openManagement', 'openService', 'openResult'],
  },
];
