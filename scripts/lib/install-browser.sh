#!/usr/bin/env bash
# Debian's chromium for the tests that look at pages. Where it cannot be installed those tests skip and say so.
command -v chromium >/dev/null 2>&1 && exit 0
command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ] || exit 0
echo "Installing chromium for the page tests."
(apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk) >/dev/null 2>&1 ||
  echo "chromium could not be installed; the page tests will skip."
