/** How many letters must be put in, left out, changed or swapped to make one word of the other. */
function distance(one: string, other: string): number {
  const [first, second] = [[...one.toLowerCase()], [...other.toLowerCase()]];
  let before: number[] = [];
  let above = second.map((_, index) => index + 1);
  above.unshift(0);
  first.forEach((letter, row) => {
    const line = [row + 1];
    second.forEach((mate, column) => {
      const swapped = letter === second[column - 1] && first[row - 1] === mate ? (before[column - 1] ?? Infinity) + 1 : Infinity;
      line.push(Math.min((line[column] ?? 0) + 1, (above[column + 1] ?? 0) + 1, (above[column] ?? 0) + Number(letter !== mate), swapped));
    });
    [before, above] = [above, line];
  });
  return above.at(-1) ?? 0;
}

/** The name that was probably meant, by the measure of the engine; `null` if none is near. */
export function nearest(written: string, names: Iterable<string>): string | null {
  if (written.length > 100) return null;
  let best: { name: string; far: number } | null = null;
  for (const name of names) {
    const far = distance(written, name);
    if (far * 3 <= Math.max([...name].length, 3) && far < (best?.far ?? Infinity)) best = { name, far };
  }
  return best?.name ?? null;
}
