/** The sizes of pictures, in pixels: for pages, for slides (16:9), for posts. */
export const pictureSizes = {
  page: { width: 960, height: 680 },
  slide: { width: 960, height: 540 },
  square: { width: 760, height: 760 },
} as const;
export type PictureSize = keyof typeof pictureSizes;
