import type { Person } from '#contract/person.ts';
import { nameTeam, type Office } from '#console/people/people-queries.ts';

/** Those whose name, email or team has every word of the search in it. */
export function findPeople({ people, teams }: Office, search: string): readonly Person[] {
  const words = search.toLowerCase().split(/\s+/);
  const describe = ({ name, email, team, otherTeams }: Person) =>
    [name, email, ...[team, ...otherTeams].map((id) => nameTeam(teams, id))].join(' ').toLowerCase();
  return people.filter((person) => {
    const said = describe(person);
    return words.every((word) => said.includes(word));
  });
}
