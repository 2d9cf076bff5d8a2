package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/weir-flow/weir/internal/access"
)

// TLSFiles are the files of the server's certificate and its key, as PEM.
type TLSFiles struct {
	Cert string `yaml:"cert" doc:"File with the certificate and those that lead to its root, as PEM. Read again when it changes."`
	Key  string `yaml:"key" doc:"File with the certificate's key, as PEM."`
}

// Validate returns what cannot be.
func (f TLSFiles) Validate() error {
	if (f.Cert == "") != (f.Key == "") {
		return errors.New("server.tls: cert and key belong together; set both or none")
	}
	return nil
}

// reach is how the server can be reached, and by whom.
type reach struct {
	listener net.Listener
	tls      *access.Certificate // nil without TLS
	loopback bool
	guard    *access.Guard
}

// newReach listens. An address that other machines reach needs TLS: without it
// everybody on the way could read the password.
func newReach(ctx context.Context, address string, files TLSFiles, public func(*http.Request) bool, log *slog.Logger) (r *reach, err error) {
	if err := files.Validate(); err != nil {
		return nil, err
	}
	r = &reach{}
	if r.loopback, err = access.IsLoopback(address); err != nil {
		return nil, err
	}
	if !r.loopback && files.Cert == "" {
		return nil, fmt.Errorf("listen on %s: %w", address, access.ErrNoTLS)
	}
	cfg := access.GuardConfig{TLS: files.Cert != "", Public: public, Log: log}
	if files.Cert != "" {
		if r.tls, err = access.OpenCertificate(files.Cert, files.Key, log); err != nil {
			return nil, err
		}
		cfg.Named = r.tls.Named
	}
	var lc net.ListenConfig
	if r.listener, err = lc.Listen(ctx, "tcp", address); err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	// The name localhost may be anybody's in /etc/hosts: what counts is what it came to.
	if bound, err := access.IsLoopback(r.listener.Addr().String()); err != nil || r.loopback && !bound {
		return nil, errors.Join(fmt.Errorf("listen on %s, which is %s: %w", address, r.listener.Addr(), access.ErrNoTLS), err, r.listener.Close())
	}
	cfg.Loopback = r.loopback
	r.guard = access.NewGuard(cfg)
	return r, nil
}

// serve answers requests until the server is shut down.
func (r *reach) serve(web *http.Server) error {
	var err error
	if r.tls != nil {
		web.TLSConfig = r.tls.TLS()
		err = web.ServeTLS(r.listener, "", "")
	} else {
		err = web.Serve(r.listener)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// url is where people find the server.
func (r *reach) url() string {
	scheme := "http://"
	host, port, _ := net.SplitHostPort(r.listener.Addr().String())
	if r.tls != nil {
		scheme = "https://"
		if name := r.tls.Name(); name != "" && !r.loopback {
			host = name
		}
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		if name, err := os.Hostname(); err == nil {
			host = name
		}
	}
	return scheme + net.JoinHostPort(host, port)
}

// admit lets people in by what the data directory knows. Where there is no password
// yet, tell is given a link for setting one.
func (r *reach) admit(ctx context.Context, store *access.Store, tell func(link string, until time.Time)) error {
	r.guard.Use(store)
	if r.loopback {
		return nil
	}
	has, err := store.HasPassword(ctx)
	if err != nil || has {
		return err
	}
	token, until := r.guard.NewSetup()
	if tell != nil {
		tell(r.url()+access.SetupPage+token, until)
	}
	return nil
}
