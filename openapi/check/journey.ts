// The main journey, by a client that was generated from openapi/emulator.json and nothing else: what the document
// leaves out, or says wrongly, doesn't compile, or doesn't arrive.
import { strict as assert } from 'node:assert';
import { createClient } from './generated/service/client/index.js';
import * as service from './generated/service/index.js';
import { createClient as createAdmin } from './generated/admin/client/index.js';
import * as admin from './generated/admin/index.js';

const baseUrl = process.argv[2] ?? 'http://localhost:9000';
let steps = 0;
const step = (words: string) => console.log(`  ${++steps}. ${words}`);

// A sandbox of its own, through the client of the admin document.
const emulator = createAdmin({ baseUrl });
const sandbox = (await admin.sandboxMake({
  client: emulator,
  body: { ttlSeconds: 600, clockFrozen: true },
  throwOnError: true,
})).data;
const into = { baseUrl, headers: { 'X-Emulator-Sandbox': sandbox.name } };
const world = createAdmin(into);
const until = (machine: string, id: string, state: string) =>
  admin.clockUntil({ client: world, body: { machine, id, state }, throwOnError: true });

try {
  const nobody = createClient(into);
  const loggedIn = async (email: string) => {
    const { data } = await service.logIn({
      client: nobody,
      body: { email, password: 'Password1' },
      throwOnError: true,
    });
    return createClient({ ...into, headers: { ...into.headers, 'portal-token': data.token } });
  };
  const stan = await loggedIn('stan@example.com');
  const meg = await loggedIn('meg@example.com');
  const account = (await service.getCurrentUser({ client: stan, throwOnError: true })).data;
  assert.ok(account.companies.some(company => company.username === 'Acme'));
  step('Stan and Meg are logged in');

  const facilities = (await service.listFacilities({
    client: stan,
    query: { filter: '{"where":{"dataCenterFacility.ready":true},"limit":100}' },
    throwOnError: true,
  })).data;
  const facility = facilities.find(one => one.username === 'supernetpa4');
  assert.ok(facility);
  step(`${facilities.length} facilities take orders`);

  const path = { companyName: 'Acme' };
  const order = (await service.createPortOrder({
    client: stan,
    path,
    body: {
      dataCenterFacility: facility.username ?? '',
      speed: 1000,
      portName: 'By a generated client',
      paymentType: 'invoice',
    },
    throwOnError: true,
  })).data;
  assert.equal(order.status, 'created');
  await until('port-orders', order.id, 'done');
  const done = (await service.getPortOrder({
    client: stan,
    path: { ...path, orderId: order.id },
    throwOnError: true,
  })).data;
  assert.equal(done.status, 'done');
  step('a port is ordered and delivered');

  const portId = done.portId;
  assert.ok(portId); // Null until the order is done.
  await until('ports', portId, 'ACTIVE');
  const port = (await service.getPort({ client: stan, path: { ...path, portId }, throwOnError: true })).data;
  assert.equal(port.capacity.remaining, 1000);
  step('it is ACTIVE, with 1000 Mbps to sell');

  const asked = (await service.createLayer2Connection({
    client: stan,
    path,
    body: {
      type: 'LAYER2',
      name: 'Acme to company2',
      portId,
      speed: 100,
      destMetroId: '1232413986c08c061dd8c45f',
      destCompany: 'company2',
    },
    throwOnError: true,
  })).data;
  assert.equal(asked.status, 'PENDING');
  const connectionId = asked.id;
  await service.approveConnection({
    client: meg,
    path: { companyName: 'company2', connectionId },
    body: { destPortId: '58b5b4a9c2e6a1b4d777c52d' },
    throwOnError: true,
  });
  await until('connections', connectionId, 'ACTIVE');
  step('a connection to company2 is asked for, approved and ACTIVE');

  await service.proposeChangeRequest({
    client: stan,
    path: { ...path, connectionId },
    body: { speed: 200 },
    throwOnError: true,
  });
  await service.approveChangeRequest({
    client: meg,
    path: { companyName: 'company2', connectionId },
    throwOnError: true,
  });
  const faster = (await service.getConnection({
    client: stan,
    path: { ...path, connectionId },
    throwOnError: true,
  })).data;
  assert.equal(faster.speed.value, 200);
  step('both want 200 Mbps, and get them');

  const tooEarly = await service.actOnPort({ client: stan, path: { ...path, portId, action: 'disable' } });
  assert.equal(tooEarly.response?.status, 409);
  assert.match(tooEarly.error?.error?.message ?? '', /attached connections/);
  step(`what is refused says why: ${tooEarly.error?.error?.message}`);

  await service.deleteConnection({ client: stan, path: { ...path, connectionId }, throwOnError: true });
  await until('connections', connectionId, 'DELETED');
  await service.actOnPort({ client: stan, path: { ...path, portId, action: 'disable' }, throwOnError: true });
  await until('ports', portId, 'DISABLED');
  await service.deletePort({ client: stan, path: { ...path, portId }, throwOnError: true });
  await until('ports', portId, 'DELETED');
  step('connection and port are taken down');

  const conformance = (await admin.conformanceShow({ client: world, throwOnError: true })).data;
  assert.notEqual(conformance.verdict, 'violates');
} finally {
  await admin.sandboxDelete({ client: emulator, path: { name: sandbox.name } });
}
