import { sampleName, sampleNumber, samplePhone } from '../server/demo/residents.ts';

/** Somebody with a name, a phone and an identity number that none of the demo's own people has; another one for each number. */
export const personOf = (person: number) => ({
  name: sampleName(person),
  residentNumber: sampleNumber(1000 + person),
  phone: samplePhone(person),
});
