export type { ItemVersion } from './item.rules.ts';
export { getItemVersion, getItemVersions, getVersionInForce } from './item.store.ts';
export type { Certificate, ItemContent } from './item-content.data.ts';
export { publishItemVersion } from './publish-item-version.ts';
