package notify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/weir-flow/weir/internal/iana"
)

// ErrInside says that a URL leads to an address inside of networks: of this machine, a
// private network or a cloud's metadata service.
var ErrInside = errors.New("leads to an address that is not public; if it is meant, allow its network in the target's settings (allow)")

// insideError is [ErrInside] as it is told, without what is secret.
type insideError struct{ error }

func (insideError) Is(target error) bool { return target == ErrInside }

// RefuseInside returns the error of a message that was not sent because its target
// [ErrInside]: told is what people see of it.
func RefuseInside(told error) error { return fmt.Errorf("%w: %w", ErrRefused, insideError{told}) }

// wireServer is a public address that inside of Azure is its metadata's.
var wireServer = netip.MustParseAddr("168.63.129.16")

// inside reports whether an address is none of the public internet.
func inside(a netip.Addr) bool {
	a = a.Unmap()
	if a.Is6() {
		if b := a.As16(); b[0] == 0x20 && b[1] == 0x02 { // 6to4 carries an IPv4 address, RFC 3056
			return inside(netip.AddrFrom4([4]byte(b[2:6])))
		}
	}
	return a == wireServer || iana.ScopeOf(a.As16()) != iana.Public
}

// redirects is how many are followed.
const redirects = 3

// NewDialer returns a dialer that reaches public addresses only, and those that are
// allowed; for others its errors wrap [ErrInside]. Addresses are checked when they are
// connected to, after names were resolved, so no name leads inside.
func NewDialer(timeout time.Duration, allow []netip.Prefix) *net.Dialer {
	return &net.Dialer{
		Timeout: timeout,
		Control: func(_, address string, _ syscall.RawConn) error {
			ap, err := netip.ParseAddrPort(address)
			if err != nil {
				return err
			}
			a := ap.Addr().Unmap().WithZone("")
			if inside(a) && !slices.ContainsFunc(allow, func(p netip.Prefix) bool { return p.Contains(a) }) {
				return fmt.Errorf("%s: %w", a, ErrInside)
			}
			return nil
		},
	}
}

// NewClient returns an HTTP client that reaches what [NewDialer] does, also by redirects.
// It uses no proxy, as that would connect in its place.
func NewClient(allow []netip.Prefix) *http.Client {
	return &http.Client{
		Timeout: 30 * time.Second,
		Transport: &http.Transport{
			DialContext: NewDialer(10*time.Second, allow).DialContext, ForceAttemptHTTP2: true, MaxIdleConns: 4, IdleConnTimeout: time.Minute,
			TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 20 * time.Second, MaxResponseHeaderBytes: 1 << 16,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			switch {
			case len(via) > redirects:
				return fmt.Errorf("more than %d redirects", redirects)
			case r.URL.Scheme != "https" && via[0].URL.Scheme == "https":
				return errors.New("redirected from https to " + r.URL.Scheme)
			case r.Method != via[0].Method:
				return errors.New("redirected without what was sent; the server must answer 307 or 308")
			}
			return nil
		},
	}
}

// CheckURL returns the URL of a target, which is http or https.
func CheckURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil {
		return nil, errors.New("it is no URL") // the error would show it
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil, errors.New("it is no URL that begins with https://")
	}
	return u, nil
}

// longest is for how long a target can have weir wait.
const longest = 6 * time.Hour

// Post sends a request and sorts what may go wrong: what the server will never take
// wraps [ErrRefused], and [*LaterError] says when it wants to be asked again. Errors
// hold neither the URL nor the secrets.
func Post(ctx context.Context, client *http.Client, r *http.Request, secrets ...string) error {
	host := r.URL.Hostname()
	fail := func(err error) error {
		return errors.New(Redact(Clean(fmt.Sprintf("post to %s: %v", host, err), 400), append(secrets, r.URL.String(), r.URL.RequestURI())...))
	}
	response, err := client.Do(r.WithContext(ctx))
	if err != nil {
		var with *url.Error
		if errors.As(err, &with) {
			err = with.Err
		}
		if errors.Is(err, ErrInside) {
			return RefuseInside(fail(err))
		}
		return fail(err)
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(response.Body, 512))
	code := response.StatusCode
	if code/100 == 2 {
		return nil
	}
	err = fail(fmt.Errorf("%s: %s", response.Status, text))
	switch {
	case code == http.StatusTooManyRequests || code/100 == 5 || code == http.StatusRequestTimeout || code == http.StatusTooEarly:
		if after, ok := retryAfter(response.Header.Get("Retry-After"), time.Now()); ok {
			return &LaterError{After: after, Err: err}
		}
		return err
	}
	return fmt.Errorf("%w: %w", ErrRefused, err)
}

// retryAfter reads the header of that name: seconds, or a date.
func retryAfter(text string, now time.Time) (time.Duration, bool) {
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return min(time.Duration(seconds)*time.Second, longest), true
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(0, at.Sub(now)), longest), true
	}
	return 0, false
}
