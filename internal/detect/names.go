package detect

import (
	"encoding/binary"
	"net/netip"
	"slices"
	"strings"
	"unique"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// names are the texts of a trace in one piece, as most are never looked at again: whom
// it is about, the texts of its sentence, and behind them the other ends. An end takes 6
// bytes where its texts took 70. What selects the entity is kept as a form with places
// for its name, which many share.
type names struct {
	packed  string
	form    unique.Handle[string]
	touches uint8
}

// Places in a form: of the name and of its second part in a pair, and of the network.
const (
	placeFirst = "\x01"
	placeNext  = "\x02"
	placeIn    = "\x03"
)

// placesOf returns what stands in a form for the texts of an entity, and the other way.
func placesOf(e finding.Entity) (texts, places []string) {
	first, second, _ := strings.Cut(e.ID, " > ")
	for _, p := range [][2]string{{first, placeFirst}, {second, placeNext}, {e.Network, placeIn}} {
		if p[0] != "" {
			texts, places = append(texts, p[0], p[1]), append(places, p[1], p[0])
		}
	}
	return texts, places
}

func packNames(e finding.Entity, condition string, texts []string) names {
	if !strings.ContainsAny(condition, placeFirst+placeNext+placeIn) {
		old, _ := placesOf(e)
		condition = strings.NewReplacer(old...).Replace(condition)
	} else {
		condition = plainForm + condition
	}
	dst := packEntity(make([]byte, 0, 128), e, "")
	dst = binary.AppendUvarint(dst, uint64(len(texts)))
	for _, t := range texts {
		dst = sketch.AppendText(dst, t)
	}
	return names{packed: string(dst), form: unique.Make(condition)}
}

// plainForm begins a form that is what it says.
const plainForm = "\x00"

// touch adds another end, when it is new and there is room.
func (n *names) touch(e finding.Entity) {
	if n.touches >= maxTouches {
		return
	}
	r := sketch.Reader{Src: []byte(n.packed)}
	self := n.head(&r)
	var buf [64]byte
	end := packEntity(buf[:0], e, self.Network)
	for range n.touches {
		before := r.Src
		readPacked(&r, self.Network)
		if slices.Equal(before[:len(before)-len(r.Src)], end) {
			return
		}
	}
	n.packed += string(end)
	n.touches++
}

// head reads up to the other ends.
func (n *names) head(r *sketch.Reader) finding.Entity {
	e := readPacked(r, "")
	for texts := r.Uvarint(); texts > 0 && len(r.Src) > 0; texts-- {
		r.Text()
	}
	return e
}

func (n *names) entity() finding.Entity {
	r := sketch.Reader{Src: []byte(n.packed)}
	return readPacked(&r, "")
}

func (n *names) condition() string {
	form := n.formText()
	if plain, ok := strings.CutPrefix(form, plainForm); ok {
		return plain
	}
	_, places := placesOf(n.entity())
	return strings.NewReplacer(places...).Replace(form)
}

func (n *names) formText() string {
	if n.form == (unique.Handle[string]{}) {
		return ""
	}
	return n.form.Value()
}

func (n *names) texts() (list []string) {
	r := sketch.Reader{Src: []byte(n.packed)}
	readPacked(&r, "")
	for texts := r.Uvarint(); texts > 0; texts-- {
		list = append(list, r.Text())
	}
	return list
}

func (n *names) others() (list []finding.Entity) {
	r := sketch.Reader{Src: []byte(n.packed)}
	self := n.head(&r)
	for range n.touches {
		list = append(list, readPacked(&r, self.Network))
	}
	return list
}

// whole reports whether the bytes are what was packed.
func (n *names) whole() bool {
	if n.packed == "" {
		return n.touches == 0
	}
	r := sketch.Reader{Src: []byte(n.packed)}
	self := n.head(&r)
	for range n.touches {
		readPacked(&r, self.Network)
	}
	rest, err := r.Rest()
	return err == nil && len(rest) == 0 && n.touches <= maxTouches
}

// kinds have numbers in packed entities.
var kinds = []finding.Kind{
	finding.KindAddress, finding.KindPair, finding.KindInterface, finding.KindSubnet, finding.KindVPC,
	finding.KindApp, finding.KindEdge, finding.KindSource, finding.KindAttachment,
}

// The first byte of a packed entity: the number of its kind and what follows.
const (
	otherKind   = 0x0f // a text
	sameNetwork = 0x10 // as that of the trace: nothing
	id4         = 0x20 // 4 bytes, else 16 bytes, else a text
	id16        = 0x40
)

func packEntity(dst []byte, e finding.Entity, network string) []byte {
	kind := slices.Index(kinds, e.Kind)
	code := byte(kind)
	if kind < 0 {
		code = otherKind
	}
	if e.Network == network {
		code |= sameNetwork
	}
	addr, err := netip.ParseAddr(e.ID)
	switch {
	case err != nil || addr.Zone() != "":
	case addr.Is4():
		code |= id4
	case addr.String() == e.ID:
		code |= id16
	}
	dst = append(dst, code)
	if kind < 0 {
		dst = sketch.AppendText(dst, string(e.Kind))
	}
	if code&sameNetwork == 0 {
		dst = sketch.AppendText(dst, e.Network)
	}
	switch {
	case code&id4 != 0:
		a := addr.As4()
		return append(dst, a[:]...)
	case code&id16 != 0:
		a := addr.As16()
		return append(dst, a[:]...)
	}
	return sketch.AppendText(dst, e.ID)
}

func readPacked(r *sketch.Reader, network string) finding.Entity {
	code := r.Uint8()
	e := finding.Entity{Network: network}
	if k := int(code & 0x0f); k < len(kinds) {
		e.Kind = kinds[k]
	} else {
		e.Kind = finding.Kind(r.Text())
	}
	if code&sameNetwork == 0 {
		e.Network = r.Text()
	}
	switch {
	case code&id4 != 0:
		var a [4]byte
		copy(a[:], r.Bytes(4))
		e.ID = netip.AddrFrom4(a).String()
	case code&id16 != 0:
		var a [16]byte
		copy(a[:], r.Bytes(16))
		e.ID = netip.AddrFrom16(a).String()
	default:
		e.ID = r.Text()
	}
	return e
}
