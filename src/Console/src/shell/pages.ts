import type { FunctionComponent } from 'preact';
import type { IconName } from '../components/Icon';

export interface Page {
  readonly name: string;
  readonly title: string;
  readonly icon: IconName;
  /** The key behind `g` that opens it. */
  readonly key: string;
  readonly load: () => Promise<{ default: FunctionComponent }>;
}

export interface Group {
  readonly title: string;
  readonly pages: readonly Page[];
}

export const groups: readonly Group[] = [
  {
    title: 'World',
    pages: [
      page('start', 'Start', 's', () => import('../pages/start/StartPage')),
      page('map', 'Map', 'm', () => import('../pages/map/MapPage')),
      page('companies', 'Companies', 'c', () => import('../pages/companies/CompaniesPage')),
      page('resources', 'Resources', 'r', () => import('../pages/resources/ResourcesPage')),
    ],
  },
  {
    title: 'Traffic',
    pages: [
      page('requests', 'Requests', 'q', () => import('../pages/requests/RequestsPage')),
      page('outbox', 'Outbox', 'o', () => import('../pages/outbox/OutboxPage')),
      page('faults', 'Faults', 'f', () => import('../pages/faults/FaultsPage')),
    ],
  },
  {
    title: 'Control',
    pages: [
      page('sandboxes', 'Sandboxes', 'b', () => import('../pages/sandboxes/SandboxesPage')),
      page('snapshots', 'Snapshots', 'n', () => import('../pages/snapshots/SnapshotsPage')),
      page('counterparties', 'Counterparties', 'p', () => import('../pages/counterparties/CounterpartiesPage')),
      page('progression', 'Progression', 'g', () => import('../pages/progression/ProgressionPage')),
    ],
  },
  {
    title: 'About',
    pages: [
      page('coverage', 'Coverage', 'v', () => import('../pages/coverage/CoveragePage')),
      page('conformance', 'Conformance', 'k', () => import('../pages/conformance/ConformancePage')),
      page('settings', 'Settings', 'e', () => import('../pages/settings/SettingsPage')),
    ],
  },
];

/** Pages that stand in no menu: they are got to from others. */
const others: readonly Page[] = [
  page('resource', 'Resource', '', () => import('../pages/resource/ResourcePage'), 'resources'),
  page('tour', 'Tour', 't', () => import('../pages/tour/TourPage')),
];

export const pages: readonly Page[] = [...groups.flatMap((group) => group.pages), ...others];

function page(name: string, title: string, key: string, load: Page['load'], icon = name): Page {
  return { name, title, icon: icon as IconName, key, load };
}
