package access

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// hostIsOurs reports whether the server was called by an address, as localhost or by
// a name of its own: a page on the web could have its own name point here (DNS
// rebinding).
func (g *Guard) hostIsOurs(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil || host == "localhost" {
		return true
	}
	return host != "" && g.cfg.Named(host)
}

// fromElsewhere reports whether a page of another site made a request. Browsers say so
// (Fetch Metadata), older ones name the page's origin; programs say neither. A link
// elsewhere may open a page, and nothing that programs call.
func (g *Guard) fromElsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "":
		origin := r.Header.Get("Origin")
		if origin == "" {
			return false
		}
		scheme := "http"
		if g.cfg.TLS {
			scheme = "https"
		}
		u, err := url.Parse(origin)
		return err != nil || u.Scheme != scheme || !strings.EqualFold(u.Host, r.Host)
	}
	link := !changes(r) && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	return !link || strings.HasPrefix(r.URL.Path, apiPath)
}

// forwarded reports whether a proxy passed a request on: then it may be anybody's.
func forwarded(r *http.Request) bool {
	for _, name := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via"} {
		if r.Header.Get(name) != "" {
			return true
		}
	}
	return false
}
