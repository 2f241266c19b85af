import { validateXML } from 'xmllint-wasm';

/** What an XML parser that is not ours finds wrong with a text; nothing where it is well-formed. */
export async function xmlErrors(text: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'picture.svg', contents: text }], normalization: 'c14n' });
  return errors.map(({ message }) => message);
}
