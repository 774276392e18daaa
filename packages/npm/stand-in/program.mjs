#!/usr/bin/env node
// Stands in for the program: does what FAKE says, and prints what it was called with.
const [how, code] = (process.env.FAKE ?? 'ready').split(':');
console.log(JSON.stringify(process.argv.slice(2)));
if (how === 'exits') {
  console.error('The emulator can\'t start: the port is in use.');
  process.exit(Number(code));
} else if (how === 'ready') {
  const urls = process.argv.find((argument) => argument.startsWith('--urls='))?.slice(7) ?? 'http://localhost:9000';
  const address = urls.replace(/:0$/, ':40123');
  console.log(`Console Connect emulator, ready on ${address} (Swagger UI at /swagger); data in :memory:`);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    console.log(`got ${signal}`);
    if (how !== 'deaf') process.exit(signal === 'SIGTERM' ? 0 : 7);
  });
}

setInterval(() => {}, 1000);
