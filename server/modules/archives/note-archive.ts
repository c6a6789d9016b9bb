import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { everywhere, getCase } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { insertNote, lockArchive } from './archive.store.ts';

/** 附注: what is to be corrected or added is said beside a package, never in it. Refuses `archive_not_ready`. */
export async function noteArchive(
  tx: Tx,
  { archiveId, text }: { archiveId: string; text: string },
  call: StaffCall,
): Promise<{ archiveId: string }> {
  const said = text.trim();
  if (said === '') throw new Refusal('invalid_input', {}, [{ field: 'text', code: 'required' }]);
  const archive = await lockArchive(tx, call.district, archiveId, call.staff.scope);
  if (archive.archivedAt === null) throw new Refusal('archive_not_ready');
  const { key } = await getCase(tx, call.district, archive.caseId, everywhere);
  // The salt stands beside the text, under the same key: the ledger's digest tells nothing once that is gone.
  const note = { salt: randomBytes(16).toString('base64url'), text: said };
  const noteId = await insertNote(
    tx,
    call.district,
    { archiveId, text: JSON.stringify(note), staffId: call.staff.id, postId: call.staff.post?.id ?? '', key },
    call.now,
  );
  append(tx, call, {
    subject: { kind: 'archive', id: archiveId },
    act: 'archive.noted',
    facts: { noteId, digest: createHash('sha256').update(note.salt).update(said).digest('hex') },
  });
  return { archiveId };
}
