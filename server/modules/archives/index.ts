export { planArchives } from './plan-archives.ts';
