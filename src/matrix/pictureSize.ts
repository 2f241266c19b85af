import type { MatrixSize } from './matrixFrame.ts';

/** Pixels of a picture that stands alone. */
export const pictureSize: MatrixSize = { width: 960, height: 680 };
