import { version } from '../../package.json';

// Every import here delays every call: commands are loaded when they are called, and the version needs none of them.
guardStreams(process.stdout, process.stderr);
const parameters = process.argv.slice(2);
if (parameters.length === 1 && ['-v', '--version', '-V'].includes(parameters[0] ?? '')) process.stdout.write(`${version}\n`);
else void import('./run.ts').then(({ run }) => run());

/** Ends the process quietly when nobody reads its output any more (`kano lint | head`), and with a reason when a stream cannot be written. */
function guardStreams(output: NodeJS.WriteStream, errors: NodeJS.WriteStream): void {
  output.on('error', async (error: NodeJS.ErrnoException) => {
    // The reader has seen enough: nothing is wrong, and there is nobody to tell.
    if (error.code !== 'EPIPE' && error.code !== 'EOF') {
      const { explain, Failure, unwritable } = await import('./terminal/failure.ts');
      process.exitCode = explain(new Failure(unwritable('<stdout>', error)), errors);
    }
    process.exit();
  });
  errors.on('error', () => process.exit());
}
