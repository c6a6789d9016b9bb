import type { CaseType, Level, ProcedureProfile } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { emptyContent } from './content.rules.ts';
import { ownerOf } from './draft.rules.ts';
import { getLatestVersion, insertDraft } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { knowOrgans } from './know-organs.ts';

export interface BeginDraft {
  readonly itemId?: string;
  readonly code?: string;
  readonly profile?: ProcedureProfile;
  readonly caseType?: CaseType;
  readonly level?: Level;
  /** Who accepts and decides; null: the township government. */
  readonly organId?: string | null;
}

/**
 * Begins a draft: of a change, with all that the latest version says, or of a new item, with everything there and empty.
 * It belongs to the department of whoever begins it. Refuses `not_allowed` for another department's item, `draft_open`
 * where there is one already, `invalid_input`. One of a cancelled item takes it up again when it is published.
 */
export async function beginDraft(tx: Tx, input: BeginDraft, call: StaffCall): Promise<{ draftId: string }> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  const draft = input.itemId === undefined ? newItem(input, organId) : await changeOf(tx, input.itemId, organId, call);
  await knowOrgans(tx, draft, call);
  const faults = await findDraftFaults(tx, { ...draft, organId }, call);
  const draftId = await insertDraft(tx, call, { ...draft, organId, faultCount: faults.length });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draftId },
    act: 'itemDraft.begun',
    facts: { itemId: draft.itemId, baseVersionId: draft.baseVersionId, origin: draft.origin },
  });
  return { draftId };
}

async function changeOf(tx: Tx, itemId: string, organId: string, call: StaffCall) {
  const base = await getLatestVersion(tx, call.district, itemId);
  const owner = ownerOf(base);
  // What the townships decide is compiled by whichever department takes it on; the bureau approves it like the rest.
  if (owner !== null && owner !== organId) throw new Refusal('not_allowed');
  const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = base;
  return {
    itemId,
    baseVersionId: base.id,
    origin: 'change' as const,
    effectiveDay: null,
    missing: [],
    ...{ code, profile, caseType, level, acceptingOrganId, decidingOrganId, content },
  };
}

function newItem({ code = '', profile, caseType, level, organId }: BeginDraft, own: string) {
  if (profile === undefined || caseType === undefined || level === undefined) {
    const missing = Object.entries({ profile, caseType, level }).filter(([, value]) => value === undefined);
    throw new Refusal(
      'invalid_input',
      {},
      missing.map(([field]) => ({ field, code: 'required' })),
    );
  }
  const decides = organId === undefined ? own : organId;
  return {
    itemId: null,
    baseVersionId: null,
    origin: 'new' as const,
    effectiveDay: null,
    missing: [],
    ...{ code: code.trim(), profile, caseType, level },
    acceptingOrganId: decides,
    decidingOrganId: decides,
    content: emptyContent({ profile, caseType, level, code: code.trim() }),
  };
}
