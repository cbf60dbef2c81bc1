#!/bin/sh
# Starts Liferea, on a display of its own, with a list of feeds as its subscriptions; prints the list that it
# keeps of them then. Usage: liferea-import.sh LIST FOLDER
set -eu
export HOME="$2" XDG_CONFIG_HOME="$2/config" XDG_DATA_HOME="$2/data" XDG_CACHE_HOME="$2/cache"
export GSETTINGS_BACKEND=memory NO_AT_BRIDGE=1
mkdir -p "$XDG_CONFIG_HOME/liferea" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
kept="$XDG_CONFIG_HOME/liferea/feedlist.opml"
cp "$1" "$kept"
export kept
# shellcheck disable=SC2016
xvfb-run -a dbus-run-session -- sh -c '
  timeout 60 liferea --disable-plugins &
  reader=$!
  tries=0
  until grep -q "Liferea Feed List" "$kept" || [ $tries -gt 100 ]; do
    sleep 0.5
    tries=$((tries + 1))
  done
  kill $reader
  wait $reader || true
' >"$2/log" 2>&1
cat "$kept"
