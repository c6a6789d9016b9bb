export type { ItemVersion } from './item.rules.ts';
export { getItemVersion, getItemVersions, getVersionInForce } from './item.store.ts';
export type { Certificate, ItemContent } from './item-content.data.ts';
export { publishItemVersion } from './publish-item-version.ts';
export { createSearchIndex, type SearchEntry, type SearchIndex } from './search-index.data.ts';
export { searchQuestions } from './search-questions.data.ts';
