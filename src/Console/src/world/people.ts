import { effect, signal } from '@preact/signals';
import { read } from '../emulator/admin';
import { base } from '../emulator/address';
import { returns } from '../emulator/reach';
import type { Person } from '../emulator/shapes';

/** The people of the sandbox in view, with their passwords and keys; empty before they were read. */
export const people = signal<readonly Person[]>([]);

/** The username of the person whom the pages act as, where one was chosen. */
export const actor = signal<string | null>(sessionStorage.getItem('act-as'));

/** Roles that may order and change, the most powerful first. */
const acting = ['admin', 'networkcontrol'];

const roleWords: Readonly<Record<string, string>> = {
  admin: 'Keyholder',
  networkcontrol: 'Network Admin',
  networkview: 'Network Viewer',
  user: 'Member',
};

/** What people call a role. */
export function roleWord(role: string): string {
  return roleWords[role.toLowerCase()] ?? role;
}

export function actAs(username: string | null): void {
  actor.value = username;
  if (username === null) {
    sessionStorage.removeItem('act-as');
  } else {
    sessionStorage.setItem('act-as', username);
  }
}

export function followPeople(): void {
  effect(() => {
    void base.value;
    void returns.value;
    read<{ people: readonly Person[] }>('/__admin/people?limit=1000').then(
      (answer) => {
        people.value = answer.people;
      },
      () => undefined,
    );
  });
}

export async function readPeopleAgain(): Promise<void> {
  people.value = (await read<{ people: readonly Person[] }>('/__admin/people?limit=1000')).people;
}

export function personCalled(username: string): Person | null {
  return people.value.find((person) => person.username === username) ?? null;
}

/**
 * Who acts for a company: the chosen person where they belong to it, or else its most powerful one, with an API key
 * sooner than without.
 */
export function personOf(company: string): Person | null {
  const members = people.value.filter((person) => rolesIn(person, company) !== null);
  const chosen = members.find((person) => person.username === actor.value);
  return chosen ?? members.sort((one, other) => weight(other, company) - weight(one, company))[0] ?? null;
}

export function rolesIn(person: Person, company: string): readonly string[] | null {
  return person.companies.find((membership) => membership.company === company)?.roles ?? null;
}

function weight(person: Person, company: string): number {
  const roles = (rolesIn(person, company) ?? []).map((role) => role.toLowerCase());
  const power = acting.findIndex((role) => roles.includes(role));
  return (power < 0 ? 0 : (acting.length - power) * 2) + (person.apiKeys.length > 0 ? 1 : 0);
}
