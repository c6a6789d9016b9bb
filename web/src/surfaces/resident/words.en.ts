export { resident } from '../../words/en/resident.ts';
export { residentRefusals as refusals } from '../../words/en/resident-refusals.ts';
