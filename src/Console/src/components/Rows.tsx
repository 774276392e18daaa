import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** A long list of which only the rows in view are in the page. */
export function Rows<T>({
  of,
  height,
  row,
  keyOf,
  label,
  onNearEnd,
  class: name = '',
}: {
  of: readonly T[];
  /** The height of a row, pixels. */
  height: number;
  row: (item: T, index: number) => ComponentChildren;
  keyOf: (item: T) => string;
  label: string;
  onNearEnd?: () => void;
  class?: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, draw] = useState(0);
  const [virtual] = useState(
    () =>
      new Virtualizer<HTMLDivElement, HTMLElement>({
        count: of.length,
        getScrollElement: () => scroller.current,
        estimateSize: () => height,
        overscan: 12,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        onChange: () => draw((before) => before + 1),
      }),
  );
  virtual.setOptions({ ...virtual.options, count: of.length, estimateSize: () => height });
  useEffect(() => virtual._didMount(), []);
  useEffect(() => virtual._willUpdate());
  const shown: VirtualItem[] = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (of.length > 0 && last >= of.length - 30) {
      onNearEnd?.();
    }
  }, [last, of.length]);

  return (
    <div ref={scroller} class={`rows ${name}`} role="list" aria-label={label} tabIndex={0}>
      <div class="rows-all" style={{ height: `${virtual.getTotalSize()}px` }}>
        {shown.map((each) => {
          const item = of[each.index];
          return item === undefined ? null : (
            <div
              key={keyOf(item)}
              class="rows-one"
              role="listitem"
              style={{ height: `${height}px`, transform: `translateY(${each.start}px)` }}
            >
              {row(item, each.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
