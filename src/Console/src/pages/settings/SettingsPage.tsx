import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { useLive } from '../../world/live';

interface Setting {
  readonly name: string;
  readonly value: string;
  readonly default: string;
  readonly from: string;
  readonly variable: string;
  readonly meaning: string;
  /** What is to be known of the value as things are, such as a world that was not applied. */
  readonly note?: string | null;
}

/** What the emulator was started with, and where each value comes from. */
export default function SettingsPage() {
  const live = useLive((stop) => read<{ settings: readonly Setting[] }>('/__admin/settings', stop), [], false);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Settings</h1>
          <p class="lead">What the emulator was started with: flags, environment variables, appsettings.json.</p>
        </div>
      </header>
      <Loaded live={live}>
        {({ settings }) => (
          <section class="card">
            <div class="table-scroll">
              <table class="table settings">
                <thead>
                  <tr>
                    <th>Flag</th>
                    <th>Value</th>
                    <th>From</th>
                    <th>Meaning</th>
                  </tr>
                </thead>
                <tbody>
                  {settings.map((each) => (
                    <tr key={each.name}>
                      <td>
                        <code title={each.variable}>--{each.name}</code>
                      </td>
                      <td>{each.value === '' ? <span class="quiet">none</span> : <code>{each.value}</code>}</td>
                      <td>
                        <span class={`tag${each.from === 'default' ? '' : ' accent'}`}>{each.from}</span>
                      </td>
                      <td class="quiet">
                        {each.meaning}
                        {each.note && <p class="setting-note">{each.note}</p>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
      </Loaded>
    </div>
  );
}
