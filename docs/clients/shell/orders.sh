#!/usr/bin/env bash
# docs/clients/shell/orders.sh [http://localhost:9000]
# Orders a port and connects it, with curl and jq, in a sandbox of its own. Stops at the first thing that isn't as
# expected.
set -euo pipefail

emulator=${1:-${CONSOLE_CONNECT_URL:-http://localhost:9000}}

# A sandbox: its own data and clock, gone at the end. $service is what the service's address is replaced by.
sandbox=$(curl -fsS -X POST "$emulator/__admin/sandboxes" -d '{"ttlSeconds":600,"clockFrozen":true}')
name=$(jq -r .name <<<"$sandbox")
service=$(jq -r ".pathUrl // .url" <<<"$sandbox")
trap 'curl -fsS -o /dev/null -X DELETE "$emulator/__admin/sandboxes/$name"' EXIT

# Logs in, and asks the service as somebody: ask TOKEN METHOD PATH [BODY]
login() {
  curl -fsS -X PUT "$service/api/auth/token" -d "{\"email\":\"$1\",\"password\":\"Password1\"}" | jq -r .token
}
ask() { curl -fsS --retry 3 -X "$2" -H "portal-token: $1" "$service$3" ${4:+-d "$4"}; }

# Moves the sandbox's clock until a resource gets to a state: until MACHINE ID STATE
until_state() {
  curl -fsS -o /dev/null -X POST -H "X-Emulator-Sandbox: $name" "$emulator/__admin/clock/advance-until" \
    -d "$(jq -n --arg machine "$1" --arg id "$2" --arg state "$3" '{$machine,$id,$state}')"
}
expect() { [ "$2" = "$3" ] || { echo "$1 is $2, not $3" >&2; exit 1; }; echo "$1 $2"; }

stan=$(login stan@example.com)
meg=$(login meg@example.com)

order=$(ask "$stan" PUT /api/company/Acme/ports/orders \
  '{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"From a shell","paymentType":"invoice"}' | jq -r .id)
until_state port-orders "$order" done
done=$(ask "$stan" GET "/api/company/Acme/ports/orders/$order")
expect "the order is" "$(jq -r .status <<<"$done")" done
port=$(jq -r .portId <<<"$done")
until_state ports "$port" ACTIVE
expect "the port is" "$(ask "$stan" GET "/api/company/Acme/ports/$port" | jq -r .status)" ACTIVE

connection=$(ask "$stan" PUT /api/v2/company/Acme/connections/layer2 "$(jq -n --arg portId "$port" \
  '{type:"LAYER2",name:"Acme to company2",$portId,speed:100,
    destMetroId:"1232413986c08c061dd8c45f",destCompany:"company2"}')" | jq -r .id)
ask "$meg" PUT "/api/v2/company/company2/connections/$connection/approve" \
  '{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}' >/dev/null
until_state connections "$connection" ACTIVE
expect "the connection is" "$(ask "$stan" GET "/api/v2/company/Acme/connections/$connection" | jq -r .status)" ACTIVE

# What is refused is in the service's own words, and explained in a header.
expect "a port that isn't there answers" "$(curl -sS -o /dev/null -w '%{http_code}' -H "portal-token: $stan" \
  "$service/api/company/Acme/ports/000000000000000000000000")" 404
