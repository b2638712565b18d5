import { runInNewContext } from 'node:vm';

/** Stops what would go on for hours; a machine that is shared stands still for seconds at times. */
export const aMinute = { timeout: 60_000 };

/** Runs what must come to an end, and gives what it gives. */
export const ends = (run) => runInNewContext('run()', { run }, aMinute);
