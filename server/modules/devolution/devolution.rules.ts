import type { LegalBasis } from '../../../contract/catalogue.ts';
import type { Level } from '../../../contract/values.ts';
import type { devolutionActs, devolutionSteps, RefusalCode, receiverKinds } from '../../../contract/words.ts';
import type { DevolutionMode, ItemVersion } from '../catalogue/index.ts';
import type { Organ, Places } from '../places/index.ts';

export type Step = (typeof devolutionSteps)[number];
export type Act = (typeof devolutionActs)[number];
export type ReceiverKind = (typeof receiverKinds)[number];

/** How often the townships are asked before the law is (三轮征求意见). */
export const roundsNeeded = 3;

/** What the acts on a batch depend on. */
export interface BatchFacts {
  readonly step: Step;
  readonly items: number;
  /** ISO days; a round is over when it was closed or its last day has passed. */
  readonly rounds: readonly { round: number; untilDay: string; closed: boolean }[];
  /** Receiving offices of whom a handing department trained nobody yet. */
  readonly untrained: number;
  readonly trialUntilDay: string | null;
  readonly today: string;
}

export interface Objection {
  readonly code: RefusalCode;
  readonly facts: Record<string, string | number>;
}

const order: readonly Step[] = [
  'PROPOSED',
  'JOINT_MEETING',
  'LEGALITY_REVIEW',
  'PUBLISHED',
  'TRAINED',
  'PERMITTED',
  'TRIAL',
  'LIVE',
];

/** From which steps an act is done; the first is the one that must have been done before. */
export const actsFrom: Readonly<Record<Exclude<Act, 'propose'>, readonly Step[]>> = {
  putItems: ['PROPOSED', 'JOINT_MEETING'],
  holdMeeting: ['PROPOSED', 'JOINT_MEETING'],
  openRound: ['JOINT_MEETING'],
  comment: ['JOINT_MEETING'],
  closeRound: ['JOINT_MEETING'],
  reviewLegality: ['JOINT_MEETING'],
  publish: ['LEGALITY_REVIEW'],
  // Who comes new to an office is trained later, and gets his permission later.
  recordTraining: ['PUBLISHED', 'TRAINED', 'PERMITTED', 'TRIAL', 'LIVE'],
  permit: ['TRAINED', 'PERMITTED', 'TRIAL', 'LIVE'],
  startTrial: ['PERMITTED'],
  goLive: ['TRIAL'],
  takeBack: ['LIVE'],
  withdraw: ['PROPOSED', 'JOINT_MEETING', 'LEGALITY_REVIEW', 'PUBLISHED', 'TRAINED', 'PERMITTED', 'TRIAL'],
  changeAcceptance: ['LIVE'],
};

/**
 * What stands against an act now; nothing when it may be done. Every step needs the one before it: nothing is published
 * unreviewed, nothing goes live untrained or unpermitted (domain §1.6).
 */
export function objectionTo(act: Exclude<Act, 'propose'>, facts: BatchFacts): Objection | undefined {
  const { step } = facts;
  const from = actsFrom[act];
  if (!from.includes(step)) {
    const missing = from[0] as Step;
    const tooEarly = order.includes(step) && order.indexOf(step) < order.indexOf(missing);
    if (!tooEarly) return { code: 'devolution_moved_on', facts: { step } };
    if (act === 'permit' && step === 'PUBLISHED')
      return { code: 'training_missing', facts: { count: facts.untrained } };
    if (act === 'startTrial' && step === 'TRAINED') return { code: 'permission_missing', facts: {} };
    return { code: 'devolution_step_missing', facts: { step: missing } };
  }
  const open = openRound(facts);
  const over = facts.rounds.length - (open === undefined ? 0 : 1);
  switch (act) {
    case 'holdMeeting':
      return facts.items === 0 ? { code: 'devolution_step_missing', facts: { step: 'PROPOSED' } } : undefined;
    case 'openRound':
      if (open !== undefined) return { code: 'round_open', facts: { round: open.round, untilDay: open.untilDay } };
      return over >= roundsNeeded ? { code: 'round_closed', facts: { round: roundsNeeded } } : undefined;
    case 'comment':
    case 'closeRound':
      return open === undefined ? { code: 'round_closed', facts: { round: over } } : undefined;
    case 'reviewLegality':
      if (open !== undefined) return { code: 'round_open', facts: { round: open.round, untilDay: open.untilDay } };
      return over < roundsNeeded ? { code: 'devolution_step_missing', facts: { step: 'JOINT_MEETING' } } : undefined;
    case 'goLive':
      return facts.trialUntilDay !== null && facts.today <= facts.trialUntilDay
        ? { code: 'trial_not_over', facts: { untilDay: facts.trialUntilDay } }
        : undefined;
    default:
      return undefined;
  }
}

/** The round that takes comments today. */
export function openRound<T extends BatchFacts['rounds'][number]>({
  rounds,
  today,
}: {
  rounds: readonly T[];
  today: string;
}): T | undefined {
  return rounds.find(({ closed, untilDay }) => !closed && untilDay >= today);
}

