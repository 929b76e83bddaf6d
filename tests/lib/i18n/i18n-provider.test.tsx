import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { addEnglish } from '#lib/i18n/english.ts';
import { I18nProvider } from '#lib/i18n/i18n-provider.tsx';
import type { I18nEnvironment } from '#lib/i18n/language-store.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useLocale } from '#lib/i18n/use-locale.ts';

const english = { search: '', preferred: ['en-GB'], timeZone: 'Europe/London' };

const renderIn = (environment: Partial<I18nEnvironment>, page: React.ReactNode) =>
  render(
    <I18nProvider environment={{ ...english, ...environment }} fallback="…">
      {page}
    </I18nProvider>,
  );

const LanguageMenu = () => {
  const { locale, locales, choose } = useLocale();
  return locales.map((one) => (
    <button key={one.locale} aria-pressed={one.locale === locale} onClick={() => void choose(one.locale)}>
      {one.name}
    </button>
  ));
};

const Left = ({ count }: { count: number }) => (
  <p title={useText()('ui.characters-left', { count })}>
    <Text id="ui.characters-left" values={{ count }} />
  </p>
);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

describe('a customer', () => {
  it('reads English at once', () => {
    renderIn({}, <Left count={1} />);
    expect(screen.getByText('1 character left')).toHaveAttribute('title', '1 character left');
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });

  it.each([
    [1, 'Pozostał 1 znak'],
    [3, 'Pozostały 3 znaki'],
    [5, 'Pozostało 5 znaków'],
    [22, 'Pozostały 22 znaki'],
  ])('reads %d with the right Polish plural', async (count, text) => {
    renderIn({ preferred: ['pl-PL'] }, <Left count={count} />);
    expect(await screen.findByText(text)).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'pl');
  });

  it('reads Arabic from right to left', async () => {
    renderIn({ search: '?lang=ar' }, <Left count={2} />);
    expect(await screen.findByText('بقي حرفان')).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  });

  it('goes on in the language that the link asked for, at addresses that do not repeat it, until they choose another', async () => {
    renderIn({ search: '?lang=ar' }, <Text id="ui.close" />).unmount();
    const { unmount } = renderIn({ search: '' }, <LanguageMenu />);
    await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'ar'));
    await userEvent.click(screen.getByRole('button', { name: 'Polski' }));
    await screen.findByRole('button', { name: 'Polski', pressed: true });
    unmount();

    renderIn({ search: '' }, <Text id="ui.close" />);
    expect(await screen.findByText('Zamknij')).toBeVisible();
  });

  it('sees no English while their own language is on its way', async () => {
    const arrival = Promise.withResolvers<Record<string, string>>();
    renderIn({ preferred: ['pl'], loadCatalog: () => arrival.promise }, <Text id="ui.close" />);
    expect(screen.getByText('…')).toBeVisible();
    await act(() => {
      arrival.resolve({ 'ui.close': 'Zamknij' });
      return arrival.promise;
    });
    expect(screen.getByText('Zamknij')).toBeVisible();
  });

  it('reads English rather than nothing while their language takes too long, then their own', async () => {
    vi.useFakeTimers();
    const arrival = Promise.withResolvers<Record<string, string>>();
    renderIn({ preferred: ['pl'], loadCatalog: () => arrival.promise }, <Text id="ui.close" />);
    act(() => {
      vi.advanceTimersByTime(10_000);
    });
    vi.useRealTimers();
    expect(screen.getByText('Close')).toBeVisible();
    await act(() => {
      arrival.resolve({ 'ui.close': 'Zamknij' });
      return arrival.promise;
    });
    expect(screen.getByText('Zamknij')).toBeVisible();
  });

  it('reads English when their language cannot be loaded', async () => {
    renderIn({ preferred: ['pl'], loadCatalog: () => Promise.reject(new Error('offline')) }, <Text id="ui.close" />);
    expect(await screen.findByText('Close')).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });

  it('reads English, numbers included, where a translation is missing', async () => {
    renderIn(
      { preferred: ['pl'], loadCatalog: () => Promise.resolve({ 'ui.close': 'Zamknij' }) },
      <>
        <Text id="ui.close" />
        <Left count={12345} />
      </>,
    );
    expect(await screen.findByText('12,345 characters left')).toBeVisible();
  });

  it('reads the texts that a feature brought along', () => {
    addEnglish({ 'ui.dismiss': 'Put away' });
    renderIn({}, <Text id="ui.dismiss" />);
    expect(screen.getByText('Put away')).toBeVisible();
  });

  it('reads on where a text is missing or lacks a value, and we hear about it', () => {
    const heard: unknown[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => {
      try {
        task();
      } catch (problem) {
        heard.push(problem);
      }
    });
    renderIn({}, <Text id="ui.characters-left" />);
    vi.unstubAllGlobals();
    expect(screen.getByText('ui.characters-left')).toBeVisible();
    expect(heard).not.toEqual([]);
  });

  it('gets elements where a text asks for them', () => {
    addEnglish({
      'ui.working': [
        { type: 0, value: 'Read the ' },
        { type: 8, value: 'link', children: [{ type: 1, value: 'name' }] },
      ],
    });
    renderIn({}, <Text id="ui.working" values={{ name: <b>terms</b>, link: (text) => <a href="#terms">{text}</a> }} />);
    expect(screen.getByRole('link', { name: 'terms' })).toBeVisible();
  });
});

