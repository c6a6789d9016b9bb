import type { CatalogueItem } from '../../../../contract/compilation.ts';
import { type Language, longDay } from '../../ui/day.ts';
import type { Shape } from '../../ui/staff/Light.tsx';

/** The mark that stands beside the word of a standing. */
export const standingShapes: Readonly<Record<CatalogueItem['standing'], Shape>> = {
  IN_USE: 'done',
  SUSPENDED: 'blue',
  CANCELLED: 'wrong',
};

/** A day of a version, which may be of any year: 2026年5月1日 / 1 May 2026. */
export function dayWithYear(day: string, language: Language): string {
  return longDay(day, language, '').replace(/（.*）|^\w+,? /u, '');
}
