#!/usr/bin/env node
'use strict';

// The program itself, with the arguments, the terminal, the signals and the exit code handed through.
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const { programPath } = require('./program.js');

let program;
try {
  program = programPath();
} catch (missing) {
  console.error(missing.message);
  process.exit(1);
}

const child = spawn(program, process.argv.slice(2), { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
  // Handled here, so that this process is there until the program has ended.
  process.on(signal, () => child.kill(signal));
}

// npx that is told to end tells the shell around this process, and only that: then the parent is another one.
if (process.env.npm_command === 'exec') {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 200).unref();
}

child.on('error', (error) => {
  console.error(`The emulator can't be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exit(signal ? 128 + constants.signals[signal] : code);
});
