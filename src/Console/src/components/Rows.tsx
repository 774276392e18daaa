import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** A long list of which only the rows in view are in the page, and need to be there at all. */
export function Rows<T>({
  count,
  at,
  fresh,
  height,
  row,
  keyOf,
  label,
  onLook,
  class: name = '',
}: {
  count: number;
  /** A row's item; undefined while it is being read. */
  at: (index: number) => T | undefined;
  /** How many have come at the top so far: what is in view stays in view when it grows. */
  fresh: number;
  /** The height of a row, pixels. */
  height: number;
  row: (item: T) => ComponentChildren;
  keyOf: (item: T) => string;
  label: string;
  /** Told which are in view. */
  onLook: (first: number, last: number) => void;
  class?: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, draw] = useState(0);
  const [virtual] = useState(
    () =>
      new Virtualizer<HTMLDivElement, HTMLElement>({
        count,
        getScrollElement: () => scroller.current,
        estimateSize: () => height,
        overscan: 12,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        onChange: () => draw((before) => before + 1),
      }),
  );
  virtual.setOptions({ ...virtual.options, count, estimateSize: () => height });
  useEffect(() => virtual._didMount(), []);
  useEffect(() => virtual._willUpdate());

  const seen = useRef(fresh);
  useLayoutEffect(() => {
    const came = fresh - seen.current;
    seen.current = fresh;
    if (came > 0 && scroller.current && scroller.current.scrollTop > height) {
      scroller.current.scrollTop += came * height;
    }
  }, [fresh]);

  const shown: VirtualItem[] = virtual.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => onLook(first, last), [first, last, count, at]);

  return (
    <div ref={scroller} class={`rows ${name}`} role="list" aria-label={label} tabIndex={0}>
      <div class="rows-all" style={{ height: `${virtual.getTotalSize()}px` }}>
        {shown.map((each) => {
          const item = at(each.index);
          return (
            <div
              key={item === undefined ? `at ${each.index}` : keyOf(item)}
              class="rows-one"
              role="listitem"
              style={{ height: `${height}px`, transform: `translateY(${each.start}px)` }}
            >
              {item === undefined ? <div class="row-unread" aria-label="Being read" /> : row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
