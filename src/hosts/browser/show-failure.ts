/** What QA sees when the host itself could not start or a scenario could not be built: why, and the way to the reset. */
export function showFailure(container: HTMLElement, error: unknown): void {
  const heading = document.createElement('h1');
  heading.textContent = 'The mock backend could not start';
  const reason = document.createElement('p');
  reason.role = 'alert';
  reason.textContent = error instanceof Error ? error.message : String(error);
  const back = document.createElement('a');
  back.href = '/';
  back.textContent = 'Back to the start page, where everything can be reset';
  const page = document.createElement('main');
  page.append(heading, reason, back);
  container.replaceChildren(page);
  // Note: the room is not there to report it.
  reportError(error);
}
