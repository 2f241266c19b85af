/** A Markdown file as its text, bundled by `with { type: 'text' }`. */
declare module '*.md' {
  const text: string;
  export default text;
}
