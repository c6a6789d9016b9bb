import { type Endpoint, read } from '../../platform/http/endpoints.ts';
import { getCenters, getDistrict, getOrgans, getRegions } from './place.queries.ts';

const anybody = { audience: 'public', may: 'public', area: 'district' } as const;

export const placesEndpoints: readonly Endpoint[] = [
  read('GET /district', anybody, getDistrict),
  read('GET /regions', anybody, getRegions),
  read('GET /organs', anybody, getOrgans),
  read('GET /service-centers', anybody, getCenters),
];
