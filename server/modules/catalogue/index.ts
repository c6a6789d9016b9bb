export { type Certificate, ItemContent } from '../../../contract/item-content.ts';
export { closeRoutes } from './close-routes.ts';
export {
  basicCodeFaults,
  basicCodeOf,
  type CodeFault,
  codeFaults,
  implementationCodeOf,
  levelDigits,
  townshipCodes,
} from './code.rules.ts';
export { digestContent } from './digest-content.ts';
export { getGuide, getIntakeItems } from './item.queries.ts';
export { faultsOf, type ItemVersion, townshipGovernment } from './item.rules.ts';
export {
  getItemNames,
  getItemToday,
  getItemVersion,
  getItemVersions,
  getVersionInForce,
  getVersionsInForce,
  loadInForce,
  loadRoutes,
  reviseCatalogue,
} from './item.store.ts';
export { findFileFaults, findListedFiles, keepItemFiles, releaseItemFiles } from './item-file.store.ts';
export { officialWords } from './official-word.rules.ts';
export { openRoutes } from './open-routes.ts';
export { namedOrganFaults, postFaults, processOf } from './process.rules.ts';
export { publishItemVersion } from './publish-item-version.ts';
export { publishItemVersions } from './publish-item-versions.ts';
export { asksResidence, type DevolutionMode, type ItemRoute, isOffered, wayOf } from './route.rules.ts';
export { type Cancelled, findHandedDown, getAdjustedItems, getAdjustments } from './route.store.ts';
export { findItems, organName } from './search.queries.ts';
export { createSearchIndex, type SearchEntry, type SearchIndex } from './search-index.data.ts';
export { searchQuestions } from './search-questions.data.ts';
