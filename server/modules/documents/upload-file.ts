import type { Tx } from '../../platform/database/index.ts';
import { keepFile } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';

/** Keeps an uploaded file under its own key; it belongs to nothing until an act attaches it. */
export async function uploadFile(
  tx: Tx,
  { name, file }: { name: string; file: Buffer },
  call: Call,
): Promise<{ fileId: string; name: string; mediaType: string; bytes: number }> {
  const kind = call.actor.kind === 'staff' ? 'staff' : 'resident';
  return keepFile(tx, call, { name, bytes: file, uploader: { kind, id: call.actor.id as string } }, filesFolder());
}
