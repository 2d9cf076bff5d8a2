// Package asset says what an address belongs to in its network, from the list
// that the user keeps: app, role and owner by address range or interface.
//
// The list is a YAML or CSV file:
//
//	assets:
//	  - cidr: 10.0.1.0/24
//	    app: checkout
//	    role: web
//	    owner: team-payments
//	  - cidr: 10.0.1.0/24
//	    network: vpc-0f1e        # this range means something else there
//	    app: staging
//	  - interface: eni-0a1b2c3d
//	    app: bastion
//
//	cidr,interface,app,role,owner,network
//	10.0.1.0/24,,checkout,web,team-payments,
//
// An interface wins over a range, a longer prefix over a shorter one, and of
// equal prefixes the one bound to a network. Nothing is inherited from a wider
// range: the winning line is the whole answer.
package asset

import "github.com/weir-flow/weir/internal/cidr"

// Asset is what the user says about an address. Absent facts are "".
type Asset struct {
	Network     string // VPC id, account or source the line is bound to; "" for any
	InterfaceID string // set when the line names an interface
	App         string // what runs there
	Role        string // what part it plays: web, db, bastion
	Owner       string // who answers for it
}

// Assets is a loaded list. It never changes and is safe for concurrent use. A
// nil list is empty.
type Assets struct {
	entries    []entry
	interfaces map[string]int32              // interface id -> entry
	anywhere   *cidr.Table[int32]            // entries bound to no network
	bound      map[string]*cidr.Table[int32] // network -> entries bound to it
	digest     string
}

// entry is one line of the list.
type entry struct {
	Asset
	prefix cidr.Prefix
}

// Lookup returns what the user says about an address: first by the interface
// that has it, when known, else by the longest prefix that holds it in its
// network. The network of an address is its VPC id, else account, else source,
// and "" for public addresses.
func (a *Assets) Lookup(network string, addr [16]byte, interfaceID string) (Asset, bool) {
	return a.LookupIn(network, "", addr, interfaceID)
}

// LookupIn is [Assets.Lookup] for an address whose account is known beside its
// network: lines bound to either count.
func (a *Assets) LookupIn(network, account string, addr [16]byte, interfaceID string) (Asset, bool) {
	if a == nil {
		return Asset{}, false
	}
	if interfaceID != "" {
		if i, ok := a.interfaces[interfaceID]; ok {
			return a.entries[i].Asset, true
		}
	}
	best := a.longer(-1, a.anywhere, addr)
	if account != "" && account != network {
		best = a.longer(best, a.bound[account], addr)
	}
	if network != "" {
		best = a.longer(best, a.bound[network], addr)
	}
	if best < 0 {
		return Asset{}, false
	}
	return a.entries[best].Asset, true
}

// longer returns the entry that the table has for the address, unless that of
// best has a longer prefix.
func (a *Assets) longer(best int32, t *cidr.Table[int32], addr [16]byte) int32 {
	i, ok := t.Lookup(addr)
	if !ok || best >= 0 && a.entries[best].prefix.Bits() > a.entries[i].prefix.Bits() {
		return best
	}
	return i
}

// Len returns how many lines the list has.
func (a *Assets) Len() int {
	if a == nil {
		return 0
	}
	return len(a.entries)
}

// Digest returns the SHA-256 of the list's bytes in hexadecimal, "" for an
// empty list: what was derived with another digest may be told differently now.
func (a *Assets) Digest() string {
	if a == nil {
		return ""
	}
	return a.digest
}
