import { after, type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { staff } from '../people/index.ts';
import { getArchives, getArchiveView, getEntry, getPackage } from './archive.queries.ts';
import { buildArchive } from './build-archive.ts';
import { checkArchive } from './check-archive.ts';
import { noteArchive } from './note-archive.ts';
import { prepareArchive } from './prepare-archive.ts';
import { prepareCheck } from './prepare-check.ts';

const reader = staff('archives.read', 'scope');
const builder = staff('archives.build', 'scope');

export const archivesEndpoints: readonly Endpoint[] = [
  read('GET /archives', reader, getArchives),
  read('GET /archives/:archiveId', reader, getArchiveView),
  read('GET /archives/:archiveId/package', reader, getPackage),
  read('GET /archives/:archiveId/entries/:position', reader, getEntry),
  after(prepareArchive, write('POST /archives/:archiveId/build', builder, buildArchive, getArchiveView)),
  after(prepareCheck, write('POST /archives/:archiveId/check', builder, checkArchive, getArchiveView)),
  write('POST /archives/:archiveId/note', staff('archives.note', 'scope'), noteArchive, getArchiveView),
];
