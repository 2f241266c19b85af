import { parentPort, workerData } from 'node:worker_threads';
import { FileReducer } from './files/fileReducer.ts';
import { loadReduction } from './files/reductions.ts';
import { speak } from './terminal/speak.ts';
import type { ThreadMessage, ThreadStart } from './threads/fileThread.ts';
import { readPortions } from './threads/portions.ts';

// A thread that reads files for the command. Whatever fails here ends it, and the command reads itself what is left.
const { start, reduction, language, portions } = workerData as ThreadStart;
const say = (message: ThreadMessage<unknown>) => parentPort?.postMessage(message);
await speak(language);
const reducer = new FileReducer(start, await loadReduction(reduction));
for await (const outcome of readPortions(portions, (files) => reducer.outcomes(files))) say(outcome);
say('finished');
