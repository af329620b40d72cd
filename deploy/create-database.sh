#!/bin/sh
# Runs once, when the volume is new: the owner of the tables, the role of the application, the database.
set -eu
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set owner_password="$OWNER_DATABASE_PASSWORD" --set app_password="$APP_DATABASE_PASSWORD" <<'SQL'
create role kiemtra_owner login createrole password :'owner_password';
create role kiemtra_app login password :'app_password';
create database kiemtra owner kiemtra_owner;
SQL
