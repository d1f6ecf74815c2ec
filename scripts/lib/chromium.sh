# Sourced by scripts/test: a Chromium for the browser tests, where one is there or can be had. Without one they are
# skipped with their reason.

has_chromium() {
  [ -n "${CRISISFLOW_CHROMIUM:-}" ] && [ -x "$CRISISFLOW_CHROMIUM" ] && return 0
  for place in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -x "$place" ] && return 0
  done
  return 1
}

# Debian has it as a package, and only root may install it; elsewhere the package is another one or none. Nothing is
# asked and little is said.
install_chromium() {
  has_chromium && return 0
  [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release && command -v apt-get >/dev/null 2>&1 || return 0
  mkdir -p artifacts
  apt="apt-get -qq -y -o DPkg::Lock::Timeout=60 -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20"
  export DEBIAN_FRONTEND=noninteractive
  # The limit is on the way from the network; what has come is installed whole.
  { timeout 120 $apt update && timeout 240 $apt --no-install-recommends --download-only install chromium &&
    $apt --no-install-recommends install chromium; } \
    >artifacts/chromium.log 2>&1 || echo "Chromium could not be installed, so the browser tests are skipped; artifacts/chromium.log says why." >&2
}
