import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { staff } from '../people/index.ts';
import { closePeriod } from './close-period.ts';
import { countCases } from './count-cases.ts';
import { getCountedCases } from './counted-case.queries.ts';
import { exportIndicators } from './export-indicators.ts';
import { getCountedAt, getDefinitions, getIndicators, getTrend } from './indicator.queries.ts';
import { getOpenNow } from './open-now.queries.ts';
import { getClosedPeriod, getClosedPeriods, getCorrections } from './period.queries.ts';
import { getProofs } from './proof.queries.ts';

const reader = staff('indicators.read', 'scope');

export const supervisionEndpoints: readonly Endpoint[] = [
  read('GET /indicator-definitions', reader, getDefinitions),
  read('GET /indicators', reader, getIndicators),
  read('GET /indicators/trend', reader, getTrend),
  read('GET /indicators/cases', reader, getCountedCases),
  read('GET /indicators/corrections', reader, getCorrections),
  read('GET /indicators/open-now', reader, getOpenNow),
  read('GET /indicator-proofs', reader, getProofs),
  read('GET /indicators/file', reader, exportIndicators),
  write('POST /indicators/count', reader, countCases, getCountedAt),
  read('GET /closed-periods', reader, getClosedPeriods),
  write('POST /closed-periods', staff('indicators.close', 'district'), closePeriod, getClosedPeriod),
];
