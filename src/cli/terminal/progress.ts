/** Work that takes no longer than this needs no progress line. In milliseconds. */
const patience = 1000;
/** Between two changes of the line, in milliseconds. */
const interval = 100;

export interface Progress {
  /** Says how far the work has come, where that is worth saying. */
  readonly show: (text: string) => void;
  /** Leaves no trace. */
  readonly end: () => void;
}

/** A line on a terminal that changes as work goes on; silent elsewhere. */
export function progressLine(terminal: NodeJS.WriteStream): Progress {
  const start = Date.now();
  let shown: number | undefined;
  const clear = '\r\u001B[K';
  return {
    show(text) {
      const now = Date.now();
      if (!terminal.isTTY || now - start < patience || now - (shown ?? 0) < interval) return;
      shown = now;
      terminal.write(clear + text);
    },
    end() {
      if (shown !== undefined) terminal.write(clear);
      shown = undefined;
    },
  };
}
