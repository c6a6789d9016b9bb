export { isOnApplication } from './basic-item.rules.ts';
export { type BasicItemVersion, getBasicItem, getBasicItems, getClaims } from './basic-item.store.ts';
export type { Channel, Shown } from './channel.queries.ts';
export { claimBasicItem } from './claim-basic-item.ts';
export type { BasicItem, ComparedItem } from './element.rules.ts';
export { findDeviations } from './find-deviations.ts';
export { lockedDeviations } from './locked-deviations.ts';
export { type PublishBasicItem, publishBasicItem } from './publish-basic-item.ts';
export { startCheck } from './start-check.ts';
