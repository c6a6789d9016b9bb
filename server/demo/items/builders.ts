import type {
  ImplementationElements,
  LegalBasis,
  MaterialRequirement,
  Process,
  ProcessTask,
} from '../../../contract/catalogue.ts';
import type { FormField } from '../../../contract/form.ts';
import type { Certificate } from '../../../contract/item-content.ts';
import type { Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import { type itemTypes, type matterFields, powerTypeCodes, type processTaskKinds } from '../../../contract/words.ts';
import type { ItemContent } from '../../modules/catalogue/index.ts';
import type { Limit } from '../../modules/deadlines/index.ts';
import { creditCodes, departments, type OrganKey } from '../places.ts';
import {
  both,
  commonElements,
  type DemoItem,
  free,
  guideLimits,
  licenceLimits,
  licensingBases,
  remedies,
} from './pieces.ts';

/** A text in Chinese and English. */
export type Pair = readonly [zh: string, en: string];

/** A material; what it rests on is the item's own rule, unless it says otherwise. */
export type Paper = Omit<MaterialRequirement, 'basis'> & { readonly basis?: LegalBasis };

/** Who does what within how many working days; without an organ it is the one that decides. */
export type TaskOutline = readonly [
  kind: (typeof processTaskKinds)[number],
  zh: string,
  en: string,
  days?: number | undefined,
  organ?: OrganKey | 'INTAKE' | undefined,
  more?: {
    /** Organs that take part beside the one whose task it is. */
    readonly participants?: readonly OrganKey[];
    readonly silence?: LegalBasis;
    readonly veto?: true;
    readonly pause?: NonNullable<ProcessTask['pause']>;
  },
];

/** What is an item's own; everything else follows from its profile. */
export interface Outline {
  readonly key: string;
  readonly organ: OrganKey | 'township';
  /** Main item and sub item in the basic code, six digits; a township's item also says in whose domain it is. */
  readonly number: string;
  readonly domain?: OrganKey;
  /** 领域, where a commitment may stand for something. */
  readonly field?: (typeof matterFields)[number];
  /** 告知承诺 for the whole matter. */
  readonly commitment?: ItemContent['commitment'];
  /** 业务办理项: its sequence (1 when absent) and what it is called. */
  readonly sequence?: number;
  readonly handling?: Pair;
  readonly name: Pair;
  readonly brief: Pair;
  readonly who: readonly Pair[];
  readonly rule: LegalBasis;
  readonly bases?: readonly LegalBasis[];
  readonly materials: readonly Paper[];
  readonly form: readonly FormField[];
  /** Working days promised, or calendar days where the law's limit is in such; 0: decided at once. */
  readonly days: number;
  /** What a law allows, where it was read or is a licence's. */
  readonly law?: Limit & { readonly mark: 'checked' | 'sample' };
  readonly fee?: ItemContent['fee'];
  /** The guide of 2018 asked for so many materials, working days and visits (a sample). */
  readonly was: readonly [materials: number, days: number, visits: number];
  readonly gives: Pair;
  readonly note: Pair;
  readonly certificate?: Omit<Certificate, 'rows'> & {
    readonly rows: readonly (readonly [label: string, value: string])[];
    /** How long it holds; null: without end. */
    readonly months?: number | null;
  };
  /** Why one must come, and how often. */
  readonly visit?: Pair;
  readonly visits?: number;
  /** What happens between acceptance and decision, in words. */
  readonly steps?: readonly Pair[];
  /** The same as stages of a process, each with tasks side by side. */
  readonly stages?: readonly { readonly name: Pair; readonly tasks: readonly TaskOutline[]; readonly join?: number }[];
  /** 转报: the organ above that decides after the review here (ALL 43). */
  readonly upper?: Pair;
  readonly elements?: Partial<ImplementationElements>;
  readonly asked?: readonly (readonly [zh: string, en: string, answerZh: string, answerEn: string])[];
  readonly life: ItemContent['lifeEvent'];
  readonly says?: readonly string[];
  readonly because?: string;
  /** Where it is received: V village, T township, D district. */
  readonly at: 'VTD' | 'VT' | 'TD' | 'T' | 'D';
  /** Everyday words: Chinese between spaces, English between commas. */
  readonly called: Pair;
  /** Why it can only be read about here. */
  readonly guideOnly?: Pair;
}

/** 公共服务. */
export const publicService = (outline: Outline) => item(outline, 'PUBLIC_SERVICE', 'PUBLIC_SERVICE');
/** 行政给付. */
export const benefit = (outline: Outline) => item(outline, 'BENEFIT', 'PAYMENT');
/** 行政奖励. */
export const reward = (outline: Outline) => item(outline, 'BENEFIT', 'REWARD');
/** 备案, an administrative power of the last kind. */
export const filing = (outline: Outline) => item(outline, 'FILING', 'OTHER_POWER');
/** 行政确认. */
export const confirmation = (outline: Outline) => item(outline, 'PUBLIC_SERVICE', 'CONFIRMATION');
/** 行政许可. */
export const licence = (outline: Outline) => item(outline, 'LICENSE', 'LICENSE');
/** 其他行政权力 that is decided, not only filed. */
export const otherPower = (outline: Outline) => item(outline, 'PUBLIC_SERVICE', 'OTHER_POWER');

/** Also at home, for whoever cannot come. */
export const withHomeVisit: ImplementationElements['assistance'] = ['ESCORT', 'ASSIST', 'AGENCY', 'HOME_VISIT'];

const text = ([zh, en]: Pair): LocalText => both(zh, en);

/** Two digits of a department in a basic code; those of the province's own list are not at hand. */
const domains: Partial<Record<OrganKey, string>> = {
  health: '23',
  civilAffairs: '11',
  disabledFederation: '78',
  humanResources: '14',
  medicalInsurance: '36',
  veterans: '24',
  education: '05',
  housing: '17',
  marketSupervision: '31',
  publicSecurity: '09',
  forestry: '64',
  tobacco: '45',
  water: '19',
  urbanManagement: '72',
  agriculture: '20',
  naturalResources: '15',
  transport: '18',
  culture: '33',
  emergency: '38',
  justice: '12',
  tax: '30',
  ethnicAffairs: '41',
  fire: '85',
  meteorology: '54',
  archives: '75',
  development: '04',
  ecology: '16',
};

/** 主题分类 of what a matter is about, in the words of the national list. */
const themes: Readonly<Record<ItemContent['lifeEvent'], string>> = {
  birth: '生育收养',
  school: '教育科研',
  work: '就业创业',
  business: '准营准办',
  medical: '医疗卫生',
  housing: '住房保障',
  senior: '社会保障',
  death: '死亡殡葬',
};

const baselineSource = both('本区2018年办事指南（样例）', 'The district’s guide of 2018 (sample)');
const levelOf = { V: 'VILLAGE', T: 'TOWNSHIP', D: 'DISTRICT' } as const satisfies Record<string, Level>;

function item(outline: Outline, profile: ProcedureProfile, itemType: (typeof itemTypes)[number]): DemoItem {
  const { key, organ, stages, upper, rule } = outline;
  const level = organ === 'township' ? 'TOWNSHIP' : 'DISTRICT';
  const domain = organ === 'township' ? outline.domain : organ;
  const credit = creditCodes[organ];
  const digits = domain === undefined ? undefined : domains[domain];
  if (credit === undefined || digits === undefined) throw new Error(`${key}: ${organ} has no code`);
  const sequence = String(outline.sequence ?? 1).padStart(2, '0');
  return {
    key,
    code: `${credit}${level === 'TOWNSHIP' ? 5 : 4}43${powerTypeCodes[itemType]}${digits}${outline.number}${sequence}`,
    organ,
    profile,
    caseType: outline.days === 0 ? 'IMMEDIATE' : 'PROMISED',
    level,
    content: contentOf(outline, profile, itemType),
    ...(stages !== undefined && {
      process: (organs) => ({
        ...staged(stages)(organs),
        ...(upper !== undefined && { reportUp: { organ: text(upper), basis: rule } }),
      }),
    }),
  };
}

function contentOf(outline: Outline, profile: ProcedureProfile, itemType: (typeof itemTypes)[number]): ItemContent {
  const { name, days, rule, certificate, law, was } = outline;
  const guide = `${name[0]}办事指南`;
  const materials = outline.materials.map((paper): MaterialRequirement => ({ ...paper, basis: paper.basis ?? rule }));
  const offeredAt = [...outline.at].map((letter) => levelOf[letter as keyof typeof levelOf]);
  const isLicence = profile === 'LICENSE';
  const limits = isLicence ? licenceLimits(guide, days || 1) : guideLimits(guide, days || 1);
  const fee = outline.fee ?? free;
  const visits = outline.visits ?? (outline.visit === undefined ? 0 : 1);
  const online = outline.guideOnly === undefined && (outline.elements?.handlingForms?.includes('ONLINE') ?? true);
  const ofFirm = outline.form.some(({ kind, party }) => kind === 'firm' && party === 'applicant');
  const { mark, ...statutory } = law ?? { mark: undefined };
  return {
    name: text(name),
    brief: text(outline.brief),
    bring: broughtOf(materials),
    howLong: howLong(outline, fee.fen),
    conditions: outline.who.map(text),
    materials,
    form: [...outline.form],
    ...limits,
    ...(mark !== undefined && {
      statutoryLimit: statutory as Limit,
      promisedLimit: { ...limits.promisedLimit, unit: law?.unit ?? limits.promisedLimit.unit },
      limitMarks: { statutory: mark, promised: 'sample' },
    }),
    fee,
    baseline: {
      steps: days === 0 ? 5 : Math.max(7, (outline.stages?.length ?? 0) + 5),
      materials: was[0],
      days: was[1],
      fen: fee.fen,
      visits: was[2],
      source: baselineSource,
      mark: 'sample',
    },
    ...(outline.handling !== undefined && { handling: text(outline.handling) }),
    result: {
      name: text(outline.gives),
      note: text(outline.note),
      scope: outline.elements?.handlingArea === 'NATION' ? '全国' : '本区',
      ...(certificate !== undefined && { certificate: certificateOf(certificate) }),
      ...(certificate?.months !== undefined && { validity: { months: certificate.months, mark: 'sample' } }),
    },
    elements: {
      ...commonElements,
      handlingForms: online ? ['WINDOW', 'ONLINE'] : ['WINDOW'],
      ...(!online && { onlineDepth: 'CONSULT', mobile: false }),
      itemType,
      serviceObjects: ofFirm ? ['ENTERPRISE', 'UNINCORPORATED'] : ['PERSON'],
      resultType: certificate !== undefined ? 'CERTIFICATE' : profile === 'FILING' ? 'OTHER' : 'DECISION',
      ...(outline.visit !== undefined && { visitReason: text(outline.visit) }),
      themes: [themes[outline.life]],
      questions: (outline.asked ?? []).map(([zh, en, answerZh, answerEn]) => ({
        question: both(zh, en),
        answer: both(answerZh, answerEn),
      })),
      ...outline.elements,
    },
    ...(outline.guideOnly !== undefined && { guideOnly: text(outline.guideOnly) }),
    steps: stepsOf(outline, online),
    bases: [rule, ...(outline.bases ?? []), ...(isLicence ? licensingBases : [])],
    remedies,
    visits,
    deliveryWishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
    deemedAcceptance: isLicence,
    lifeEvent: outline.life,
    aliases: [...outline.called[0].split(' '), ...outline.called[1].split(', ')],
    online,
    correctionDays: null,
    grantReason: outline.because ?? `申请人符合${name[0]}的条件，提交的材料齐全`,
    ...(outline.says !== undefined && { decisionAnswers: [...outline.says] }),
    ...(outline.field !== undefined && { fields: [outline.field] }),
    ...(outline.commitment !== undefined && { commitment: outline.commitment }),
    offeredAt,
  };
}

function broughtOf(materials: readonly MaterialRequirement[]): LocalText {
  const required = materials.filter(({ necessity }) => necessity === 'required');
  const names = required.flatMap(({ name, when }) => (when === undefined ? [name] : []));
  const more: Pair = names.length < required.length ? ['，看情况再加一样', ', and what your case needs'] : ['', ''];
  if (names.length === 0) return both(`什么都不用带${more[0]}`, `Nothing${more[1]}`);
  const english = names.map(({ en }, at) => (at === 0 ? en : `${en.charAt(0).toLowerCase()}${en.slice(1)}`));
  return both(`${names.map(({ zh }) => zh).join('、')}${more[0]}`, `${english.join(', ')}${more[1]}`);
}

function howLong({ days, law }: Outline, fen: number): LocalText {
  const cost = fen === 0 ? (['不收钱', 'free of charge'] as const) : ([`${fen / 100}元`, `${fen / 100} yuan`] as const);
  if (days === 0) return both(`材料齐了当场办，${cost[0]}`, `At once when everything is there, ${cost[1]}`);
  const [unit, unitEn] = law?.unit === 'calendarDays' ? ['天', 'day'] : ['个工作日', 'working day'];
  return both(
    `受理后${days}${unit}，${cost[0]}`,
    `${days} ${unitEn}${days === 1 ? '' : 's'} after acceptance, ${cost[1]}`,
  );
}

function certificateOf({ rows, months: _, ...rest }: NonNullable<Outline['certificate']>): Certificate {
  return { ...rest, rows: rows.map(([label, value]) => ({ label, value })) };
}

function stepsOf({ at, days, organ, upper, gives, steps = [] }: Outline, online: boolean): LocalText[] {
  const [decider, deciderEn] =
    organ === 'township'
      ? ['镇（街道）', 'The township']
      : [`区${departments[organ][0]}`, `The ${departments[organ][1]}`];
  const net = online ? (['在网上或者', 'online or '] as const) : (['', ''] as const);
  const [where, whereEn] = at.includes('T')
    ? ['镇上窗口', 'at the township’s window']
    : ['区政务服务中心', 'at the district’s hall'];
  const village: Pair = at.includes('V')
    ? ['，也可以交给村（社区），村里帮您交到镇上', ', or give it to the village, which hands it in for you']
    : ['', ''];
  return [
    both(`您${net[0]}到${where}申请${village[0]}。`, `You apply ${net[1]}${whereEn}${village[1]}.`),
    days === 0
      ? both('窗口核对材料，齐了当场受理。', 'The window checks the papers and accepts at once when they are complete.')
      : both(
          '5个工作日内告诉您受理了没有，缺什么一次说清。',
          'Within 5 working days you hear whether it is accepted, or everything that is missing.',
        ),
    ...steps.map(text),
    upper === undefined
      ? both(`${decider}审查、决定。`, `${deciderEn} reviews and decides.`)
      : both(`${decider}先审查，报${upper[0]}决定。`, `${deciderEn} reviews first, then the ${upper[1]} decides.`),
    both(
      `办好了通知您，领取${gives[0]}。`,
      `You are told when it is done, and receive: ${gives[1].charAt(0).toLowerCase()}${gives[1].slice(1)}.`,
    ),
  ];
}

const posts: Partial<Record<(typeof processTaskKinds)[number], Pair>> = {
  INTAKE: ['综合窗口收件岗', 'Comprehensive window'],
  ACCEPTANCE: ['综合窗口受理岗', 'Comprehensive window'],
  SITE_VISIT: ['现场核查岗（两人）', 'Site inspectors (two)'],
  JOINT_SITE_VISIT: ['联合踏勘组', 'Joint inspection group'],
  EXPERT_PANEL: ['专家库抽取的专家', 'Experts drawn from the register'],
  HEARING: ['法制岗', 'Legal affairs'],
  INSPECTION: ['检验检测机构', 'Testing body'],
  PUBLIC_NOTICE: ['公示岗', 'Publication'],
  DECISION: ['决定岗', 'Decider'],
  CERTIFICATION: ['制证岗', 'Certificates'],
  DELIVERY: ['出件窗口', 'Exit window'],
};

/** The whole way of an item, as it is founded: intake and acceptance before these stages, decision, certificate and handing out after. */
export const staged =
  (stages: NonNullable<Outline['stages']>, certification?: Pair): NonNullable<DemoItem['process']> =>
  (organs) =>
    processOf(stages, organs, certification);

function processOf(
  stages: NonNullable<Outline['stages']>,
  organs: Readonly<Record<OrganKey, string>>,
  certification: Pair | undefined,
): Process {
  const whole: NonNullable<Outline['stages']> = [
    { name: ['收件', 'Intake'], tasks: [['INTAKE', '收件', 'Intake', undefined, 'INTAKE']] },
    { name: ['受理', 'Acceptance'], tasks: [['ACCEPTANCE', '受理', 'Acceptance', undefined, 'INTAKE']] },
    ...stages,
    { name: ['决定', 'Decision'], tasks: [['DECISION', '决定', 'Decision', 1]] },
    ...(certification === undefined
      ? []
      : [{ name: certification, tasks: [['CERTIFICATION', ...certification, undefined] as const] }]),
    { name: ['出件', 'Handing out'], tasks: [['DELIVERY', '出件', 'Handing out', undefined, 'INTAKE']] },
  ];
  return {
    stages: whole.map(({ name, tasks, join }, stage) => ({
      key: `stage${stage + 1}`,
      name: text(name),
      ...(join !== undefined && { join }),
      tasks: tasks.map(([kind, zh, en, days, organ, { participants, ...rule } = {}], task) => ({
        key: `task${stage + 1}${'abcdefgh'[task] ?? ''}`,
        name: both(zh, en),
        kind,
        ...(organ === undefined
          ? { organ: 'DECIDING' as const }
          : organ === 'INTAKE'
            ? { organ: 'INTAKE' as const }
            : { organ: 'NAMED' as const, organId: organs[organ] }),
        post: text(posts[kind] ?? ['审查岗', 'Reviewer']),
        ...(days !== undefined && { limit: { amount: days, unit: 'workingDays' as const } }),
        ...rule,
        ...(participants !== undefined && { participants: participants.map((each) => organs[each]) }),
      })),
    })),
  };
}
