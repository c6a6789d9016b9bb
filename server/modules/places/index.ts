export { addCenter } from './add-center.ts';
export { addOrgan } from './add-organ.ts';
export { type Opening, type OpeningHours, openingOf } from './center.rules.ts';
export { type LoadDivisions, loadDivisions } from './load-divisions.ts';
export { getCenters } from './place.queries.ts';
export type { Center, Organ, Place, Places } from './place.rules.ts';
export { forgetPlaces, loadPlaces, type NewCenter } from './place.store.ts';
