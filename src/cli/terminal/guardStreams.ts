/** Ends the process quietly when nobody reads any more (`kano lint | head`), and with a reason when a stream cannot be written. */
export function guardStreams(output: NodeJS.WriteStream, errors: NodeJS.WriteStream): void {
  output.on('error', async (error: NodeJS.ErrnoException) => {
    // Whoever reads has seen enough: nothing is wrong, and there is nobody left to tell.
    if (error.code !== 'EPIPE' && error.code !== 'EOF') {
      const { explain } = await import('./explain.ts');
      process.exitCode = explain(error, errors, '<stdout>');
    }
    process.exit();
  });
  errors.on('error', () => process.exit());
}
