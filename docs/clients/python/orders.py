#!/usr/bin/env python3
"""docs/clients/python/orders.py [http://localhost:9000]

Orders a port and connects it, with Python's standard library alone, in a sandbox of its own. Stops at the first thing
that isn't as expected.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

EMULATOR = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CONSOLE_CONNECT_URL", "http://localhost:9000")


class Refusal(Exception):
    """What the service refuses: its status and its message."""

    def __init__(self, status, message):
        super().__init__(f"{status} {message}")
        self.status = status


def call(method, url, body=None, **headers):
    """One request; the answer's JSON. A busy service is asked again, as often as is reasonable."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", **headers}
    for attempt in range(4):
        request = urllib.request.Request(url, data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code in (429, 503) and attempt < 3:
                time.sleep(float(error.headers.get("Retry-After", "1")))
                continue
            raise Refusal(error.code, json.load(error)["error"]["message"]) from None


class ConsoleConnect:
    """A small client of the Console Connect API, as an application would have one."""

    def __init__(self, url, email, password):
        self.url = url
        self.token = ""
        self.token = self.send("PUT", "/api/auth/token", {"email": email, "password": password})["token"]

    def send(self, method, path, body=None):
        return call(method, self.url + path, body, **{"portal-token": self.token})

    def order_port(self, company, **order):
        return self.send("PUT", f"/api/company/{company}/ports/orders", order)

    def port_order(self, company, order):
        return self.send("GET", f"/api/company/{company}/ports/orders/{order}")

    def port(self, company, port):
        return self.send("GET", f"/api/company/{company}/ports/{port}")

    def connect(self, company, **connection):
        return self.send("PUT", f"/api/v2/company/{company}/connections/layer2", {"type": "LAYER2", **connection})

    def connection(self, company, connection):
        return self.send("GET", f"/api/v2/company/{company}/connections/{connection}")

    def approve(self, company, connection, port):
        return self.send("PUT", f"/api/v2/company/{company}/connections/{connection}/approve", {"destPortId": port})


class Sandbox:
    """A test's own data and clock in the emulator; deleted at the end of the with block."""

    def __enter__(self):
        made = call("POST", EMULATOR + "/__admin/sandboxes", {"ttlSeconds": 600, "clockFrozen": True})
        self.name = made["name"]
        # What the client takes for the service's address: a base to put paths behind.
        self.url = made.get("pathUrl", made["url"])
        return self

    def __exit__(self, *failure):
        call("DELETE", f"{EMULATOR}/__admin/sandboxes/{self.name}")

    def control(self, method, path, body=None):
        return call(method, EMULATOR + "/__admin" + path, body, **{"X-Emulator-Sandbox": self.name})

    def until(self, machine, resource, state):
        """Moves the sandbox's clock until a resource reaches a state."""
        self.control("POST", "/clock/advance-until", {"machine": machine, "id": resource, "state": state})


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what} {found}, not {wanted}")
    print(what, found)


with Sandbox() as sandbox:
    stan = ConsoleConnect(sandbox.url, "stan@example.com", "Password1")
    meg = ConsoleConnect(sandbox.url, "meg@example.com", "Password1")

    # The service is busy once; the client asks again.
    sandbox.control("POST", "/faults", {
        "match": {"operation": "PUT /api/company/{companyName}/ports/orders"},
        "when": {"next": 1},
        "then": {"answer": {"status": 503, "retryAfterSeconds": 0}},
    })
    order = stan.order_port(
        "Acme", dataCenterFacility="supernetpa4", speed=1000, portName="From Python", paymentType="invoice"
    )
    expect("the order is", order["status"], "created")
    orders = {"method": "PUT", "path": "/api/company/Acme/ports/orders", "exactly": 2}
    sandbox.control("POST", "/journal/verify", orders)

    # Weeks, at once.
    sandbox.until("port-orders", order["id"], "done")
    order = stan.port_order("Acme", order["id"])
    expect("the order is", order["status"], "done")
    sandbox.until("ports", order["portId"], "ACTIVE")
    expect("the port is", stan.port("Acme", order["portId"])["status"], "ACTIVE")

    connection = stan.connect(
        "Acme",
        name="Acme to company2",
        portId=order["portId"],
        speed=100,
        destMetroId="1232413986c08c061dd8c45f",
        destCompany="company2",
    )["id"]
    expect("the connection is", stan.connection("Acme", connection)["status"], "PENDING")
    meg.approve("company2", connection, "58b5b4a9c2e6a1b4d777c52d")
    sandbox.until("connections", connection, "ACTIVE")
    expect("the connection is", stan.connection("Acme", connection)["status"], "ACTIVE")

    # What is refused is in the service's own words.
    try:
        stan.port("Acme", "000000000000000000000000")
    except Refusal as refusal:
        expect("a port that isn't there answers", refusal.status, 404)
