import { home, unreachable } from '../../words/en/home.ts';

export { outcomes, states } from '../../words/en/states.ts';
export const resident = home;
export const refusals = unreachable;
