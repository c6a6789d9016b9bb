export { addCenter } from './add-center.ts';
export { addOrgan } from './add-organ.ts';
export type { OpeningHours } from './center.rules.ts';
export { loadDivisions } from './load-divisions.ts';
export { getCenters } from './place.queries.ts';
export { type Center, type Organ, type Place, type Places, windowFor } from './place.rules.ts';
export { loadPlaces } from './place.store.ts';
