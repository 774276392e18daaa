import { adminOfAll, read } from '../../emulator/admin';
import type { Network, Sandbox } from '../../emulator/shapes';
import { overview } from '../../world/overview';
import type { Teller } from './telling';

/** What the steps hand on to each other. */
export interface Thread {
  port: string;
  order: string;
  connection: string;
  ownConnection: string;
}

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly run: (teller: Teller, thread: Thread) => Promise<void>;
}

const [asker, answerer] = ['Acme', 'company2'];

/** Makes the sandbox that the tour plays in: it goes away by itself after an hour. */
export async function makeWorld(): Promise<string> {
  const letters = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36).slice(0, 4) ?? '';
  const made = await adminOfAll<Sandbox>('POST', '/__admin/sandboxes', {
    name: `tour-${letters}`,
    ttlSeconds: 3600,
    clockFrozen: true,
  });
  return made.name;
}

export const steps: readonly Step[] = [
  {
    title: 'Order a port in Singapore',
    text: 'Stan of Acme orders a port. The order is accepted; delivery takes its time.',
    act: 'Order it',
    run: async (teller, thread) => {
      const network = await read<Network>('/__admin/network');
      const metro = network.metros.find((each) => each.name === 'Singapore');
      const facility =
        network.facilities.find((each) => each.metroId === metro?.id && each.orderable) ??
        network.facilities.find((each) => each.orderable);
      const order = await teller.call(asker, {
        method: 'PUT',
        path: `/api/company/${asker}/ports/orders`,
        body: {
          dataCenterFacility: facility?.id,
          speed: 1000,
          portName: 'Acme Singapore',
          paymentType: 'invoice',
        },
      });
      thread.order = textOf(order, 'id');
    },
  },
  {
    title: 'Time passes, and it lights up',
    text: 'The clock stands still until you move it. Here it goes on until the order is done and the port ACTIVE.',
    act: 'Move the clock',
    run: async (teller, thread) => {
      await teller.until('port-orders', thread.order, 'done');
      const order = await teller.call(asker, {
        method: 'GET',
        path: `/api/company/${asker}/ports/orders/${thread.order}`,
      });
      thread.port = textOf(order, 'portId');
      await teller.until('ports', thread.port, 'ACTIVE');
    },
  },
  {
    title: 'Connect to another company, and play both sides',
    text: 'Acme asks company2 in San Jose for a connection. It is PENDING until Meg of company2 approves: be Meg, too.',
    act: 'Ask and approve',
    run: async (teller, thread) => {
      const network = await read<Network>('/__admin/network');
      const target = network.ports.find(
        (port) => port.company === answerer && port.status === 'ACTIVE' && port.speed - port.used >= 500,
      );
      const asked = await teller.call(asker, {
        method: 'PUT',
        path: `/api/v2/company/${asker}/connections/layer2`,
        body: {
          type: 'LAYER2',
          name: 'Singapore to company2',
          portId: thread.port,
          speed: 100,
          destMetroId: target?.metroId,
          destCompany: answerer,
        },
      });
      thread.connection = textOf(asked, 'id');
      await teller.call(answerer, {
        method: 'PUT',
        path: `/api/v2/company/${answerer}/connections/${thread.connection}/approve`,
        body: { destPortId: target?.id },
      });
      await teller.until('connections', thread.connection, 'ACTIVE');
    },
  },
  {
    title: 'Speed it up',
    text: 'More bandwidth towards another company is a change request: Acme proposes 250 Mbps, company2 approves.',
    act: 'Propose and approve',
    run: async (teller, thread) => {
      await teller.call(asker, {
        method: 'PUT',
        path: `/api/company/${asker}/connections/${thread.connection}/change`,
        body: { speed: 250 },
      });
      await teller.call(answerer, {
        method: 'PUT',
        path: `/api/company/${answerer}/connections/${thread.connection}/change/approve`,
      });
    },
  },
  {
    title: 'Flex a connection of your own',
    text: 'Between its own ports Acme asks nobody: it connects Singapore to London, and flexes from 100 to 400 Mbps, by the hour.',
    act: 'Connect and flex',
    run: async (teller, thread) => {
      const network = await read<Network>('/__admin/network');
      const london = network.metros.find((each) => each.name === 'London')?.id;
      const own = network.ports.filter(
        (port) =>
          port.company === asker &&
          port.status === 'ACTIVE' &&
          port.id !== thread.port &&
          port.speed - port.used >= 400,
      );
      const target = own.find((port) => port.metroId === london) ?? own[0];
      const made = await teller.call(asker, {
        method: 'PUT',
        path: `/api/v2/company/${asker}/connections/layer2`,
        body: {
          type: 'LAYER2',
          name: 'Singapore to London',
          portId: thread.port,
          speed: 100,
          destMetroId: target?.metroId,
          destCompany: asker,
          destPortId: target?.id,
        },
      });
      thread.ownConnection = textOf(made, 'id');
      await teller.until('connections', thread.ownConnection, 'ACTIVE');
      const company = overview.value?.companies.find((each) => each.name === asker)?.id ?? '';
      const flex = await teller.call(asker, {
        method: 'POST',
        path: `/app-user/${company}/connections/${thread.ownConnection}/connection-change-requests`,
        body: { bandwidth: 400 },
      });
      await teller.until('connection-flexes', textOf(flex, 'id'), 'SUCCESS');
    },
  },
];

function textOf(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : '';
}
