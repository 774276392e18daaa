import { Check } from '../components/Field';
import { Dialog } from '../components/Dialog';
import { pages } from './pages';
import { areKeysOn, isHelpShown, timeKeys, turnKeys } from './shortcuts';

export function ShortcutsDialog() {
  return !isHelpShown.value ? null : (
    <Dialog
      title="Keys"
      onClose={() => {
        isHelpShown.value = false;
      }}
      wide
    >
      <div class="keys">
        <section>
          <h3>Pages</h3>
          <dl>
            {pages
              .filter((page) => page.key)
              .map((page) => (
                <div key={page.name}>
                  <dt>
                    <kbd>g</kbd> <kbd>{page.key}</kbd>
                  </dt>
                  <dd>{page.title}</dd>
                </div>
              ))}
          </dl>
        </section>
        <section>
          <h3>Time</h3>
          <dl>
            {timeKeys.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>t</kbd> <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <h3>Everywhere</h3>
          <dl>
            <div>
              <dt>
                <kbd>/</kbd>
              </dt>
              <dd>Search on this page</dd>
            </div>
            <div>
              <dt>
                <kbd>Esc</kbd>
              </dt>
              <dd>Close what is open</dd>
            </div>
            <div>
              <dt>
                <kbd>?</kbd>
              </dt>
              <dd>These keys</dd>
            </div>
          </dl>
          <h3>On the map</h3>
          <dl>
            <div>
              <dt>
                <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd>
              </dt>
              <dd>Move</dd>
            </div>
            <div>
              <dt>
                <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd>
              </dt>
              <dd>Closer, farther, all of it</dd>
            </div>
          </dl>
        </section>
      </div>
      <Check label="Keys without Ctrl or Alt do this" value={areKeysOn.value} onChange={turnKeys} />
    </Dialog>
  );
}
