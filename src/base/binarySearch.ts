/**
 * The first of the indexes 0 to `length` − 1 for which the test holds, else `length`. The test must hold for every index after one for
 * which it holds.
 */
export function firstIndexWhere(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
