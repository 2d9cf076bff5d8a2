//go:build linux && !noengine

package engine

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// walls says what the jailed process may reach beside its own memory.
type walls struct {
	readWrite []string // folders
	readOnly  []string // folders and files
}

// What the engine, the C library and the Go runtime read on any system; what does
// not exist is left out.
var systemReadOnly = []string{
	"/proc", // the engine reads /proc/self/maps and more; other processes stay closed, see enter
	"/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm",
	"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
	"/dev/urandom", "/dev/random",
}

// Rights of Landlock by the ABI version that brought them.
const (
	rightsRead  = unix.LANDLOCK_ACCESS_FS_READ_FILE | unix.LANDLOCK_ACCESS_FS_READ_DIR
	rightsFile  = unix.LANDLOCK_ACCESS_FS_EXECUTE | unix.LANDLOCK_ACCESS_FS_READ_FILE | unix.LANDLOCK_ACCESS_FS_WRITE_FILE | unix.LANDLOCK_ACCESS_FS_TRUNCATE | unix.LANDLOCK_ACCESS_FS_IOCTL_DEV
	rightsABI1  = unix.LANDLOCK_ACCESS_FS_MAKE_SYM<<1 - 1 // every right up to MAKE_SYM
	rightsWrite = rightsABI1&^unix.LANDLOCK_ACCESS_FS_EXECUTE&^unix.LANDLOCK_ACCESS_FS_MAKE_CHAR&^unix.LANDLOCK_ACCESS_FS_MAKE_BLOCK |
		unix.LANDLOCK_ACCESS_FS_REFER | unix.LANDLOCK_ACCESS_FS_TRUNCATE // without REFER, DROP TABLE fails: it renames across folders
)

// enter puts up the walls around the calling thread and replaces the process by
// exe, which inherits them; it returns only when it fails. Landlock, seccomp and
// capabilities belong to a thread, and Go cannot set them on all threads of a
// process that C code may have started, hence the execve.
//
// Where the kernel has Landlock every step must succeed. Where it has not, the
// process goes on without that wall and describe is told so.
func (w walls) enter(exe string, args, env []string, describe func(Jail) []string) error {
	runtime.LockOSThread() // never unlocked: this thread is fit for execve only
	var jail Jail
	if err := dropCapabilities(); err != nil {
		return fmt.Errorf("drop capabilities: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("set no-new-privileges: %w", err)
	}
	abi, err := w.landlock(exe)
	if err != nil {
		return fmt.Errorf("confine by landlock: %w", err)
	}
	jail.Landlock, jail.TCP = abi, abi >= 4
	if jail.Seccomp, err = denySockets(); err != nil {
		return fmt.Errorf("confine by seccomp: %w", err)
	}
	if err := syscall.Exec(exe, append(args, describe(jail)...), env); err != nil {
		return fmt.Errorf("start %s again: %w", exe, err)
	}
	return nil
}

// landlock restricts the thread and returns the ABI version, 0 when the kernel has
// no Landlock or has it switched off.
func (w walls) landlock(exe string) (int, error) {
	version, _, errno := syscall.RawSyscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION)
	switch errno {
	case unix.ENOSYS, unix.EOPNOTSUPP: // not built in, or not switched on
		return 0, nil
	case unix.EPERM: // an older container runtime's filter; the kernel itself refuses nobody here
		return 0, nil
	}
	if errno != 0 {
		return 0, errno
	}
	abi := int(version)
	attr := unix.LandlockRulesetAttr{Handled_access_fs: rightsABI1}
	if abi >= 2 {
		attr.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_REFER
	}
	if abi >= 3 {
		attr.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_TRUNCATE
	}
	if abi >= 4 {
		attr.Handled_access_net = unix.LANDLOCK_ACCESS_NET_BIND_TCP | unix.LANDLOCK_ACCESS_NET_CONNECT_TCP
	}
	if abi >= 5 {
		attr.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_IOCTL_DEV
	}
	if abi >= 6 {
		attr.Scoped = unix.LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | unix.LANDLOCK_SCOPE_SIGNAL
	}
	fd, _, errno := syscall.RawSyscall(unix.SYS_LANDLOCK_CREATE_RULESET, uintptr(unsafe.Pointer(&attr)), unsafe.Sizeof(attr), 0)
	if errno != 0 {
		return 0, fmt.Errorf("create ruleset: %w", errno)
	}
	defer unix.Close(int(fd))
	allow := func(path string, rights uint64, optional bool) error {
		err := allowBeneath(int(fd), path, rights&attr.Handled_access_fs)
		if optional && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("allow %s: %w", path, err)
		}
		return nil
	}
	for _, path := range systemReadOnly {
		if err := allow(path, rightsRead, true); err != nil {
			return 0, err
		}
	}
	for _, path := range w.readOnly {
		if err := allow(path, rightsRead, false); err != nil {
			return 0, err
		}
	}
	for _, path := range w.readWrite {
		if err := allow(path, rightsWrite, false); err != nil {
			return 0, err
		}
	}
	if err := allow("/dev/null", unix.LANDLOCK_ACCESS_FS_READ_FILE|unix.LANDLOCK_ACCESS_FS_WRITE_FILE, true); err != nil {
		return 0, err
	}
	// Only this binary and the loader that its header names may be executed.
	for _, path := range append(loaderOf(exe), exe) {
		if err := allow(path, unix.LANDLOCK_ACCESS_FS_EXECUTE|unix.LANDLOCK_ACCESS_FS_READ_FILE, false); err != nil {
			return 0, err
		}
	}
	if _, _, errno := syscall.RawSyscall(unix.SYS_LANDLOCK_RESTRICT_SELF, fd, 0, 0); errno != 0 {
		return 0, fmt.Errorf("restrict: %w", errno)
	}
	return abi, nil
}

