/**
 * The sandbox provider's page in the QA host. It stands for another company's site, which a browser would navigate to, but a
 * backend inside a page cannot answer navigations: so its HTML is shown in this document, and its form is sent to the backend
 * directly, where the redirect can be seen and followed.
 */
import type { Backend } from '#backend/create-backend.ts';

export async function showSandboxPage(backend: Backend, url: string): Promise<void> {
  const response = await backend(new Request(url));
  showHtml(await response.text());
  document.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    const { target, submitter } = event;
    void send(backend, target, submitter);
  });
}

function showHtml(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.head.append(...page.head.querySelectorAll('style'));
  document.body.replaceChildren(...page.body.childNodes);
}

async function send(backend: Backend, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') fields.append(name, value);
  }
  const action = new URL(form.getAttribute('action') ?? '', location.href);
  const response = await backend(new Request(action, { method: 'POST', body: fields }));
  const target = response.headers.get('location');
  if (target === null) showHtml(await response.text());
  else location.assign(new URL(target, location.href));
}
