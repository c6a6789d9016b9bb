export { getBasicItems, getClaims } from './basic-item.store.ts';
export { claimBasicItem } from './claim-basic-item.ts';
export { lockedDeviations } from './locked-deviations.ts';
export { publishBasicItem } from './publish-basic-item.ts';
export { startCheck } from './start-check.ts';
