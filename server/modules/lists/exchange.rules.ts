import type { ExchangedItem } from '../../../contract/lists.ts';
import type { Level, LocalText } from '../../../contract/values.ts';
import {
  bodyNatures,
  handlingAreas,
  handlingForms,
  onlineDepths,
  powerSources,
  powerTypeCodes,
  resultTypes,
  serviceObjects,
  standings,
} from '../../../contract/words.ts';
import { basicCodeOf, type ItemVersion, implementationCodeOf, officialWords, processOf } from '../catalogue/index.ts';

/** What a version does not say itself: who implements it, where it is received, how it stands. */
export interface Surroundings {
  readonly standing: ExchangedItem['standing'];
  readonly organ: string;
  readonly consult: string;
  readonly complain: string;
  readonly address: string;
  readonly hours: string;
  readonly inHall: boolean;
}

type Limit = Pick<ItemVersion['content']['promisedLimit'], 'amount' | 'unit' | 'basis'>;

/** 行使层级: below the county only townships and villages have one here. */
const useLevels: Readonly<Record<Level, number>> = { DISTRICT: 4, TOWNSHIP: 5, VILLAGE: 6 };
/** The last 服务对象 is 9 in the national table, not 7. */
const otherObject = 9;

/** 1 for the first word of a list: the national tables number in the order of ours. */
const numberIn = <Word extends string>(words: readonly Word[], word: Word): number => words.indexOf(word) + 1;
const flag = (yes: boolean): number => (yes ? 1 : 0);
const lines = (texts: readonly LocalText[]): string => texts.map(({ zh }) => zh).join('\n');
const basisOf = (basis: Limit['basis']): string =>
  'guide' in basis
    ? basis.guide
    : 'notice' in basis
      ? basis.notice
      : `《${basis.law.replace(/[《》]/g, '')}》${basis.article ?? ''}`;

/**
 * An item in the fields of the national exchange tables (GB/T 39554.2; domain §1.3), enumerations as their numbers.
 * `project_type` is 1 即办件, 2 承诺件 here; the rating interface numbers the same two the other way round, so that a
 * number of one may never be handed to the other.
 */
export function exchangeOf(version: ItemVersion, around: Surroundings): ExchangedItem['exchange'] {
  const { content, code, caseType, level } = version;
  const { elements, fee, result, statutoryLimit, promisedLimit } = content;
  const objects = elements.serviceObjects.map((object) =>
    object === 'OTHER' ? otherObject : numberIn(serviceObjects, object),
  );
  const topics = elements.themes.join('^');
  const servesPersons = elements.serviceObjects.includes('PERSON');
  const servesFirms = elements.serviceObjects.some((object) => object !== 'PERSON');
  return {
    catalog_code: basicCodeOf(code),
    task_code: implementationCodeOf(code),
    ...(code === implementationCodeOf(code) ? {} : { task_handle_item: code }),
    task_name: content.name.zh,
    task_type: powerTypeCodes[elements.itemType],
    task_version: version.version,
    task_state: numberIn(standings, around.standing),
    by_law: content.bases.map(({ law, article = '' }) => `《${law.replace(/[《》]/g, '')}》${article}`).join('；'),
    dept_name: around.organ,
    dept_code: code.slice(0, 18),
    dept_type: numberIn(bodyNatures, elements.bodyNature),
    ...(elements.entrustedBy && { entrust_name: elements.entrustedBy.zh }),
    use_level: useLevels[level],
    power_source: numberIn(powerSources, elements.powerSource),
    server_type: objects.join('^'),
    project_type: caseType === 'IMMEDIATE' ? 1 : 2,
    ...(statutoryLimit && {
      anticipate_day: String(statutoryLimit.amount),
      anticipate_type: officialWords.limitUnit[statutoryLimit.unit],
      anticipate_explain: basisOf(statutoryLimit.basis),
    }),
    promise_day: String(promisedLimit.amount),
    promise_type: officialWords.limitUnit[promisedLimit.unit],
    promise_explain: basisOf(promisedLimit.basis),
    limit_scene_num: content.visits,
    ...(elements.visitReason && { limit_scene_explain: elements.visitReason.zh }),
    accept_condition: lines(content.conditions),
    handle_flow: processOf(version)
      .stages.map(({ name }) => name.zh)
      .join('→'),
    ...(elements.specialProcedures.length > 0 && {
      special_procedure: elements.specialProcedures.map(({ name, limit }) => `${name.zh}（${limit.zh}）`).join('；'),
    }),
    handle_type: elements.handlingForms.map((form) => numberIn(handlingForms, form)).join('^'),
    handle_area: numberIn(handlingAreas, elements.handlingArea),
    is_entry_center: flag(around.inHall),
    is_online: flag(content.online),
    online_handle_depth: numberIn(onlineDepths, elements.onlineDepth),
    is_schedule: flag(elements.bookable),
    is_pay_online: flag(elements.payableOnline),
    is_express: flag(elements.courier),
    is_service_terminals: flag(elements.selfService),
    is_fee: flag(fee.fen > 0),
    ...(fee.basis && { fee_basis: `《${fee.basis.law.replace(/[《》]/g, '')}》${fee.basis.article ?? ''}` }),
    result_type: numberIn(resultTypes, elements.resultType),
    result_name: result.name.zh,
    ...(elements.quantityLimit && { limit_explain: elements.quantityLimit.zh }),
    ...(elements.jointBodies.length > 0 && { other_dept: elements.jointBodies.map(({ zh }) => zh).join('^') }),
    ...(elements.intermediary && { service_type: elements.intermediary.zh }),
    link_way: around.consult,
    supervise_way: around.complain,
    transact_addr: around.address,
    transact_time: around.hours,
    ...(servesPersons && { user_topic_type: topics }),
    ...(servesFirms && { corp_topic_type: topics }),
    plan_effective_date: version.effectiveDay,
  };
}
