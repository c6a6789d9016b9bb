/** The people of a bench reach the server as those of a simulation do. */
export { type Client, type Office, openOffice } from '../simulator/office.ts';
