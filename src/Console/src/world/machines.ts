import { read } from '../emulator/admin';
import type { Machine } from '../emulator/shapes';

let kept: Promise<ReadonlyMap<string, Machine>> | null = null;

/** The state machines: the same in every sandbox, so they are read once. */
export function machines(): Promise<ReadonlyMap<string, Machine>> {
  kept ??= read<{ machines: readonly Machine[] }>('/__admin/workflows').then(
    (answer) => new Map(answer.machines.map((machine) => [machine.name, machine])),
    (failure: unknown) => {
      kept = null;
      throw failure;
    });
  return kept;
}

const words: Readonly<Record<string, string>> = {
  'port-orders': 'Port order', ports: 'Port', connections: 'Connection', 'change-requests': 'Change request',
  'connection-flexes': 'Flex of a connection', 'scheduled-tasks': 'Scheduled task', memberships: 'Membership',
  invitations: 'Invitation', 'iod-services': 'Internet On-Demand service', flexes: 'Flex of an IO-D service',
  asns: 'ASN', replies: 'Answer of a company', cloudrouters: 'CloudRouter', 'cloudrouter-sites': 'Site of a CloudRouter',
  'azure-peerings': 'Azure peering', 'edge-quotes': 'Edge quote', 'sim-orders': 'Order of SIM cards',
  'sim-pools': 'Pool of SIM cards', sims: 'SIM card', 'support-tickets': 'Support ticket',
};

/** What a machine's resources are called. */
export function machineWord(name: string): string {
  return words[name] ?? name;
}
