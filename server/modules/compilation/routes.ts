import { after, type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { staff } from '../people/index.ts';
import { abandonDraft } from './abandon-draft.ts';
import { approveDraft } from './approve-draft.ts';
import { beginDraft } from './begin-draft.ts';
import { cancelItem } from './cancel-item.ts';
import {
  getCatalogueItem,
  getHistory,
  getVersionChanges,
  getVersionView,
  listCatalogueItems,
} from './catalogue-item.queries.ts';
import { confirmImport } from './confirm-import.ts';
import { discardImport } from './discard-import.ts';
import { getDraftView, listDrafts } from './draft.queries.ts';
import { exportCatalogue } from './export-catalogue.ts';
import { getImportView, listImportRows, listImports } from './import.queries.ts';
import { previewImport } from './preview-import.ts';
import { publishDraft } from './publish-draft.ts';
import { readImport } from './read-import.ts';
import { reportImport } from './report-import.ts';
import { resumeItem } from './resume-item.ts';
import { returnDraft } from './return-draft.ts';
import { reviewDraft } from './review-draft.ts';
import { saveDraft } from './save-draft.ts';
import { submitDraft } from './submit-draft.ts';
import { suspendItem } from './suspend-item.ts';
import { takeBackDraft } from './take-back-draft.ts';

export const compilationEndpoints: readonly Endpoint[] = [
  read('GET /item-drafts', staff('drafts.read', 'scope'), listDrafts),
  write('POST /item-drafts', staff('drafts.compile', 'scope'), beginDraft, getDraftView),
  read('GET /item-drafts/:draftId', staff('drafts.read', 'scope'), getDraftView),
  write('POST /item-drafts/:draftId/save', staff('drafts.compile', 'scope'), saveDraft, getDraftView),
  write('POST /item-drafts/:draftId/submit', staff('drafts.compile', 'scope'), submitDraft, getDraftView),
  write('POST /item-drafts/:draftId/take-back', staff('drafts.takeBack', 'scope'), takeBackDraft, getDraftView),
  write('POST /item-drafts/:draftId/review', staff('drafts.review', 'scope'), reviewDraft, getDraftView),
  write('POST /item-drafts/:draftId/approve', staff('drafts.approve', 'district'), approveDraft, getDraftView),
  write('POST /item-drafts/:draftId/return', staff('drafts.return', 'scope'), returnDraft, getDraftView),
  write('POST /item-drafts/:draftId/publish', staff('drafts.publish', 'district'), publishDraft, getDraftView),
  write('POST /item-drafts/:draftId/abandon', staff('drafts.compile', 'scope'), abandonDraft, getDraftView),
  read('GET /catalogue-items', staff('catalogue.read', 'district'), listCatalogueItems),
  read('GET /catalogue-items/:itemId', staff('catalogue.read', 'district'), getCatalogueItem),
  read('GET /catalogue-items/:itemId/history', staff('catalogue.read', 'district'), getHistory),
  read('GET /item-versions/:itemVersionId', staff('catalogue.read', 'district'), getVersionView),
  read('GET /item-versions/:itemVersionId/changes', staff('catalogue.read', 'district'), getVersionChanges),
  write('POST /catalogue-items/:itemId/suspend', staff('standings.change', 'district'), suspendItem, getCatalogueItem),
  write('POST /catalogue-items/:itemId/resume', staff('standings.change', 'district'), resumeItem, getCatalogueItem),
  write('POST /catalogue-items/:itemId/cancel', staff('standings.change', 'district'), cancelItem, getCatalogueItem),
  read('GET /item-imports', staff('imports.run', 'scope'), listImports),
  after(readImport, write('POST /item-imports', staff('imports.run', 'scope'), previewImport, getImportView)),
  read('GET /item-imports/:importId', staff('imports.run', 'scope'), getImportView),
  read('GET /item-imports/:importId/rows', staff('imports.run', 'scope'), listImportRows),
  read('GET /item-imports/:importId/report', staff('imports.run', 'scope'), reportImport),
  write('POST /item-imports/:importId/confirm', staff('imports.run', 'scope'), confirmImport, getImportView),
  write('POST /item-imports/:importId/discard', staff('imports.run', 'scope'), discardImport, getImportView),
  read('GET /catalogue-export', staff('catalogue.read', 'district'), exportCatalogue),
];
