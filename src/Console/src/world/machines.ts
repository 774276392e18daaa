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
    },
  );
  return kept;
}

const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'port-orders': ['Port order', 'Port orders'],
  ports: ['Port', 'Ports'],
  connections: ['Connection', 'Connections'],
  'change-requests': ['Change request', 'Change requests'],
  'connection-flexes': ['Flex of a connection', 'Flexes of connections'],
  'scheduled-tasks': ['Scheduled task', 'Scheduled tasks'],
  memberships: ['Membership', 'Memberships'],
  invitations: ['Invitation', 'Invitations'],
  'iod-services': ['Internet On-Demand', 'Internet On-Demand'],
  flexes: ['Flex of an IO-D service', 'Flexes of IO-D services'],
  asns: ['ASN', 'ASNs'],
  replies: ['Answer of a company', 'Answers of companies'],
  cloudrouters: ['CloudRouter', 'CloudRouters'],
  'cloudrouter-sites': ['CloudRouter site', 'CloudRouter sites'],
  'azure-peerings': ['Azure peering', 'Azure peerings'],
  'edge-quotes': ['Edge quote', 'Edge quotes'],
  'sim-orders': ['Order of SIM cards', 'Orders of SIM cards'],
  'sim-pools': ['Pool of SIM cards', 'Pools of SIM cards'],
  sims: ['SIM card', 'SIM cards'],
  'support-tickets': ['Support ticket', 'Support tickets'],
};

/** What a machine's resource is called. */
export function machineWord(name: string): string {
  return words[name]?.[0] ?? name;
}

/** What a machine's resources are called. */
export function machinesWord(name: string): string {
  return words[name]?.[1] ?? name;
}
