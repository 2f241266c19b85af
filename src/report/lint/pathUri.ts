/** A path with forward slashes as a relative URI reference, percent-encoded. */
export function pathUri(path: string): string {
  // Half a surrogate pair has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
