// What /__admin answers, as far as the pages read it. Instants are ISO 8601, UTC; rates are Mbps.

export interface Clock {
  readonly now: string;
  readonly frozen: boolean;
  readonly nextDue: string | null;
}

export interface MoveMade {
  readonly machine: string;
  readonly id: string;
  readonly from: string | null;
  readonly trigger: string;
  readonly to: string;
  readonly at: string;
}

export interface ClockMoved extends Clock {
  readonly movedCount: number;
  readonly moved: readonly MoveMade[];
}

export interface DueMove {
  readonly at: string;
  readonly machine: string;
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly trigger: string | null;
  /** Null where it depends on what is found then. */
  readonly to: string | null;
}

export interface CompanyCounts {
  readonly id: string;
  /** The username, which paths name it by. */
  readonly name: string;
  readonly displayName?: string;
  readonly ports: number;
  readonly connections: number;
  readonly services: number;
  readonly cloudRouters: number;
}

export interface Overview {
  readonly name: string;
  readonly version: string;
  readonly sandbox: { readonly name: string; readonly url: string; readonly isDefault: boolean };
  readonly startedAt: string;
  readonly clock: Clock;
  readonly due: { readonly count: number; readonly next: DueMove | null };
  readonly companies: readonly CompanyCounts[];
  readonly machines: readonly {
    readonly name: string;
    readonly total: number;
    readonly states: Readonly<Record<string, number>>;
  }[];
  readonly journal: { readonly recorded: number; readonly forgotten: number };
  readonly outbox: { readonly messages: number };
  readonly faults: { readonly rules: number; readonly struck: number };
  readonly sandboxes: { readonly count: number };
  readonly snapshots: { readonly count: number };
  readonly adminToken: boolean;
  readonly isReal: readonly string[];
  readonly isNot: readonly string[];
}

export interface Person {
  readonly username: string;
  readonly email: string;
  /** Null where it isn't the one that the seed gave. */
  readonly password: string | null;
  readonly apiKeys: readonly string[];
  readonly fullName?: string | null;
  readonly companies: readonly { readonly company: string; readonly roles: readonly string[] }[];
}

export interface Metro {
  readonly id: string;
  readonly name: string;
  readonly countryCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface Facility {
  readonly id: string;
  readonly name: string;
  readonly metroId: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly orderable: boolean;
  /** The speeds that can be ordered there; empty where every one can. */
  readonly speeds?: readonly number[];
}

export interface Port {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly metroId: string;
  readonly facilityId: string;
  readonly speed: number;
  readonly used: number;
  readonly status: string;
  readonly type: string;
}

export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly toCompany: string;
  readonly fromPort: string | null;
  /** Null until the other company has named it. */
  readonly toPort: string | null;
  /** The id of the cloud that it leads to. */
  readonly cloud: string | null;
  readonly fromMetroId: string;
  readonly toMetroId: string;
  readonly bandwidth: number;
  readonly status: string;
  readonly type: string;
}

export interface RouterSite {
  readonly id: string;
  readonly portId: string | null;
  readonly cloud: string | null;
  readonly metroId: string | null;
  readonly status: string;
}

export interface CloudRouter {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly status: string;
  readonly sites: readonly RouterSite[];
}

export interface InternetService {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly portId: string;
  readonly bandwidth: number;
  readonly status: string;
}

export interface Cloud {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly metroIds: readonly string[];
}

/** A port of a cloud's, as the service lists it. Speeds are Mbps; some are provisioned by hand. */
export interface CloudPort {
  readonly id: string;
  /** Null where it has none but its region's. */
  readonly name: string | null;
  readonly metroId: string;
  readonly status: string;
  readonly partner: {
    readonly regionName?: string;
    readonly connectionSpeeds?: readonly { readonly value: number; readonly type: 'AUTOMATIC' | 'MANUAL' }[];
  };
}

export interface Network {
  readonly metros: readonly Metro[];
  readonly facilities: readonly Facility[];
  readonly ports: readonly Port[];
  readonly connections: readonly Connection[];
  readonly cloudRouters: readonly CloudRouter[];
  readonly services: readonly InternetService[];
  readonly clouds: readonly Cloud[];
}

