import type { Deviation } from '../../../contract/standards.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { ComparedItem } from './element.rules.ts';
import { findDeviations } from './find-deviations.ts';

/** Deviations that forbid to publish a draft: those of locked elements from the basic item. Empty when none does. */
export async function lockedDeviations(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  draft: ComparedItem & { readonly itemId?: string; readonly profile?: ProcedureProfile },
): Promise<Deviation[]> {
  return (await findDeviations(read, call, draft)).filter(({ locked }) => locked);
}
