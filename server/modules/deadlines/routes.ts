import { type Endpoint, read } from '../../platform/http/endpoints.ts';
import { previewDeadline } from './preview-deadline.ts';

export const deadlinesRoutes: readonly Endpoint[] = [
  read('GET /deadlines/preview', { audience: 'public', may: 'deadlines.preview', area: 'district' }, previewDeadline),
];