export interface ResourceRow {
  readonly machine: string;
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly state: string;
  readonly since: string;
  readonly nextDue: string | null;
}

export interface ResourcesFound {
  readonly resources: readonly ResourceRow[];
  readonly found: number;
  readonly offset: number;
  readonly limit: number;
}

export interface Move {
  readonly trigger: string;
  readonly from: string;
  readonly to: string;
  readonly by: 'client' | 'service' | 'world';
  readonly afterSteps: number | null;
  readonly condition: string | null;
}

export interface Machine {
  readonly name: string;
  readonly states: readonly string[];
  readonly moves: readonly Move[];
}

export interface Happened {
  readonly at: string;
  readonly by: string;
  readonly from: string | null;
  readonly trigger: string;
  readonly to: string;
  readonly reason: string | null;
}

export interface Resource {
  readonly machine: string;
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly state: string;
  readonly since: string;
  readonly nextDue: string | null;
  readonly mayFire: readonly Move[];
  readonly history: readonly Happened[];
  /** The address of the service's own read of it. */
  readonly path: string | null;
  /** A user who may read it. */
  readonly readAs: string | null;
}

export interface Exchange {
  readonly sequence: number;
  readonly at: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly method: string;
  readonly sandboxPath: string | null;
  readonly path: string;
  readonly query: string;
  readonly status: number | null;
  readonly operation: { readonly key: string; readonly path: string; readonly title: string } | null;
  readonly assurance?: string | null;
  readonly user: string | null;
  readonly fault: string | null;
  readonly aborted: boolean;
  readonly requestBytes: number;
  readonly answerBytes: number;
  readonly changed?: number;
  readonly explanation?: string | null;
}

export interface Journal {
  readonly found: number;
  readonly kept: number;
  readonly forgotten: number;
  readonly last: number;
  readonly exchanges: readonly Exchange[];
}

export interface KeptBody {
  readonly text: string;
  readonly encoding: 'utf-8' | 'base64';
  readonly truncated: boolean;
}

export interface Change {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly resource: string | null;
  readonly table: string;
  readonly id: string;
  readonly name: string | null;
  readonly members: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
}

export interface WholeExchange extends Exchange {
  readonly requestHeaders?: readonly Header[];
  readonly requestBody?: KeptBody;
  readonly answerHeaders?: readonly Header[];
  readonly answerBody?: KeptBody;
  readonly changes?: readonly Change[];
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Letter {
  readonly id: number;
  readonly to: readonly string[];
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly token: string | null;
  readonly link: string | null;
  readonly linkMethod: string | null;
  readonly aboutId: string;
  readonly causedBy: string | null;
  readonly sentAt: string;
}

export interface Sandbox {
  readonly name: string;
  readonly url: string;
  readonly pathUrl: string;
  readonly hostUrl: string | null;
  /** Empty as long as nobody has opened it. */
  readonly apiKeys: Readonly<Record<string, string>>;
  /** Null of a sandbox that was kept from an earlier run, as long as nobody has opened it. */
  readonly now: string | null;
  readonly createdAt: string | null;
  readonly expiresAt: string | null;
}

export interface Snapshot {
  readonly name: string;
  readonly savedAt: string;
  readonly bytes: number;
  readonly sandbox: string | null;
  readonly now: string;
  readonly frozen: boolean;
}

export interface Fault {
  readonly id: string;
  readonly enabled: boolean;
  readonly match: Readonly<Record<string, unknown>>;
  readonly when: Readonly<Record<string, number>> | null;
  readonly then: Readonly<Record<string, unknown>>;
  readonly matched: number;
  readonly fired: number;
  readonly lastFiredAt: string | null;
  readonly expiresAt: string | null;
}

export interface Pace {
  readonly progression: 'time' | 'immediate' | 'polls' | 'manual';
  readonly stepSeconds: number;
  readonly polls: number;
  readonly stages: Readonly<Record<string, number>> | null;
}

export interface ResourcePace {
  readonly pace: Pace;
  readonly setFor: string;
  readonly readsLeft: number | null;
  readonly held: boolean;
}
