import type { ArchiveState } from '../../../../contract/archives.ts';
import type { Shape } from '../../ui/staff/Light.tsx';

/** The light of an archive; its word always stands beside it. */
export const archiveShapes: Record<ArchiveState, Shape> = {
  COLLECTED: 'none',
  FAILED_CHECK: 'yellow',
  ARCHIVED: 'done',
  DAMAGED: 'red',
};

/** 12 KB, 3.4 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
