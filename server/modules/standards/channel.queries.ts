import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import type { ChannelDifference } from '../../../contract/standards.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import {
  findItems,
  getGuide,
  getIntakeItems,
  getVersionInForce,
  type ItemVersion,
  processOf,
} from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';

/** What a channel shows of an item, part by part; undefined where it does not show the item at all. */
export type Shown = Readonly<Record<string, unknown>> | undefined;

/**
 * 渠道: a place where people read what binds, read through the very function that serves it there. A module above that
 * serves items of its own way hands its channel to `standardsJobs`.
 */
export interface Channel {
  readonly name: ChannelDifference['channel'];
  read(read: Read, call: Call, items: readonly ItemVersion[]): Promise<ReadonlyMap<string, Shown>>;
}

/** What was published, straight from its rows and past every copy. */
export async function getPublished(
  read: Read,
  { district, today }: Pick<Call, 'district' | 'today'>,
  itemIds: readonly string[],
): Promise<ItemVersion[]> {
  const { rows } = await sql<ItemVersion>`
    select distinct on (v.item_id) v.id, v.item_id, v.version, i.code, v.effective_day, v.procedure_profile as profile,
      v.case_type, v.level, v.accepting_organ_id, v.deciding_organ_id, v.content
    from item_versions v join items i on i.district = v.district and i.id = v.item_id
    where v.district = ${district} and v.item_id = any(${itemIds}::uuid[]) and v.state = 'PUBLISHED'
      and v.effective_day <= ${today} and (v.until_day is null or v.until_day > ${today})
    order by v.item_id, v.version desc
  `.execute(read);
  return rows;
}

/** Everything that any channel may show of a version. */
export function partsOf(version: ItemVersion): Readonly<Record<string, unknown>> {
  const { id, code, level, caseType, profile, content } = version;
  const { statutoryLimit, promisedLimit, result } = content;
  return {
    version: id,
    code,
    level,
    caseType,
    profile,
    name: content.name,
    brief: content.brief,
    conditions: content.conditions,
    materials: content.materials,
    form: content.form,
    statutoryLimit: statutoryLimit === undefined ? null : [statutoryLimit.amount, statutoryLimit.unit],
    promisedLimit: [promisedLimit.amount, promisedLimit.unit],
    fee: content.fee,
    result: { name: result.name, note: result.note },
    process: processOf(version),
    bases: content.bases,
    elements: content.elements,
    visits: content.visits,
    remedies: content.remedies,
    bring: content.bring,
    howLong: content.howLong,
    handling: content.handling ?? null,
    online: content.online,
    guideOnly: content.guideOnly ?? null,
    deliveryWishes: content.deliveryWishes,
  };
}

/** 办事指南 for everybody: the page, what is printed from it, and the JSON for other systems are one reply. */
const guide: Channel = {
  name: 'GUIDE',
  read: (read, call, items) =>
    each(items, async ({ itemId }) => {
      const shown = await getGuide(read, call, { itemId });
      const { statutoryLimit, promisedLimit } = shown;
      return {
        version: shown.itemVersionId,
        code: shown.code,
        level: shown.level,
        caseType: shown.caseType,
        profile: shown.profile,
        name: shown.name,
        brief: shown.brief,
        conditions: shown.conditions,
        materials: shown.materials,
        form: shown.form,
        statutoryLimit: statutoryLimit === undefined ? null : [statutoryLimit.amount, statutoryLimit.unit],
        promisedLimit: [promisedLimit.amount, promisedLimit.unit],
        fee: shown.fee,
        result: shown.result,
        process: shown.process,
        bases: shown.bases,
        elements: shown.elements,
        visits: shown.visits,
        remedies: shown.remedies,
        handling: shown.handling ?? null,
        online: shown.online,
        guideOnly: shown.guideOnly ?? null,
        deliveryWishes: shown.deliveryWishes,
      };
    }),
};

/** 窗口: what a clerk chooses from; the guide that stands open beside it is the public one. */
const window: Channel = {
  name: 'WINDOW',
  async read(read, call, items) {
    const offered = items.filter(({ content }) => content.guideOnly === undefined);
    const asClerk = atWindow(
      call,
      offered.map(({ itemId }) => itemId),
    );
    const listed = new Map((await getIntakeItems(read, asClerk)).items.map((item) => [item.itemId, item]));
    return new Map(
      offered.map(({ itemId }) => {
        const item = listed.get(itemId);
        return [itemId, item && { name: item.name, code: item.code, caseType: item.caseType, profile: item.profile }];
      }),
    );
  },
};

/** A clerk who may take in these items, for reading only. */
function atWindow(call: Call, itemIds: readonly string[]): StaffCall {
  const post = {
    id: '',
    appointmentId: '',
    role: 'windowClerk',
    title: { zh: '', en: '' },
    organId: '',
    centerId: null,
    areaRegionId: '',
    phone: '',
    itemIds,
  } as const;
  return { ...call, staff: { id: '', name: '', sessionId: '', post, scope: undefined as never } };
}

/** 网上申报: the version that a draft pins, with its form and materials; papers of the case are drawn from it too. */
const onlineForm: Channel = {
  name: 'ONLINE_FORM',
  read: (read, call, items) =>
    each(items, async ({ itemId }) => {
      const { id, content } = await getVersionInForce(read, call, itemId);
      return { version: id, form: content.form, materials: content.materials };
    }),
};

/** 搜索和列表, which is also what other systems read by API. */
const search: Channel = {
  name: 'SEARCH',
  async read(read, call, items) {
    const wanted = new Set(items.map(({ itemId }) => itemId));
    const shown = new Map<string, Shown>(items.map(({ itemId }) => [itemId, undefined]));
    for (let after: string | undefined; ; ) {
      const page = await findItems(read, call, { limit: 100, ...(after !== undefined && { after }) });
      for (const { itemId, name, code, level, caseType, profile, brief, bring, howLong } of page.items)
        if (wanted.has(itemId)) shown.set(itemId, { name, code, level, caseType, profile, brief, bring, howLong });
      if (page.next === undefined) return shown;
      after = page.next;
    }
  },
};

/** The channels that the catalogue itself serves. */
export const catalogueChannels: readonly Channel[] = [guide, window, onlineForm, search];

/** A channel that refuses to show an item shows nothing of it. */
async function each(
  items: readonly ItemVersion[],
  show: (item: ItemVersion) => Promise<Shown>,
): Promise<ReadonlyMap<string, Shown>> {
  return new Map(
    await Promise.all(items.map(async (item) => [item.itemId, await show(item).catch(() => undefined)] as const)),
  );
}

/** One difference of a channel from what was published; digests, because both sides may be long. */
export interface Difference {
  readonly channel: Channel['name'];
  readonly part: string;
  readonly published: string;
  /** Empty where it shows nothing. */
  readonly shown: string;
}

/** In which parts a channel shows something else than what was published: the order of keys does not count, absent is not null. */
export function differencesOf(channel: Channel['name'], published: ItemVersion, shown: Shown): Difference[] {
  const parts = partsOf(published);
  if (shown === undefined) return [{ channel, part: 'item', published: digestOf(published.id), shown: '' }];
  return Object.entries(shown).flatMap(([part, value]) => {
    const truth = parts[part];
    if (isDeepStrictEqual(truth, value)) return [];
    return [{ channel, part, published: digestOf(truth), shown: digestOf(value) }];
  });
}

function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
    .slice(0, 16);
}
