/** Bounded where a long run without an address would be searched from each of its characters. */
const addresses = [
  /[a-z][a-z0-9+.-]{0,30}:\/\/\S+/giu,
  /(?<![a-z])www\.\S+/giu,
  // Without a scheme: `//wiki/page`.
  /(?<![\p{L}\p{N}:/])\/\/[\p{L}\p{N}]\S*/gu,
  // Letters of any script: mail addresses may have them. Within a company no dot is needed.
  /(?:mailto:)?[\p{L}\p{N}._%+-]{1,64}@(?!\p{N}+(?:[^\p{L}\p{N}.-]|$))[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu,
  /(?<![a-z])(?:tel|sms|fax|callto):\+?[\d(][\d ().-]*/giu,
  // A host with a path or a port. “Node.js/React” is none.
  /(?:[a-z0-9-]{1,63}\.){1,10}(?!js(?![a-z]))[a-z]{2,63}(?::\d{2,5}(?!\d)(?:\/\S*)?|\/\S*)/giu,
  /(?<![a-z0-9])(?:localhost(?::\d+|\/)|[a-z][a-z0-9-]{0,62}:\d{4,5}\/(?=[a-z]))\S*/giu,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)(?::\d+)?(?:\/\S*)?/gu,
  // Paths: `\\server\share`, `C:\Users\…` (a folder may have a space in its name), `/home/…`.
  /(?:\\\\[^\s\\]+\\|(?<![a-z0-9])[a-z]:(?:\\|\/[\w.-]+\/))\S*(?: [^\s\\]*\\\S*)*/giu,
  /(?<![\p{L}\p{N}/])(?:~|\/(?:home|Users|mnt|srv|var|opt|etc|tmp))\/\S+/gu,
];

/** A text without the web addresses, mail addresses, telephone links, names of servers and paths in it. */
export function withoutAddresses(text: string): string {
  return addresses.reduce((rest, address) => rest.replace(address, '…'), text);
}
