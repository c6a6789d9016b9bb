export { resident } from '../../words/zh-CN/resident.ts';
export { residentRefusals as refusals } from '../../words/zh-CN/resident-refusals.ts';
