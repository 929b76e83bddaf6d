import { expect, test } from 'vitest';

import { scenarioGroups, scenarioList } from '#backend/scenarios/scenario-list.ts';
import { findScenarios } from '#hosts/browser/find-scenarios.ts';

const namesFor = (typed: string) =>
  findScenarios(typed).flatMap(({ scenarios }) => scenarios.map(({ name }): string => name));

test('Nothing typed: every group with everything in it', () => {
  expect(findScenarios('  ').map(({ title }) => title)).toEqual(scenarioGroups.map(({ title }) => title));
  expect(namesFor('')).toHaveLength(scenarioList.length);
});

test('Words find by name, title, description and group, in any order and letter case', () => {
  expect(namesFor('sign-fails')).toEqual(['sign-fails']);
  expect(namesFor('FORTY pages')).toEqual(['long-document']);
  expect(namesFor('zloty')).toEqual(['polish-names']);
  expect(namesFor('chat off messages')).toContain('chat-off');
  expect(namesFor('meanwhile').length).toBeGreaterThan(10);
});

test('Every word must be there; a group without a scenario goes', () => {
  expect(findScenarios('forty zloty')).toEqual([]);
  expect(findScenarios('zloty').map(({ title }) => title)).toEqual(['Look and words']);
});
