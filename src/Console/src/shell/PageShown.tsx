import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { base } from '../emulator/address';
import { Empty } from '../components/Told';
import { overview } from '../world/overview';
import { linkTo, route } from './route';
import { pages } from './pages';

const loaded = new Map<string, FunctionComponent>();

/** The page that the address names. Its code comes when it is first opened. */
export function PageShown() {
  const { page: name, of } = route.value;
  const page = pages.find((each) => each.name === name);
  const [, draw] = useState(0);
  const [failed, setFailed] = useState(false);
  const Shown = loaded.get(name);

  useEffect(() => {
    setFailed(false);
    if (page && !loaded.has(page.name)) {
      page.load().then(
        (module) => {
          loaded.set(page.name, module.default);
          draw((before) => before + 1);
        },
        () => setFailed(true),
      );
    }
  }, [page]);

  useEffect(() => {
    document.title = `${page?.title ?? 'Not found'} · Console Connect emulator`;
    document.getElementById('page')?.scrollTo(0, 0);
  }, [page, of.join('/')]);

  if (!page) {
    return (
      <Empty title={`There is no page ${name}.`}>
        <a href={linkTo('start')}>Go to the start</a>
      </Empty>
    );
  }
  if (failed) {
    return (
      <Empty title="This page could not be read.">
        The emulator may have stopped. Open the page once more when it is back.
      </Empty>
    );
  }
  return Shown ? (
    <Shown key={`${base.value} ${overview.value?.sandbox.name ?? ''}`} />
  ) : (
    <div class="loading">Reading…</div>
  );
}
