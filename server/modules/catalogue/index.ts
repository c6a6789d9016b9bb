export { type FindItems, findItems, getGuide } from './item.queries.ts';
export { type ItemVersion, townshipGovernment } from './item.rules.ts';
export { getItemVersion, getItemVersions, getVersionInForce } from './item.store.ts';
export { ItemContent } from './item-content.data.ts';
export { type PublishItemVersion, publishItemVersion } from './publish-item-version.ts';
