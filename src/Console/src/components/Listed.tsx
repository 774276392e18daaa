import type { ComponentChildren } from 'preact';
import { Acts, type Act } from './Acts';
import { Empty } from './Told';

interface Headed<T> {
  /** Left out where the page's own heading says it. */
  title?: ComponentChildren;
  /** Whether how many there are stands behind the title. */
  isCounted?: boolean;
  note?: ComponentChildren;
  /** What can be done with all of it. */
  acts?: readonly Act[];
  of: readonly T[];
  keyOf: (item: T) => string;
  /** What can be done with one. */
  actsOf?: (item: T) => readonly Act[];
  /** What is said where there is none: a title, and what to do. */
  empty?: readonly [title: string, more?: ComponentChildren];
  /** How many are shown; the rest is behind `more`. */
  most?: number;
  /** Where all are. */
  more?: string;
  class?: string;
  children?: ComponentChildren;
}

function Card<T>({
  title,
  isCounted,
  note,
  acts,
  of,
  empty,
  most,
  more,
  class: kind,
  children,
}: Omit<Headed<T>, 'keyOf' | 'actsOf'>) {
  return (
    <section class={`card ${kind ?? ''}`}>
      {title !== undefined && (
        <header>
          <h2>
            {title} {isCounted && <span class="quiet">{of.length.toLocaleString('en')}</span>}
          </h2>
          {note && <span class="quiet">{note}</span>}
          {acts && acts.length > 0 && <Acts of={acts} />}
        </header>
      )}
      {of.length === 0 && empty ? <Empty title={empty[0]}>{empty[1]}</Empty> : children}
      {most !== undefined && of.length > most && (
        <p class="card-more">
          {more ? (
            <a href={more}>All {of.length.toLocaleString('en')}</a>
          ) : (
            <span class="quiet">{(of.length - most).toLocaleString('en')} more: search for them.</span>
          )}
        </p>
      )}
    </section>
  );
}

/** A list of one line each: what it is, how it stands, and buttons at its end. */
export function ListCard<T>({
  line,
  end,
  ...rest
}: Headed<T> & {
  line: (item: T) => ComponentChildren;
  /** What stands at a line's end in front of its buttons. */
  end?: (item: T) => ComponentChildren;
}) {
  const { of, keyOf, actsOf, most = of.length } = rest;
  return (
    <Card {...rest}>
      <ul class="card-body lines">
        {of.slice(0, most).map((item) => (
          <li key={keyOf(item)}>
            <div class="line-what">{line(item)}</div>
            {(end || actsOf) && (
              <span class="row-end">
                {end?.(item)}
                {actsOf && <Acts of={actsOf(item)} />}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export interface Column<T> {
  readonly head: string;
  readonly cell: (item: T) => ComponentChildren;
  readonly class?: string;
}

/**
 * A table, with the buttons of each row at its end. Where there is too little room for its columns, each row is a
 * block of lines; the roles say that it is a table all the same.
 */
export function TableCard<T>({
  columns,
  foot,
  isWide = false,
  ...rest
}: Headed<T> & {
  columns: readonly Column<T>[];
  foot?: ComponentChildren;
  /** Whether it needs much room. */
  isWide?: boolean;
}) {
  const { of, keyOf, actsOf, most = of.length } = rest;
  return (
    <Card {...rest}>
      <div class="table-scroll">
        <table class={`table folds${isWide ? ' wide' : ''}`} role="table">
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th key={column.head} class={column.class} role="columnheader">
                  {column.head}
                </th>
              ))}
              {actsOf && (
                <th role="columnheader">
                  <span class="for-readers">What can be done</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {of.slice(0, most).map((item) => (
              <tr key={keyOf(item)} role="row">
                {columns.map((column) => (
                  <td key={column.head} class={column.class} role="cell">
                    <span class="cell-head" aria-hidden="true">
                      {column.head}
                    </span>
                    <div class="cell-what">{column.cell(item)}</div>
                  </td>
                ))}
                {actsOf && (
                  <td class="end" role="cell">
                    <Acts of={actsOf(item)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {foot}
    </Card>
  );
}
