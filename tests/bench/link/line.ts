/** In bytes: what Ethernet, IP and TCP add to each packet. */
const overhead = 60;

/** One direction of the line that all connections share: one packet after the other, each as long as its bits take. */
export function createLine(bitsPerSecond: number) {
  let freeAt = 0;
  return {
    /** When the packets sent so far are through. */
    freeAt: () => freeAt,
    /** Sends so many bytes, `earliest` or when the line is free; gives the time when their last bit is through. */
    send: (bytes: number, earliest: number): number => {
      freeAt = Math.max(freeAt, earliest) + ((bytes + overhead) * 8 * 1000) / bitsPerSecond;
      return freeAt;
    },
  };
}
