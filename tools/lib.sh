# What the scripts of this folder share. Sourced with the checkout as the working
# directory.

cache=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/weir
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

note() { printf 'weir: %s\n' "$*" >&2; }

# die WHAT [FIX] ends with what is missing and what would help.
die() {
	printf 'weir: %s\n' "$1" >&2
	[ $# -lt 2 ] || printf '      %s\n' "$2" >&2
	exit 1
}

# lock_key FILE prints the name of the cache folder that belongs to a lock file.
lock_key() { sha256sum "$1" | cut -c1-16; }

# install_packages NAME... installs Debian packages, asking for rights only when
# they are needed.
install_packages() {
	command -v apt-get >/dev/null 2>&1 ||
		die "missing and not installable here (no apt-get): $*" "install them with this system's package manager"
	local sudo=()
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null 2>&1 || die "missing: $*" "install them as root: apt-get install $*"
		sudo=(sudo)
	fi
	note "installing $*"
	local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
	{ "${apt[@]}" install --no-install-recommends "$@" ||
		{ "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; }; } >"$scratch/apt" 2>&1 ||
		{ tail -n 20 "$scratch/apt" >&2; die "could not install: $*" "see above; without network, install them by hand"; }
}

# need_go ends with a hint when there is no Go that can build this module.
need_go() {
	local wanted have
	wanted=$(sed -n 's/^go //p' go.mod)
	command -v go >/dev/null 2>&1 || [ ! -x /usr/local/go/bin/go ] || export PATH=$PATH:/usr/local/go/bin
	command -v go >/dev/null 2>&1 ||
		die "Go is missing: weir is built with Go $wanted or newer" "get it from https://go.dev/dl/ and put its bin folder on PATH"
	have=$(go env GOVERSION)
	[ "$(printf '%s\n%s\n' "$wanted" "${have#go}" | sort -V | head -n 1)" = "$wanted" ] ||
		die "Go $wanted or newer is needed, $(command -v go) is $have" "get it from https://go.dev/dl/"
}
