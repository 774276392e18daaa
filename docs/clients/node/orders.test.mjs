// node --test docs/clients/node/*.test.mjs       (CONSOLE_CONNECT_URL=http://localhost:9000)
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConsoleConnect, ServiceRefusal } from './console-connect.mjs';
import { Sandbox } from './emulator.mjs';

const emulator = process.env.CONSOLE_CONNECT_URL ?? 'http://localhost:9000';
const order = { dataCenterFacility: 'supernetpa4', speed: 1000, portName: 'From Node', paymentType: 'invoice' };

describe('ordering and connecting', { concurrency: true }, () => {
  it('delivers a port', async t => {
    const { sandbox, stan } = await world(t);
    const { id, status } = await stan.orderPort('Acme', order);
    assert.equal(status, 'created');
    await sandbox.until('port-orders', id, 'done'); // Weeks, at once.
    const done = await stan.portOrder('Acme', id);
    assert.equal(done.status, 'done');
    assert.ok(done.portId);
  });

  it('asks again when the service is busy', async t => {
    const { sandbox, stan } = await world(t);
    await sandbox.fault({
      match: { operation: 'PUT /api/company/{companyName}/ports/orders' },
      when: { next: 2 },
      then: { answer: { status: 503, retryAfterSeconds: 0 } },
    });
    await stan.orderPort('Acme', order);
    await sandbox.verify({ method: 'PUT', path: '/api/company/Acme/ports/orders', exactly: 3 });
  });

  it('tells what the service refuses', async t => {
    const { stan } = await world(t);
    await assert.rejects(
      stan.orderPort('Acme', { ...order, dataCenterFacility: 'nowhere' }),
      error => error instanceof ServiceRefusal && error.status === 404);
  });

  it('connects to another company that approves', async t => {
    const { sandbox, stan } = await world(t);
    const { id, status } = await stan.connect('Acme', {
      name: 'Acme to company2', portId: '576247795c9de0b91e8b8576', speed: 10,
      destMetroId: '1232413986c08c061dd8c45f', destCompany: 'company2',
    });
    assert.equal(status, 'PENDING');
    const meg = new ConsoleConnect(sandbox.url, sandbox.apiKeys.meg);
    await meg.approve('company2', id, '58b5b4a9c2e6a1b4d777c52d');
    await sandbox.until('connections', id, 'ACTIVE');
    assert.equal((await stan.connection('Acme', id)).status, 'ACTIVE');
  });
});

/** A sandbox for one test, and Stan, who is logged in there. */
async function world(t) {
  const sandbox = await Sandbox.make(emulator);
  t.after(() => sandbox.delete());
  return { sandbox, stan: await ConsoleConnect.logIn(sandbox.url, 'stan@example.com', 'Password1') };
}
