/** Bytes of a text in an encoding that hosts only decode. */
export function encoded(text: string, encoding: string): Uint8Array {
  const bytes: number[] = [];
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let first = 0; first < 256; first++) {
    const one = decoder.decode(new Uint8Array([first]));
    if (one.length === 1 && one !== '\uFFFD' && !table.has(one)) table.set(one, [first]);
    if (first >= 0x81)
      for (let second = 0x30; second < 256; second++) {
        const two = decoder.decode(new Uint8Array([first, second]));
        if (two.length === 1 && two !== '\uFFFD' && !table.has(two)) table.set(two, [first, second]);
      }
  }
  for (const character of text) {
    const found = table.get(character);
    if (!found) throw new Error(`${character} is not in ${encoding}`);
    bytes.push(...found);
  }
  return new Uint8Array(bytes);
}
