import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program took, from its start to its end. */
export interface ProcessUsage {
  /** Milliseconds on the clock. */
  readonly elapsed: number;
  /** Milliseconds of processor time, of all its threads together; not of programs that it started. */
  readonly processor: number;
  /** The most memory that it held at a time, in MB. */
  readonly memory: number;
}

/** Runs Node with these parameters in a folder. Fails where the program fails: nobody measures half of the work. */
export function measureProcess(parameters: readonly string[], folder: string): ProcessUsage {
  const reports = mkdtempSync(join(tmpdir(), 'kano-usage-'));
  const report = join(reports, 'usage.json');
  // The program itself says on leaving what the system counted, the same on every system.
  const source = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())));`;
  const leaving = `data:text/javascript,${encodeURIComponent(source)}`;
  try {
    const start = performance.now();
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', leaving, ...parameters], options);
    const elapsed = performance.now() - start;
    if (status !== 0) throw new Error(`${parameters.join(' ')} found problems or failed: ${(stderr || stdout).slice(0, 500)}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8')) as NodeJS.ResourceUsage;
    return { elapsed, processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  } finally {
    rmSync(reports, { recursive: true });
  }
}
