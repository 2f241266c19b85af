import { readingProgress } from '../wording/commandWording.ts';

/** Work that takes no longer than this needs no progress line. In milliseconds. */
const patience = 1000;
/** Between two changes of the line, in milliseconds. */
const interval = 100;

/** A line on a terminal that says how far reading has come, and leaves no trace; silent elsewhere. */
export function progressLine(terminal: NodeJS.WriteStream): {
  readonly show: (done: number, all: number) => void;
  readonly end: () => void;
} {
  const start = Date.now();
  let shown: number | undefined;
  const clear = '\r\u001B[K';
  return {
    show(done, all) {
      const now = Date.now();
      if (!terminal.isTTY || now - start < patience || now - (shown ?? 0) < interval) return;
      shown = now;
      terminal.write(clear + readingProgress(done, all));
    },
    end() {
      if (shown !== undefined) terminal.write(clear);
      shown = undefined;
    },
  };
}
