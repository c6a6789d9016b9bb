import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { insertServicesUnderWay, newService } from './document.store.ts';
import type { Serving } from './serve-papers.ts';

/** Notes that papers were posted, or put up for everybody: they are on their way. The id of the first one's service. */
export function sendPapers(tx: Tx, serving: Pick<Serving, 'key' | 'papers' | 'service'>, call: Call): string {
  const [serviceId = ''] = insertServicesUnderWay(tx, call.district, newService(serving, call));
  return serviceId;
}