func allowBeneath(ruleset int, path string, rights uint64) error {
	fd, err := unix.Open(path, unix.O_PATH|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		return err
	}
	if stat.Mode&unix.S_IFMT != unix.S_IFDIR {
		rights &= rightsFile // other rights on a file are refused
	}
	attr := unix.LandlockPathBeneathAttr{Allowed_access: rights, Parent_fd: int32(fd)}
	if _, _, errno := syscall.RawSyscall6(unix.SYS_LANDLOCK_ADD_RULE, uintptr(ruleset), unix.LANDLOCK_RULE_PATH_BENEATH, uintptr(unsafe.Pointer(&attr)), 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}

// dropCapabilities empties every capability set of the thread. The bounding set
// needs a capability to be shrunk and is left alone by those who have none.
func dropCapabilities() error {
	for c := uintptr(0); c <= 63; c++ {
		err := unix.Prctl(unix.PR_CAPBSET_DROP, c, 0, 0, 0)
		if errors.Is(err, unix.EINVAL) {
			break // past the last capability
		}
		if err != nil && !errors.Is(err, unix.EPERM) {
			return err
		}
	}
	if err := unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); err != nil && !errors.Is(err, unix.EINVAL) {
		return err
	}
	head := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	return unix.Capset(&head, &none[0])
}

// denySockets installs a filter under which the process can make no socket of any
// kind, which also closes UDP and DNS that Landlock leaves open, no io_uring, which
// goes past the filter, and cannot look into other processes. The listening socket
// it was born with stays. False where the kernel has no filters.
func denySockets() (bool, error) {
	const (
		nr   = 0 // offset of the call number in seccomp_data
		arch = 4
		x32  = 0x40000000 // call numbers of the x32 ABI, which would go past the list
	)
	deny := func(errno unix.Errno) uint32 { return unix.SECCOMP_RET_ERRNO | uint32(errno) }
	denied := []uint32{
		unix.SYS_SOCKET, unix.SYS_IO_URING_SETUP, unix.SYS_PTRACE,
		unix.SYS_PROCESS_VM_READV, unix.SYS_PROCESS_VM_WRITEV, unix.SYS_PIDFD_GETFD,
		unix.SYS_KEYCTL, unix.SYS_ADD_KEY, unix.SYS_REQUEST_KEY, unix.SYS_BPF,
		unix.SYS_USERFAULTFD, unix.SYS_UNSHARE, unix.SYS_SETNS, unix.SYS_MOUNT,
	}
	load := func(offset uint32) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: offset}
	}
	jump := func(op uint16, k uint32, yes, no int) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_JMP | op | unix.BPF_K, Jt: uint8(yes), Jf: uint8(no), K: k}
	}
	end := func(k uint32) unix.SockFilter { return unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: k} }

	n := len(denied)
	filter := []unix.SockFilter{
		load(arch),
		jump(unix.BPF_JEQ, auditArch, 0, n+3), // another architecture's calls: deny
		load(nr),
		jump(unix.BPF_JGE, x32, n+1, 0),
	}
	for i, call := range denied {
		filter = append(filter, jump(unix.BPF_JEQ, call, n-i, 0))
	}
	filter = append(filter, end(unix.SECCOMP_RET_ALLOW), end(deny(unix.EACCES)))
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	err := unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, uintptr(unsafe.Pointer(&program)), 0, 0)
	runtime.KeepAlive(filter)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return false, nil
	}
	return err == nil, err
}

// inspectJail adds to what was put up before execve what the kernel says of the
// process now, and fails when a wall that should stand does not.
func inspectJail(jail Jail) (Jail, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return jail, err
	}
	for line := range strings.Lines(string(status)) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key {
		case "CapEff":
			jail.Capabilities = value
		case "NoNewPrivs":
			jail.NoNewPrivileges = value == "1"
		case "Seccomp":
			jail.Seccomp = jail.Seccomp && value == "2"
		}
	}
	var missing []string
	if jail.Landlock == 0 {
		missing = append(missing, "there is no Landlock here (Linux 5.13 or later, switched on, not hidden by the container): queries could reach every file this user can")
	} else if _, err := os.ReadDir("/"); err == nil {
		return jail, errors.New("landlock is on but / can be read")
	}
	if !jail.Seccomp {
		missing = append(missing, "the kernel has no seccomp filters: queries could reach the network")
	}
	jail.Missing = strings.Join(missing, "; ")
	if hasCapabilities(jail.Capabilities) || !jail.NoNewPrivileges {
		return jail, fmt.Errorf("capabilities %s, no-new-privileges %v after they were dropped", jail.Capabilities, jail.NoNewPrivileges)
	}
	return jail, nil
}
