package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// inNamespace names the user that a test of this process runs as in its namespaces.
const inNamespace = "TEST_NAMESPACE"

// namespaced runs a test in a mount namespace of its own, where it may mount what it
// likes: it starts this binary again with that test alone and returns false when that
// is done. In the new process it returns true, and the test goes on. User 0 may mount;
// any other has no privilege there, though files seem to be theirs. A test is skipped
// where the kernel, or what confines this process, allows neither.
func namespaced(t *testing.T, user int) bool {
	t.Helper()
	if os.Getenv(inNamespace) == strconv.Itoa(user) {
		if user == 0 {
			if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
				t.Fatal(err)
			}
		}
		return true
	}
	one := func(id, host int) []syscall.SysProcIDMap {
		return []syscall.SysProcIDMap{{ContainerID: id, HostID: host, Size: 1}}
	}
	ways := []*syscall.SysProcAttr{{
		Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS, UidMappings: one(user, os.Geteuid()), GidMappings: one(user, os.Getegid()),
	}}
	if os.Geteuid() == 0 && user == 0 {
		ways = append(ways, &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS})
	}
	var refused error
	for _, way := range ways {
		cmd := exec.CommandContext(t.Context(), "/proc/self/exe", "-test.v", "-test.run=^"+regexp.QuoteMeta(t.Name())+"$")
		cmd.Env = append(os.Environ(), inNamespace+"="+strconv.Itoa(user))
		way.Pdeathsig = syscall.SIGKILL
		cmd.SysProcAttr = way
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		var exit *exec.ExitError
		switch {
		case err == nil && strings.Contains(out.String(), "--- SKIP"):
			t.Skip(out.String())
		case err == nil:
			t.Log(out.String())
			return false
		case errors.As(err, &exit):
			t.Fatalf("%v\n%s", err, out.String())
		}
		refused = err
	}
	t.Skip("needs a user namespace with a mount namespace, or to be root: ", refused)
	return false
}

// disk is a small file system of its own.
type disk struct {
	t    *testing.T
	path string
}

func newDisk(t *testing.T, size string) disk {
	t.Helper()
	d := disk{t, filepath.Join(t.TempDir(), "disk")}
	if err := os.Mkdir(d.path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("none", d.path, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("mount a tmpfs: ", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(d.path, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return d
}

// resize gives it another size.
func (d disk) resize(size string) {
	d.t.Helper()
	if err := unix.Mount("none", d.path, "tmpfs", unix.MS_REMOUNT, "size="+size); err != nil {
		d.t.Fatal(err)
	}
}

// leave fills it with a file until so many bytes are free.
func (d disk) leave(free uint64) (ballast string) {
	d.t.Helper()
	var fs unix.Statfs_t
	if err := unix.Statfs(d.path, &fs); err != nil {
		d.t.Fatal(err)
	}
	ballast = filepath.Join(d.path, "ballast")
	if have := fs.Bavail * uint64(fs.Bsize); have > free {
		if err := os.WriteFile(ballast, make([]byte, have-free), 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
	return ballast
}

// readOnly mounts it anew so that nothing can be written.
func (d disk) readOnly(set bool) {
	d.t.Helper()
	flags := uintptr(unix.MS_REMOUNT)
	if set {
		flags |= unix.MS_RDONLY
	}
	if err := unix.Mount("none", d.path, "tmpfs", flags, ""); err != nil {
		d.t.Fatal(err)
	}
}
