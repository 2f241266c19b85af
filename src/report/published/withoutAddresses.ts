const addresses = [
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/giu,
  /\bwww\.\S+/giu,
  // Letters of any script: mail addresses may have them.
  /(?:mailto:)?[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
];

/** A text without the web addresses and mail addresses in it. */
export function withoutAddresses(text: string): string {
  return addresses.reduce((rest, address) => rest.replace(address, '…'), text);
}
