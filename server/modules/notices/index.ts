export { getMessages } from './message.store.ts';
export { type Telling, tellPerson } from './tell-person.ts';
