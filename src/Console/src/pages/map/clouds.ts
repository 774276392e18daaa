import type { Call } from '../../emulator/service';
import type { Cloud, CloudPort, Port } from '../../emulator/shapes';

/** What the form of an order has in it. */
export interface CloudDraft {
  readonly name: string;
  readonly from: Port;
  /** The company's id, which some paths name it by. */
  readonly companyId: string;
  /** The cloud's username. */
  readonly cloud: string;
  readonly metroId: string;
  readonly region: Region | null;
  readonly speed: number;
  /** What the cloud has given its customer: an account, or keys. */
  readonly given: readonly string[];
}

/** A region of a cloud's: the place where it is met, by one port or by a pair. */
export interface Region {
  readonly name: string;
  readonly ports: readonly CloudPort[];
}

/** How a cloud is ordered from. */
interface Ordering {
  /** Whether a connection leads to two ports of a region. */
  readonly isPair: boolean;
  /** What the customer brings along from the cloud's own console, by its labels. */
  readonly brings: readonly string[];
  readonly hint: string;
  /** Such things, made up: the emulator takes any that has the right form. */
  readonly makeUp: (regions: readonly Region[], region: Region | null, speed: number) => readonly string[];
  readonly call: (draft: CloudDraft) => Call;
}

const hex = (count: number) =>
  [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => (byte % 16).toString(16)).join('');
const digits = (count: number) =>
  [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => String(byte % 10)).join('');

