#!/bin/sh
# The page's tests need a real Chromium. Where there is none and we may install one, we do; else those tests are
# skipped with their reason, and say how to mend it.
for name in "${ARAM_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the page's tests ..."
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1 && exit 0
fi
echo "No Chromium found: the page's tests will be skipped. Install the package 'chromium', or set ARAM_CHROMIUM."
