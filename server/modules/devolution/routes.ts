import { devolutionRoutes } from '../../../contract/devolution.ts';
import type { Endpoint } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { staff } from '../people/index.ts';

export const devolutionEndpoints: readonly Endpoint[] = Object.keys(devolutionRoutes).map((key) => ({
  key: key as never,
  who: staff('devolution.read', 'district'),
  kind: 'read' as const,
  run: async () => {
    throw new Refusal('not_found');
  },
  answer: undefined,
  tries: undefined,
}));
