/** Instead of a password, on the mock backend: whose business, and as whom of it. English only: it is QA's. */
import { useState } from 'react';

import { listQaPeople } from '#backend/scenarios/scenario-agent.ts';
import { isScenarioName, type ScenarioName, scenarioGroups } from '#backend/scenarios/scenario-list.ts';
import { scenarioTeam } from '#backend/scenarios/scenario-store.ts';
import type { OtherSignIn } from '#console/app/other-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';

type Options = {
  /** Whose business it is to begin with. */
  first: ScenarioName;
  /** Builds the business, with its session, unless it is there. */
  build: (name: ScenarioName) => Promise<unknown>;
};

export function createPersonPicker({ first, build }: Options): OtherSignIn {
  return function PersonPicker({ keep }) {
    const [name, setName] = useState(first);
    const [isBuilding, setIsBuilding] = useState(false);
    const enter = async (bearer: string) => {
      setIsBuilding(true);
      try {
        await build(name);
      } finally {
        setIsBuilding(false);
      }
      keep(bearer);
    };
    return (
      <section aria-label="Or pick a person">
        <Stack>
          <h2>Or pick a person</h2>
          <SelectField
            label="Business"
            hint="Every scenario is a business with people, settings and a session of its own."
            value={name}
            onChange={({ target }) => isScenarioName(target.value) && setName(target.value)}
          >
            {scenarioGroups.map(({ title, scenarios }) => (
              <optgroup key={title} label={title}>
                {scenarios.map((scenario) => (
                  <option key={scenario.name} value={scenario.name}>
                    {scenario.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          {listQaPeople(scenarioTeam(name)).map((person) => (
            <Button key={person.credential} wide busy={isBuilding} onClick={() => void enter(person.credential)}>
              {person.name}, {person.role}
            </Button>
          ))}
        </Stack>
      </section>
    );
  };
}
