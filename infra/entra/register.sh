#!/usr/bin/env bash
# Registers the application in Entra: who staff sign in to, with the app roles. Run it before the first deployment, and
# once more after it, when the app's identity and address exist. Running it again changes nothing else.
#
#   infra/entra/register.sh "Uppföljning Nacka (prod)"                              prints the client id: ENTRA_CLIENT_ID
#   infra/entra/register.sh "Uppföljning Nacka (prod)" https://func-... <principal id of the identity>
#
# Needs the Azure CLI, signed in as somebody who may manage app registrations. Not tried against a tenant.
set -euo pipefail
cd "$(dirname "$0")"

name=${1:?a name}
address=${2:-}
principal=${3:-}

client=$(az ad app list --filter "displayName eq '$name'" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
  az ad sp create --id "$client" --output none
fi

# ID tokens are what App Service Authentication asks for. Only who has a role comes in.
az ad app update --id "$client" --enable-id-token-issuance true --app-roles @app-roles.json
az ad sp update --id "$client" --set appRoleAssignmentRequired=true

if [ -n "$address" ]; then
  az ad app update --id "$client" --web-redirect-uris "$address/.auth/login/aad/callback"
fi

# The app's identity stands for a client secret.
if [ -n "$principal" ]; then
  known=$(az ad app federated-credential list --id "$client" --query "[?subject=='$principal'].name" --output tsv)
  if [ -z "$known" ]; then
    tenant=$(az account show --query tenantId --output tsv)
    az ad app federated-credential create --id "$client" --output none --parameters "{
      \"name\": \"app-identity\",
      \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
      \"subject\": \"$principal\",
      \"audiences\": [\"api://AzureADTokenExchange\"]
    }"
  fi
fi

echo "$client"
