import { type Endpoint, read } from '../../platform/http/endpoints.ts';
import { staff } from '../people/index.ts';
import { findItems, getGuide, getIntakeItems } from './item.queries.ts';

const anybody = { audience: 'public', may: 'public', area: 'district' } as const;

export const catalogueEndpoints: readonly Endpoint[] = [
  read('GET /items', anybody, async (on, input, call) => ({ items: await findItems(on, call, input) })),
  read('GET /items/:itemId', anybody, (on, input, call) => getGuide(on, call, input)),
  read('GET /intake-items', staff('cases.takeIn', 'scope'), async (on, _, call) => ({
    items: await getIntakeItems(on, call),
  })),
];
