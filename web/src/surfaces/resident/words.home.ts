import { home, unreachable } from '../../words/zh-CN/home.ts';

export { outcomes, states } from '../../words/zh-CN/states.ts';
export const resident = home;
export const refusals = unreachable;
