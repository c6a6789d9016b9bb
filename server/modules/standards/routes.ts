import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type StaffCall, staff } from '../people/index.ts';
import { findBasicItems, getBasicItemView } from './basic-item.queries.ts';
import { changeElements } from './change-elements.ts';
import { getCheck, getDeviations, getDifferences, getLatestChecks } from './check.queries.ts';
import { claimBasicItem } from './claim-basic-item.ts';
import { getElementSet } from './element-set.store.ts';
import { publishBasicItem } from './publish-basic-item.ts';
import { releaseBasicItem } from './release-basic-item.ts';
import { startCheck } from './start-check.ts';

export const standardsEndpoints: readonly Endpoint[] = [
  read('GET /basic-items', staff('standards.read', 'district'), findBasicItems),
  read('GET /basic-items/:basicItemId', staff('standards.read', 'district'), getBasicItemView),
  write('POST /basic-items', staff('basicItems.publish', 'district'), publishBasicItem, (on, { basicItemId }, call) =>
    getBasicItemView(on, { basicItemId }, call),
  ),
  write(
    'POST /basic-items/:basicItemId/claim',
    staff('basicItems.claim', 'district'),
    (tx, { basicItemId }, call) => claimBasicItem(tx, { basicItemId, organId: ownOrgan(call) }, call),
    (on, { basicItemId }, call) => getBasicItemView(on, { basicItemId }, call),
  ),
  write(
    'POST /basic-items/:basicItemId/release',
    staff('basicItems.claim', 'district'),
    (tx, { basicItemId }, call) => releaseBasicItem(tx, { basicItemId, organId: ownOrgan(call) }, call),
    (on, { basicItemId }, call) => getBasicItemView(on, { basicItemId }, call),
  ),
  read('GET /uniform-elements', staff('standards.read', 'district'), (on, _, call) => getElementSet(on, call.district)),
  write('POST /uniform-elements', staff('standards.configure', 'district'), changeElements, (on, _, call) =>
    getElementSet(on, call.district),
  ),
  read('GET /standard-checks', staff('standards.read', 'district'), (on, _, call) => getLatestChecks(on, call)),
  write('POST /standard-checks', staff('standards.check', 'district'), startCheck, (on, { checkId }, call) =>
    getCheck(on, checkId, call),
  ),
  read('GET /standard-checks/:checkId/deviations', staff('standards.read', 'district'), getDeviations),
  read('GET /standard-checks/:checkId/channel-differences', staff('standards.read', 'district'), getDifferences),
];

function ownOrgan(call: StaffCall): string {
  if (call.staff.post === undefined) throw new Refusal('no_post');
  return call.staff.post.organId;
}
