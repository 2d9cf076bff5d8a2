package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/query"
)

// scope says whose records the person asking may see.
func (a *API) scope(ctx context.Context) query.Scope { return access.From(ctx).Scope }

// everybodys refuses what is about the records of all networks to those who may see some
// only.
func (a *API) everybodys(ctx context.Context, what string) error {
	if a.scope(ctx).All {
		return nil
	}
	return &problemError{
		status: http.StatusForbidden, code: "forbidden", detail: what + ": only who sees the records of all networks may have it, and you see those of some",
		fix: "ask for your own networks with GET " + Prefix + "/query, or have an administrator do it",
	}
}

// audit writes down what the person of ctx changed. Detail becomes JSON and must hold
// no secret. What is done to alerts is in their own audit already.
func (a *API) audit(ctx context.Context, action, object string, detail any) error {
	return a.cfg.Access.Record(ctx, action, object, detail)
}

// GetSession implements [StrictServerInterface].
func (a *API) GetSession(ctx context.Context, _ GetSessionRequestObject) (GetSessionResponseObject, error) {
	s, err := a.cfg.Guard.Session(ctx)
	if err != nil {
		return nil, err
	}
	return GetSession200JSONResponse(sessionOf(s)), nil
}

func sessionOf(s access.SessionInfo) Session {
	out := Session{Login: s.Login, Setup: s.Setup, Expires: instant(s.Expires)}
	if s.Person.Known() {
		out.Person = &Person{Name: s.Person.Name, Via: PersonVia(s.Person.Via), Role: PersonRole(s.Person.Role)}
	}
	if s.CSRF != "" {
		out.Csrf = &s.CSRF
	}
	return out
}

// Login implements [StrictServerInterface].
func (a *API) Login(ctx context.Context, r LoginRequestObject) (LoginResponseObject, error) {
	user := text(r.Body.User)
	if user == "" {
		user = access.Administrator
	}
	s, cookie, err := a.cfg.Guard.Login(ctx, user, r.Body.Password)
	if err != nil {
		return nil, err
	}
	return Login200JSONResponse{Body: sessionOf(s), Headers: Login200ResponseHeaders{SetCookie: pointer(cookie.String())}}, nil
}

// Logout implements [StrictServerInterface].
func (a *API) Logout(ctx context.Context, _ LogoutRequestObject) (LogoutResponseObject, error) {
	cookie, err := a.cfg.Guard.Logout(ctx)
	if err != nil {
		return nil, err
	}
	return Logout204Response{Headers: Logout204ResponseHeaders{SetCookie: pointer(cookie.String())}}, nil
}

// Setup implements [StrictServerInterface].
func (a *API) Setup(ctx context.Context, r SetupRequestObject) (SetupResponseObject, error) {
	s, cookie, err := a.cfg.Guard.Setup(ctx, r.Body.Token, r.Body.Password)
	if err != nil {
		return nil, err
	}
	return Setup200JSONResponse{Body: sessionOf(s), Headers: Setup200ResponseHeaders{SetCookie: pointer(cookie.String())}}, nil
}

// ListTokens implements [StrictServerInterface].
func (a *API) ListTokens(ctx context.Context, _ ListTokensRequestObject) (ListTokensResponseObject, error) {
	if err := a.everybodys(ctx, "tokens"); err != nil {
		return nil, err
	}
	all, err := a.cfg.Access.Tokens(ctx)
	if err != nil {
		return nil, err
	}
	out := ListTokens200JSONResponse{}
	for _, t := range all {
		out = append(out, a.tokenOf(t))
	}
	return out, nil
}

func (a *API) tokenOf(t access.Token) Token {
	return Token{
		Id: t.ID, Name: t.Name, Created: t.Made, CreatedBy: t.MadeBy, Valid: t.Valid(a.cfg.Now()),
		Expires: instant(t.Expires), LastUsed: instant(t.Used), Revoked: instant(t.Revoked),
	}
}

// defaultTokenDays is how long a token is good unless somebody says otherwise.
const defaultTokenDays = 90

// CreateToken implements [StrictServerInterface].
func (a *API) CreateToken(ctx context.Context, r CreateTokenRequestObject) (CreateTokenResponseObject, error) {
	if err := a.everybodys(ctx, "tokens"); err != nil {
		return nil, err
	}
	days := defaultTokenDays
	if r.Body.Days != nil {
		days = *r.Body.Days
	}
	var expires time.Time
	switch {
	case days < 0 || days > 36500:
		return nil, bad("days: a token is good for 1 to 36500 days, or for ever with 0", "")
	case days > 0:
		expires = a.cfg.Now().AddDate(0, 0, days)
	}
	t, secret, err := a.cfg.Access.CreateToken(ctx, r.Body.Name, expires)
	if err != nil {
		return nil, err
	}
	return CreateToken201JSONResponse{Token: a.tokenOf(t), Secret: secret}, nil
}

