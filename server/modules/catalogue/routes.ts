import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, staff } from '../people/index.ts';
import { addAlias } from './add-alias.ts';
import { getAlias, getAliases } from './alias.store.ts';
import { dismissMiss } from './dismiss-miss.ts';
import { drawGuideCode, getListedFile } from './guide-file.queries.ts';
import { getGuide, getIntakeGuide, getIntakeItems } from './item.queries.ts';
import { removeAlias } from './remove-alias.ts';
import { findItems, getDepartments, getSuggestions } from './search.queries.ts';
import { getMisses } from './search-miss.store.ts';

export const catalogueEndpoints: readonly Endpoint[] = [
  read('GET /items', anyone('district'), (on, input, call) => findItems(on, call, input)),
  read('GET /suggestions', anyone('district'), getSuggestions),
  read('GET /departments', anyone('district'), (on, _, call) => getDepartments(on, call)),
  read('GET /items/:itemId', anyone('district'), (on, input, call) => getGuide(on, call, input)),
  read('GET /items/:itemId/files/:fileId', anyone('district'), getListedFile),
  read('GET /items/:itemId/code', anyone('district'), drawGuideCode),
  read('GET /intake-items', staff('cases.takeIn', 'scope'), (on, _, call) => getIntakeItems(on, call)),
  read('GET /intake-items/:itemId', staff('cases.takeIn', 'scope'), getIntakeGuide),
  read('GET /item-aliases', staff('aliases.read', 'district'), getAliases),
  write('POST /items/:itemId/aliases', staff('aliases.add', 'district'), addAlias, (on, { aliasId }, call) =>
    getAlias(on, call, aliasId),
  ),
  write('POST /item-aliases/:aliasId/remove', staff('aliases.remove', 'district'), removeAlias, (on, made, call) =>
    getAlias(on, call, made.aliasId),
  ),
  read('GET /search-misses', staff('searchMisses.read', 'district'), getMisses),
  write(
    'POST /search-misses/:missId/dismiss',
    staff('searchMisses.dismiss', 'district'),
    dismissMiss,
    async (_, made) => made,
  ),
];
