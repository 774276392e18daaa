// What tests ask of the emulator: a sandbox of their own, time, and trouble.

export class Sandbox {
  #emulator;

  /** @param {string} emulator The emulator's address, such as http://localhost:9000. */
  static async make(emulator, options = {}) {
    const made = new Sandbox();
    made.#emulator = emulator;
    const body = { ttlSeconds: 600, clockFrozen: true, ...options };
    const { name, url, pathUrl = url, apiKeys } = await made.#send('POST', '/__admin/sandboxes', body);
    return Object.assign(made, { name, url: pathUrl, apiKeys }); // A base that the client puts its paths behind.
  }

  /** Moves the clock until a resource gets to a state. */
  until(machine, id, state) {
    return this.#send('POST', '/__admin/clock/advance-until', { machine, id, state });
  }

  /** Adds a fault rule. */
  fault(rule) {
    return this.#send('POST', '/__admin/faults', rule);
  }

  /** Holds the journal against what is expected; throws, with the nearest misses, where it isn't so. */
  verify(expectation) {
    return this.#send('POST', '/__admin/journal/verify', expectation);
  }

  delete() {
    return this.#send('DELETE', `/__admin/sandboxes/${this.name}`);
  }

  async #send(method, path, body) {
    const headers = { 'Content-Type': 'application/json', ...(this.name && { 'X-Emulator-Sandbox': this.name }) };
    const answer = await fetch(this.#emulator + path, { method, headers, body: body && JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${said.error.message} (${answer.headers.get('X-Emulator-Explain')})`);
    return said;
  }
}
