import type { LocalText } from '../../../contract/values.ts';
import type { Places } from '../places/index.ts';

/** The name of a place below the district, as one says it: 乐坪街道月塘社区. The district itself goes unsaid. */
export function placeNameIn(places: Places, regionId: string | null): LocalText | undefined {
  const path = regionId === null ? [] : places.pathOf(regionId).filter((place) => place.level !== 'DISTRICT');
  if (path.length === 0) return undefined;
  return {
    zh: path
      .toReversed()
      .map((place) => place.name.zh)
      .join(''),
    en: path.map((place) => place.name.en).join(', '),
  };
}
