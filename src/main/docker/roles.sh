#!/usr/bin/env bash
# Run once by the database image on an empty volume: the role that owns, and the role that works.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
     -v owner_password="$REGISTER_OWNER_PASSWORD" -v program_password="$REGISTER_PROGRAM_PASSWORD" <<'SQL'
CREATE ROLE register_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE register_program LOGIN PASSWORD :'program_password';
CREATE DATABASE register OWNER register_owner;
SQL
