//go:build linux && !noengine

package engine

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// secret is what no query may ever show.
const secret = "the-owners-secret"

// TestJail attacks the engine with everything SQL offers. The jail is the last
// wall: these statements run without the guard that users' SQL goes through.
func TestJail(t *testing.T) {
	outside := t.TempDir()
	secretFile := filepath.Join(outside, "secret.txt")
	if err := os.WriteFile(secretFile, []byte(secret+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	lake := t.TempDir()
	if err := os.WriteFile(filepath.Join(lake, "open.txt"), []byte("may be read\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var calls atomic.Int64
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			calls.Add(1)
			conn.Close()
		}
	}()
	udp, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer udp.Close()

	neighbour := exec.Command("sleep", "600")
	neighbour.Env = []string{"AWS_SECRET_ACCESS_KEY=" + secret}
	if err := neighbour.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { neighbour.Process.Kill(); neighbour.Wait() }()

	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	cfg := newConfig(t)
	cfg.ReadOnly = []string{lake}
	e := startEngine(t, cfg)
	if j := e.Jail(); !j.Holds() {
		if os.Getenv("WEIR_REQUIRE_JAIL") == "1" {
			t.Fatalf("the jail has holes: %+v", j)
		}
		t.Skipf("this kernel cannot confine the engine: %s", j.Missing)
	}
	c := e.Conn()
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a AS SELECT 1", Options{})
	addr := listener.Addr().String()

	refused := func(sql string, readonly bool) {
		t.Helper()
		var o Options
		if readonly {
			o.Settings = map[string]string{"readonly": "1"}
		}
		begin := time.Now()
		got, err := tryText(c, sql, o)
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s: took %v to be refused", sql, took)
		}
		if strings.Contains(got, secret) {
			t.Errorf("%s: shows the secret", sql)
		} else if err == nil {
			t.Errorf("%s: not refused, answered %.200q", sql, got)
		}
	}
	mustExec(t, c, fmt.Sprintf("CREATE DATABASE fs ENGINE = Filesystem('%s')", outside), Options{}) // reads when asked
	mustExec(t, c, fmt.Sprintf("CREATE DATABASE proc ENGINE = Filesystem('/proc/%d')", neighbour.Process.Pid), Options{})
	for _, readonly := range []bool{false, true} {
		refused(fmt.Sprintf("SELECT file('%s')", secretFile), readonly)
		refused(fmt.Sprintf("SELECT arrayMap(file, ['%s'])", secretFile), readonly)
		refused(fmt.Sprintf("SELECT * APPLY(file) FROM (SELECT '%s')", secretFile), readonly)
		refused(fmt.Sprintf("SELECT * FROM file('%s', 'LineAsString')", secretFile), readonly)
		refused("SELECT file('/etc/passwd')", readonly)
		refused("SELECT file('/proc/1/environ')", readonly)
		refused(fmt.Sprintf("SELECT file('/proc/%d/environ')", neighbour.Process.Pid), readonly)
		refused(fmt.Sprintf("SELECT file('/proc/%d/environ')", os.Getpid()), readonly)
		refused(fmt.Sprintf("SELECT file('/proc/%d/root%s')", os.Getpid(), secretFile), readonly)
		refused(fmt.Sprintf("SELECT file('/proc/self/root%s')", secretFile), readonly)
		refused(fmt.Sprintf("SELECT file('/proc/self/cwd/../../../..%s')", secretFile), readonly)
		refused(fmt.Sprintf("SELECT file('%s')", filepath.Join(cfg.Dir, "engine.lock")), readonly)
		refused(fmt.Sprintf("SELECT 1 INTO OUTFILE '%s'", filepath.Join(outside, "out.txt")), readonly)
		refused(fmt.Sprintf("SELECT 1 INTO OUTFILE '%s'", filepath.Join(lake, "out.txt")), readonly)
		refused(fmt.Sprintf("SELECT 1 INTO OUTFILE '%s'", filepath.Join(cfg.Dir, "out.txt")), readonly)
		refused(fmt.Sprintf("SELECT 1 INTO OUTFILE '%s'", filepath.Join(filepath.Dir(cfg.Library), "out.txt")), readonly)
		refused(fmt.Sprintf("INSERT INTO FUNCTION file('%s', 'TSV', 'a UInt8') VALUES (1)", filepath.Join(outside, "out.txt")), readonly)
		refused(fmt.Sprintf("SELECT * FROM url('http://%s/x', 'LineAsString')", addr), readonly)
		refused("SELECT * FROM url('http://localhost.example.invalid/x', 'LineAsString')", readonly)
		refused(fmt.Sprintf("SELECT * FROM remote('%s', system.one)", addr), readonly)
		refused(fmt.Sprintf("SELECT * FROM s3('http://%s/bucket/x', 'LineAsString')", addr), readonly)
		refused(fmt.Sprintf("SELECT * FROM mysql('%s', 'd', 't', 'u', 'p')", addr), readonly)
		refused(fmt.Sprintf("SELECT * FROM postgresql('%s', 'd', 't', 'u', 'p')", addr), readonly)
		refused("SELECT * FROM executable('sh -c id', 'LineAsString', 'a String')", readonly)
		refused(fmt.Sprintf("BACKUP TABLE t TO File('%s')", filepath.Join(outside, "b")), readonly)
		refused("SELECT * FROM fs.`secret.txt`", readonly)
		refused("SELECT * FROM proc.`environ`", readonly)
	}
	// What is not refused must still show nothing.
	got, _ := tryText(c, "SELECT file('/proc/self/environ')", Options{})
	if strings.Contains(got, secret) || strings.Contains(got, "AWS") || strings.Contains(got, "PATH") {
		t.Errorf("the engine's environment: %q", got)
	}
	got, _ = tryText(c, fmt.Sprintf("SELECT * FROM file('%s/*', 'LineAsString')", outside), Options{})
	if strings.Contains(got, secret) {
		t.Errorf("a glob shows %q", got)
	}
	if n := calls.Load(); n != 0 {
		t.Errorf("%d connections came out of the jail", n)
	}
	for _, dir := range []string{outside, lake, cfg.Dir} {
		if _, err := os.Stat(filepath.Join(dir, "out.txt")); err == nil {
			t.Errorf("a file was written to %s", dir)
		}
	}
	// And the walls leave room to work.
	if got := text(t, c, fmt.Sprintf("SELECT file('%s')", filepath.Join(lake, "open.txt")), Options{}); got != `may be read\n` {
		t.Errorf("the folder that may be read: %q", got)
	}
	mustExec(t, c, "BACKUP TABLE t TO File('b1')", Options{})
	mustExec(t, c, "INSERT INTO t SELECT number FROM numbers(10)", Options{})
	mustExec(t, c, "OPTIMIZE TABLE t FINAL", Options{})
	mustExec(t, c, "ALTER TABLE t DELETE WHERE a = 5 SETTINGS mutations_sync = 1", Options{})
	mustExec(t, c, "DROP TABLE t SYNC", Options{})
	mustExec(t, c, "RESTORE TABLE t FROM File('b1')", Options{})
	if got := text(t, c, "SELECT count() FROM t", Options{}); got != "1" {
		t.Errorf("rows after restore: %s", got)
	}
}

// TestDiskFull protects the data and the caller when there is no room: the error
// says so, what was stored stays readable, and the engine goes on once there is room.
func TestDiskFull(t *testing.T) {
	cfg := newConfig(t)
	if err := os.MkdirAll(cfg.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", cfg.Dir, "tmpfs", 0, "size=48m,mode=0700"); err != nil {
		t.Skipf("needs to mount a small file system: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(cfg.Dir, 0) }) // after the engine has ended
	c := startEngine(t, cfg).Conn()
	mustExec(t, c, "CREATE TABLE t (a UInt64, s String) ENGINE = MergeTree ORDER BY a", Options{})
	mustExec(t, c, "INSERT INTO t SELECT number, 'x' FROM numbers(1000)", Options{})
	filler := filepath.Join(cfg.Dir, "filler")
	if err := os.WriteFile(filler, make([]byte, 30<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := c.Exec(t.Context(), "INSERT INTO t SELECT number, randomString(100) FROM numbers(1000000)", Options{})
	if !IsDiskFull(err) {
		t.Errorf("insert without room: %v", err)
	}
	if got := text(t, c, "SELECT count(), sum(a) FROM t", Options{}); got != "1000\t499500" {
		t.Errorf("what was stored before: %s", got)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	mustExec(t, c, "INSERT INTO t SELECT number, 'x' FROM numbers(1000)", Options{})
	if got := text(t, c, "SELECT count() FROM t", Options{}); got != "2000" {
		t.Errorf("with room again: %s", got)
	}
}
