export { refusals } from '../../words/en/refusals.ts';
export { resident } from '../../words/en/resident.ts';
