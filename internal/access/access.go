// Package access says who may reach the server and keeps what they did.
//
// [Guard] stands before every handler. A server on a loopback address knows one
// person, [Local], and asks for no login. Any other server asks for a session,
// begun with the administrator's password, or for an API token. Whoever it is, a
// request that a page of another site made is refused, and so is one that calls the
// server by a name that is not its own.
//
// Who it is travels in the context: [From] returns the [Person], with the role and
// the scope that its requests to the store have to carry.
//
// What people change is kept in an append-only audit, see [Store.Record].
package access

import (
	"context"
	"net/netip"

	"github.com/weir-flow/weir/internal/query"
)

// Via is how somebody proved who they are.
type Via string

// The ways in.
const (
	ViaLoopback Via = "loopback" // on this machine, without login
	ViaSession  Via = "session"  // logged in with a password
	ViaToken    Via = "token"    // an API token
	ViaCommand  Via = "command"  // a command on the data directory itself
)

// Role is what somebody may do.
type Role string

// Admin may do everything. There is no other role yet.
const Admin Role = "admin"

// Names of people there always are.
const (
	Local         = "local" // whoever is on this machine
	Administrator = "admin" // who has the password
)

// Person is who a request is from. The zero value is nobody, whose scope is refused
// by every query.
type Person struct {
	Name  string // [Local], [Administrator], or token:NAME
	Via   Via
	Token string // id of the token, empty without one
	Role  Role
	Scope query.Scope
}

// Known reports whether the person is somebody.
func (p Person) Known() bool { return p.Name != "" }

// decide says what somebody may do and see: the one place to change for roles and
// scopes.
func decide(name string, via Via, token string) Person {
	return Person{Name: name, Via: via, Token: token, Role: Admin, Scope: query.Everything()}
}

// visit is a request as the rooms behind the guard know it.
type visit struct {
	person  Person
	address netip.Addr // it came from; invalid for a command
	cookie  string     // secret of its session
	nonce   string
}

type visitKey struct{}

func visitOf(ctx context.Context) visit {
	v, _ := ctx.Value(visitKey{}).(visit)
	return v
}

func withVisit(ctx context.Context, v visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// From returns who a request is from.
func From(ctx context.Context) Person { return visitOf(ctx).person }

// As returns a context of the same request that is somebody else's: the seam for what
// stands in for people.
func As(ctx context.Context, p Person) context.Context {
	v := visitOf(ctx)
	v.person = p
	return withVisit(ctx, v)
}

// Nonce returns what a style element of the page that answers the request needs as
// its nonce: the policy lets no other in.
func Nonce(ctx context.Context) string { return visitOf(ctx).nonce }

// Command returns the context of a command that somebody runs on the data directory
// itself, who is therefore allowed everything.
func Command(ctx context.Context, name string) context.Context {
	return withVisit(ctx, visit{person: decide(name, ViaCommand, "")})
}
