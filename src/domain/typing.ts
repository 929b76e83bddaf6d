/** How one side is told that the other one is writing: a word every few seconds, which is not believed for long. Milliseconds. */
export const typingInterval = 3_000;
/** Two intervals: one word may be late. */
export const typingLifetime = 6_000;
