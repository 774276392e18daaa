'use strict';

const platforms = require('./platforms.json');

/** Names a program to be started in place of the one that was installed. */
const OVERRIDE = 'CONSOLE_CONNECT_EMULATOR_PROGRAM';

const elsewhere =
  'There is a container image, a dotnet tool, and a single file for each release: see the page of this package.';

/**
 * The program for this system. It is in a package of its own, of which npm installs the one that fits.
 * @returns {string} its path
 */
function programPath() {
  const named = process.env[OVERRIDE];
  if (named) {
    return named;
  }

  const key = `${process.platform}-${process.arch}`;
  if (!platforms[key] || isMusl()) {
    const here = isMusl() ? `${key} without glibc` : key;
    const known = Object.keys(platforms).join(', ');
    throw new Error(`The emulator has no program for ${here}; it has for ${known}. ${elsewhere}`);
  }

  const name = `@console-connect-emulator/${key}`;
  try {
    return require.resolve(`${name}/bin/console-connect-emulator${process.platform === 'win32' ? '.exe' : ''}`);
  } catch {
    throw new Error(
      `The package ${name} is not installed, which has the emulator for this system. It is an optional dependency: ` +
        `install without --omit=optional (--no-optional), and on this system rather than on another whose ` +
        `node_modules are copied here. ${elsewhere}`,
    );
  }
}

/** Whether this Linux has another C library than the programs are made for, as Alpine has. */
function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}

module.exports = { OVERRIDE, programPath };
