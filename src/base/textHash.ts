/** A short hash of a text (FNV-1a, 32 bits), in hexadecimal digits. It tells whether a text was changed, and protects nothing. */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
