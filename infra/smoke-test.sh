#!/usr/bin/env bash
# Whether a deployment that has just been made is one to keep: it answers, its dependencies answer, staff are sent to
# the sign-in, and nobody comes in by writing a header. Ends with 1 and says what is wrong.
#
#   infra/smoke-test.sh https://func-oversight-nacka-test-....azurewebsites.net [seconds to wait for the start]
set -uo pipefail

site=${1:?the address of the site}
patience=${2:-300}
body=$(mktemp)
trap 'rm -f "$body"' EXIT

status() { curl --silent --max-time 30 --output "$body" --write-out '%{http_code}' "$@" || true; }
wrong() { echo "smoke test: $*" >&2; exit 1; }

deadline=$((SECONDS + patience))
until [ "$(status "$site/api/health")" = 200 ]; do
  [ "$SECONDS" -lt "$deadline" ] || wrong "/api/health does not answer 200 within $patience s: $(head -c 600 "$body")"
  sleep 5
done
grep -q '"status":"down"' "$body" && wrong "health says down: $(head -c 600 "$body")"
grep -q '"status":"good"' "$body" || echo "health asks for attention: $(head -c 600 "$body")"

[ "$(status "$site/")" = 302 ] || wrong "the start page does not send to the sign-in"
to=$(curl --silent --max-time 30 --output /dev/null --write-out '%{redirect_url}' "$site/")
[[ "$to" == */.auth/login/* ]] || wrong "the start page sends to $to"

# {"auth_typ":"aad","claims":[{"typ":"oid","val":"smoke"},{"typ":"roles","val":"administrator"}]}
forged=eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoib2lkIiwidmFsIjoic21va2UifSx7InR5cCI6InJvbGVzIiwidmFsIjoiYWRtaW5pc3RyYXRvciJ9XX0=
[ "$(status --header "X-MS-CLIENT-PRINCIPAL: $forged" "$site/drift")" = 302 ] || wrong "a header of the caller's own is believed"

[ "$(status "$site/api/v1/concerns/mine")" = 401 ] || wrong "the API does not ask who is calling"
to=$(curl --silent --max-time 30 --output /dev/null --write-out '%{redirect_url}' "$site/svar")
[[ "$to" == */svar/kod ]] || wrong "providers are not asked for their code: $to"

echo "smoke test: good"
