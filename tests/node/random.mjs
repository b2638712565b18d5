/** Random numbers that are the same for the same seed. */
export function random(seed) {
  let state = seed;
  /** A whole number from 0 on, below the limit. */
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
  return {
    below,
    pick: (all) => all[below(all.length)],
    /** True in so many of a hundred cases. */
    chance: (percent) => below(100) < percent,
  };
}
