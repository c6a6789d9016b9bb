import { type Endpoint, read } from '../../platform/http/endpoints.ts';
import { anyone, staff } from '../people/index.ts';
import { findItems, getGuide, getIntakeItems } from './item.queries.ts';

export const catalogueEndpoints: readonly Endpoint[] = [
  read('GET /items', anyone('district'), async (on, input, call) => ({ items: await findItems(on, call, input) })),
  read('GET /items/:itemId', anyone('district'), (on, input, call) => getGuide(on, call, input)),
  read('GET /intake-items', staff('cases.takeIn', 'scope'), async (on, _, call) => ({
    items: await getIntakeItems(on, call),
  })),
];
