import { type Endpoint, read, stamped } from '../../platform/http/endpoints.ts';
import { anyone } from '../people/index.ts';
import { getCatalogue, getExchangedItem, stampCatalogue, stampItem } from './exchange.queries.ts';
import { exportList } from './export-list.ts';
import { getFigureItems, getFigures } from './figure.queries.ts';
import { getList, getLists } from './list.queries.ts';

export const listsEndpoints: readonly Endpoint[] = [
  read('GET /lists', anyone('district'), getLists),
  read('GET /lists/:listKey', anyone('district'), getList),
  read('GET /lists/:listKey/file', anyone('district'), exportList),
  read('GET /figures', anyone('district'), getFigures),
  read('GET /figures/:figureKey/items', anyone('district'), getFigureItems),
  stamped(stampCatalogue, read('GET /catalogue', anyone('district'), getCatalogue)),
  stamped(stampItem, read('GET /catalogue/:itemId', anyone('district'), getExchangedItem)),
];
