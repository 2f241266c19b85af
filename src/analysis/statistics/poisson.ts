/** The chances of the values of a whole number, from the first that matters on. */
export interface Distribution {
  readonly first: number;
  readonly chances: Float64Array;
}

/** How many standard deviations from the mean values matter: beyond are less than 10⁻⁸ of all. */
const reach = 6;

/** The Poisson distribution. Multiplied out from its largest chance on, so that every machine gives the same. */
export function poisson(mean: number): Distribution {
  const first = Math.max(0, Math.floor(mean - reach * Math.sqrt(mean)) - 1);
  const last = mean === 0 ? 0 : Math.ceil(mean + reach * Math.sqrt(mean)) + 12;
  const chances = new Float64Array(last - first + 1);
  const middle = Math.floor(mean);
  chances[middle - first] = 1;
  let [sum, chance] = [1, 1];
  for (let value = middle + 1; value <= last; value++) {
    chance *= mean / value;
    chances[value - first] = chance;
    sum += chance;
  }
  chance = 1;
  for (let value = middle; value > first; value--) {
    chance *= value / mean;
    chances[value - 1 - first] = chance;
    sum += chance;
  }
  for (let index = 0; index < chances.length; index++) chances[index] = (chances[index] as number) / sum;
  return { first, chances };
}

/** The chance of one value. */
export function chanceOf({ first, chances }: Distribution, value: number): number {
  return chances[value - first] ?? 0;
}
