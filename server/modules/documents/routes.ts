import type { Tx } from '../../platform/database/index.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { type ResidentCall, resident, type StaffCall, staff } from '../people/index.ts';
import { publishTemplate } from './publish-template.ts';
import { getTemplateView, listTemplates, previewTemplate } from './template.queries.ts';
import { uploadFile } from './upload-file.ts';

/** The body of an upload travels as bytes beside the declared inputs. */
const upload = (tx: Tx, input: { name: string }, call: ResidentCall | StaffCall) =>
  uploadFile(tx, input as { name: string; file: Buffer }, call);
const asUploaded = async <T>(_: unknown, made: T) => made;

export const documentsEndpoints: readonly Endpoint[] = [
  read('GET /document-templates', staff('templates.read', 'district'), listTemplates),
  read('GET /document-templates/:kind', staff('templates.read', 'district'), getTemplateView),
  read('POST /document-templates/:kind/preview', staff('templates.read', 'district'), async (_, input) =>
    previewTemplate(input),
  ),
  write(
    'POST /document-templates/:kind/publish',
    staff('templates.publish', 'district'),
    publishTemplate,
    getTemplateView,
  ),
  write('POST /my/files', resident('own'), upload, asUploaded),
  write('POST /files', staff('files.upload', 'own'), upload, asUploaded),
];
