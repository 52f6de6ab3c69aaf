import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './project.mjs';

/** A tool that ended with another code than 0. Its output is in the message. */
export class ToolFailed extends Error {
  /** @param {string} command @param {number | null} code @param {string} output */
  constructor(command, code, output) {
    super(`${command} ended with ${code ?? 'a signal'}.\n${output.trim()}`);
    this.output = output;
  }
}

/**
 * Runs a program in the project's folder. Quiet unless it fails, or unless `show` is set.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, { env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: projectRoot,
      env,
      shell: isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
        if (show) process.stderr.write(chunk);
      });
    child.once('error', (error) => reject(new ToolFailed(command, null, error.message)));
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new ToolFailed(`${command} ${args[0] ?? ''}`, code, output)),
    );
  });
}

/**
 * Runs a tool that npm has installed.
 * @param {string} tool
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 */
export function runTool(tool, args, options) {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return run(path.join(projectRoot, 'node_modules/.bin', tool + suffix), args, options);
}
