import { useState } from 'preact/hooks';
import { Icon } from '../components/Icon';
import { overview } from '../world/overview';
import { ActAs } from './ActAs';
import { Banner, LiveMark } from './Banner';
import { Notices } from './Notices';
import { groups } from './pages';
import { PageShown } from './PageShown';
import { linkTo, route } from './route';
import { SandboxSwitch } from './SandboxSwitch';
import { ShortcutsDialog } from './ShortcutsDialog';
import { isHelpShown } from './shortcuts';
import { theme, turnTheme } from './theme';
import { TimeBar } from './TimeBar';
import { TokenDialog } from './TokenDialog';

const themeWords = { auto: 'as the system has it', light: 'light', dark: 'dark' } as const;
const themeIcons = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** What is around every page: the menu, the sandbox, the time. */
export function Shell() {
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <>
      <a
        class="skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('page')?.focus();
        }}
      >
        Skip to the page
      </a>
      <div class="shell">
        <header class="top">
          <button
            type="button"
            class="icon-button menu-button"
            aria-expanded={isMenuOpen}
            aria-controls="menu"
            aria-label="Menu"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <Icon of="menu" />
          </button>
          <a class="brand" href={linkTo('start')}>
            <img src="icon.svg" alt="" width="22" height="22" />
            <span>
              Console Connect <span class="brand-what">emulator</span>
            </span>
          </a>
          <SandboxSwitch />
          <div class="top-end">
            <LiveMark />
            <button
              type="button"
              class="icon-button"
              onClick={turnTheme}
              aria-label={`Colors: ${themeWords[theme.value]}. Change`}
              title={`Colors: ${themeWords[theme.value]}`}
            >
              <Icon of={themeIcons[theme.value]} />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label="Keys"
              title="Keys (?)"
              onClick={() => {
                isHelpShown.value = true;
              }}
            >
              <Icon of="help" />
            </button>
          </div>
          <TimeBar />
        </header>
        <nav
          id="menu"
          class={`menu${isMenuOpen ? ' open' : ''}`}
          aria-label="Pages"
          onClick={(event) => {
            if ((event.target as HTMLElement).closest('a')) {
              setMenuOpen(false);
            }
          }}
        >
          <Menu />
        </nav>
        <div class="page-place">
          <Banner />
          <main id="page" tabIndex={0}>
            <PageShown />
          </main>
        </div>
      </div>
      <Notices />
      <ShortcutsDialog />
      <TokenDialog />
    </>
  );
}

function Menu() {
  const seen = overview.value;
  const counts: Readonly<Record<string, number | undefined>> = {
    companies: seen?.companies.length,
    resources: seen?.machines.reduce((sum, machine) => sum + machine.total, 0),
    requests: seen?.journal.recorded,
    outbox: seen?.outbox.messages,
    faults: seen?.faults.rules,
    sandboxes: seen?.sandboxes.count,
    snapshots: seen?.snapshots.count,
  };
  const here = route.value.page === 'resource' ? 'resources' : route.value.page;
  return (
    <>
      {groups.map((group) => (
        <div key={group.title} class="menu-group">
          <h2>{group.title}</h2>
          <ul>
            {group.pages.map((page) => (
              <li key={page.name}>
                <a href={linkTo(page.name)} aria-current={here === page.name ? 'page' : undefined}>
                  <Icon of={page.icon} />
                  <span>{page.title}</span>
                  {counts[page.name] ? <span class="count">{counts[page.name]?.toLocaleString('en')}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ActAs />
      <p class="menu-version quiet">{seen ? `Version ${seen.version}` : ''}</p>
    </>
  );
}
