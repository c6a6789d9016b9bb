export { refusals } from '../../words/zh-CN/refusals.ts';
export { resident } from '../../words/zh-CN/resident.ts';
