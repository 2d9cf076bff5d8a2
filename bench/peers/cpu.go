package peers

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of CPU times in /proc: USER_HZ is 100 on every Linux port.
const tick = 10 * time.Millisecond

// ChildrenCPU returns the user and system time of the children of this process that
// still run: of a data directory's owner, the engine.
func ChildrenCPU() (sum time.Duration) {
	tasks, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil {
		return 0
	}
	for _, task := range tasks {
		pids, err := os.ReadFile(task)
		if err != nil {
			continue // a thread that has ended
		}
		for _, pid := range strings.Fields(string(pids)) {
			if n, err := strconv.Atoi(pid); err == nil {
				sum += cpuOf(n)
			}
		}
	}
	return sum
}

// cpuOf returns the user and system time of a process, 0 when it is gone.
func cpuOf(pid int) time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	// The name in parentheses may hold anything; what follows it begins with field 3.
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * tick
}
