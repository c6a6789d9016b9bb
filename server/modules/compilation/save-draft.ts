import { Value } from 'typebox/value';
import { ItemContent } from '../../../contract/item-content.ts';
import { isDay } from '../../../contract/questions.ts';
import type { CaseType, Level, ProcedureProfile } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { digestContent, findFileFaults, keepItemFiles } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct } from './admit-draft-act.ts';
import { checkDraftShape } from './check-draft-shape.ts';
import { stillMissing } from './content.rules.ts';
import { type Draft, getLatestVersion, updateDraft } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { knowOrgans } from './know-organs.ts';

/** Longest content of a draft, in bytes of its JSON. */
const mostBytes = 400 * 1024;

export interface SaveDraft {
  readonly draftId: string;
  readonly revision: number;
  readonly code?: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly level: Level;
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  readonly effectiveDay?: string;
  readonly content: ItemContent;
  readonly missing?: readonly string[];
}

/**
 * Saves a draft over the revision that was read, incomplete as it may be. A change is compared with the latest version
 * from now on, should another have been published meanwhile. Refuses `draft_moved_on` where somebody else saved first,
 * `draft_in_state`, `code_in_draft`, `too_large`, `invalid_input` for what no rule could read, `file_missing` for a file
 * that is not of the catalogue and that he did not upload himself: it would be shown to everybody.
 */
export async function saveDraft(tx: Tx, input: SaveDraft, call: StaffCall): Promise<{ draftId: string }> {
  const content = readContent(input.content);
  if (input.effectiveDay !== undefined && !isDay(input.effectiveDay))
    throw new Refusal('invalid_input', {}, [{ field: 'effectiveDay', code: 'not_a_day' }]);
  const { draftId, revision } = input;
  const before = await admitDraftAct(tx, 'save', { draftId, revision }, call);
  const base = before.itemId === null ? undefined : await getLatestVersion(tx, call.district, before.itemId);
  const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, effectiveDay } = input;
  const after: Draft = {
    ...before,
    ...{ profile, caseType, level, acceptingOrganId, decidingOrganId, content },
    code: before.itemId === null ? (code?.trim() ?? before.code) : before.code,
    effectiveDay: effectiveDay ?? null,
    baseVersionId: base?.id ?? null,
    missing: stillMissing(before.missing, before.content, content, input.missing),
    revision: before.revision + 1,
    compilers: [...new Set([...before.compilers, call.staff.id])],
  };
  await knowOrgans(tx, after, call);
  const strange = await findFileFaults(tx, call.district, { content, newBy: call.staff.id });
  if (strange.length > 0) throw new Refusal('file_missing', {}, strange);
  const faults = await findDraftFaults(tx, after, call);
  await updateDraft(tx, call, { ...after, faultCount: faults.length });
  await keepItemFiles(tx, call.district, [after]);
  append(tx, call, {
    subject: { kind: 'itemDraft', id: after.id },
    act: 'itemDraft.saved',
    facts: { revision: after.revision, contentDigest: digestContent(content) },
  });
  return { draftId: after.id };
}

/** The content without what no item has. */
function readContent(given: unknown): ItemContent {
  if (Buffer.byteLength(JSON.stringify(given)) > mostBytes) throw new Refusal('too_large');
  const { broken } = checkDraftShape(given);
  if (broken.length > 0) throw new Refusal('invalid_input', {}, broken);
  return Value.Clean(ItemContent, structuredClone(given)) as ItemContent;
}
