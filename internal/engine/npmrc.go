package engine

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// defaultRegistry is npm's own.
const defaultRegistry = "https://registry.npmjs.org/"

// registry is an npm registry and the header that opens it.
type registry struct {
	url           string
	authorization string
}

// findRegistry finds the registry of a package as npm does: the environment wins
// over the project's .npmrc, that over the user's, that over the machine's; a
// registry of the package's scope wins over the general one.
func findRegistry(o InstallOptions, pkg string) (registry, error) {
	getenv := o.Getenv
	if getenv == nil {
		getenv = os.Getenv
	}
	settings, err := npmSettings(o.WorkDir, getenv)
	if err != nil {
		return registry{}, err
	}
	address := o.Registry
	if scope, _, ok := strings.Cut(pkg, "/"); address == "" && ok {
		address = settings[scope+":registry"]
	}
	if address == "" {
		address = settings["registry"]
	}
	if address == "" {
		address = defaultRegistry
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return registry{}, fmt.Errorf("npm registry %q is no http(s) URL", redacted(address))
	}
	r := registry{url: address, authorization: authorization(settings, address)}
	if u.User != nil && r.authorization == "" {
		password, _ := u.User.Password()
		r.authorization = basic(u.User.Username() + ":" + password)
	}
	u.User = nil
	r.url = u.String()
	return r, nil
}

// authorization finds the login for an address: the entry for the longest part of
// its path, "//host/path/:_authToken" and so on up to "//host/:_authToken".
func authorization(settings map[string]string, address string) string {
	at := "//" + hostAndPath(address)
	for {
		at = strings.TrimSuffix(at, "/")
		for _, prefix := range []string{at + "/:", at + ":"} {
			if token := settings[prefix+"_authToken"]; token != "" {
				return "Bearer " + token
			}
			if both := settings[prefix+"_auth"]; both != "" {
				return "Basic " + both
			}
			if name, password := settings[prefix+"username"], settings[prefix+"_password"]; name != "" && password != "" {
				if plain, err := base64.StdEncoding.DecodeString(password); err == nil {
					return basic(name + ":" + string(plain))
				}
			}
		}
		i := strings.LastIndexByte(at, '/')
		if i < len("//") {
			return ""
		}
		at = at[:i]
	}
}

func basic(login string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(login))
}

func hostAndPath(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host + u.Path
}

// npmSettings merges npm's configuration from the weakest place to the strongest.
func npmSettings(workDir string, getenv func(string) string) (map[string]string, error) {
	if workDir == "" {
		workDir, _ = os.Getwd() // without one there is no project file
	}
	user := envSetting(getenv, "userconfig")
	if user == "" {
		if home := getenv("HOME"); home != "" {
			user = filepath.Join(home, ".npmrc")
		}
	}
	global := envSetting(getenv, "globalconfig")
	if global == "" {
		global = "/etc/npmrc"
	}
	settings := map[string]string{}
	for _, file := range []string{global, user, projectNpmrc(workDir)} {
		if file == "" {
			continue
		}
		f, err := os.Open(file)
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read npm settings: %w", err)
		}
		err = readNpmrc(f, getenv, settings)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("read npm settings %s: %w", file, err)
		}
	}
	if value := envSetting(getenv, "registry"); value != "" {
		settings["registry"] = value
	}
	return settings, nil
}

// envSetting reads a setting from the environment in either spelling that npm knows.
func envSetting(getenv func(string) string, name string) string {
	if value := getenv("npm_config_" + name); value != "" {
		return value
	}
	return getenv("NPM_CONFIG_" + strings.ToUpper(name))
}

// projectNpmrc finds the .npmrc of the project around dir, which is where its
// package.json is.
func projectNpmrc(dir string) string {
	for at := dir; at != ""; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "package.json")); err == nil {
			return filepath.Join(at, ".npmrc")
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, ".npmrc")
}

var envReference = regexp.MustCompile(`\$\{([A-Za-z_][A-Za-z0-9_]*)\}`)

// readNpmrc reads key = value lines; ${NAME} stands for the environment's value.
func readNpmrc(r io.Reader, getenv func(string) string, into map[string]string) error {
	lines := bufio.NewScanner(io.LimitReader(r, 1<<20))
	for lines.Scan() {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || line[0] == '#' || line[0] == ';' || line[0] == '[' {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value = value[1 : n-1]
		}
		value = envReference.ReplaceAllStringFunc(value, func(ref string) string {
			if found := getenv(ref[2 : len(ref)-1]); found != "" {
				return found
			}
			return ref // npm leaves it, and the failed login shows it
		})
		into[strings.TrimSpace(key)] = value
	}
	return lines.Err()
}