/** Receiving organs that have said nothing in a round. */
export function silentIn(
  round: number,
  {
    receivers,
    comments,
  }: { receivers: readonly { organId: string }[]; comments: readonly { round: number; organId: string }[] },
): string[] {
  const receiving = new Set(receivers.map(({ organId }) => organId));
  return [
    ...receiving.difference(new Set(comments.filter((said) => said.round === round).map(({ organId }) => organId))),
  ];
}

interface Contents {
  readonly items: readonly { id: string; itemId: string; mode: DevolutionMode }[];
  readonly receivers: readonly { batchItemId: string; regionId: string; level: Level; organId: string }[];
}

/** Whether anything goes down, or to anybody, of which the townships were not asked. Less of it needs no new question. */
export function hasNews(before: Contents, after: Contents): boolean {
  const keysOf = ({ items, receivers }: Contents) => {
    const known = new Map(items.map(({ id, itemId, mode }) => [id, `${itemId}:${mode}`]));
    return new Set(
      receivers.map(({ batchItemId, regionId, level, organId }) =>
        [known.get(batchItemId), regionId, level, organId].join(':'),
      ),
    );
  };
  return !keysOf(after).isSubsetOf(keysOf(before));
}

/** One item as it would go down. */
export interface Handing {
  readonly version: Pick<ItemVersion, 'profile' | 'decidingOrganId' | 'content'>;
  readonly mode: DevolutionMode;
  readonly kind: ReceiverKind;
  readonly regionIds: readonly string[] | null;
  readonly organId: string | null;
  readonly basis: LegalBasis | null;
}

/**
 * What the law has against an item going down this way. 下放 needs a law or a provincial order, and an organ that
 * receives (ALL 22); 授权 a law or regulation (ALL 23); 委托 of a licence another administrative organ, never of what was
 * itself entrusted (ALL 24); 服务前移 moves intake alone and needs nothing. A village or community committee is no organ:
 * whatever is more than service never goes there.
 */
export function legalityFaults({ version, mode, kind, organId, basis, regionIds }: Handing, places: Places): string[] {
  const faults: string[] = [];
  const receiver = organId === null ? undefined : places.organById(organId);
  if (kind === 'ORGAN' && receiver === undefined) return ['receiver_unknown'];
  if (kind !== 'ORGAN' && receiversOf({ kind, regionIds, organId }, places).length === 0) return ['receiver_unknown'];
  // A route covers a region: an organ of the whole district would draw everybody's matters to itself.
  if (receiver !== undefined && receiver.regionId === places.root?.id) faults.push('no_area_of_its_own');
  if (mode === 'SERVICE_FORWARD') return faults;
  if (version.decidingOrganId === null) faults.push('already_there');
  if (kind === 'VILLAGES') {
    faults.push('village_never_decides');
    if (mode === 'ENTRUSTED' && version.profile === 'LICENSE') faults.push('licence_to_organ_only');
  }
  if (receiver?.isAdministrativeOrgan === false) {
    if (mode === 'DEVOLVED') faults.push('not_an_organ');
    if (mode === 'ENTRUSTED' && version.profile === 'LICENSE') faults.push('licence_to_organ_only');
  }
  const { bodyNature, powerSource } = version.content.elements;
  if (
    mode === 'ENTRUSTED' &&
    (bodyNature === 'ENTRUSTED' || powerSource === 'ENTRUSTED' || powerSource === 'PEER_ENTRUSTED')
  )
    faults.push('entrusted_already');
  const law = basis?.law.trim().replace(/^《|》$/g, '') ?? '';
  if (law === '') faults.push('basis_missing');
  else if (mode === 'AUTHORIZED' && !/((?<![办方做])法|条例)(（.*）)?$/.test(law)) faults.push('not_law_or_regulation');
  else if (mode === 'DEVOLVED' && /(通知|意见|方案|纪要|函)(（.*）)?$/.test(law)) faults.push('not_law_or_order');
  return faults;
}

/** One receiver of an item: the centres of one level in one region, and the organ that answers for them. */
export interface ReceiverPlace {
  readonly regionId: string;
  readonly level: Level;
  readonly organ: Organ;
}

/** Whom a batch means, township by township, so that each can be taken back by itself. */
export function receiversOf(
  { kind, regionIds, organId }: Pick<Handing, 'kind' | 'regionIds' | 'organId'>,
  places: Places,
): ReceiverPlace[] {
  if (kind === 'ORGAN') {
    const organ = places.organById(organId ?? '');
    return organ === undefined ? [] : [{ regionId: organ.regionId, level: organ.level, organ }];
  }
  const towns = places.childrenOf(places.root?.id ?? '');
  const wanted = regionIds === null ? towns : towns.filter(({ id }) => regionIds.includes(id));
  return wanted.flatMap(({ id }) => {
    const organ = places.townshipOrganOf(id);
    const level: Level = kind === 'VILLAGES' ? 'VILLAGE' : 'TOWNSHIP';
    return organ === undefined ? [] : [{ regionId: id, level, organ }];
  });
}
