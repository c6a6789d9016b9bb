import type { LegalBasis, Process } from '../../../contract/catalogue.ts';
import type { BasicContent, StandardHandling, StandardLimit, UniformElement } from '../../../contract/standards.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type powerTypes, processTaskKinds, type serviceObjects } from '../../../contract/words.ts';
import { basicCodeOf, type ItemVersion, processOf } from '../catalogue/index.ts';

/** What is compared of an item, published or about to be. */
export type ComparedItem = Pick<ItemVersion, 'code' | 'caseType' | 'level' | 'content'>;

/** A basic item as it stands. */
export interface BasicItem {
  readonly code: string;
  readonly type: (typeof powerTypes)[number];
  readonly content: BasicContent;
}

/** One thing that an element says: how it is compared, and how one reads it. */
interface Saying {
  readonly key: string;
  readonly text: LocalText;
}

/** An element as a side says it. Sayings have no order; a process is one saying, because its order is what it says. */
export interface Facet {
  readonly key: string;
  readonly sayings: readonly Saying[];
}

/** Elements that a side says something about; a basic item may leave some to whoever implements it. */
export type Facets = Readonly<Partial<Record<UniformElement, Facet>>>;

/** Full and half width, spaces, case and the stop at the end make no difference. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[;,.。、]+$/u, '')
    .toLowerCase();
}

const text = (zh: string, en: string): LocalText => ({ zh, en: en === '' ? zh : en });
const same = (words: string): LocalText => ({ zh: words, en: words });
const said = (words: LocalText): Saying => ({ key: tidy(words.zh), text: text(words.zh, words.en) });

function facet(...sayings: readonly Saying[]): Facet {
  return {
    key: sayings
      .map(({ key }) => key)
      .toSorted()
      .join('\n'),
    sayings,
  };
}

/** Versions never change, so what one says is worked out once. */
const known = new WeakMap<object, { caseType: ComparedItem['caseType']; code: string; facets: Facets }>();

/** What an item says of every element. */
export function facetsOf({ code, caseType, content }: ComparedItem): Facets {
  const before = known.get(content);
  if (before?.caseType === caseType && before.code === code) return before.facets;
  const { elements, statutoryLimit, promisedLimit } = content;
  const facets: Facets = {
    name: facet(said(content.name)),
    code: facet({ key: basicCodeOf(code), text: same(basicCodeOf(code)) }),
    type: facet(typeSaying(elements.itemType)),
    bases: facet(...content.bases.map(basisSaying)),
    serviceObjects: facet(...elements.serviceObjects.map(objectSaying)),
    conditions: facet(...content.conditions.map(said)),
    materials: facet(...content.materials.map(materialSaying)),
    process: facet(processSaying(processOf({ content, caseType }))),
    statutoryLimit: facet(limitSaying(statutoryLimit)),
    promisedLimit: facet(limitSaying(promisedLimit)),
    fee: facet(feeSaying(content.fee.fen)),
    result: facet(said(content.result.name)),
  };
  known.set(content, { caseType, code, facets });
  return facets;
}

/** What a basic item says to an item; of one 业务办理项 what it says of that. */
export function basicFacets({ code, type, content }: BasicItem, handling: StandardHandling | undefined): Facets {
  return {
    name: facet(...(handling === undefined ? namesOf(content) : [said(handling.name)])),
    code: facet({ key: code, text: same(code) }),
    type: facet(typeSaying(type)),
    bases: facet(...(handling?.bases ?? content.bases).map(basisSaying)),
    ...(handling !== undefined && {
      serviceObjects: facet(...handling.serviceObjects.map(objectSaying)),
      conditions: facet(...handling.conditions.map(said)),
      materials: facet(...handling.materials.map(materialSaying)),
      ...(handling.process && { process: facet(processSaying(handling.process)) }),
      statutoryLimit: facet(limitSaying(handling.statutoryLimit)),
      ...(handling.promisedLimit && { promisedLimit: facet(limitSaying(handling.promisedLimit)) }),
      fee: facet(feeSaying(handling.fen)),
      result: facet(said(handling.result)),
    }),
  };
}

/** Where the 业务办理项 of an item is none of the basic item's, its name is compared with all that there are. */
function namesOf({ name, handlings }: BasicContent): Saying[] {
  return handlings.length === 0 ? [said(name)] : handlings.map((handling) => said(handling.name));
}

/** What the basic item says of the 业务办理项 that an item is; undefined where it knows none such. */
export function handlingOf({ content }: BasicItem, item: ComparedItem): StandardHandling | undefined {
  const { handling } = item.content;
  return content.handlings.find((each) => tidy(each.handling?.zh ?? '') === tidy(handling?.zh ?? ''));
}

export const typeNames: Readonly<Record<(typeof powerTypes)[number], LocalText>> = {
  LICENSE: text('行政许可', 'Licence'),
  PENALTY: text('行政处罚', 'Penalty'),
  COERCION: text('行政强制', 'Coercive measure'),
  COLLECTION: text('行政征收', 'Collection'),
  PAYMENT: text('行政给付', 'Payment'),
  INSPECTION: text('行政检查', 'Inspection'),
  CONFIRMATION: text('行政确认', 'Confirmation'),
  REWARD: text('行政奖励', 'Reward'),
  RULING: text('行政裁决', 'Ruling'),
  OTHER_POWER: text('其他行政权力', 'Other power'),
  PUBLIC_SERVICE: text('公共服务', 'Public service'),
};

