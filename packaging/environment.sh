# shellcheck shell=bash
# Sourced by start and check: the system libraries by apt and the Python environment in .venv, each only when missing.
# Everything it says goes to standard error; standard output and input belong to the program that is started.

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
venv=$project/.venv
python=$venv/bin/python

# What Qt loads, with and without a display, and the system's printing. Fonts are the program's own.
run_packages=(
    libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0
    libcups2
)
# Screens, pen and touch for the end-to-end tests, the bus of screen readers, and readers of PDF that are not ours.
check_packages=(
    "${run_packages[@]}"
    xvfb xserver-xorg-core xserver-xorg-video-dummy libxtst6 libxdamage1 x11-xserver-utils x11-utils xinput openbox
    poppler-utils qpdf mupdf-tools openssl
    at-spi2-core dbus python3-gi gir1.2-atspi-2.0
)

lists_are_fresh=
readonly unavailable=69 # EX_UNAVAILABLE of sysexits.h: no status of kpu-desk itself

say() { printf 'KPU Desk: %s\n' "$*" >&2; }

give_up() {
    say "$@"
    exit "$unavailable"
}

# Puts those of the named Debian packages that are not installed into `missing`. Debian 13 calls some of them NAMEt64.
find_missing() {
    local installed package
    missing=()
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" "${@/%/t64}" 2>/dev/null)
    for package in "$@"; do
        case $'\n'$installed$'\n' in
            *$'\n'"installed $package"$'\n'* | *$'\n'"installed ${package}t64"$'\n'*) ;;
            *) missing+=("$package") ;;
        esac
    done
}

# Runs apt-get as root, silently; what it said is shown only when it fails.
apt_get() {
    local as_root=() log status
    if ((EUID != 0)); then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
        # Without a terminal nobody could type the password.
        [[ -t 2 && -r /dev/tty ]] || as_root+=(--non-interactive)
    fi
    log=$(mktemp)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --option DPkg::Lock::Timeout=600 \
        --option Acquire::Retries=3 "$@" </dev/null >"$log" 2>&1
    status=$?
    ((status == 0)) || tail -n 20 -- "$log" >&2
    rm -f -- "$log"
    return "$status"
}

install_packages() {
    local how="apt-get install $*"
    command -v apt-get >/dev/null ||
        give_up "sistem ini bukan Debian, sehingga paket berikut perlu Anda pasang sendiri: $*"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        give_up "pustaka sistem belum lengkap dan sudo tidak tersedia. Jalankan sebagai root: $how"
    fi
    say "memasang pustaka sistem: $*"
    if [[ -z $lists_are_fresh ]]; then
        apt_get update || say "daftar paket tidak dapat diperbarui; dicoba dengan daftar yang ada"
        lists_are_fresh=yes
    fi
    apt_get install --yes --no-install-recommends "$@" ||
        give_up "pustaka sistem tidak dapat dipasang. Jalankan sebagai root: $how"
}

need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        [[ -x $python ]] || say "sistem ini bukan Debian: pustaka Qt (X11, EGL, fontconfig, CUPS) tidak diperiksa"
        return
    fi
    find_missing "$@"
    ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# Prints the first Python that PySide6 6.11.3 and this program run on (3.11 to 3.14).
find_python() {
    local candidate
    for candidate in python3.11 python3 python3.12 python3.13 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    local base version
    if ! base=$(find_python); then
        need_packages python3 python3-venv ca-certificates
        base=$(find_python) || give_up "Python 3.11 tidak ditemukan"
    fi
    if ! "$base" -c 'import ensurepip, ssl, venv' 2>/dev/null; then
        version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        need_packages "python$version-venv"
    fi
    need_packages ca-certificates
    rm -rf -- "$venv"
    "$base" -m venv "$venv" >&2 || give_up "lingkungan Python tidak dapat dibuat di $venv"
}

# Names the environment: another lock, another Python or another place of the project gives another stamp.
stamp_of() {
    { cat -- "$1" "$venv/pyvenv.cfg" && printf '%s\n' "$venv"; } 2>/dev/null | sha256sum
}

stamp_file() { printf '%s/%s.stamp' "$venv" "$(basename -- "$1" .txt)"; }

environment_is_ready() { # LOCK
    local stamp
    stamp=$(stamp_file "$1")
    [[ -x $python && -r $stamp && $(<"$stamp") == "$(stamp_of "$1")" ]]
}

install_lock() { # LOCK
    PIP_USER=0 "$python" -m pip install --quiet --no-input --disable-pip-version-check --require-hashes \
        --only-binary :all: --requirement "$1" </dev/null >&2
}

# The program runs from its folder: no build, and the caller's folder stays the caller's.
link_project() {
    local site
    site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))') &&
        printf '%s\n' "$project" >"$site/kpu-desk.pth"
}

build_environment() { # LOCK…
    local lock
    # Whatever is interrupted from here on leaves no stamp and is mended by the next run.
    rm -f -- "$venv"/*.stamp
    say "menyiapkan lingkungan Python di $venv (sekali saja, beberapa menit)"
    "$python" -m pip --version >/dev/null 2>&1 || make_venv
    if ! install_lock "$1"; then
        say "lingkungan Python dibuat ulang dari awal"
        make_venv
        install_lock "$1" || give_up "pustaka Python tidak dapat dipasang; periksa sambungan jaringan, lalu ulangi"
    fi
    link_project || give_up "lingkungan Python tidak dapat ditulisi: $venv"
    for lock in "$@"; do
        stamp_of "$lock" >"$(stamp_file "$lock")"
    done
    say "lingkungan Python siap"
}

# Makes ready what LOCK names; the further LOCKs are parts of the first. One run at a time builds, the others wait.
prepare() { # PACKAGE… -- LOCK…
    local -a packages=()
    while [[ $1 != -- ]]; do
        packages+=("$1")
        shift
    done
    shift
    missing=()
    ! command -v dpkg-query >/dev/null || find_missing "${packages[@]}"
    if ((${#missing[@]} == 0)) && environment_is_ready "$1"; then return 0; fi
    (
        flock 9
        need_packages "${packages[@]}"
        environment_is_ready "$1" || build_environment "$@"
    ) 9<"$project"
}
