/** The QA host's start page: every scenario with a line and a link, and the way back to the beginning. English only: no customer sees it. */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { scenarioList } from '#backend/scenarios/scenario-list.ts';
import { findScenarios, type FoundGroup } from '#hosts/browser/find-scenarios.ts';
import { panelMemory } from '#hosts/browser/panel/panel-memory.ts';
import styles from '#hosts/browser/start-page.module.css';
import { buttonLook } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

type StartPageProps = {
  /** A name in the address that no scenario has. */
  unknownScenario: string | null;
  /** Whether this browser lets the page keep anything. */
  isKept: boolean;
  reset: () => Promise<void>;
};

export function showStartPage(container: HTMLElement, props: StartPageProps): void {
  document.title = 'Scenarios';
  createRoot(container).render(
    <StrictMode>
      <StartPage {...props} />
    </StrictMode>,
  );
}

const StartPage = ({ unknownScenario, isKept, reset }: StartPageProps) => {
  const [typed, setTyped] = useState('');
  const groups = findScenarios(typed);
  const count = groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  return (
    <main className={styles['page']}>
      <header className={styles['header']}>
        <h1>Scenarios</h1>
        <p>
          Each one is a session in a state worth seeing, on the mock backend inside this browser. It is built when first
          opened, kept over reload, and shared by every tab. In the room, Alt+Q opens the{' '}
          <a href="#qa-panel">QA panel</a>. The <a href="/console">console</a> is where the people of these businesses
          work.
        </p>
      </header>
      {unknownScenario !== null && (
        <p className={styles['warning']} role="alert">
          There is no scenario named “{unknownScenario}”. Choose one of these.
        </p>
      )}
      {!isKept && (
        <p className={styles['warning']}>
          This browser lets the page keep nothing, so a scenario starts afresh with every load.
        </p>
      )}
      <search className={styles['find']}>
        <TextField
          label="Find a scenario"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p role="status" className={styles['muted']}>
          {count === 0 ? 'None has all these words.' : `${count} of ${scenarioList.length}`}
        </p>
      </search>
      {typed.trim() === '' && <Jumps titles={groups.map(({ title }) => title)} />}
      {groups.map((group) => (
        <ScenarioSection key={group.title} {...group} />
      ))}
      <PanelNote />
      <ResetButton reset={reset} />
    </main>
  );
};

/** Not while something is being looked for: what was found comes right after the field. */
const Jumps = ({ titles }: { titles: string[] }) => (
  <nav aria-label="Groups">
    <ul className={styles['jumps']}>
      {titles.map((title) => (
        <li key={title}>
          <a href={`#${toAnchor(title)}`}>{title}</a>
        </li>
      ))}
      <li>
        <a href="#reset">Start over</a>
      </li>
    </ul>
  </nav>
);

const toAnchor = (title: string) => title.toLowerCase().replaceAll(' ', '-');

const ScenarioSection = ({ title, intro, scenarios }: FoundGroup) => (
  <section id={toAnchor(title)} className={styles['group']} aria-label={title}>
    <div>
      <h2>{title}</h2>
      <p className={styles['muted']}>{intro}</p>
    </div>
    <ul className={styles['list']}>
      {scenarios.map((scenario) => (
        <ScenarioLine key={scenario.name} {...scenario} />
      ))}
    </ul>
  </section>
);

const ScenarioLine = ({ name, title, description }: FoundGroup['scenarios'][number]) => (
  <li className={styles['line']}>
    <div className={styles['words']}>
      <h3>{title}</h3>
      <p>{description}</p>
      <code>{name}</code>
    </div>
    <a {...buttonLook('secondary')} href={`/?scenario=${name}`} aria-label={`Open “${title}”`}>
      Open
    </a>
  </li>
);

/** QA's panel is in the rooms; from here it can only be brought back. */
const PanelNote = () => {
  const [isAway, setIsAway] = useState(panelMemory.isAway);
  const openPanel = () => {
    panelMemory.bringBack();
    panelMemory.keepOpen(true);
  };
  const bringBack = () => {
    panelMemory.bringBack();
    setIsAway(false);
  };
  return (
    <section id="qa-panel" className={styles['group']} aria-label="QA panel">
      <h2>QA panel</h2>
      <p className={styles['muted']}>
        Every room has it: the “QA” button at the edge, or Alt+Q. Policy at each level and why it is what it is, the
        agent, the network and its faults, the clock, what is stored, and resets.
      </p>
      <div className={styles['reset']}>
        <a {...buttonLook('secondary')} href="/?scenario=main-path" onClick={openPanel}>
          Open it in a room
        </a>
        {isAway && (
          <button type="button" {...buttonLook('secondary')} onClick={bringBack}>
            Bring it back
          </button>
        )}
        {isAway && <p className={styles['muted']}>It was put away in this browser.</p>}
      </div>
    </section>
  );
};

type ResetState = 'idle' | 'working' | 'done' | 'failed';

const resetWords: Readonly<Record<ResetState, string>> = {
  idle: 'Forgets every session, draft, upload and cookie of this app. Other tabs come back to this page.',
  working: 'Resetting…',
  done: 'Everything was reset.',
  failed: 'That did not work. Close the other tabs and try again.',
};

const ResetButton = ({ reset }: Pick<StartPageProps, 'reset'>) => {
  const [state, setState] = useState<ResetState>('idle');
  const start = () => {
    setState('working');
    reset().then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <section id="reset" className={styles['reset']} aria-label="Reset">
      <button type="button" {...buttonLook('danger')} onClick={start}>
        Reset everything
      </button>
      <p role="status" className={styles['muted']}>
        {resetWords[state]}
      </p>
    </section>
  );
};
