export { approveDraft } from './approve-draft.ts';
export { beginDraft } from './begin-draft.ts';
export { getDraftView } from './draft.queries.ts';
export { publishDraft } from './publish-draft.ts';
export { returnDraft } from './return-draft.ts';
export { reviewDraft } from './review-draft.ts';
export { saveDraft } from './save-draft.ts';
export { submitDraft } from './submit-draft.ts';
