/** The way in: bytes, requests, and the time from the tap to the first content, beside the floor on the same server. */
import type { Browser } from '@playwright/test';

import type { BuiltApp } from '#tests/bench/build-app.ts';
import { entrySights, startEntrySession } from '#tests/bench/entry/entry-session.ts';
import { type Seen, visitEntry } from '#tests/bench/entry/visit-entry.ts';
import { type Figure, toPairedFigure } from '#tests/bench/figure.ts';
import type { Certificate } from '#tests/bench/link/self-signed-certificate.ts';
import { createHostSite } from '#tests/bench/serve/create-host-site.ts';
import { createSite, type Site } from '#tests/bench/serve/create-site.ts';
import { serve, type Served, serveOverLink } from '#tests/bench/serve/listen.ts';
import { inTurns, type Pair } from '#tests/bench/in-turns.ts';
import { type Network, slowNetwork } from '#tests/bench/visit.ts';

type EntryBench = { browser: Browser; room: BuiltApp; floor: BuiltApp; certificate: Certificate; rounds: number };

const kB = (bytes: number) => bytes / 1000;
const linkSpeed = { roundTrip: slowNetwork.latency, down: slowNetwork.down, up: slowNetwork.up };

export async function measureEntry({ browser, room, floor, certificate, rounds }: EntryBench): Promise<Figure[]> {
  const { backend, deps, path } = await startEntrySession();
  const sites: Readonly<Record<'room' | 'host' | 'floor', Site>> = {
    room: await createSite(room.folder, backend),
    host: await createHostSite(room.folder, { backend, deps }),
    floor: await createSite(floor.folder, backend),
  };

  /** Each way of serving beside the floor, in turns of its own. */
  const compare = async (open: (site: Site) => Promise<Served>, network?: Network) => {
    const [plain, host, floor] = [await open(sites.room), await open(sites.host), await open(sites.floor)];
    const visit = ({ origin }: Served) => visitEntry(browser, origin + path, entrySights, network);
    const beside = (ours: Served) => inTurns(rounds, { other: () => visit(floor), ours: () => visit(ours) });
    const pairs = { served: await beside(plain), placed: await beside(host) };
    for (const { stop } of [plain, host, floor]) stop();
    return pairs;
  };
  const throttled = await compare(serve, slowNetwork);
  const linked = await compare((site) => serveOverLink(site, linkSpeed, certificate));

  return [
    ...toByteFigures(room, floor),
    ...toRequestFigures('', throttled.served.ours),
    ...toRequestFigures(', entry in the page', throttled.placed.ours),
    ...toTimeFigures('throttled by DevTools', throttled.served, { must: 0.8, goal: 0.5 }),
    ...toTimeFigures('throttled by DevTools, entry in the page', throttled.placed, { must: 0.8, goal: 0.5 }),
    ...toTimeFigures('byte-level link', linked.served, { must: 0.87, goal: 0.55 }),
    ...toTimeFigures('byte-level link, entry in the page', linked.placed, { must: 0.87, goal: 0.55 }),
  ];
}

const toByteFigures = (room: BuiltApp, floor: BuiltApp): Figure[] => [
  {
    title: 'JavaScript of the way in, brotli',
    unit: 'kB',
    ours: kB(room.script),
    other: kB(floor.script),
    ratio: room.script / floor.script,
    judged: 'ours',
    must: 110,
    goal: 95,
    notes: [`ratio to the floor: at most 1.10, ${room.script <= 1.1 * floor.script ? 'met' : 'NOT met'}`],
  },
  {
    title: 'the page, styles and script inside, brotli',
    unit: 'kB',
    ours: kB(room.page),
    other: null,
    ratio: null,
    judged: 'ours',
    must: 14,
    goal: 8,
    notes: [],
  },
];

const counted = { unit: '', other: null, ratio: null, judged: 'ours' } as const;

function toRequestFigures(how: string, visits: readonly Seen[]): Figure[] {
  const strangers = [...new Set(visits.flatMap((visit) => visit.strangers))];
  const longest = visits.toSorted((a, b) => b.answered.length - a.answered.length)[0];
  return [
    {
      ...counted,
      title: `requests before the first content${how}`,
      ours: longest?.answered.length ?? Number.NaN,
      must: 3,
      goal: 2,
      notes: [
        `answered by then: ${longest?.answered.join(' ') ?? ''}; asked for by then: ${longest?.asked.join(' ') ?? ''}`,
      ],
    },
    {
      ...counted,
      title: `requests to third parties, and fonts${how}`,
      ours: strangers.length,
      must: 0,
      goal: 0,
      notes: strangers,
    },
  ];
}

const toTimeFigures = (how: string, { ours, other }: Pair<Seen>, limits: { must: number; goal: number }): Figure[] =>
  entrySights.map(({ name }, index) => {
    const read = (visits: readonly Seen[]) => visits.map(({ painted }) => painted[index] ?? Number.NaN);
    return toPairedFigure({
      title: `tap to the first ${name}, ${how}`,
      unit: 'ms',
      ours: read(ours),
      other: read(other),
      ...limits,
    });
  });
