// A small client of the Console Connect API, as an application would have one: Node 18 or newer, nothing to install.

export class ConsoleConnect {
  #url;
  #token;

  /**
   * @param {string} url The service's address; the emulator's in tests.
   * @param {string} token A portal-token or an API key.
   */
  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  static async logIn(url, email, password) {
    const { token } = await new ConsoleConnect(url, '').#send('PUT', '/api/auth/token', { email, password });
    return new ConsoleConnect(url, token);
  }

  orderPort(company, order) {
    return this.#send('PUT', `/api/company/${company}/ports/orders`, order);
  }

  portOrder(company, id) {
    return this.#send('GET', `/api/company/${company}/ports/orders/${id}`);
  }

  connect(company, connection) {
    return this.#send('PUT', `/api/v2/company/${company}/connections/layer2`, { type: 'LAYER2', ...connection });
  }

  connection(company, id) {
    return this.#send('GET', `/api/v2/company/${company}/connections/${id}`);
  }

  approve(company, id, destPortId) {
    return this.#send('PUT', `/api/v2/company/${company}/connections/${id}/approve`, { destPortId });
  }

  async #send(method, path, body, attempt = 1) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { 'portal-token': this.#token, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    // A busy service is asked again, as often as is reasonable.
    if ((answer.status === 429 || answer.status === 503) && attempt < 4) {
      await answer.arrayBuffer();
      const seconds = Number(answer.headers.get('Retry-After') ?? 1);
      await new Promise(resolve => setTimeout(resolve, seconds * 1000));
      return this.#send(method, path, body, attempt + 1);
    }
    const said = await answer.json();
    if (!answer.ok) throw new ServiceRefusal(answer.status, said.error.message);
    return said;
  }
}

export class ServiceRefusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}
