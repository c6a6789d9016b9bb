import { licenceActs } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, type ResidentCall, resident, type StaffCall, staff } from '../people/index.ts';
import { changeLicence } from './change-licence.ts';
import { checkDocument } from './document.queries.ts';
import { getLicence, getLicenceFilters, getLicencePdf, listLicences } from './licence.queries.ts';
import { previewLicenceDecision } from './preview-licence-decision.ts';
import { publishTemplate } from './publish-template.ts';
import { getTemplateView, listTemplates, previewTemplate } from './template.queries.ts';
import { uploadFile } from './upload-file.ts';

/** The body of an upload travels as bytes beside the declared inputs. */
const upload = (tx: Tx, input: { name: string }, call: ResidentCall | StaffCall) =>
  uploadFile(tx, input as { name: string; file: Buffer }, call);
const asUploaded = async <T>(_: unknown, made: T) => made;

export const documentsEndpoints: readonly Endpoint[] = [
  read('GET /document-checks/:token', anyone('token'), checkDocument, {
    tries: (_, call) => [
      { scope: 'documentCheck', key: call.address, free: 100, forgive: 'hits', refusal: 'too_many' },
    ],
    isMiss: ({ state }) => state === 'unknown',
  }),
  read('GET /licences', staff('licences.read', 'scope'), listLicences),
  read('GET /licence-filters', staff('licences.read', 'scope'), getLicenceFilters),
  read('GET /licences/:licenceId', staff('licences.read', 'scope'), getLicence),
  read('GET /licences/:licenceId/pdf', staff('licences.read', 'scope'), getLicencePdf),
  read('GET /licences/:licenceId/preview', staff('licences.change', 'scope'), previewLicenceDecision),
  ...licenceActs.map((act) =>
    write(
      `POST /licences/:licenceId/${act}`,
      staff('licences.change', 'scope'),
      (tx, input, call) => changeLicence(tx, input, call, act),
      getLicence,
    ),
  ),
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
