import { licenceActs } from '../../../contract/words.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, staff } from '../people/index.ts';
import { changeLicence } from './change-licence.ts';
import {
  checkDocument,
  getLicence,
  getLicenceDocumentPdf,
  getLicenceFilters,
  getLicencePdf,
  listLicences,
} from './licence.queries.ts';
import { previewLicenceDecision } from './preview-licence-decision.ts';
import { serveLicenceDecision } from './serve-licence-decision.ts';

export const licencesEndpoints: readonly Endpoint[] = [
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
  read('GET /licences/:licenceId/documents/:documentId/pdf', staff('licences.read', 'scope'), getLicenceDocumentPdf),
  read('GET /licences/:licenceId/preview', staff('licences.change', 'scope'), previewLicenceDecision),
  ...licenceActs.map((act) =>
    write(
      `POST /licences/:licenceId/${act}`,
      staff('licences.change', 'scope'),
      (tx, input, call) => changeLicence(tx, input, call, act),
      getLicence,
    ),
  ),
  write('POST /licences/:licenceId/serve-document', staff('licences.serve', 'scope'), serveLicenceDecision, getLicence),
];
