/** Drawn on 16 by 16, with the color of the text around. */
const shapes = {
  start: 'M2.5 7.5 8 3l5.5 4.5V13h-3.5V9.5H6V13H2.5z',
  map: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM1.8 8h12.4M8 1.8c4 4 4 8.4 0 12.4M8 1.8c-4 4-4 8.4 0 12.4',
  companies: 'M2.5 14V4l5-2v12M7.5 6.5h6V14M1.5 14h13M4.5 6.5h1M4.5 9.5h1M10 9.5h1M10 11.8h1',
  resources: 'M2.5 3h11v3.5h-11zM2.5 9.5h11V13h-11zM5 4.8h.1M5 11.3h.1',
  requests: 'M2 4h8M7.5 1.5 10 4 7.5 6.5M14 12H6M8.5 9.5 6 12l2.5 2.5',
  outbox: 'M1.8 3.5h12.4v9H1.8zM2 4l6 4.8L14 4',
  sandboxes: 'M8 1.8 14 5v6l-6 3.2L2 11V5zM2 5l6 3.2L14 5M8 8.2v6',
  snapshots: 'M2 4.5h3L6 3h4l1 1.5h3V13H2zM8 10.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  faults: 'M9 1.5 3 9h4l-.5 5.5L13 7H8.5z',
  counterparties:
    'M5.5 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.5 13.5c0-5 8-5 8 0M11 7.5a2 2 0 1 0-1-3.7M11.5 9.6c2 .4 3 1.7 3 3.9',
  progression: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.5V8l2.5 1.8',
  coverage: 'M3 2h7l3 3v9H3zM5.5 9l1.8 1.8 3.2-3.6',
  conformance: 'M8 1.8 13.5 4v4c0 3.2-2.5 5.3-5.5 6.3C5 13.3 2.5 11.2 2.5 8V4zM5.5 8l1.8 1.8 3.2-3.6',
  settings:
    'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.8 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM5.2 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  tour: 'M4 2.5v11l9-5.5z',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  check: 'M2.5 8.5 6 12l7.5-8',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  menu: 'M2 4h12M2 8h12M2 12h12',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  auto: 'M8 14.2A6.2 6.2 0 1 0 8 1.8zM8 1.8a6.2 6.2 0 0 1 0 12.4',
  help: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM6.3 6.3c0-2.4 3.6-2.2 3.6-.1C9.9 7.6 8 7.6 8 9.2M8 11.4v.1',
  play: 'M4.5 2.8v10.4l8.5-5.2z',
  pause: 'M4.5 3v10M11.5 3v10',
  next: 'M3 3v10l7-5zM12.5 3v10',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  out: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14',
  person: 'M8 7.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.8 14c0-6 10.4-6 10.4 0',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.3M8 11.7v.1',
  cloud: 'M4.5 12.5a2.8 2.8 0 0 1-.3-5.6 4 4 0 0 1 7.7-.6 3.1 3.1 0 0 1-.2 6.2z',
  arrow: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ of }: { of: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[of]} />
    </svg>
  );
}
