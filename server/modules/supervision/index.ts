export { countCasesAnew, findLastSeal, lockCounting, saveCounted } from './count.store.ts';
export { loadGrounds } from './grounds.queries.ts';
export { recountCases } from './recount-cases.ts';
export { sumTotals } from './sum-totals.ts';
