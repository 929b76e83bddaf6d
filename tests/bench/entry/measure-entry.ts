/** The way in: bytes, requests, and the time from the tap to the first content, beside the floor on the same server. */
import type { Browser } from '@playwright/test';

import type { BuiltApp } from '#tests/bench/build-app.ts';
import { entrySights, startEntrySession } from '#tests/bench/entry/entry-session.ts';
import { type Seen, visitEntry } from '#tests/bench/entry/visit-entry.ts';
import { type Figure, toPairedFigure } from '#tests/bench/figure.ts';
import type { Certificate } from '#tests/bench/link/self-signed-certificate.ts';
import { createSite } from '#tests/bench/serve/create-site.ts';
import { serve, serveOverLink } from '#tests/bench/serve/listen.ts';
import { inTurns, type Pair } from '#tests/bench/in-turns.ts';
import { type Network, slowNetwork } from '#tests/bench/visit.ts';

type EntryBench = { browser: Browser; room: BuiltApp; floor: BuiltApp; certificate: Certificate; rounds: number };

const kB = (bytes: number) => bytes / 1000;
const linkSpeed = { roundTrip: slowNetwork.latency, down: slowNetwork.down, up: slowNetwork.up };

export async function measureEntry({ browser, room, floor, certificate, rounds }: EntryBench): Promise<Figure[]> {
  const { backend, path } = await startEntrySession();
  const sites = { room: await createSite(room.folder, backend), floor: await createSite(floor.folder, backend) };

  const compare = async (origins: { room: string; floor: string }, network?: Network) =>
    inTurns(rounds, {
      other: () => visitEntry(browser, origins.floor + path, entrySights, network),
      ours: () => visitEntry(browser, origins.room + path, entrySights, network),
    });

  const near = { room: await serve(sites.room), floor: await serve(sites.floor) };
  const throttled = await compare({ room: near.room.origin, floor: near.floor.origin }, slowNetwork);
  near.room.stop();
  near.floor.stop();

  const far = {
    room: await serveOverLink(sites.room, linkSpeed, certificate),
    floor: await serveOverLink(sites.floor, linkSpeed, certificate),
  };
  const linked = await compare({ room: far.room.origin, floor: far.floor.origin });
  far.room.stop();
  far.floor.stop();

  return [
    ...toByteFigures(room, floor),
    ...toRequestFigures(throttled.ours),
    ...toTimeFigures('throttled by DevTools', throttled, { must: 0.8, goal: 0.5 }),
    ...toTimeFigures('byte-level link', linked, { must: 0.87, goal: 0.55 }),
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

function toRequestFigures(visits: readonly Seen[]): Figure[] {
  const strangers = [...new Set(visits.flatMap((visit) => visit.strangers))];
  const longest = visits.toSorted((a, b) => b.answered.length - a.answered.length)[0];
  return [
    {
      ...counted,
      title: 'requests before the first content',
      ours: longest?.answered.length ?? Number.NaN,
      must: 3,
      goal: 2,
      notes: [
        `answered by then: ${longest?.answered.join(' ') ?? ''}; asked for by then: ${longest?.asked.join(' ') ?? ''}`,
      ],
    },
    {
      ...counted,
      title: 'requests to third parties, and fonts',
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
