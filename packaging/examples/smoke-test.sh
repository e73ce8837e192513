#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asks a running gateway in each dialect and prints a line for each question; ends with 0 if all were answered well,
# with 1 if not, or if nothing answers at all.  usage: sh smoke-test.sh [URL [KEY [MODEL]]]
# With the model of a provider that costs money, this costs a few tokens.
set -u
url=${1:-http://127.0.0.1:1337}
key=${2:-anything}
model=${3:-demo/echo}

failed=0
answer=$(mktemp) || exit 1
trap 'rm -f "$answer"' EXIT

if ! why=$(curl -sS --noproxy '*' --max-time 10 -o "$answer" "$url/health" 2>&1); then
    echo "FAIL  nothing answers at $url: $why"
    exit 1
fi

# NAME WANTED-STATUS WANTED-TEXT PATH [BODY]: the text is an extended regular expression
expect() {
    name=$1 wanted=$2 text=$3 path=$4
    shift 4
    [ $# -eq 0 ] || set -- -H 'Content-Type: application/json' -d "$1"
    status=$(curl -sS -N --noproxy '*' --max-time 120 -o "$answer" -w '%{http_code}' \
        -H "Authorization: Bearer $key" "$@" "$url$path" 2>/dev/null)
    if [ "$status" = "$wanted" ] && tr -d '\r\n' <"$answer" | grep -Eq "$text"; then
        echo "ok    $name"
    else
        failed=1
        echo "FAIL  $name: status $status in place of $wanted, or no '$text' in: $(head -c 300 "$answer" | tr '\r\n' '  ')"
    fi
}

messages='"messages": [{"role": "user", "content": "Say hello."}]'
expect 'health' 200 '"status": ?"(ok|degraded)"' /health
expect 'list of models' 200 '"object": ?"list"' /v1/models
expect 'chat completions, whole' 200 '"finish_reason": ?"' /v1/chat/completions "{\"model\": \"$model\", $messages}"
expect 'chat completions, streamed' 200 'data: .*data: \[DONE\]' /v1/chat/completions \
    "{\"model\": \"$model\", \"stream\": true, $messages}"
expect 'responses, whole' 200 '"status": ?"(completed|incomplete)"' /v1/responses \
    "{\"model\": \"$model\", \"input\": \"Say hello.\"}"
expect 'responses, streamed' 200 'event: response\.(completed|incomplete)' /v1/responses \
    "{\"model\": \"$model\", \"stream\": true, \"input\": \"Say hello.\"}"
expect 'messages, whole' 200 '"type": ?"message"' /v1/messages \
    "{\"model\": \"$model\", \"max_tokens\": 100, $messages}"
expect 'messages, streamed' 200 'event: message_stop' /v1/messages \
    "{\"model\": \"$model\", \"max_tokens\": 100, \"stream\": true, $messages}"
expect 'generateContent' 200 '"candidates"' "/v1beta/models/$model:generateContent" \
    '{"contents": [{"role": "user", "parts": [{"text": "Say hello."}]}]}'
expect 'streamGenerateContent' 200 'data: .*"candidates"' "/v1beta/models/$model:streamGenerateContent?alt=sse" \
    '{"contents": [{"role": "user", "parts": [{"text": "Say hello."}]}]}'
expect 'a model that there is not' 404 'model_not_found' /v1/chat/completions \
    "{\"model\": \"no-such-model-$$\", $messages}"
exit $failed
