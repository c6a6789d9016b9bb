import type { Tx } from '../../platform/database/index.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, type ResidentCall, resident, type StaffCall, staff } from '../people/index.ts';
import { checkDocument } from './document.queries.ts';
import { uploadFile } from './upload-file.ts';

/** The body of an upload travels as bytes beside the declared inputs. */
const upload = (tx: Tx, input: { name: string }, call: ResidentCall | StaffCall) =>
  uploadFile(tx, input as { name: string; file: Buffer }, call);
const asUploaded = async <T>(_: unknown, made: T) => made;

export const documentsEndpoints: readonly Endpoint[] = [
  read('GET /document-checks/:token', anyone('token'), checkDocument),
  write('POST /my/files', resident('own'), upload, asUploaded),
  write('POST /files', staff('files.upload', 'own'), upload, asUploaded),
];
