import { version } from '../../package.json';
import { guardStreams } from './terminal/guardStreams.ts';

// Whatever is imported here delays every call: commands are loaded when they are called, the version needs none of them.
guardStreams(process.stdout, process.stderr);
const parameters = process.argv.slice(2);
if (parameters.length === 1 && (parameters[0] === '--version' || parameters[0] === '-V')) process.stdout.write(`${version}\n`);
else void import('./run.ts').then(({ run }) => run());