const objectNames: Readonly<Record<(typeof serviceObjects)[number], LocalText>> = {
  PERSON: text('自然人', 'Persons'),
  ENTERPRISE: text('企业法人', 'Companies'),
  INSTITUTION: text('事业法人', 'Public institutions'),
  ASSOCIATION: text('社会组织法人', 'Associations'),
  UNINCORPORATED: text('非法人企业', 'Unincorporated businesses'),
  GOVERNMENT: text('行政机关', 'Government bodies'),
  OTHER: text('其他组织', 'Other organisations'),
};

const units: Readonly<Record<StandardLimit['unit'], readonly [zh: string, en: string]>> = {
  workingDays: ['个工作日', 'working days'],
  calendarDays: ['日', 'calendar days'],
  officeHours: ['个工作小时', 'office hours'],
};

const necessities = {
  required: text('必要', 'required'),
  optional: text('非必要', 'optional'),
  shared: text('共享获取，不用带', 'shared, not to be brought'),
} as const;

function typeSaying(type: (typeof powerTypes)[number]): Saying {
  return { key: type, text: typeNames[type] };
}

function objectSaying(object: (typeof serviceObjects)[number]): Saying {
  return { key: object, text: objectNames[object] };
}

function basisSaying({ law, article = '' }: LegalBasis): Saying {
  const bare = law.replace(/[《》]/gu, '').replace(/^中华人民共和国/u, '');
  return { key: `${tidy(bare)}|${tidy(article)}`, text: same(`${bare}${article}`) };
}

function materialSaying({
  name,
  necessity,
  originals,
  copies,
}: {
  readonly name: LocalText;
  readonly necessity: keyof typeof necessities;
  readonly originals: number;
  readonly copies: number;
}): Saying {
  const zh = [
    necessities[necessity].zh,
    ...(originals > 0 ? [`原件${originals}份`] : []),
    ...(copies > 0 ? [`复印件${copies}份`] : []),
  ];
  const en = [
    necessities[necessity].en,
    ...(originals > 0 ? [`${originals} original(s)`] : []),
    ...(copies > 0 ? [`${copies} copy(ies)`] : []),
  ];
  return {
    key: `${tidy(name.zh)}|${necessity}|${originals}|${copies}`,
    text: text(`${name.zh}（${zh.join('，')}）`, `${name.en === '' ? name.zh : name.en} (${en.join(', ')})`),
  };
}

const taskNames: Readonly<Record<(typeof processTaskKinds)[number], LocalText>> = {
  INTAKE: text('收件', 'intake'),
  ACCEPTANCE: text('受理', 'acceptance'),
  REVIEW: text('审查', 'review'),
  JOINT_REVIEW: text('并联审查', 'joint review'),
  SITE_VISIT: text('现场核查', 'site visit'),
  JOINT_SITE_VISIT: text('联合踏勘', 'joint site visit'),
  EXPERT_PANEL: text('专家评审', 'expert panel'),
  HEARING: text('听证', 'hearing'),
  INSPECTION: text('检验、检测、检疫', 'inspection or testing'),
  PUBLIC_NOTICE: text('公示、公告', 'public notice'),
  DECISION: text('决定', 'decision'),
  CERTIFICATION: text('制证', 'making the certificate'),
  DELIVERY: text('出件、送达', 'handing out'),
};

/**
 * The order of the stages and what is done in each; how they are called makes no difference. What is done is told behind
 * each name, so that two processes that differ never read the same.
 */
function processSaying({ stages }: Process): Saying {
  const told = stages.map(({ name, tasks }) => {
    const kinds = processTaskKinds.filter((each) => tasks.some(({ kind }) => kind === each));
    const done = kinds.map((kind) => taskNames[kind]);
    return {
      key: kinds.join('+'),
      zh: `${name.zh}（${done.map(({ zh }) => zh).join('＋')}）`,
      en: `${name.en === '' ? name.zh : name.en} (${done.map(({ en }) => en).join(' + ')})`,
    };
  });
  const inOrder = (of: 'zh' | 'en') => told.map((stage) => stage[of]).join(' → ');
  return { key: told.map(({ key }) => key).join('>'), text: text(inOrder('zh'), inOrder('en')) };
}

function limitSaying(limit: StandardLimit | undefined): Saying {
  if (limit === undefined) return { key: 'none', text: text('没有规定', 'none set') };
  const [zh, en] = units[limit.unit];
  if (limit.amount === 0) return { key: '0', text: text('当场', 'on the spot') };
  return { key: `${limit.amount} ${limit.unit}`, text: text(`${limit.amount}${zh}`, `${limit.amount} ${en}`) };
}

function feeSaying(fen: number): Saying {
  if (fen === 0) return { key: '0', text: text('不收费', 'free of charge') };
  const yuan = `${Math.floor(fen / 100)}${fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`;
  return { key: String(fen), text: text(`${yuan}元`, `${yuan} yuan`) };
}