// RevokeToken implements [StrictServerInterface].
func (a *API) RevokeToken(ctx context.Context, r RevokeTokenRequestObject) (RevokeTokenResponseObject, error) {
	if err := a.everybodys(ctx, "tokens"); err != nil {
		return nil, err
	}
	t, err := a.cfg.Access.Revoke(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	return RevokeToken200JSONResponse(a.tokenOf(t)), nil
}

// ListAudit implements [StrictServerInterface].
func (a *API) ListAudit(ctx context.Context, r ListAuditRequestObject) (ListAuditResponseObject, error) {
	if err := a.everybodys(ctx, "the audit"); err != nil {
		return nil, err
	}
	p := r.Params
	f := access.EntryFilter{Who: text(p.Who), Action: text(p.Action), Object: text(p.Object), Machine: value(p.Machine)}
	for _, at := range []struct {
		name string
		text *string
		to   *time.Time
	}{{"since", p.Since, &f.Since}, {"until", p.Until, &f.Until}} {
		if text(at.text) == "" {
			continue
		}
		var err error
		if *at.to, err = query.ParseTime(text(at.text), a.cfg.Now()); err != nil {
			return nil, bad(at.name+": "+err.Error(), "write 2026-01-31T10:00:00Z, Unix seconds or now-7d")
		}
	}
	limit := 100
	if p.Limit != nil {
		limit = min(max(*p.Limit, 1), 1000)
	}
	trails := []access.Trail{a.cfg.Access}
	if a.cfg.Alerts != nil {
		trails = append(trails, alertTrail{a.cfg.Alerts})
	}
	entries, next, err := access.List(ctx, trails, text(p.Cursor), limit, f)
	if err != nil {
		return nil, err
	}
	out := ListAudit200JSONResponse{Entries: []AuditEntry{}}
	for _, e := range entries {
		row := AuditEntry{Log: AuditEntryLog(e.Log), Seq: e.Seq, At: e.At, Who: e.Who, Action: e.Action, Object: e.Object}
		if string(e.Detail) != "null" {
			var detail any = e.Detail
			row.Detail = &detail
		}
		for to, text := range map[**string]string{&row.Via: string(e.Via), &row.Token: e.Token, &row.Address: e.Address} {
			if text != "" {
				*to = &text
			}
		}
		out.Entries = append(out.Entries, row)
	}
	if next != "" {
		out.Next = &next
	}
	return out, nil
}

// alertTrail is the audit of alerts among what else people did.
type alertTrail struct{ alerts *alert.Store }

// Name implements [access.Trail].
func (alertTrail) Name() string { return "alert" }

// Before implements [access.Trail]. Actions are alert.resolve, alert.silence and so on,
// objects alert/ID and silence/NUMBER.
func (t alertTrail) Before(ctx context.Context, seq int64, limit int, f access.EntryFilter) ([]access.Entry, error) {
	action, isOurs := strings.CutPrefix(f.Action, "alert.")
	if f.Action != "" && !isOurs {
		return nil, nil
	}
	subject, isAlert := strings.CutPrefix(f.Object, "alert/")
	if f.Object != "" && !isAlert && !strings.HasPrefix(f.Object, "silence/") {
		return nil, nil
	}
	found, err := t.alerts.AuditBefore(ctx, seq, limit, alert.AuditFilter{
		Who: f.Who, Action: action, Subject: subject, Since: f.Since, Until: f.Until, People: !f.Machine,
	})
	if err != nil {
		return nil, err
	}
	entries := make([]access.Entry, 0, len(found))
	for _, e := range found {
		detail, err := json.Marshal(map[string]json.RawMessage{"before": e.Before, "after": e.After})
		if err != nil {
			return nil, err
		}
		object := e.Subject
		if !strings.HasPrefix(object, "silence/") {
			object = "alert/" + object
		}
		entries = append(entries, access.Entry{
			Log: t.Name(), Seq: e.Seq, At: e.At, Who: e.Who, Action: "alert." + e.Action, Object: object, Detail: detail,
		})
	}
	return entries, nil
}

// accessProblem says what people are told of an error of access; ok is false for all
// others.
func accessProblem(err error) (p Problem, ok bool) {
	var refused *access.RefusalError
	var wait *access.ThrottledError
	switch {
	case errors.As(err, &refused):
		p = newProblem(refused.Status, refused.Code, refused.Detail, refused.Fix, nil)
		p.Title = refused.Title
		return p, true
	case errors.As(err, &wait):
		return newProblem(429, "throttled", wait.Error(), "wait, then try again", nil), true
	case errors.Is(err, access.ErrLogin):
		return newProblem(401, "unauthorized", "The password is wrong.", "a forgotten one is replaced on the server: weir user password", nil), true
	case errors.Is(err, access.ErrSetup):
		return newProblem(403, "forbidden", "The setup link is not valid, or no longer.", "run on the server: weir user password", nil), true
	case errors.Is(err, access.ErrNoLogin):
		return newProblem(409, "conflict", access.ErrNoLogin.Error(), "", nil), true
	case errors.Is(err, access.ErrNoToken):
		return newProblem(404, "not_found", access.ErrNoToken.Error(), "", nil), true
	case errors.Is(err, access.ErrPassword), errors.Is(err, access.ErrTokenName), errors.Is(err, access.ErrTokenExpiry), errors.Is(err, access.ErrCursor):
		return newProblem(400, "request", err.Error(), "", nil), true
	}
	return p, false
}
