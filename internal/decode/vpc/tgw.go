package vpc

import (
	"slices"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// TGW is the driver of Transit Gateway flow log text, named "tgw". The text is made as
// that of VPCs is, with other fields (docs.aws.amazon.com, "Transit Gateway Flow Log
// records").
type TGW struct{}

var _ decode.Driver = TGW{}

// Name returns "tgw".
func (TGW) Name() string { return "tgw" }

// Sniff recognises columns that only transit gateways have.
func (TGW) Sniff(head []byte) bool {
	l, err := layoutOf(head, "")
	return err == nil && l.isTGW()
}

// New returns a decoder, as [Driver.New] does.
func (TGW) New(head []byte, o decode.Options) (decode.Decoder, error) { return Driver{}.New(head, o) }

// isTGW reports whether a column is one of a transit gateway's.
func (l layout) isTGW() bool {
	return slices.ContainsFunc(l.columns, func(name string) bool {
		f, ok := record.Lookup(name)
		return ok && f.Since == 6
	})
}
