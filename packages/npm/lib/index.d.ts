/** What {@link start} may be told. */
export interface StartOptions {
  /** The port on 127.0.0.1; a free one unless set. */
  port?: number;
  /** Settings of the emulator by their flags' names, such as `{ 'clock-frozen': true, seed: 7 }`. */
  settings?: Record<string, string | number | boolean>;
  /** How long it may take until it can be called, milliseconds; 30,000 unless set. */
  timeout?: number;
  /** Gives up starting it. */
  signal?: AbortSignal;
  /** Is handed what the emulator prints. */
  onOutput?: (text: string) => void;
}

/** An emulator that runs. */
export interface Emulator {
  /** The address that stands for `https://api.consoleconnect.com`, without a slash at its end. */
  readonly url: string;
  /** The id of its process. */
  readonly pid: number;
  /** Ends it; resolves once it has ended. May be called again. */
  stop(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts an emulator on a free port of this machine, with its data in memory, and waits until it can be called. It ends
 * with this process at the latest. Rejects where it can't be started, with what it said.
 */
export function start(options?: StartOptions): Promise<Emulator>;
