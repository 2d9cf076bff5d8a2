package decode

// BadLine is one line that no record could be made of.
type BadLine struct {
	Line   int64  // number in the object, the first is 1
	Column int64  // where in the line the error is, in bytes, the first is 1; 0: the whole line
	Offset int64  // of its first byte, in decoded bytes
	Reason string // one of few fixed texts, such as "srcport: out of range": count by it
	Text   []byte // the line without its end, at most MaxBadText bytes; valid during the call
}

// MaxBadText is how much of a bad line is shown.
const MaxBadText = 4 << 10

// Reasons that belong to lines, not to a field's value. The binder's reasons
// begin with the name of a field (record.Binder).
const (
	ReasonLineTooLong = "line too long" // over MaxLine bytes
	ReasonNoMatch     = "no match"      // the regular expression does not fit
)

// MaxLine is the longest line a record is made of, in bytes.
const MaxLine = 1 << 20

// MostlyBad reports whether so many lines of an object are bad that something
// is wrong with the object or its format: over 1 % of all and over 100.
func MostlyBad(bad, lines int64) bool { return bad > 100 && bad*100 > lines }
