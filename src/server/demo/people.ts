import type { Role } from '../../contract/member.js';

/** Somebody of the demo's site, as its own sign-in would know them. */
export interface DemoPerson {
  id: string;
  name: string;
  role: Role;
}

/** The site that the demo's people belong to: the `aud` of their tokens. */
export const demoSite = 'kettle-and-thread';

const listed: DemoPerson[] = [
  { id: 'mia', name: 'Mia Sousa', role: 'member' },
  { id: 'noor', name: 'Noor Haddad', role: 'member' },
  { id: 'jonas', name: 'Jonas Weir', role: 'member' },
  { id: 'aiko', name: 'Aiko Brandt', role: 'member' },
  { id: 'tomas', name: 'Tomás Ruiz', role: 'member' },
  { id: 'leila', name: 'Leila Okafor', role: 'member' },
  { id: 'rui', name: 'Rui Tavares', role: 'reviewer' },
  { id: 'olga', name: 'Olga Lindqvist', role: 'owner' },
];

export const demoPeople: ReadonlyMap<string, DemoPerson> = new Map(
  listed.map((person) => [person.id, person]),
);