/** A uuid that begins as it is told to. */
const uuid = (beginning = '') => {
  const letters = (beginning + hex(32)).slice(0, 32);
  return letters.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** The beginning of a key that is for a speed and a place: it counts both through, each by one digit. */
function keyFor(places: readonly Region[], region: Region | null, speed: number): string {
  const speeds = [...(region?.ports[0]?.partner.connectionSpeeds ?? [])].map((each) => each.value);
  const [which, where] = [
    speeds.sort((one, other) => one - other).indexOf(speed),
    places.findIndex((each) => each.name === region?.name),
  ];
  return Math.max(0, which).toString(16) + Math.max(0, where).toString(16);
}

const company = (draft: CloudDraft) => encodeURIComponent(draft.from.company);
const portIds = (draft: CloudDraft) => draft.region?.ports.map((port) => port.id) ?? [];
const partnerPath = (draft: CloudDraft, name: string) =>
  `/api/company/${company(draft)}/connections/directConnectPartner/${name}/layer2`;

/** Those that have an operation of their own. The others are asked for a connection like any company. */
const orderings: Readonly<Record<string, Ordering>> = {
  AWS: {
    isPair: false,
    brings: ['Account at AWS'],
    hint: 'Made up: any account number does.',
    makeUp: () => [digits(12)],
    call: (draft) => ({
      method: 'PUT',
      path: partnerPath(draft, 'AWS'),
      body: {
        type: 'LAYER2',
        name: draft.name,
        srcPortId: draft.from.id,
        destPortId: portIds(draft)[0],
        speed: draft.speed,
        partner: { account: draft.given[0] },
      },
    }),
  },
  GOOGLE: {
    isPair: true,
    brings: ['Pairing key, domain 1', 'Pairing key, domain 2'],
    hint: 'Made up: a uuid, the region and 1 or 2. Each can be used once.',
    makeUp: (_, region) => ['1', '2'].map((domain) => `${uuid()}/${region?.name ?? ''}/${domain}`),
    call: (draft) => ({
      method: 'PUT',
      path: partnerPath(draft, 'GCE'),
      body: {
        type: 'LAYER2',
        name: draft.name,
        srcPortId: draft.from.id,
        destPortId: portIds(draft)[0],
        speed: draft.speed,
        partner: { destPortIds: portIds(draft), region: draft.region?.name, pairingKeys: draft.given },
      },
    }),
  },
  AZURE: {
    isPair: true,
    brings: ["The circuit's service key"],
    hint: 'Made up for this region and speed, which its first two digits stand for here. It can be used once.',
    makeUp: (regions, region, speed) => [uuid(keyFor(regions, region, speed))],
    call: (draft) => ({
      method: 'PUT',
      path: `${partnerPath(draft, 'AZURE')}/create`,
      body: {
        azureServiceKey: draft.given[0],
        type: 'LAYER2',
        name: draft.name,
        speed: draft.speed,
        srcPort: [{ portId: draft.from.id }],
      },
    }),
  },
  ALICLOUD: {
    isPair: true,
    brings: ['Account at Alibaba Cloud'],
    hint: 'Made up: any account does.',
    makeUp: () => [digits(16)],
    call: (draft) => ({
      method: 'PUT',
      path: partnerPath(draft, 'ALICLOUD'),
      body: {
        type: 'LAYER2',
        name: draft.name,
        srcPortId: draft.from.id,
        destPortId: portIds(draft)[0],
        speed: draft.speed,
        partner: { account: draft.given[0], destPortIds: portIds(draft) },
      },
    }),
  },
  IBM: {
    isPair: false,
    brings: ['Account at IBM Cloud'],
    hint: 'Made up: any account does.',
    makeUp: () => [hex(16)],
    call: (draft) => ({
      method: 'POST',
      path: `/app-user/${draft.companyId}/connections/cloud/IBM`,
      body: {
        name: draft.name,
        srcPortId: draft.from.id,
        destPortId: portIds(draft)[0],
        speed: draft.speed,
        partnerAccountId: draft.given[0],
        paymentType: 'invoice',
      },
    }),
  },
  OVHCLOUD: {
    isPair: false,
    brings: ['Service key of OVHcloud'],
    hint: 'Made up for this region and speed, which its first two digits stand for here. It can be used once.',
    makeUp: (regions, region, speed) => [`EU.${uuid(keyFor(regions, region, speed))}`],
    call: (draft) => ({
      method: 'POST',
      path: `/app-user/${draft.companyId}/connections/cloud/OVHCLOUD`,
      body: {
        name: draft.name,
        srcPortId: draft.from.id,
        destPortId: portIds(draft)[0],
        speed: draft.speed,
        partnerAccountId: draft.given[0],
        paymentType: 'invoice',
        duration: 1,
        durationUnit: 'm',
        classOfService: 'SILVER',
      },
    }),
  },
};

const asAnyCompany: Ordering = {
  isPair: false,
  brings: [],
  hint: '',
  makeUp: () => [],
  call: (draft) => ({
    method: 'PUT',
    path: `/api/v2/company/${company(draft)}/connections/layer2`,
    body: {
      type: 'LAYER2',
      name: draft.name,
      portId: draft.from.id,
      speed: draft.speed,
      destMetroId: draft.metroId,
      destCompany: draft.cloud,
    },
  }),
};

export const orderingOf = (cloud: Cloud): Ordering => orderings[cloud.provider] ?? asAnyCompany;

/** A cloud's regions, in the order in which its ports came: those that can be ordered. */
export function regionsOf(cloud: Cloud, ports: readonly CloudPort[]): readonly Region[] {
  const gathered = new Map<string, CloudPort[]>();
  for (const port of ports) {
    if (port.status === 'ACTIVE' && port.partner.regionName !== undefined) {
      const known = gathered.get(port.partner.regionName);
      if (known) {
        known.push(port);
      } else {
        gathered.set(port.partner.regionName, [port]);
      }
    }
  }
  const { isPair } = orderingOf(cloud);
  return [...gathered]
    .map(([name, there]) => ({ name, ports: isPair ? [...there].sort(byName).slice(0, 2) : there }))
    .filter((region) => !isPair || region.ports.length === 2);
}

/** A port without a name of its own has its region's. */
function byName(one: CloudPort, other: CloudPort): number {
  const [a, b] = [one, other].map((port) => port.name ?? port.partner.regionName ?? '');
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** The connection that an order's answer names, in whichever of the clouds' forms. */
export function connectionIn(body: unknown): string | null {
  const answer = body as { id?: string; results?: { connection?: { id?: string } } } | null;
  return answer?.id ?? answer?.results?.connection?.id ?? null;
}
