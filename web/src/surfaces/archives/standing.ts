import type { ArchiveState } from '../../../../contract/archives.ts';
import { dayOfInstant, longDay, timeOf } from '../../ui/day.ts';
import type { Shape } from '../../ui/staff/Light.tsx';
import type { Words } from '../staff/words.ts';

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

/** 2026年3月12日 / 12 March 2026: archives are read over decades. */
export function registerDay(day: string, { language }: Words): string {
  return longDay(day, language, '')
    .replace(/（星期.）$/, '')
    .replace(/^\w+day,? /, '');
}

export function registerInstant(at: string, words: Words): string {
  return `${registerDay(dayOfInstant(at), words)} ${timeOf(at)}`;
}
