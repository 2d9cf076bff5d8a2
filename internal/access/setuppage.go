package access

import (
	"context"
	"errors"
	"html/template"
	"net/http"
	"strings"
)

// SetupPage begins the address of the one-time link; its secret follows.
const SetupPage = "/setup/"

// setupHTML asks for the first password. It works without the app and without
// scripts.
var setupHTML = template.Must(template.New("setup").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>weir: set the password</title>
<style nonce="{{.Nonce}}">
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto; padding: 0 1rem }
h1 { font-size: 1.3rem }
label { display: block; margin: 1rem 0 .25rem }
input, button { font: inherit; padding: .4rem .6rem; width: 100%; box-sizing: border-box }
button { margin-top: 1.25rem; cursor: pointer; border: 0; border-radius: 5px; background: #0b6a68; color: #fff }
.bad { border-left: 3px solid #c22; padding-left: .75rem }
</style>
<main>
<h1>Set the administrator's password</h1>
{{with .Bad}}<p class="bad" role="alert">{{.}}</p>{{end}}
{{if .Over}}<p>Run <code>weir user password</code> on the server, or start it again to get another link. If a password is set already, <a href="/">log in</a>.</p>{{else}}
<p>It opens everything this weir knows. Use at least {{.Min}} characters; a few words are good.</p>
<form method="post">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="{{.Min}}" required autofocus>
<label for="again">Once more</label>
<input id="again" name="again" type="password" autocomplete="new-password" minlength="{{.Min}}" required>
<button>Set it and log in</button>
</form>{{end}}
</main>
</html>
`))

func (g *Guard) linkIsGood(ctx context.Context, token string) bool {
	store := g.store.Load()
	if store == nil || !g.setup.good(token, g.cfg.Now()) {
		return false
	}
	has, err := store.HasPassword(ctx)
	return err == nil && !has
}

// ServeSetup answers for the one-time link, a page at [SetupPage] and its secret.
func (g *Guard) ServeSetup(w http.ResponseWriter, r *http.Request) {
	page := struct {
		Nonce, Bad string
		Over       bool
		Min        int
	}{Nonce: Nonce(r.Context()), Min: MinPassword}
	status := http.StatusOK
	token := strings.TrimPrefix(r.URL.Path, SetupPage)
	over := func() {
		page.Bad, page.Over, status = "This link is no longer valid.", true, http.StatusGone
	}
	switch {
	case r.Method == http.MethodPost:
		r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
		password := r.PostFormValue("password")
		if password != r.PostFormValue("again") {
			page.Bad, status = "The two are not the same.", http.StatusUnprocessableEntity
			break
		}
		_, cookie, err := g.Setup(r.Context(), token, password)
		var wait *ThrottledError
		switch {
		case err == nil:
			http.SetCookie(w, cookie)
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		case errors.As(err, &wait):
			SetRetryAfter(w.Header(), wait)
			page.Bad, status = "Too many tries. Wait a little.", http.StatusTooManyRequests
		case errors.Is(err, ErrPassword):
			page.Bad, status = err.Error()+".", http.StatusUnprocessableEntity
		case errors.Is(err, ErrSetup), errors.Is(err, ErrNoLogin):
			over()
		default:
			g.refuse(w, r, err)
			return
		}
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		status = http.StatusMethodNotAllowed
	case !g.linkIsGood(r.Context(), token):
		over()
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_ = setupHTML.Execute(w, page)
}
