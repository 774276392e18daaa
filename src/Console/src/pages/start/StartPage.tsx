import { Copy } from '../../components/Copy';
import { Icon } from '../../components/Icon';
import { Loaded } from '../../components/Told';
import { base, root } from '../../emulator/address';
import { read } from '../../emulator/admin';
import type { Overview } from '../../emulator/shapes';
import { linkTo } from '../../shell/route';
import { useLive } from '../../world/live';
import { FirstCall } from './FirstCall';
import { Logins } from './Logins';
import { StatesShown } from './StatesShown';

/** What this is, what is in it, and how to get in. */
export default function StartPage() {
  const live = useLive((stop) => read<Overview>('/__admin/overview', stop));
  return <Loaded live={live}>{(seen) => <Shown overview={seen} />}</Loaded>;
}

function Shown({ overview }: { overview: Overview }) {
  const ports = overview.machines.find((machine) => machine.name === 'ports')?.total ?? 0;
  const connections = overview.machines.find((machine) => machine.name === 'connections')?.total ?? 0;
  return (
    <div class="page start-page">
      <header class="hero">
        <div>
          <p class="quiet">
            {overview.name} {overview.version}
          </p>
          <h1>Console Connect, on your own machine</h1>
          <p class="lead">
            The network-as-a-service API with a network behind it: {overview.companies.length.toLocaleString('en')}{' '}
            companies, {countOf(ports, 'port')} and {countOf(connections, 'connection')} that you can order, approve,
            break and fast-forward. Nothing is billed, and nothing leaves this machine.
          </p>
          <div class="hero-acts">
            <a class="button primary" href={linkTo('tour')}>
              <Icon of="tour" /> Take the tour: five clicks
            </a>
            <a class="button" href={linkTo('map')}>
              <Icon of="map" /> Open the map
            </a>
            <a class="button" href={linkTo('requests')}>
              <Icon of="requests" /> Watch requests
            </a>
          </div>
        </div>
        <div class="hero-address">
          <h2>Address of this sandbox</h2>
          <p class="address">
            <code>{base.value}</code>
            <Copy text={base.value} of="address" />
          </p>
          <p class="quiet">
            Put it in place of <code>https://api.consoleconnect.com</code>. You see the sandbox{' '}
            <strong>{overview.sandbox.name}</strong>: a world of its own, with its data, clock and mail.{' '}
            <a href={linkTo('sandboxes')}>Make another</a>
          </p>
        </div>
      </header>
      <div class="columns start-columns">
        <div class="column">
          <FirstCall />
          <Logins />
        </div>
        <div class="column">
          <StatesShown overview={overview} />
          <section class="card">
            <header>
              <h2>What is real, and what is not</h2>
            </header>
            <div class="card-body real-or-not">
              <div>
                <h3>Real</h3>
                <ul>
                  {overview.isReal.map((each) => (
                    <li key={each}>
                      <Icon of="check" />
                      <span>{each}</span>
                    </li>
                  ))}
                </ul>
              </div>
              <div class="is-not">
                <h3>Not</h3>
                <ul>
                  {overview.isNot.map((each) => (
                    <li key={each}>
                      <Icon of="close" />
                      <span>{each}</span>
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          </section>
          <section class="card">
            <header>
              <h2>Also here</h2>
            </header>
            <ul class="card-body links">
              <li>
                <a href={`${root}swagger`}>Swagger UI</a>{' '}
                <span class="quiet">the service and, as its second document, /__admin</span>
              </li>
              <li>
                <a href={`${root}openapi.json`}>openapi.json</a> <span class="quiet">the service's contract</span>
              </li>
              <li>
                <a href={`${root}openapi/admin.json`}>openapi/admin.json</a>{' '}
                <span class="quiet">the emulator's own</span>
              </li>
              <li>
                <a href={linkTo('outbox')}>Outbox</a>{' '}
                <span class="quiet">
                  {countOf(overview.outbox.messages, 'message')} that the service would have sent
                </span>
              </li>
              <li>
                <a href={linkTo('coverage')}>Coverage</a>{' '}
                <span class="quiet">what is emulated, and how sure that is</span>
              </li>
              <li>
                <a href={`${base.value}/__admin`}>/__admin</a>{' '}
                <span class="quiet">everything that this page does is plain HTTP</span>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}

function countOf(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
