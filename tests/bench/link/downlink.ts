/**
 * From the server to the browser: connections take turns, a segment each; none has more on its way than its window allows, which
 * starts at ten segments and grows by what was acknowledged (TCP's slow start; nothing is ever lost).
 */
import { createLine } from '#tests/bench/link/line.ts';
import { createTimedQueue } from '#tests/bench/link/timed-queue.ts';

const segmentSize = 1460;
const firstWindow = 10 * segmentSize;

/** What a server may write ahead of the line, as into a socket's buffer. */
const sendBuffer = 16_384;

export type Sender = {
  /** `onRoom` is called once there is room for more. */
  write: (bytes: Buffer, onRoom: () => void) => void;
  /** Says that nothing more comes, after what is on its way. */
  end: () => void;
  /** The other side is gone. */
  close: () => void;
};
type Receiver = { receive: (bytes: Buffer) => void; end: () => void };
type Connection = { takeSegment: () => Buffer | undefined; sent: (segment: Buffer, through: number) => void };

export function createDownlink({ bitsPerSecond, roundTrip }: { bitsPerSecond: number; roundTrip: number }) {
  const line = createLine(bitsPerSecond);
  let connections: Connection[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** The next segment of whoever's turn it is; they go to the back of the queue. */
  const takeTurn = (): { connection: Connection; segment: Buffer } | undefined => {
    for (const connection of connections) {
      const segment = connection.takeSegment();
      if (!segment) continue;
      connections = [...connections.filter((one) => one !== connection), connection];
      return { connection, segment };
    }
    return undefined;
  };

  /** Note: what waited for the line follows without a gap, however late the timer was; else a tenth of the line would be lost. */
  const pump = (earliest: number) => {
    timer = undefined;
    const wait = line.freeAt() - performance.now();
    if (wait > 0.5) {
      timer = setTimeout(pump, wait, line.freeAt());
      return;
    }
    const turn = takeTurn();
    if (!turn) return;
    turn.connection.sent(turn.segment, line.send(turn.segment.length, earliest));
    pump(line.freeAt());
  };
  const wake = () => {
    if (!timer) pump(performance.now());
  };

  return {
    open: (receiver: Receiver): Sender => {
      let waiting = Buffer.alloc(0);
      let window = firstWindow;
      let onItsWay = 0;
      let onRoom: (() => void) | undefined;

      const arriving = createTimedQueue<Buffer | null>((bytes) =>
        bytes === null ? receiver.end() : receiver.receive(bytes),
      );
      const acknowledged = createTimedQueue<number>((bytes) => {
        onItsWay -= bytes;
        window += bytes;
        wake();
      });
      const askForMore = () => {
        if (!onRoom || waiting.length >= sendBuffer) return;
        const ask = onRoom;
        onRoom = undefined;
        ask();
      };

      const connection: Connection = {
        takeSegment: () => {
          if (waiting.length === 0 || onItsWay >= window) return undefined;
          const segment = waiting.subarray(0, segmentSize);
          waiting = waiting.subarray(segment.length);
          return segment;
        },
        sent: (segment, through) => {
          onItsWay += segment.length;
          arriving.add(through + roundTrip / 2, segment);
          acknowledged.add(through + roundTrip, segment.length);
          askForMore();
        },
      };
      connections.push(connection);
      return {
        write: (bytes, whenRoom) => {
          waiting = Buffer.concat([waiting, bytes]);
          onRoom = whenRoom;
          wake();
          askForMore();
        },
        end: () => arriving.add(Math.max(performance.now(), line.freeAt()) + roundTrip / 2, null),
        close: () => {
          connections = connections.filter((one) => one !== connection);
        },
      };
    },
  };
}