describe('changing the language', () => {
  it('changes every text, is remembered, and beats the link from then on', async () => {
    history.replaceState(null, '', '/?lang=en&token=1');
    const { unmount } = renderIn({}, <LanguageMenu />);
    await userEvent.click(screen.getByRole('button', { name: 'Polski' }));
    expect(await screen.findByRole('button', { name: 'Polski', pressed: true })).toBeVisible();
    expect(location.search).toBe('?token=1');
    unmount();
    renderIn({ search: location.search }, <Text id="ui.close" />);
    expect(await screen.findByText('Zamknij')).toBeVisible();
  });

  it('works where storage is blocked', async () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked);
    renderIn({}, <LanguageMenu />);
    await userEvent.click(screen.getByRole('button', { name: 'العربية' }));
    expect(await screen.findByRole('button', { name: 'العربية', pressed: true })).toBeVisible();
    vi.restoreAllMocks();
  });

  it('keeps the language when the other one cannot be loaded, and does not remember it', async () => {
    renderIn({ loadCatalog: () => Promise.reject(new Error('offline')) }, <LanguageMenu />);
    await userEvent.click(screen.getByRole('button', { name: 'Polski' }));
    expect(screen.getByRole('button', { name: 'English', pressed: true })).toBeVisible();
    expect(localStorage).toHaveLength(0);
  });

  it('follows the last wish, whichever arrives first', async () => {
    const polish = Promise.withResolvers<Record<string, string>>();
    renderIn(
      { loadCatalog: (language) => (language === 'pl' ? polish.promise : Promise.resolve({})) },
      <LanguageMenu />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Polski' }));
    await userEvent.click(screen.getByRole('button', { name: 'العربية' }));
    await act(() => {
      polish.resolve({});
      return polish.promise;
    });
    expect(screen.getByRole('button', { name: 'العربية', pressed: true })).toBeVisible();
  });
});

describe('in the customer’s own way of writing', () => {
  const Facts = () => {
    const format = useFormat();
    const facts = [
      format.date('2026-11-22'),
      format.dateTime('2026-11-22T14:02:00.000Z'),
      format.time('2026-11-22T14:02:00.000Z'),
      format.money({ minorUnits: 4900, currency: 'EUR' }),
      format.money({ minorUnits: 4900, currency: 'JPY' }),
      format.fileSize(512),
      format.fileSize(84_300),
      format.fileSize(999_600),
      format.fileSize(2_440_000),
      format.percent(0.5),
      format.list(['A', 'B', 'C']),
      format.date('not a date'),
    ];
    return <output>{facts.join('\n')}</output>;
  };
  const readFacts = async () => (await screen.findByRole('status')).textContent.replaceAll(/[^\S\n]/g, ' ').split('\n');

  it('are British dates, money and sizes', async () => {
    renderIn({}, <Facts />);
    expect(await readFacts()).toEqual([
      '22 November 2026',
      '22 Nov 2026, 14:02',
      '14:02',
      '€49.00',
      'JP¥4,900',
      '512 bytes',
      '84 kB',
      '1 MB',
      '2.4 MB',
      '50%',
      'A, B and C',
      'not a date',
    ]);
  });

  it('are Polish ones, in the customer’s zone, without moving a calendar date', async () => {
    renderIn({ preferred: ['pl'], timeZone: 'Pacific/Honolulu' }, <Facts />);
    const facts = await readFacts();
    expect(facts[0]).toBe('22 listopada 2026');
    expect(facts[2]).toBe('04:02');
    expect(facts[3]).toBe('49,00 €');
  });
});
