import type { Deviation } from '../../../contract/standards.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { basicCodeOf, getVersionsInForce } from '../catalogue/index.ts';
import { getBasicItems } from './basic-item.store.ts';
import { deviationsOf, siblingKey } from './deviation.rules.ts';
import type { ComparedItem } from './element.rules.ts';
import { getElements } from './element-set.store.ts';

/** Where content that is about to be published would deviate from its basic item and its siblings; `locked` ones block, the rest warn. */
export async function findDeviations(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  draft: ComparedItem & { readonly itemId?: string; readonly profile?: ProcedureProfile },
): Promise<Deviation[]> {
  const [versions, [basic], elements] = await Promise.all([
    getVersionsInForce(read, call),
    getBasicItems(read, call.district, [basicCodeOf(draft.code)]),
    getElements(read, call.district),
  ]);
  const key = siblingKey(draft);
  const siblings = versions.filter((version) => version.code !== draft.code && siblingKey(version) === key);
  return deviationsOf(draft, { basic, siblings, elements });
}
