import QRCode from 'qrcode';
import { situationIn, situationSearch } from '../../../contract/situation-address.ts';
import { config } from '../../platform/config.ts';
import type { Read } from '../../platform/database/index.ts';
import { openFile } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { filesFolder } from '../../platform/installation.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemToday } from './item.store.ts';

/** 空白表格、示例样表: a file that the version of today lists; any other does not exist. Refuses `not_found`. */
export async function getListedFile(
  read: Read,
  { itemId, fileId }: { itemId: string; fileId: string },
  call: Call,
): Promise<FileReply> {
  const { version } = await getItemToday(read, call, itemId);
  const listed = version.content.materials.flatMap(({ files = [] }) => files).find((file) => file.fileId === fileId);
  if (listed === undefined) throw new Refusal('not_found');
  return openFile(read, call.district, fileId, filesFolder());
}

/** The QR code on a printed guide: who scans it comes to the guide as it is then, for the same situation. */
export async function drawGuideCode(
  read: Read,
  { itemId, situation = '' }: { itemId: string; situation?: string },
  call: Call,
): Promise<FileReply> {
  const { version } = await getItemToday(read, call, itemId);
  const search = situationSearch(situationIn(version.content.form, situation));
  const address = `${config().publicUrl}/items/${itemId}${search === '' ? '' : `?${search}`}`;
  const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return { mediaType: 'image/svg+xml', name: `${version.content.name.zh}.svg`, bytes: Buffer.from(svg, 'utf8') };
}
