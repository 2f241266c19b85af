/** Where the renderer of SVG is, seen from the module that imports this; made by `scripts/building/svg-renderer.mjs`. */
declare module 'kano:svg-renderer' {
  const location: string;
  export default location;
}
