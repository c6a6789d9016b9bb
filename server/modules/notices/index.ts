export { getMessages, type MessageRow } from './message.store.ts';
export { type Telling, tellPerson } from './tell-person.ts';
