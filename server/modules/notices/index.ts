export { getMessages } from './message.store.ts';
export { type Telling, tellPeople } from './tell-people.ts';
export { tellPerson } from './tell-person.ts';
