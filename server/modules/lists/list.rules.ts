import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { BasicContent, PowerType } from '../../../contract/standards.ts';
import type { Level } from '../../../contract/values.ts';
import { type assistanceModes, type handlingTags, itemTypes, levels } from '../../../contract/words.ts';
import type { DevolutionMode, ItemRoute, ItemVersion } from '../catalogue/index.ts';

export type HandlingTag = (typeof handlingTags)[number];
export type AssistanceMode = (typeof assistanceModes)[number];

/** A power or service of the basic catalogue 基本目录, and the organs that claimed it. */
export interface Power {
  readonly basicItemId: string;
  /** Basic code. */
  readonly code: string;
  readonly type: PowerType;
  readonly content: BasicContent;
  readonly organIds: readonly string[];
}

/** An item in force and where else it is received today. */
export interface Matter {
  readonly version: ItemVersion;
  /** Its own routes alone. */
  readonly routes: readonly ItemRoute[];
  /** The basic item that it implements, where the basic catalogue has it. */
  readonly power?: Power;
}

/** 赋权: how the matter came to a lower level. Without routes it is everywhere at this level. */
export interface HandOver {
  /** Whose it was: the deciding department's, or that of somebody above who decides no more. */
  readonly from: 'DEPARTMENT' | 'ABOVE';
  readonly mode: DevolutionMode;
  readonly level: Level;
  readonly to: readonly ItemRoute[];
  /** Absent without a route: versions do not say since when. */
  readonly fromDay?: string;
}

/** One row of a list: the matter, or one of its materials or hand-overs. `part` tells the rows of one matter apart. */
export interface Entry {
  readonly part: string;
  readonly material?: MaterialRequirement;
  readonly handOver?: HandOver;
}

/** What stands on a list of one matter; nothing when it does not stand there. */
export type Standing = (matter: Matter) => readonly Entry[];

const once: readonly Entry[] = [{ part: '' }];

/** A list on which a matter stands once, or not at all. */
export function where(stands: (matter: Matter) => boolean): Standing {
  return (matter) => (stands(matter) ? once : []);
}

/** A list of materials. */
export function eachMaterial(stands: (material: MaterialRequirement) => boolean): Standing {
  return ({ version }) =>
    version.content.materials.filter(stands).map((material) => ({ part: material.key, material }));
}

/** 证明材料: what somebody must bring that another body issued; what is looked up is not asked for (OBE 44). */
export function isProof({ kind, source, necessity }: MaterialRequirement): boolean {
  return necessity !== 'shared' && (kind === undefined ? source !== 'applicant' : kind === 'proof');
}

/** Where a matter is received by its version or by a route, the widest level first. */
export function receivedAt({ version, routes }: Matter): Level[] {
  return levels.filter(
    (level) => version.content.offeredAt.includes(level) || routes.some((route) => route.level === level),
  );
}

/** 即办件 counts only where one can be served on the spot, 网上办 the whole way, 就近办 below the district, 一次办 at most one visit. */
export function handlingTagsOf(matter: Matter): HandlingTag[] {
  const { caseType, content } = matter.version;
  const received = receivedAt(matter);
  const tags: Record<HandlingTag, boolean> = {
    IMMEDIATE: caseType === 'IMMEDIATE',
    ONLINE: isWhollyOnline(matter),
    NEARBY: received.includes('TOWNSHIP') || received.includes('VILLAGE'),
    ONCE: content.visits <= 1,
  };
  return (Object.keys(tags) as HandlingTag[]).filter((tag) => tags[tag]);
}

/** 网上可办: the application can be handed in online. */
export function isOnlineable({ version: { content } }: Matter): boolean {
  return content.online && content.guideOnly === undefined && content.elements.onlineDepth !== 'CONSULT';
}

/** 全程网办: from the application to the result online, without a visit. */
export function isWhollyOnline(matter: Matter): boolean {
  const { content } = matter.version;
  return isOnlineable(matter) && content.elements.onlineDepth === 'RESULT' && content.visits === 0;
}

/**
 * 赋权: the routes in force, those of one day and mode together; at a level without one, how the version says that the
 * item came down: by the source of the power where the township decides, by 服务前移 where a department decides what is
 * received below the district. A department's own power that was handed down to it stands at its own level.
 */
export const handOvers: Standing = ({ version, routes }) => {
  const ownOfTownship = version.decidingOrganId === null;
  const from = ownOfTownship ? 'ABOVE' : 'DEPARTMENT';
  const batches = Map.groupBy(routes, ({ mode, level, fromDay }) => `${level} ${mode} ${fromDay}`);
  const routed = [...batches].flatMap(([part, to]): Entry[] =>
    to.slice(0, 1).map(({ mode, level, fromDay }) => ({ part, handOver: { from, mode, level, to, fromDay } })),
  );
  const ofSource = modeOfSource[version.content.elements.powerSource];
  const below = version.content.offeredAt.filter(
    (level) => level !== 'DISTRICT' && !routes.some((route) => route.level === level),
  );
  const mode = ownOfTownship ? ofSource : 'SERVICE_FORWARD';
  const said =
    mode === undefined ? [] : below.map((level): Entry => ({ part: level, handOver: { from, mode, level, to: [] } }));
  if (ownOfTownship || ofSource === undefined) return [...said, ...routed];
  const { level } = version;
  return [{ part: 'SOURCE', handOver: { from: 'ABOVE', mode: ofSource, level, to: [] } }, ...said, ...routed];
};

const modeOfSource: Partial<Record<ItemVersion['content']['elements']['powerSource'], DevolutionMode>> = {
  DEVOLVED: 'DEVOLVED',
  AUTHORIZED: 'AUTHORIZED',
  PEER_AUTHORIZED: 'AUTHORIZED',
  ENTRUSTED: 'ENTRUSTED',
  PEER_ENTRUSTED: 'ENTRUSTED',
};

/** 领办、帮办、代办、上门办, always free of charge. */
export function assistedBy(mode: AssistanceMode): Standing {
  return where(({ version }) => version.content.elements.assistance.includes(mode));
}

/** Powers that nobody applies for, as penalties and inspections: they stand in the list of powers alone (domain §1.1). */
export function isOfOffice({ type }: Pick<Power, 'type'>): boolean {
  return !(itemTypes as readonly string[]).includes(type);
}

/** Words of a question, all of which must stand in a row; width and case of letters do not matter. */
export function wordsOf(question: string): string[] {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s，,、]+/)
    .filter((word) => word !== '');
}
