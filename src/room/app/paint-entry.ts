/**
 * Fills the shell of `index.html` with what the entry says, before the app is there: who asks, what for, and what everybody
 * should know first. In the words, styles and places of the page that comes, so that nothing moves when it does.
 */
import type { Branding, Entry, OpenEntry } from '#contract/entry.ts';
import { resolveBrandColors } from '#domain/brand-colors.ts';
import { createEarlySpeech } from '#room/app/early-texts.ts';
import { isAcknowledgedOnDevice, toNoticeName } from '#room/entry/acknowledged-notices.ts';
import brandStyles from '#room/entry/business-brand.module.css';
import { isHeadedByTitle, resolvePlace } from '#room/journey/resolve-place.ts';
import { resolveStage } from '#room/journey/resolve-stage.ts';
import { resumesVisit } from '#room/journey/resumes-visit.ts';
import { applyBrand } from '#ui/brand.ts';
import buttonStyles from '#ui/button.module.css';
import iconButtonStyles from '#ui/icon-button.module.css';
import noticeStyles from '#ui/notice.module.css';
import pageStyles from '#ui/page.module.css';
import screenStyles from '#ui/screen.module.css';

type Speech = ReturnType<typeof createEarlySpeech>;

/** Words for those who wait; seen after a second, like on every screen that loads. */
export async function paintLoading(): Promise<void> {
  await parsed();
  const speech = createEarlySpeech();
  document.documentElement.lang = speech.language;
  document.documentElement.dir = speech.direction;
  find('.ui-skeleton-words').textContent = speech.text('entry.loading');
}

/** Where the room cannot run, or did not arrive. Who asks, and what for, stays as far as it was drawn. */
export async function paintDoesNotOpen(): Promise<void> {
  await parsed();
  const words = find('.ui-skeleton-words');
  words.textContent = createEarlySpeech().text('early.does-not-open');
  words.className = '';
  words.previousElementSibling?.remove();
  find('[data-shell]').removeAttribute('aria-busy');
}

/**
 * Note: beyond its kind the answer is taken at its word, because the schemas weigh more than the page. All of it is set as text;
 * what is not as the contract says throws here, leaves the shell wordless, and is the room's to tell.
 */
export async function paintEntry(entry: unknown): Promise<void> {
  await parsed();
  if (!isEntry(entry)) return;
  const speech = createEarlySpeech();
  applyBrand(resolveBrandColors(entry.branding));
  find('.ui-page-where').append(drawBrand(entry.branding, speech));
  // Note: a visit that goes on has a place of its own, which only the room knows.
  if (entry.kind === 'open' && !resumesVisit()) paintStage(entry, speech);
}

const kinds: readonly unknown[] = ['open', 'consent', 'cannot-enter'] satisfies Entry['kind'][];

const isEntry = (answer: unknown): answer is Entry =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && kinds.includes(answer.kind);

function drawBrand({ companyName }: Branding, speech: Speech): HTMLElement {
  const name = draw('bdi', brandStyles['name'], companyName ?? speech.text('entry.no-company'));
  return draw('div', pageStyles['brand'], name);
}

function paintStage(entry: OpenEntry, speech: Speech): void {
  const { policy, session } = entry;
  const { interactions } = session;
  const mode = location.pathname.includes('/paid/') ? 'room' : 'guided';
  const named = /\/i\/([^/]+)/.exec(location.pathname)?.[1];
  const at = interactions.find(({ id }) => id === named)?.id ?? null;
  const stage = resolveStage(entry, { mode, skipped: [] }, at);

  const place = resolvePlace(stage, { policy, interactions, mode });
  find('.ui-page-where').append(draw('div', pageStyles['place'], draw('bdi', '', sayPlace(place, speech))));
  if (stage.kind === 'interaction' && isHeadedByTitle(stage.interaction)) {
    const heading = draw('p', screenStyles['heading'], draw('bdi', '', stage.interaction.title));
    find('[data-shell] [data-shape="heading"]').replaceWith(heading);
  }
  find('.ui-page-notices').append(...drawNotices(entry, speech));
}

function sayPlace(place: ReturnType<typeof resolvePlace>, speech: Speech): string {
  if (place.kind === 'room') return speech.text('journey.room-title');
  return place.progress ? speech.text('journey.place', { ...place.progress, title: place.title }) : place.title;
}

function drawNotices({ policy, agentActivity }: OpenEntry, speech: Speech): HTMLElement[] {
  const { cookieDisclaimer, inactiveAgentMessage } = policy;
  const isDisclaimed = cookieDisclaimer.value && !isAcknowledgedOnDevice(toNoticeName(cookieDisclaimer));
  const isAlone = inactiveAgentMessage.value && inactiveAgentMessage.text !== null && agentActivity === 'inactive';
  return [
    ...(isDisclaimed ? [drawDisclaimer(cookieDisclaimer.text, speech)] : []),
    ...(isAlone ? [drawMessage(inactiveAgentMessage.text ?? '')] : []),
  ];
}

function drawDisclaimer(text: string | null, speech: Speech): HTMLElement {
  const words = text === null ? speech.text('notices.cookies.text') : draw('bdi', '', text);
  const face = draw('span', buttonStyles['face'], speech.text('notices.cookies.acknowledge'));
  const actions = draw('div', noticeStyles['actions'], keepRoom(draw('button', buttonStyles['button'], face)));
  return drawNotice('info', [draw('div', noticeStyles['words'], words), actions]);
}

const drawMessage = (message: string): HTMLElement =>
  drawNotice(
    'warning',
    [draw('div', noticeStyles['words'], draw('bdi', '', message))],
    [keepRoom(draw('button', iconButtonStyles['button']))],
  );

function drawNotice(tone: string, body: Node[], end: Node[] = []): HTMLElement {
  const icon = draw('span', noticeStyles['icon'], drawPictureSpace());
  const notice = draw('div', noticeStyles['notice'], icon, draw('div', noticeStyles['body'], ...body), ...end);
  notice.dataset['tone'] = tone;
  return notice;
}

/** As large as the icons of the room. */
function drawPictureSpace(): SVGElement {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('width', '20');
  picture.setAttribute('height', '20');
  return picture;
}

/** What cannot be pressed yet is not shown, and has its room already. */
function keepRoom(button: HTMLElement): HTMLElement {
  button.style.visibility = 'hidden';
  return button;
}

function draw(tag: string, className = '', ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** @throws when the shell is gone: the room was quicker. */
function find(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`Failed to fill the shell: it has no ${selector}.`);
  return found;
}

/** Note: the script runs in the head, before the shell is there. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    addEventListener('DOMContentLoaded', resolve);
  });
}
