package record

import "net/netip"

// Addr is an address in network order, IPv4 mapped into ::ffff:0:0/96.
type Addr [16]byte

// AddrFrom converts an address of the standard library. Zones are dropped.
func AddrFrom(a netip.Addr) Addr { return Addr(a.As16()) }

// Netip converts to the standard library's form, IPv4 unmapped.
func (a Addr) Netip() netip.Addr { return netip.AddrFrom16(a).Unmap() }

// String returns the canonical text (RFC 5952).
func (a Addr) String() string { return a.Netip().String() }

// Is4 reports whether a is an IPv4 address.
func (a Addr) Is4() bool {
	return a[0]|a[1]|a[2]|a[3]|a[4]|a[5]|a[6]|a[7]|a[8]|a[9] == 0 && a[10]&a[11] == 0xff
}

// Action is the verdict of security groups and network ACLs.
type Action uint8

// The verdicts. ActionNone stands where the record has none.
const (
	ActionNone Action = iota
	Accept
	Reject
)

// String returns the verdict as AWS writes it, "" for none.
func (a Action) String() string { return [...]string{"", "ACCEPT", "REJECT"}[a] }

// Values of log_status that carry meaning of their own.
const (
	StatusOK       = "OK"
	StatusNoData   = "NODATA"   // heartbeat: the interface saw no traffic
	StatusSkipData = "SKIPDATA" // lost evidence: records were skipped
)

// WitnessKind says from where a record saw its flow.
type WitnessKind uint8

// The witnesses.
const (
	WitnessUnknown   WitnessKind = iota // the interface's own address is not known
	WitnessDst                          // taken at the destination's interface
	WitnessSrc                          // taken at the source's interface
	WitnessTransit                      // taken between the two, for instance at a NAT gateway
	WitnessNAT                          // the translated leg of a NAT gateway
	WitnessDuplicate                    // a second flow log over the same interface
)

// WitnessNames are the texts of the witnesses, by value.
var WitnessNames = [...]string{"unknown", "dst", "src", "transit", "nat", "duplicate"}

// InitiatorSide says which side opened the conversation.
type InitiatorSide uint8

// The sides. InitiatorNone stands where nothing tells.
const (
	InitiatorNone InitiatorSide = iota
	InitiatorSrc
	InitiatorDst
)

// InitiatorNames are the texts of the sides, by value; "" is absent.
var InitiatorNames = [...]string{"", "src", "dst"}

// InitiatorReason says what decided the initiator.
type InitiatorReason uint8

// The reasons, strongest first.
const (
	ByNothing   InitiatorReason = iota
	ByFlags                     // SYN without ACK, or SYN-ACK
	ByDirection                 // flow-direction together with scope
	ByPort                      // one port is a known service, the other is not
)

// InitiatorReasonNames are the texts of the reasons, by value.
var InitiatorReasonNames = [...]string{"", "flags", "direction", "port"}

// PackRole packs initiator, reason and witness into the Role column: bits 0-1
// side, 2-3 reason, 4-6 witness.
func PackRole(side InitiatorSide, by InitiatorReason, w WitnessKind) uint8 {
	return uint8(side) | uint8(by)<<2 | uint8(w)<<4
}

// RoleInitiator, RoleReason and RoleWitness unpack the Role column.
func RoleInitiator(r uint8) InitiatorSide { return InitiatorSide(r & 3) }

// RoleReason unpacks what decided the initiator.
func RoleReason(r uint8) InitiatorReason { return InitiatorReason(r >> 2 & 3) }

// RoleWitness unpacks the witness.
func RoleWitness(r uint8) WitnessKind { return WitnessKind(r >> 4 & 7) }

// Scope says what kind of address a side has, seen from the user's networks.
type Scope uint8

// The scopes.
const (
	ScopeNone      Scope = iota // the record has no address there
	ScopeInternal               // belongs to a network weir reads logs of
	ScopePrivate                // private, but in none of those networks
	ScopePublic                 // routed on the internet
	ScopeMulticast              // group or broadcast
	ScopeLinkLocal              // on the link, also loopback
	ScopeService                // the cloud provider's own service
)

// ScopeNames are the texts of the scopes, by value; "" is absent.
var ScopeNames = [...]string{"", "internal", "private", "public", "multicast", "link-local", "service"}

// PackScopes packs both scopes into the Scopes column: bits 0-2 source, 3-5
// destination.
func PackScopes(src, dst Scope) uint8 { return uint8(src) | uint8(dst)<<3 }

// UnpackScopes is the inverse of PackScopes.
func UnpackScopes(s uint8) (src, dst Scope) { return Scope(s & 7), Scope(s >> 3 & 7) }

// DirectionNames are the texts of [DirectionOf], by value; "" is absent.
var DirectionNames = [...]string{"", "inbound", "outbound", "internal", "external"}

// DirectionOf derives the direction from two scopes: inbound and outbound
// cross the border of the user's networks, internal stays inside, external
// touches them on neither side. The result indexes DirectionNames.
func DirectionOf(src, dst Scope) uint8 {
	if src == ScopeNone || dst == ScopeNone {
		return 0
	}
	in, out := dst == ScopeInternal, src == ScopeInternal
	switch {
	case in && out:
		return 3
	case in:
		return 1
	case out:
		return 2
	default:
		return 4
	}
}

// Bits of the Flags column.
const (
	FlagTimeFromMask = 3      // an index into TimeFromNames
	FlagTimeSuspect  = 1 << 2 // start lies more than an hour after intake
)

// TimeFromNames are the texts of where start came from, by value.
var TimeFromNames = [...]string{"start", "end", "object", "intake"}
