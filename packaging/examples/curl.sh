#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asks the gateway in each dialect with curl.  usage: sh curl.sh [URL [KEY [MODEL]]]
set -eu
url=${1:-http://127.0.0.1:1337}
key=${2:-anything}
model=${3:-demo/echo}

post() { # PATH BODY
    curl -sS -N --noproxy '*' --fail-with-body "$url$1" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "$2"
    echo
}

echo '# Models'
curl -sS --noproxy '*' --fail-with-body "$url/v1/models" -H "Authorization: Bearer $key"
echo

echo '# Chat completions, as a stream'
post /v1/chat/completions \
    '{"model": "'"$model"'", "stream": true, "messages": [{"role": "user", "content": "Hello from curl"}]}'

echo '# Responses'
post /v1/responses '{"model": "'"$model"'", "input": "Hello from curl"}'

echo '# Anthropic messages'
post /v1/messages \
    '{"model": "'"$model"'", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello from curl"}]}'

echo '# Gemini'
post "/v1beta/models/$model:generateContent" \
    '{"contents": [{"role": "user", "parts": [{"text": "Hello from curl"}]}]}'
