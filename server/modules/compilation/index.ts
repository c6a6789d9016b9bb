export { beginDraft } from './begin-draft.ts';
export { changesOf } from './change.rules.ts';
export { emptyContent } from './content.rules.ts';
export { publishDraft } from './publish-draft.ts';
export { saveDraft } from './save-draft.ts';
