export { getMessages, type MessageRow } from './message.store.ts';
export { tell } from './tell.ts';
