/** Part of every host that the product runs in: browsers, web workers and Node.js. */
declare class TextDecoder {
  constructor(encoding: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
