#!/usr/bin/env bash
# azd reads infra/bicep/main.bicepparam. It is a copy of the file of the environment, made by the hooks in azure.yaml.
set -euo pipefail
cd "$(dirname "$0")/bicep"

file="${AZURE_ENV_NAME:?azd env new test}.bicepparam"
if [ ! -f "$file" ]; then
  echo "There is no infra/bicep/$file. Copy test.bicepparam or prod.bicepparam and change it." >&2
  exit 1
fi
cp "$file" main.bicepparam
